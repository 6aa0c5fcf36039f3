import type { ChallengeOptions, ChallengeOutcome } from './challenge.js';
import { type ConsentRecord } from './consent.js';
import type { Stage } from './stage.js';
/** What the shopper is asked before a token is obtained. */
export interface Questions {
    readonly consent: boolean;
    /** Anything but `ask` and `always`: it is not. */
    readonly save: string;
}
export interface Answers {
    readonly consent: ConsentRecord | null;
    readonly saveConsent: ConsentRecord | null;
}
export declare class ThreeDs {
    #private;
    constructor(stage: Stage);
    /**
     * Takes the shopper to the issuer.
     * @param connection - ends with the element
     * @throws ShojiError `busy`
     */
    authenticate(redirectUrl: string, options: ChallengeOptions, connection: AbortSignal): Promise<ChallengeOutcome>;
    /** Shows what the shopper has to see before any challenge: what is to be agreed to, and what is known of an attempt that the tab remembers. */
    attend({ consent: asksConsent, save }: Questions, connection: AbortSignal): void;
    /** What was agreed to; where nothing was, null: of a consent that is missing it is said at its box. */
    answers(): Promise<Answers>;
    /** An attempt that the shopper is only asked about makes room for what the shopper does instead. */
    giveWay(): void;
    /** Gives up what is under way, and takes away what was told. */
    clear(): void;
    /** The language may be another one. */
    speak(): void;
}
