/** The challenge as a top-level navigation: the default, and the only way that every issuer's page supports. */
/**
 * Sends the browser to the gateway.
 * @returns once it is known that this page is still, or again, in front of the shopper: shown again out of the back/forward cache,
 *   or never left. A page that is gone does not get there, and neither does one whose `signal` ended the wait
 */
export declare function leave(address: string, page: Window, signal: AbortSignal): Promise<void>;
