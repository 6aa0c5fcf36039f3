export declare const shojiCardStyles: string;
