/** The challenge as a top-level navigation: the default, and the only way that every issuer's page supports. */

/** How long a navigation may take to leave this page, or to be stopped by an unload question, before the shopper is asked again. */
const LEAVE_DEADLINE = 15_000;

/**
 * Sends the browser to the gateway.
 * @returns once it is known that this page is still, or again, in front of the shopper: shown again out of the back/forward cache,
 *   or never left. A page that is gone does not get there, and neither does one whose `signal` ended the wait
 */
export function leave(address: string, page: Window, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const listeners = new AbortController();
    const end = () => {
      clearTimeout(timer);
      listeners.abort();
    };
    const stay = () => {
      end();
      resolve();
    };
    const timer = setTimeout(stay, LEAVE_DEADLINE);
    signal.addEventListener('abort', end, { signal: listeners.signal });
    // the first `pageshow` of a page that still loads is no return
    page.addEventListener(
      'pageshow',
      ({ persisted }) => {
        if (persisted) stay();
      },
      { signal: listeners.signal },
    );
    page.location.assign(address);
  });
}
