/** The challenge as a top-level navigation: the default, and the only way that every issuer's page supports. */
import type { ChallengeOptions, ChallengeOutcome } from './challenge.js';

/** How long a navigation may take to leave this page before it counts as blocked by the browser or by an unload question. */
const LEAVE_DEADLINE = 30_000;

/**
 * Sends the browser to the gateway. The promise outlives the page only when the page does: in a page that comes back from the
 * back/forward cache it resolves to `cancelled`, in one that was never left to `blocked` or `cancelled`.
 */
export function redirect(address: string, page: Window, options: ChallengeOptions = {}): Promise<ChallengeOutcome> {
  const { signal, deadline } = options;
  if (signal?.aborted) return Promise.resolve({ status: 'cancelled' });
  return new Promise((resolve) => {
    const listeners = new AbortController();
    const end = (outcome: ChallengeOutcome) => {
      clearTimeout(timer);
      listeners.abort();
      resolve(outcome);
    };
    const wait = deadline === undefined ? LEAVE_DEADLINE : Math.min(deadline, LEAVE_DEADLINE);
    const timer = setTimeout(end, wait, { status: wait === deadline ? 'expired' : 'blocked' });
    const cancel = () => {
      end({ status: 'cancelled' });
    };
    // Shown again out of the cache: the shopper pressed Back. The first `pageshow` of a page that still loads is none of that.
    page.addEventListener(
      'pageshow',
      ({ persisted }) => {
        if (persisted) cancel();
      },
      { signal: listeners.signal },
    );
    signal?.addEventListener('abort', cancel, { signal: listeners.signal });
    page.location.assign(address);
  });
}
