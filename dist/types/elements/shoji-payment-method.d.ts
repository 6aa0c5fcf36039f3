import { ReactiveElement, type PropertyValues } from 'lit';
import { type Method } from '../choice/method-options.js';
/**
 * How the shopper pays with a card in Japan (支払方法): in one payment, in instalments, with the bonuses, or revolving. It explains each in
 * plain words, and says how an amount is divided, as an estimate: fees are the issuer's, and so is the last word. In a form it is a
 * control like any other, and sends the gateway's own values, which the shop's server has to check.
 *
 * ```html
 * <shoji-payment-method options="1 2-3 2-6 2-12 5; amex: 1" amount="12800"></shoji-payment-method>
 * ```
 *
 * @summary The ways to pay that a shop offers, as a group of radio buttons.
 *
 * @attr options - what the shop offers, in the gateway's values: `1` one payment, `2-3` three instalments, `3` one payment with the bonus,
 *   `4-2` two with the bonuses, `5` revolving. `; amex: 1` offers something else for the cards of a brand
 * @attr amount - whole yen: how it is divided is shown
 * @attr value - what is chosen at first, e.g. `2-3`; else `1`
 * @attr brand - the card's brand; left out, it is that of the `<shoji-saved-cards>` or `<shoji-card>` of the same form
 * @attr name - form-control name of the method, 1 to 5; `method` when left out
 * @attr pay-times-name - form-control name of the number of payments, which methods 2 and 4 have; `pay-times` when left out
 * @attr label - what stands above the list, instead of words of ours
 * @attr lang - as of `<shoji-card>`
 * @attr disabled - as any form control
 *
 * @fires {ShojiChooseMethodEvent} shoji-choose-method - another way is chosen, by the shopper or because the card does not allow the one before
 * @fires {Event} change - the shopper chose
 *
 * @csspart group - all of it
 * @csspart legend - what stands above the list
 * @csspart option - one row; it also has its state (`chosen`)
 * @csspart title - the name of a way to pay
 * @csspart counts - the box with the numbers of payments
 * @csspart text - what a way to pay means
 * @csspart estimate - how the amount is divided
 * @csspart note - that the issuer decides
 *
 * @cssprop [--shoji-color=inherit] - colour of the text
 * @cssprop --shoji-muted - colour of quiet text
 * @cssprop --shoji-accent - colour of what is chosen, and of the focus
 * @cssprop --shoji-background - ground of the list
 * @cssprop --shoji-border-color - colour of the list's border
 * @cssprop [--shoji-border-width=1px] - width of the list's border
 * @cssprop [--shoji-radius=8px] - corners of the list
 * @cssprop [--shoji-padding=14px] - room in a row before and after the text
 * @cssprop [--shoji-height=48px] - height of a row, at least
 * @cssprop [--shoji-font=inherit] - font family
 * @cssprop [--shoji-font-size=16px] - size of a name
 * @cssprop [--shoji-label-size=14px] - size of what stands above
 * @cssprop [--shoji-label-weight=600] - weight of what stands above
 * @cssprop [--shoji-ring=2px] - width of the focus ring
 */
export declare class ShojiPaymentMethod extends ReactiveElement {
    #private;
    static readonly formAssociated = true;
    static readonly properties: {
        options: {};
        amount: {
            type: NumberConstructor;
        };
        brand: {};
        name: {
            reflect: boolean;
        };
        payTimesName: {
            attribute: string;
        };
        label: {};
        disabled: {
            type: BooleanConstructor;
            reflect: boolean;
        };
    };
    /** What the shop offers, e.g. `1 2-3 2-6; amex: 1`. */
    options: string;
    /** Whole yen; null when the division is not to be shown. */
    amount: number | null;
    /** The card's brand; null: it is that of the form's card. */
    brand: string | null;
    /** Under which the form sends the method. */
    name: string;
    /** Under which the form sends the number of payments. */
    payTimesName: string;
    /** What stands above the list. */
    label: string;
    /** As of any form control. */
    disabled: boolean;
    constructor();
    /** What is chosen, as `options` writes it: `1`, `2-3`. */
    get value(): string;
    set value(option: string);
    /** As the gateway has it (GMO: Method). */
    get method(): Method;
    /** Number of payments (GMO: PayTimes); empty where there is none. */
    get payTimes(): string;
    /** @see https://html.spec.whatwg.org/multipage/custom-elements.html#dom-elementinternals-form */
    get form(): HTMLFormElement | null;
    /** @see https://html.spec.whatwg.org/multipage/custom-elements.html#dom-elementinternals-validity */
    get validity(): ValidityState;
    /** @see https://html.spec.whatwg.org/multipage/custom-elements.html#dom-elementinternals-validationmessage */
    get validationMessage(): string;
    /** @see https://html.spec.whatwg.org/multipage/custom-elements.html#dom-elementinternals-willvalidate */
    get willValidate(): boolean;
    connectedCallback(): void;
    disconnectedCallback(): void;
    /**
     * Focuses what is chosen.
     * @see https://developer.mozilla.org/docs/Web/API/HTMLElement/focus
     */
    focus(options?: FocusOptions): void;
    /**
     * Always: something is chosen.
     * @see https://developer.mozilla.org/docs/Web/API/ElementInternals/checkValidity
     */
    checkValidity(): boolean;
    /** @see https://developer.mozilla.org/docs/Web/API/ElementInternals/reportValidity */
    reportValidity(): boolean;
    protected createRenderRoot(): ShadowRoot;
    protected willUpdate(changed: PropertyValues<this>): void;
    protected update(changed: PropertyValues<this>): void;
    protected updated(): void;
    formAssociatedCallback(): void;
    formDisabledCallback(disabled: boolean): void;
    formResetCallback(): void;
    formStateRestoreCallback(state: unknown): void;
}
declare global {
    interface HTMLElementTagNameMap {
        'shoji-payment-method': ShojiPaymentMethod;
    }
}
