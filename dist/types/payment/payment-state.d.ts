/** The state of one payment, as the page may know it. */
import type { Brand } from '../card/brands.js';
import type { CardState } from '../channel/protocol.js';
import type { ErrorCode } from '../errors.js';
import type { ChallengeOutcome } from '../three-ds/challenge.js';
import type { ConsentRecord } from '../three-ds/consent.js';
import type { BrowserDetails } from './browser-details.js';
export type { CardState };
/**
 * `failed` is for an element that cannot take a card at all. A tokenisation that did not work is no state of its own: the
 * shopper is back in `editing`, with `error` set.
 */
export type Phase = 'loading' | 'editing' | 'tokenizing' | 'awaiting-merchant' | 'challenging' | 'settled' | 'failed';
/** One-time tokens for a card, and what the gateway says of them. */
export interface CardToken {
    /** The first token. Each works once: one charge, or one card registration. */
    readonly token: string;
    /** All tokens, as many as `token-count` asked for. */
    readonly tokens: readonly string[];
    /** As the gateway masks it, e.g. `*************111`. */
    readonly maskedNumber: string;
    readonly brand: Brand | null;
    /** As the gateway writes it (GMO: `yyyy-MM-dd-HH-mm-ss`, zone not stated, 30 minutes). */
    readonly expiresAt: string;
    readonly securityCodeSet: boolean;
    /** For the risk fields of 3-D Secure. */
    readonly browser: BrowserDetails;
    /** What the shopper agreed to; null without the attribute `consent`. */
    readonly consent: ConsentRecord | null;
    /** That the card is to be saved, with the last of the tokens; null when it is not. */
    readonly saveConsent: ConsentRecord | null;
}
export interface PaymentState {
    readonly phase: Phase;
    /** The hosted document lives on while the shopper is at the card issuer, or is lost meanwhile. */
    readonly frame: 'loading' | 'ready' | 'lost';
    readonly card: CardState;
    /** Held from `awaiting-merchant` on, until the card changes. */
    readonly token: CardToken | null;
    readonly outcome: ChallengeOutcome | null;
    /** The last thing that went wrong and was not mended yet. */
    readonly error: ErrorCode | null;
}
export declare const NO_CARD: CardState;
export declare const INITIAL_STATE: PaymentState;
/** What the merchant is told of the card: a token that is held stands for the card that it was issued for. */
export declare function publicCard({ card, token }: PaymentState): Pick<CardState, 'complete' | 'empty' | 'brand' | 'fields'>;
