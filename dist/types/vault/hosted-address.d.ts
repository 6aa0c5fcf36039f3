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
export declare function hostedAddress(file: string, attribute: string, page: string): HostedAddress | null;
