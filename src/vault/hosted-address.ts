/** Where the hosted document lives when the merchant does not say: `hosted/` beside the script that is running. */
import { ShojiError } from '../errors.js';
import { besideScript } from '../script-address.js';

/**
 * @param attribute - `hosted-url` as it stands, relative to the page; null for the default
 * @returns an http(s) address, or the error `hosted-url-invalid`
 */
export function hostedAddress(attribute: string | null, page: string): URL | ShojiError {
  try {
    const address = attribute === null ? besideScript('hosted/index.html') : new URL(attribute, page);
    return /^https?:$/.test(address.protocol) ? address : new ShojiError('hosted-url-invalid');
  } catch {
    return new ShojiError('hosted-url-invalid');
  }
}
