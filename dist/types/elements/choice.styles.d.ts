/** Of both elements with a choice. Colours and measures are those of the fields (theme/form-look.ts), so that they look like one form. */
export declare const choiceStyles: string;
