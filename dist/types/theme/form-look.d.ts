/**
 * The look of the fields where the shop says nothing: worn by their outlines in the page, from where it reaches the frame with
 * whatever the shop says (`mirror/`). Borders and fills are mixed from the text colour, so that the form looks at home on any ground.
 */
export declare const formLook: string;
