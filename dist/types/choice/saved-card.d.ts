/**
 * What a saved card says of itself, and whether it can still be paid with. Of its number there is only what the gateway leaves of it
 * when it masks it, and of that at most four digits are shown.
 */
import type { Brand } from '../card/brands.js';
/** One card of the shop's own list, as its server has it of the gateway (GMO: SearchCard). */
export interface SavedCard {
    /** What the shop knows it by (GMO: CardSeq). */
    readonly sequence: string;
    /** As the gateway masks it, e.g. `*************111`. */
    readonly maskedNumber: string;
    /** Another text than a brand's name is shown as it is. */
    readonly brand?: Brand | (string & {}) | null | undefined;
    /** `YYMM` as the gateway writes it, `YYYYMM` or `YYYY-MM`; another text is not shown, and the card counts as good. */
    readonly expiry: string;
    /** The card that is chosen at first. */
    readonly isDefault?: boolean | undefined;
}
/** Good until the end of its month (as `card/expiry.ts` has it): `('2911', November 2029)` → `last-month`. */
export declare function standingOf({ expiry }: SavedCard, today: Date): 'good' | 'last-month' | 'expired';
/** As it is printed on the card: `'202912'` → `'12/29'`; empty when it is no month. */
export declare function printedExpiry({ expiry }: SavedCard): string;
/** What is left of the number, four digits at most: `'*************111'` → `'111'`. */
export declare const lastDigits: ({ maskedNumber }: SavedCard) => string;
/** The list as it came: without what is no card, and without a second card of the same sequence. Nothing else is kept of a card. */
export declare function readCards(list: unknown): readonly SavedCard[];
/**
 * Which card is chosen before the shopper has chosen: the default one.
 * @returns its sequence; `''` for the new card, when no card of the list can be paid with; null when the shopper has to say
 */
export declare function firstChoice(cards: readonly SavedCard[], hasNew: boolean, today: Date): string | null;
