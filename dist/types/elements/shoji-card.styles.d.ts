export declare const shojiCardStyles: import("lit").CSSResult;
