import { MEASURES } from '../theme/tokens.js';

/**
 * A name for editors and the build, which minifies what bears it. It sorts the declarations of a rule, and puts values of ours back in
 * the order in which it met them: margins come last in a rule.
 */
const css = String.raw;

const px = (value: number) => `${String(value)}px`;

/** Borders and fills are mixed from the text colour that the page lends, so that the form looks at home on any ground. */
export const cardFormStyles = css`
  :host {
    --accent: light-dark(#33499e, #a9b8f5);
    --wrong: light-dark(#b3261e, #ffb4ab);
    display: block;
    font-size: 16px;
    line-height: 1.25;
    -webkit-text-size-adjust: 100%;
  }
  form {
    display: grid;
    grid-template-columns: 1fr 1fr;
    column-gap: ${px(MEASURES.columnGap)};
    padding: ${px(MEASURES.ring)};
    box-sizing: border-box;
  }
  /* label, input and message of neighbours share their rows: a label of two lines moves both inputs down */
  .field { display: grid; grid: subgrid / auto; grid-row: span 3; grid-column: span 2; min-inline-size: 0 }
  .field.half { grid-column: span 1 }
  .field + .field { margin-block-start: ${px(MEASURES.rowGap)} }
  .half:first-child + .half { margin-block-start: 0 }
  /* Japanese breaks between phrases, where the browser can */
  label, .message { unicode-bidi: plaintext; text-align: -webkit-match-parent; text-align: match-parent; overflow-wrap: anywhere; word-break: auto-phrase }
  label {
    align-self: end;
    min-block-size: ${px(MEASURES.label)};
    font-size: 14px;
    font-weight: 600;
    line-height: ${px(MEASURES.label)};
    margin-block-end: ${px(MEASURES.labelGap)};
  }
  /* what is typed is Latin letters and digits, whatever way the page is written */
  .box { position: relative; display: grid; align-content: start; direction: ltr }
  input {
    box-sizing: border-box;
    inline-size: 100%;
    block-size: ${px(MEASURES.input)};
    margin: 0;
    padding: 0 14px;
    border: 1px solid color-mix(in srgb, currentColor 48%, transparent);
    border-radius: 8px;
    background: color-mix(in srgb, currentColor 3%, transparent);
    color: inherit;
    font: inherit;
    font-size: 16px;
    letter-spacing: 0.02em;
    font-variant-numeric: tabular-nums;
    transition: border-color 120ms, box-shadow 120ms;
  }
  .number input { padding-inline-end: 92px }
  .cvc input { padding-inline-end: 52px }
  input::placeholder { color: color-mix(in srgb, currentColor 60%, transparent); opacity: 1 }
  input:focus { outline: 2px solid var(--accent); outline-offset: 1px; border-color: var(--accent) }
  input[aria-invalid='true'] { border-color: var(--wrong); box-shadow: inset 0 0 0 1px var(--wrong) }
  input[aria-invalid='true']:focus { outline-color: var(--wrong) }
  input:disabled { opacity: 0.55 }
  .brand {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 12px;
    display: flex;
    align-items: center;
    gap: 4px;
    font-size: 12px;
    font-weight: 600;
    pointer-events: none;
  }
  .brand span { display: flex }
  .brand:has(> :nth-child(2)) { flex-direction: column; justify-content: center; align-items: end; gap: 0 }
  .brand svg { border-radius: 3px }
  .number svg { outline: 1px solid color-mix(in srgb, currentColor 30%, transparent); forced-color-adjust: none }
  .cvc svg { opacity: 0.75 }
  .heard { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
  .message {
    min-block-size: ${px(MEASURES.message)};
    margin: ${px(MEASURES.messageGap)} 0 0;
    font-size: 13px;
    line-height: ${px(MEASURES.message)};
    color: color-mix(in srgb, currentColor 78%, transparent);
  }
  .notice { grid-column: span 2; margin: 12px 0 0; font-size: 14px; font-weight: 600 }
  .notice:has(> :first-child:empty) { margin: 0 }
  .field > .message, .room { grid-area: 3 / 1 }
  .room { display: grid; visibility: hidden }
  .room > * { grid-area: 1 / 1 }
  .wrong .message { color: var(--wrong); font-weight: 600 }
  .wrong .message::before { content: '⚠\a0' / '' }
  form[aria-busy='true'] input { opacity: 0.7 }
  @media (prefers-reduced-motion: reduce) { input { transition: none } }
  @media (prefers-contrast: more) { input { border-color: currentColor } .message { color: currentColor } }
  @media (forced-colors: active) {
    input { border-color: CanvasText }
    input:focus { outline-color: Highlight }
    input[aria-invalid='true'] { box-shadow: none; border-width: 2px }
    input:disabled { opacity: 1; border-color: GrayText; color: GrayText }
  }
`;
