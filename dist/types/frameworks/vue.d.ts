/**
 * Types of our tags in Vue's templates: `import type {} from 'shoji-card/vue'` once. Vue has to be told that they are elements of the browser's:
 * `compilerOptions: { isCustomElement: (tag) => tag.startsWith('shoji-') }`.
 */
import type { DefineComponent, HTMLAttributes } from 'vue';
import type { ShojiCardAttributes, ShojiCardEvents, ShojiPaymentMethodAttributes, ShojiPaymentMethodEvents, ShojiSavedCardsAttributes, ShojiSavedCardsEvents } from './attributes.js';
type Tag<Own> = DefineComponent<Own & /* @vue-ignore */ Omit<HTMLAttributes, keyof Own>>;
/** `@shoji-token` is the prop `onShojiToken` of a component. */
interface Listeners {
    readonly onShojiReady?: (event: ShojiCardEvents['shoji-ready']) => void;
    readonly onShojiChange?: (event: ShojiCardEvents['shoji-change']) => void;
    readonly onShojiToken?: (event: ShojiCardEvents['shoji-token']) => void;
    readonly onShojiError?: (event: ShojiCardEvents['shoji-error']) => void;
    readonly onShojiChallenge?: (event: ShojiCardEvents['shoji-challenge']) => void;
    readonly onShojiOutcome?: (event: ShojiCardEvents['shoji-outcome']) => void;
}
interface SavedCardsListeners {
    readonly onShojiChooseCard?: (event: ShojiSavedCardsEvents['shoji-choose-card']) => void;
    readonly onShojiRemoveCard?: (event: ShojiSavedCardsEvents['shoji-remove-card']) => void;
}
interface PaymentMethodListeners {
    readonly onShojiChooseMethod?: (event: ShojiPaymentMethodEvents['shoji-choose-method']) => void;
}
declare module 'vue' {
    interface GlobalComponents {
        'shoji-card': Tag<ShojiCardAttributes & Listeners>;
        'shoji-saved-cards': Tag<ShojiSavedCardsAttributes & SavedCardsListeners>;
        'shoji-payment-method': Tag<ShojiPaymentMethodAttributes & PaymentMethodListeners>;
    }
}
export {};
