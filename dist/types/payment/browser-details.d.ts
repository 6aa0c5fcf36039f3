/** What EMV 3-D Secure wants to know of the browser (browserColorDepth, browserTZ …), for the shop's server to pass on. */
export interface BrowserDetails {
    /** Bits per pixel. */
    readonly colorDepth: number;
    /** Minutes from local time to UTC: -540 in Japan. */
    readonly timezone: number;
    /** BCP 47. */
    readonly language: string;
    /** CSS pixels. */
    readonly screenWidth: number;
    readonly screenHeight: number;
}
export declare function browserDetails(): BrowserDetails;
