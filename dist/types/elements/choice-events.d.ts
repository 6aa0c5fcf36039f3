/** The events of <shoji-saved-cards> and <shoji-payment-method>. All bubble and are composed. */
import type { Method } from '../choice/method-options.js';
import type { SavedCard } from '../choice/saved-card.js';
import { ShojiEvent } from './shoji-event.js';
/** Another card is chosen, by the shopper or because the list is another one. */
export declare class ShojiChooseCardEvent extends ShojiEvent {
    /** Of the chosen card; null for the new card, and while nothing is chosen. */
    readonly sequence: string | null;
    readonly card: SavedCard | null;
    constructor(card: SavedCard | null);
}
/** The shopper wants a saved card removed, and was asked. Remove it, and give the element the list that is left. */
export declare class ShojiRemoveCardEvent extends ShojiEvent {
    readonly sequence: string;
    readonly card: SavedCard;
    constructor(card: SavedCard);
}
/** Another way to pay is chosen, by the shopper or because the card does not allow the one before. */
export declare class ShojiChooseMethodEvent extends ShojiEvent {
    /** As the gateway has it (GMO: Method). */
    readonly method: Method;
    /** Number of payments (GMO: PayTimes); null where there is none. */
    readonly payTimes: string | null;
    constructor(method: Method, payTimes: string | null);
}
declare global {
    interface HTMLElementEventMap {
        'shoji-choose-card': ShojiChooseCardEvent;
        'shoji-remove-card': ShojiRemoveCardEvent;
        'shoji-choose-method': ShojiChooseMethodEvent;
    }
}
