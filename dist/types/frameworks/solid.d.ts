/** Types of our tags in Solid's JSX: `import type {} from 'shoji-card/solid'` once. Events are `on:shoji-token`. */
import type { JSX } from 'solid-js';
import type { ShojiCard } from '../elements/shoji-card.js';
import type { ShojiPaymentMethod } from '../elements/shoji-payment-method.js';
import type { ShojiSavedCards } from '../elements/shoji-saved-cards.js';
import type { ShojiCardAttributes, ShojiCardEvents, ShojiPaymentMethodAttributes, ShojiPaymentMethodEvents, ShojiSavedCardsAttributes, ShojiSavedCardsEvents } from './attributes.js';
interface ShojiCardTag extends JSX.HTMLAttributes<ShojiCard>, ShojiCardAttributes {
}
interface ShojiSavedCardsTag extends JSX.HTMLAttributes<ShojiSavedCards>, ShojiSavedCardsAttributes {
}
interface ShojiPaymentMethodTag extends JSX.HTMLAttributes<ShojiPaymentMethod>, ShojiPaymentMethodAttributes {
}
declare module 'solid-js' {
    namespace JSX {
        interface IntrinsicElements {
            'shoji-card': ShojiCardTag;
            'shoji-saved-cards': ShojiSavedCardsTag;
            'shoji-payment-method': ShojiPaymentMethodTag;
        }
        interface CustomEvents extends ShojiCardEvents, ShojiSavedCardsEvents, ShojiPaymentMethodEvents {
        }
    }
}
export {};
