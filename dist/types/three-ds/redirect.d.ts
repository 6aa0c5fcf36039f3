/** The challenge as a top-level navigation: the default, and the only way that every issuer's page supports. */
import type { ChallengeOptions, ChallengeOutcome } from './challenge.js';
/**
 * Sends the browser to the gateway. The promise outlives the page only when the page does: in a page that comes back from the
 * back/forward cache it resolves to `cancelled`, in one that was never left to `blocked` or `cancelled`.
 */
export declare function redirect(address: string, page: Window, options?: ChallengeOptions): Promise<ChallengeOutcome>;
