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

/** A month, counted from the year 0. */
type Month = number;

/** `'2912'` → December 2029; undefined for what is no month. */
function monthOf(expiry: string): Month | undefined {
  const found = /^(?:20)?(\d\d)-?(0[1-9]|1[0-2])$/.exec(expiry);
  return found ? (2000 + Number(found[1])) * 12 + Number(found[2]) - 1 : undefined;
}

/** Good until the end of its month (as `card/expiry.ts` has it): `('2911', November 2029)` → `last-month`. */
export function standingOf({ expiry }: SavedCard, today: Date): 'good' | 'last-month' | 'expired' {
  const month = monthOf(expiry);
  const now = today.getFullYear() * 12 + today.getMonth();
  return month === undefined || month > now ? 'good' : month === now ? 'last-month' : 'expired';
}

/** As it is printed on the card: `'202912'` → `'12/29'`; empty when it is no month. */
export function printedExpiry({ expiry }: SavedCard): string {
  const found = monthOf(expiry) === undefined ? '' : expiry.replace('-', '').slice(-4);
  return found && `${found.slice(2)}/${found.slice(0, 2)}`;
}

/** What is left of the number, four digits at most: `'*************111'` → `'111'`. */
export const lastDigits = ({ maskedNumber }: SavedCard): string => /\d{0,4}$/.exec(maskedNumber.trim())?.[0] ?? '';

/** The list as it came: without what is no card, and without a second card of the same sequence. Nothing else is kept of a card. */
export function readCards(list: unknown): readonly SavedCard[] {
  const cards = new Map<string, SavedCard>();
  for (const each of Array.isArray(list) ? (list as readonly (Partial<Record<string, unknown>> | null)[]) : []) {
    const sequence = textOf(each?.['sequence']);
    if (!each || !sequence || cards.has(sequence)) continue;
    cards.set(sequence, {
      sequence,
      maskedNumber: textOf(each['maskedNumber']),
      brand: textOf(each['brand']).toLowerCase() || null,
      expiry: textOf(each['expiry']),
      isDefault: each['isDefault'] === true,
    });
  }
  return [...cards.values()];
}

const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/**
 * Which card is chosen before the shopper has chosen: the default one.
 * @returns its sequence; `''` for the new card, when no card of the list can be paid with; null when the shopper has to say
 */
export function firstChoice(cards: readonly SavedCard[], hasNew: boolean, today: Date): string | null {
  const usable = cards.filter((card) => standingOf(card, today) !== 'expired');
  const preferred = usable.find(({ isDefault }) => isDefault);
  return preferred?.sequence ?? (usable.length === 0 && hasNew ? '' : null);
}
