/** Rules that a merchant would write for the parts, and what makes them hold. */

/** What stands for the part on a plain page, and in the frame. */
export type Place = 'form' | 'field' | 'input' | 'label' | 'placeholder' | 'hint' | 'error' | 'brand';
export type State = 'empty' | 'complete' | 'focused' | 'invalid' | 'focused invalid' | 'disabled';
export type FieldName = 'number' | 'expiry' | 'cvc' | 'name';

export interface Rule {
  readonly name: string;
  readonly place: Place;
  /** Tokens behind the part. */
  readonly field?: FieldName;
  readonly state?: State;
  readonly declarations: string;
  /** Around the rule, such as `@media (…)`: `RULE` stands where it goes. */
  readonly around?: string;
  /** Where it holds at all; everywhere when left out. */
  readonly only?: 'narrow' | 'wide';
  /** In front of `shoji-card` and of the plain element alike. */
  readonly scope?: string;
}

const rule = (name: string, place: Place, declarations: string, more: Partial<Rule> = {}): Rule => ({ name, place, declarations, ...more });

export const RULES: readonly Rule[] = [
  rule('a colour by name', 'input', 'color: rebeccapurple'),
  rule('a colour in OKLCH, half transparent', 'input', 'background-color: oklch(0.7 0.1 200 / 50%)'),
  rule('a mixed colour', 'input', 'background-color: color-mix(in srgb, teal 30%, white)'),
  rule('a colour for each scheme', 'input', 'color: light-dark(#123456, #abcdef)'),
  rule('a gradient', 'input', 'background-image: linear-gradient(to bottom, #fff, #eef 60%)'),
  rule('a border', 'input', 'border: 3px dashed rgb(1 2 3 / 0.5)'),
  rule('a line below alone', 'input', 'border: 0; border-bottom: 2px solid #888; border-radius: 0'),
  rule('a border in the colour of the text', 'input', 'color: navy; border: 2px solid currentColor'),
  rule('round corners, each its own', 'input', 'border-radius: 2px 4px 0.5rem 50%'),
  rule('a size in rem', 'input', 'height: 3.5rem; font-size: 1.125rem'),
  rule('room in em', 'input', 'font-size: 20px; padding: 0.5em 1.25em'),
  rule('a height that follows the text', 'input', 'height: auto; padding: 14px 12px; line-height: 1.5; border: 1px solid'),
  rule('a size that follows the window', 'input', 'font-size: clamp(16px, 2vw, 22px)'),
  rule('a sum', 'input', 'padding-left: calc(1rem + 3px); max-width: calc(100% - 20px)'),
  rule('a width', 'input', 'width: 75%; min-width: 8rem'),
  rule('a family of fonts', 'input', `font-family: "Noto Sans CJK JP", 'Liberation Serif', serif`),
  rule('a heavy, slanted font', 'input', 'font-weight: 700; font-style: italic'),
  rule('letters set apart', 'input', 'letter-spacing: 0.12em; word-spacing: 2px'),
  rule('text in the middle', 'input', 'text-align: center; text-indent: 4px'),
  rule('shadows, one inside', 'input', 'box-shadow: 0 1px 2px rgb(0 0 0 / 0.2), inset 0 0 0 1px #0a7'),
  rule('an outline', 'input', 'outline: 3px double tomato; outline-offset: -2px'),
  rule('a veil', 'input', 'opacity: 0.8'),
  rule('a caret', 'input', 'caret-color: crimson'),
  rule('transitions', 'input', 'transition: border-color 200ms cubic-bezier(0.4, 0, 0.2, 1), background-color 0.1s steps(3) 50ms'),
  rule('custom properties of the shop', 'input', 'color: var(--shop-ink); border-width: var(--shop-line, 9px); padding: var(--nothing, 7px) 11px'),
  rule('a wide window', 'input', 'background-color: gold', { around: '@media (min-width: 600px) { RULE }', only: 'wide' }),
  rule('a narrow window', 'input', 'background-color: plum', { around: '@media (max-width: 599px) { RULE }', only: 'narrow' }),
  rule('a wide column', 'input', 'border-color: green', { around: '@container checkout (min-width: 500px) { RULE }', only: 'wide' }),
  rule('a layer', 'input', 'color: darkred', { around: '@layer shop { RULE }' }),
  rule('a class around', 'input', 'color: darkgreen', { scope: '.checkout ' }),
  rule('importance', 'input', 'padding: 3px 21px !important'),
  rule('one field', 'input', 'text-align: right; background-color: #ffe', { field: 'cvc' }),
  rule('the look of labels', 'label', 'color: #555; font-weight: 400; font-size: 12px; letter-spacing: 1px; text-transform: uppercase'),
  rule('the room of labels', 'label', 'margin: 0 0 10px 4px; padding: 2px 6px; background-color: #eee; border-radius: 3px'),
  rule('one label', 'label', 'text-decoration: underline', { field: 'name' }),
  rule('placeholders', 'placeholder', 'color: tan; font-style: italic; letter-spacing: 2px', { field: 'name' }),
  rule('hints', 'hint', 'color: slateblue; font-size: 11px; line-height: 18px', { field: 'cvc' }),
  rule('the form on a ground of its own', 'form', 'padding: 14px 18px; background-color: #f7f7ff; border: 1px solid #ccd; border-radius: 12px; column-gap: 24px'),
  rule('the text of the form', 'form', 'color: darkslateblue; letter-spacing: 0.5px; text-align: end'),
  rule('fields in boxes', 'field', 'padding: 6px 8px; border-left: 3px solid teal; background-color: rgb(0 128 128 / 8%)'),
  rule('one field in a box', 'field', 'border: 2px solid goldenrod; border-radius: 6px; padding: 4px 10px; margin-top: 5px', { field: 'cvc' }),
  rule('the brand', 'brand', 'color: seagreen; font-size: 11px; letter-spacing: 1px; text-transform: uppercase; opacity: 0.9'),
  rule('the room of the brand', 'brand', 'padding: 2px 5px; border: 1px solid #9ab; border-radius: 4px; background-color: honeydew', { field: 'number' }),
  rule('an empty field', 'input', 'background-color: #f0f8ff', { state: 'empty', field: 'cvc' }),
  rule('a complete field', 'input', 'border-color: seagreen; background-color: #f3fff3', { state: 'complete', field: 'name' }),
  rule('the label of a complete field', 'label', 'color: seagreen', { state: 'complete', field: 'name' }),
  rule('a field with the focus', 'input', 'border-color: #0a7; outline: 0; box-shadow: 0 0 0 3px rgb(0 170 119 / 0.3)', { state: 'focused', field: 'number' }),
  rule('any field with the focus', 'input', 'background-color: ivory', { state: 'focused' }),
  rule('the label of a field with the focus', 'label', 'color: #0a7; font-weight: 800', { state: 'focused', field: 'number' }),
  rule('a wrong field', 'input', 'border-color: crimson; background-color: #fff0f3; box-shadow: none', { state: 'invalid', field: 'expiry' }),
  rule('the label of a wrong field', 'label', 'color: crimson', { state: 'invalid', field: 'expiry' }),
  rule('what is wrong', 'error', 'color: maroon; font-weight: 400; font-size: 14px; padding: 4px 8px; border-left: 3px solid maroon', { state: 'invalid', field: 'expiry' }),
  rule('a wrong field with the focus', 'input', 'border-color: darkorange; outline: 3px solid orange; background-color: #fff8ef', { state: 'focused invalid', field: 'number' }),
  rule('the label of a wrong field with the focus', 'label', 'color: darkorange; text-decoration: underline dotted', { state: 'focused invalid', field: 'number' }),
  rule('a disabled field', 'input', 'opacity: 1; background-color: #ddd; color: #777', { state: 'disabled' }),
];

/** The rule for the parts of the element, and the same for what stands for them on the page. */
export function styleSheetOf({ place, field, state, declarations, around = 'RULE', scope = '' }: Rule): string {
  const part = [place, field, state].filter(Boolean).join(' ');
  const plain = place === 'placeholder' ? '.plain-input::placeholder' : `.plain-${place}`;
  const both = `${scope}shoji-card::part(${part}) { ${declarations} } ${scope}${plain} { ${declarations} }`;
  return around.replace('RULE', () => both);
}
