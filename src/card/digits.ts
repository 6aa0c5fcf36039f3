/**
 * Reads digits from whatever a keyboard, an IME, a clipboard or a card scanner delivers: any Unicode decimal digit counts as
 * its ASCII one, invisible format characters (bidi marks, zero-width spaces) count as nothing. Never throws.
 */

/** Non-ASCII decimal digits (Unicode category Nd), and format characters (Cf). */
const FOREIGN_DIGIT_OR_INVISIBLE = /[^\P{Nd}\d]|\p{Cf}/gu;
const DECIMAL_DIGIT = /\p{Nd}/u;
/** What nearly every key leaves behind needs no look at Unicode's tables. */
const NOT_PLAIN = /[^ -~]/;
const GROUPED = /^[\d ]*$/;

/**
 * What people put between digits: any white space or dash, the minus sign, the long-vowel marks that a Japanese keyboard gives
 * for a hyphen, slashes, full stops, and the signs for year and month (2030年12月).
 */
const SEPARATOR = '\\s\\p{Pd}−ーｰ/／⁄∕.．年月';
const SEPARATOR_RUN = new RegExp(`[${SEPARATOR}]+`, 'gu');
const SEPARATOR_AT_END = new RegExp(`[${SEPARATOR}]$`, 'u');
const NEITHER = new RegExp(`[^\\d${SEPARATOR}]+`, 'gu');
const NON_DIGITS = /\D+/g;

/** Full-width and other decimal digits become ASCII, invisible characters vanish: `'１２／30'` → `'12／30'`. */
export const toAsciiDigits = (text: string): string =>
  NOT_PLAIN.test(text) ? text.replace(FOREIGN_DIGIT_OR_INVISIBLE, asciiDigit) : text;

/** Only the digits: `'４１１１ー1111'` → `'41111111'`. */
export const digitsOf = (text: string): string => toAsciiDigits(text).replace(NON_DIGITS, '');

/** Runs of digits joined by single slashes, everything else dropped: `'2030年 12月'` → `'2030/12/'`. */
export const slashed = (text: string): string => toAsciiDigits(text).replace(NEITHER, '').replace(SEPARATOR_RUN, '/');

/** The text has nothing but digits and separators: `'4111-1111'` yes, `'4111x'` no. */
export const isDigitsAndSeparators = (text: string): boolean => GROUPED.test(text) || toAsciiDigits(text).search(NEITHER) < 0;

/** The last character is a separator: `'12／'` yes. */
export const endsWithSeparator = (text: string): boolean => SEPARATOR_AT_END.test(text);

/** Unicode keeps decimal digits in unbroken runs of ten, from zero to nine, so the place in the run is the value. */
function asciiDigit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (!DECIMAL_DIGIT.test(character)) return '';
  let start = code;
  while (DECIMAL_DIGIT.test(String.fromCodePoint(start - 1))) start -= 1;
  return String((code - start) % 10);
}
