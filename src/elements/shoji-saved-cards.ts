import { ReactiveElement, type PropertyValues } from 'lit';
import { firstChoice, readCards, standingOf, type SavedCard } from '../choice/saved-card.js';
import { LocalizeController } from '../locales/localize-controller.js';
import { memberWords } from '../locales/member-words.js';
import { ShojiChooseCardEvent, ShojiRemoveCardEvent } from './choice-events.js';
import { filled, openChoiceRoot, say } from './choice-root.js';
import { choiceStyles } from './choice.styles.js';
import { submitImplicitly } from './implicit-submission.js';
import { make } from './make.js';
import { nameOf, SavedCardRow } from './saved-card-row.js';
import type { ShojiCard } from './shoji-card.js';
import { savedCardsStyles } from './shoji-saved-cards.styles.js';

/** The choice that stands for the new card. */
const NEW = '';

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
export class ShojiSavedCards extends ReactiveElement {
  static readonly formAssociated = true;
  static override readonly properties = {
    name: { reflect: true },
    cards: { type: Array },
    label: {},
    removable: { type: Boolean },
    disabled: { type: Boolean, reflect: true },
  };

  /** Under which the form sends the sequence of the chosen card; without a name nothing is sent. */
  declare name: string | null;
  /** The shop's own list. Give it anew after a card was removed. */
  declare cards: readonly SavedCard[] | null;
  /** What stands above the list. */
  declare label: string;
  /** Each card can be removed. */
  declare removable: boolean;
  /** As of any form control. */
  declare disabled: boolean;

  readonly #internals = this.attachInternals();
  readonly #localize = new LocalizeController(this, memberWords);
  readonly #legend = make('legend', { part: 'legend' });
  readonly #slot = make('slot') as HTMLSlotElement;
  readonly #newRadio = make('input', { type: 'radio', name: 'card', id: 'new', value: NEW }) as HTMLInputElement;
  readonly #newText = make('span');
  readonly #newLabel = make('label', { for: 'new', part: 'card' }, this.#newText);
  readonly #new = make('div', { class: 'new', part: 'new' }, this.#slot);
  readonly #newRow = make('div', { class: 'option', part: 'option' }, this.#newRadio, this.#newLabel, this.#new);
  readonly #options = make('div', { class: 'options' }, this.#newRow);
  /** Both are there from the start: a region that comes with its text is not announced. */
  readonly #error = make('p', { role: 'alert', class: 'failure', part: 'error' });
  readonly #status = make('p', { role: 'status', class: 'heard' });
  readonly #group = make('fieldset', { part: 'group' }, this.#legend, this.#options, this.#error, this.#status) as HTMLFieldSetElement;
  readonly #rows = new Map<string, SavedCardRow>();
  #list: readonly SavedCard[] = [];
  /** A sequence, `NEW`, or null while nothing is chosen. */
  #choice: string | null = null;
  /** What the shopper, or a script, has chosen: it may not be in the list yet. */
  #wanted: string | undefined;
  #told: string | null | undefined;
  /** By sequence, the names of the cards that the shop was asked to remove. */
  readonly #leaving = new Map<string, string>();
  #isDisabled = false;
  #isChallenged = false;
  #isSilent = false;

  constructor() {
    super();
    this.name = null;
    this.cards = null;
    this.label = '';
    this.removable = false;
    this.disabled = false;
    this.addEventListener('invalid', this.#handleInvalid);
    this.addEventListener('click', this.#handleClick);
    this.#group.addEventListener('keydown', this.#handleKey);
    this.addEventListener('shoji-change', this.#handleTyping);
    this.addEventListener('shoji-challenge', this.#handleChallenge);
    this.#newRadio.addEventListener('change', () => this.#handleChoice(NEW));
    this.#slot.addEventListener('slotchange', () => this.requestUpdate());
    void customElements.whenDefined('shoji-card').then(() => this.requestUpdate());
  }

  /** The sequence of the chosen card; empty for the new card, and while nothing is chosen. */
  get value(): string {
    return this.#choice ?? '';
  }

  set value(sequence: string) {
    this.#want(sequence);
  }

  /** The chosen card; null for the new card, and while nothing is chosen. */
  get chosen(): SavedCard | null {
    return this.#list.find(({ sequence }) => sequence === this.#choice) ?? null;
  }

  /** The new card is chosen. */
  get isNew(): boolean {
    return this.#choice === NEW;
  }

  /** Of the chosen card, or of the new one once it is certain. */
  get brand(): string | null {
    return (this.isNew ? this.#newCards[0]?.brand : this.chosen?.brand) ?? null;
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

  /**
   * Focuses the chosen card, or the first that can be.
   * @see https://developer.mozilla.org/docs/Web/API/HTMLElement/focus
   */
  override focus(options?: FocusOptions): void {
    const radios = [...this.#group.querySelectorAll<HTMLInputElement>('input:enabled')];
    (radios.find(({ checked }) => checked) ?? radios[0])?.focus(options);
  }

  /**
   * Is a card chosen? Shows nothing.
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
   * Is a card chosen? Says so when none is.
   * @see https://developer.mozilla.org/docs/Web/API/ElementInternals/reportValidity
   */
  reportValidity(): boolean {
    return this.#internals.reportValidity();
  }

  protected override createRenderRoot(): ShadowRoot {
    const root = openChoiceRoot(this, choiceStyles, savedCardsStyles);
    root.append(this.#group);
    return root;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('cards')) this.#list = readCards(this.cards);
    this.#settle();
  }

  protected override update(changed: PropertyValues<this>): void {
    super.update(changed);
    const words = this.#localize.messages;
    const isAlone = this.#list.length === 0;
    say(this.#legend, this.label || words.cards);
    this.#legend.hidden = this.#newRadio.hidden = this.#newLabel.hidden = isAlone;
    this.#options.classList.toggle('alone', isAlone);
    this.#group.disabled = this.#isDisabled;
    this.#showRows();
    this.#newRow.hidden = !this.#hasNew;
    this.#newRow.classList.toggle('chosen', this.isNew);
    this.#newRow.setAttribute('part', this.isNew ? 'option chosen' : 'option');
    this.#newRadio.checked = this.isNew;
    say(this.#newText, words.new);
    if (this.#choice !== null) say(this.#error, '');
    else if (this.#error.textContent) say(this.#error, words.choose);
    this.#arrange();
  }

  protected override updated(): void {
    if (this.#told === this.#choice) return;
    const isFirst = this.#told === undefined && this.#choice === null;
    this.#told = this.#choice;
    if (!isFirst) this.dispatchEvent(new ShojiChooseCardEvent(this.chosen));
  }

  #showRows(): void {
    const words = this.#localize.messages;
    const today = new Date();
    const focused = this.shadowRoot?.activeElement;
    let isLost = false;
    for (const [sequence, row] of this.#rows) {
      if (this.#list.some((card) => card.sequence === sequence)) continue;
      isLost ||= row.element.contains(focused ?? null);
      row.element.remove();
      this.#rows.delete(sequence);
      const name = this.#leaving.get(sequence);
      this.#leaving.delete(sequence);
      if (name !== undefined) say(this.#status, filled(words.removed, { card: name }));
    }
    this.#list.forEach((card, index) => {
      const { sequence } = card;
      const row = this.#rows.get(sequence) ?? this.#makeRow(card);
      row.show({ card, words, today, isChosen: sequence === this.#choice, isRemovable: this.removable });
      // one that is moved loses the focus
      const place = this.#options.children[index] ?? null;
      if (place !== row.element) this.#options.insertBefore(row.element, place);
    });
    if (isLost) this.focus();
  }

  #makeRow(card: SavedCard): SavedCardRow {
    const row = new SavedCardRow(card, {
      choose: ({ sequence }) => this.#handleChoice(sequence),
      remove: (asked) => {
        this.#leaving.set(asked.sequence, nameOf(asked, this.#localize.messages));
        this.dispatchEvent(new ShojiRemoveCardEvent(asked));
      },
      asks: (asking) => {
        for (const each of this.#rows.values()) if (each !== asking) each.close();
      },
    });
    this.#rows.set(card.sequence, row);
    return row;
  }

  get #hasNew(): boolean {
    return this.#slot.assignedElements().length > 0;
  }

  get #newCards(): (HTMLElement & Partial<Pick<ShojiCard, 'brand'>>)[] {
    const inside = (element: Element) => [...(element.matches('shoji-card') ? [element] : []), ...element.querySelectorAll('shoji-card')];
    return this.#slot.assignedElements({ flatten: true }).flatMap(inside);
  }

  /** A new card that is not chosen neither holds the form back nor has a token for it. */
  #arrange(): void {
    this.#new.classList.toggle('shown', this.isNew || this.#isChallenged);
    const isAside = this.#isDisabled || !this.isNew;
    for (const card of this.#newCards) {
      if (card.hasAttribute('disabled') !== isAside) card.toggleAttribute('disabled', isAside);
    }
  }

  #want(choice: string): void {
    this.#wanted = choice;
    this.#settle();
    this.#arrange(); // at once: a form that is sent by a listener of `change` has the one or the other
    this.requestUpdate();
  }

  /** What is chosen follows from the list and from what was chosen before. */
  #settle(): void {
    const wanted = this.#wanted;
    const today = new Date();
    const canBe = (choice: string) =>
      choice === NEW ? this.#hasNew : this.#list.some((card) => card.sequence === choice && standingOf(card, today) !== 'expired');
    this.#choice = wanted !== undefined && canBe(wanted) ? wanted : firstChoice(this.#list, this.#hasNew, today);
    this.#reflect();
  }

  #reflect(): void {
    // without its script the new card is nothing that could be sent
    const isInert = this.isNew && this.#newCards.some((card) => card.matches(':not(:defined)'));
    const isMissing = Boolean(this.name) && (this.#choice === null || isInert);
    this.#internals.setFormValue(this.#choice || null, this.#choice);
    if (isMissing) this.#internals.setValidity({ valueMissing: true }, this.#localize.messages.choose, this.#group);
    else this.#internals.setValidity({});
  }

  #handleChoice(choice: string): void {
    this.#want(choice);
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** The sentence stands here, instead of in a bubble of the browser's. */
  readonly #handleInvalid = (event: Event): void => {
    if (this.#isSilent || event.target !== this) return;
    event.preventDefault();
    say(this.#error, this.#localize.messages.choose);
    const isFirst = !this.form || this.form.querySelector(':invalid:not(fieldset)') === this;
    if (isFirst) this.focus();
  };

  /** Radio buttons in here have no form of their own. */
  readonly #handleKey = ({ key, target }: KeyboardEvent): void => {
    if (key === 'Enter' && target instanceof HTMLInputElement && this.form) submitImplicitly(this.form);
  };

  /** A click on the element's label arrives here as a click on the element. */
  readonly #handleClick = (event: MouseEvent): void => {
    if (event.composedPath()[0] === this) this.focus();
  };

  /** A card that is being typed is not taken away when a list comes. */
  readonly #handleTyping = ({ empty }: HTMLElementEventMap['shoji-change']): void => {
    if (!empty && this.isNew) this.#wanted = NEW;
  };

  /** At once: the issuer's dialog stands in the new card, which pays with a saved one, too. */
  readonly #handleChallenge = ({ open }: HTMLElementEventMap['shoji-challenge']): void => {
    this.#isChallenged = open;
    this.#arrange();
  };

  formDisabledCallback(disabled: boolean): void {
    this.#isDisabled = disabled;
    this.requestUpdate();
  }

  formResetCallback(): void {
    this.#wanted = undefined;
    say(this.#error, '');
    this.#settle();
    this.requestUpdate();
  }

  formStateRestoreCallback(state: unknown): void {
    if (typeof state === 'string') this.#want(state);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'shoji-saved-cards': ShojiSavedCards;
  }
}
