/** How an amount is divided: equal payments of whole yen, of which the last one takes what is left over. Fees are the issuer's. */
export interface Instalments {
    readonly count: number;
    /** Every payment but the last; yen. */
    readonly each: number;
    /** At least as much as each of the others. */
    readonly last: number;
}
/**
 * `(10000, 3)` → 3333, 3333 and 3334.
 * @param amount - whole yen
 * @returns null for what is no amount, and for one that has less than a yen for each payment
 */
export declare function instalments(amount: number, count: number): Instalments | null;
