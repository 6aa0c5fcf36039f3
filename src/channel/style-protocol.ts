/** The part of the protocol that is about the look of the fields. */
import { isExactly, isText, isTexts, type Guard, type Guards } from './shape.js';

/** Computed values by longhand; the frame filters them again. */
export type StyleValues = Readonly<Record<string, string>>;

/** What a part looks like in one field and in some states, or in all of them; a later rule wins. */
export interface StyleRule {
  /** Part tokens: `host` or a part, then a field and states: `input`, `label cvc`, `input number focused invalid`. */
  readonly at: string;
  readonly values: StyleValues;
}

/** A font file of the shop's, as a whole: no ranges of characters, so that what is loaded says nothing of what is typed. */
export interface FontFile {
  readonly family: string;
  /** Whole; the frame's own policy says which hosts. */
  readonly address: string;
  /** One weight, or the two ends of a variable font: `400`, `100 900`. */
  readonly weight: string;
  readonly style: 'normal' | 'italic';
}

/** What the shop says of the look of the fields. Fonts are loaded once, with the document. */
export interface FieldLook {
  readonly style: readonly StyleRule[];
  readonly fonts: readonly FontFile[];
}

/** `FIELD_STATES` of theme/mirrored-parts.ts in their order, so that one place has one name. */
const PLACE =
  /^(?:host|form|(?:field|label|input|placeholder|hint|error|brand)(?: (?:number|expiry|cvc|name))?(?: empty)?(?: complete)?(?: focused)?(?: invalid)?(?: disabled)?)$/;

const STYLE_RULE: Guards = { at: (at) => typeof at === 'string' && PLACE.test(at), values: isTexts };

const FONT_FILE: Guards = {
  family: (family) => typeof family === 'string' && /^[\p{L}\p{N} _-]{1,60}$/u.test(family),
  // as URL writes it: nothing that ends a quoted text
  address: (address) => isText(address, 500) && /^https?:[^\s"'()\\]+$/.test(address),
  weight: (weight) => typeof weight === 'string' && /^\d{1,4}(?: \d{1,4})?$/.test(weight),
  style: (style) => style === 'normal' || style === 'italic',
};

/** Every part of every field in every state that is mirrored is some two hundred. */
export const isStyle: Guard = (rules) => Array.isArray(rules) && rules.length <= 400 && rules.every((rule) => isExactly(rule, STYLE_RULE));
export const isFontFile = (font: unknown): font is FontFile => isExactly(font, FONT_FILE);
export const isFonts: Guard = (fonts) => Array.isArray(fonts) && fonts.length <= 8 && fonts.every(isFontFile);
