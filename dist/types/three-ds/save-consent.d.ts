import { type ConsentRecord } from './consent.js';
import type { Stage } from './stage.js';
/** Is the card to be saved for later payments: does the shopper say, or the shop? */
export type SaveMode = 'ask' | 'always' | 'never';
/** What the shopper reads of saving the card, with a box to be ticked where it is the shopper who says. A payment never waits for it. */
export declare class SaveConsent {
    #private;
    readonly mode: SaveMode;
    constructor(stage: Stage, mode: Exclude<SaveMode, 'never'>);
    /** To which words it was agreed; null when the shopper did not. */
    record(): Promise<ConsentRecord | null>;
    /** Other words were not agreed to; and a token that is there was issued for what was agreed to before. */
    speak(): void;
    remove(): void;
}
