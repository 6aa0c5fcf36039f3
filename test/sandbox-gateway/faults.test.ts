import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { FaultValues } from '../../demo/sandbox-gateway/faults.ts';
import { CARD, enter, openTokenPage, startSandbox, statusOf, tokenFor, type TestSandbox } from './support.ts';

describe('faults', () => {
  let sandbox: TestSandbox;
  beforeEach(async () => {
    sandbox = await startSandbox();
  });
  afterEach(() => sandbox.close());

  const script = () => fetch(`${sandbox.gatewayOrigin}/ext/js/token.js`);
  const getToken = () => fetch(`${sandbox.gatewayOrigin}/ext/api/getToken?callback=heard`);
  /** Gives up as soon as the sandbox has the request, which it shows in its log. */
  const isSilent = async (path: string, request: (signal: AbortSignal) => Promise<Response>) => {
    const giveUp = new AbortController();
    const answer = request(giveUp.signal);
    while (!sandbox.store.requests.some((entry) => entry.path === path)) await new Promise(setImmediate);
    giveUp.abort();
    await assert.rejects(answer, { name: 'AbortError' });
    return sandbox.store.requests.find((entry) => entry.path === path)?.status === null;
  };

  it('drops the token script in the middle, and prints nothing about it', async (t) => {
    const printed = t.mock.method(console, 'info', () => undefined);
    sandbox.faults.set('tokenScript', 'drop');
    const response = await script();
    assert.equal(response.status, 200);
    await assert.rejects(response.text(), { name: 'TypeError' });
    assert.equal(printed.mock.callCount(), 0);
  });

  it('answers 500 instead of the token script', async () => {
    sandbox.faults.set('tokenScript', 'status-500');
    assert.equal((await script()).status, 500);
  });

  it('delays the token script', async () => {
    sandbox.faults.set('tokenScript', 'slow:60');
    const started = performance.now();
    assert.equal((await script()).status, 200);
    assert.ok(performance.now() - started >= 59);
  });

  it('drops the token answer, or answers 500', async () => {
    sandbox.faults.set('getToken', 'drop');
    await assert.rejects(async () => (await getToken()).text(), { name: 'TypeError' });
    sandbox.faults.set('getToken', 'status-500');
    assert.equal((await getToken()).status, 500);
  });

  it('keeps silent instead of answering for a token', async () => {
    sandbox.faults.set('getToken', 'silent');
    const path = '/ext/api/getToken';
    assert.ok(await isSilent(path, (signal) => fetch(`${sandbox.gatewayOrigin}${path}`, { signal })));
  });

  it('forces a result code', async () => {
    sandbox.faults.set('getToken', 'result:902');
    assert.deepEqual({ ...(await (await openTokenPage(sandbox)).getToken(CARD)) }, { resultCode: '902' });
  });

  const issued: readonly (readonly [FaultValues['issuedTokens'], string])[] = [
    ['expired', 'EX1000303'],
    ['spent', 'EX1000302'],
    ['malformed', 'EX1000304'],
  ];
  for (const [fault, errInfo] of issued) {
    it(`issues tokens that are ${fault}`, async () => {
      sandbox.faults.set('issuedTokens', fault);
      const answer = await sandbox.call('ExecTran', { ...(await enter(sandbox)), Method: '1', Token: await tokenFor(sandbox) });
      assert.deepEqual(answer, { ErrCode: 'EX1', ErrInfo: errInfo });
    });
  }

  it('answers 500 to the shop without doing anything', async () => {
    const [entered, Token] = [await enter(sandbox), await tokenFor(sandbox)];
    sandbox.faults.set('idPass', 'status-500');
    const response = await fetch(`${sandbox.gatewayOrigin}/payment/ExecTran.idPass`, {
      method: 'POST',
      body: new URLSearchParams({ ...entered, Method: '1', Token }),
    });
    assert.equal(response.status, 500);
    sandbox.faults.reset();
    assert.equal(await statusOf(sandbox, entered), 'UNPROCESSED');
  });

  it('does what the shop asks and keeps silent about it', async () => {
    const [entered, Token] = [await enter(sandbox), await tokenFor(sandbox)];
    sandbox.faults.set('idPass', 'silent');
    const giveUp = new AbortController();
    const path = '/payment/ExecTran.idPass';
    const body = new URLSearchParams({ ...entered, Method: '1', Token });
    const answer = fetch(`${sandbox.gatewayOrigin}${path}`, { method: 'POST', body, signal: giveUp.signal });
    const status = () => sandbox.store.transactions.get(entered.AccessID)?.status;
    while (status() === 'UNPROCESSED') await new Promise(setImmediate);
    assert.equal(status(), 'AUTH');
    giveUp.abort();
    await assert.rejects(answer, { name: 'AbortError' });
  });

  it('are set, read and reset by JSON', async () => {
    const post = async (body: unknown) => {
      const response = await fetch(`${sandbox.gatewayOrigin}/sandbox/faults`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    };
    assert.equal((await post({ getToken: 'result:901', idPass: 'slow:5' })).status, 200);
    const faults = (await (await fetch(`${sandbox.gatewayOrigin}/sandbox/faults`)).json()) as Record<string, unknown>;
    assert.deepEqual(Object.entries(faults).filter(([, value]) => value !== 'ok'), [
      ['getToken', 'result:901'],
      ['idPass', 'slow:5'],
    ]);
    assert.equal((await post({ getToken: 'ok', idPass: 'explode' })).status, 400);
    assert.equal(sandbox.faults.get('getToken'), 'result:901');
    await post({ reset: true });
    assert.equal(sandbox.faults.get('getToken'), 'ok');
  });
});
