import type { ChallengeOptions, ChallengeOutcome } from './challenge.js';
import { type ConsentRecord } from './consent.js';
import type { Stage } from './stage.js';
export declare class ThreeDs {
    #private;
    constructor(stage: Stage);
    /**
     * Takes the shopper to the issuer.
     * @param connection - ends with the element
     * @throws ShojiError `busy`
     */
    authenticate(redirectUrl: string, options: ChallengeOptions, connection: AbortSignal): Promise<ChallengeOutcome>;
    /** Shows what the shopper has to see before any challenge: a consent, and what is known of an attempt that the tab remembers. */
    attend(asksConsent: boolean, connection: AbortSignal): void;
    /** What was consented to; null, said at the box, while it was not. */
    consented(): Promise<ConsentRecord | null>;
    /** An attempt that the shopper is only asked about makes room for what the shopper does instead. */
    giveWay(): void;
    /** Gives up what is under way, and takes away what was told. */
    clear(): void;
    /** The language may be another one. */
    speak(): void;
}
