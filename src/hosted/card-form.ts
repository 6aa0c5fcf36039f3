import { certainBrandsOf, type Brand } from '../card/brands.js';
import { isLuhn, verifyCardNumber } from '../card/card-number.js';
import type { Romanise } from '../card/cardholder-name.js';
import { verifyCvc } from '../card/cvc.js';
import { digitsOf } from '../card/digits.js';
import { verifyExpiry } from '../card/expiry.js';
import type { FieldName, MonthOfYear, Reason, Verification } from '../card/verification.js';
import type { HostedEnd } from '../channel/hosted-end.js';
import type { FocusTarget, PageMessage, SentWords, Words } from '../channel/protocol.js';
import type { ErrorCode } from '../errors.js';
import type { CardDetails, Gateway } from '../gateway/gateway.js';
import { CardField } from './card-field.js';
import { cardFormStyles } from './card-form.styles.js';
import { everyWord } from './every-word.js';
import { formNotice } from './form-notice.js';
import { formStage } from './form-stage.js';
import { IdleTimer } from './idle-timer.js';
import { MaskedInputController } from './masked-input-controller.js';
import { nameReader } from './name-reader.js';
import { stateReport } from './state-report.js';
import { exampleOf, textInput } from './text-input.js';
import { tokenCalls } from './token-calls.js';

/**
 * The card form inside the frame: the only place where a card number is on the screen. It tells the page what the protocol has
 * words for, and only when that changes.
 */
export class CardForm {
  readonly #end: HostedEnd;
  readonly #gateway: Gateway;
  readonly #fields: ReadonlyMap<FieldName, CardField>;
  readonly #list: readonly CardField[];
  readonly #notice = formNotice();
  readonly #stage: ReturnType<typeof formStage>;
  readonly #report: ReturnType<typeof stateReport>;
  readonly #calls: ReturnType<typeof tokenCalls>;
  readonly #name: ReturnType<typeof nameReader>;
  readonly #idle = new IdleTimer(() => {
    this.#expire();
  });
  readonly #masks = new MaskedInputController();
  readonly #luhn: boolean;
  #words!: Words;
  #brand: Brand | null = null;
  #marks: readonly Brand[] = [];
  #expiry: MonthOfYear | null = null;
  /** Masked number of the token that the page holds for what was typed; empty from the next key on. */
  #confirmed = '';
  #isDisabled = false;
  #focused: FieldName | null = null;

  constructor(end: HostedEnd, gateway: Gateway, romaniser: () => Promise<Romanise | null>) {
    this.#end = end;
    this.#gateway = gateway;
    const { environment, fields } = end.init;
    // most of GMO's own test numbers fail the check digit
    this.#luhn = environment === 'live';
    this.#list = fields.map((name) => new CardField(name, textInput(name, name === fields.at(-1))));
    this.#fields = new Map(this.#list.map((field) => [field.name, field]));
    this.#stage = formStage(end, this.#list, this.#notice.element, cardFormStyles);
    this.#report = stateReport(end, this.#list);
    this.#name = nameReader(romaniser, () => {
      const name = this.#fields.get('name');
      if (name) this.#verify(name, true);
      this.#showHints();
      this.#tell();
    });
    this.#calls = tokenCalls(end, this.#notice, {
      lock: () => {
        this.#lock();
      },
      refused: (code) => {
        this.#refused(code);
      },
      issued: (maskedNumber) => {
        this.#clear();
        this.#confirmed = maskedNumber;
        this.#showHints();
      },
    });
  }

  /** Shows the form and begins to talk. */
  start(): void {
    const { disabled, language, words } = this.#end.init;
    this.#say(language, words);
    this.#disable(disabled);
    this.#listen();
    this.#verifyAll();
    this.#calls.announceWait();
    this.#gateway.prepare();
    this.#end.receive((message) => {
      this.#handleMessage(message);
    });
    this.#stage.open(this.#calls.isBusy, () => {
      this.#clear();
    });
    this.#tell();
  }

  #listen(): void {
    const masks = this.#masks;
    const { form } = this.#stage;
    const on = <K extends keyof HTMLElementEventMap>(type: K, act: (field: CardField, event: HTMLElementEventMap[K]) => void) => {
      form.addEventListener(type, (event) => {
        const field = this.#list.find(({ input }) => input === event.target);
        if (field) act(field, event);
      });
    };
    on('beforeinput', (field, event) => {
      if (masks.handleBeforeInput(field.name, field.input, event)) this.#handleEdit(field);
    });
    on('keydown', (field, event) => {
      // not nearly every key
      if (event.ctrlKey !== event.metaKey && masks.handleKey(field.name, field.input, event)) this.#handleEdit(field);
    });
    on('input', (field, event) => {
      if (masks.handleInput(field.name, field.input, event)) this.#handleEdit(field);
    });
    on('compositionend', (field) => {
      masks.handleCompositionEnd(field.name, field.input);
      this.#handleEdit(field);
    });
    // some autofill and card scanners fire change only
    on('change', (field) => {
      masks.handleChange(field.name, field.input);
      this.#handleEdit(field);
    });
    on('focusin', (field) => {
      this.#idle.touch();
      field.show('focused', true);
      this.#focused = field.name;
      this.#tell();
    });
    on('focusout', (field) => {
      field.show('focused', false);
      if (field.input.value !== '') field.reveal();
      this.#focused = null;
      this.#tell();
    });
  }

  #handleMessage(message: PageMessage): void {
    switch (message.type) {
      case 'labels':
        this.#say(message.language, message.words);
        break;
      case 'style':
        this.#stage.dress(message.style);
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
        this.#tokenize(message.id, message.count);
        break;
    }
  }

  #handleEdit(field: CardField): void {
    this.#idle.touch();
    this.#calls.edited();
    const [brand, marks] = [this.#brand, this.#marks];
    const wasConfirmed = this.#confirmed !== '';
    this.#confirmed = '';
    this.#verify(field, true);
    if (this.#brand !== brand) {
      const cvc = this.#fields.get('cvc');
      if (cvc) this.#verify(cvc, false);
    }
    // in the test environment the hint is about the digits
    if (wasConfirmed || this.#marks !== marks || !this.#luhn || field.name === 'name') this.#showHints();
    this.#tell();
  }

  /** A card that nobody works on does not stay on the screen. One that is being paid with does. */
  #expire(): void {
    if (this.#calls.isBusy() || this.#list.every(({ input }) => input.value === '')) return;
    this.#clear();
    this.#notice.say((words) => words['idle-cleared']);
  }

  #verifyAll(): void {
    for (const field of this.#list) this.#verify(field, true);
    this.#showHints();
  }

  #verify(field: CardField, isBeingTyped: boolean): void {
    field.judge(this.#verdictOf(field), field.input.value === '', isBeingTyped);
  }

  #verdictOf({ name, input }: CardField): Verification {
    switch (name) {
      case 'number': {
        const { value } = input;
        const verification = verifyCardNumber(value, { luhn: this.#luhn, brands: this.#end.init.brands });
        this.#brand = verification.brand ?? null;
        this.#marks = certainBrandsOf(digitsOf(value));
        return verification;
      }
      case 'expiry': {
        const verification = verifyExpiry(input.value, today());
        this.#expiry = verification.expiry ?? null;
        return verification;
      }
      case 'cvc':
        return verifyCvc(input.value, this.#brand ?? undefined);
      case 'name':
        return this.#name.verify(input.value);
    }
  }

  #showHints(): void {
    const masked = this.#confirmed;
    const isAmex = this.#brand === 'american-express';
    const number = this.#fields.get('number');
    number?.mark(this.#marks);
    if (masked) number?.hint(this.#words['card-ready'].replace('{masked}', () => masked));
    else number?.hint(this.#isUnchecked(number) ? this.#words['hint-number-test'] : '');
    const name = this.#fields.get('name');
    if (name) this.#name.hintAt(name, this.#words);
    const cvc = this.#fields.get('cvc');
    cvc?.hint(this.#words[isAmex ? 'hint-cvc-amex' : 'hint-cvc']);
    cvc?.picture(isAmex ? 'front' : 'back');
  }

  /** In the test environment a wrong check digit is worth a word and stops nothing. */
  #isUnchecked({ input, verification }: CardField): boolean {
    return !this.#luhn && verification.isValid && !isLuhn(digitsOf(input.value));
  }

  #tell(): void {
    this.#report(this.#brand, this.#focused);
  }

  #tokenize(id: string, count: number): void {
    const card = this.#card();
    if (!card) this.#focus('wrong');
    const code = card ? this.#calls.refusal() : 'incomplete';
    if (!card || code) {
      this.#calls.refuse(id, code ?? 'incomplete');
      return;
    }
    this.#idle.touch();
    void this.#calls.start(id, this.#brand, (signal) => this.#gateway.tokenize(card, { count, signal }));
  }

  #refused(code: ErrorCode): void {
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
    this.#tell();
  }

  /** What is typed, as the gateway takes it; null while a field is missing or wrong. */
  #card(): CardDetails | null {
    this.#verifyAll();
    const expiry = this.#expiry;
    const fields = this.#list;
    if (!expiry || !fields.every(({ verification }) => verification.isValid)) return null;
    const text = (name: FieldName) => this.#fields.get(name)?.input.value ?? '';
    return {
      number: digitsOf(text('number')),
      expiry,
      cvc: digitsOf(text('cvc')),
      cardholderName: this.#name.normalise(text('name')),
    };
  }

  #clear(): void {
    this.#calls.abort();
    this.#confirmed = '';
    for (const field of this.#list) this.#empty(field);
    this.#verifyAll();
    for (const field of this.#list) field.clearError();
    this.#tell();
  }

  #empty(field: CardField): void {
    field.input.value = '';
    field.empty();
    this.#masks.forget(field.input);
  }

  #focus(target: FocusTarget): void {
    const fields = this.#list;
    if (target !== 'first') for (const field of fields) field.reveal();
    const wrong = fields.find(({ verification }) => !verification.isValid);
    if (target !== 'none') ((target === 'wrong' && wrong) || fields[0])?.input.focus();
    this.#tell();
  }

  #say(language: string, sent: SentWords): void {
    const words = everyWord(sent);
    this.#words = words;
    document.documentElement.lang = language;
    document.title = words['frame-title']; // the form itself has no name: it would be read twice
    for (const field of this.#list) {
      field.say(words);
      field.input.placeholder = exampleOf(field.name, words);
    }
    this.#notice.speak(words);
    this.#showHints();
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
    const isBusy = this.#calls.isBusy();
    this.#stage.form.setAttribute('aria-busy', String(isBusy));
    for (const { input } of this.#list) {
      input.disabled = this.#isDisabled;
      input.readOnly = isBusy;
    }
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
