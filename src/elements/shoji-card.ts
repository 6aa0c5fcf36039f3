import { ReactiveElement, type PropertyValues } from 'lit';
import type { FieldName } from '../card/verification.js';
import type { Diagnosis } from '../doctor/diagnosis.js';
import { importDoctor } from '../doctor/import-doctor.js';
import { ShojiError, errorTypeOf } from '../errors.js';
import { cardWords } from '../locales/card-words.js';
import { LocalizeController } from '../locales/localize-controller.js';
import { errorText, type ShownMessages } from '../locales/messages.js';
import { PaymentController } from '../payment/payment-controller.js';
import type { Announcement } from '../payment/payment-machine.js';
import { publicCard, type CardToken, type PaymentState, type Phase } from '../payment/payment-state.js';
import { pristine } from '../pristine.js';
import { formStructure } from '../theme/form-structure.js';
import type { ChallengeOptions, ChallengeOutcome } from '../three-ds/challenge.js';
import type { SaveMode } from '../three-ds/save-consent.js';
import { CardView } from './card-view.js';
import { Dresser } from './dresser.js';
import { eventFor } from './events.js';
import { FormGate } from './form-gate.js';
import { reflectState } from './reflect-state.js';
import { shojiCardStyles } from './shoji-card.styles.js';
import { Skeleton } from './skeleton.js';

/** `hosted-url` and the page's address as they stood at first connect. */
interface HostedPlace {
  readonly hostedUrl: string;
  readonly page: string;
}

type Written = Pick<ShojiCard, keyof typeof ShojiCard.properties>;

/** A change of any other property asks for a new hosted document. */
const QUIET_PROPERTIES: readonly PropertyKey[] = ['name', 'disabled', 'hostedUrl'];

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
export class ShojiCard extends ReactiveElement {
  static readonly formAssociated = true;
  static override readonly properties = {
    name: { reflect: true },
    gateway: {},
    environment: {},
    provider: {},
    shopId: { attribute: 'shop-id' },
    apiKey: { attribute: 'api-key' },
    publicKey: { attribute: 'public-key' },
    fieldsBy: { attribute: 'fields-by' },
    sendFingerprint: { type: Boolean, attribute: 'send-fingerprint' },
    hostedUrl: { attribute: 'hosted-url' },
    fields: {},
    brands: {},
    tokenCount: { type: Number, attribute: 'token-count' },
    challenge: {},
    consent: { type: Boolean },
    save: {},
    disabled: { type: Boolean, reflect: true },
  };

  /** Under which the form sends the token; without a name the form is left alone. */
  declare name: string | null;
  /** `gmo`: GMO PG Multi-Payment, `token.js`; `gmo-v2`: its `mp-token.js`. */
  declare gateway: 'gmo' | 'gmo-v2';
  /** `live` or `test`: which of the gateway's hosts. */
  declare environment: 'live' | 'test';
  /** `gmo-pg` or `smbc-gp`: whose hosts. */
  declare provider: 'gmo-pg' | 'smbc-gp';
  /** GMO shop ID, 1 to 13 alphanumerics. */
  declare shopId: string;
  /** API key of the shop, for `gmo-v2`. */
  declare apiKey: string;
  /** Public key of the shop in base64, for `gmo-v2`. */
  declare publicKey: string;
  /** `shoji` or `gateway`: whose fields the shopper types into; the gateway's own need `gmo-v2`. */
  declare fieldsBy: 'shoji' | 'gateway';
  /** `gmo-v2` may send a fingerprint of the device. */
  declare sendFingerprint: boolean;
  /** Where the hosted document is; read once, at first connect. Empty for the default. */
  declare hostedUrl: string;
  /** Which of `number expiry cvc name`, in their order. */
  declare fields: string;
  /** What the shop takes, of the brands of the attribute; empty: no brand is refused. */
  declare brands: string;
  /** How many tokens are issued, 1 to 10 (GMO codes 141, 142). */
  declare tokenCount: number;
  /** `redirect` or `dialog`: how 3-D Secure is presented. */
  declare challenge: 'redirect' | 'dialog';
  /** The shopper has to agree to what 3-D Secure passes on before a token is obtained. */
  declare consent: boolean;
  /** `ask`, `always` or `never`: is the card to be saved for later payments. */
  declare save: SaveMode;
  /** As of any form control. */
  declare disabled: boolean;

  readonly #internals: ElementInternals;
  readonly #payment: PaymentController;
  readonly #localize: LocalizeController<ShownMessages>;
  readonly #gate: FormGate;
  readonly #view: CardView;
  readonly #skeleton = new Skeleton(() => {
    this.#dresser.follow();
  });
  readonly #dresser: Dresser;
  #hosted: HostedPlace | undefined;
  #isSilent = false;
  #isDisabled = false;
  #shownWords: unknown;

  constructor() {
    super();
    // Root and internals before anything else: a root that somebody else attached ends the element here, instead of being used.
    this.#internals = pristine.attachInternals(this);
    const root = pristine.attachRoot(this);
    const styles = shojiCardStyles + formStructure;
    pristine.setStyles(root, styles);
    this.name = null;
    this.gateway = 'gmo';
    this.environment = 'live';
    this.provider = 'gmo-pg';
    this.shopId = '';
    this.apiKey = '';
    this.publicKey = '';
    this.fieldsBy = 'shoji';
    this.sendFingerprint = false;
    this.hostedUrl = '';
    this.fields = 'number expiry cvc name';
    this.brands = '';
    this.tokenCount = 1;
    this.challenge = 'redirect';
    this.consent = false;
    this.save = 'never';
    this.disabled = false;
    this.#localize = new LocalizeController(this, cardWords);
    // Its hosts are private objects, and neither is registered with Lit, which publishes controllers: no script can call them.
    this.#payment = new PaymentController({
      pristine,
      root,
      language: () => ({ language: this.#localize.language, words: this.#localize.messages.threeDs }),
      requestUpdate: () => {
        super.requestUpdate();
      },
      announce: (what, state) => {
        this.#announce(what, state);
      },
      submitAsked: () => {
        this.#gate.submitImplicitly();
      },
    });
    this.#gate = new FormGate({
      gatesForm: () => Boolean(this.name) && !this.#isDisabled,
      holdsToken: () => this.#payment.state.token !== null,
      obtainToken: () => this.#obtainToken(),
    });
    this.#view = new CardView(root, this.#payment.vault, this.#skeleton, this.#open);
    this.#dresser = new Dresser({
      pristine,
      host: this,
      skeleton: this.#skeleton.element,
      outline: () => this.#skeleton.outline(),
      addStyles: (text) => {
        pristine.setStyles(root, styles + text);
      },
      changed: ({ style, fonts }) => {
        this.#payment.dress({ ...this.#shown(), style, fonts });
      },
    });
    this.addEventListener('invalid', this.#handleInvalid);
    this.addEventListener('click', this.#handleClick);
  }

  /** Every field is filled in and right, or a token is held. */
  get complete(): boolean {
    return publicCard(this.#payment.state).complete;
  }

  /** Nothing is typed and no token is held. */
  get empty(): boolean {
    return publicCard(this.#payment.state).empty;
  }

  /** The card's brand, once it is certain: a hint, the gateway has the last word. */
  get brand(): PaymentState['card']['brand'] {
    return publicCard(this.#payment.state).brand;
  }

  /** Where the payment stands: `loading editing tokenizing awaiting-merchant challenging settled`, or `failed` without fields. */
  get state(): Phase {
    return this.#payment.state.phase;
  }

  /** @see https://html.spec.whatwg.org/multipage/custom-elements.html#dom-elementinternals-form */
  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  /** @see https://html.spec.whatwg.org/multipage/custom-elements.html#dom-elementinternals-validity */
  get validity(): ValidityState {
    return this.#internals.validity;
  }

  /** @see https://html.spec.whatwg.org/multipage/custom-elements.html#dom-elementinternals-validationmessage */
  get validationMessage(): string {
    return this.#internals.validationMessage;
  }

  /** @see https://html.spec.whatwg.org/multipage/custom-elements.html#dom-elementinternals-willvalidate */
  get willValidate(): boolean {
    return this.#internals.willValidate;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // fixed now: neither the attribute nor a <base> that comes later moves the fields origin
    this.#hosted ??= { hostedUrl: this.hostedUrl, page: document.baseURI };
    this.#gate.attach(this.form); // a form that is moved with the element in it stays its form, and is not announced again
    window.addEventListener('pageshow', this.#handlePageShow);
    if (this.hasUpdated) this.#open(); // moved: the browser loads a moved frame anew
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('pageshow', this.#handlePageShow);
    this.#gate.attach(null);
    this.#payment.close();
  }

  /**
   * Moved by `moveBefore()`, which takes nothing out of the page: the frame stays, and what is typed in it.
   * @see https://html.spec.whatwg.org/multipage/custom-elements.html#concept-custom-element-definition-lifecycle-callbacks
   */
  connectedMoveCallback(): void {
    super.requestUpdate(); // another language may be around it now
  }

  /**
   * Turns the card into one-time tokens, without a form. Fires `shoji-token`.
   * @throws {@link ShojiError} why there is no token; `shoji-error` is fired as well when the gateway or the line is why
   */
  tokenize(): Promise<CardToken> {
    return this.#payment.tokenize(this.tokenCount);
  }

  /**
   * Takes the shopper to the card issuer. Fires `shoji-challenge` when it begins and ends, then `shoji-outcome`. Never says whether
   * the shopper was authenticated: only your server can find that out. A full page takes the promise with it: the tab remembers the
   * attempt, and the next `<shoji-card>` that the shopper meets by another way than the return URL offers to go on.
   * @param redirectUrl - RedirectUrl of ExecTran, whole
   * @param options - `presentation`, default: the attribute `challenge`; `signal` gives up (`cancelled`); `deadline` in milliseconds
   *   (`expired`); `returnUrl`, where a shopper goes who asks for the result; `accessId`, for the outcome
   * @throws {@link ShojiError} `redirect-url-invalid` or `busy`
   */
  authenticate(redirectUrl: string, options: ChallengeOptions = {}): Promise<ChallengeOutcome> {
    return this.#payment.authenticate(redirectUrl, { presentation: this.challenge, ...options });
  }

  /** Empties the fields, forgets the token and gives up a challenge. Call it when your server refused the token. */
  clear(): void {
    this.#gate.open();
    this.#payment.clear();
  }

  /**
   * Focuses the first field.
   * @see https://developer.mozilla.org/docs/Web/API/HTMLElement/focus
   */
  override focus(options?: FocusOptions): void {
    this.#payment.focusFields('first', options);
  }

  /**
   * Is the card complete? Shows nothing.
   * @see https://developer.mozilla.org/docs/Web/API/ElementInternals/checkValidity
   */
  checkValidity(): boolean {
    this.#isSilent = true;
    try {
      return this.#internals.checkValidity();
    } finally {
      this.#isSilent = false;
    }
  }

  /**
   * Is the card complete? Shows what is missing at its field.
   * @see https://developer.mozilla.org/docs/Web/API/ElementInternals/reportValidity
   */
  reportValidity(): boolean {
    return this.#internals.reportValidity();
  }

  /**
   * What is wrong with the way in which this page uses the element, and the line or header that mends it: for developers, in Japanese
   * or English. Loads `doctor.js` and waits some seconds for the fields. A page with `environment="test"` whose address has
   * `?shoji-doctor` shows the same.
   */
  diagnose(): Promise<Diagnosis> {
    return this.#consult(false);
  }

  async #consult(isShown: boolean): Promise<Diagnosis> {
    const { diagnose } = await importDoctor();
    return diagnose(
      {
        pristine,
        host: this,
        skeleton: this.#skeleton.element,
        language: () => this.#localize.language,
        error: () => this.#payment.state.error,
      },
      isShown,
    );
  }

  async #obtainToken(): Promise<boolean> {
    if (!this.complete) {
      this.#payment.focusFields('wrong');
      return false;
    }
    try {
      await this.tokenize();
      return true;
    } catch (error) {
      if (error instanceof ShojiError) return false; // announced and shown
      throw error;
    }
  }

  #announce(what: Announcement, state: PaymentState): void {
    this.#reflect();
    if (what === 'ready') this.#sendShown();
    const event = eventFor(what, state);
    if (event) this.dispatchEvent(event);
  }

  protected override willUpdate(): void {
    this.#reflect();
  }

  /** Lit publishes what it renders into. It gets the host itself, so that the root stays ours. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override update(changed: PropertyValues<this>): void {
    super.update(changed);
    const { phase, error } = this.#payment.state;
    const { messages } = this.#localize;
    this.#payment.speak();
    const isTest = this.environment !== 'live';
    this.#view.show({
      isLoading: phase === 'loading',
      isBusy: phase === 'tokenizing',
      hasFailed: phase === 'failed',
      badge: isTest ? messages['test-badge'] : '',
      badgeHint: messages['test-badge-hint'] ?? '',
      status: (phase === 'tokenizing' && messages.busy) || '',
      error: this.#errorText(),
      reload: phase === 'failed' && error && errorTypeOf(error) === 'network' ? messages.reload : '',
    });
    // after the badge: WebKit does not see later that the row below it needs room for it
    this.#skeleton.show(this.#fieldNames, messages.frame, phase === 'loading');
  }

  protected override updated(changed: PropertyValues<this>): void {
    if ([...changed.keys()].some((name) => !QUIET_PROPERTIES.includes(name))) this.#open();
    else if (this.#shownWords !== this.#localize.messages) this.#sendShown();
  }

  #errorText(): string {
    const { error, card } = this.#payment.state;
    // an error of a field stands at that field, and what was ended on purpose needs no sentence
    const isElsewhere = error === 'aborted' || Object.values(card.fields).some((field) => field.error === error);
    return error === null || isElsewhere ? '' : errorText(this.#localize.messages, error, errorTypeOf(error));
  }

  /** Whether these are fields at all is checked when the vault is opened. */
  get #fieldNames(): FieldName[] {
    return this.fields.trim().split(/\s+/) as FieldName[];
  }

  readonly #open = (): void => {
    this.#gate.open();
    this.#payment.open({
      ...(Object.fromEntries(Object.keys(ShojiCard.properties).map((name) => [name, this[name as keyof Written]])) as Written),
      ...(this.#hosted as HostedPlace),
      fields: this.#fieldNames,
      brands: this.brands.split(/\s+/).filter(Boolean),
      title: this.#localize.messages.frame['frame-title'],
    });
    const isTest = this.environment === 'test';
    void this.#dresser.dress(this.#localize.arrival, isTest);
    if (isTest && /[?&]shoji-doctor\b/.test(location.search)) this.#consult(true).catch(() => undefined); // the browser says why it did not come
  };

  #shown() {
    const { messages, language } = this.#localize;
    this.#shownWords = messages;
    return { language, words: messages.frame, disabled: this.#isDisabled };
  }

  /** What changed while the document was loading, or is another language now. A document that still loads hears nothing. */
  #sendShown(): void {
    const { language, words, disabled } = this.#shown();
    this.#payment.rename(this.#localize.messages.frame['frame-title']);
    this.#payment.send({ type: 'labels', language, words });
    this.#payment.send({ type: 'disabled', disabled });
  }

  #reflect(): void {
    const { name } = this;
    reflectState(this.#internals, this.#payment.state, { name, message: this.#localize.messages.errors.incomplete, anchor: this.#payment.vault });
  }

  /** The browser's own bubble cannot point into the frame: the frame shows the errors at their fields instead. */
  readonly #handleInvalid = (event: Event): void => {
    const { frame } = this.#payment.state;
    if (this.#isSilent || frame !== 'ready') return;
    event.preventDefault();
    const isFirst = !this.form || this.form.querySelector(':invalid:not(fieldset)') === this;
    if (isFirst) this.#payment.focusFields('wrong');
    else this.#payment.send({ type: 'focus', target: 'none' }); // another control comes first: the focus is its business
  };

  /** A click on the element's label arrives here as a click on the element. */
  readonly #handleClick = (event: MouseEvent): void => {
    if (event.composedPath()[0] === this) this.focus();
  };

  /** The frame emptied itself when the page was left. */
  readonly #handlePageShow = (event: PageTransitionEvent): void => {
    if (!event.persisted) return;
    this.#gate.open();
    this.#payment.empty();
  };

  formAssociatedCallback(form: HTMLFormElement | null): void {
    this.#gate.attach(form);
  }

  formDisabledCallback(disabled: boolean): void {
    this.#isDisabled = disabled;
    this.#payment.send({ type: 'disabled', disabled });
  }

  formResetCallback(): void {
    this.clear();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'shoji-card': ShojiCard;
  }
}
