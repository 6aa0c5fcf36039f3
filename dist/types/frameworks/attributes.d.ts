/** What may be written in a `<shoji-card>` tag, for the template languages that check it. Each entry beside this file hands it to one of them. */
import type { ShojiChallengeEvent, ShojiChangeEvent, ShojiErrorEvent, ShojiOutcomeEvent, ShojiReadyEvent, ShojiTokenEvent } from '../elements/events.js';
import type { Presentation } from '../three-ds/challenge.js';
export interface ShojiCardAttributes {
    /** Form-control name of the token; without one the form is not held back. */
    readonly name?: string | undefined;
    readonly gateway?: 'gmo' | undefined;
    /** Which of the gateway's hosts; `live` when left out. */
    readonly environment?: 'live' | 'test' | undefined;
    /** GMO shop ID, 1 to 13 alphanumerics. */
    readonly 'shop-id'?: string | undefined;
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
/** Listeners as attributes, where a template language says `on` and the event's name. */
export type ShojiCardListeners = {
    readonly [Name in keyof ShojiCardEvents as `on${Name}`]?: ((event: ShojiCardEvents[Name]) => void) | undefined;
};
