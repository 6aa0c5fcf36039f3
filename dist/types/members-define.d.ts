/** Registers `<shoji-saved-cards>` and `<shoji-payment-method>` in a browser; a page that has them already keeps them. */
import { ShojiPaymentMethod } from './elements/shoji-payment-method.js';
import { ShojiSavedCards } from './elements/shoji-saved-cards.js';
export { ShojiPaymentMethod, ShojiSavedCards };
