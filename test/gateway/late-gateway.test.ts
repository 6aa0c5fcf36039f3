import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Gateway } from '../../src/gateway/gateway.js';
import { LateGateway } from '../../src/gateway/late-gateway.js';

const CARD = { number: '4111111111111111', expiry: { year: 2039, month: 12 }, cvc: '737', cardholderName: '' };
const ISSUED = { tokens: ['token-1'], maskedNumber: '*1', expiresAt: '', securityCodeSet: true };
const { signal } = new AbortController();

class CountingGateway implements Gateway {
  prepared = 0;
  calls = 0;
  prepare(): void {
    this.prepared += 1;
  }
  tokenize() {
    this.calls += 1;
    return Promise.resolve(ISSUED);
  }
}

/** @param arrivals - what each loading brings, in turn */
function setup(arrivals: readonly (Gateway | null)[]) {
  let loads = 0;
  const gateway = new LateGateway(() => Promise.resolve(arrivals[loads++] ?? null));
  return { gateway, loads: () => loads, tokenize: () => gateway.tokenize(CARD, { count: 1, signal }) };
}

describe('LateGateway', () => {
  it('loads its adapter once, prepares it once, and passes each call on once', async () => {
    const adapter = new CountingGateway();
    const { gateway, loads, tokenize } = setup([adapter]);
    gateway.prepare();
    gateway.prepare();
    assert.deepEqual(await Promise.all([tokenize(), tokenize()]), [ISSUED, ISSUED]);
    assert.deepEqual([loads(), adapter.prepared, adapter.calls], [1, 1, 2]);
  });

  it('says what a script of the gateway’s that did not load says, and asks again at the next call', async () => {
    const adapter = new CountingGateway();
    const { gateway, loads, tokenize } = setup([null, null, adapter]);
    gateway.prepare();
    assert.deepEqual(await tokenize(), { code: 'gateway-script' });
    assert.deepEqual(await tokenize(), { code: 'gateway-script' });
    assert.deepEqual(await tokenize(), ISSUED);
    assert.deepEqual([loads(), adapter.calls], [3, 1]);
  });
});
