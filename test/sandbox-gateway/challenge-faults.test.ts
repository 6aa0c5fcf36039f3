/** The issuer that misbehaves on demand. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { FaultValues } from '../../demo/sandbox-gateway/faults.ts';
import { TRANS_STATUS_REASONS } from '../../demo/sandbox-gateway/trans-status-reasons.ts';
import {
  enterWith3ds, formsOf, MINUTE, RETURN_URL, startSandbox, walk, type Answer, type Entered, type TestSandbox,
} from './support.ts';

const CHALLENGE = '4100000000005000';
const RIGHT = { password: '123456' };
const SECOND = 1000;

describe('the issuer', () => {
  let sandbox: TestSandbox;
  beforeEach(async () => {
    sandbox = await startSandbox();
  });
  afterEach(() => sandbox.close());

  const finish = ({ AccessID, AccessPass }: Entered): Promise<Answer> => sandbox.call('SecureTran2', { AccessID, AccessPass });
  const set = (values: Partial<FaultValues>) => assert.ok(sandbox.faults.assign(values));
  const start = async (number = CHALLENGE, Amount = '1200', CallbackType = '1') => {
    const entered = await enterWith3ds(sandbox, number, { Amount }, { CallbackType });
    return { entered, redirectUrl: entered.answer['RedirectUrl'] ?? '' };
  };
  const sessionOf = ({ AccessID }: Entered) => {
    const session = sandbox.store.transactions.get(AccessID)?.session;
    assert.ok(session);
    return session;
  };
  /** As the browser opens it: the challenge page, or what went wrong with it. */
  const openChallenge = async (redirectUrl: string, signal?: AbortSignal): Promise<Response> => {
    const [form] = formsOf(await (await fetch(redirectUrl)).text(), redirectUrl);
    assert.ok(form);
    return fetch(form.action, { method: 'POST', body: new URLSearchParams(form.fields), ...(signal && { signal }) });
  };
  const answer = ({ acsTransId }: { acsTransId: string }, fields: Record<string, string>, signal?: AbortSignal) =>
    fetch(`${sandbox.acsOrigin}/challenge/answer`, {
      method: 'POST',
      body: new URLSearchParams({ acsTransID: acsTransId, ...fields }),
      ...(signal && { signal }),
    });
  /** True when the request is there and gets no answer. */
  const isSilent = async (path: string, request: (signal: AbortSignal) => Promise<Response>): Promise<boolean> => {
    const giveUp = new AbortController();
    const refused = assert.rejects(request(giveUp.signal), { name: 'AbortError' });
    const entry = () => sandbox.store.requests.find((each) => each.path === path);
    while (!entry()) await new Promise(setImmediate);
    giveUp.abort();
    await refused;
    return entry()?.status === null;
  };

  describe('by the console page, by the amount, by the card', () => {
    it('goes wrong the same way', async () => {
      const ways = [
        () => start('4100000000005059'),
        () => start('4111111111111111', '916003'),
        () => {
          set({ challengePage: 'status-500' });
          return start();
        },
      ];
      for (const way of ways) assert.equal((await openChallenge((await way()).redirectUrl)).status, 500);
    });

    it('counts the tax to the amount', async () => {
      const entered = await enterWith3ds(sandbox, CHALLENGE, { Amount: '916000', Tax: '3' });
      assert.equal((await openChallenge(entered.answer['RedirectUrl'] ?? '')).status, 500);
    });

    it('listens to the console first, then to the amount', async () => {
      const { entered, redirectUrl } = await start('4100000000005158', '917004');
      await walk(sandbox, redirectUrl, [RIGHT]);
      assert.deepEqual([sessionOf(entered).transStatus, sessionOf(entered).transStatusReason], ['N', '04']);
      set({ challengeResult: 'R' });
      const other = await start('4100000000005158', '917004');
      await walk(sandbox, other.redirectUrl, [RIGHT]);
      assert.equal(sessionOf(other.entered).transStatus, 'R');
    });

    it('works as ever for an amount that is in no table', async () => {
      for (const amount of ['911', '911027', '918000', '916020', '91101', '9110110']) {
        const { entered, redirectUrl } = await start('4111111111111111', amount);
        await walk(sandbox, redirectUrl);
        assert.equal(sessionOf(entered).transStatus, 'Y', amount);
      }
    });
  });

  describe('with every outcome', () => {
    for (const [group, status] of [['911', 'N'], ['912', 'U'], ['913', 'R'], ['914', 'A']] as const) {
      it(`says ${status} for every reason there is`, async () => {
        for (const reason of TRANS_STATUS_REASONS.keys()) {
          const { entered, redirectUrl } = await start('4111111111111111', `${group}0${reason}`);
          await walk(sandbox, redirectUrl);
          assert.deepEqual([sessionOf(entered).transStatus, sessionOf(entered).transStatusReason], [status, reason]);
        }
      });
    }

    for (const status of ['Y', 'A', 'N', 'U', 'R'] as const) {
      it(`says ${status} without a challenge, and after one, when the console page wants it`, async () => {
        set({ transStatus: status, transStatusReason: '09' });
        const without = await start();
        assert.deepEqual((await walk(sandbox, without.redirectUrl)).challenges, []);
        set({ transStatus: 'C', challengeResult: status });
        const after = await start('4111111111111111');
        assert.equal((await walk(sandbox, after.redirectUrl, [RIGHT])).challenges.length, 1);
        for (const { entered } of [without, after]) {
          const { transStatus, transStatusReason } = sessionOf(entered);
          assert.deepEqual([transStatus, transStatusReason], [status, status === 'Y' ? '' : '09']);
          const settled = await finish(entered);
          assert.equal(settled['ErrInfo'], status === 'Y' || status === 'A' ? undefined : 'E21030007');
        }
      });
    }
  });

  describe('whose page', () => {
    it('never comes', async () => {
      const { redirectUrl } = await start('4100000000005034');
      assert.ok(await isSilent('/challenge', (signal) => openChallenge(redirectUrl, signal)));
    });

    it('is cut off before it begins, or in the middle', async () => {
      const closed = await start('4100000000005042');
      await assert.rejects(openChallenge(closed.redirectUrl), { name: 'TypeError' });
      const dropped = await start('4100000000005190');
      const page = await openChallenge(dropped.redirectUrl);
      assert.match(page.headers.get('Content-Type') ?? '', /^text\/html/);
      await assert.rejects(page.text(), { name: 'TypeError' });
    });

    it('comes late', async () => {
      set({ challengePage: 'slow:60' });
      const { redirectUrl } = await start();
      const started = performance.now();
      assert.equal((await openChallenge(redirectUrl)).status, 200);
      assert.ok(performance.now() - started >= 59);
    });

    it('refuses to be framed, and works as a page of its own', async () => {
      const { entered, redirectUrl } = await start('4100000000005067');
      const page = await openChallenge(redirectUrl);
      assert.equal(page.headers.get('X-Frame-Options'), 'DENY');
      assert.match(page.headers.get('Content-Security-Policy') ?? '', /; frame-ancestors 'none'$/);
      await walk(sandbox, redirectUrl, [RIGHT]);
      assert.equal((await finish(entered))['ErrInfo'], undefined);
    });

    it('has no framing header otherwise', async () => {
      const page = await openChallenge((await start()).redirectUrl);
      assert.equal(page.headers.get('X-Frame-Options'), null);
      assert.doesNotMatch(page.headers.get('Content-Security-Policy') ?? '', /frame-ancestors/);
    });

    it('is never reached when RedirectUrl already goes wrong', async () => {
      const framed = await start('4100000000005208');
      assert.equal((await fetch(framed.redirectUrl)).headers.get('X-Frame-Options'), 'DENY');
      const { redirectUrl } = await start('4100000000005216');
      const giveUp = new AbortController();
      const silent = assert.rejects(fetch(redirectUrl, { signal: giveUp.signal }), { name: 'AbortError' });
      const isThere = () => sandbox.store.requests.filter(({ path }) => path === '/api/v2/brw/callback').length === 2;
      while (!isThere()) await new Promise(setImmediate);
      giveUp.abort();
      await silent;
    });
  });

  describe('whose password takes its time', () => {
    it('knows no password before it was sent, and counts none as wrong', async () => {
      set({ challengeForm: 'otp:300000' });
      const { entered, redirectUrl } = await start();
      const early = await openChallenge(redirectUrl);
      assert.equal(early.headers.get('Refresh'), `300; url=/challenge?acsTransID=${sessionOf(entered).acsTransId}`);
      assert.doesNotMatch(await early.text(), /123456/);
      for (let time = 0; time < 4; time++) await (await answer(sessionOf(entered), { action: 'verify', ...RIGHT })).text();
      assert.deepEqual([sessionOf(entered).transStatus, sessionOf(entered).wrongPasswords], [null, 0]);
      sandbox.advance(5 * MINUTE - SECOND);
      const address = `${sandbox.acsOrigin}/challenge?acsTransID=${sessionOf(entered).acsTransId}`;
      assert.match(await (await fetch(address)).text(), /1秒/);
      sandbox.advance(SECOND);
      const page = await fetch(address);
      assert.equal(page.headers.get('Refresh'), null);
      assert.match(await page.text(), /123456/);
      await answer(sessionOf(entered), { action: 'verify', ...RIGHT });
      assert.equal(sessionOf(entered).transStatus, 'Y');
    });

    it('lets the shopper give up meanwhile', async () => {
      const { entered, redirectUrl } = await start('4100000000005083');
      await walk(sandbox, redirectUrl, [{ action: 'cancel' }]);
      assert.equal((await finish(entered))['ErrInfo'], 'E21030007');
    });
  });

  describe('that asks in its app', () => {
    const press = (entered: Entered, word: string, headers: Record<string, string> = {}) =>
      fetch(`${sandbox.gatewayOrigin}/sandbox/console/transactions/${entered.AccessID}/app?lang=en`, {
        method: 'POST',
        redirect: 'manual',
        headers,
        body: new URLSearchParams({ answer: word }),
      });

    for (const [word, end] of [['approve', undefined], ['refuse', 'E21030007']] as const) {
      it(`waits until the console page says: ${word}`, async () => {
        const { entered, redirectUrl } = await start('4100000000005091');
        const page = await openChallenge(redirectUrl);
        assert.match(page.headers.get('Refresh') ?? '', /^2; url=/);
        assert.match(await page.text(), /アプリで承認/);
        await answer(sessionOf(entered), { action: 'check' });
        await answer(sessionOf(entered), { action: 'verify', ...RIGHT });
        assert.equal(sessionOf(entered).transStatus, null);
        assert.match(await (await fetch(`${sandbox.gatewayOrigin}/?lang=en`)).text(), /Approve in app/);
        assert.equal((await press(entered, word, { 'Sec-Fetch-Site': 'cross-site' })).status, 403);
        assert.equal((await press(entered, word)).status, 303);
        const [form] = formsOf(
          await (await fetch(`${sandbox.acsOrigin}/challenge?acsTransID=${sessionOf(entered).acsTransId}`)).text(),
          sandbox.acsOrigin,
        );
        assert.match(form?.action ?? '', /\/api\/v2\/brw\/challenge$/);
        assert.equal((await finish(entered))['ErrInfo'], end);
        assert.doesNotMatch(await (await fetch(`${sandbox.gatewayOrigin}/?lang=en`)).text(), /Approve in app/);
      });
    }

    it('is approved by itself after the time that was asked for', async () => {
      const { entered, redirectUrl } = await start('4100000000005109');
      await openChallenge(redirectUrl);
      await answer(sessionOf(entered), { action: 'check' });
      assert.equal(sessionOf(entered).transStatus, null);
      sandbox.advance(5 * SECOND);
      await answer(sessionOf(entered), { action: 'check' });
      assert.equal(sessionOf(entered).transStatus, 'Y');
    });
  });

  describe('that has its answer', () => {
    it('keeps the outcome although the page that says so never comes', async () => {
      const { entered, redirectUrl } = await start('4100000000005125');
      await openChallenge(redirectUrl);
      const path = '/challenge/answer';
      assert.ok(await isSilent(path, (signal) => answer(sessionOf(entered), { action: 'verify', ...RIGHT }, signal)));
      assert.equal(sessionOf(entered).transStatus, 'Y');
      // and the way back is open: RedirectUrl leads to the shop now
      assert.equal((await walk(sandbox, redirectUrl)).returned?.url, RETURN_URL);
    });

    it('keeps the outcome although the connection ends, or a 500 comes', async () => {
      const closed = await start('4100000000005133');
      await openChallenge(closed.redirectUrl);
      await assert.rejects(answer(sessionOf(closed.entered), { action: 'cancel' }), { name: 'TypeError' });
      assert.equal(sessionOf(closed.entered).transStatus, 'N');
      const broken = await start('4100000000005141');
      await openChallenge(broken.redirectUrl);
      assert.equal((await answer(sessionOf(broken.entered), { action: 'verify', ...RIGHT })).status, 500);
      assert.equal(sessionOf(broken.entered).transStatus, 'Y');
    });

    for (const [type, method] of [['1', 'post'], ['2', 'post'], ['3', 'get']] as const) {
      it(`sends the browser back two times (CallbackType ${type})`, async () => {
        set({ returning: 'twice' });
        const { entered, redirectUrl } = await start('4100000000000100', '1200', type);
        const page = await fetch(redirectUrl);
        const [form] = formsOf(await page.text(), redirectUrl);
        assert.ok(form?.isTwice);
        assert.equal(form.method, method);
        const query = { 1: '?order=7', 2: `?order=7&MD=${entered.AccessID}`, 3: '' }[type];
        assert.equal(form.action, `https://shop.example/return${query}`);
        if (type === '3') assert.deepEqual(form.fields, { order: '7', AccessID: entered.AccessID });
        assert.match(page.headers.get('Content-Security-Policy') ?? '', /connect-src https:\/\/shop\.example$/);
      });
    }
  });

  it('keeps no process alive that has closed it, however long a page would have taken', async () => {
    const script = fileURLToPath(new URL('slow-page.ts', import.meta.url));
    const child = spawn(process.execPath, ['--import', 'tsx', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [code] = (await once(child, 'exit')) as [number | null];
    assert.equal(code, 0);
  });
});
