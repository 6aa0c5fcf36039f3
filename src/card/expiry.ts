/**
 * The expiry date. What is shown keeps the digits as typed and only adds a slash; what is understood is generous, because
 * autofill, scanners and people write MM/YY, M/YY, MMYY, MM/YYYY, MMYYYY, YYYY-MM, YYYYMM and YY/MM.
 */
import { isDigitsAndSeparators, slashed } from './digits.js';
import { unfinished, VALID, wrong } from './verification.js';
import type { MonthOfYear, Reason, Verification } from './verification.js';

/** Issuers give five years, some ten; a date further away than this is a slip. */
const MOST_YEARS_AHEAD = 20;

/**
 * Adds the slash as soon as a digit stands behind it and keeps one that was typed: `'1230'` → `'12/30'`, `'1/'` → `'1/'`. No
 * digit is ever added, dropped or moved: a rewritten digit surprises whoever types it.
 */
export function formatExpiry(text: string): string {
  const groups = slashed(text).split('/');
  if (!groups[0]) groups.shift();
  let [head = '', ...rest] = groups;
  // Typed key by key, 2030-12 has become 20/30 when the hyphen comes.
  if (head === '20' && rest.length > 1 && rest[0]?.length === 2) head += rest.shift() ?? '';
  const isYearFirst = head.length === 4 && head.startsWith('20') && rest.length > 0;
  if (head.length > 2 && !isYearFirst) {
    rest = [head.slice(2), ...rest];
    head = head.slice(0, 2);
  }
  return rest.length ? `${head}/${rest.join('')}` : head;
}

/** Judges a typed date; the card is good until the end of its month. `('30/12', today)` → valid, December 2030. */
export function verifyExpiry(text: string, today: MonthOfYear): Verification & { readonly expiry?: MonthOfYear } {
  if (!isDigitsAndSeparators(text)) return wrong('expiry-invalid');
  const shown = formatExpiry(text);
  if (!shown) return unfinished('expiry-missing');
  let [first = '', second = ''] = shown.split('/');
  // YYYYMM without a separator is shown as 20/3012: no month is called 20.
  if (first === '20' && second.length > 2) {
    first += second.slice(0, 2);
    second = second.slice(2);
  }
  const isMonthFirst = first.length < 3 && isMonth(first);
  let isPotentiallyValid = shown === '0';

  for (let year = today.year; year <= today.year + MOST_YEARS_AHEAD; year += 1) {
    const long = String(year);
    const short = long.slice(2);
    const earliest = year === today.year ? today.month : 1;
    if (isMonthFirst) {
      const month = Number(first);
      if (month < earliest) continue;
      if (second === long || second === short) return { ...VALID, expiry: { month, year } };
      isPotentiallyValid ||= long.startsWith(second) || short.startsWith(second);
      continue;
    }
    isPotentiallyValid ||= first.length === 2 && long.startsWith(first + second);
    if (first !== long && first !== short) continue;
    for (let month = earliest; month <= 12; month += 1) {
      // 2030/5 is a month, 20/305 is a slip.
      const isExact = second === twoDigits(month) || (shown[4] === '/' && second === String(month));
      if (isExact) return { ...VALID, expiry: { month, year } };
      isPotentiallyValid ||= twoDigits(month).startsWith(second);
    }
  }
  if (!isPotentiallyValid) return wrong(reasonOf(first, second, today));
  // Two digits behind the slash look finished, though 12/20 may become 12/2030.
  return unfinished(second.length === 2 ? reasonOf(first, second, today) : 'expiry-incomplete');
}

function reasonOf(first: string, second: string, today: MonthOfYear): Reason {
  const isYearFirst = first.length === 4;
  if (!isYearFirst && !isMonth(first)) return 'expiry-month';
  const year = isYearFirst ? first : second;
  if (year.length !== 2 && year.length !== 4) return 'expiry-invalid';
  let yearsAhead = Number(year) - today.year;
  if (year.length === 2) {
    // The nearer century: in 2025 "46" is 2046, "99" is 1999.
    yearsAhead = (yearsAhead + today.year * 100) % 100;
    if (yearsAhead > 60) yearsAhead -= 100;
  }
  if (yearsAhead > MOST_YEARS_AHEAD) return 'expiry-far';
  const isMonthWrong = isYearFirst && (yearsAhead > 0 || (yearsAhead === 0 && !isMonth(second)));
  return isMonthWrong ? 'expiry-month' : 'expiry-past';
}

const isMonth = (digits: string): boolean => Number(digits) >= 1 && Number(digits) <= 12;
const twoDigits = (value: number): string => String(value).padStart(2, '0');
