import type { Romanise } from '../card/cardholder-name.js';
import type { FieldName, Reason } from '../card/verification.js';
import type { HostedEnd } from '../channel/hosted-end.js';
import type { FocusTarget, PageMessage, SentWords, Words } from '../channel/protocol.js';
import type { ErrorCode } from '../errors.js';
import type { FieldReport, FieldsGateway, FieldsStage, GatewayFieldName } from '../gateway/fields-gateway.js';
import { CardField } from './card-field.js';
import { cardFormStyles } from './card-form.styles.js';
import { everyWord } from './every-word.js';
import { formNotice } from './form-notice.js';
import { formStage } from './form-stage.js';
import { GatewayField } from './gateway-field.js';
import { gatewayFormStyles } from './gateway-form.styles.js';
import { IdleTimer } from './idle-timer.js';
import { nameReader } from './name-reader.js';
import { stateLooks } from './state-looks.js';
import { stateReport } from './state-report.js';
import { exampleOf, textInput } from './text-input.js';
import { tokenCalls } from './token-calls.js';

/**
 * The form around the gateway's own fields: labels, boxes, messages and the cardholder name are ours, number, expiry and security code the
 * gateway's. It says to the page what `CardForm` says, as far as the gateway tells.
 */
export class GatewayForm {
  readonly #end: HostedEnd;
  readonly #gateway: FieldsGateway;
  readonly #theirs: readonly GatewayField[];
  readonly #name: CardField | undefined;
  /** All of them, as the shop has them. */
  readonly #list: readonly CardField<HTMLElement>[];
  readonly #notice = formNotice();
  readonly #stage: ReturnType<typeof formStage>;
  readonly #report: ReturnType<typeof stateReport>;
  readonly #calls: ReturnType<typeof tokenCalls>;
  readonly #reader: ReturnType<typeof nameReader>;
  readonly #idle = new IdleTimer(() => {
    this.#expire();
  });
  #words!: Words;
  #style: HostedEnd['init']['style'];
  /** Masked number of the token that the page holds for what was typed; empty from the next key on. */
  #confirmed = '';
  #isDisabled = false;
  #focused: FieldName | null = null;
  /** Asked for the focus last: its frame may not be there yet. */
  #awaited: GatewayFieldName | null = null;

  constructor(end: HostedEnd, gateway: (stage: FieldsStage) => FieldsGateway, romaniser: () => Promise<Romanise | null>) {
    this.#end = end;
    const { fields, style } = end.init;
    this.#style = style;
    this.#theirs = fields.filter((name) => name !== 'name').map((name) => new GatewayField(name));
    if (fields.includes('name')) this.#name = new CardField('name', textInput('name', fields.at(-1) === 'name'));
    this.#list = fields.map((name) => this.#fieldOf(name) as CardField<HTMLElement>);
    this.#stage = formStage(end, this.#list, this.#notice.element, cardFormStyles + gatewayFormStyles);
    (this.#stage.form.getRootNode() as ShadowRoot).host.append(...this.#theirs.map(({ place }) => place));
    this.#report = stateReport(end, this.#list);
    this.#reader = nameReader(romaniser, () => {
      this.#judgeName();
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
    this.#gateway = gateway({
      places: new Map(this.#theirs.map(({ name, place }) => [name, place])),
      dressOf: (name) => ({ looks: stateLooks(this.#style, name), placeholder: exampleOf(name, this.#words), isDisabled: this.#isDisabled }),
      report: (name, report) => {
        this.#hear(name, report);
      },
    });
  }

  /** Shows the form and begins to talk. */
  start(): void {
    const { disabled, language, words } = this.#end.init;
    this.#say(language, words);
    this.#disable(disabled);
    this.#listen();
    this.#judgeName();
    this.#calls.announceWait();
    this.#end.receive((message) => {
      this.#handleMessage(message);
    });
    this.#stage.open(this.#calls.isBusy, () => {
      this.#clear();
    });
    this.#tell();
    void this.#open();
  }

  /** Without the gateway's fields there is no form. */
  async #open(): Promise<void> {
    const code = await this.#gateway.open(new AbortController().signal);
    if (code) this.#end.send({ type: 'error', id: null, code });
    for (const field of this.#theirs) field.say(this.#words); // their frames are there now
    if (this.#awaited && !this.#focused) this.#focusOn(this.#awaited);
  }

  #listen(): void {
    const { form } = this.#stage;
    // a label of ours cannot belong to an input of another document
    form.addEventListener('click', ({ target }) => {
      const clicked = target as Element;
      const theirs = this.#theirs.find(({ field }) => field.element.contains(clicked));
      if (theirs && clicked.matches('.label, .input')) this.#gateway.focus(theirs.name);
    });
    const name = this.#name;
    if (!name) return;
    const { input } = name;
    input.addEventListener('input', (event) => {
      if (!event.isComposing) this.#handleEdit();
    });
    // some autofill fires change only
    for (const type of ['compositionend', 'change']) {
      input.addEventListener(type, () => {
        this.#handleEdit();
      });
    }
    input.addEventListener('focus', () => {
      name.show('focused', true);
      this.#handleFocus('name', true);
    });
    input.addEventListener('blur', () => {
      name.show('focused', false);
      if (input.value !== '') name.reveal();
      this.#handleFocus('name', false);
    });
  }

  #handleMessage(message: PageMessage): void {
    switch (message.type) {
      case 'labels':
        this.#say(message.language, message.words);
        break;
      case 'style':
        this.#style = message.style;
        this.#stage.dress(message.style);
        this.#dressTheirs();
        break;
      case 'focus':
        this.#focus(message.target);
        break;
      case 'disabled':
        this.#disable(message.disabled);
        this.#tell();
        break;
      case 'clear':
        this.#clear();
        break;
      case 'tokenize':
        this.#tokenize(message.id, message.count);
        break;
    }
  }

  #hear(name: GatewayFieldName, report: FieldReport): void {
    if (this.#theirs.find((field) => field.name === name)?.hear(report)) this.#handleEdit();
    else if (report.type !== 'change') this.#handleFocus(name, report.type === 'focus');
  }

  #handleEdit(): void {
    this.#idle.touch();
    this.#calls.edited();
    this.#confirmed = '';
    this.#judgeName();
    this.#tell();
  }

  /** One field may tell that it has the focus before the other tells that it has lost it. */
  #handleFocus(name: FieldName, isFocused: boolean): void {
    this.#idle.touch();
    if (isFocused) this.#focused = name;
    else if (this.#focused === name) this.#focused = null;
    this.#tell();
  }

  /** A card that nobody works on does not stay on the screen. One that is being paid with does. */
  #expire(): void {
    if (this.#calls.isBusy() || this.#list.every(({ verdict }) => verdict.empty)) return;
    this.#clear();
    this.#notice.say((words) => words['idle-cleared']);
  }

  #judgeName(): void {
    const value = this.#name?.input.value ?? '';
    this.#name?.judge(this.#reader.verify(value), value === '', true);
    this.#showHints();
  }

  #showHints(): void {
    const words = this.#words;
    this.#fieldOf('number')?.hint(this.#confirmed && words['card-ready'].replace('{masked}', () => this.#confirmed));
    this.#fieldOf('cvc')?.hint(words['hint-cvc']);
    this.#fieldOf('cvc')?.picture('back');
    if (this.#name) this.#reader.hintAt(this.#name, words);
  }

  /** The gateway does not tell the brand. */
  #tell(): void {
    this.#report(null, this.#focused);
  }

  #tokenize(id: string, count: number): void {
    this.#judgeName();
    const isComplete = this.#list.every(({ verification }) => verification.isValid);
    if (!isComplete) this.#focus('wrong');
    const code = isComplete ? this.#calls.refusal() : 'incomplete';
    if (code) {
      this.#calls.refuse(id, code);
      return;
    }
    this.#idle.touch();
    const cardholderName = this.#reader.normalise(this.#name?.input.value ?? '');
    void this.#calls.start(id, null, (signal) => this.#gateway.tokenize(cardholderName, { count, signal }));
  }

  #refused(code: ErrorCode): void {
    const cvc = this.#fieldOf('cvc');
    this.#empty('cvc');
    const name = code.split('-', 1)[0] as FieldName;
    const field = this.#fieldOf(name);
    if (field) {
      field.reject(code as Reason); // codes that begin with a field's name are reasons
      this.#focusOn(name);
    } else cvc?.reveal(); // says that it is wanted again
    this.#showHints();
    this.#tell();
  }

  #clear(): void {
    this.#calls.abort();
    this.#confirmed = '';
    for (const { name } of this.#list) this.#empty(name);
    this.#judgeName();
    this.#tell();
  }

  #empty(name: FieldName): void {
    if (name !== 'name') {
      this.#gateway.clear(name);
      this.#theirs.find((field) => field.name === name)?.empty();
    } else if (this.#name) {
      this.#name.input.value = '';
      this.#name.empty();
    }
  }

  #focus(target: FocusTarget): void {
    const fields = this.#list;
    if (target !== 'first') for (const field of fields) field.reveal();
    const wrong = fields.find(({ verification }) => !verification.isValid);
    const field = (target === 'wrong' && wrong) || fields[0];
    if (field && target !== 'none') this.#focusOn(field.name);
    this.#tell();
  }

  #focusOn(name: FieldName): void {
    this.#awaited = name === 'name' ? null : name;
    if (name === 'name') this.#name?.input.focus();
    else this.#gateway.focus(name);
  }

  #say(language: string, sent: SentWords): void {
    const words = everyWord(sent);
    this.#words = words;
    document.documentElement.lang = language;
    document.title = words['frame-title']; // the form itself has no name: it would be read twice
    for (const field of this.#theirs) field.say(words);
    this.#name?.say(words);
    if (this.#name) this.#name.input.placeholder = exampleOf('name', words);
    this.#notice.speak(words);
    this.#showHints();
    this.#dressTheirs();
  }

  /** With what changed of style, words or use. */
  #dressTheirs(): void {
    for (const field of this.#theirs) this.#gateway.dress(field.name);
  }

  #disable(isDisabled: boolean): void {
    this.#isDisabled = isDisabled;
    for (const field of this.#list) {
      field.show('disabled', isDisabled);
      if (isDisabled) field.show('focused', false); // no event tells
    }
    if (isDisabled) this.#focused = null;
    this.#lock();
    this.#dressTheirs();
  }

  /** Ours is read-only while the gateway works. Its own fields know no such state: what is typed there then is as late as it is without us. */
  #lock(): void {
    const isBusy = this.#calls.isBusy();
    this.#stage.form.setAttribute('aria-busy', String(isBusy));
    if (!this.#name) return;
    this.#name.input.disabled = this.#isDisabled;
    this.#name.input.readOnly = isBusy;
  }

  #fieldOf(name: FieldName): CardField<HTMLElement> | undefined {
    return name === 'name' ? this.#name : this.#theirs.find((field) => field.name === name)?.field;
  }
}
