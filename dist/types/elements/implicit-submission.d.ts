/** What Enter in a text field does: presses the form's default button (HTML, implicit submission). */
export declare function submitImplicitly(form: HTMLFormElement): void;
