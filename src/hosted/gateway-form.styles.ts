/** A name for editors and the build, which minifies what bears it. */
const css = String.raw;

/**
 * Around a field of the gateway's: the box is ours, the text and the room around it are the gateway's. Its document is written for a light
 * page, and in another scheme than its own a frame is not transparent.
 */
export const gatewayFormStyles = css`
  .box > div.input { display: grid; padding: 0 !important; overflow: hidden }
  ::slotted(*) { display: grid; align-items: center; min-inline-size: 0; color-scheme: light }
  .form[aria-busy='true'] ::slotted(*) { pointer-events: none }
`;
