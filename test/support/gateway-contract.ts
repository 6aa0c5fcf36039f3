/**
 * What every gateway adapter is held to, whichever PSP it speaks with. An adapter's test says how to set up its PSP in each mood,
 * and adds what is particular to it.
 */
import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { describe, it } from 'node:test';
import { isHostedMessage } from '../../src/channel/protocol.js';
import { isErrorCode } from '../../src/errors.js';
import type { CardDetails, Gateway, IssuedToken, Refusal } from '../../src/gateway/gateway.js';

export type PspMood =
  | 'issues'
  | 'refuses-the-number'
  | 'refuses-the-shop'
  | 'is-busy'
  | 'says-nothing'
  | 'is-unreachable'
  | 'talks-nonsense'
  /** Its script cannot be loaded, until `recover()`. */
  | 'has-no-script'
  /** Its script neither loads nor fails. */
  | 'has-a-silent-script';

export interface GatewayBench {
  readonly gateway: Gateway;
  /** How often the PSP was asked for tokens. */
  asked(): number;
  /** How often the PSP's script was asked for. */
  loads(): number;
  /** From now on the PSP issues tokens. */
  recover(): void;
  /** What of a call is still in the realm, such as callbacks and listeners. */
  leftovers(): readonly string[];
}

export interface Patience {
  /** `short`: the adapter's deadlines are a few milliseconds; `long`: longer than a test that passes. */
  readonly patience: 'short' | 'long';
}

export type SetUpGateway = (mood: PspMood, patience: Patience) => GatewayBench;

export const CARD: CardDetails = {
  number: '4980731629504818',
  expiry: { month: 8, year: 2031 },
  cvc: '739',
  cardholderName: 'TARO YAMADA',
};

const LONG: Patience = { patience: 'long' };
const SHORT: Patience = { patience: 'short' };

export const tokenize = (gateway: Gateway, count = 1, signal = new AbortController().signal): Promise<IssuedToken | Refusal> =>
  gateway.tokenize(CARD, { count, signal });

/** Waits for a condition, turn by turn. */
export async function until(condition: () => boolean): Promise<void> {
  const end = Date.now() + 5_000;
  while (!condition()) {
    assert.ok(Date.now() < end, `waited in vain for ${String(condition)}`);
    await setImmediate();
  }
}

export function assertIssued(result: IssuedToken | Refusal): asserts result is IssuedToken {
  assert.ok(!('code' in result), `refused: ${JSON.stringify(result)}`);
}

const SECRETS = [CARD.number, CARD.cvc, CARD.cardholderName];

export function describeGatewayContract(name: string, setUp: SetUpGateway): void {
  describe(`${name}, as any gateway`, { timeout: 10_000 }, () => {
    for (const count of [1, 2, 10]) {
      it(`issues as many tokens as asked for: ${String(count)}`, async () => {
        const { gateway } = setUp('issues', LONG);
        const result = await tokenize(gateway, count);
        assertIssued(result);
        assert.equal(new Set(result.tokens).size, count);
      });
    }

    it('gives what fits into a message of the channel', async () => {
      const { gateway } = setUp('issues', LONG);
      const result = await tokenize(gateway);
      assertIssued(result);
      assert.ok(isHostedMessage({ type: 'token', id: 'call', brand: null, ...result }));
    });

    it('asks once for one call', async () => {
      const bench = setUp('issues', LONG);
      assertIssued(await tokenize(bench.gateway));
      assert.equal(bench.asked(), 1);
    });

    it('tells which field the shopper has to mend', async () => {
      const { gateway } = setUp('refuses-the-number', LONG);
      assert.deepEqual(await tokenize(gateway), { code: 'number-invalid' });
    });

    it('tells a shop that is set up wrongly from a card that is wrong', async () => {
      const { gateway } = setUp('refuses-the-shop', LONG);
      const result = await tokenize(gateway);
      assert.ok('code' in result && !/^(?:number|expiry|cvc|name)-/.test(result.code));
      assert.ok(isErrorCode(result.code));
    });

    it('tells that the PSP is busy', async () => {
      const { gateway } = setUp('is-busy', LONG);
      assert.deepEqual(await tokenize(gateway), { code: 'gateway-busy' });
    });

    it('takes silence for a timeout', async () => {
      const { gateway } = setUp('says-nothing', SHORT);
      assert.deepEqual(await tokenize(gateway), { code: 'gateway-timeout' });
    });

    it('tells at once that the PSP cannot be reached', async () => {
      const { gateway } = setUp('is-unreachable', LONG);
      assert.deepEqual(await tokenize(gateway), { code: 'gateway-unreachable' });
    });

    it('takes nonsense for no answer', async () => {
      const { gateway } = setUp('talks-nonsense', LONG);
      assert.deepEqual(await tokenize(gateway), { code: 'gateway-answer' });
    });

    it('tells that the script did not load, without asking for a token', async () => {
      const bench = setUp('has-no-script', SHORT);
      assert.deepEqual(await tokenize(bench.gateway), { code: 'gateway-script' });
      assert.equal(bench.asked(), 0);
    });

    it('tries to load the script again with the next call', async () => {
      const bench = setUp('has-no-script', SHORT);
      await tokenize(bench.gateway);
      bench.recover();
      assertIssued(await tokenize(bench.gateway));
    });

    it('does not wait for a silent script for ever', async () => {
      const bench = setUp('has-a-silent-script', SHORT);
      assert.deepEqual(await tokenize(bench.gateway), { code: 'gateway-script' });
      assert.equal(bench.asked(), 0);
    });

    for (const mood of ['refuses-the-number', 'is-busy', 'says-nothing', 'is-unreachable', 'talks-nonsense'] as const) {
      it(`never repeats a call by itself when the PSP ${mood.replaceAll('-', ' ')}`, async () => {
        const bench = setUp(mood, SHORT);
        await tokenize(bench.gateway);
        assert.equal(bench.asked(), 1);
      });

      it(`works again after the PSP ${mood.replaceAll('-', ' ')}`, async () => {
        const bench = setUp(mood, SHORT);
        await tokenize(bench.gateway);
        bench.recover();
        assertIssued(await tokenize(bench.gateway));
        assert.equal(bench.asked(), 2);
      });
    }

    it('never asks for a call that was given up before it began', async () => {
      const bench = setUp('issues', LONG);
      assert.deepEqual(await tokenize(bench.gateway, 1, AbortSignal.abort()), { code: 'aborted' });
      assert.equal(bench.asked(), 0);
    });

    it('gives up while the script loads', async () => {
      const bench = setUp('has-a-silent-script', LONG);
      const controller = new AbortController();
      const result = tokenize(bench.gateway, 1, controller.signal);
      await until(() => bench.loads() === 1);
      controller.abort();
      assert.deepEqual(await result, { code: 'aborted' });
      assert.equal(bench.asked(), 0);
    });

    it('gives up while the PSP thinks', async () => {
      const bench = setUp('says-nothing', LONG);
      const controller = new AbortController();
      const result = tokenize(bench.gateway, 1, controller.signal);
      await until(() => bench.asked() === 1);
      controller.abort();
      assert.deepEqual(await result, { code: 'aborted' });
    });

    it('loads its script once, however often it is prepared', async () => {
      const bench = setUp('issues', LONG);
      bench.gateway.prepare();
      bench.gateway.prepare();
      assertIssued(await tokenize(bench.gateway));
      assertIssued(await tokenize(bench.gateway));
      assert.equal(bench.loads(), 1);
    });

    it('keeps quiet about a preparation that failed', async () => {
      const bench = setUp('has-no-script', SHORT);
      bench.gateway.prepare();
      await until(() => bench.loads() > 0);
      bench.recover();
      assertIssued(await tokenize(bench.gateway));
    });

    for (const mood of ['issues', 'refuses-the-number', 'says-nothing', 'is-unreachable', 'talks-nonsense'] as const) {
      it(`leaves nothing behind and never gives the card back when the PSP ${mood.replaceAll('-', ' ')}`, async () => {
        const bench = setUp(mood, SHORT);
        const result = JSON.stringify(await tokenize(bench.gateway));
        assert.deepEqual(bench.leftovers(), []);
        for (const secret of SECRETS) assert.ok(!result.includes(secret), result);
      });
    }
  });
}
