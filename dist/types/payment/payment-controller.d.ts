import type { PageMessage } from '../channel/protocol.js';
import { type ChallengeOptions, type ChallengeOutcome } from '../three-ds/challenge.js';
import type { Stage } from '../three-ds/stage.js';
import { type Appearance, type RawSettings } from '../vault/vault-settings.js';
import { type Announcement } from './payment-machine.js';
import { type CardToken, type PaymentState } from './payment-state.js';
/** What the element does for its payment. A private object, so that no script of the page can call it. */
export interface PaymentHost extends Pick<Stage, 'pristine' | 'root' | 'language'> {
    requestUpdate(): void;
    /** Dispatches the public event. */
    announce(what: Announcement, state: PaymentState): void;
    /** The shopper pressed Enter in a field. */
    submitAsked(): void;
}
/**
 * Owns the state of one payment and performs the machine's effects: the only place that does. It is not registered with Lit,
 * which publishes the controllers of an element: from here a script could load another document into the frame.
 */
export declare class PaymentController {
    #private;
    constructor(host: PaymentHost);
    /** Holds the frame; stands in the host's shadow root. From it a script would find that root. */
    get vault(): HTMLElement;
    get state(): PaymentState;
    /** Takes the frame away and ends what is under way. */
    close(): void;
    /** Loads the hosted document with these settings; what was typed before is gone. A challenge goes on. */
    open(raw: RawSettings): void;
    /** The language may be another one. */
    speak(): void;
    /** What the fields wait for, and how they look from now on. */
    dress(appearance: Appearance): void;
    send(message: PageMessage): void;
    /** Moves the keyboard into the frame, to the first field or to the first wrong one. */
    focusFields(target: 'first' | 'wrong', options?: FocusOptions): void;
    /** The frame's accessible name, in another language. */
    rename(title: string): void;
    /**
     * @param count - how many tokens
     * @throws {@link ShojiError} `token-count-invalid`, `not-ready`, `busy`, `aborted`, or why no token was issued
     */
    tokenize(count: number): Promise<CardToken>;
    /** @throws {@link ShojiError} `redirect-url-invalid`, or `busy` while another challenge or a tokenisation is under way */
    authenticate(redirectUrl: string, options: ChallengeOptions): Promise<ChallengeOutcome>;
    /** Empties the fields, forgets the token and gives up what is under way. */
    clear(): void;
    /**
     * Empties the fields and forgets the token. While the shopper is at the issuer, and without fields, there is nothing to empty.
     * A page that is shown again may learn here what another one left behind.
     */
    empty(): void;
}
