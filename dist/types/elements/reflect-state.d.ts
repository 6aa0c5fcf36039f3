/** Form value, validity and custom states: what the platform, CSS and a form see of a payment. */
import { type PaymentState } from '../payment/payment-state.js';
export interface Reflection {
    /** Form-control name; without one the element takes no part in the form data. */
    readonly name: string | null;
    readonly message: string;
    /** Where the browser points when it says the message. */
    readonly anchor: HTMLElement;
}
export declare function reflectState(internals: ElementInternals, state: PaymentState, { name, message, anchor }: Reflection): void;
