/**
 * Card brands by issuer identification number (IIN, the first six digits of ISO/IEC 7812). A brand is a hint for the badge, the
 * grouping and the CVC length; an unknown brand never blocks a card, because the acquirer has the last word.
 */

export type Brand =
  | 'visa'
  | 'mastercard'
  | 'jcb'
  | 'american-express'
  | 'diners-club'
  | 'discover'
  | 'unionpay'
  | 'maestro';

/** Numbers that one brand issues with the same lengths and grouping. */
export interface BrandRow {
  readonly brand: Brand;
  readonly shortest: number;
  readonly longest: number;
  /** First and last IIN of each range, in turn. */
  readonly ranges: readonly number[];
}

/** `first` and `last` prefix of each range, in turn, as the brands publish them: 51, 55 stands for 510000–559999. */
const row = (brand: Brand, shortest: number, longest: number, ...prefixes: readonly number[]): BrandRow => ({
  brand,
  shortest,
  longest,
  ranges: prefixes.map((prefix, index) => toIin(String(prefix), index % 2 ? '9' : '0')),
});

const ROWS: readonly BrandRow[] = [
  row('visa', 16, 19, 4, 4),
  row('mastercard', 16, 16, 51, 55, 2221, 2720),
  row('jcb', 16, 19, 3528, 3589),
  // JCB's older ranges have 15 digits.
  row('jcb', 15, 15, 2131, 2131, 1800, 1800),
  row('american-express', 15, 15, 34, 34, 37, 37),
  row('diners-club', 14, 19, 300, 305, 3095, 3095, 36, 36, 38, 39),
  // 622126–622925 bears the marks of Discover and UnionPay alike.
  row('discover', 16, 19, 6011, 6011, 644, 65, 622126, 622925),
  row('unionpay', 16, 19, 62, 62, 810, 8171),
  // What Mastercard's table leaves to Maestro in 50 and 56–69, without the ranges of the brands above.
  row('maestro', 12, 19, 50, 50, 56, 6010, 6012, 61, 63, 63, 66, 69),
];

const BY_FOUR: readonly number[] = [4, 8, 12, 16];
const FOUR_SIX: readonly number[] = [4, 10];

/** One key asks several times, and from the seventh digit on always the same: the last answer is kept. */
let last = { iin: '', rows: ROWS, brands: [...new Set(ROWS.map(({ brand }) => brand))] as readonly Brand[] };

function lookUp(digits: string): typeof last {
  const iin = digits.slice(0, 6);
  if (iin !== last.iin) {
    const rows = matching(iin);
    last = { iin, rows, brands: [...new Set(rows.map(({ brand }) => brand))] };
  }
  return last;
}

/** The rows to which these digits can still belong; all of them for `''`. */
export const rowsOf = (digits: string): readonly BrandRow[] => lookUp(digits).rows;

function matching(digits: string): readonly BrandRow[] {
  // The digits typed so far stand for every IIN from low to high.
  const low = toIin(digits, '0');
  const high = toIin(digits, '9');
  return ROWS.filter(({ ranges }) => {
    for (let index = 0; index < ranges.length; index += 2) {
      if (low <= (ranges[index + 1] ?? 0) && high >= (ranges[index] ?? 0)) return true;
    }
    return false;
  });
}

/** The brands that the number can still turn out to be; a co-badged number has both: `'622126'` → discover, unionpay. */
export const brandsOf = (digits: string): readonly Brand[] => lookUp(digits).brands;

/** The brand when only one is possible: `'35'` → jcb, `'3'` → undefined. */
export function brandOf(digits: string): Brand | undefined {
  const [brand, another] = brandsOf(digits);
  return another ? undefined : brand;
}

/**
 * The brands whose marks the card certainly bears: the one that is left, or from the sixth digit on all that share the range.
 * `'622126'` → discover, unionpay; `'3'` and an unknown number → none.
 */
export function certainBrandsOf(digits: string): readonly Brand[] {
  const brands = brandsOf(digits);
  return brands.length === 1 || digits.length >= 6 ? brands : [];
}

/** Digit counts after which a group ends: 4-6-5 and 4-6-4 as printed on American Express and Diners Club, else by four. */
export const gapsOf = (brand: Brand | undefined): readonly number[] =>
  brand === 'american-express' || brand === 'diners-club' ? FOUR_SIX : BY_FOUR;

/** American Express prints four digits on the front, all others three on the back; `undefined` brand: at least three. */
export const cvcLengthOf = (brand: Brand | undefined): number => (brand === 'american-express' ? 4 : 3);

function toIin(prefix: string, filler: string): number {
  return Number(prefix.padEnd(6, filler));
}
