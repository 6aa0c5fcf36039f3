/** Types of our tags in Preact's JSX: `import type {} from 'shoji-card/preact'` once. */
import type { HTMLAttributes } from 'preact';
import type { ShojiCard } from '../elements/shoji-card.js';
import type { ShojiPaymentMethod } from '../elements/shoji-payment-method.js';
import type { ShojiSavedCards } from '../elements/shoji-saved-cards.js';
import type { ShojiCardAttributes, ShojiCardListeners, ShojiPaymentMethodAttributes, ShojiPaymentMethodListeners, ShojiSavedCardsAttributes, ShojiSavedCardsListeners } from './attributes.js';
type Html<Element extends HTMLElement, Own> = Omit<HTMLAttributes<Element>, keyof Own> & Own;
declare module 'preact' {
    namespace JSX {
        interface IntrinsicElements {
            'shoji-card': Html<ShojiCard, ShojiCardAttributes & ShojiCardListeners>;
            'shoji-saved-cards': Html<ShojiSavedCards, ShojiSavedCardsAttributes & ShojiSavedCardsListeners>;
            'shoji-payment-method': Html<ShojiPaymentMethod, ShojiPaymentMethodAttributes & ShojiPaymentMethodListeners>;
        }
    }
}
export {};
