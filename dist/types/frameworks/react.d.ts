/**
 * React 19. `<ShojiCard>` registers the element in the browser and takes its settings as props and its events as `onToken` and so on;
 * rendered on a server it is the plain tag. Those who write `<shoji-card>` themselves import `shoji-card/define`, and get its types here.
 */
import { type HTMLAttributes, type ReactElement, type Ref } from 'react';
import type { ShojiCard as ShojiCardElement } from '../elements/shoji-card.js';
import type { ShojiPaymentMethod } from '../elements/shoji-payment-method.js';
import type { ShojiSavedCards } from '../elements/shoji-saved-cards.js';
import type { ShojiCardAttributes, ShojiCardEvents, ShojiCardListeners, ShojiPaymentMethodAttributes, ShojiPaymentMethodListeners, ShojiSavedCardsAttributes, ShojiSavedCardsListeners } from './attributes.js';
type Html = Omit<HTMLAttributes<ShojiCardElement>, 'onChange' | 'onError'>;
/** @example <ShojiCard name="token" shopId="tshop00000001" environment="test" onToken={({ token }) => pay(token)} /> */
export interface ShojiCardProps extends Html, Omit<ShojiCardAttributes, 'shop-id' | 'api-key' | 'public-key' | 'fields-by' | 'send-fingerprint' | 'hosted-url' | 'token-count'> {
    readonly shopId?: ShojiCardAttributes['shop-id'];
    readonly apiKey?: ShojiCardAttributes['api-key'];
    readonly publicKey?: ShojiCardAttributes['public-key'];
    readonly fieldsBy?: ShojiCardAttributes['fields-by'];
    readonly sendFingerprint?: ShojiCardAttributes['send-fingerprint'];
    readonly hostedUrl?: ShojiCardAttributes['hosted-url'];
    readonly tokenCount?: ShojiCardAttributes['token-count'];
    /** The element itself, for `tokenize()`, `authenticate()` and `clear()`. */
    readonly ref?: Ref<ShojiCardElement> | undefined;
    readonly onReady?: ((event: ShojiCardEvents['shoji-ready']) => void) | undefined;
    readonly onChange?: ((event: ShojiCardEvents['shoji-change']) => void) | undefined;
    readonly onToken?: ((event: ShojiCardEvents['shoji-token']) => void) | undefined;
    readonly onError?: ((event: ShojiCardEvents['shoji-error']) => void) | undefined;
    readonly onChallenge?: ((event: ShojiCardEvents['shoji-challenge']) => void) | undefined;
    readonly onOutcome?: ((event: ShojiCardEvents['shoji-outcome']) => void) | undefined;
}
/** Attributes as a server renders them: React turns no name of a custom element's into another. */
export declare function ShojiCard(props: ShojiCardProps): ReactElement;
/** The tag itself. */
interface ShojiCardTag extends Html, ShojiCardAttributes, ShojiCardListeners {
    readonly ref?: Ref<ShojiCardElement> | undefined;
}
/** Tags that `shoji-card/members/define` registers. */
interface ShojiSavedCardsTag extends HTMLAttributes<ShojiSavedCards>, ShojiSavedCardsAttributes, ShojiSavedCardsListeners {
    readonly ref?: Ref<ShojiSavedCards> | undefined;
}
interface ShojiPaymentMethodTag extends HTMLAttributes<ShojiPaymentMethod>, ShojiPaymentMethodAttributes, ShojiPaymentMethodListeners {
    readonly ref?: Ref<ShojiPaymentMethod> | undefined;
}
declare module 'react' {
    namespace JSX {
        interface IntrinsicElements {
            'shoji-card': ShojiCardTag;
            'shoji-saved-cards': ShojiSavedCardsTag;
            'shoji-payment-method': ShojiPaymentMethodTag;
        }
    }
}
export {};
