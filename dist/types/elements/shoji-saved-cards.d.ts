import { ReactiveElement, type PropertyValues } from 'lit';
import { type SavedCard } from '../choice/saved-card.js';
/**
 * The cards that a member of the shop has saved, to choose one of, or a new one. The list is the shop's own, as its server has it of the
 * gateway; the element never sees a card number. In a form it is a control like any other: a saved card is sent as its sequence, and a
 * new card as the token of the `<shoji-card>` that stands between the tags; never both.
 *
 * ```html
 * <shoji-saved-cards name="card-seq" cards='[{ "sequence": "0", "maskedNumber": "*************111", "brand": "visa", "expiry": "2912" }]'>
 *   <shoji-card name="token" shop-id="tshop00000001" environment="test"></shoji-card>
 * </shoji-saved-cards>
 * ```
 *
 * @summary A member's saved cards as a group of radio buttons, with a new card among them.
 *
 * @attr name - form-control name of the chosen card's sequence; without one nothing is sent and nothing is asked for
 * @attr cards - the list as JSON: `sequence`, `maskedNumber`, `brand`, `expiry` (`YYMM` as the gateway writes it, or `YYYY-MM`), `isDefault`
 * @attr label - what stands above the list, instead of words of ours
 * @attr removable - boolean: each card can be removed; the shopper is asked first, and then it is the shop that removes it
 * @attr lang - as of `<shoji-card>`
 * @attr disabled - as any form control
 *
 * @slot - the new card: a `<shoji-card>`, alone or in an element of yours. It is `disabled` while a saved card is chosen
 *
 * @fires {ShojiChooseCardEvent} shoji-choose-card - another card is chosen, by the shopper or because the list is another one
 * @fires {ShojiRemoveCardEvent} shoji-remove-card - the shopper wants a card removed, and was asked
 * @fires {Event} change - the shopper chose
 *
 * @csspart group - all of it
 * @csspart legend - what stands above the list
 * @csspart option - one row; it also has its state (`chosen expired`)
 * @csspart card - what is known of a card
 * @csspart mark - the mark of the card's brand
 * @csspart number - the last digits
 * @csspart expiry - the expiry
 * @csspart badge - `default`, and that a card expires this month or has expired
 * @csspart note - why a card cannot be chosen
 * @csspart remove - the button that removes a card
 * @csspart question - whether the card is to be removed
 * @csspart confirm - the button that says yes
 * @csspart keep - the button that says no
 * @csspart new - what the new card stands in
 * @csspart error - that a card has to be chosen
 *
 * @cssprop [--shoji-color=inherit] - colour of the text
 * @cssprop --shoji-muted - colour of quiet text
 * @cssprop --shoji-accent - colour of what is chosen, and of the focus
 * @cssprop --shoji-error - colour of what is wrong
 * @cssprop --shoji-background - ground of the list
 * @cssprop --shoji-border-color - colour of the list's border
 * @cssprop [--shoji-border-width=1px] - width of the list's border
 * @cssprop [--shoji-radius=8px] - corners of the list
 * @cssprop [--shoji-padding=14px] - room in a row before and after the text
 * @cssprop [--shoji-height=48px] - height of a row, at least
 * @cssprop [--shoji-font=inherit] - font family
 * @cssprop [--shoji-font-size=16px] - size of a card's text
 * @cssprop [--shoji-label-size=14px] - size of what stands above
 * @cssprop [--shoji-label-weight=600] - weight of what stands above
 * @cssprop [--shoji-ring=2px] - width of the focus ring
 */
export declare class ShojiSavedCards extends ReactiveElement {
    #private;
    static readonly formAssociated = true;
    static readonly properties: {
        name: {
            reflect: boolean;
        };
        cards: {
            type: ArrayConstructor;
        };
        label: {};
        removable: {
            type: BooleanConstructor;
        };
        disabled: {
            type: BooleanConstructor;
            reflect: boolean;
        };
    };
    /** Under which the form sends the sequence of the chosen card; without a name nothing is sent. */
    name: string | null;
    /** The shop's own list. Give it anew after a card was removed. */
    cards: readonly SavedCard[] | null;
    /** What stands above the list. */
    label: string;
    /** Each card can be removed. */
    removable: boolean;
    /** As of any form control. */
    disabled: boolean;
    constructor();
    /** The sequence of the chosen card; empty for the new card, and while nothing is chosen. */
    get value(): string;
    set value(sequence: string);
    /** The chosen card; null for the new card, and while nothing is chosen. */
    get chosen(): SavedCard | null;
    /** The new card is chosen. */
    get isNew(): boolean;
    /** Of the chosen card, or of the new one once it is certain. */
    get brand(): string | null;
    /** @see https://html.spec.whatwg.org/multipage/custom-elements.html#dom-elementinternals-form */
    get form(): HTMLFormElement | null;
    /** @see https://html.spec.whatwg.org/multipage/custom-elements.html#dom-elementinternals-validity */
    get validity(): ValidityState;
    /** @see https://html.spec.whatwg.org/multipage/custom-elements.html#dom-elementinternals-validationmessage */
    get validationMessage(): string;
    /** @see https://html.spec.whatwg.org/multipage/custom-elements.html#dom-elementinternals-willvalidate */
    get willValidate(): boolean;
    /**
     * Focuses the chosen card, or the first that can be.
     * @see https://developer.mozilla.org/docs/Web/API/HTMLElement/focus
     */
    focus(options?: FocusOptions): void;
    /**
     * Is a card chosen? Shows nothing.
     * @see https://developer.mozilla.org/docs/Web/API/ElementInternals/checkValidity
     */
    checkValidity(): boolean;
    /**
     * Is a card chosen? Says so when none is.
     * @see https://developer.mozilla.org/docs/Web/API/ElementInternals/reportValidity
     */
    reportValidity(): boolean;
    protected createRenderRoot(): ShadowRoot;
    protected willUpdate(changed: PropertyValues<this>): void;
    protected update(changed: PropertyValues<this>): void;
    protected updated(): void;
    formDisabledCallback(disabled: boolean): void;
    formResetCallback(): void;
    formStateRestoreCallback(state: unknown): void;
}
declare global {
    interface HTMLElementTagNameMap {
        'shoji-saved-cards': ShojiSavedCards;
    }
}
