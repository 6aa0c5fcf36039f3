/** Where the hosted document lives when the merchant does not say: `hosted/` beside the script that is running. */
import { ShojiError } from '../errors.js';
export interface HostedAddress {
    readonly href: string;
    /** The origin that gets `init`, unless it is the page's own. */
    readonly origin: string;
}
/**
 * @param attribute - `hosted-url` as it stood at first connect, relative to the page; null for the default
 * @returns an http(s) address, or the error `hosted-url-invalid`
 */
export declare function hostedAddress(attribute: string | null, page: string): HostedAddress | ShojiError;
