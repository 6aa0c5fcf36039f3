/** A name for editors and the build, which minifies what bears it. */
const css = String.raw;

export const mirrorStyles = css`
  .skeleton:not(.reading) * { transition: all 1ms step-start allow-discrete !important }
  .skeleton.reading { display: none }
  .aside { position: absolute; inset: 0; overflow: hidden; contain: strict }
  .skeleton:not(.reading) .aside { visibility: hidden }
  .plain { --shoji-columns: initial; --shoji-gap: initial; --shoji-space: initial; --shoji-color: initial; --shoji-font: initial }
`;
