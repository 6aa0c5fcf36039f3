import { ReactiveElement, adoptStyles, type PropertyValues } from 'lit';
import type { FieldName } from '../card/verification.js';
import { ShojiError, errorTypeOf } from '../errors.js';
import { LocalizeController } from '../locales/localize-controller.js';
import { errorText } from '../locales/messages.js';
import { createPayment, type PaymentController, type PaymentHost } from '../payment/payment-controller.js';
import type { Announcement } from '../payment/payment-machine.js';
import type { CardToken, PaymentState, Phase } from '../payment/payment-state.js';
import { hostStyle } from '../theme/mirrored-parts.js';
import { formHeight } from '../theme/tokens.js';
import type { ChallengeOptions, ChallengeOutcome } from '../three-ds/challenge.js';
import { CardView } from './card-view.js';
import {
  ShojiChallengeEvent,
  ShojiChangeEvent,
  ShojiErrorEvent,
  ShojiOutcomeEvent,
  ShojiReadyEvent,
  ShojiTokenEvent,
} from './events.js';
import { FormGate, type GatedHost } from './form-gate.js';
import { shojiCardStyles } from './shoji-card.styles.js';

/** Which change of which property asks for a new hosted document. */
const OPENING_PROPERTIES = ['gateway', 'environment', 'shopId', 'fields'] as const;

/** Codes that the hosted document shows at their field, and one that needs no sentence. */
const SILENT = /^(?:number|expiry|cvc|name)-|^aborted$/;

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
 * @attr gateway - `gmo` (GMO PG Multi-Payment, token.js)
 * @attr environment - `live` or `test`: which of the gateway's hosts; anything but live shows a badge
 * @attr shop-id - GMO shop ID, 1 to 13 alphanumerics
 * @attr hosted-url - address of the hosted document, on an origin of its own; read once, at first connect
 * @attr fields - which of `number expiry cvc name`, in which order
 * @attr token-count - how many tokens to issue, 1 to 10 (GMO codes 141, 142)
 * @attr challenge - `redirect`: how 3-D Secure is presented
 * @attr lang - BCP 47; else the nearest `lang` around the element, else the browser's language. Locales but Japanese and English are
 *   loaded when needed
 * @attr disabled - as any form control
 *
 * @slot - shown until the fields are ready
 * @slot fallback - shown when the fields cannot be loaded, e.g. a link to another way of paying
 *
 * @fires {ShojiReadyEvent} shoji-ready - the fields can be typed into
 * @fires {ShojiChangeEvent} shoji-change - what is known of the card changed
 * @fires {ShojiTokenEvent} shoji-token - the gateway issued tokens
 * @fires {ShojiErrorEvent} shoji-error - something went wrong; see `ErrorCode`
 * @fires {ShojiChallengeEvent} shoji-challenge - the challenge opens or closes
 * @fires {ShojiOutcomeEvent} shoji-outcome - the browser's part of the challenge is over
 *
 * @csspart badge - the mark of the test environment
 * @csspart error - what went wrong with the whole form
 *
 * @cssstate ready - the fields can be typed into
 * @cssstate complete - the card is complete, or its token is held
 * @cssstate invalid - a field shows an error
 * @cssstate busy - a token is being obtained
 * @cssstate challenge - the challenge is under way
 */
export class ShojiCard extends ReactiveElement implements PaymentHost, GatedHost {
  static readonly formAssociated = true;
  static override readonly properties = {
    name: { reflect: true },
    gateway: {},
    environment: {},
    shopId: { attribute: 'shop-id' },
    fields: {},
    tokenCount: { type: Number, attribute: 'token-count' },
    challenge: {},
    disabled: { type: Boolean, reflect: true },
  };

  declare name: string | null;
  declare gateway: string;
  declare environment: string;
  declare shopId: string;
  declare fields: string;
  declare tokenCount: number;
  declare challenge: string;
  declare disabled: boolean;

  readonly #internals: ElementInternals;
  readonly #vault: HTMLElement;
  readonly #payment: PaymentController;
  readonly #localize: LocalizeController;
  readonly #gate: FormGate;
  readonly #view: CardView;
  #hostedUrl: string | null | undefined;
  #isDisabled = false;
  #listeners = new AbortController();

  constructor() {
    super();
    // Root and internals before anything else: a root that somebody else attached ends the element here, instead of being used.
    this.#internals = this.attachInternals();
    const root = this.attachShadow({ mode: 'closed', delegatesFocus: true });
    adoptStyles(root, [shojiCardStyles]);
    this.name = null;
    this.gateway = 'gmo';
    this.environment = 'live';
    this.shopId = '';
    this.fields = 'number expiry cvc name';
    this.tokenCount = 1;
    this.challenge = 'redirect';
    this.disabled = false;
    this.#localize = new LocalizeController(this);
    const { payment, vault } = createPayment(this);
    this.#payment = payment;
    this.#vault = vault;
    this.#gate = new FormGate(this);
    this.#view = new CardView(root, this.#vault, this.#open);
    this.addEventListener('invalid', this.#handleInvalid);
    this.addEventListener('click', this.#handleClick);
  }

  /** Every field is filled in and right, or a token is held. */
  get complete(): boolean {
    return this.#payment.state.card.complete || this.#payment.state.token !== null;
  }

  /** Nothing is typed and no token is held. */
  get empty(): boolean {
    return this.#payment.state.card.empty && this.#payment.state.token === null;
  }

  get brand(): PaymentState['card']['brand'] {
    return this.#payment.state.token?.brand ?? this.#payment.state.card.brand;
  }

  get state(): Phase {
    return this.#payment.state.phase;
  }

  /** @see https://html.spec.whatwg.org/multipage/custom-elements.html#dom-elementinternals-form */
  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  get validity(): ValidityState {
    return this.#internals.validity;
  }

  get validationMessage(): string {
    return this.#internals.validationMessage;
  }

  get willValidate(): boolean {
    return this.#internals.willValidate;
  }

  /** @internal The gate asks. */
  get gatesForm(): boolean {
    return Boolean(this.name) && !this.#isDisabled;
  }

  /** @internal The gate asks. */
  get holdsToken(): boolean {
    return this.#payment.state.token !== null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#hostedUrl === undefined) this.#hostedUrl = this.getAttribute('hosted-url');
    this.#gate.attach(this.form); // a form that is moved with the element in it stays its form, and is not announced again
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    window.addEventListener('pageshow', this.#handlePageShow, { signal });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', this.#sendStyle, { signal });
    if (this.hasUpdated) this.#open(); // moved: the browser loads a moved frame anew
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listeners.abort();
  }

  /**
   * Turns the card into one-time tokens, without a form. Fires `shoji-token`.
   * @throws {@link ShojiError} why there is no token; `shoji-error` is fired as well when the gateway or the line is why
   */
  tokenize(): Promise<CardToken> {
    const { tokenCount } = this;
    if (!Number.isInteger(tokenCount) || tokenCount < 1 || tokenCount > 10) {
      return Promise.reject(new ShojiError('token-count-invalid'));
    }
    return this.#payment.tokenize(tokenCount);
  }

  /**
   * Takes the shopper to the card issuer. Never says whether the shopper was authenticated: only your server can find that out.
   * @param redirectUrl - RedirectUrl of ExecTran, whole
   * @throws {@link ShojiError} `redirect-url-invalid` or `busy`
   */
  authenticate(redirectUrl: string, options: ChallengeOptions = {}): Promise<ChallengeOutcome> {
    return this.#payment.authenticate(redirectUrl, options);
  }

  /** Empties the fields and forgets the token. Call it when your server refused the token. */
  clear(): void {
    this.#gate.open();
    this.#payment.clear();
  }

  /** Focuses the first field. */
  override focus(_options?: FocusOptions): void {
    this.#focusFrame('first');
  }

  checkValidity(): boolean {
    return this.#internals.checkValidity();
  }

  reportValidity(): boolean {
    return this.#internals.reportValidity();
  }

  /** @internal */
  async obtainToken(): Promise<boolean> {
    if (!this.#payment.state.card.complete) {
      this.#focusFrame('wrong');
      return false;
    }
    try {
      await this.tokenize();
      await this.updateComplete;
      return true;
    } catch (error) {
      if (!(error instanceof ShojiError)) throw error;
      return false;
    }
  }

  /** @internal */
  submitAsked(): void {
    this.#gate.submitImplicitly();
  }

  /** @internal */
  announce(what: Announcement, state: PaymentState): void {
    this.#reflect();
    if (what === 'ready') this.#payment.send({ type: 'disabled', disabled: this.#isDisabled }); // it may have changed since `init`
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
    const isTest = this.environment !== 'live';
    this.#view.show({
      isLoading: phase === 'loading',
      isBusy: phase === 'tokenizing',
      hasFailed: phase === 'failed',
      badge: isTest ? messages['test-badge'] : '',
      badgeHint: messages['test-badge-hint'],
      status: phase === 'tokenizing' ? messages.busy : '',
      error: this.#errorText(),
      reload: phase === 'failed' && error === 'hosted-unavailable' ? messages.reload : '',
    });
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (OPENING_PROPERTIES.some((name) => changed.has(name))) this.#open();
    else this.#sendLabels();
  }

  #errorText(): string {
    const { error } = this.#payment.state;
    if (error === null || SILENT.test(error)) return '';
    return errorText(this.#localize.messages, error, errorTypeOf(error));
  }

  get #fieldNames(): FieldName[] {
    // whether these are fields at all is checked when the vault is opened
    return this.fields.trim().split(/\s+/) as FieldName[];
  }

  readonly #open = (): void => {
    const { messages, language } = this.#localize;
    this.#sent = language;
    this.#gate.open();
    this.#payment.open({
      gateway: this.gateway,
      environment: this.environment,
      shopId: this.shopId,
      fields: this.#fieldNames,
      hostedUrl: this.#hostedUrl ?? null,
      page: document.baseURI,
      title: messages['frame-title'],
      height: formHeight(this.#fieldNames),
      shown: { language, words: messages.frame, style: hostStyle(getComputedStyle(this)), disabled: this.#isDisabled },
    });
  };
  #sent = '';

  #sendLabels(): void {
    const { messages, language } = this.#localize;
    // a document that is still loading hears nothing; it is told when it is ready
    if (this.state === 'loading' || this.#sent === language) return;
    this.#sent = language;
    this.#payment.rename(messages['frame-title']);
    this.#payment.send({ type: 'labels', language, words: messages.frame });
  }

  readonly #sendStyle = (): void => {
    this.#payment.send({ type: 'style', style: hostStyle(getComputedStyle(this)) });
  };

  #focusFrame(target: 'first' | 'wrong'): void {
    this.#payment.focusFrame();
    this.#payment.send({ type: 'focus', target });
  }

  /** Form value, validity and custom states follow the state of the payment. */
  #reflect(): void {
    const { phase, token, card, error } = this.#payment.state;
    const { states } = this.#internals;
    const reflected: Readonly<Record<string, boolean>> = {
      ready: phase !== 'loading' && phase !== 'failed',
      complete: this.complete,
      invalid: Object.values(card.fields).some((field) => field.error !== null) || error !== null,
      busy: phase === 'tokenizing',
      challenge: phase === 'challenging',
    };
    for (const [name, holds] of Object.entries(reflected)) {
      if (holds) states.add(name);
      else states.delete(name);
    }
    this.#internals.setFormValue(token && this.name ? toFormValue(this.name, token.tokens) : null);
    const message = this.#localize.messages.invalid;
    if (this.complete) this.#internals.setValidity({});
    else this.#internals.setValidity(this.empty ? { valueMissing: true } : { badInput: true }, message, this.#vault);
  }

  /** The browser's own bubble cannot point into the frame: the frame shows the errors at their fields instead. */
  readonly #handleInvalid = (event: Event): void => {
    event.preventDefault();
    if (this.#payment.state.phase === 'loading' || this.#payment.state.phase === 'failed') return;
    const invalid = this.form?.querySelector(':invalid:not(fieldset)');
    if (!this.form || invalid === this) this.#focusFrame('wrong');
    else this.#payment.send({ type: 'focus', target: 'wrong' });
  };

  /** A click on the element's label arrives here as a click on the element. */
  readonly #handleClick = (event: MouseEvent): void => {
    if (event.composedPath()[0] === this) this.focus();
  };

  /** The frame emptied itself when the page was left. */
  readonly #handlePageShow = (event: PageTransitionEvent): void => {
    if (event.persisted) this.clear();
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

/** One entry per token, all under the element's name. */
function toFormValue(name: string, tokens: readonly string[]): FormData {
  const data = new FormData();
  for (const token of tokens) data.append(name, token);
  return data;
}

function eventFor(what: Announcement, state: PaymentState): Event | null {
  switch (what) {
    case 'ready':
      return new ShojiReadyEvent();
    case 'change':
      return new ShojiChangeEvent(state.card);
    case 'token':
      return state.token && new ShojiTokenEvent(state.token);
    case 'error':
      return state.error && new ShojiErrorEvent(new ShojiError(state.error));
    case 'challenge-open':
      return new ShojiChallengeEvent(true);
    case 'challenge-close':
      return new ShojiChallengeEvent(false);
    case 'outcome':
      return state.outcome && new ShojiOutcomeEvent(state.outcome);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'shoji-card': ShojiCard;
  }
}
