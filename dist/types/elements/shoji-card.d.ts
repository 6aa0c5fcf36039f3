import { ReactiveElement, type PropertyValues } from 'lit';
import type { Diagnosis } from '../doctor/diagnosis.js';
import { type CardToken, type PaymentState, type Phase } from '../payment/payment-state.js';
import type { ChallengeOptions, ChallengeOutcome } from '../three-ds/challenge.js';
import type { SaveMode } from '../three-ds/save-consent.js';
/**
 * Card fields for a shop's checkout. The card is typed into a frame of another origin and turned into a one-time token there; the
 * page gets the token and never a digit of the card. In a form it is a control like any other: it takes part in validation, and on
 * submit it obtains a token, puts it into the form data under its `name` and submits the form once.
 *
 * It does not charge the card: the shop's server does, with the token.
 *
 * ```html
 * <form action="/pay" method="post">
 *   <shoji-card name="token" shop-id="tshop00000001" environment="test"></shoji-card>
 *   <button>Pay</button>
 * </form>
 * ```
 *
 * @summary Card payment fields in an isolated frame, as a form control.
 *
 * @attr name - form-control name of the token; without one the form is not held back
 * @attr gateway - `gmo` (default: GMO PG Multi-Payment, token.js) or `gmo-v2` (its second generation, mp-token.js)
 * @attr environment - `live` or `test`: which of the gateway's hosts; anything but live shows a badge
 * @attr provider - whose hosts: `gmo-pg` (default), or `smbc-gp` for SMBC GMO Payment, with `gmo-v2` in the test environment only
 * @attr shop-id - GMO shop ID, 1 to 13 alphanumerics; `gmo-v2` does not need it
 * @attr api-key - API key of the shop, for `gmo-v2`
 * @attr public-key - public key of the shop in base64, for `gmo-v2`
 * @attr fields-by - whose fields the shopper types into: `shoji` (default), or `gateway` for the gateway's own, with `gmo-v2`
 * @attr send-fingerprint - boolean: `gmo-v2` may send a fingerprint of the shopper's device to the gateway
 * @attr hosted-url - address of the hosted document, on an origin of its own; read once, at first connect
 * @attr fields - which of `number expiry cvc name`, in which order
 * @attr brands - what the shop takes, of `visa mastercard jcb american-express diners-club discover unionpay maestro`; a card that
 *   is certainly of another brand is refused at its field; left out: no brand is refused
 * @attr token-count - how many tokens to issue, 1 to 10 (GMO codes 141, 142)
 * @attr challenge - `redirect` (default) or `dialog`: how 3-D Secure is presented
 * @attr consent - boolean: the shopper has to agree to what 3-D Secure passes on to the card issuer before a token is obtained
 * @attr save - is the card to be saved for later payments: `ask` shows a box to be ticked, `always` says that it will be, `never` (default).
 *   When it is, the form data have `save-card` with the version of those words; when the shopper did not tick the box, one token fewer
 *   is issued than `token-count` says, because the last one is for saving
 * @attr lang - BCP 47; else the nearest `lang` around the element, else the browser's language. Each locale is a file that is loaded
 *   when it is needed; the words of an empty form are at hand in Japanese and English
 * @attr disabled - as any form control
 *
 * @slot - shown until the fields are ready
 * @slot font - a web font of the fields: `<link slot="font" data-family="Shop" data-weight="400 700" data-style="normal" href="…">`, from
 *   a host that the policy of the hosted document allows
 * @slot fallback - shown when the fields cannot be loaded, e.g. a link to another way of paying
 *
 * @fires {ShojiReadyEvent} shoji-ready - the fields can be typed into
 * @fires {ShojiChangeEvent} shoji-change - what is known of the card changed
 * @fires {ShojiTokenEvent} shoji-token - the gateway issued tokens
 * @fires {ShojiErrorEvent} shoji-error - something went wrong; see `ErrorCode`
 * @fires {ShojiChallengeEvent} shoji-challenge - the challenge opens or closes
 * @fires {ShojiOutcomeEvent} shoji-outcome - the browser's part of the challenge is over
 *
 * @csspart form - the fields together: the grid that they stand in
 * @csspart field - one field: label, input and what is below; like the parts within, it also has the field's name (`number expiry cvc
 *   name`) and state (`focused invalid complete empty disabled`): `::part(number input)`, `::part(input invalid)`
 * @csspart label - the label of a field
 * @csspart input - the box that is typed into
 * @csspart placeholder - the example in an empty box
 * @csspart hint - the line of help below a box
 * @csspart error - what is wrong with a field, or with the whole form
 * @csspart brand - the mark of the card's brand, in the number
 * @csspart badge - the mark of the test environment
 * @csspart challenge - the dialog of 3-D Secure
 * @csspart resume - what is known of a challenge that has no result here, above the fields
 * @csspart consent - the box to be ticked
 * @csspart save - what is said of saving the card, with its box
 *
 * @cssprop [--shoji-color=inherit] - colour of the text
 * @cssprop --shoji-muted - colour of quiet text: hints and placeholders
 * @cssprop --shoji-accent - colour of the focus
 * @cssprop --shoji-error - colour of what is wrong
 * @cssprop --shoji-background - ground of an input
 * @cssprop --shoji-border-color - colour of an input's border
 * @cssprop [--shoji-border-width=1px] - width of an input's border
 * @cssprop [--shoji-radius=8px] - corners of an input
 * @cssprop [--shoji-padding=14px] - room in an input before and after the text
 * @cssprop [--shoji-height=48px] - height of an input
 * @cssprop [--shoji-font=inherit] - font family
 * @cssprop [--shoji-font-size=16px] - size of what is typed; below 16px iOS zooms in
 * @cssprop [--shoji-label-size=14px] - size of a label
 * @cssprop [--shoji-label-weight=600] - weight of a label
 * @cssprop [--shoji-space=8px] - room between the rows
 * @cssprop [--shoji-gap=16px] - room between fields side by side
 * @cssprop [--shoji-ring=2px] - width of the focus ring
 * @cssprop --shoji-columns - columns of the form, as `grid-template-columns`; left out, they follow from its width
 *
 * @cssstate ready - the fields can be typed into
 * @cssstate complete - the card is complete, or its token is held
 * @cssstate invalid - a field shows an error
 * @cssstate busy - a token is being obtained
 * @cssstate challenge - the challenge is under way
 */
export declare class ShojiCard extends ReactiveElement {
    #private;
    static readonly formAssociated = true;
    static readonly properties: {
        name: {
            reflect: boolean;
        };
        gateway: {};
        environment: {};
        provider: {};
        shopId: {
            attribute: string;
        };
        apiKey: {
            attribute: string;
        };
        publicKey: {
            attribute: string;
        };
        fieldsBy: {
            attribute: string;
        };
        sendFingerprint: {
            type: BooleanConstructor;
            attribute: string;
        };
        hostedUrl: {
            attribute: string;
        };
        fields: {};
        brands: {};
        tokenCount: {
            type: NumberConstructor;
            attribute: string;
        };
        challenge: {};
        consent: {
            type: BooleanConstructor;
        };
        save: {};
        disabled: {
            type: BooleanConstructor;
            reflect: boolean;
        };
    };
    /** Under which the form sends the token; without a name the form is left alone. */
    name: string | null;
    /** `gmo`: GMO PG Multi-Payment, `token.js`; `gmo-v2`: its `mp-token.js`. */
    gateway: 'gmo' | 'gmo-v2';
    /** `live` or `test`: which of the gateway's hosts. */
    environment: 'live' | 'test';
    /** `gmo-pg` or `smbc-gp`: whose hosts. */
    provider: 'gmo-pg' | 'smbc-gp';
    /** GMO shop ID, 1 to 13 alphanumerics. */
    shopId: string;
    /** API key of the shop, for `gmo-v2`. */
    apiKey: string;
    /** Public key of the shop in base64, for `gmo-v2`. */
    publicKey: string;
    /** `shoji` or `gateway`: whose fields the shopper types into; the gateway's own need `gmo-v2`. */
    fieldsBy: 'shoji' | 'gateway';
    /** `gmo-v2` may send a fingerprint of the device. */
    sendFingerprint: boolean;
    /** Where the hosted document is; read once, at first connect. Empty for the default. */
    hostedUrl: string;
    /** Which of `number expiry cvc name`, in their order. */
    fields: string;
    /** What the shop takes, of the brands of the attribute; empty: no brand is refused. */
    brands: string;
    /** How many tokens are issued, 1 to 10 (GMO codes 141, 142). */
    tokenCount: number;
    /** `redirect` or `dialog`: how 3-D Secure is presented. */
    challenge: 'redirect' | 'dialog';
    /** The shopper has to agree to what 3-D Secure passes on before a token is obtained. */
    consent: boolean;
    /** `ask`, `always` or `never`: is the card to be saved for later payments. */
    save: SaveMode;
    /** As of any form control. */
    disabled: boolean;
    constructor();
    /** Every field is filled in and right, or a token is held. */
    get complete(): boolean;
    /** Nothing is typed and no token is held. */
    get empty(): boolean;
    /** The card's brand, once it is certain: a hint, the gateway has the last word. */
    get brand(): PaymentState['card']['brand'];
    /** Where the payment stands: `loading editing tokenizing awaiting-merchant challenging settled`, or `failed` without fields. */
    get state(): Phase;
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
     * Moved by `moveBefore()`, which takes nothing out of the page: the frame stays, and what is typed in it.
     * @see https://html.spec.whatwg.org/multipage/custom-elements.html#concept-custom-element-definition-lifecycle-callbacks
     */
    connectedMoveCallback(): void;
    /**
     * Turns the card into one-time tokens, without a form. Fires `shoji-token`.
     * @throws {@link ShojiError} why there is no token; `shoji-error` is fired as well when the gateway or the line is why
     */
    tokenize(): Promise<CardToken>;
    /**
     * Takes the shopper to the card issuer. Fires `shoji-challenge` when it begins and ends, then `shoji-outcome`. Never says whether
     * the shopper was authenticated: only your server can find that out. A full page takes the promise with it: the tab remembers the
     * attempt, and the next `<shoji-card>` that the shopper meets by another way than the return URL offers to go on.
     * @param redirectUrl - RedirectUrl of ExecTran, whole
     * @param options - `presentation`, default: the attribute `challenge`; `signal` gives up (`cancelled`); `deadline` in milliseconds
     *   (`expired`); `returnUrl`, where a shopper goes who asks for the result; `accessId`, for the outcome
     * @throws {@link ShojiError} `redirect-url-invalid` or `busy`
     */
    authenticate(redirectUrl: string, options?: ChallengeOptions): Promise<ChallengeOutcome>;
    /** Empties the fields, forgets the token and gives up a challenge. Call it when your server refused the token. */
    clear(): void;
    /**
     * Focuses the first field.
     * @see https://developer.mozilla.org/docs/Web/API/HTMLElement/focus
     */
    focus(options?: FocusOptions): void;
    /**
     * Is the card complete? Shows nothing.
     * @see https://developer.mozilla.org/docs/Web/API/ElementInternals/checkValidity
     */
    checkValidity(): boolean;
    /**
     * Is the card complete? Shows what is missing at its field.
     * @see https://developer.mozilla.org/docs/Web/API/ElementInternals/reportValidity
     */
    reportValidity(): boolean;
    /**
     * What is wrong with the way in which this page uses the element, and the line or header that mends it: for developers, in Japanese
     * or English. Loads `doctor.js` and waits some seconds for the fields. A page with `environment="test"` whose address has
     * `?shoji-doctor` shows the same.
     */
    diagnose(): Promise<Diagnosis>;
    protected willUpdate(): void;
    /** Lit publishes what it renders into. It gets the host itself, so that the root stays ours. */
    protected createRenderRoot(): HTMLElement;
    protected update(changed: PropertyValues<this>): void;
    protected updated(changed: PropertyValues<this>): void;
    formAssociatedCallback(form: HTMLFormElement | null): void;
    formDisabledCallback(disabled: boolean): void;
    formResetCallback(): void;
}
declare global {
    interface HTMLElementTagNameMap {
        'shoji-card': ShojiCard;
    }
}
