import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { describe, it } from 'node:test';
import { inspect } from 'node:util';
import type { ErrorCode } from '../../src/errors.js';
import type { IssuedToken, Refusal } from '../../src/gateway/gateway.js';
import { GmoTokenV1 } from '../../src/gateway/gmo-token-v1.js';
import {
  assertIssued,
  CARD,
  describeGatewayContract,
  tokenize,
  until,
  type Patience,
  type PspMood,
} from '../support/gateway-contract.ts';
import { FakeRealm, FakeScript } from './fake-realm.ts';

const SCRIPT = 'https://stg.static.mul-pay.jp/ext/js/token.js';
const API = 'https://pt01.mul-pay.jp';
/** No test that passes takes this long, and one that fails does not hang. */
const LONG = 5_000;

/** What the adapter passes to getToken(). */
type GmoCard = Readonly<Record<'cardno' | 'expire' | 'securitycode' | 'holdername' | 'tokennumber', string>>;
type Callback = (answer: unknown) => void;

/** One call of getToken(), and the ways in which its JSONP request can end. */
class Call {
  readonly card: GmoCard;
  readonly callback: Callback;
  readonly #realm: FakeRealm;
  readonly #request = new FakeScript();

  constructor(realm: FakeRealm, card: GmoCard, callback: Callback) {
    this.#realm = realm;
    this.card = card;
    this.callback = callback;
    this.#request.src = `${API}/ext/api/getToken?callback=${this.name}`;
    realm.document.scripts.push(this.#request);
  }

  get name(): string {
    return this.callback.name;
  }

  /** The answer is a script that calls the global by its name. */
  answer(value: unknown): void {
    this.#realm.callGlobal(this.name, value);
  }

  /** The request does not come through. */
  fail(): void {
    this.#realm.fail(this.#request);
  }
}

const issued = (count = 1) => ({
  resultCode: '000',
  tokenObject: {
    token: count === 1 ? 'token-1' : Array.from({ length: count }, (_, index) => `token-${index + 1}`),
    maskedCardNo: '*************818',
    toBeExpiredAt: '2031-01-31-12-00-00',
    isSecurityCodeSet: true,
  },
});

interface Setup {
  /** What the token script does with a call; nothing by default. */
  readonly respond?: (call: Call) => void;
  /** Whether the n-th request for the script succeeds; null: no answer yet. */
  readonly script?: (request: number) => boolean | null;
  /** What the script leaves as `Multipayment`; the working one by default. */
  readonly global?: unknown;
  readonly answerDeadline?: number;
  readonly scriptDeadline?: number;
}

/** A realm into which token.js is loaded, as far as `setup` lets it. */
function setup({ respond, script = () => true, global, answerDeadline = LONG, scriptDeadline = LONG }: Setup = {}) {
  const calls: Call[] = [];
  const shops: string[] = [];
  const tokenScript = {
    init: (shopId: string) => {
      shops.push(shopId);
    },
    getToken: (card: GmoCard, callback: Callback) => {
      const call = new Call(realm, card, callback);
      calls.push(call);
      queueMicrotask(() => respond?.(call));
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
  const gateway = new GmoTokenV1({
    shopId: 'tshop00000001',
    environment: 'test',
    realm: realm.asWindow(),
    answerDeadline,
    scriptDeadline,
    scriptPauses: [1, 1],
  });
  return { realm, gateway, calls, shops, deliver };
}

describeGatewayContract('GmoTokenV1', (mood: PspMood, { patience }: Patience) => {
  let now = mood;
  const deadline = patience === 'short' ? 20 : LONG;
  const { realm, gateway, calls } = setup({
    answerDeadline: deadline,
    scriptDeadline: mood === 'has-a-silent-script' ? deadline : LONG,
    script: () => (now === 'has-a-silent-script' ? null : now !== 'has-no-script'),
    respond: (call) => {
      if (now === 'is-unreachable') call.fail();
      else if (now === 'refuses-the-number') call.answer({ resultCode: '102' });
      else if (now === 'refuses-the-shop') call.answer({ resultCode: '180' });
      else if (now === 'is-busy') call.answer({ resultCode: '902' });
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

/** GMO's result codes, all of them (000 apart), and ours. */
const RESULTS: readonly (readonly [result: string, code: ErrorCode])[] = [
  ['100', 'number-missing'],
  ['101', 'number-invalid'],
  ['102', 'number-invalid'],
  ['110', 'expiry-missing'],
  ['111', 'expiry-invalid'],
  ['112', 'expiry-invalid'],
  ['113', 'expiry-month'],
  ['121', 'cvc-invalid'],
  ['122', 'cvc-invalid'],
  ['131', 'name-characters'],
  ['132', 'name-too-long'],
  ['141', 'gmo-141'],
  ['142', 'gmo-142'],
  ['150', 'gmo-150'],
  ['160', 'gmo-160'],
  ['161', 'gmo-161'],
  ['162', 'gmo-162'],
  ['170', 'gmo-170'],
  ['180', 'gmo-180'],
  ['190', 'gmo-190'],
  ['191', 'gmo-191'],
  ['200', 'gmo-200'],
  ['201', 'gmo-201'],
  ['501', 'gmo-501'],
  ['502', 'gmo-502'],
  ['511', 'gmo-511'],
  ['512', 'gmo-512'],
  ['521', 'gmo-521'],
  ['522', 'gmo-522'],
  ['531', 'gmo-531'],
  ['541', 'gmo-541'],
  ['551', 'gmo-551'],
  ['552', 'gmo-552'],
  ['553', 'gmo-553'],
  ['701', 'gmo-701'],
  ['901', 'gateway-internal'],
  ['902', 'gateway-busy'],
];

describe('GmoTokenV1, what it sends', { timeout: 10_000 }, () => {
  const answering = (call: Call) => {
    call.answer(issued(Number(call.card.tokennumber)));
  };

  it('spells the card as token.js wants it', async () => {
    const { gateway, calls, shops } = setup({ respond: answering });
    await tokenize(gateway, 3);
    assert.deepEqual(calls[0]?.card, {
      cardno: CARD.number,
      expire: '3108',
      securitycode: CARD.cvc,
      holdername: CARD.cardholderName,
      tokennumber: '3',
    });
    assert.deepEqual(shops, ['tshop00000001']);
  });

  it('writes month and year with two digits each', async () => {
    const { gateway, calls } = setup({ respond: answering });
    const { signal } = new AbortController();
    await gateway.tokenize({ ...CARD, expiry: { month: 1, year: 2105 } }, { count: 1, signal });
    assert.equal(calls[0]?.card.expire, '0501');
  });

  it('sends empty texts for what the shop does not ask for', async () => {
    const { gateway, calls } = setup({ respond: answering });
    const { signal } = new AbortController();
    await gateway.tokenize({ ...CARD, cvc: '', cardholderName: '' }, { count: 1, signal });
    assert.deepEqual([calls[0]?.card.securitycode, calls[0]?.card.holdername], ['', '']);
  });

  it('loads the script of the environment', () => {
    const test = setup();
    test.gateway.prepare();
    assert.equal(test.realm.scripts[0]?.src, SCRIPT);
    const live = new FakeRealm(() => undefined);
    new GmoTokenV1({ shopId: 'a', environment: 'live', realm: live.asWindow() }).prepare();
    assert.equal(live.scripts[0]?.src, 'https://static.mul-pay.jp/ext/js/token.js');
  });
});

describe('GmoTokenV1, what it makes of an answer', { timeout: 10_000 }, () => {
  const resultOf = (answer: unknown, count = 1): Promise<IssuedToken | Refusal> => {
    const { gateway } = setup({
      respond: (call) => {
        call.answer(answer);
      },
    });
    return tokenize(gateway, count);
  };
  const { tokenObject } = issued();

  it('takes a token that is a text', async () => {
    assert.deepEqual(await resultOf(issued()), {
      tokens: ['token-1'],
      maskedNumber: '*************818',
      expiresAt: '2031-01-31-12-00-00',
      securityCodeSet: true,
    });
  });

  it('takes tokens that are a list', async () => {
    const result = await resultOf(issued(3), 3);
    assertIssued(result);
    assert.deepEqual(result.tokens, ['token-1', 'token-2', 'token-3']);
  });

  it('refuses another number of tokens than was asked for', async () => {
    assert.deepEqual(await resultOf(issued(2), 3), { code: 'gateway-answer' });
  });

  for (const [answered, asked] of [[1, 2], [2, 1], [3, 10]] as const) {
    it(`never takes ${String(answered)} for ${String(asked)}`, async () => {
      assert.deepEqual(await resultOf(issued(answered), asked), { code: 'gateway-answer' });
    });
  }

  for (const resultCode of ['000', 0, ['000'], [0], '0']) {
    it(`takes ${JSON.stringify(resultCode)} for success`, async () => {
      assertIssued(await resultOf({ resultCode, tokenObject }));
    });
  }

  const securityCodes: readonly (readonly [isSecurityCodeSet: unknown, securityCodeSet: boolean])[] = [
    [true, true],
    ['true', true],
    [false, false],
    ['false', false],
    [1, false],
    [undefined, false],
  ];
  for (const [isSecurityCodeSet, securityCodeSet] of securityCodes) {
    it(`takes ${inspect(isSecurityCodeSet)} for ${securityCodeSet ? 'a' : 'no'} security code`, async () => {
      const result = await resultOf({ resultCode: '000', tokenObject: { ...tokenObject, isSecurityCodeSet } });
      assertIssued(result);
      assert.equal(result.securityCodeSet, securityCodeSet);
    });
  }

  it('does without what the gateway leaves out besides the token', async () => {
    const result = await resultOf({ resultCode: '000', tokenObject: { token: 't' } });
    assert.deepEqual(result, { tokens: ['t'], maskedNumber: '', expiresAt: '', securityCodeSet: false });
  });

  for (const [result, code] of RESULTS) {
    it(`takes ${result} for ${code}, as text, number and list`, async () => {
      for (const resultCode of [result, Number(result), [result], [Number(result)]]) {
        assert.deepEqual(await resultOf({ resultCode }), { code });
      }
    });
  }

  it('never takes a token that comes with a refusal', async () => {
    assert.deepEqual(await resultOf({ resultCode: '102', tokenObject }), { code: 'number-invalid' });
  });

  const nonsense: readonly (readonly [answer: unknown, why: string])[] = [
    [undefined, 'nothing'],
    [null, 'null'],
    ['000', 'a text'],
    [0, 'a number'],
    [[], 'a list'],
    [{}, 'an empty object'],
    [{ resultCode: '', tokenObject }, 'an empty result code, which JavaScript would compare equal to 000'],
    [{ resultCode: null, tokenObject }, 'no result code'],
    [{ resultCode: [], tokenObject }, 'a result code in an empty list'],
    [{ resultCode: [''], tokenObject }, 'an empty result code in a list'],
    [{ resultCode: [['000']], tokenObject }, 'a result code in two lists'],
    [{ resultCode: false, tokenObject }, 'a truth value as result code'],
    [{ resultCode: ' 000', tokenObject }, 'a space before the result code'],
    [{ resultCode: '0000', tokenObject }, 'four digits'],
    [{ resultCode: '0x0', tokenObject }, 'a hexadecimal nought'],
    [{ resultCode: -1, tokenObject }, 'a negative result code'],
    [{ resultCode: NaN, tokenObject }, 'a result code that is no number'],
    [{ resultCode: { toString: 1, valueOf: 1 }, tokenObject }, 'a result code that cannot be made into a text'],
    [{ resultCode: '999' }, 'a result code that nobody knows'],
    [{ resultCode: 'constructor' }, 'a result code named constructor'],
    [{ resultCode: '000' }, 'success without a token object'],
    [{ resultCode: '000', tokenObject: null }, 'success with null for a token object'],
    [{ resultCode: '000', tokenObject: {} }, 'success without a token'],
    [{ resultCode: '000', tokenObject: { token: '' } }, 'an empty token'],
    [{ resultCode: '000', tokenObject: { token: [] } }, 'an empty list of tokens'],
    [{ resultCode: '000', tokenObject: { token: ['', null] } }, 'a list of no tokens'],
    [{ resultCode: '000', tokenObject: { token: 7 } }, 'a number for a token'],
    [{ resultCode: '000', tokenObject: { token: { a: 't' } } }, 'an object for a token'],
  ];
  for (const [answer, why] of nonsense) {
    it(`never takes for success: ${why}`, async () => {
      assert.deepEqual(await resultOf(answer), { code: 'gateway-answer' });
    });
  }
});

describe('GmoTokenV1, its callback', { timeout: 10_000 }, () => {
  it('is a global function of its own name, which GMO allows (code 201)', async () => {
    const { gateway, calls, realm } = setup();
    const result = tokenize(gateway);
    await until(() => calls.length === 1);
    const [call] = calls;
    assert.ok(call);
    assert.match(call.name, /^[A-Za-z0-9_.]+$/);
    assert.equal(realm.globals()[call.name], call.callback);
    call.answer(issued());
    assertIssued(await result);
  });

  it('is heard when the script calls the function itself', async () => {
    const { gateway } = setup({
      respond: (call) => {
        call.callback(issued());
      },
    });
    assertIssued(await tokenize(gateway));
  });

  it('is another one for each call, also of another adapter', async () => {
    const respond = (call: Call) => {
      call.answer(issued());
    };
    const first = setup({ respond });
    const second = setup({ respond });
    await tokenize(first.gateway);
    await tokenize(first.gateway);
    await tokenize(second.gateway);
    const names = [...first.calls, ...second.calls].map(({ name }) => name);
    assert.equal(new Set(names).size, 3);
  });

  it('is gone after the answer', async () => {
    const { gateway, realm } = setup({
      respond: (call) => {
        call.answer(issued());
      },
    });
    await tokenize(gateway);
    assert.deepEqual(realm.globals(), {});
  });

  it('makes nothing of an answer that comes too late, in whatever way', async () => {
    const { gateway, calls } = setup({ answerDeadline: 5 });
    assert.deepEqual(await tokenize(gateway), { code: 'gateway-timeout' });
    const [late] = calls;
    assert.ok(late);
    const next = tokenize(gateway);
    await until(() => calls.length === 2);
    late.answer(issued());
    late.callback(issued());
    assert.deepEqual(await next, { code: 'gateway-timeout' });
  });

  it('makes nothing of a second answer', async () => {
    const { gateway } = setup({
      respond: (call) => {
        call.answer({ resultCode: '902' });
        call.callback(issued());
      },
    });
    assert.deepEqual(await tokenize(gateway), { code: 'gateway-busy' });
  });

  it('gives each of two calls its own answer, in whichever order they come', async () => {
    const { gateway, calls } = setup();
    const first = tokenize(gateway);
    const second = tokenize(gateway);
    await until(() => calls.length === 2);
    calls[1]?.answer({ resultCode: '121' });
    calls[0]?.answer(issued());
    assert.deepEqual(await second, { code: 'cvc-invalid' });
    assertIssued(await first);
  });
});

describe('GmoTokenV1, a broken line', { timeout: 10_000 }, () => {
  it('does not wait for the deadline when the request of the script fails', async () => {
    const { gateway } = setup({
      respond: (call) => {
        call.fail();
      },
    });
    assert.deepEqual(await tokenize(gateway), { code: 'gateway-unreachable' });
  });

  for (const host of ['https://static.mul-pay.jp', 'https://pt01.mul-pay.jp.evil.example', 'https://evil.example']) {
    it(`does not mind a script of ${host} that fails`, async () => {
      const { gateway, realm } = setup({
        respond: (call) => {
          const foreign = new FakeScript();
          foreign.src = `${host}/ext/api/getToken?callback=${call.name}`;
          realm.fail(foreign);
          call.answer(issued());
        },
      });
      assertIssued(await tokenize(gateway));
    });
  }

  it('does not blame a call for the request of one that was given up', async () => {
    const { gateway, calls } = setup();
    const controller = new AbortController();
    const givenUp = tokenize(gateway, 1, controller.signal);
    await until(() => calls.length === 1);
    controller.abort();
    await givenUp;
    const next = tokenize(gateway);
    await until(() => calls.length === 2);
    calls[0]?.fail();
    calls[1]?.answer(issued());
    assertIssued(await next);
  });

  it('listens no longer when the call is over', async () => {
    const { gateway, calls } = setup();
    const first = tokenize(gateway);
    await until(() => calls.length === 1);
    calls[0]?.answer(issued());
    await first;
    calls[0]?.fail();
    const second = tokenize(gateway);
    await until(() => calls.length === 2);
    calls[1]?.answer(issued());
    assertIssued(await second);
  });
});

describe('GmoTokenV1, its script', { timeout: 10_000 }, () => {
  const respond = (call: Call) => {
    call.answer(issued());
  };

  it('is asked for again after two failures, within one call', async () => {
    const { gateway, realm, calls } = setup({ respond, script: (request) => request === 3 });
    assertIssued(await tokenize(gateway));
    assert.equal(realm.scripts.length, 3);
    assert.equal(calls.length, 1);
  });

  it('is given up after three failures, and asked for again by the next call', async () => {
    const { gateway, realm } = setup({ respond, script: (request) => request === 4 });
    assert.deepEqual(await tokenize(gateway), { code: 'gateway-script' });
    assert.equal(realm.scripts.length, 3);
    assertIssued(await tokenize(gateway));
    assert.equal(realm.scripts.length, 4);
  });

  it('serves the next call when it comes after the deadline', async () => {
    const { gateway, realm, calls, deliver } = setup({ respond, script: () => null, scriptDeadline: 5 });
    assert.deepEqual(await tokenize(gateway), { code: 'gateway-script' });
    const [slow] = realm.scripts;
    assert.ok(slow?.isInDocument);
    deliver(slow);
    assertIssued(await tokenize(gateway));
    assert.equal(realm.scripts.length, 1);
    assert.equal(calls.length, 1);
  });

  for (const [global, why] of [
    [null, 'nothing, as the error page of a proxy does'],
    [{ init: () => undefined }, 'a Multipayment without getToken'],
    [{ getToken: () => undefined }, 'a Multipayment without init'],
    [{ init: 'a', getToken: 'b' }, 'a Multipayment without functions'],
  ] as const) {
    it(`is no script when it leaves ${why}`, async () => {
      const { gateway } = setup({ global });
      assert.deepEqual(await tokenize(gateway), { code: 'gateway-script' });
    });
  }

  it('is asked for again when what was loaded was not it', async () => {
    const { gateway, realm } = setup({ global: null });
    await tokenize(gateway);
    await tokenize(gateway);
    assert.equal(realm.scripts.length, 2);
  });

  for (const method of ['init', 'getToken'] as const) {
    it(`may throw in ${method}, and that is its answer`, async () => {
      const global = {
        init: () => undefined,
        getToken: () => undefined,
        [method]: () => {
          throw new TypeError('broken');
        },
      };
      const { gateway, realm } = setup({ global });
      assert.deepEqual(await tokenize(gateway), { code: 'gateway-answer' });
      assert.deepEqual(realm.globals(), {});
    });
  }
});
