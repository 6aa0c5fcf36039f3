/**
 * The card number (PAN): grouping as printed on the card, length by brand, check digit by the Luhn formula (ISO/IEC 7812-1,
 * annex B).
 */
import { brandOf, certainBrandsOf, gapsOf, rowsOf } from './brands.js';
import type { Brand } from './brands.js';
import { digitsOf, isDigitsAndSeparators } from './digits.js';
import { unfinished, VALID, wrong } from './verification.js';
import type { Verification } from './verification.js';

/**
 * GMO takes 10 to 16 digits and answers code 102 to anything else. ISO/IEC 7812-1 and some brands allow up to 19, but such a
 * number could not be charged, so the shopper is told at once instead of after paying.
 */
const FEWEST_DIGITS = 10;
const MOST_DIGITS = 16;

export interface CardNumberRules {
  /** False lets a wrong check digit pass: most of GMO's own test numbers have one. */
  readonly luhn: boolean;
  /** What the shop takes; empty or absent: whatever the gateway takes. A number of an uncertain brand is never refused for it. */
  readonly brands?: readonly Brand[];
}

/** Puts spaces between the groups, none at the end: `('371449635398431', 'american-express')` → `'3714 496353 98431'`. */
export function formatCardNumber(digits: string, brand: Brand | undefined): string {
  let text = '';
  let start = 0;
  for (const gap of gapsOf(brand)) {
    if (gap >= digits.length) break;
    text += `${digits.slice(start, gap)} `;
    start = gap;
  }
  return text + digits.slice(start);
}

/** Judges a typed or pasted number: `('4111 1111 1111 1111', { luhn: true })` → valid, visa. */
export function verifyCardNumber(text: string, rules: CardNumberRules): Verification & { readonly brand?: Brand } {
  const digits = digitsOf(text);
  const brand = brandOf(digits);
  const verdict = isDigitsAndSeparators(text) ? verifyDigits(digits, rules) : wrong('number-invalid');
  return brand ? { ...verdict, brand } : verdict;
}

function verifyDigits(digits: string, { luhn, brands }: CardNumberRules): Verification {
  if (!digits) return unfinished('number-missing');
  if (digits.length > MOST_DIGITS) return wrong('number-too-long');
  if (brands?.length && isRefused(digits, brands)) return wrong('number-brand');
  const rows = rowsOf(digits);
  let shortest = rows.length ? MOST_DIGITS : FEWEST_DIGITS;
  let longest = rows.length ? 0 : MOST_DIGITS;
  for (const row of rows) {
    shortest = Math.min(shortest, row.shortest);
    longest = Math.max(longest, Math.min(row.longest, MOST_DIGITS));
  }
  if (digits.length < shortest) return unfinished('number-incomplete');
  if (digits.length > longest) return wrong('number-too-long');
  // UnionPay has issued numbers without a check digit.
  if (!luhn || isLuhn(digits) || rows.some((row) => row.brand === 'unionpay')) return VALID;
  if (digits.length < longest) return unfinished('number-incomplete');
  const swappedGroup = swappedGroupOf(digits);
  return { ...wrong('number-invalid'), ...(swappedGroup && { swappedGroup }) };
}

/**
 * The one group, from 1, in which a swap of two neighbouring digits would mend the check digit: `'4571376012345674'` → 2. A single
 * wrong digit may be anywhere, so nothing can be said of that one. Undefined as well when there is more than one such group, or the
 * two digits would stand in two.
 */
export function swappedGroupOf(digits: string): number | undefined {
  const starts = [0, ...gapsOf(brandOf(digits))];
  const groupOf = (index: number) => starts.filter((start) => start <= index).length;
  const groups = new Set<number>();
  for (let index = 1; index < digits.length; index += 1) {
    const swapped = digits.slice(0, index - 1) + digits.charAt(index) + digits.charAt(index - 1) + digits.slice(index + 1);
    if (swapped !== digits && isLuhn(swapped)) groups.add(groupOf(index - 1)).add(groupOf(index));
  }
  return groups.size === 1 ? [...groups][0] : undefined;
}

/** A card with two marks is taken for either. */
function isRefused(digits: string, accepted: readonly Brand[]): boolean {
  const certain = certainBrandsOf(digits);
  return certain.length > 0 && !certain.some((brand) => accepted.includes(brand));
}

/** The check digit is right: `'4111111111111111'` yes. */
export function isLuhn(digits: string): boolean {
  let sum = 0;
  let isDoubled = false;
  for (let index = digits.length - 1; index >= 0; index -= 1) {
    const digit = Number(digits[index]) * (isDoubled ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
    isDoubled = !isDoubled;
  }
  return sum % 10 === 0;
}
