/** What a shop with members needs beside the card: classes and types, no side effects. `shoji-card/members/define` registers them. */
export { ShojiPaymentMethod } from './elements/shoji-payment-method.js';
export { ShojiSavedCards } from './elements/shoji-saved-cards.js';
export { ShojiChooseCardEvent, ShojiChooseMethodEvent, ShojiRemoveCardEvent } from './elements/choice-events.js';
export { instalments, type Instalments } from './choice/instalments.js';
export type { Method } from './choice/method-options.js';
export type { SavedCard } from './choice/saved-card.js';
