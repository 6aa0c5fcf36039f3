/** The adapter to the gateway's own fields, over a script and fields that are made up: no network, no DOM. */
import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { describe, it } from 'node:test';
import type { FieldDress, FieldReport, GatewayFieldName, StateLooks } from '../../src/gateway/fields-gateway.js';
import type { Gateway } from '../../src/gateway/gateway.js';
import { GmoFieldsV2, type GmoFieldsV2Options } from '../../src/gateway/gmo-fields-v2.js';
import { CARD, assertIssued, describeGatewayContract, type Patience, type PspMood } from '../support/gateway-contract.ts';
import { FakeRealm, type FakeScript } from './fake-realm.ts';

/** No test that passes takes this long, and one that fails does not hang. */
const LONG = 5_000;

const CHOICE = { provider: 'gmo-pg', environment: 'test', shopId: '', apiKey: 'api-key-1', publicKey: 'MIIB'.padEnd(392, 'A'), sendFingerprint: false } as const;

/** A field of the script's. */
class FakeElement {
  readonly type: string;
  options: Record<string, unknown>;
  readonly done: string[] = [];
  place: unknown;
  readonly #handlers = new Map<string, (event: unknown) => void>();

  constructor(type: string, options: Record<string, unknown>) {
    this.type = type;
    this.options = options;
  }

  on(type: string, handler: (event: unknown) => void): this {
    this.#handlers.set(type, handler);
    return this;
  }

  tell(type: string, event: object = {}): void {
    this.#handlers.get(type)?.({ elementType: this.type, ...event });
  }

  mount(place: unknown): void {
    this.place = place;
    this.done.push('mount');
  }

  destroy(): void {
    this.done.push('destroy');
  }

  update(options: Record<string, unknown>): void {
    this.options = { ...this.options, ...options };
    this.done.push('update');
  }

  focus(): void {
    this.done.push('focus');
  }

  clear(): void {
    this.done.push('clear');
  }
}

interface Call {
  readonly element: unknown;
  readonly cardholderName: string;
  readonly options: { readonly tokenNumber: string };
  answer(value: unknown): void;
  fail(fault: unknown): void;
}

interface Setup {
  readonly respond?: (call: Call) => void;
  /** Whether the n-th request for the script succeeds; null: no answer yet. */
  readonly script?: (request: number) => boolean | null;
  readonly global?: unknown;
  /** Whether the documents of the n-th group of fields come. */
  readonly fieldsCome?: (group: number) => boolean;
  readonly options?: Partial<GmoFieldsV2Options>;
}

const NO_LOOK = { text: {}, placeholder: {} };
const PLAIN: StateLooks = { base: NO_LOOK, empty: NO_LOOK, complete: NO_LOOK, focused: NO_LOOK, invalid: NO_LOOK, disabled: NO_LOOK };

function setup({ respond, script = () => true, global, fieldsCome = () => true, options }: Setup = {}) {
  const calls: Call[] = [];
  const inits: unknown[][] = [];
  const groups: FakeElement[][] = [];
  const reports: [GatewayFieldName, FieldReport][] = [];
  const names: GatewayFieldName[] = ['number', 'expiry', 'cvc'];
  const places = new Map(names.map((name) => [name, { name } as unknown as HTMLElement]));
  let dress: FieldDress = { looks: PLAIN, placeholder: '', isDisabled: false };
  const client = {
    createElements: () => {
      const group: FakeElement[] = [];
      groups.push(group);
      return {
        create: (type: string, given: Record<string, unknown>) => {
          const element = new FakeElement(type, given);
          group.push(element);
          if (fieldsCome(groups.length)) queueMicrotask(() => element.tell('ready'));
          return element;
        },
      };
    },
    getTokenThroughIframe: (element: unknown, cardholderName: string, given: Call['options']) =>
      new Promise((answer, fail) => {
        const call = { element, cardholderName, options: given, answer, fail };
        calls.push(call);
        queueMicrotask(() => respond?.(call));
      }),
  };
  const tokenScript = {
    init: (...values: unknown[]) => {
      inits.push(values);
      Object.assign(realm, { Multipayment: client });
      return client;
    },
  };
  const realm = new FakeRealm((element: FakeScript) => {
    const succeeds = script(realm.scripts.length);
    queueMicrotask(() => {
      if (succeeds) {
        Object.assign(realm, { Multipayment: global === undefined ? tokenScript : global });
        realm.load(element);
      } else if (succeeds === false) realm.fail(element);
    });
  });
  const fields = new GmoFieldsV2({
    ...CHOICE,
    realm: realm.asWindow(),
    stage: { places, dressOf: () => dress, report: (name, report) => reports.push([name, report]) },
    answerDeadline: LONG,
    scriptDeadline: LONG,
    fieldsDeadline: LONG,
    scriptPauses: [1, 1],
    ...options,
  });
  const tokenize = (count = 1, signal = new AbortController().signal) => fields.tokenize('TARO YAMADA', { count, signal });
  return {
    realm, fields, calls, inits, groups, reports, places, tokenize,
    open: () => fields.open(new AbortController().signal),
    dressAs: (next: FieldDress) => {
      dress = next;
    },
  };
}

const issued = (count = 1) => ({
  result: 'success',
  maskedCardNumber: '************4818',
  tokenExpiryDate: '2031-01-31-12-00-00',
  isSecurityCodeSet: true,
  tokenList: Array.from({ length: count }, (_, index) => `to+ken/${index + 1}`),
});
const refused = (...errorList: object[]) => ({ result: 'validation_error', errorList });

describeGatewayContract('GmoFieldsV2, whose card stands in its fields', (mood: PspMood, { patience }: Patience) => {
  let now = mood;
  const deadline = patience === 'short' ? 20 : LONG;
  const { realm, fields, calls, open } = setup({
    options: { answerDeadline: deadline, scriptDeadline: mood === 'has-a-silent-script' ? deadline : LONG },
    script: () => (now === 'has-a-silent-script' ? null : now !== 'has-no-script'),
    respond: (call) => {
      if (now === 'is-unreachable') call.fail(new TypeError('Failed to fetch'));
      else if (now === 'refuses-the-number') call.answer(refused({ field: 'card.cardNumber', legacyCode: '102' }));
      else if (now === 'refuses-the-shop') call.answer(refused({ legacyCode: '552' }));
      else if (now === 'is-busy') call.answer(refused({ legacyCode: '902' }));
      else if (now === 'talks-nonsense') call.answer('<html>');
      else if (now !== 'says-nothing') call.answer(issued(Number(call.options.tokenNumber)));
    },
  });
  const gateway: Gateway = {
    prepare: () => void open(),
    tokenize: ({ cardholderName }, options) => fields.tokenize(cardholderName, options),
  };
  return {
    gateway,
    asked: () => calls.length,
    loads: () => realm.scripts.length,
    recover: () => {
      now = 'issues';
    },
    leftovers: () => [...Object.keys(realm.globals()), ...getEventListeners(realm, 'error').map(() => 'listener for errors')],
  };
});

const respond = (call: Call) => {
  call.answer(issued(Number(call.options.tokenNumber)));
};

describe('GmoFieldsV2, its fields', { timeout: 10_000 }, () => {
  it('are made once, each for its place, and mounted there', async () => {
    const { open, groups, places, inits } = setup();
    assert.equal(await open(), null);
    assert.equal(await open(), null);
    assert.deepEqual(inits, [[CHOICE.apiKey, CHOICE.publicKey, undefined, false, false]]);
    assert.deepEqual(groups.map((group) => group.map(({ type }) => type)), [['cardNumber', 'cardExpiry', 'cardCvc']]);
    assert.deepEqual(groups[0]?.map(({ place }) => place), [...places.values()]);
  });

  it('are asked through the one with the number, with the name that we have', async () => {
    const { tokenize, calls, groups } = setup({ respond });
    assertIssued(await tokenize(2));
    assert.equal(calls[0]?.element, groups[0]?.[0]);
    assert.deepEqual([calls[0]?.cardholderName, calls[0]?.options], ['TARO YAMADA', { tokenNumber: '2' }]);
    assert.ok(!JSON.stringify(calls).includes(CARD.number));
  });

  it('are looked for again, with the script that is there, when their documents did not come', async () => {
    const { open, groups, realm } = setup({ fieldsCome: (group) => group > 1, options: { fieldsDeadline: 20 } });
    assert.equal(await open(), 'gateway-unreachable');
    assert.equal(await open(), null);
    assert.equal(realm.scripts.length, 1);
    assert.deepEqual(groups.map((group) => group[0]?.done), [['mount', 'destroy'], ['mount']]);
  });

  it('are not heard any more once others stand in their place', async () => {
    const { open, groups, reports } = setup({ fieldsCome: (group) => group > 1, options: { fieldsDeadline: 20 } });
    await open();
    await open();
    groups[0]?.[0]?.tell('change', { empty: false, complete: true });
    assert.deepEqual(reports, []);
  });

  it('may be there without a word that they are ready: any other word will do', async () => {
    const { open, groups } = setup({ fieldsCome: () => false });
    const opened = open();
    while (!groups[0]?.[2]) await Promise.resolve();
    for (const element of groups[0]) element.tell('focus');
    assert.equal(await opened, null);
  });

  it('are not looked for in the script of another product', async () => {
    const { open } = setup({ global: { init: () => ({ getToken: () => undefined }) } });
    assert.equal(await open(), 'gateway-script');
  });

  it('do what they are told, and a script that throws stops nothing', async () => {
    const { open, fields, groups } = setup();
    fields.focus('number'); // there is none yet
    await open();
    const [number] = groups[0] ?? [];
    assert.ok(number);
    fields.focus('number');
    fields.clear('number');
    assert.deepEqual(number.done, ['mount', 'focus', 'clear']);
    number.clear = () => {
      throw new TypeError('not ready');
    };
    fields.clear('number');
  });
});

const CHANGES: readonly (readonly [what: string, event: object, report: object])[] = [
  ['empty', { empty: true, complete: false }, { isEmpty: true, isComplete: false, code: null }],
  ['begun', { empty: false, complete: false }, { isEmpty: false, isComplete: false, code: null }],
  ['complete', { empty: false, complete: true, error: undefined }, { isEmpty: false, isComplete: true, code: null }],
  ['wrong, as the types have it', { empty: false, complete: false, error: { type: 'validation_error', code: 113, message: '…' } }, { isEmpty: false, isComplete: false, code: 'expiry-month' }],
  ['wrong, as the samples have it', { empty: false, complete: true, invalid: true }, { isEmpty: false, isComplete: false, code: 'gateway-answer' }],
  ['right, as the samples have it', { empty: false, invalid: false }, { isEmpty: false, isComplete: true, code: null }],
  ['wrong with a code that nobody knows', { empty: false, complete: false, error: { code: 999 } }, { isEmpty: false, isComplete: false, code: 'gateway-answer' }],
  ['empty and complete at once', { empty: true, complete: true }, { isEmpty: true, isComplete: false, code: null }],
];

describe('GmoFieldsV2, what its fields tell', { timeout: 10_000 }, () => {
  for (const [what, event, report] of CHANGES) {
    it(`understands that one is ${what}`, async () => {
      const { open, groups, reports } = setup();
      await open();
      groups[0]?.[1]?.tell('change', event);
      assert.deepEqual(reports, [['expiry', { type: 'change', ...report }]]);
    });
  }

  it('passes on where the focus is, and nothing that the script adds to an event', async () => {
    const { open, groups, reports } = setup();
    await open();
    groups[0]?.[0]?.tell('focus', { value: CARD.number });
    groups[0]?.[0]?.tell('change', { empty: false, complete: false, value: CARD.number });
    groups[0]?.[0]?.tell('blur');
    assert.deepEqual(reports, [
      ['number', { type: 'focus' }],
      ['number', { type: 'change', isEmpty: false, isComplete: false, code: null }],
      ['number', { type: 'blur' }],
    ]);
  });
});

describe('GmoFieldsV2, how its fields look', { timeout: 10_000 }, () => {
  const looks: StateLooks = {
    ...PLAIN,
    base: {
      text: {
        color: 'rgb(1, 2, 3)', 'font-family': 'Noto Sans', 'font-size': '16px', 'font-variant-numeric': 'tabular-nums', 'border-top-width': '1px',
        'padding-top': '0px', 'padding-right': '92px', 'padding-bottom': '0px', 'padding-left': '14px', 'background-color': 'rgb(9, 9, 9)',
      },
      placeholder: { color: 'rgb(7, 7, 7)' },
    },
    focused: { text: { color: 'rgb(4, 5, 6)' }, placeholder: {} },
    disabled: { text: { color: 'rgb(8, 8, 8)' }, placeholder: {} },
  };
  const style = {
    base: {
      color: 'rgb(1, 2, 3)', fontFamily: 'Noto Sans', fontSize: '16px', fontVariant: 'tabular-nums', padding: '0px 92px 0px 14px',
      '::placeholder': { color: 'rgb(7, 7, 7)' }, ':disabled': { color: 'rgb(8, 8, 8)' },
    },
    empty: { '::placeholder': {} },
    complete: { '::placeholder': {} },
    focus: { color: 'rgb(4, 5, 6)', '::placeholder': {} },
    invalid: { '::placeholder': {} },
  };

  it('is said in the properties that they know: the box is drawn by the document', async () => {
    const { open, groups, dressAs } = setup();
    dressAs({ looks, placeholder: 'MM/YY', isDisabled: true });
    await open();
    assert.deepEqual(groups[0]?.[1]?.options, { style, placeholder: 'MM/YY', disabled: true });
  });

  it('changes with the page', async () => {
    const { open, fields, groups, dressAs } = setup();
    await open();
    dressAs({ looks, placeholder: '', isDisabled: false });
    fields.dress('cvc');
    assert.deepEqual(groups[0]?.map(({ done }) => done.includes('update')), [false, false, true]);
    assert.deepEqual(groups[0][2]?.options['style'], style);
  });
});

describe('GmoFieldsV2, what it is answered', { timeout: 10_000 }, () => {
  const ANSWERS: readonly (readonly [what: string, answer: unknown, code: string])[] = [
    ['a list of errors', refused({ field: 'card.expiryMonth', legacyCode: '113' }), 'expiry-month'],
    ['errors by name', { result: 'validation_error', errorList: { first: { legacyCode: 121 } } }, 'cvc-invalid'],
    ['an error without a code', refused({ detail: 'no' }), 'gateway-answer'],
    ['a result that nobody knows', { result: 'strange' }, 'gateway-answer'],
    ['a success without tokens', { ...issued(), tokenList: [] }, 'gateway-answer'],
    ['one token too few', issued(1), 'gateway-answer'],
  ];
  for (const [what, answer, code] of ANSWERS) {
    it(`takes ${what} for ${code}`, async () => {
      const { tokenize } = setup({ respond: (call) => { call.answer(answer); } });
      assert.deepEqual(await tokenize(2), { code });
    });
  }
});
