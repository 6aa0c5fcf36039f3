import type { ShojiCard } from '../elements/shoji-card.js';
import type { ShojiPaymentMethod } from '../elements/shoji-payment-method.js';
import type { ShojiSavedCards } from '../elements/shoji-saved-cards.js';
import type { ShojiCardAttributes, ShojiCardListeners, ShojiPaymentMethodAttributes, ShojiPaymentMethodListeners, ShojiSavedCardsAttributes, ShojiSavedCardsListeners } from './attributes.js';
declare module 'svelte/elements' {
    interface SvelteHTMLElements {
        'shoji-card': HTMLAttributes<ShojiCard> & ShojiCardAttributes & ShojiCardListeners;
        'shoji-saved-cards': HTMLAttributes<ShojiSavedCards> & ShojiSavedCardsAttributes & ShojiSavedCardsListeners;
        'shoji-payment-method': HTMLAttributes<ShojiPaymentMethod> & ShojiPaymentMethodAttributes & ShojiPaymentMethodListeners;
    }
}
