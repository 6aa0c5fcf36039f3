/** A name for editors and the build, which minifies what bears it. Lit's own function would be the larger part of this file. */
const css = String.raw;

export const shojiCardStyles = css`
  :host {
    display: block;
    isolation: isolate; /* the badge lies over the frame, and over nothing of the shop's */
  }
  /* a margin of the frame stays inside, below the badge, whatever the shop makes of the host's display */
  .room {
    display: flow-root;
    position: relative; /* the badge lines up with the fields, also where the shop gives the host padding */
  }
  [hidden][hidden],
  :host([hidden]),
  :is(.badge, p, button):empty {
    display: none;
  }
  /* room for the frame's focus ring lies inside the frame: pulled out, so that the fields line up with the shop's own */
  .frame {
    display: flow-root;
    position: relative;
    margin: -4px;
  }
  .skeleton {
    position: relative;
    visibility: hidden;
  }
  .frame:not(.loading) .skeleton,
  .loading shoji-vault {
    position: absolute;
    inset: 0;
    overflow: hidden;
  }
  .loading:not(.covered) .shown {
    visibility: visible;
  }
  .badge,
  .cover {
    position: absolute;
    inset-inline-end: 0;
  }
  /* room for the badge where the end of the first row is the label of another field */
  .badge:not(:empty) ~ .frame.shared {
    margin-block-start: 20px;
  }
  .badge {
    z-index: 1;
    padding: 0 7px;
    border: 1px solid transparent; /* seen where colours are forced */
    border-radius: 4px;
    background: #ffe08a;
    color: #4a3500;
    font: 700 11px/18px system-ui, sans-serif;
  }
  .cover {
    inset-inline-start: 0;
    padding: 28px 0;
    text-align: center;
    pointer-events: none;
  }
  p {
    margin: 8px 0 0;
    font-size: 14px;
    line-height: 1.5;
  }
  .badge:not(:empty) ~ .failure {
    margin: 28px 0 0;
  }
  .failure,
  button {
    border: 1px solid;
    border-radius: 8px;
  }
  .failure {
    padding: 10px 12px;
    color: var(--shoji-error, light-dark(#b3261e, #ffb4ab));
    font-weight: 600;
  }
  slot[name='fallback'] {
    display: block;
    margin: 8px 0 0;
  }
  button {
    min-height: 44px;
    margin: 8px 0 0;
    padding: 0 16px;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
`;
