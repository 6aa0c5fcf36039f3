/** A name for editors and the build, which minifies what bears it. */
const css = String.raw;

/** Of both elements with a choice. Colours and measures are those of the fields (theme/form-look.ts), so that they look like one form. */
export const choiceStyles = css`
  :host {
    --accent: var(--shoji-accent, light-dark(#33499e, #a9b8f5));
    --wrong: var(--shoji-error, light-dark(#b3261e, #ffb4ab));
    --line: var(--shoji-border-color, color-mix(in srgb, currentColor 48%, transparent));
    --muted: var(--shoji-muted, color-mix(in srgb, currentColor 78%, transparent));
    display: block;
    color: var(--shoji-color, inherit);
    font-family: var(--shoji-font, inherit);
    font-size: 14px;
    line-height: 1.5;
  }
  * {
    box-sizing: border-box;
  }
  [hidden][hidden],
  :host([hidden]),
  :is(p, output):empty {
    display: none;
  }
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    margin-block-end: 6px;
    padding: 0;
    font-size: var(--shoji-label-size, 14px);
    font-weight: var(--shoji-label-weight, 600);
    line-height: 20px;
  }
  p,
  output {
    margin: 0;
    font-size: 13px;
    overflow-wrap: anywhere;
    word-break: auto-phrase;
  }
  .options {
    overflow: clip;
    border: var(--shoji-border-width, 1px) solid var(--line);
    border-radius: var(--shoji-radius, 8px);
    background-color: var(--shoji-background, color-mix(in srgb, currentColor 3%, transparent));
  }
  .option {
    display: grid;
    position: relative;
    grid-template-columns: auto 1fr auto;
    align-items: center;
    column-gap: 12px;
    padding: 0 var(--shoji-padding, 14px);
    border: 0 solid color-mix(in srgb, currentColor 18%, transparent);
  }
  .option:not(:first-child) {
    border-block-start-width: 1px;
  }
  .option.chosen {
    background: color-mix(in srgb, var(--accent) 8%, transparent);
  }
  input {
    inline-size: 20px;
    block-size: 20px;
    position: relative; /* over the label, so that it can be pressed itself */
    z-index: 1;
    margin: 0;
    accent-color: var(--accent);
  }
  label {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 10px;
    min-inline-size: 0;
    min-block-size: max(44px, var(--shoji-height, 48px));
    padding-block: 8px;
    font-size: var(--shoji-font-size, 16px);
    line-height: 1.4;
    overflow-wrap: anywhere;
    word-break: auto-phrase;
    cursor: pointer;
  }
  /* the whole row is the label's, but for what can be pressed in it */
  label::before {
    position: absolute;
    inset: 0;
    content: '';
  }
  :is(button, select, .question, .new, label > span) {
    position: relative;
  }
  input:disabled ~ label {
    cursor: default;
  }
  .option > :is(p, output, .question, .new) {
    grid-column: 2 / -1;
  }
  .option > :is(p, output):not(:empty) {
    margin-block-start: -6px;
    padding-block-end: 10px;
    color: var(--muted);
  }
  button,
  select {
    min-block-size: 44px;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  :is(button, select, input):focus-visible {
    outline: var(--shoji-ring, 2px) solid var(--accent);
    outline-offset: 2px;
  }
  /* a sentence is read in its own direction, and begins where the page's lines do */
  :is(legend, p, output, span, select) {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .heard {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  fieldset:disabled {
    opacity: 0.55;
  }
  @media (prefers-contrast: more) {
    :host {
      --line: currentColor;
      --muted: currentColor;
    }
  }
  @media (forced-colors: active) {
    .options {
      border-color: CanvasText;
    }
    .option.chosen {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    fieldset:disabled {
      opacity: 1;
      color: GrayText;
    }
  }
`;
