/** A name for editors and the build, which minifies what bears it. */
const css = String.raw;

/** Without a box nothing is laid out, and there are transitions all the same. */
export const mirrorStyles = css`
  .skeleton > .form * { transition: none !important }
  .watchers.watchers, .watchers.watchers * { display: contents !important; visibility: hidden !important; transition: all 1ms step-start allow-discrete !important }
  .scheme { color: light-dark(rgb(0 0 0), rgb(1 1 1)) !important }
  .plain { --shoji-columns: initial; --shoji-gap: initial; --shoji-space: initial; --shoji-color: initial; --shoji-font: initial }
`;
