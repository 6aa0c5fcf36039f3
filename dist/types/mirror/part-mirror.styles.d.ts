export declare const mirrorStyles: string;
