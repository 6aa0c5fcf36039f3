/** What may be written in our tags, for the template languages that check it. Each entry beside this file hands it to one of them. */
import type { SavedCard } from '../choice/saved-card.js';
import type { ShojiChooseCardEvent, ShojiChooseMethodEvent, ShojiRemoveCardEvent } from '../elements/choice-events.js';
import type { ShojiChallengeEvent, ShojiChangeEvent, ShojiErrorEvent, ShojiOutcomeEvent, ShojiReadyEvent, ShojiTokenEvent } from '../elements/events.js';
import type { Presentation } from '../three-ds/challenge.js';
import type { SaveMode } from '../three-ds/save-consent.js';
export interface ShojiCardAttributes {
    /** Form-control name of the token; without one the form is not held back. */
    readonly name?: string | undefined;
    /** GMO's token script; `gmo` when left out. */
    readonly gateway?: 'gmo' | 'gmo-v2' | undefined;
    /** Which of the gateway's hosts; `live` when left out. */
    readonly environment?: 'live' | 'test' | undefined;
    /** Whose hosts; `gmo-pg` when left out. */
    readonly provider?: 'gmo-pg' | 'smbc-gp' | undefined;
    /** GMO shop ID, 1 to 13 alphanumerics. */
    readonly 'shop-id'?: string | undefined;
    /** API key of the shop, for `gmo-v2`. */
    readonly 'api-key'?: string | undefined;
    /** Public key of the shop in base64, for `gmo-v2`. */
    readonly 'public-key'?: string | undefined;
    /** Whose fields the shopper types into; `shoji` when left out. */
    readonly 'fields-by'?: 'shoji' | 'gateway' | undefined;
    /** `gmo-v2` may send a fingerprint of the device. */
    readonly 'send-fingerprint'?: boolean | undefined;
    /** Address of the hosted document, on an origin of its own; read once. */
    readonly 'hosted-url'?: string | undefined;
    /** Which of `number expiry cvc name`, in which order. */
    readonly fields?: string | undefined;
    /** What the shop takes, as `visa jcb`. */
    readonly brands?: string | undefined;
    /** How many tokens to issue, 1 to 10. */
    readonly 'token-count'?: number | `${number}` | undefined;
    /** How 3-D Secure is presented; `redirect` when left out. */
    readonly challenge?: Presentation | undefined;
    readonly consent?: boolean | undefined;
    /** Is the card to be saved for later payments; `never` when left out. */
    readonly save?: SaveMode | undefined;
    readonly disabled?: boolean | undefined;
}
/** By name, the events that it fires. */
export interface ShojiCardEvents {
    readonly 'shoji-ready': ShojiReadyEvent;
    readonly 'shoji-change': ShojiChangeEvent;
    readonly 'shoji-token': ShojiTokenEvent;
    readonly 'shoji-error': ShojiErrorEvent;
    readonly 'shoji-challenge': ShojiChallengeEvent;
    readonly 'shoji-outcome': ShojiOutcomeEvent;
}
export interface ShojiSavedCardsAttributes {
    /** Form-control name of the chosen card's sequence. */
    readonly name?: string | undefined;
    /** The shop's own list; in an attribute as JSON. */
    readonly cards?: readonly SavedCard[] | string | undefined;
    readonly label?: string | undefined;
    readonly removable?: boolean | undefined;
    readonly disabled?: boolean | undefined;
}
export interface ShojiSavedCardsEvents {
    readonly 'shoji-choose-card': ShojiChooseCardEvent;
    readonly 'shoji-remove-card': ShojiRemoveCardEvent;
}
export interface ShojiPaymentMethodAttributes {
    /** What the shop offers, as `1 2-3 2-6; amex: 1`. */
    readonly options?: string | undefined;
    /** Whole yen. */
    readonly amount?: number | `${number}` | undefined;
    /** What is chosen at first, as `2-3`. */
    readonly value?: string | undefined;
    /** The card's brand; left out, it is that of the form's card. */
    readonly brand?: string | undefined;
    /** Form-control name of the method; `method` when left out. */
    readonly name?: string | undefined;
    /** Form-control name of the number of payments; `pay-times` when left out. */
    readonly 'pay-times-name'?: string | undefined;
    readonly label?: string | undefined;
    readonly disabled?: boolean | undefined;
}
export interface ShojiPaymentMethodEvents {
    readonly 'shoji-choose-method': ShojiChooseMethodEvent;
}
/** Listeners as attributes, where a template language says `on` and the event's name. */
export type ListenersOf<Events> = {
    readonly [Name in keyof Events & string as `on${Name}`]?: ((event: Events[Name]) => void) | undefined;
};
export type ShojiCardListeners = ListenersOf<ShojiCardEvents>;
export type ShojiSavedCardsListeners = ListenersOf<ShojiSavedCardsEvents>;
export type ShojiPaymentMethodListeners = ListenersOf<ShojiPaymentMethodEvents>;
