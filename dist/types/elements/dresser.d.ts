import type { MirrorStage } from '../mirror/part-mirror.js';
/**
 * Tells the frame how the fields look, at first and whenever that changes. Without the code that reads the shop's style the fields
 * are plain, and no payment is lost for it.
 */
export declare class Dresser {
    #private;
    constructor(stage: MirrorStage);
    /**
     * @param words - what else is waited for
     * @param isForDevelopers - the console says what cannot be shown
     */
    dress(words: Promise<void>, isForDevelopers: boolean): Promise<void>;
    /** The fields stand in another way now. */
    follow(): void;
}
