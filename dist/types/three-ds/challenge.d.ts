/**
 * What the browser can know of a 3-D Secure challenge. It is never the result: GMO's callback carries none, and everything that
 * arrives in a browser can be forged. Only SecureTran2, asked by the merchant's server, knows whether the cardholder was
 * authenticated.
 */
/** How a challenge is shown: a full page, or the element's own dialog. */
export type Presentation = 'redirect' | 'dialog';
export type ChallengeStatus = 
/** The browser came back, or the shopper wants to know. Ask the server. */
'returned'
/** The shopper or the merchant gave up. */
 | 'cancelled'
/** Nothing happened before the deadline. */
 | 'expired'
/** The challenge could not be shown. */
 | 'blocked';
export interface ChallengeOutcome {
    readonly status: ChallengeStatus;
    /** Which transaction to ask for, where the browser knows it: a hint like everything here. */
    readonly accessId?: string;
}
/** What a challenge tells the payment: that it begins and, once, that it is over. */
export type ChallengeEvent = {
    readonly type: 'challenge-asked';
} | {
    readonly type: 'challenge-ended';
    readonly outcome: ChallengeOutcome;
};
export interface ChallengeOptions {
    /** Default: the attribute `challenge`. */
    readonly presentation?: Presentation;
    /** Gives the challenge up: `cancelled`. */
    readonly signal?: AbortSignal;
    /** Milliseconds until `expired`; default: ten minutes. */
    readonly deadline?: number;
    /** Where the shopper goes who comes back by another way and asks for the result. */
    readonly returnUrl?: string;
    /** AccessID of the transaction, for the outcome; default: the parameter of that name in `returnUrl`. */
    readonly accessId?: string;
}
/** GMO's RedirectUrl is an absolute http(s) address with a query of its own; anything else would run as script or go nowhere. */
export declare function challengeAddress(redirectUrl: string): URL | null;
