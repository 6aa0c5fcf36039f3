/** Colours and measures are those of the fields (hosted/card-form.styles.ts), so that the dialog looks like one of the family. */
export declare const surfaceStyles: string;
