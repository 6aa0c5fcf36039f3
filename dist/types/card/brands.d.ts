/**
 * Card brands by issuer identification number (IIN, the first six digits of ISO/IEC 7812). A brand is a hint for the badge, the
 * grouping and the CVC length; an unknown brand never blocks a card, because the acquirer has the last word.
 */
export type Brand = 'visa' | 'mastercard' | 'jcb' | 'american-express' | 'diners-club' | 'discover' | 'unionpay' | 'maestro';
/** Numbers that one brand issues with the same lengths and grouping. */
export interface BrandRow {
    readonly brand: Brand;
    readonly shortest: number;
    readonly longest: number;
    /** First and last IIN of each range, in turn. */
    readonly ranges: readonly number[];
}
/** The rows to which these digits can still belong; all of them for `''`. */
export declare const rowsOf: (digits: string) => readonly BrandRow[];
/** The brands that the number can still turn out to be; a co-badged number has both: `'622126'` → discover, unionpay. */
export declare const brandsOf: (digits: string) => readonly Brand[];
/** The brand when only one is possible: `'35'` → jcb, `'3'` → undefined. */
export declare function brandOf(digits: string): Brand | undefined;
/**
 * The brands whose marks the card certainly bears: the one that is left, or from the sixth digit on all that share the range.
 * `'622126'` → discover, unionpay; `'3'` and an unknown number → none.
 */
export declare function certainBrandsOf(digits: string): readonly Brand[];
/** Digit counts after which a group ends: 4-6-5 and 4-6-4 as printed on American Express and Diners Club, else by four. */
export declare const gapsOf: (brand: Brand | undefined) => readonly number[];
/** American Express prints four digits on the front, all others three on the back; `undefined` brand: at least three. */
export declare const cvcLengthOf: (brand: Brand | undefined) => number;
