/** The form around the gateway's own fields, over a gateway that is made up: a test says what its fields tell. */
import { expect } from '@open-wc/testing';
import type { HostedEnd } from '../../src/channel/hosted-end.js';
import { isHostedMessage, isPageMessage, type CardState, type HostedMessage, type InitMessage, type PageMessage } from '../../src/channel/protocol.js';
import type { ErrorCode } from '../../src/errors.js';
import type { FieldReport, FieldsGateway, FieldsStage, GatewayFieldName } from '../../src/gateway/fields-gateway.js';
import type { IssuedToken, Refusal, TokenizeOptions } from '../../src/gateway/gateway.js';
import { GatewayForm } from '../../src/hosted/gateway-form.js';
import { en } from '../../src/locales/en.js';
import { ja } from '../../src/locales/ja.js';
import { formHeight } from '../support/form-height.ts';
import { holdDeadlines, until } from '../support/wtr-clock.ts';
import { INIT, ISSUED } from '../support/wtr-shopper.ts';

const words = en.frame;
const THEIRS = ['number', 'expiry', 'cvc'] as const;
type Change = Extract<FieldReport, { type: 'change' }>;
const COMPLETE: Change = { type: 'change', isEmpty: false, isComplete: true, code: null };
const BEGUN: Change = { ...COMPLETE, isComplete: false };

class FakeFields implements FieldsGateway {
  readonly stage: FieldsStage;
  readonly done: string[] = [];
  readonly calls: { readonly cardholderName: string; readonly options: TokenizeOptions }[] = [];
  answer!: (result: IssuedToken | Refusal) => void;

  constructor(stage: FieldsStage) {
    this.stage = stage;
  }

  /** Each field is a frame in its place. */
  open(): Promise<ErrorCode | null> {
    for (const place of this.stage.places.values()) place.append(document.createElement('iframe'));
    return Promise.resolve(opening);
  }

  dress(name: GatewayFieldName): void {
    this.done.push(`dress ${name}`);
  }

  focus(name: GatewayFieldName): void {
    this.done.push(`focus ${name}`);
  }

  clear(name: GatewayFieldName): void {
    this.done.push(`clear ${name}`);
  }

  tokenize(cardholderName: string, options: TokenizeOptions): Promise<IssuedToken | Refusal> {
    this.calls.push({ cardholderName, options });
    return new Promise((resolve) => {
      this.answer = resolve;
    });
  }
}

/** What `open` says. */
let opening: ErrorCode | null = null;
const hosts: Element[] = [];

class Bench {
  readonly sent: HostedMessage[] = [];
  fields!: FakeFields;
  readonly host: Element;
  readonly root: ShadowRoot;
  #deliver: (message: PageMessage) => void = () => undefined;

  constructor(overrides: Partial<InitMessage> = {}) {
    let host: Element | undefined;
    const isGone = () => host?.isConnected === false;
    const end: HostedEnd = {
      init: { ...INIT, gateway: 'gmo-v2', fieldsBy: 'gateway', ...overrides },
      send: (message) => {
        if (isGone()) return; // a form that was taken away tells its last height
        if (!isHostedMessage(message)) throw new Error(`not in the protocol: ${JSON.stringify(message)}`);
        this.sent.push(message);
      },
      receive: (listener) => {
        this.#deliver = listener;
      },
    };
    document.body.style.inlineSize = '480px';
    new GatewayForm(end, (stage) => (this.fields = new FakeFields(stage)), () => Promise.resolve(null)).start();
    this.host = host = document.body.lastElementChild as Element;
    this.root = this.host.shadowRoot as ShadowRoot;
    hosts.push(this.host);
  }

  get name(): HTMLInputElement {
    return this.root.querySelector('input') as HTMLInputElement;
  }

  get state(): CardState {
    return this.sentOf('state').at(-1)?.state as CardState;
  }

  sentOf<T extends HostedMessage['type']>(type: T): Extract<HostedMessage, { type: T }>[] {
    return this.sent.filter((message): message is Extract<HostedMessage, { type: T }> => message.type === type);
  }

  tell(message: PageMessage): this {
    if (!isPageMessage(message)) throw new Error(`not in the protocol: ${JSON.stringify(message)}`);
    this.#deliver(message);
    return this;
  }

  /** A field of the gateway's tells something. */
  hear(name: GatewayFieldName, ...reports: (FieldReport | 'focus' | 'blur')[]): this {
    for (const report of reports) this.fields.stage.report(name, typeof report === 'string' ? { type: report } : report);
    return this;
  }

  type(text: string): this {
    this.name.value = text;
    this.name.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
    return this;
  }

  fill(): this {
    for (const name of THEIRS) this.hear(name, COMPLETE);
    return this.type('taro yamada');
  }

  tokenize(id = 'call-1', count = 1): this {
    return this.tell({ type: 'tokenize', id, count });
  }

  /** A call that the gateway has an answer for. */
  async attempt(result: IssuedToken | Refusal, id = 'call-1'): Promise<this> {
    const before = this.sent.length;
    this.fill().tokenize(id);
    this.fields.answer(result);
    await until(() => this.sent.slice(before).some(({ type }) => type === 'token' || type === 'error'));
    return this;
  }

  box(name: string): HTMLElement {
    return this.root.getElementById(name) as HTMLElement;
  }

  message(name: string): string {
    return this.root.getElementById(`${name}-message`)?.textContent ?? '';
  }

  isWrong(name: string): boolean {
    return this.box(name).getAttribute('aria-invalid') === 'true';
  }

  get notice(): string {
    return this.root.querySelector('.notice > :first-child')?.textContent ?? '';
  }
}

describe('the form around the gateway’s fields', () => {
  afterEach(() => {
    opening = null;
    for (const host of hosts.splice(0)) host.remove();
    document.documentElement.removeAttribute('style');
    document.body.removeAttribute('style');
    document.documentElement.lang = 'en';
    sessionStorage.clear();
  });

  describe('for everybody', () => {
    it('is accessible when it is empty, wrong, disabled', async () => {
      const bench = new Bench();
      await expect(bench.host).to.be.accessible();
      bench.tell({ type: 'focus', target: 'none' });
      await expect(bench.host).to.be.accessible();
      bench.tell({ type: 'disabled', disabled: true });
      await expect(bench.host).to.be.accessible();
    });

    it('has a box with the name of each field around the gateway’s frame, which has that name, too', async () => {
      const bench = new Bench();
      await Promise.resolve();
      for (const name of THEIRS) {
        expect(bench.box(name).ariaLabel).to.equal(words[`label-${name}`]);
        expect(bench.host.querySelector(`[slot=${name}] iframe`)?.getAttribute('title')).to.equal(words[`label-${name}`]);
      }
    });

    it('speaks the language of the page, and another one when that changes', () => {
      const bench = new Bench({ language: 'ja', words: ja.frame }).tell({ type: 'focus', target: 'none' });
      expect(bench.message('number')).to.equal(ja.frame['number-missing'].replace('{label}', ja.frame['label-number']));
      bench.tell({ type: 'labels', language: 'en', words });
      expect(bench.message('number')).to.equal(words['number-missing'].replace('{label}', words['label-number']));
      expect(bench.box('cvc').ariaLabel).to.equal(words['label-cvc']);
      expect(bench.fields.stage.dressOf('expiry').placeholder).to.equal(words['placeholder-expiry']);
    });
  });

  describe('its place', () => {
    it('is in the document itself, where a script that looks for it finds it', () => {
      const bench = new Bench();
      for (const place of bench.fields.stage.places.values()) expect(document.contains(place) && place.getRootNode() === document).to.equal(true);
    });

    it('is as high as that of our own fields', () => {
      expect(new Bench().sentOf('resize').at(-1)?.height).to.equal(formHeight(['number', 'expiry', 'cvc', 'name']));
    });

    it('is in the order that the shop wants, with the fields that it wants', () => {
      const bench = new Bench({ fields: ['name', 'number', 'expiry'] });
      expect([...bench.root.querySelectorAll('.input')].map(({ id }) => id)).to.deep.equal(['name', 'number', 'expiry']);
      expect([...bench.fields.stage.places.keys()]).to.deep.equal(['number', 'expiry']);
    });

    it('takes the shop’s style to the box and to the text in it, and its changes', () => {
      const style = [
        { at: 'input', values: { color: 'rgb(1, 2, 3)', 'border-top-left-radius': '20px', 'padding-left': '30px' } },
        { at: 'input focused', values: { color: 'rgb(4, 5, 6)' } },
        { at: 'placeholder', values: { color: 'rgb(7, 8, 9)' } },
      ];
      const bench = new Bench({ style });
      const { looks } = bench.fields.stage.dressOf('number');
      expect(looks.base.text['color']).to.equal('rgb(1, 2, 3)');
      expect(looks.focused.text).to.deep.equal({ color: 'rgb(4, 5, 6)' });
      expect(looks.base.placeholder).to.deep.equal({ color: 'rgb(7, 8, 9)' });
      expect(getComputedStyle(bench.box('number')).borderTopLeftRadius).to.equal('20px');
      expect(getComputedStyle(bench.box('number')).paddingLeft, 'is inside the gateway’s field').to.equal('0px');
      bench.fields.done.length = 0;
      bench.tell({ type: 'style', style: [{ at: 'input cvc', values: { color: 'rgb(9, 9, 9)' } }] });
      expect(bench.fields.done).to.deep.equal(THEIRS.map((name) => `dress ${name}`));
      expect(bench.fields.stage.dressOf('cvc').looks.base.text).to.deep.equal({ color: 'rgb(9, 9, 9)' });
      expect(bench.fields.stage.dressOf('number').looks.base.text).to.deep.equal({});
    });

    it('keeps a line of no certain height from the text: the page would see which letters make it taller', () => {
      const bench = new Bench({ style: [{ at: 'input', values: { 'line-height': 'normal', color: 'rgb(1, 2, 3)' } }] });
      expect(bench.fields.stage.dressOf('number').looks.base.text).to.deep.equal({ color: 'rgb(1, 2, 3)' });
    });

    it('gets the focus that was asked for before its frame was there', async () => {
      const bench = new Bench().tell({ type: 'focus', target: 'first' });
      bench.fields.done.length = 0; // nothing was there to take it
      await until(() => bench.fields.done.includes('focus number'));
      expect(bench.fields.done.filter((each) => each.startsWith('focus'))).to.deep.equal(['focus number']);
    });

    it('is no place for a form when the gateway’s fields do not come', async () => {
      opening = 'gateway-script';
      const bench = new Bench();
      await until(() => bench.sentOf('error').length > 0);
      expect(bench.sentOf('error')).to.deep.equal([{ type: 'error', id: null, code: 'gateway-script' }]);
    });
  });

  describe('what it tells the page', () => {
    it('is that fields which say nothing are empty', () => {
      const { state } = new Bench();
      expect(state.empty && !state.complete).to.equal(true);
      for (const name of THEIRS) expect(state.fields[name]).to.deep.equal({ empty: true, complete: false, error: null });
    });

    it('is that it is complete when all of them are', () => {
      const bench = new Bench();
      for (const name of THEIRS) bench.hear(name, COMPLETE);
      expect(bench.state.complete).to.equal(false);
      expect(bench.type('taro yamada').state.complete).to.equal(true);
      expect(bench.hear('cvc', BEGUN).state.complete).to.equal(false);
      expect(bench.state.brand, 'the gateway does not tell').to.equal(null);
    });

    it('is where the focus is, in whatever order two fields tell it', () => {
      const bench = new Bench().hear('number', 'focus');
      expect(bench.state.focused).to.equal('number');
      expect(bench.hear('expiry', 'focus').hear('number', 'blur').state.focused).to.equal('expiry');
      expect(bench.hear('expiry', 'blur').state.focused).to.equal(null);
    });

    it('is that Enter was pressed in the name', () => {
      const bench = new Bench();
      bench.root.querySelector('form')?.requestSubmit();
      expect(bench.sentOf('submit')).to.have.length(1);
    });
  });

  describe('an error', () => {
    it('is shown as soon as the gateway says it, and is gone when it says no more', () => {
      const bench = new Bench().hear('expiry', 'focus', { ...BEGUN, code: 'expiry-month' });
      expect(bench.message('expiry')).to.equal(words['expiry-month']);
      expect(bench.isWrong('expiry') && bench.state.fields.expiry?.error).to.equal('expiry-month');
      bench.hear('expiry', COMPLETE);
      expect([bench.message('expiry'), bench.isWrong('expiry')]).to.deep.equal(['', false]);
    });

    it('is the field’s own when the gateway names none', () => {
      for (const code of ['gateway-answer', 'gmo-180', 'expiry-month'] as const) {
        expect(new Bench().hear('cvc', { ...BEGUN, code }).state.fields.cvc?.error).to.equal('cvc-invalid');
      }
    });

    it('waits for what is not finished until the field is left, and an empty one is left alone', () => {
      const bench = new Bench().hear('number', 'focus', BEGUN);
      expect(bench.isWrong('number')).to.equal(false);
      expect(bench.hear('number', 'blur').state.fields.number?.error).to.equal('number-incomplete');
      expect(bench.hear('expiry', 'focus', 'blur').isWrong('expiry')).to.equal(false);
    });

    it('of every field is shown when the page asks, with the focus on the first', () => {
      const bench = new Bench().hear('number', COMPLETE).tell({ type: 'focus', target: 'wrong' });
      expect(['number', ...THEIRS, 'name'].map((name) => bench.isWrong(name))).to.deep.equal([false, false, true, true, true]);
      expect(bench.fields.done.at(-1)).to.equal('focus expiry');
    });
  });

  describe('a token', () => {
    it('is never asked for while a field is missing: a call would cost one', () => {
      const bench = new Bench().tokenize();
      expect(bench.sentOf('error')).to.deep.equal([{ type: 'error', id: 'call-1', code: 'incomplete' }]);
      expect(bench.fields.calls).to.deep.equal([]);
      expect(bench.fields.done.at(-1)).to.equal('focus number');
    });

    it('is asked for with our name and its number, and the fields are emptied', async () => {
      const bench = await new Bench().attempt(ISSUED);
      expect(bench.fields.calls.map(({ cardholderName, options }) => [cardholderName, options.count])).to.deep.equal([['TARO YAMADA', 1]]);
      expect(bench.sentOf('token')).to.deep.equal([{ type: 'token', id: 'call-1', brand: null, ...ISSUED }]);
      for (const name of THEIRS) expect(bench.fields.done).to.include(`clear ${name}`);
      expect(bench.state.empty && bench.name.value === '').to.equal(true);
      expect(bench.message('number')).to.equal(words['card-ready'].replace('{masked}', ISSUED.maskedNumber));
      bench.hear('number', { ...COMPLETE, isEmpty: true, isComplete: false }); // its answer to being emptied is no edit
      expect(bench.message('number')).to.contain(ISSUED.maskedNumber);
    });

    it('is waited for by one call at a time, and the page’s clear gives that up', async () => {
      const bench = new Bench().fill().tokenize();
      expect([bench.name.readOnly, bench.root.querySelector('form')?.ariaBusy]).to.deep.equal([true, 'true']);
      bench.tokenize('call-2');
      expect(bench.sentOf('error')).to.deep.equal([{ type: 'error', id: 'call-2', code: 'busy' }]);
      bench.tell({ type: 'clear' });
      expect(bench.fields.calls[0]?.options.signal.aborted).to.equal(true);
      bench.fields.answer({ code: 'aborted' });
      await until(() => bench.sentOf('error').length === 2);
      expect(bench.sentOf('error').at(-1)).to.deep.equal({ type: 'error', id: 'call-1', code: 'aborted' });
    });

    it('that is refused leaves the card but for its code, and the focus on what is wrong', async () => {
      const bench = await new Bench().attempt({ code: 'expiry-month' });
      expect(bench.fields.done.filter((what) => what.startsWith('clear'))).to.deep.equal(['clear cvc']);
      expect(bench.fields.done.at(-1)).to.equal('focus expiry');
      expect([bench.state.fields.expiry?.error, bench.state.fields.cvc?.empty, bench.state.fields.number?.complete]).to.deep.equal(['expiry-month', true, true]);
    });

    it('is slowed after five refused cards, and says how long', async () => {
      const bench = new Bench();
      for (let attempt = 1; attempt <= 5; attempt += 1) await bench.attempt({ code: 'number-invalid' }, `call-${String(attempt)}`);
      bench.fill().tokenize('call-6');
      expect(bench.sentOf('error').at(-1)).to.deep.equal({ type: 'error', id: 'call-6', code: 'too-many-attempts' });
      expect(bench.fields.calls).to.have.length(5);
      expect(bench.notice).to.contain('30');
    });

    it('that is odd is an error, and the card is kept', async () => {
      const bench = await new Bench().attempt({ ...ISSUED, tokens: ['x'.repeat(2_000)] });
      expect(bench.sentOf('error').at(-1)?.code).to.equal('gateway-answer');
      expect(bench.state.fields.number?.complete).to.equal(true);
    });
  });

  describe('a page', () => {
    it('that disables it disables every field', () => {
      const bench = new Bench().hear('number', 'focus').tell({ type: 'disabled', disabled: true });
      expect([bench.fields.stage.dressOf('cvc').isDisabled, bench.name.disabled, bench.state.focused]).to.deep.equal([true, true, null]);
      bench.tell({ type: 'disabled', disabled: false });
      expect([bench.fields.stage.dressOf('cvc').isDisabled, bench.name.disabled]).to.deep.equal([false, false]);
    });

    it('moves the focus into the first field', () => {
      expect(new Bench().tell({ type: 'focus', target: 'first' }).fields.done.at(-1)).to.equal('focus number');
    });

    it('that is left takes nothing along', () => {
      const bench = new Bench().fill();
      window.dispatchEvent(new PageTransitionEvent('pagehide'));
      expect(bench.state.empty).to.equal(true);
      for (const name of THEIRS) expect(bench.fields.done).to.include(`clear ${name}`);
    });

    it('that nobody works on loses the card', () => {
      const deadlines = holdDeadlines();
      const now = Date.now.bind(Date);
      try {
        const bench = new Bench().fill();
        Date.now = () => now() + 700_000;
        deadlines.expire(deadlines.running.at(-1) as number);
        expect(bench.state.empty).to.equal(true);
        expect(bench.notice).to.equal(words['idle-cleared']);
      } finally {
        Date.now = now;
        deadlines.release();
      }
    });

    it('whose label is clicked has its field focused', () => {
      const bench = new Bench();
      bench.root.querySelector<HTMLElement>('.cvc .label')?.click();
      expect(bench.fields.done.at(-1)).to.equal('focus cvc');
    });
  });
});
