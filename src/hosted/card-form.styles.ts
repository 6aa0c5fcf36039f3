/** A name for editors and the build, which minifies what bears it. */
const css = String.raw;

/** What only the frame shows. Sizes are in theme/form-structure.ts; colours come from the page. */
export const cardFormStyles = css`
  :host { display: block }
  .brand {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 12px;
    display: flex;
    align-items: center;
    gap: 4px;
    pointer-events: none;
  }
  .brand span { display: flex }
  .brand:has(> :nth-child(2)) { flex-direction: column; justify-content: center; align-items: end; gap: 0 }
  .brand svg { border-radius: 3px }
  .number svg { outline: 1px solid color-mix(in srgb, currentColor 30%, transparent); forced-color-adjust: none }
  .cvc svg { opacity: 0.75 }
  .heard { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
  .notice { grid-column: 1 / -1; margin: 12px 0 0; font-size: 14px; font-weight: 600 }
  .notice:has(> :first-child:empty) { margin: 0 }
  .field > .message, .room { grid-area: 3 / 1 }
  .room { display: grid; visibility: hidden }
  .room > * { grid-area: 1 / 1 }
  .error::before { content: '⚠\a0' / '' }
  .form[aria-busy='true'] .input { opacity: 0.7 }
`;
