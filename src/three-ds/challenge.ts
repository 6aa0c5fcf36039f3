/**
 * What the browser can know of a 3-D Secure challenge. It is never the result: GMO's callback carries none, and everything that
 * arrives in a browser can be forged. Only SecureTran2, asked by the merchant's server, knows whether the cardholder was
 * authenticated.
 */

export type ChallengeStatus =
  /** The browser came back. Ask the server. (A redirect comes back to another page: this one cannot say so.) */
  | 'returned'
  /** The shopper or the merchant gave up. */
  | 'cancelled'
  /** Nothing happened before the deadline. */
  | 'expired'
  /** The challenge could not be shown. */
  | 'blocked';

export interface ChallengeOutcome {
  readonly status: ChallengeStatus;
}

export interface ChallengeOptions {
  /** Gives the challenge up: `cancelled`. */
  readonly signal?: AbortSignal;
  /** Milliseconds until `expired`. */
  readonly deadline?: number;
}

/** GMO's RedirectUrl is an absolute http(s) address with a query of its own; anything else would run as script or go nowhere. */
export function challengeAddress(redirectUrl: string): URL | null {
  try {
    const address = new URL(redirectUrl);
    return /^https?:$/.test(address.protocol) ? address : null;
  } catch {
    return null;
  }
}
