/** Without a box nothing is laid out, and there are transitions all the same. */
export declare const mirrorStyles: string;
