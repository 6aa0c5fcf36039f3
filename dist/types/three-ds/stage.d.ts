/** What the element lends to the code of 3-D Secure, which is loaded later. */
import type { ThreeDsWords } from '../locales/three-ds/ja.js';
import type { Pristine } from '../pristine.js';
import type { ChallengeEvent } from './challenge.js';
export interface Stage {
    readonly pristine: Pristine;
    /** The element's closed root. */
    readonly root: ShadowRoot;
    /** Where the hosted document is; its wrapper for challenges lies beside it. Absent while the settings are wrong. */
    hosted(): {
        readonly href: string;
        readonly origin: string;
    } | undefined;
    /** A token is asked for or held: what was agreed to is settled. */
    isSettled(): boolean;
    language(): {
        readonly language: string;
        readonly words: ThreeDsWords | undefined;
    };
    /**
     * Why a challenge cannot begin now; null when it can.
     * @param isTaken - another element of the page has one
     */
    refusal(isTaken: boolean): Error | null;
    tell(event: ChallengeEvent): void;
}
