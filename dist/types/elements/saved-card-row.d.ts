import { type SavedCard } from '../choice/saved-card.js';
import type { MemberWords } from '../locales/members/ja.js';
/** What a row tells its element. */
export interface RowHost {
    /** The shopper chose this card. */
    choose(card: SavedCard): void;
    /** The shopper was asked, and wants this card removed. */
    remove(card: SavedCard): void;
    /** No other row asks at the same time. */
    asks(row: SavedCardRow): void;
}
export interface RowState {
    readonly card: SavedCard;
    readonly words: MemberWords;
    readonly today: Date;
    readonly isChosen: boolean;
    readonly isRemovable: boolean;
}
/** One saved card: its radio button, what is known of it, and the question whether it is to be removed. */
export declare class SavedCardRow {
    #private;
    readonly radio: HTMLInputElement;
    readonly element: HTMLElement;
    constructor(card: SavedCard, host: RowHost);
    show({ card, words, today, isChosen, isRemovable }: RowState): void;
    /** The question goes without an answer. */
    close(): void;
}
/** As it is said in a sentence: `Visa ending in 111`. */
export declare function nameOf(card: SavedCard, words: MemberWords): string;
