/** A name for editors and the build, which minifies what bears it. */
const css = String.raw;

export const savedCardsStyles = css`
  .mark {
    display: inline-flex;
    align-items: center;
    min-inline-size: 32px;
    font-size: 12px;
    font-weight: 600;
  }
  svg {
    display: block;
    border-radius: 3px;
    box-shadow: 0 0 0 1px color-mix(in srgb, currentColor 18%, transparent);
  }
  .number {
    font-variant-numeric: tabular-nums;
  }
  .expiry {
    color: var(--muted);
    font-size: 13px;
    font-variant-numeric: tabular-nums;
  }
  .badge {
    padding: 0 7px;
    border: 1px solid var(--line);
    border-radius: 999px;
    font-size: 12px;
    line-height: 20px;
  }
  .badge.late {
    border-color: var(--wrong);
    color: var(--wrong);
    font-weight: 600;
  }
  .expired :is(.mark, .number) {
    opacity: 0.6;
  }
  .remove {
    border-color: transparent;
    color: var(--accent);
    font-size: 14px;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .question {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    padding-block-end: 12px;
  }
  .question p {
    flex: 1 1 100%;
    font-size: 14px;
  }
  .question button {
    padding: 8px 16px;
    font-size: 14px;
    font-weight: 600;
  }
  .confirm {
    border-color: var(--wrong);
    color: var(--wrong);
  }
  /* a frame that has no box is laid out anew when it gets one: it keeps its width, and takes no room */
  .new:not(.shown) {
    block-size: 0;
    overflow: clip;
    visibility: hidden;
  }
  /* on the ground of the page: fields on a tinted row look as if they could not be typed into */
  .new.shown {
    margin-inline: calc(-1 * var(--shoji-padding, 14px));
    padding-block: 8px 14px;
    padding-inline: var(--shoji-padding, 14px);
    background: Canvas;
  }
  .option > .new {
    grid-column: 1 / -1;
  }
  .alone {
    border: 0;
    background: none;
  }
  .alone .option {
    padding: 0;
    background: none;
  }
  .alone .new.shown {
    margin: 0;
    padding: 0;
    background: none;
  }
  .failure:not(:empty) {
    margin-block-start: 6px;
    color: var(--wrong);
    font-weight: 600;
  }
`;
