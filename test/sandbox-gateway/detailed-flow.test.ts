import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  enterWith3ds, MINUTE, RETURN_URL, startSandbox, statusOf, walk, type Answer, type Entered, type TestSandbox,
} from './support.ts';

const FRICTIONLESS = '4100000000000100';
const CHALLENGE = '4100000000005000';
const RIGHT = { password: '123456' };

describe('the detailed flow (CallbackType 2)', () => {
  let sandbox: TestSandbox;
  before(async () => {
    sandbox = await startSandbox();
  });
  after(() => sandbox.close());

  const start = (number: string, entry: Record<string, string> = {}) =>
    enterWith3ds(sandbox, number, entry, { CallbackType: '2' });

  const call = (name: string, { AccessID, AccessPass }: Entered, more: Record<string, string> = {}): Promise<Answer> =>
    sandbox.call(name, { AccessID, AccessPass, ...more });

  /** To the first callback, which gives what Tds2Auth needs. */
  const begin = async (number: string, entry: Record<string, string> = {}) => {
    const entered = await start(number, entry);
    const { returned, pages } = await walk(sandbox, entered.answer['RedirectUrl'] ?? '');
    assert.ok(returned);
    return { entered, returned, pages, Tds2Param: returned.fields['param'] ?? '' };
  };

  it('calls the shop back before the authentication, with MD in the query and the event in the body', async () => {
    const events = [[FRICTIONLESS, '3DSMethodSkipped'], ['4100000000600008', '3DSMethodFinished']] as const;
    for (const [number, event] of events) {
      const { entered, returned } = await begin(number);
      assert.equal(returned.method, 'POST');
      assert.equal(returned.url, `${RETURN_URL}&MD=${entered.AccessID}`);
      assert.deepEqual(Object.keys(returned.fields), ['requestorTransId', 'event', 'param']);
      assert.equal(returned.fields['event'], event);
      assert.match(returned.fields['requestorTransId'] ?? '', /^[a-z0-9]{32}$/i);
      assert.ok((returned.fields['param'] ?? '').length <= 2000);
      // nobody was asked yet
      assert.equal(sandbox.store.transactions.get(entered.AccessID)?.session?.transStatus, null);
    }
  });

  const outcomes: readonly (readonly [number: string, result: string, reason: string, settled: string])[] = [
    [FRICTIONLESS, 'Y', '', 'AUTH'],
    ['4100000000100009', 'A', '26', 'AUTH'],
    ['4100000000300005', 'N', '01', 'E21030007'],
    ['4100000000400003', 'U', '22', 'E21030007'],
    ['4100000000500000', 'R', '11', 'E21030007'],
  ];
  for (const [number, result, reason, settled] of outcomes) {
    it(`answers ${result} in Tds2Auth and in Tds2Result, and then settles: ${settled}`, async () => {
      const { entered, Tds2Param } = await begin(number);
      const answer = { Tds2TransResult: result, Tds2TransResultReason: reason };
      assert.deepEqual(await call('Tds2Auth', entered, { Tds2Param }), answer);
      assert.deepEqual(await call('Tds2Result', entered), answer);
      assert.equal((await call('SecureTran2', entered))['ErrInfo'] ?? (await statusOf(sandbox, entered)), settled);
    });
  }

  it('goes by way of ChallengeUrl to AuthResultReady, Tds2Result and SecureTran2', async () => {
    const { entered, Tds2Param, returned: first } = await begin(CHALLENGE);
    const { Tds2TransResult, Tds2TransResultReason, ...rest } = await call('Tds2Auth', entered, { Tds2Param });
    assert.deepEqual([Tds2TransResult, Tds2TransResultReason], ['C', '']);
    const challengeUrl = Object.entries(rest).map(([name, value]) => `${name}=${value}`).join('&');
    assert.match(challengeUrl, /^ChallengeUrl=http.*\?transId=[0-9a-f-]{36}&t=[0-9a-f]{32}$/);
    for (const name of ['Tds2Result', 'SecureTran2']) assert.equal((await call(name, entered))['ErrInfo'], 'E01E50004', name);
    const { returned, challenges } = await walk(sandbox, challengeUrl.replace('ChallengeUrl=', ''), [RIGHT]);
    assert.equal(challenges.length, 1);
    assert.deepEqual(returned, { ...first, fields: { ...first.fields, event: 'AuthResultReady' } });
    assert.deepEqual(await call('Tds2Result', entered), { Tds2TransResult: 'Y', Tds2TransResultReason: '' });
    await call('SecureTran2', entered);
    assert.equal(await statusOf(sandbox, entered), 'AUTH');
  });

  it('says N after a challenge that was given up', async () => {
    const { entered, Tds2Param } = await begin(CHALLENGE);
    await call('Tds2Auth', entered, { Tds2Param });
    await walk(sandbox, entered.answer['RedirectUrl'] ?? '', [{ action: 'cancel' }]);
    assert.deepEqual(await call('Tds2Result', entered), { Tds2TransResult: 'N', Tds2TransResultReason: '01' });
  });

  it('takes Tds2Auth once, after the first callback, with the param of that callback', async () => {
    const early = await start(CHALLENGE);
    assert.equal((await call('Tds2Auth', early, { Tds2Param: 'x' }))['ErrInfo'], 'E01E50004');
    const { entered, Tds2Param } = await begin(CHALLENGE);
    assert.equal((await call('Tds2Auth', entered))['ErrInfo'], 'E01EB0001');
    assert.equal((await call('Tds2Auth', entered, { Tds2Param: 'x'.repeat(2001) }))['ErrInfo'], 'E01EB0005');
    assert.equal((await call('Tds2Auth', entered, { Tds2Param: `${Tds2Param}x` }))['ErrInfo'], 'E01EB0010');
    assert.equal((await call('Tds2Auth', entered, { Tds2Param }))['Tds2TransResult'], 'C');
    assert.equal((await call('Tds2Auth', entered, { Tds2Param }))['ErrInfo'], 'E01E50004');
  });

  it('refuses both calls for a transaction of another CallbackType', async () => {
    for (const CallbackType of ['', '1', '3']) {
      const entered = await enterWith3ds(sandbox, FRICTIONLESS, {}, { CallbackType });
      for (const name of ['Tds2Auth', 'Tds2Result']) {
        assert.equal((await call(name, entered, { Tds2Param: 'x' }))['ErrInfo'], 'E11010004', `${name} ${CallbackType}`);
      }
    }
  });

  it('goes on where it was when RedirectUrl is opened again', async () => {
    const { entered, Tds2Param, returned: first } = await begin(CHALLENGE);
    const redirectUrl = entered.answer['RedirectUrl'] ?? '';
    assert.deepEqual((await walk(sandbox, redirectUrl)).returned, first);
    await call('Tds2Auth', entered, { Tds2Param });
    assert.equal((await walk(sandbox, redirectUrl)).challenges.length, 1);
    const { returned } = await walk(sandbox, redirectUrl, [RIGHT]);
    assert.equal(returned?.fields['event'], 'AuthResultReady');
    assert.deepEqual((await walk(sandbox, redirectUrl)).returned, returned);
  });

  it('opens no challenge that nobody asked for, and none after half an hour', async () => {
    const { entered, Tds2Param } = await begin(CHALLENGE);
    const { transId = '', ticket = '' } = sandbox.store.transactions.get(entered.AccessID)?.session ?? {};
    const address = `${sandbox.gatewayOrigin}/api/v2/brw/challenge/start?transId=${transId}&t=`;
    assert.equal((await fetch(address + ticket)).status, 410);
    await call('Tds2Auth', entered, { Tds2Param });
    assert.equal((await fetch(address + ticket)).status, 200);
    assert.equal((await fetch(address + '0'.repeat(32))).status, 410);
    sandbox.advance(31 * MINUTE);
    assert.equal((await fetch(address + ticket)).status, 410);
  });
});
