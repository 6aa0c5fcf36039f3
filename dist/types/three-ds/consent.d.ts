import type { Stage } from './stage.js';
/** That the shopper agreed, when, and to which words. */
export interface ConsentRecord {
    readonly version: string;
    /** ISO 8601, UTC. */
    readonly acceptedAt: string;
    /** Of the text as it was shown, UTF-8, in hexadecimal; empty where the page is no secure context, which has no hashes. */
    readonly sha256: string;
}
/** The box to be ticked before a token is obtained: 3-D Secure passes personal data on to the card issuer. */
export declare class Consent {
    #private;
    constructor(stage: Stage);
    /** What was agreed to; null when nothing was: the shopper is led to the box. */
    record(): Promise<ConsentRecord | null>;
    /** Other words were not agreed to. */
    speak(): void;
    remove(): void;
}
/** Now, to these words. */
export declare function agreed(version: string, text: string): Promise<ConsentRecord>;
