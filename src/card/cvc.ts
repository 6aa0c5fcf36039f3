/** The card verification code (CVC): four digits for American Express, three for the others. GMO takes at most four (122). */
import { cvcLengthOf } from './brands.js';
import type { Brand } from './brands.js';
import { digitsOf, isDigitsAndSeparators } from './digits.js';
import { unfinished, VALID, wrong } from './verification.js';
import type { Verification } from './verification.js';

/** The longest code of any brand. */
const MOST_DIGITS = 4;

/** Judges a typed code; while the brand is not known three and four digits are both right: `('１２３', 'jcb')` → valid. */
export function verifyCvc(text: string, brand: Brand | undefined): Verification {
  const { length } = digitsOf(text);
  const shortest = cvcLengthOf(brand);
  const longest = brand ? shortest : MOST_DIGITS;
  if (!isDigitsAndSeparators(text) || length > longest) return wrong('cvc-invalid');
  if (!length) return unfinished('cvc-missing');
  return length < shortest ? unfinished('cvc-incomplete') : VALID;
}
