import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { DAY, enter, pay, SHOP, startSandbox, statusOf, tokenFor, type Entered, type TestSandbox } from './support.ts';

describe('transactions', () => {
  let sandbox: TestSandbox;
  beforeEach(async () => {
    sandbox = await startSandbox();
  });
  afterEach(() => sandbox.close());

  const alter = ({ AccessID, AccessPass }: Entered, JobCd: string, more: Record<string, string> = {}) =>
    sandbox.call('AlterTran', { ...SHOP, AccessID, AccessPass, JobCd, ...more });

  for (const JobCd of ['AUTH', 'CAPTURE', 'SAUTH', 'CHECK']) {
    it(`settles ${JobCd}`, async () => {
      const paid = await pay(sandbox, { JobCd, ...(JobCd === 'CHECK' ? { Amount: '' } : {}) });
      assert.equal(await statusOf(sandbox, paid), JobCd);
    });
  }

  it('executes a transaction once', async () => {
    const paid = await pay(sandbox);
    const again = await sandbox.call('ExecTran', { ...paid, Method: '1', Token: await tokenFor(sandbox) });
    assert.equal(again['ErrInfo'], 'E11010001');
  });

  it('does not open a transaction with a pass of another one, nor under another order', async () => {
    const [one, other] = [await enter(sandbox), await enter(sandbox)];
    const Token = await tokenFor(sandbox);
    const wrongPass = await sandbox.call('ExecTran', { ...one, AccessPass: other.AccessPass, Method: '1', Token });
    assert.equal(wrongPass['ErrInfo'], 'E01110002');
    const wrongOrder = await sandbox.call('ExecTran', { ...one, OrderID: other.OrderID, Method: '1', Token });
    assert.equal(wrongOrder['ErrInfo'], 'E01110002');
  });

  it('takes an order number once', async () => {
    await enter(sandbox, { OrderID: 'twice' });
    const again = await sandbox.call('EntryTran', { ...SHOP, OrderID: 'twice', JobCd: 'AUTH', Amount: '1' });
    assert.equal(again['ErrInfo'], 'E01040010');
  });

  it('stays unprocessed after a refusal, and can be tried with another card', async () => {
    const entered = await enter(sandbox);
    const Token = await tokenFor(sandbox, '4999000000000012');
    const refused = await sandbox.call('ExecTran', { ...entered, Method: '1', Token });
    assert.deepEqual(refused, { ErrCode: 'G12', ErrInfo: '42G120000' });
    assert.equal(await statusOf(sandbox, entered), 'UNPROCESSED');
    const approved = await sandbox.call('ExecTran', { ...entered, Method: '1', Token: await tokenFor(sandbox) });
    assert.equal(approved['ACS'], '0');
  });

  it('reports a broken line for the 5999 family, and approves an ending that is no error', async () => {
    const execute = async (number: string) =>
      sandbox.call('ExecTran', { ...(await enter(sandbox)), Method: '1', Token: await tokenFor(sandbox, number) });
    assert.deepEqual(await execute('5999000000000001'), { ErrCode: 'C01', ErrInfo: '42C010000' });
    assert.equal((await execute('4999000000000000'))['ACS'], '0');
  });

  it('signs the answer with the documented recipe', async () => {
    const [entered, Token] = [await enter(sandbox), await tokenFor(sandbox)];
    const answer = await sandbox.call('ExecTran', { ...entered, Method: '2', PayTimes: '3', Token });
    const keys = ['OrderID', 'Forward', 'Method', 'PayTimes', 'Approve', 'TranID', 'TranDate'];
    const signed = keys.map((key) => answer[key]).join('');
    assert.equal(answer['CheckString'], createHash('md5').update(signed + SHOP.ShopPass).digest('hex'));
  });

  it('captures an authorisation with its own amount only', async () => {
    const paid = await pay(sandbox, { Tax: '100' });
    assert.equal((await alter(paid, 'SALES'))['ErrInfo'], 'E01060001');
    assert.equal((await alter(paid, 'SALES', { Amount: '1200' }))['ErrInfo'], 'E01060010');
    const captured = await alter(paid, 'SALES', { Amount: '1200', Tax: '100' });
    assert.deepEqual(Object.keys(captured), ['AccessID', 'AccessPass', 'Forward', 'Approve', 'TranID', 'TranDate']);
    assert.equal(await statusOf(sandbox, paid), 'SALES');
  });

  it('captures within sixty days', async () => {
    const paid = await pay(sandbox);
    sandbox.advance(61 * DAY);
    assert.equal((await alter(paid, 'SALES', { Amount: '1200' }))['ErrInfo'], 'E01420010');
  });

  it('alters nothing that is not settled', async () => {
    assert.equal((await alter(await enter(sandbox), 'VOID'))['ErrInfo'], 'E11010002');
  });

  it('alters nothing after 180 days', async () => {
    const paid = await pay(sandbox, { JobCd: 'CAPTURE' });
    sandbox.advance(181 * DAY);
    assert.equal((await alter(paid, 'RETURNX'))['ErrInfo'], 'E11010010');
  });

  const cancellations: readonly (readonly [job: string, entry: string, onDay: string, status: string])[] = [
    // the payment is of 15 May, noon in Japan
    ['VOID', 'AUTH', '2026-06-20T00:00:00Z', 'VOID'],
    ['VOID', 'CAPTURE', '2026-05-15T14:59:59Z', 'VOID'],
    ['VOID', 'CAPTURE', '2026-05-15T15:00:00Z', 'E11010003'],
    ['RETURN', 'CAPTURE', '2026-05-31T14:59:59Z', 'RETURN'],
    ['RETURN', 'CAPTURE', '2026-05-31T15:00:00Z', 'E11010003'],
    ['RETURNX', 'CAPTURE', '2026-05-31T14:59:59Z', 'E11010003'],
    ['RETURNX', 'CAPTURE', '2026-05-31T15:00:00Z', 'RETURNX'],
    ['CANCEL', 'CAPTURE', '2026-05-15T04:00:00Z', 'VOID'],
    ['CANCEL', 'CAPTURE', '2026-05-20T00:00:00Z', 'RETURN'],
    ['CANCEL', 'CAPTURE', '2026-07-01T00:00:00Z', 'RETURNX'],
    ['SALES', 'CAPTURE', '2026-05-15T04:00:00Z', 'E11010003'],
    ['VOID', 'CHECK', '2026-05-15T04:00:00Z', 'E11010003'],
  ];
  for (const [job, entry, onDay, outcome] of cancellations) {
    it(`${job} of ${entry} at ${onDay} gives ${outcome}`, async () => {
      const paid = await pay(sandbox, { JobCd: entry });
      sandbox.setClock(new Date(onDay));
      const answer = await alter(paid, job, job === 'SALES' ? { Amount: '1200' } : {});
      assert.equal(answer['ErrInfo'] ?? (await statusOf(sandbox, paid)), outcome);
    });
  }

  it('authorises a voided payment again', async () => {
    const paid = await pay(sandbox);
    await alter(paid, 'VOID');
    assert.equal((await alter(paid, 'CAPTURE', { Amount: '999' }))['ErrInfo'], 'E01060010');
    await alter(paid, 'CAPTURE', { Amount: '1200' });
    assert.equal(await statusOf(sandbox, paid), 'CAPTURE');
  });

  it('changes the amount of an authorisation', async () => {
    const { AccessID, AccessPass, OrderID } = await pay(sandbox);
    const change = (JobCd: string) =>
      sandbox.call('ChangeTran', { ...SHOP, AccessID, AccessPass, JobCd, Amount: '800', Tax: '80' });
    assert.equal((await change('CAPTURE'))['ErrInfo'], 'E11010003');
    assert.equal((await change('AUTH'))['AccessID'], AccessID);
    const found = await sandbox.call('SearchTrade', { ...SHOP, OrderID });
    assert.deepEqual([found['Amount'], found['Tax'], found['Status']], ['800', '80', 'AUTH']);
  });

  it('does not find an unknown order', async () => {
    assert.deepEqual(await sandbox.call('SearchTrade', { ...SHOP, OrderID: 'none' }), { ErrCode: 'E01', ErrInfo: 'E01110002' });
  });
});
