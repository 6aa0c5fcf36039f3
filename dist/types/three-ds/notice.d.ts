import type { Attempt } from './attempt.js';
import type { Stage } from './stage.js';
import { type WordKey } from './surface.js';
/** What the shopper decided about an attempt that has no result here. */
export type Decision = 'resume' | 'check';
/** What is known of an attempt, above the fields. It never says that something failed: this page cannot know. */
export declare class Notice {
    #private;
    constructor(stage: Stage);
    /** Asks what is to be done with the attempt; `signal` takes the question away. */
    ask({ startedAt }: Attempt, signal: AbortSignal): Promise<Decision>;
    /** Only tells. */
    tell(key: WordKey): void;
    speak(): void;
    remove(): void;
}
