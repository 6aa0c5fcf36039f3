import { certainBrandsOf, type Brand } from '../card/brands.js';
import { isLuhn, verifyCardNumber } from '../card/card-number.js';
import { hasKana, normaliseCardholderName, verifyCardholderName, type Romanise } from '../card/cardholder-name.js';
import { verifyCvc } from '../card/cvc.js';
import { digitsOf } from '../card/digits.js';
import { verifyExpiry } from '../card/expiry.js';
import { unfinished, type FieldName, type MonthOfYear, type Reason, type Verification } from '../card/verification.js';
import type { HostedEnd } from '../channel/hosted-end.js';
import { isTokenMessage, maskNumber, type CardState, type FocusTarget, type PageMessage, type SentWords, type Words } from '../channel/protocol.js';
import type { FieldLook } from '../channel/style-protocol.js';
import { errorTypeOf, type ErrorCode } from '../errors.js';
import type { CardDetails, Gateway, IssuedToken, Refusal } from '../gateway/gateway.js';
import { formStructure } from '../theme/form-structure.js';
import { isSafeValue } from '../theme/mirrored-parts.js';
import { arrange } from '../theme/tokens.js';
import { CardField } from './card-field.js';
import { cardFormStyles } from './card-form.styles.js';
import { everyWord } from './every-word.js';
import { FormNotice } from './form-notice.js';
import { IdleTimer } from './idle-timer.js';
import { MaskedInputController } from './masked-input-controller.js';
import { loadFonts, sheetOf } from './part-styles.js';
import { RefusalBrake } from './refusal-brake.js';

/**
 * The card form inside the frame: the only place where a card number is on the screen. It tells the page what the protocol has
 * words for, and only when that changes.
 */
export class CardForm {
  readonly #end: HostedEnd;
  readonly #gateway: Gateway;
  readonly #loadRomaniser: () => Promise<Romanise | null>;
  /** Undefined until the first kana; `loading`, and null when it did not load. */
  #romaniser: Romanise | 'loading' | null | undefined;
  readonly #fields = new Map<FieldName, CardField>();
  readonly #list: readonly CardField[];
  readonly #owners = new Map<EventTarget | null, CardField>();
  readonly #form = document.createElement('form');
  readonly #host = document.createElement('div');
  readonly #root = this.#host.attachShadow({ mode: 'open' });
  readonly #sheet = new CSSStyleSheet();
  readonly #notice = new FormNotice();
  readonly #brake = new RefusalBrake();
  readonly #idle = new IdleTimer(() => {
    this.#expire();
  });
  readonly #masks = new MaskedInputController();
  readonly #luhn: boolean;
  #words: Words;
  #verified: { brand: Brand | null; marks: readonly Brand[]; expiry: MonthOfYear | null } = { brand: null, marks: [], expiry: null };
  /** Masked number of the token that the page holds for what was typed; empty from the next key on. */
  #confirmed = '';
  #reported: CardState | undefined;
  #busy: AbortController | undefined;
  #isDisabled = false;
  #height = 0;
  #hasIssued = false;
  #focused: FieldName | null = null;

  constructor(end: HostedEnd, gateway: Gateway, romaniser: () => Promise<Romanise | null>) {
    this.#loadRomaniser = romaniser;
    this.#end = end;
    this.#gateway = gateway;
    const { environment, words, fields } = end.init;
    // most of GMO's own test numbers fail the check digit
    this.#luhn = environment === 'live';
    this.#words = everyWord(words);
    for (const name of fields) {
      const field = new CardField(name, name === fields.at(-1), this.#words);
      this.#fields.set(name, field);
      this.#owners.set(field.input, field);
    }
    this.#list = [...this.#fields.values()];
  }

  /** Shows the form and begins to talk. */
  start(): void {
    const { style, fonts, disabled, language, words } = this.#end.init;
    this.#sheet.replaceSync(formStructure + cardFormStyles);
    this.#form.className = 'form';
    const enter = document.createElement('button'); // makes Enter submit, and leaves it alone while an IME composes
    enter.hidden = true;
    this.#form.noValidate = true;
    this.#form.append(...this.#list.map(({ element }) => element), this.#notice.element, enter);
    this.#root.append(this.#form);
    document.body.append(this.#host);

    this.#say(language, words);
    loadFonts(fonts, document.fonts);
    this.#applyStyle(style);
    this.#disable(disabled);
    this.#listen();
    this.#verifyAll();
    this.#announceWait();
    this.#gateway.prepare();
    this.#end.receive((message) => {
      this.#handleMessage(message);
    });
    this.#arrange();
    this.#tellHeight(); // before the page shows the frame
    this.#end.send({ type: 'ready' });
    this.#report();
  }

  #listen(): void {
    const masks = this.#masks;
    this.#form.addEventListener('beforeinput', (event) => {
      const field = this.#fieldOf(event);
      if (field && masks.handleBeforeInput(field.name, field.input, event)) this.#handleEdit(field);
    });
    this.#form.addEventListener('keydown', (event) => {
      if (event.ctrlKey === event.metaKey) return; // nearly every key
      const field = this.#fieldOf(event);
      if (field && masks.handleKey(field.name, field.input, event)) this.#handleEdit(field);
    });
    this.#form.addEventListener('input', (event) => {
      const field = this.#fieldOf(event);
      if (!field) return;
      if (masks.handleInput(field.name, field.input, event)) this.#handleEdit(field);
    });
    this.#form.addEventListener('compositionend', (event) => {
      const field = this.#fieldOf(event);
      if (!field) return;
      masks.handleCompositionEnd(field.name, field.input);
      this.#handleEdit(field);
    });
    // some autofill and card scanners fire change only
    this.#form.addEventListener('change', (event) => {
      const field = this.#fieldOf(event);
      if (!field) return;
      masks.handleChange(field.name, field.input);
      this.#handleEdit(field);
    });
    this.#form.addEventListener('focusin', (event) => {
      this.#idle.touch();
      const field = this.#fieldOf(event);
      field?.show('focused', true);
      this.#focused = field?.name ?? null;
      this.#report();
    });
    this.#form.addEventListener('focusout', (event) => {
      const field = this.#fieldOf(event);
      field?.show('focused', false);
      if (field && field.input.value !== '') field.reveal();
      this.#focused = null;
      this.#report();
    });
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (!this.#busy) this.#end.send({ type: 'submit' });
    });
    window.addEventListener('pagehide', () => {
      this.#clear();
    });
    window.addEventListener('pageshow', ({ persisted }) => {
      if (persisted) this.#clear();
    });
    window.addEventListener('resize', () => {
      this.#arrange();
    });
    new ResizeObserver(() => {
      this.#tellHeight();
    }).observe(this.#form);
  }

  /** Lays the fields out for this width. */
  #arrange(): void {
    arrange(this.#form, new Map(this.#list.map(({ name, element }) => [name, element])), this.#host.clientWidth);
  }

  #tellHeight(): void {
    const height = Math.ceil(this.#form.getBoundingClientRect().height);
    if (height === this.#height) return;
    this.#height = height;
    this.#end.send({ type: 'resize', height });
  }

  #handleMessage(message: PageMessage): void {
    switch (message.type) {
      case 'labels':
        this.#say(message.language, message.words);
        break;
      case 'style':
        this.#applyStyle(message.style);
        break;
      case 'focus':
        this.#focus(message.target);
        break;
      case 'disabled':
        this.#disable(message.disabled);
        break;
      case 'clear':
        this.#clear();
        break;
      case 'tokenize':
        void this.#tokenize(message.id, message.count);
        break;
    }
  }

  #handleEdit(field: CardField): void {
    this.#idle.touch();
    if (!this.#notice.isEmpty && !this.#brake.remaining(Date.now())) this.#notice.clear();
    const { brand, marks } = this.#verified;
    const wasConfirmed = this.#confirmed !== '';
    this.#confirmed = '';
    this.#verify(field, true);
    if (this.#verified.brand !== brand) {
      const cvc = this.#fields.get('cvc');
      if (cvc) this.#verify(cvc, false);
    }
    // in the test environment the hint is about the digits
    if (wasConfirmed || this.#verified.marks !== marks || !this.#luhn || field.name === 'name') this.#showHints();
    this.#report();
  }

  /** A card that nobody works on does not stay on the screen. One that is being paid with does. */
  #expire(): void {
    if (this.#busy || this.#list.every(({ input }) => input.value === '')) return;
    this.#clear();
    this.#notice.say(() => this.#words['idle-cleared']);
  }

  /** Counts down for the shopper while the brake holds. */
  #announceWait(): void {
    const remaining = () => this.#brake.remaining(Date.now());
    if (!remaining()) return;
    this.#notice.countDown(
      remaining,
      (seconds) => this.#words.wait.replace('{seconds}', String(seconds)),
      () => this.#words['wait-over'],
    );
  }

  #verifyAll(): void {
    for (const field of this.#list) this.#verify(field, true);
    this.#showHints();
  }

  #verify(field: CardField, isBeingTyped: boolean): void {
    field.judge(this.#verdictOf(field), isBeingTyped);
  }

  #verdictOf({ name, input }: CardField): Verification {
    switch (name) {
      case 'number': {
        const { value } = input;
        const verification = verifyCardNumber(value, { luhn: this.#luhn, brands: this.#end.init.brands });
        this.#verified.brand = verification.brand ?? null;
        this.#verified.marks = certainBrandsOf(digitsOf(value));
        return verification;
      }
      case 'expiry': {
        const verification = verifyExpiry(input.value, today());
        this.#verified.expiry = verification.expiry ?? null;
        return verification;
      }
      case 'cvc':
        return verifyCvc(input.value, this.#verified.brand ?? undefined);
      case 'name':
        return this.#verdictOfName(input.value);
    }
  }

  #verdictOfName(text: string): Verification {
    if (hasKana(text)) {
      if (this.#romaniser === undefined) void this.#fetchRomaniser();
      if (this.#romaniser === 'loading') return unfinished('name-characters');
    }
    return verifyCardholderName(text, this.#romanise);
  }

  get #romanise(): Romanise | undefined {
    return typeof this.#romaniser === 'function' ? this.#romaniser : undefined;
  }

  async #fetchRomaniser(): Promise<void> {
    this.#romaniser = 'loading';
    this.#romaniser = await this.#loadRomaniser();
    const name = this.#fields.get('name');
    if (name) this.#verify(name, true);
    this.#showHints();
    this.#report();
  }

  /** How the name will be sent, when that is not what is typed. */
  #sentName({ input, verification }: CardField): string {
    const name = normaliseCardholderName(input.value, this.#romanise);
    return verification.isValid && name !== input.value.trim() ? this.#words['name-will-be'].replace('{name}', () => name) : '';
  }

  #showHints(): void {
    const { brand, marks } = this.#verified;
    const masked = this.#confirmed;
    const isAmex = brand === 'american-express';
    const number = this.#fields.get('number');
    number?.mark(marks);
    if (masked) number?.hint(this.#words['card-ready'].replace('{masked}', () => masked));
    else number?.hint(this.#isUnchecked(number) ? this.#words['hint-number-test'] : '');
    const name = this.#fields.get('name');
    name?.hint(this.#sentName(name), !hasKana(name.input.value));
    const cvc = this.#fields.get('cvc');
    cvc?.hint(this.#words[isAmex ? 'hint-cvc-amex' : 'hint-cvc']);
    cvc?.picture(isAmex ? 'front' : 'back');
  }

  /** In the test environment a wrong check digit is worth a word and stops nothing. */
  #isUnchecked({ input, verification }: CardField): boolean {
    return !this.#luhn && verification.isValid && !isLuhn(digitsOf(input.value));
  }

  /** Tells the page what it may know, when that changed. */
  #report(): void {
    const { brand } = this.#verified;
    const focused = this.#focused;
    const reported = this.#reported;
    const isSame = (field: CardField) => field.hasVerdict(reported?.fields[field.name]);
    if (reported?.brand === brand && reported.focused === focused && this.#list.every(isSame)) return;
    const verdicts = this.#list.map((field) => [field.name, field.verdict] as const);
    const state: CardState = {
      complete: verdicts.every(([, { complete }]) => complete),
      empty: verdicts.every(([, { empty }]) => empty),
      brand,
      focused,
      fields: Object.fromEntries(verdicts),
    };
    this.#reported = state;
    this.#end.send({ type: 'state', state });
  }

  /** Why no token is asked for now; null when nothing is in the way. */
  #refusalBefore(card: CardDetails | null): ErrorCode | null {
    if (!card) return 'incomplete';
    if (this.#busy) return 'busy';
    return this.#brake.remaining(Date.now()) ? 'too-many-attempts' : null;
  }

  async #tokenize(id: string, count: number): Promise<void> {
    const card = this.#card();
    const code = this.#refusalBefore(card);
    if (!card || code) {
      if (!card) this.#focus('wrong');
      this.#announceWait();
      this.#end.send({ type: 'error', id, code: code ?? 'incomplete' });
      return;
    }
    this.#idle.touch();
    this.#notice.clear();
    // A page that asks for another token after one was issued is taken for one whose server could not use it.
    if (this.#hasIssued) this.#brake.refused(Date.now());
    this.#hasIssued = false;
    const brand = this.#verified.brand;
    this.#busy = new AbortController();
    const { signal } = this.#busy;
    this.#lock();
    const result = await this.#gateway.tokenize(card, { count, signal });
    this.#busy = undefined;
    this.#lock();
    if (signal.aborted) this.#end.send({ type: 'error', id, code: 'aborted' });
    else if ('code' in result) this.#refused(id, result);
    else this.#issued(id, result, brand);
  }

  #refused(id: string, { code }: Refusal): void {
    // congestion and a shop's wrong settings are nobody's attempt
    if (errorTypeOf(code) === 'customer') this.#brake.refused(Date.now());
    this.#announceWait();
    const cvc = this.#fields.get('cvc');
    if (cvc) {
      this.#empty(cvc);
      this.#verify(cvc, true);
    }
    const field = this.#fields.get(code.split('-', 1)[0] as FieldName);
    if (field) {
      field.reject(code as Reason); // codes that begin with a field's name are reasons
      field.input.focus();
    } else cvc?.reveal(); // says that it is wanted again
    this.#showHints();
    this.#report();
    this.#end.send({ type: 'error', id, code });
  }

  /** The page drops what is not in the protocol: an odd answer is an error here, and the card is kept. */
  #issued(id: string, { tokens, expiresAt, securityCodeSet, ...issued }: IssuedToken, brand: Brand | null): void {
    const maskedNumber = maskNumber(issued.maskedNumber);
    const message = { type: 'token' as const, id, tokens, maskedNumber, expiresAt, securityCodeSet, brand };
    if (!isTokenMessage(message)) {
      this.#refused(id, { code: 'gateway-answer' });
      return;
    }
    this.#end.send(message);
    this.#hasIssued = true;
    this.#clear();
    this.#confirmed = maskedNumber;
    this.#showHints();
  }

  /** What is typed, as the gateway takes it; null while a field is missing or wrong. */
  #card(): CardDetails | null {
    this.#verifyAll();
    const { expiry } = this.#verified;
    const fields = this.#list;
    if (!expiry || !fields.every(({ verification }) => verification.isValid)) return null;
    const text = (name: FieldName) => this.#fields.get(name)?.input.value ?? '';
    return {
      number: digitsOf(text('number')),
      expiry,
      cvc: digitsOf(text('cvc')),
      cardholderName: normaliseCardholderName(text('name'), this.#romanise),
    };
  }

  #clear(): void {
    this.#busy?.abort();
    this.#confirmed = '';
    for (const field of this.#list) this.#empty(field);
    this.#verifyAll();
    for (const field of this.#list) field.clearError();
    this.#report();
  }

  #empty(field: CardField): void {
    field.empty();
    this.#masks.forget(field.input);
  }

  #focus(target: FocusTarget): void {
    const fields = this.#list;
    if (target !== 'first') for (const field of fields) field.reveal();
    const wrong = fields.find(({ verification }) => !verification.isValid);
    if (target !== 'none') ((target === 'wrong' && wrong) || fields[0])?.input.focus();
    this.#report();
  }

  #say(language: string, sent: SentWords): void {
    const words = everyWord(sent);
    this.#words = words;
    document.documentElement.lang = language;
    document.title = words['frame-title']; // the form itself has no name: it would be read twice
    for (const field of this.#list) field.say(words);
    this.#notice.refresh();
    this.#showHints();
  }

  #applyStyle(style: FieldLook['style']): void {
    this.#root.adoptedStyleSheets = [this.#sheet, sheetOf(style)];
    // a frame is transparent only in the colour scheme of the page around it
    const scheme = style.find(({ at }) => at === 'host')?.values['color-scheme'];
    if (scheme !== undefined && isSafeValue(scheme)) document.documentElement.style.colorScheme = scheme;
  }

  #disable(isDisabled: boolean): void {
    this.#isDisabled = isDisabled;
    for (const field of this.#list) {
      field.show('disabled', isDisabled);
      if (isDisabled) field.show('focused', false); // no event tells
    }
    if (isDisabled) this.#focused = null;
    this.#lock();
  }

  /** Read-only while the gateway works, so that focus stays where it is. */
  #lock(): void {
    this.#form.setAttribute('aria-busy', String(this.#busy !== undefined));
    for (const { input } of this.#list) {
      input.disabled = this.#isDisabled;
      input.readOnly = this.#busy !== undefined;
    }
  }

  #fieldOf({ target }: Event): CardField | undefined {
    return this.#owners.get(target);
  }
}

/** The current month in the shopper's own zone or in Japan, whichever is earlier: a card is good until the last of the two is over. */
function today(): MonthOfYear {
  const now = new Date();
  const local = { year: now.getFullYear(), month: now.getMonth() + 1 };
  const shifted = new Date(now.getTime() + 9 * 3_600_000); // Japan has no summer time
  const japan = { year: shifted.getUTCFullYear(), month: shifted.getUTCMonth() + 1 };
  return local.year * 12 + local.month < japan.year * 12 + japan.month ? local : japan;
}
