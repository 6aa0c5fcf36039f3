/**
 * The pure heart of caret-safe formatting. The browser edits the text as it likes; afterwards the text is formatted anew and the
 * caret is put back behind the digit that it stood behind.
 */
import { brandOf } from './brands.js';
import { formatCardNumber } from './card-number.js';
import { digitsOf, endsWithSeparator, slashed, toAsciiDigits } from './digits.js';
import { formatExpiry } from './expiry.js';

const [ZERO, NINE] = [48, 57];

export interface MaskedText {
  readonly value: string;
  /** In UTF-16 units, as `selectionStart` counts. */
  readonly caret: number;
}

/** How one field shows its digits. */
export interface Mask {
  /** Digits beyond this are not taken in. */
  readonly mostDigits: number;
  /** Adds and drops separators; keeps every digit, in its order. */
  readonly format: (text: string) => string;
}

/** ISO/IEC 7812-1 ends at 19 digits; a longer text is no card number at all. */
export const NUMBER_MASK: Mask = {
  mostDigits: 19,
  format: (text) => {
    const digits = digitsOf(text);
    return formatCardNumber(digits, brandOf(digits));
  },
};

/** MM/YYYY is the longest. */
export const EXPIRY_MASK: Mask = { mostDigits: 6, format: formatExpiry };

/** Four for every brand: a fourth digit on a card that has three is shown as wrong, not swallowed. */
export const CVC_MASK: Mask = { mostDigits: 4, format: digitsOf };

/** What the `input` event tells besides the text. */
export interface Edit {
  /** The formatted value before the edit. */
  readonly previous: string;
  /** `InputEvent.inputType`. */
  readonly inputType: string;
}

/**
 * Formats the text as the browser left it: `(NUMBER_MASK, { value: '41115', caret: 5 })` → `'4111 5'`, caret 6.
 *
 * Too many digits are cut in front of the caret, where they came in, as `maxlength` does; but they are counted after
 * normalising, so separators in a pasted number cost nothing. With `edit` given, Backspace or Delete over a separator that the
 * mask would put straight back takes the digit beside it instead of doing nothing.
 */
export function maskedEdit(mask: Mask, { value, caret }: MaskedText, edit?: Edit): MaskedText {
  if (edit && isAppended(edit.previous, value, caret)) {
    const formatted = mask.format(value);
    if (positionOfDigit(formatted, mask.mostDigits + 1) < 0) return { value: formatted, caret: formatted.length };
  }
  let left = toAsciiDigits(value.slice(0, caret));
  let right = toAsciiDigits(value.slice(caret));
  const rightCount = right ? Math.min(digitsOf(right).length, mask.mostDigits) : 0;
  left = firstDigits(left, mask.mostDigits - rightCount);
  right = firstDigits(right, rightCount);
  const leftCount = digitsOf(left).length;
  const formatted = mask.format(left + right);

  if (edit && formatted === edit.previous && value.length < formatted.length) {
    const isBackward = edit.inputType.endsWith('Backward');
    const target = positionOfDigit(formatted, isBackward ? leftCount : leftCount + 1);
    if (target >= 0 && edit.inputType.startsWith('delete') && (isBackward || edit.inputType.endsWith('Forward'))) {
      return maskedEdit(mask, { value: formatted.slice(0, target) + formatted.slice(target + 1), caret: target });
    }
  }

  const behindDigit = positionOfDigit(formatted, leftCount) + 1;
  // A separator typed in front of a separator steps over it; what is dropped does not take the caret back.
  const tail = left.slice(positionOfDigit(left, leftCount) + 1);
  const isBehindSeparator =
    behindDigit > 0 && tail !== '' && slashed(tail) !== '' && endsWithSeparator(formatted.slice(0, behindDigit + 1));
  return { value: formatted, caret: isBehindSeparator ? behindDigit + 1 : behindDigit };
}

/** One digit more at the end, and the caret behind it: nearly every key. */
const isAppended = (previous: string, value: string, caret: number): boolean =>
  caret === value.length && caret === previous.length + 1 && isDigitAt(value, caret - 1) && value.startsWith(previous);

const isDigitAt = (text: string, index: number): boolean => text.charCodeAt(index) >= ZERO && text.charCodeAt(index) <= NINE;

/** Index of the digit with this ordinal, counted from one; -1 when there is none. */
function positionOfDigit(text: string, ordinal: number): number {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (isDigitAt(text, index) && (count += 1) === ordinal) return index;
  }
  return -1;
}

/** The text up to the digit after the first `count` ones. */
function firstDigits(text: string, count: number): string {
  const end = text.length > count ? positionOfDigit(text, count + 1) : -1;
  return end < 0 ? text : text.slice(0, end);
}
