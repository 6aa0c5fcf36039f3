/**
 * Sizes and places of the fields: the same style sheet for the fields in the frame and for their outline in the page, so that the one
 * takes the place of the other without a jump. Nothing here is about colour (`form-look.ts`).
 */
import { MEASURES } from './tokens.js';

/**
 * A name for editors and the build, which minifies what bears it. It sorts the declarations of a rule, and puts values of ours back in
 * the order in which it met them: margins come last in a rule.
 */
const css = String.raw;

const px = (value: number) => `${String(value)}px`;

export const formStructure = css`
  .form {
    display: grid;
    grid-template-columns: var(--shoji-columns, 1fr 1fr);
    column-gap: var(--shoji-gap, ${px(MEASURES.columnGap)});
    padding: ${px(MEASURES.ring)};
    box-sizing: border-box;
    font-size: 16px;
    line-height: 1.25;
    -webkit-text-size-adjust: 100%;
  }
  .line { grid-template-columns: var(--shoji-columns, 2.2fr 1fr 1fr) }
  /* label, input and message of neighbours share their rows: a label of two lines moves both inputs down */
  .field { display: grid; grid: subgrid / auto; grid-row: span 3; min-inline-size: 0 }
  .whole { grid-column: 1 / -1 }
  .later { margin-block-start: var(--row-gap, var(--shoji-space, ${px(MEASURES.rowGap)})) }
  .apart { row-gap: 0 !important }
  /* Japanese breaks between phrases, where the browser can */
  .label, .message { unicode-bidi: plaintext; text-align: -webkit-match-parent; text-align: match-parent; overflow-wrap: anywhere; word-break: auto-phrase }
  .label {
    align-self: end;
    min-block-size: ${px(MEASURES.label)};
    font-size: var(--shoji-label-size, 14px);
    font-weight: var(--shoji-label-weight, 600);
    line-height: ${px(MEASURES.label)};
    margin-block-end: ${px(MEASURES.labelGap)};
  }
  /* what is typed is Latin letters and digits, whatever way the page is written */
  .box { position: relative; display: grid; align-content: start; direction: ltr }
  .input {
    box-sizing: border-box;
    inline-size: 100%;
    block-size: var(--shoji-height, ${px(MEASURES.input)});
    font: inherit;
  }
  .message {
    min-block-size: ${px(MEASURES.message)};
    margin: ${px(MEASURES.messageGap)} 0 0;
    font-size: 13px;
    line-height: ${px(MEASURES.message)};
  }
`;
