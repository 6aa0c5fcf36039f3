/** What the gate asks of its element. */
export interface GateHost {
    /** Does the form wait for this control at all? */
    gatesForm(): boolean;
    /** The form data hold a token. */
    holdsToken(): boolean;
    /** Gets a token and resolves to true, or tells the shopper why not and resolves to false. */
    obtainToken(): Promise<boolean>;
}
/**
 * Holds a form's submission until there is a token, then submits it once, with the button that was pressed. It listens on the
 * form in the capture phase, so that the shop's own submit handlers run once only, with the token in the form data; what they
 * decide then counts.
 */
export declare class FormGate {
    #private;
    constructor(host: GateHost);
    attach(form: HTMLFormElement | null): void;
    /** Lets the next submission in again. */
    open(): void;
    /** Enter in a field. */
    submitImplicitly(): void;
}
