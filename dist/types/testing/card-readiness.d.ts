/** Waits, in the page, until a card can be typed into. */
export type CardFieldName = 'number' | 'expiry' | 'cvc' | 'name';
/** What these tests use of `<shoji-card>`. */
export interface CardElement extends HTMLElement {
    readonly state: string;
    readonly complete: boolean;
    readonly brand: string | null;
}
/** Why a card is not filled: these inputs stand in frames of the gateway’s, which may look otherwise tomorrow. */
export declare const THEIRS = "the inputs of this <shoji-card> are the gateway\u2019s own (fields-by=\"gateway\"): type into the frames inside its frame";
export interface Readiness {
    readonly isReady: boolean;
    /** Why there are no fields. */
    readonly code: string;
}
/** There are no fields to fill: the element is in the state `failed`. */
export declare class CardFailure extends Error {
    readonly name = "CardFailure";
    /** As `shoji-error` has it; empty where a second try went well. */
    readonly code: string;
    constructor(code: string);
}
/**
 * May be sent to the page as text (`evaluate` in shapes.ts).
 *
 * An element that has failed before does not say why. Another one like it, for a moment at the end of the page, does.
 */
export declare function readinessOf(element: HTMLElement): Promise<Readiness>;
/** Waits, in the page, until it knows of a card what the frame knows. May be sent there, too. */
export declare function agreement(element: HTMLElement, complete: boolean): Promise<void> | undefined;
