/** Colours and measures are those of the fields (theme/form-look.ts), so that the dialog looks like one of the family. */
export declare const surfaceStyles: string;
