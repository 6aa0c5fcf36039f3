import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PageMessage } from '../channel/protocol.js';
import { type ChallengeOptions, type ChallengeOutcome } from '../three-ds/challenge.js';
import { type RawSettings } from '../vault/vault-settings.js';
import { Vault } from '../vault/vault.js';
import { type Announcement } from './payment-machine.js';
import { type CardToken, type PaymentState } from './payment-state.js';
export interface PaymentHost extends ReactiveControllerHost {
    /** Dispatches the public event. */
    announce(what: Announcement, state: PaymentState): void;
    /** The shopper pressed Enter in a field. */
    submitAsked(): void;
}
export type { RawSettings as CardSettings };
/**
 * The payment of one host, and the element that holds its frame. The host alone gets that element: Lit publishes its
 * controllers, and from the vault a script would find the closed root that it stands in.
 */
export declare function createPayment(host: PaymentHost): {
    payment: PaymentController;
    vault: HTMLElement;
};
/** Owns the state of one payment and performs the machine's effects: the only place that does. */
export declare class PaymentController implements ReactiveController {
    #private;
    constructor(host: PaymentHost, vault: Vault);
    get state(): PaymentState;
    hostDisconnected(): void;
    /** Loads the hosted document with these settings; what was typed before is gone. */
    open(raw: RawSettings): void;
    send(message: PageMessage): void;
    /** Moves the keyboard into the frame. */
    focusFrame(): void;
    /** The frame's accessible name, in another language. */
    rename(title: string): void;
    /**
     * @param count - how many tokens
     * @throws {@link ShojiError} `not-ready`, `busy`, `aborted`, or why no token was issued
     */
    tokenize(count: number): Promise<CardToken>;
    /** @throws {@link ShojiError} `redirect-url-invalid`, or `busy` while another challenge or a tokenisation is under way */
    authenticate(redirectUrl: string, options: ChallengeOptions): Promise<ChallengeOutcome>;
    /** Empties the fields and forgets the token. */
    clear(): void;
}
