/** The challenge of the sandbox's issuer, wherever it is shown: on the whole page, or in the frames of the dialog. */
import type { WaitOptions } from './card.js';
import type { PageShape } from './shapes.js';
type FrameOf<P extends PageShape> = ReturnType<P['frames']>[number];
type LocatorOf<P extends PageShape> = ReturnType<FrameOf<P>['locator']>;
export interface Challenge<P extends PageShape> {
    /** The frame of the issuer's page; the page's own for a full page. */
    readonly frame: FrameOf<P>;
    /** Where a password is asked for. */
    readonly password: LocatorOf<P>;
    /** What the issuer says is wrong. */
    readonly alert: LocatorOf<P>;
    answer(password: string): Promise<void>;
    cancel(): Promise<void>;
}
/** Waits until the issuer asks. */
export declare function challengeOf<P extends PageShape>(page: P, { timeout }?: WaitOptions): Promise<Challenge<P>>;
/** Waits until the issuer asks, and answers. Every card of the sandbox has the password 123456. */
export declare function answerChallenge(page: PageShape, password?: string, options?: WaitOptions): Promise<void>;
export {};
