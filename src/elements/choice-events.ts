/** The events of <shoji-saved-cards> and <shoji-payment-method>. All bubble and are composed. */
import type { Method } from '../choice/method-options.js';
import type { SavedCard } from '../choice/saved-card.js';
import { ShojiEvent } from './shoji-event.js';

/** Another card is chosen, by the shopper or because the list is another one. */
export class ShojiChooseCardEvent extends ShojiEvent {
  /** Of the chosen card; null for the new card, and while nothing is chosen. */
  declare readonly sequence: string | null;
  declare readonly card: SavedCard | null;

  constructor(card: SavedCard | null) {
    super('shoji-choose-card', { card, sequence: card?.sequence ?? null });
  }
}

/** The shopper wants a saved card removed, and was asked. Remove it, and give the element the list that is left. */
export class ShojiRemoveCardEvent extends ShojiEvent {
  declare readonly sequence: string;
  declare readonly card: SavedCard;

  constructor(card: SavedCard) {
    super('shoji-remove-card', { card, sequence: card.sequence });
  }
}

/** Another way to pay is chosen, by the shopper or because the card does not allow the one before. */
export class ShojiChooseMethodEvent extends ShojiEvent {
  /** As the gateway has it (GMO: Method). */
  declare readonly method: Method;
  /** Number of payments (GMO: PayTimes); null where there is none. */
  declare readonly payTimes: string | null;

  constructor(method: Method, payTimes: string | null) {
    super('shoji-choose-method', { method, payTimes });
  }
}

declare global {
  interface HTMLElementEventMap {
    'shoji-choose-card': ShojiChooseCardEvent;
    'shoji-remove-card': ShojiRemoveCardEvent;
    'shoji-choose-method': ShojiChooseMethodEvent;
  }
}
