/**
 * Where the hosted document lives when the merchant does not say: `hosted/` beside the script that is running. Taken once, while
 * the script is evaluated, because `document.currentScript` is known only then.
 */
import { ShojiError } from '../errors.js';
/**
 * @param attribute - `hosted-url` as it stands, relative to the page; null for the default
 * @returns an http(s) address, or the error `hosted-url-invalid`
 */
export declare function hostedAddress(attribute: string | null, page: string): URL | ShojiError;
