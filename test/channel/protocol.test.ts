import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inspect } from 'node:util';
import fc from 'fast-check';
import type { Brand } from '../../src/card/brands.js';
import { FIELD_NAMES, type FieldName, type Reason } from '../../src/card/verification.js';
import {
  isFieldList,
  isHostedMessage,
  isInitMessage,
  isPageMessage,
  isShopId,
  isTokenCount,
  maskNumber,
  PROTOCOL_VERSION,
  type CardState,
  type HostedMessage,
  type InitMessage,
  type PageMessage,
  type TokenMessage,
} from '../../src/channel/protocol.js';
import { ERROR_CODES } from '../../src/errors.js';
import { ja } from '../../src/locales/ja.js';
import { OF_V1 } from '../support/messages.ts';

const PAN = '4980731629504818';
const BRANDS: readonly Brand[] = [
  'visa', 'mastercard', 'jcb', 'american-express', 'diners-club', 'discover', 'unionpay', 'maestro',
];
const WORDS = ja.frame;
/** The reasons are words of the frame; their keys begin with a field's name. */
const REASONS = Object.keys(WORDS).filter((key) => /^(?:number|expiry|cvc|name)-(?!will-be$)/.test(key)) as Reason[];

const INIT: InitMessage = {
  type: 'init',
  version: PROTOCOL_VERSION,
  gateway: 'gmo',
  environment: 'test',
  ...OF_V1,
  shopId: 'tshop00000001',
  fields: FIELD_NAMES,
  brands: ['visa', 'jcb'],
  language: 'ja',
  words: WORDS,
  style: [{ at: 'host', values: { color: 'rgb(0, 0, 0)' } }, { at: 'input number focused invalid', values: {} }],
  fonts: [{ family: 'Shop Sans', address: 'https://fields.example/shop.woff2', weight: '100 900', style: 'normal' }],
  disabled: false,
};

const PAGE: { readonly [T in PageMessage['type']]: Extract<PageMessage, { type: T }> } = {
  style: { type: 'style', style: [{ at: 'label', values: { color: 'red' } }] },
  labels: { type: 'labels', language: 'en', words: WORDS },
  focus: { type: 'focus', target: 'wrong' },
  disabled: { type: 'disabled', disabled: true },
  tokenize: { type: 'tokenize', id: 'c0ffee00-0000-4000-8000-000000000000', count: 1 },
  clear: { type: 'clear' },
};

const STATE: CardState = {
  complete: false,
  empty: false,
  brand: 'visa',
  focused: 'number',
  fields: {
    number: { empty: false, complete: true, error: null },
    expiry: { empty: true, complete: false, error: 'expiry-missing' },
  },
};
const TOKEN: TokenMessage = {
  type: 'token',
  id: 'c0ffee00-0000-4000-8000-000000000000',
  tokens: ['a'.repeat(64)],
  maskedNumber: '*************111',
  expiresAt: '2031-01-31-12-00-00',
  securityCodeSet: true,
  brand: 'visa',
};

const HOSTED: { readonly [T in HostedMessage['type']]: Extract<HostedMessage, { type: T }> } = {
  ready: { type: 'ready' },
  state: { type: 'state', state: STATE },
  resize: { type: 'resize', height: 338.5 },
  submit: { type: 'submit' },
  token: TOKEN,
  error: { type: 'error', id: null, code: 'hosted-readable' },
  tamper: { type: 'tamper' },
};

/** A message as the port delivers it. */
const delivered = (message: unknown): unknown => structuredClone(message);
const without = (message: object, name: string): object =>
  Object.fromEntries(Object.entries(message).filter(([key]) => key !== name));

/** With a property of its own that is called `__proto__`, as JSON.parse and structured cloning make one. */
const ownProto = (value: unknown, message: object = {}): object =>
  Object.defineProperty({ ...message }, '__proto__', { value, enumerable: true });

type Case = readonly [message: unknown, why: string];

const NO_MESSAGES: readonly Case[] = [
  [undefined, 'nothing'],
  [null, 'null'],
  ['ready', 'a text'],
  [7, 'a number'],
  [true, 'a truth value'],
  [[], 'an empty list'],
  [[{ type: 'ready' }], 'a message in a list'],
  [{}, 'an object without a type'],
  [{ type: '' }, 'an empty type'],
  [{ type: 'getValue' }, 'an unknown type'],
  [{ type: 'Ready' }, 'a type in capitals'],
  [{ type: ['ready'] }, 'a type in a list'],
  [{ type: 'toString' }, 'a type named like a method of every object'],
  [{ type: 'constructor' }, 'a type named constructor'],
  [{ type: '__proto__' }, 'a type named __proto__'],
  [{ type: 'hasOwnProperty' }, 'a type named hasOwnProperty'],
  [ownProto({ type: 'ready' }), 'a type in an own property __proto__'],
  [new Map([['type', 'ready']]), 'a map'],
  [{ type: 'x'.repeat(1_000_000) }, 'a huge type'],
];

describe('what the page side believes', () => {
  for (const [type, message] of Object.entries(HOSTED)) {
    it(`takes ${type}`, () => {
      assert.equal(isHostedMessage(delivered(message)), true);
    });
    it(`drops ${type} with one property more`, () => {
      assert.equal(isHostedMessage({ ...message, number: PAN }), false);
      assert.equal(isHostedMessage({ ...message, card: { number: PAN } }), false);
      assert.equal(isHostedMessage(ownProto({ number: PAN }, message)), false);
    });
    for (const name of Object.keys(message)) {
      it(`drops ${type} without ${name}`, () => {
        assert.equal(isHostedMessage(without(message, name)), false);
      });
      for (const junk of [undefined, {}, [], NaN, { toString: PAN }]) {
        it(`drops ${type} when ${name} is ${inspect(junk)}`, () => {
          assert.equal(isHostedMessage({ ...message, [name]: junk }), false);
        });
      }
    }
  }

  for (const brand of [...BRANDS, null]) {
    it(`takes ${String(brand)} for a brand`, () => {
      assert.equal(isHostedMessage({ type: 'state', state: { ...STATE, brand } }), true);
      assert.equal(isHostedMessage({ ...TOKEN, brand }), true);
    });
  }
  for (const focused of [...FIELD_NAMES, null]) {
    it(`takes ${String(focused)} for the focused field`, () => {
      assert.equal(isHostedMessage({ type: 'state', state: { ...STATE, focused } }), true);
    });
  }
  for (const reason of REASONS) {
    it(`takes ${reason} for the error of a field`, () => {
      const fields = { [reason.split('-', 1)[0] as FieldName]: { empty: false, complete: false, error: reason } };
      assert.equal(isHostedMessage({ type: 'state', state: { ...STATE, fields } }), true);
    });
  }
  for (const code of ERROR_CODES) {
    it(`takes ${code} for an error`, () => {
      assert.equal(isHostedMessage({ type: 'error', id: 'a', code }), true);
    });
  }
  for (const count of [1, 2, 10]) {
    it(`takes ${count} tokens`, () => {
      assert.equal(isHostedMessage({ ...TOKEN, tokens: Array<string>(count).fill('t') }), true);
    });
  }
  for (const maskedNumber of ['', '*************111', '**** **** **** 1111', '••••1111', '111', 'xxxx-1111']) {
    it(`takes ${JSON.stringify(maskedNumber)} for a masked number`, () => {
      assert.equal(isHostedMessage({ ...TOKEN, maskedNumber }), true);
    });
  }

  const state = (part: object) => ({ type: 'state', state: { ...STATE, ...part } });
  const verdict = (part: object) => state({ fields: { number: { empty: false, complete: false, error: null, ...part } } });
  const dropped: readonly Case[] = [
    ...NO_MESSAGES,
    ...Object.values(PAGE).map((message): Case => [message, `the page's own ${message.type}`]),
    [INIT, 'an init'],
    [{ type: 'resize', height: NaN }, 'a height that is no number'],
    [{ type: 'resize', height: -1 }, 'a negative height'],
    [{ type: 'resize', height: 0 }, 'no height'],
    [{ type: 'resize', height: Infinity }, 'an endless height'],
    [{ type: 'resize', height: 4000 }, 'a height beyond any form'],
    [{ type: 'resize', height: '338' }, 'a height as text'],
    [{ type: 'resize', height: 338n }, 'a height as a big integer'],
    [{ ...TOKEN, tokens: [] }, 'no token at all'],
    [{ ...TOKEN, tokens: Array<string>(11).fill('t') }, 'eleven tokens'],
    [{ ...TOKEN, tokens: [''] }, 'an empty token'],
    [{ ...TOKEN, tokens: ['t', 7] }, 'a token that is a number'],
    [{ ...TOKEN, tokens: ['t'.repeat(1001)] }, 'a huge token'],
    [{ ...TOKEN, tokens: { length: 1, 0: 't' } }, 'tokens in something like a list'],
    [{ ...TOKEN, maskedNumber: '***********11111' }, 'a masked number with five digits'],
    [{ ...TOKEN, maskedNumber: PAN }, 'a whole number as the masked one'],
    [{ ...TOKEN, maskedNumber: '4111********1111' }, 'a masked number with the first digits'],
    [{ ...TOKEN, maskedNumber: '4*9*8*0*1111' }, 'digits between the asterisks'],
    [{ ...TOKEN, maskedNumber: '１２３４５６７８' }, 'full-width digits in the masked number'],
    [{ ...TOKEN, maskedNumber: '٤٩٨٠٧٣١٦' }, 'Arabic digits in the masked number'],
    [{ ...TOKEN, maskedNumber: '*'.repeat(25) }, 'a masked number of 25 characters'],
    [{ ...TOKEN, expiresAt: '2'.repeat(41) }, 'a huge expiry of the token'],
    [{ ...TOKEN, id: 'a'.repeat(65) }, 'a huge id'],
    [{ ...TOKEN, id: '<b>' }, 'an id that is no word'],
    [{ ...TOKEN, securityCodeSet: 'true' }, 'a truth value as text'],
    [{ ...TOKEN, brand: 'Visa' }, 'a brand in capitals'],
    [{ ...TOKEN, brand: 'constructor' }, 'a brand named constructor'],
    [{ type: 'error', id: null, code: 'number-4111' }, 'an error code with digits'],
    [{ type: 'error', id: null, code: 'gmo-999' }, 'a result code that GMO does not have'],
    [{ type: 'error', id: null, code: 'toString' }, 'an error code named like a method'],
    [{ type: 'error', code: 'busy' }, 'an error that does not say whose'],
    [state({ brand: PAN }), 'a number as brand'],
    [state({ focused: 'iin' }), 'a field that is none'],
    [state({ iin: 498073 }), 'an IIN in the state'],
    [state({ complete: 1 }), 'a number for a truth value'],
    [state({ fields: null }), 'no fields'],
    [state({ fields: [] }), 'fields as a list'],
    [state({ fields: { iin: { empty: false, complete: false, error: null } } }), 'a verdict for no field'],
    [state({ fields: { constructor: { empty: false, complete: false, error: null } } }), 'a field named constructor'],
    [state({ fields: ownProto({ empty: true, complete: true, error: null }) }), 'a field named __proto__'],
    [state({ fields: { number: null } }), 'a field without a verdict'],
    [verdict({ error: 'number-4111' }), 'digits in the error of a field'],
    [verdict({ error: 'number-four-nine-eight' }), 'digits spelled out in the error of a field'],
    [verdict({ error: `number-${'x'.repeat(1_000_000)}` }), 'a huge error of a field'],
    [verdict({ error: 'number' }), 'half an error of a field'],
    [verdict({ error: 'constructor' }), 'an error of a field named constructor'],
    [verdict({ error: undefined }), 'an undefined error of a field'],
    [verdict({ value: PAN }), 'a value in a verdict'],
    [verdict({ length: 16 }), 'a length in a verdict'],
    [verdict({ nested: { number: { value: PAN } } }), 'a nested object in a verdict'],
  ];
  for (const [message, why] of dropped) {
    it(`drops ${why}`, () => {
      assert.equal(isHostedMessage(message), false);
    });
  }
});

describe('what the hosted document obeys', () => {
  for (const [type, message] of Object.entries(PAGE)) {
    it(`takes ${type}`, () => {
      assert.equal(isPageMessage(delivered(message)), true);
    });
    it(`drops ${type} with one property more`, () => {
      assert.equal(isPageMessage({ ...message, script: 'https://evil.example/' }), false);
    });
    for (const name of Object.keys(message)) {
      it(`drops ${type} without ${name}`, () => {
        assert.equal(isPageMessage(without(message, name)), false);
      });
    }
  }

  const dropped: readonly Case[] = [
    ...NO_MESSAGES,
    ...Object.values(HOSTED).map((message): Case => [message, `its own ${message.type}`]),
    [INIT, 'a second init'],
    [{ type: 'focus', target: 'number' }, 'an unknown place for the focus'],
    [{ type: 'disabled', disabled: 'yes' }, 'a text for a truth value'],
    [{ type: 'tokenize', id: 'a', count: 0 }, 'no token asked for'],
    [{ type: 'tokenize', id: 'a', count: 11 }, 'eleven tokens asked for'],
    [{ type: 'tokenize', id: 'a', count: 1.5 }, 'one and a half tokens'],
    [{ type: 'tokenize', id: 'a', count: NaN }, 'a count that is no number'],
    [{ type: 'tokenize', id: 'a', count: '1' }, 'a count as text'],
    [{ type: 'tokenize', id: '', count: 1 }, 'an empty id'],
    [{ type: 'tokenize', id: 'a b', count: 1 }, 'an id with a space'],
    [{ type: 'tokenize', id: 'a'.repeat(65), count: 1 }, 'a huge id'],
    [{ type: 'style', style: [{ at: 'host', values: { color: 7 } }] }, 'a style value that is no text'],
    [{ type: 'style', style: [{ at: 'host', values: { color: 'red' }, more: 1 }] }, 'more than a place and its values'],
    [{ type: 'style', style: [{ at: 'html', values: {} }] }, 'a place that is no part'],
    [{ type: 'style', style: [{ at: 'input pan', values: {} }] }, 'a field that is none'],
    [{ type: 'style', style: [{ at: 'input invalid focused', values: {} }] }, 'states in another order'],
    [{ type: 'style', style: [{ at: 'input, .field', values: {} }] }, 'a second selector'],
    [{ type: 'style', style: [{ at: 'input{}*', values: {} }] }, 'a way out of the rule'],
    [{ type: 'style', style: [{ at: 'input\n', values: {} }] }, 'a line break behind a place'],
    [{ type: 'style', style: Array(401).fill({ at: 'host', values: {} }) }, 'more rules than there are places'],
    [{ type: 'style', style: [{ at: 'host', values: { color: 'x'.repeat(501) } }] }, 'a huge style value'],
    [{ type: 'style', style: ['red'] }, 'styles as texts'],
    [{ type: 'style', style: { color: 'red' } }, 'styles without a place'],
    [{ type: 'style', style: null }, 'no styles'],
    [{ type: 'labels', language: 'x'.repeat(36), words: WORDS }, 'a huge language'],
    [{ type: 'labels', language: 'en', words: { ...WORDS, 'label-cvc': { html: '<b>' } } }, 'a word that is no text'],
    [{ type: 'labels', language: 'en', words: { ...WORDS, 'label-cvc': 'x'.repeat(501) } }, 'a huge word'],
  ];
  for (const [message, why] of dropped) {
    it(`drops ${why}`, () => {
      assert.equal(isPageMessage(message), false);
    });
  }
});

describe('the first message', () => {
  it('is taken when it is whole', () => {
    assert.equal(isInitMessage(delivered(INIT)), true);
  });

  for (const name of Object.keys(INIT)) {
    it(`is dropped without ${name}`, () => {
      assert.equal(isInitMessage(without(INIT, name)), false);
    });
  }

  const dropped: readonly Case[] = [
    ...NO_MESSAGES,
    ...[...Object.values(PAGE), ...Object.values(HOSTED)].map((message): Case => [message, message.type]),
    [{ ...INIT, version: PROTOCOL_VERSION + 1 }, 'another version'],
    [{ ...INIT, version: String(PROTOCOL_VERSION) }, 'a version as text'],
    [{ ...INIT, gateway: null }, 'no gateway'],
    [{ ...INIT, gateway: ['gmo'] }, 'a gateway in a list'],
    [{ ...INIT, publicKey: 'a'.repeat(2001) }, 'a key without end'],
    [{ ...INIT, sendFingerprint: 'false' }, 'a truth value as text'],
    [{ ...INIT, environment: 'staging' }, 'an unknown environment'],
    [{ ...INIT, shopId: 'a'.repeat(14) }, 'a shop ID of 14 characters (GMO code 161)'],
    [{ ...INIT, shopId: 'ｔshop' }, 'a full-width letter in the shop ID (GMO code 162)'],
    [{ ...INIT, shopId: 'tshop/../x' }, 'a path in the shop ID'],
    [{ ...INIT, shopId: 'tshop1\n' }, 'a line break after the shop ID'],
    [{ ...INIT, fields: [] }, 'no fields'],
    [{ ...INIT, fields: ['number'] }, 'no expiry'],
    [{ ...INIT, fields: ['expiry', 'cvc'] }, 'no number'],
    [{ ...INIT, fields: ['number', 'expiry', 'number'] }, 'a field twice'],
    [{ ...INIT, fields: ['number', 'expiry', 'pin'] }, 'an unknown field'],
    [{ ...INIT, fields: ['number', 'expiry', '__proto__'] }, 'a field named __proto__'],
    [{ ...INIT, fields: 'number expiry' }, 'fields as text'],
    [{ ...INIT, brands: ['visa', 'visa'] }, 'a brand twice'],
    [{ ...INIT, brands: ['visa', 'gold'] }, 'an unknown brand'],
    [{ ...INIT, brands: 'visa' }, 'brands as text'],
    [{ ...INIT, words: [] }, 'words as a list'],
    [{ ...INIT, style: 'color: red' }, 'styles as text'],
    [{ ...INIT, fonts: 'Arial' }, 'fonts as text'],
    [{ ...INIT, fonts: Array(9).fill(INIT.fonts[0]) }, 'more fonts than a form needs'],
    [{ ...INIT, fonts: [{ ...INIT.fonts[0], address: 'javascript:alert(1)' }] }, 'a script for a font'],
    [{ ...INIT, fonts: [{ ...INIT.fonts[0], address: 'https://a.example/") format("x' }] }, 'a way out of the address of a font'],
    [{ ...INIT, fonts: [{ ...INIT.fonts[0], address: 'data:font/woff2;base64,AA' }] }, 'a font inside its address'],
    [{ ...INIT, fonts: [{ ...INIT.fonts[0], family: 'a; src: url(x)' }] }, 'a way out of the name of a font'],
    [{ ...INIT, fonts: [{ ...INIT.fonts[0], weight: 'bold; x' }] }, 'a weight that is none'],
    [{ ...INIT, fonts: [{ ...INIT.fonts[0], style: 'oblique' }] }, 'a style that is none'],
    [{ ...INIT, fonts: [{ ...INIT.fonts[0], unicodeRange: 'U+30' }] }, 'a font for one digit'],
    [{ ...INIT, disabled: 0 }, 'a number for a truth value'],
  ];
  for (const [message, why] of dropped) {
    it(`is dropped when it is ${why}`, () => {
      assert.equal(isInitMessage(message), false);
    });
  }
});

describe('smaller guards', () => {
  it('take every order of fields that has number and expiry', () => {
    for (const fields of [['number', 'expiry'], ['name', 'cvc', 'expiry', 'number'], ['expiry', 'number', 'cvc']]) {
      assert.equal(isFieldList(fields), true, fields.join(' '));
    }
  });

  it('take 13 alphanumerics at most for a shop ID, and none for token v2', () => {
    for (const id of ['', 'a', '9200000000000', 'tshop00000001']) assert.equal(isShopId(id), true, id);
    for (const id of ['a-b', 'a'.repeat(14), 'tshop1\n', 1, null]) assert.equal(isShopId(id), false, String(id));
  });

  it('take 1 to 10 for a count of tokens', () => {
    const counts = [-1, 0, 0.5, 1, 9.5, 10, 11, NaN, Infinity];
    assert.deepEqual(counts.filter(isTokenCount), [1, 10]);
  });
});

describe('maskNumber', () => {
  const table: readonly (readonly [shown: string, masked: string])[] = [
    ['*************111', '*************111'],
    ['************1111', '************1111'],
    ['4111**********11', '**************11'],
    ['498073******4818', '************4818'],
    [PAN, '************4818'],
    ['4980********', '************'],
    ['４９８０', '****'],
    ['', ''],
  ];
  for (const [shown, masked] of table) {
    it(`makes ${masked || 'nothing'} of ${shown || 'nothing'}`, () => {
      assert.equal(maskNumber(shown), masked);
    });
  }

  it('makes what the page side takes of whatever the gateway shows', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.stringMatching(/^[*\dx -]{0,40}$/)), (shown) =>
        isHostedMessage({ ...TOKEN, maskedNumber: maskNumber(shown) }),
      ),
    );
  });
});

/** Text that the gateway or a call's name may fill; everything else that crosses is from fixed sets. */
const GATEWAY_TEXT = new Set(['tokens', 'expiresAt', 'id', 'height']);
const closedPart = (message: unknown): string =>
  JSON.stringify(message, (key, value: unknown) => (GATEWAY_TEXT.has(key) ? null : value));

const TRICKS: readonly unknown[] = [
  PAN, Number(PAN), { value: PAN }, [PAN], `number-${PAN}`, `*${PAN}`, '４９８０７３１６', '__proto__', 'constructor',
];
const anyJunk = fc.oneof(fc.anything({ maxDepth: 3 }), fc.constantFrom(...TRICKS));
const anyChange = fc.record({
  where: fc.nat(),
  which: fc.nat(),
  /** The name of a property more; undefined: one that is there is changed. */
  name: fc.option(fc.oneof(fc.constantFrom('number', 'value', 'length', PAN), fc.string()), { nil: undefined }),
  value: anyJunk,
});

/** The object and every object in it. */
const objectsIn = (value: unknown): object[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? [value, ...Object.values(value).flatMap(objectsIn)] : [];

/** A valid message, with anything changed or put in anywhere. */
const spoiled = (valid: unknown): fc.Arbitrary<unknown> =>
  fc.array(anyChange, { maxLength: 3 }).map((changes) => {
    const message = structuredClone(valid);
    for (const { where, which, name, value } of changes) {
      const holders = objectsIn(message);
      const holder = holders[where % holders.length] ?? {};
      const names = Object.keys(holder);
      const target = name ?? names[which % names.length] ?? 'number';
      const property = { value: structuredClone(value), enumerable: true, configurable: true, writable: true };
      Object.defineProperty(holder, target, property);
    }
    return message;
  });

describe('the guards, fuzzed', () => {
  it('never throw and never take junk for a message', () => {
    fc.assert(
      fc.property(anyJunk, (value) => {
        const answers = [isHostedMessage(value), isPageMessage(value), isInitMessage(value)];
        assert.deepEqual(answers, [false, false, false]);
      }),
      { numRuns: 10_000 },
    );
  });

  it('never throw at a spoiled message', () => {
    const valid = fc.constantFrom<unknown>(INIT, ...Object.values(PAGE), ...Object.values(HOSTED)).chain(spoiled);
    fc.assert(
      fc.property(valid, (value) => {
        const answers = [isHostedMessage(value), isPageMessage(value), isInitMessage(value)];
        assert.ok(answers.filter(Boolean).length <= 1, 'no message is both one of the page and one of the frame');
      }),
      { numRuns: 10_000 },
    );
  });

  it('never let a run of five digits pass towards the page, besides what the gateway says', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.constantFrom<unknown>(...Object.values(HOSTED)).chain(spoiled), (value) => {
        if (!isHostedMessage(value)) return;
        taken += 1;
        assert.doesNotMatch(closedPart(value), /\p{Nd}{5}/u);
      }),
      { numRuns: 10_000 },
    );
    assert.ok(taken > 200, `only ${taken} messages were taken: the property says nothing`);
  });

  it('finds digits where a guard would let them pass', () => {
    assert.match(closedPart({ type: 'ready', number: PAN }), /\p{Nd}{5}/u);
    assert.doesNotMatch(closedPart({ ...TOKEN, tokens: [PAN] }), /\p{Nd}{5}/u);
  });
});
