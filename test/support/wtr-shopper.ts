/** A shopper at the card form: the form runs in the test page, between a page that is made up and a gateway that is, too. */
import type { HostedEnd } from '../../src/channel/hosted-end.js';
import {
  isHostedMessage, isPageMessage, PROTOCOL_VERSION, type CardState, type HostedMessage, type InitMessage, type PageMessage,
} from '../../src/channel/protocol.js';
import type { FieldName } from '../../src/card/verification.js';
import type { Romanise } from '../../src/card/cardholder-name.js';
import type { CardDetails, Gateway, IssuedToken, Refusal, TokenizeOptions } from '../../src/gateway/gateway.js';
import { CardForm } from '../../src/hosted/card-form.js';
import { en } from '../../src/locales/en.js';
import { OF_V1 } from './messages.ts';
import { until } from './wtr-clock.ts';

export const ISSUED: IssuedToken = {
  tokens: ['token-1'], maskedNumber: '*************111', expiresAt: '2031-01-31-12-00-00', securityCodeSet: true,
};

/** A gateway that answers when the test says so. */
export class FakeGateway implements Gateway {
  readonly calls: { readonly card: CardDetails; readonly options: TokenizeOptions }[] = [];
  prepared = 0;
  #answer: ((result: IssuedToken | Refusal) => void) | undefined;
  #answers = 0;

  prepare(): void {
    this.prepared += 1;
  }

  tokenize(card: CardDetails, options: TokenizeOptions): Promise<IssuedToken | Refusal> {
    this.calls.push({ card, options });
    return new Promise((resolve) => {
      this.#answer = resolve;
    });
  }

  /** Once there were so many calls. */
  async called(times = 1): Promise<void> {
    await until(() => this.calls.length >= times);
  }

  /** Answers the call that is under way, or the next one. */
  async answer(result: IssuedToken | Refusal): Promise<void> {
    this.#answers += 1;
    await this.called(this.#answers);
    this.#answer?.(result);
  }
}

/** Good until the end of 2039; the number is valid in the live environment, too. */
export const CARD: Readonly<Record<FieldName, string>> = {
  number: '4111111111111111', expiry: '1239', cvc: '737', name: 'TARO YAMADA',
};

/** What a page says first. */
export const INIT: InitMessage = {
  type: 'init', version: PROTOCOL_VERSION, gateway: 'gmo', environment: 'live', ...OF_V1, shopId: 'tshop00000001',
  fields: ['number', 'expiry', 'cvc', 'name'], brands: [], language: 'en', words: en.frame, style: [], fonts: [], disabled: false,
};

const shoppers: Shopper[] = [];

/** For names in Roman letters nothing is loaded. */
const noRomaniser = () => Promise.reject<Romanise | null>(new Error('there is no kana'));

export class Shopper {
  /** All that the page was told. */
  readonly sent: HostedMessage[] = [];
  readonly root: ShadowRoot;
  readonly host: HTMLElement;
  #deliver: (message: PageMessage) => void = () => undefined;
  readonly #waiting = new Set<() => void>();
  #isGone = false;

  constructor(gateway: Gateway, overrides: Partial<InitMessage> = {}, romaniser: () => Promise<Romanise | null> = noRomaniser) {
    const init: InitMessage = { ...INIT, ...overrides };
    const end: HostedEnd = {
      init,
      send: (message) => {
        if (this.#isGone) return; // a form that was taken away tells its last height
        if (!isHostedMessage(message)) throw new Error(`not in the protocol: ${JSON.stringify(message)}`);
        this.sent.push(message);
        for (const look of [...this.#waiting]) look();
      },
      receive: (listener) => {
        this.#deliver = listener;
      },
    };
    document.body.style.inlineSize = '480px'; // of a frame in a shop's column; a test makes it narrower
    new CardForm(end, gateway, romaniser).start();
    const host = document.body.lastElementChild as HTMLElement | null;
    if (!host?.shadowRoot) throw new Error('no form');
    this.host = host;
    shoppers.push(this);
    this.root = host.shadowRoot;
  }

  goAway(): void {
    this.#isGone = true;
    this.host.remove();
  }

  get form(): HTMLFormElement {
    return this.#find('form') as HTMLFormElement;
  }

  get state(): CardState {
    const state = this.sentOf('state').at(-1)?.state;
    if (!state) throw new Error('no state was told');
    return state;
  }

  get values(): string[] {
    return [...this.root.querySelectorAll('input')].map(({ value }) => value);
  }

  /** The page says something. */
  tell(message: PageMessage): void {
    if (!isPageMessage(message)) throw new Error(`not in the protocol: ${JSON.stringify(message)}`);
    this.#deliver(message);
  }

  sentOf<T extends HostedMessage['type']>(type: T): Extract<HostedMessage, { type: T }>[] {
    return this.sent.filter((message): message is Extract<HostedMessage, { type: T }> => message.type === type);
  }

  /** The latest message of that type, once there are that many of them. */
  async told<T extends HostedMessage['type']>(type: T, times = 1): Promise<Extract<HostedMessage, { type: T }>> {
    await new Promise<void>((resolve) => {
      const look = () => {
        if (this.sentOf(type).length < times) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      look();
    });
    return this.sentOf(type).at(-1) as Extract<HostedMessage, { type: T }>;
  }

  input(name: FieldName): HTMLInputElement {
    return this.#find(`#${name}`) as HTMLInputElement;
  }

  label(name: FieldName): HTMLLabelElement {
    return this.#find(`label[for=${name}]`) as HTMLLabelElement;
  }

  /** The line under a field: an error or a hint. */
  message(name: FieldName): string {
    return this.#find(`#${name}-message`).textContent;
  }

  /** Is the field marked as wrong, for the eye and for assistive technology? */
  isWrong(name: FieldName): boolean {
    return this.input(name).getAttribute('aria-invalid') === 'true';
  }

  get focused(): string | undefined {
    return this.root.activeElement?.id;
  }

  /** Types at the caret, key by key. A browser does not type into a field that is disabled or read-only. */
  type(name: FieldName, text: string): this {
    const input = this.input(name);
    this.enter(name);
    for (const key of text) {
      if (input.disabled || input.readOnly) break;
      const start = input.selectionStart ?? input.value.length;
      input.setRangeText(key, start, input.selectionEnd ?? start, 'end');
      input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText', data: key }));
    }
    return this;
  }

  /** Selects everything and types over it. */
  retype(name: FieldName, text: string): this {
    this.input(name).select();
    return this.type(name, text);
  }

  backspace(name: FieldName): this {
    const input = this.input(name);
    const end = input.selectionEnd ?? 0;
    const start = Math.min(input.selectionStart ?? 0, Math.max(0, end - 1));
    input.setRangeText('', start, end, 'end');
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'deleteContentBackward' }));
    return this;
  }

  /** Another field had the focus, or none. A window in the background fires no focus events, so they are fired for it. */
  enter(name: FieldName): this {
    const input = this.input(name);
    if (this.root.activeElement === input) return this;
    const active = this.root.activeElement;
    if (active) this.leave(active.id as FieldName);
    return this.#withEvent(input, 'focusin', () => {
      input.focus();
    });
  }

  leave(name: FieldName): this {
    const input = this.input(name);
    return this.#withEvent(input, 'focusout', () => {
      input.blur();
    });
  }

  fill(card: Partial<Record<FieldName, string>> = CARD): this {
    for (const [name, text] of Object.entries(card)) {
      if (this.root.getElementById(name)) this.type(name as FieldName, text);
    }
    return this;
  }

  #withEvent(input: HTMLInputElement, type: 'focusin' | 'focusout', act: () => void): this {
    const seen: Event[] = [];
    input.addEventListener(type, (event) => seen.push(event), { once: true });
    act();
    if (!seen.length) input.dispatchEvent(new FocusEvent(type, { bubbles: true, composed: true }));
    return this;
  }

  #find(selector: string): HTMLElement {
    const found = this.root.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`no ${selector} in the form`);
    return found;
  }
}

/** Takes every form away, and what it left on the document. */
export function clearForms(): void {
  for (const shopper of shoppers.splice(0)) shopper.goAway();
  document.documentElement.removeAttribute('style');
  document.body.removeAttribute('style');
  document.documentElement.lang = 'en';
  sessionStorage.clear();
}
