import { MEASURES } from '../theme/tokens.js';

const px = (value: number) => `${String(value)}px`;

/** Borders and fills are mixed from the text colour that the page lends, so that the form looks at home on any ground. */
export const cardFormStyles = `
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
    gap: ${px(MEASURES.rowGap)} ${px(MEASURES.columnGap)};
    padding: ${px(MEASURES.ring)};
    box-sizing: border-box;
  }
  /* no grid in the grid: WebKit keeps the heights of an inner one when the form becomes narrower */
  .field { grid-column: span 2; min-inline-size: 0 }
  .field.half { grid-column: span 1 }
  label {
    display: block;
    block-size: ${px(MEASURES.label)};
    margin-block-end: ${px(MEASURES.labelGap)};
    font-size: 14px;
    font-weight: 600;
    line-height: ${px(MEASURES.label)};
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .box { position: relative; display: grid }
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
  .number input, .expiry input, .cvc input { direction: ltr }
  .number input { padding-inline-end: 104px }
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
    font-size: 12px;
    font-weight: 600;
    pointer-events: none;
  }
  .brand:not(:empty)::before {
    content: '';
    inline-size: 6px;
    block-size: 6px;
    margin-inline-end: 6px;
    border-radius: 50%;
    background: var(--accent);
  }
  .message {
    min-block-size: ${px(MEASURES.message)};
    margin: ${px(MEASURES.messageGap)} 0 0;
    font-size: 13px;
    line-height: ${px(MEASURES.message)};
    color: color-mix(in srgb, currentColor 78%, transparent);
  }
  .wrong .message { color: var(--wrong); font-weight: 600 }
  .wrong .message::before { content: '⚠ ' / '' }
  form[aria-busy='true'] input { opacity: 0.7 }
  @media (prefers-reduced-motion: reduce) { input { transition: none } }
  @media (prefers-contrast: more) { input { border-color: currentColor } .message { color: currentColor } }
  @media (forced-colors: active) {
    input { border-color: CanvasText }
    input:focus { outline-color: Highlight }
    input[aria-invalid='true'] { box-shadow: none; border-width: 2px }
  }
`;
