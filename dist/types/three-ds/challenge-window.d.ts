import type { Pristine } from '../pristine.js';
export interface ChallengeWindow {
    readonly frame: HTMLIFrameElement;
    rename(title: string): void;
}
export interface ChallengeWindowOptions {
    readonly pristine: Pristine;
    /** Closed, and without a frame yet. */
    readonly root: ShadowRoot;
    readonly box: HTMLElement;
    /** Where the hosted document is. */
    readonly hosted: {
        readonly href: string;
        readonly origin: string;
    };
    readonly address: string;
    readonly title: string;
    /** Something loaded, or nothing will. */
    readonly tell: (sign: 'loaded' | 'blocked') => void;
    /** Takes the frame and everything around it away. */
    readonly signal: AbortSignal;
}
export declare function openChallengeWindow(options: ChallengeWindowOptions): ChallengeWindow;
