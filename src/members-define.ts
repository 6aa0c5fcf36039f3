/** Registers `<shoji-saved-cards>` and `<shoji-payment-method>` in a browser; a page that has them already keeps them. */
import { ShojiPaymentMethod } from './elements/shoji-payment-method.js';
import { ShojiSavedCards } from './elements/shoji-saved-cards.js';

if (typeof customElements !== 'undefined') {
  if (!customElements.get('shoji-saved-cards')) customElements.define('shoji-saved-cards', ShojiSavedCards);
  if (!customElements.get('shoji-payment-method')) customElements.define('shoji-payment-method', ShojiPaymentMethod);
}

export { ShojiPaymentMethod, ShojiSavedCards };
