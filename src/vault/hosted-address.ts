/** Where the hosted document lives when the merchant does not say: `hosted/` beside the script that is running, one for each kind of fields. */
import { pristine } from '../pristine.js';
import { addressOf } from '../script-address.js';

export interface HostedAddress {
  readonly href: string;
  /** The origin that gets `init`, unless it is the page's own. */
  readonly origin: string;
}

/**
 * @param file - name of the document that speaks with the gateway
 * @param attribute - `hosted-url` as it stood at first connect, relative to the page; null for the default
 * @returns null for what is no http(s) address
 */
export function hostedAddress(file: string, attribute: string, page: string): HostedAddress | null {
  try {
    const address = attribute ? addressOf(attribute, page) : addressOf(`hosted/${file}.html`);
    const href = pristine.href(address);
    return /^https?:/.test(href) ? { href, origin: pristine.origin(address) } : null;
  } catch {
    return null;
  }
}
