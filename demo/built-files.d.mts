export declare const BUILT: URL;
