import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { describe, it } from 'node:test';
import { inspect } from 'node:util';
import type { ErrorCode } from '../../src/errors.js';
import type { IssuedToken, Refusal } from '../../src/gateway/gateway.js';
import { wrongKeys } from '../../src/gateway/gmo-keys.js';
import { GmoTokenV2 } from '../../src/gateway/gmo-token-v2.js';
import type { MpTokenOptions } from '../../src/gateway/mp-token-script.js';
import { assertIssued, CARD, describeGatewayContract, tokenize, until, type Patience, type PspMood } from '../support/gateway-contract.ts';
import { FakeRealm, FakeScript } from './fake-realm.ts';

const HOST = 'https://stg.static.mul-pay.jp';
const SCRIPT = `${HOST}/payment/js/mp-token.js`;
/** No test that passes takes this long, and one that fails does not hang. */
const LONG = 5_000;

const CHOICE = {
  provider: 'gmo-pg',
  environment: 'test',
  shopId: '',
  apiKey: 'api-key-1',
  publicKey: 'MIIB'.padEnd(392, 'A'),
  sendFingerprint: false,
} as const;

type GmoCard = Readonly<Record<'cardno' | 'expire' | 'securitycode' | 'holdername' | 'tokennumber', string>>;
type Callback = (answer: unknown) => void;

/** How a script that nobody outside has read gives its answer. */
type Way = 'promise' | 'callback' | 'name' | 'both';

/** One call of getToken(). */
class Call {
  readonly card: GmoCard;
  readonly callback: Callback;
  readonly promise: Promise<unknown>;
  resolve!: (answer: unknown) => void;
  reject!: (fault: unknown) => void;
  readonly #realm: FakeRealm;
  readonly #way: Way;

  constructor(realm: FakeRealm, way: Way, card: GmoCard, callback: Callback) {
    this.#realm = realm;
    this.#way = way;
    this.card = card;
    this.callback = callback;
    this.promise = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }

  answer(value: unknown): void {
    if (this.#way === 'name') this.#realm.callGlobal(this.callback.name, value);
    else if (this.#way !== 'promise') this.callback(value);
    this.resolve(this.#way === 'both' || this.#way === 'promise' ? value : undefined);
  }
}

const tokensOf = (count: number) => Array.from({ length: count }, (_, index) => `to+ken/${index + 1}`);

const legacy = (count = 1) => ({
  resultCode: '000',
  tokenObject: {
    token: count === 1 ? 'to+ken/1' : tokensOf(count),
    maskedCardNo: '*************818',
    toBeExpiredAt: '2031-01-31-12-00-00',
    isSecurityCodeSet: true,
  },
});
const own = (count = 1) => ({
  result: 'success',
  maskedCardNumber: '************4818',
  tokenExpiryDate: '2031-01-31-12-00-00',
  isSecurityCodeSet: true,
  tokenList: tokensOf(count),
});
const ownRefusal = (...codes: unknown[]) => ({
  result: 'validation_error',
  errorList: codes.map((legacyCode) => ({ field: 'card.cardNumber', legacyCode })),
});

interface Setup {
  readonly respond?: (call: Call) => void;
  readonly way?: Way;
  /** Whether the n-th request for the script succeeds; null: no answer yet. */
  readonly script?: (request: number) => boolean | null;
  /** What the script leaves as `Multipayment`; one that works by default. */
  readonly global?: unknown;
  /** What `init` does with its client: it was seen to replace the global, and the types say that it returns it. */
  readonly gives?: 'returned' | 'replaced' | 'both';
  readonly options?: Partial<MpTokenOptions>;
}

function setup({ respond, way = 'promise', script = () => true, global, gives = 'both', options }: Setup = {}) {
  const calls: Call[] = [];
  const inits: unknown[][] = [];
  const client = {
    createElements: () => undefined,
    getToken: (card: GmoCard, callback: Callback) => {
      const call = new Call(realm, way, card, callback);
      calls.push(call);
      queueMicrotask(() => respond?.(call));
      return call.promise;
    },
  };
  const tokenScript = {
    init: (...values: unknown[]) => {
      inits.push(values);
      if (gives !== 'returned') Object.assign(realm, { Multipayment: client });
      return gives === 'replaced' ? undefined : client;
    },
  };
  const deliver = (element: FakeScript) => {
    Object.assign(realm, { Multipayment: global === undefined ? tokenScript : global });
    realm.load(element);
  };
  const realm = new FakeRealm((element) => {
    const succeeds = script(realm.scripts.length);
    queueMicrotask(() => {
      if (succeeds) deliver(element);
      else if (succeeds === false) realm.fail(element);
    });
  });
  const patience = { answerDeadline: LONG, scriptDeadline: LONG, scriptPauses: [1, 1] };
  const gateway = new GmoTokenV2({ ...CHOICE, realm: realm.asWindow(), ...patience, ...options });
  return { realm, gateway, calls, inits };
}

for (const way of ['promise', 'callback', 'name', 'both'] as const) {
  for (const shape of ['legacy', 'own'] as const) {
    const issued = shape === 'legacy' ? legacy : own;
    const refused = (code: string) => (shape === 'legacy' ? { resultCode: code } : ownRefusal(code));
    describeGatewayContract(`GmoTokenV2, by its ${way}, in the ${shape} shape`, (mood: PspMood, { patience }: Patience) => {
      let now = mood;
      const deadline = patience === 'short' ? 20 : LONG;
      const { realm, gateway, calls } = setup({
        way,
        options: { answerDeadline: deadline, scriptDeadline: mood === 'has-a-silent-script' ? deadline : LONG },
        script: () => (now === 'has-a-silent-script' ? null : now !== 'has-no-script'),
        respond: (call) => {
          if (now === 'is-unreachable') call.reject(new TypeError('Failed to fetch'));
          else if (now === 'refuses-the-number') call.answer(refused('102'));
          else if (now === 'refuses-the-shop') call.answer(refused('552'));
          else if (now === 'is-busy') call.answer(refused('902'));
          else if (now === 'talks-nonsense') call.answer('<html>');
          else if (now !== 'says-nothing') call.answer(issued(Number(call.card.tokennumber)));
        },
      });
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
  }
}

const respond = (call: Call) => {
  call.answer(legacy(Number(call.card.tokennumber)));
};

describe('GmoTokenV2, what it sends', { timeout: 10_000 }, () => {
  it('spells the card as callers of mp-token.js were seen to succeed', async () => {
    const { gateway, calls } = setup({ respond });
    await tokenize(gateway, 3);
    assert.deepEqual(calls[0]?.card, {
      cardno: CARD.number,
      expire: '3108',
      securitycode: CARD.cvc,
      holdername: CARD.cardholderName,
      tokennumber: '3',
    });
  });

  it('passes a named function that is a global of its name', async () => {
    const { gateway, calls, realm } = setup();
    const result = tokenize(gateway);
    await until(() => calls.length === 1);
    const [call] = calls;
    assert.ok(call);
    assert.match(call.callback.name, /^[A-Za-z0-9_.]+$/);
    assert.equal(realm.globals()[call.callback.name], call.callback);
    call.answer(legacy());
    assertIssued(await result);
  });

  it('initialises with both keys, and lets no fingerprint be sent unless the shop asks for it', async () => {
    for (const sendFingerprint of [false, true]) {
      const { gateway, inits } = setup({ respond, options: { sendFingerprint } });
      await tokenize(gateway);
      assert.deepEqual(inits, [[CHOICE.apiKey, CHOICE.publicKey, undefined, sendFingerprint, false]]);
    }
  });

  it('loads the script of provider and environment, and says to it which that is', async () => {
    const places = [
      ['gmo-pg', 'test', SCRIPT],
      ['gmo-pg', 'live', 'https://static.mul-pay.jp/payment/js/mp-token.js'],
      ['smbc-gp', 'test', 'https://stg-static.smbc-gp.co.jp/payment/js/mp-token.js'],
    ] as const;
    for (const [provider, environment, address] of places) {
      const { gateway, inits, realm } = setup({ respond, options: { provider, environment } });
      assertIssued(await tokenize(gateway));
      assert.deepEqual(realm.scripts.map(({ src }) => src), [address]);
      assert.equal(inits[0]?.[4], environment === 'live');
    }
  });
});

describe('GmoTokenV2, its client', { timeout: 10_000 }, () => {
  for (const gives of ['returned', 'replaced', 'both'] as const) {
    it(`is initialised once and kept: ${gives}`, async () => {
      const { gateway, inits, realm, calls } = setup({ respond, gives });
      for (let time = 1; time <= 3; time += 1) assertIssued(await tokenize(gateway));
      assert.deepEqual([inits.length, realm.scripts.length, calls.length], [1, 1, 3]);
    });
  }

  const foreign: readonly (readonly [global: unknown, why: string])[] = [
    [null, 'nothing, as the error page of a proxy does'],
    [{ init: () => undefined, getToken: () => undefined }, 'the script of v1'],
    [{ getToken: () => undefined }, 'somebody’s client'],
    [{ getMember: () => undefined }, 'another product of that name'],
    [{ init: 'a' }, 'an init that is no function'],
    [{ init: () => undefined }, 'an init that gives nothing'],
    [{ init: () => ({ getToken: 'a' }) }, 'an init that gives junk'],
  ];
  for (const [global, why] of foreign) {
    it(`is none when the script leaves ${why}`, async () => {
      const { gateway, realm } = setup({ global });
      assert.deepEqual(await tokenize(gateway), { code: 'gateway-script' });
      assert.deepEqual(realm.globals(), {});
    });
  }

  it('never gives v1 the keys', async () => {
    const told: unknown[] = [];
    const { gateway } = setup({ global: { init: (...values: unknown[]) => told.push(...values), getToken: (...values: unknown[]) => told.push(...values) } });
    await tokenize(gateway);
    assert.deepEqual(told, []);
  });

  it('may be there before it is initialised, as the types have it', async () => {
    const client = { createElements: () => undefined, getToken: () => Promise.resolve(legacy()), init: () => client };
    const { gateway } = setup({ global: client });
    assertIssued(await tokenize(gateway));
  });

  it('may throw in init, and that is its answer; the next call tries again', async () => {
    let isBroken = true;
    const global = {
      init: () => {
        if (isBroken) throw new TypeError('broken');
        return { getToken: () => Promise.resolve(legacy()) };
      },
    };
    const { gateway } = setup({ global });
    assert.deepEqual(await tokenize(gateway), { code: 'gateway-answer' });
    isBroken = false;
    assertIssued(await tokenize(gateway));
  });

  it('may throw in getToken, and that is its answer', async () => {
    const getToken = () => {
      throw new TypeError('broken');
    };
    const { gateway, realm } = setup({ global: { init: () => ({ getToken }) } });
    assert.deepEqual(await tokenize(gateway), { code: 'gateway-answer' });
    assert.deepEqual(realm.globals(), {});
  });
});

describe('GmoTokenV2, what it makes of an answer', { timeout: 10_000 }, () => {
  const resultOf = (answer: unknown, count = 1): Promise<IssuedToken | Refusal> => tokenize(setup({ respond: (call) => call.answer(answer) }).gateway, count);

  it('takes a token with + and / as it is, in both shapes', async () => {
    const issued = { expiresAt: '2031-01-31-12-00-00', securityCodeSet: true };
    assert.deepEqual(await resultOf(legacy()), { tokens: ['to+ken/1'], maskedNumber: '*************818', ...issued });
    assert.deepEqual(await resultOf(own(2), 2), { tokens: ['to+ken/1', 'to+ken/2'], maskedNumber: '************4818', ...issued });
  });

  const refusals: readonly (readonly [answer: unknown, code: ErrorCode])[] = [
    [ownRefusal('101'), 'number-invalid'],
    [ownRefusal(113), 'expiry-month'],
    [ownRefusal('999', '121', '131'), 'cvc-invalid'],
    [{ result: 'validation_error', errorList: { first: { legacyCode: '132' } } }, 'name-too-long'],
    [ownRefusal('701'), 'gmo-701'],
    [ownRefusal('553'), 'gmo-553'],
    [{ result: 'system_error', errorList: [{ legacyCode: '901' }] }, 'gateway-internal'],
    [{ resultCode: 112 }, 'expiry-invalid'],
    [{ ...own(), result: 'validation_error' }, 'gateway-answer'],
    [{ ...own(), result: 'validation_error', errorList: [{ legacyCode: '102' }] }, 'number-invalid'],
  ];
  for (const [answer, code] of refusals) {
    it(`takes ${inspect(answer, { breakLength: Infinity, depth: 3 }).slice(0, 110)} for ${code}`, async () => {
      assert.deepEqual(await resultOf(answer), { code });
    });
  }

  const nonsense: readonly unknown[] = [
    null, '', 'success', 0, [], {}, { result: 'success' }, { result: 'success', tokenList: [] }, { result: 'success', tokenList: [7] },
    { result: ['success'], tokenList: ['t'] }, { result: '', tokenList: ['t'] }, { result: null, tokenList: ['t'] },
    { result: 'failure' }, { result: 'failure', errorList: [] }, { result: 'failure', errorList: 'a' }, { result: 'failure', errorList: [null] },
    ownRefusal('000'), ownRefusal(''), ownRefusal('999'), ownRefusal({ toString: 1 }), { resultCode: '' }, own(2),
  ];
  for (const answer of nonsense) {
    it(`never takes for success: ${inspect(answer, { breakLength: Infinity, depth: 3 })}`, async () => {
      assert.deepEqual(await resultOf(answer), { code: 'gateway-answer' });
    });
  }

  it('makes nothing of a promise without an answer while the callback is still to come', async () => {
    const { gateway, calls } = setup({ way: 'callback' });
    const result = tokenize(gateway);
    await until(() => calls.length === 1);
    calls[0]?.resolve(undefined);
    await until(() => true);
    calls[0]?.callback(legacy());
    assertIssued(await result);
  });

  const orders: readonly (readonly [what: string, first: string, act: (call: Call) => void, code: ErrorCode])[] = [
    ['the callback before the promise', '902', (call) => { call.resolve(legacy()); }, 'gateway-busy'],
    ['the callback before a rejection', '902', (call) => { call.reject(new Error('late')); }, 'gateway-busy'],
    ['the callback twice', '121', (call) => { call.callback(legacy()); }, 'cvc-invalid'],
  ];
  for (const [what, first, act, code] of orders) {
    it(`takes the first answer of two: ${what}`, async () => {
      const { gateway, calls } = setup({
        respond: (call) => {
          call.callback({ resultCode: first });
          act(call);
        },
      });
      assert.deepEqual(await tokenize(gateway), { code });
      assert.equal(calls.length, 1);
    });
  }

  it('takes the promise, when the callback comes later', async () => {
    const { gateway, calls } = setup();
    const first = tokenize(gateway);
    await until(() => calls.length === 1);
    calls[0]?.resolve({ resultCode: '102' });
    assert.deepEqual(await first, { code: 'number-invalid' });
    calls[0]?.callback(legacy());
    const next = tokenize(gateway);
    await until(() => calls.length === 2);
    calls[1]?.resolve(legacy());
    assertIssued(await next);
  });

  it('takes a refusal that is thrown for what it says', async () => {
    const { gateway } = setup({ respond: (call) => call.reject(ownRefusal('102')) });
    assert.deepEqual(await tokenize(gateway), { code: 'number-invalid' });
  });

  it('tells at once that a script of the call does not come, should it use JSONP as v1 does', async () => {
    for (const host of [HOST, 'https://pt01.mul-pay.jp']) {
      const { gateway, calls, realm } = setup();
      const result = tokenize(gateway);
      await until(() => calls.length === 1);
      realm.fail(Object.assign(new FakeScript(), { src: 'https://elsewhere.example/a.js' }));
      realm.fail(Object.assign(new FakeScript(), { src: `${host}/a.js` }));
      assert.deepEqual(await result, { code: 'gateway-unreachable' });
    }
  });
});

describe('the keys of token v2', () => {
  const cases: readonly (readonly [change: Partial<MpTokenOptions>, code: ErrorCode | false])[] = [
    [{}, false],
    [{ publicKey: `${'A'.repeat(390)}==` }, false],
    [{ provider: 'smbc-gp' }, false],
    [{ provider: 'smbc-gp', environment: 'live' }, 'provider-unsupported'],
    [{ provider: 'other' }, 'provider-unsupported'],
    [{ provider: 'constructor' }, 'provider-unsupported'],
    [{ apiKey: '' }, 'api-key-invalid'],
    [{ apiKey: 'two words' }, 'api-key-invalid'],
    [{ apiKey: 'キー' }, 'api-key-invalid'],
    [{ publicKey: '' }, 'public-key-invalid'],
    [{ publicKey: 'short' }, 'public-key-invalid'],
    [{ publicKey: `${CHOICE.publicKey}\n${CHOICE.publicKey}` }, 'public-key-invalid'],
    [{ publicKey: `-----BEGIN PUBLIC KEY-----${CHOICE.publicKey}` }, 'public-key-invalid'],
  ];
  for (const [change, code] of cases) {
    it(`are ${code || 'right'} with ${inspect(change).slice(0, 60)}`, () => {
      assert.equal(wrongKeys({ ...CHOICE, ...change }), code);
    });
  }
});
