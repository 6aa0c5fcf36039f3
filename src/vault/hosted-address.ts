/** Where the hosted document lives when the merchant does not say: `hosted/` beside the script that is running. */
import { pristine } from '../pristine.js';
import { addressOf } from '../script-address.js';

export interface HostedAddress {
  readonly href: string;
  /** The origin that gets `init`, unless it is the page's own. */
  readonly origin: string;
}

/**
 * @param attribute - `hosted-url` as it stood at first connect, relative to the page; null for the default
 * @returns null for what is no http(s) address
 */
export function hostedAddress(attribute: string | null, page: string): HostedAddress | null {
  try {
    const address = attribute === null ? addressOf('hosted/index.html') : addressOf(attribute, page);
    const href = pristine.href(address);
    return /^https?:/.test(href) ? { href, origin: pristine.origin(address) } : null;
  } catch {
    return null;
  }
}
