export interface HostedAddress {
    readonly href: string;
    /** The origin that gets `init`, unless it is the page's own. */
    readonly origin: string;
}
/**
 * @param attribute - `hosted-url` as it stood at first connect, relative to the page; null for the default
 * @returns null for what is no http(s) address
 */
export declare function hostedAddress(attribute: string | null, page: string): HostedAddress | null;
