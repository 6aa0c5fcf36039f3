import { ReactiveElement, type PropertyValues } from 'lit';
import { instalments } from '../choice/instalments.js';
import { optionsFor, optionText, parseMethodOptions, type Method, type MethodOption } from '../choice/method-options.js';
import { LocalizeController } from '../locales/localize-controller.js';
import { memberWords } from '../locales/member-words.js';
import { ShojiChooseMethodEvent } from './choice-events.js';
import { filled, openChoiceRoot, say } from './choice-root.js';
import { choiceStyles } from './choice.styles.js';
import { submitImplicitly } from './implicit-submission.js';
import { make } from './make.js';
import { MethodRow } from './method-row.js';
import { paymentMethodStyles } from './shoji-payment-method.styles.js';

/** After any of these the card of the form may be one of another brand. */
const BRAND_EVENTS = ['shoji-change', 'shoji-token', 'shoji-choose-card'] as const;

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
export class ShojiPaymentMethod extends ReactiveElement {
  static readonly formAssociated = true;
  static override readonly properties = {
    options: {},
    amount: { type: Number },
    brand: {},
    name: { reflect: true },
    payTimesName: { attribute: 'pay-times-name' },
    label: {},
    disabled: { type: Boolean, reflect: true },
  };

  /** What the shop offers, e.g. `1 2-3 2-6; amex: 1`. */
  declare options: string;
  /** Whole yen; null when the division is not to be shown. */
  declare amount: number | null;
  /** The card's brand; null: it is that of the form's card. */
  declare brand: string | null;
  /** Under which the form sends the method. */
  declare name: string;
  /** Under which the form sends the number of payments. */
  declare payTimesName: string;
  /** What stands above the list. */
  declare label: string;
  /** As of any form control. */
  declare disabled: boolean;

  readonly #internals = this.attachInternals();
  readonly #localize = new LocalizeController(this, memberWords);
  readonly #legend = make('legend', { part: 'legend' });
  readonly #options = make('div', { class: 'options' });
  readonly #note = make('p', { class: 'note', part: 'note' });
  /** There from the start: a region that comes with its text is not announced. */
  readonly #status = make('p', { role: 'status', class: 'heard' });
  readonly #group = make('fieldset', { part: 'group' }, this.#legend, this.#options, this.#note, this.#status) as HTMLFieldSetElement;
  readonly #rows = new Map<Method, MethodRow>();
  #parsed = parseMethodOptions('1');
  #offered = this.#parsed.all;
  #choice = optionText(this.#offered[0] as MethodOption);
  /** What the shopper, or a script, has chosen: it may not be offered now. */
  #wanted: string | undefined;
  #told: string | undefined;
  /** What the form knows. */
  #said: string | undefined;
  #isDisabled = false;
  #listeners = new AbortController();

  constructor() {
    super();
    this.options = '1';
    this.amount = null;
    this.brand = null;
    this.name = 'method';
    this.payTimesName = 'pay-times';
    this.label = '';
    this.disabled = false;
    this.addEventListener('click', this.#handleClick);
    this.#group.addEventListener('keydown', this.#handleKey);
  }

  /** What is chosen, as `options` writes it: `1`, `2-3`. */
  get value(): string {
    return this.#choice;
  }

  set value(option: string) {
    this.#wanted = option;
    this.#settle();
    this.requestUpdate();
  }

  /** As the gateway has it (GMO: Method). */
  get method(): Method {
    return this.#chosen.method;
  }

  /** Number of payments (GMO: PayTimes); empty where there is none. */
  get payTimes(): string {
    return String(this.#chosen.payTimes ?? '');
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
    this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listeners.abort();
  }

  /**
   * Focuses what is chosen.
   * @see https://developer.mozilla.org/docs/Web/API/HTMLElement/focus
   */
  override focus(options?: FocusOptions): void {
    this.#group.querySelector<HTMLInputElement>('input:checked')?.focus(options);
  }

  /**
   * Always: something is chosen.
   * @see https://developer.mozilla.org/docs/Web/API/ElementInternals/checkValidity
   */
  checkValidity(): boolean {
    return this.#internals.checkValidity();
  }

  /** @see https://developer.mozilla.org/docs/Web/API/ElementInternals/reportValidity */
  reportValidity(): boolean {
    return this.#internals.reportValidity();
  }

  protected override createRenderRoot(): ShadowRoot {
    const root = openChoiceRoot(this, choiceStyles, paymentMethodStyles);
    root.append(this.#group);
    return root;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('options')) {
      this.#parsed = parseMethodOptions(this.options);
      const { unknown } = this.#parsed;
      if (unknown.length) console.warn(`shoji-payment-method: no option is ${unknown.join(', ')}`);
    }
    this.#settle();
  }

  protected override update(changed: PropertyValues<this>): void {
    super.update(changed);
    const words = this.#localize.messages;
    say(this.#legend, this.label || words.methods);
    this.#group.disabled = this.#isDisabled;
    this.#showRows();
    const isDivided = this.#offered.some(({ payTimes }) => instalments(this.amount ?? 0, payTimes ?? 0));
    const isPlain = this.#offered.every(({ method }) => method === '1');
    say(this.#note, isPlain ? '' : [words.fees, isDivided && words.estimate].filter(Boolean).join(' '));
  }

  protected override updated(): void {
    const { method, payTimes } = this;
    if (this.#told === this.#choice) return;
    const isFirst = this.#told === undefined;
    this.#told = this.#choice;
    if (isFirst) return;
    const { messages } = this.#localize;
    // another one than was chosen: the shopper has to hear of it
    const isOverruled = this.#wish !== null && this.#wish !== this.#choice;
    say(this.#status, isOverruled ? filled(messages.changed, { method: messages[`method-${method}`] }) : '');
    this.dispatchEvent(new ShojiChooseMethodEvent(method, payTimes || null));
  }

  #showRows(): void {
    const { messages: words, language } = this.#localize;
    const methods = [...new Set(this.#offered.map(({ method }) => method))];
    for (const [method, row] of this.#rows) {
      if (methods.includes(method)) continue;
      row.element.remove();
      this.#rows.delete(method);
    }
    methods.forEach((method, index) => {
      const row = this.#rows.get(method) ?? new MethodRow(method, this.#handleChoice);
      this.#rows.set(method, row);
      const offered = this.#offered.filter((option) => option.method === method);
      row.show({ words, language, offered, amount: this.amount, chosen: method === this.method ? this.#chosen : null });
      const place = this.#options.children[index] ?? null;
      if (place !== row.element) this.#options.insertBefore(row.element, place);
    });
  }

  get #chosen(): MethodOption {
    return this.#offered.find((option) => optionText(option) === this.#choice) as MethodOption;
  }

  /** What is chosen follows from what is offered for the card, and from what was chosen before. */
  #settle(): void {
    this.#offered = optionsFor(this.#parsed, this.#cardBrand);
    const offered = this.#offered.map(optionText);
    const first = [this.#wish, '1'].find((each) => each && offered.includes(each));
    this.#choice = first ?? (offered[0] as string);
    // said once, not again with every key of the card
    const said = JSON.stringify([this.name, this.payTimesName, this.#choice]);
    if (said === this.#said) return;
    this.#said = said;
    const { method, payTimes } = this;
    const data = new FormData();
    if (this.name) data.append(this.name, method);
    if (this.payTimesName && payTimes) data.append(this.payTimesName, payTimes);
    this.#internals.setFormValue(data, this.#choice);
  }

  get #wish(): string | null {
    return this.#wanted ?? this.getAttribute('value');
  }

  get #cardBrand(): string | null {
    const card = this.form?.querySelector('shoji-saved-cards') ?? this.form?.querySelector('shoji-card');
    return this.brand ?? card?.brand ?? null;
  }

  #follow(): void {
    this.#listeners.abort();
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    for (const name of BRAND_EVENTS) this.form?.addEventListener(name, () => this.requestUpdate(), { signal });
    this.requestUpdate();
  }

  readonly #handleChoice = (option: MethodOption): void => {
    this.value = optionText(option);
    this.dispatchEvent(new Event('change', { bubbles: true }));
  };

  /** Radio buttons in here have no form of their own. */
  readonly #handleKey = ({ key, target }: KeyboardEvent): void => {
    if (key === 'Enter' && target instanceof HTMLInputElement && this.form) submitImplicitly(this.form);
  };

  /** A click on the element's label arrives here as a click on the element. */
  readonly #handleClick = (event: MouseEvent): void => {
    if (event.composedPath()[0] === this) this.focus();
  };

  formAssociatedCallback(): void {
    this.#follow();
  }

  formDisabledCallback(disabled: boolean): void {
    this.#isDisabled = disabled;
    this.requestUpdate();
  }

  formResetCallback(): void {
    this.#wanted = undefined;
    this.#settle();
    this.requestUpdate();
  }

  formStateRestoreCallback(state: unknown): void {
    if (typeof state === 'string') this.value = state;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'shoji-payment-method': ShojiPaymentMethod;
  }
}
