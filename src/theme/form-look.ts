/**
 * The look of the fields where the shop says nothing: worn by their outlines in the page, from where it reaches the frame with
 * whatever the shop says (`mirror/`). Borders and fills are mixed from the text colour, so that the form looks at home on any ground.
 */

/** A name for editors and the build, which minifies what bears it. */
const css = String.raw;

export const formLook = css`
  .form {
    --accent: var(--shoji-accent, light-dark(#33499e, #a9b8f5));
    --wrong: var(--shoji-error, light-dark(#b3261e, #ffb4ab));
    color: var(--shoji-color, inherit);
    font-family: var(--shoji-font, inherit);
  }
  .input {
    padding: 0 var(--shoji-padding, 14px);
    font-size: var(--shoji-font-size, 16px);
    letter-spacing: 0.02em;
    font-variant-numeric: tabular-nums;
    border: var(--shoji-border-width, 1px) solid var(--shoji-border-color, color-mix(in srgb, currentColor 48%, transparent));
    border-radius: var(--shoji-radius, 8px);
    background-color: var(--shoji-background, color-mix(in srgb, currentColor 3%, transparent));
    transition: border-color 120ms, box-shadow 120ms;
  }
  .number .input { padding-inline-end: min(92px, 28%) }
  .cvc .input { padding-inline-end: 52px }
  .brand { font-size: 12px; font-weight: 600 }
  .placeholder { color: var(--shoji-muted, color-mix(in srgb, currentColor 60%, transparent)) }
  .hint { color: var(--shoji-muted, color-mix(in srgb, currentColor 78%, transparent)) }
  .field .error { color: var(--wrong); font-weight: 600 }
  .focused .input { outline: var(--shoji-ring, 2px) solid var(--accent); outline-offset: 1px; border-color: var(--accent) }
  .invalid .input { border-color: var(--wrong); box-shadow: inset 0 0 0 1px var(--wrong) }
  .focused.invalid .input { outline-color: var(--wrong) }
  .disabled .input { opacity: 0.55 }
  @media (prefers-reduced-motion: reduce) { .input { transition: none } }
  @media (prefers-contrast: more) { .input { border-color: currentColor } .hint { color: currentColor } }
  @media (forced-colors: active) {
    .input { border-color: CanvasText }
    .focused .input { outline-color: Highlight }
    .invalid .input { box-shadow: none; border-width: 2px }
    .disabled .input { opacity: 1; border-color: GrayText; color: GrayText }
  }
`;
