import type { Attempt } from './attempt.js';
import type { ChallengeStatus } from './challenge.js';
import type { Stage } from './stage.js';
/** The shopper wants the full page, or it has ended. */
export type DialogEnd = 'redirect' | {
    readonly status: ChallengeStatus;
    readonly accessId?: string;
};
/**
 * The challenge in a native `<dialog>`: in the top layer, above the shop's own, with the rest of the page inert. The platform moves
 * the focus in and gives it back. Nobody can see from outside whether an issuer refuses to be framed, so the way out to a full page
 * is there from the start.
 */
export declare class ChallengeDialog {
    #private;
    constructor(stage: Stage, hosted: {
        readonly href: string;
        readonly origin: string;
    }, attempt: Attempt);
    /** Nothing could be shown: the way out is all that is left. */
    get isBlocked(): boolean;
    /** Opens it until it has ended; afterwards nothing of it is left. */
    show(signal: AbortSignal): Promise<DialogEnd>;
    /** The language may be another one. */
    speak(): void;
}
