import type { Skeleton } from './skeleton.js';
export interface CardViewState {
    readonly isLoading: boolean;
    readonly isBusy: boolean;
    /** Nothing can be typed here: the merchant's fallback is shown. */
    readonly hasFailed: boolean;
    /** Text of the badge; empty in the live environment. */
    readonly badge: string;
    readonly badgeHint: string;
    readonly status: string;
    readonly error: string;
    /** Label of the button that loads the fields again; empty when that cannot help. */
    readonly reload: string;
}
export declare class CardView {
    #private;
    /** Badge and cover come before the frame, because they lie over its upper edge, wherever that is. */
    constructor(root: ShadowRoot, vault: HTMLElement, skeleton: Skeleton, reload: () => void);
    show({ isLoading, isBusy, hasFailed, badge, badgeHint, status, error, reload }: CardViewState): void;
}
