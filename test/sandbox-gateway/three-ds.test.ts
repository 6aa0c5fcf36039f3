import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import iconv from 'iconv-lite';
import {
  enterWith3ds, MINUTE, RETURN_URL, SITE, startSandbox, statusOf, tokenFor, walk,
  type Answer, type ChallengeStep, type Entered, type TestSandbox,
} from './support.ts';

const CHALLENGE = '4100000000005000';
const RIGHT = { password: '123456' };
const WRONG = { password: '000000' };

describe('3-D Secure 2', () => {
  let sandbox: TestSandbox;
  before(async () => {
    sandbox = await startSandbox();
  });
  after(() => sandbox.close());

  const finish = ({ AccessID, AccessPass }: Entered): Promise<Answer> => sandbox.call('SecureTran2', { AccessID, AccessPass });

  /** Number, what the shopper does, TdRequired, and what SecureTran2 says in the end. */
  type Row = readonly [name: string, number: string, steps: readonly ChallengeStep[], required: string, end: string];
  const outcomes: readonly Row[] = [
    ['frictionless', '4100000000000100', [], '0', 'AUTH'],
    ['frictionless, Amex', '340000000000108', [], '0', 'AUTH'],
    ['the classic card', '4111111111111111', [], '0', 'AUTH'],
    ['a number of no table', '4012001037141112', [], '0', 'AUTH'],
    ['challenge, right password', CHALLENGE, [RIGHT], '0', 'AUTH'],
    ['challenge, right at the third try', CHALLENGE, [WRONG, WRONG, RIGHT], '0', 'AUTH'],
    ['challenge, three wrong passwords', CHALLENGE, [WRONG, WRONG, WRONG], '0', 'E21030007'],
    ['challenge, given up', CHALLENGE, [{ action: 'cancel' }], '0', 'E21030007'],
    ['attempt', '4100000000100009', [], '0', 'AUTH'],
    ['attempt, allowed', '4100000000100009', [], '2', 'AUTH'],
    ['attempt, not allowed', '5100000000100006', [], '1', 'E21030202'],
    ['failed', '4100000000300005', [], '0', 'E21030007'],
    ['unavailable', '4100000000400003', [], '0', 'E21030007'],
    ['rejected', '3528000000500006', [], '0', 'E21030007'],
    ['frictionless after the 3DS method', '4100000000600008', [], '0', 'AUTH'],
    ['refused by the issuer after frictionless', '4999000000000002', [], '0', '42G020000'],
    ['no line after frictionless', '5999000000000078', [], '0', '42C780000'],
    ['refused by the issuer after a challenge', '4100000000005018', [RIGHT], '0', '42G120000'],
    ['balance too low after a challenge', '4100000000005026', [RIGHT], '0', '42G020000'],
  ];
  for (const [name, number, steps, TdRequired, end] of outcomes) {
    it(`${name}: ${end}`, async () => {
      const entered = await enterWith3ds(sandbox, number, { TdRequired });
      assert.deepEqual(Object.keys(entered.answer), ['ACS', 'RedirectUrl']);
      assert.equal(await statusOf(sandbox, entered), 'AUTHENTICATED');
      const { returned } = await walk(sandbox, entered.answer['RedirectUrl'] ?? '', steps);
      // whatever happened, the shop's page is told the AccessID and nothing else
      assert.deepEqual(returned, { method: 'POST', url: RETURN_URL, fields: { AccessID: entered.AccessID } });
      assert.equal(await statusOf(sandbox, entered), 'AUTHENTICATED');
      const settled = await finish(entered);
      assert.equal(settled['ErrInfo'] ?? (await statusOf(sandbox, entered)), end);
      if (end === 'AUTH') {
        assert.deepEqual(Object.keys(settled), [
          'OrderID', 'Forward', 'Method', 'PayTimes', 'Approve', 'TranID', 'TranDate', 'CheckString',
        ]);
      }
    });
  }

  it('answers at once when the issuer does not take part', async () => {
    const notEnrolled = (entry: Record<string, string>) => enterWith3ds(sandbox, '4100000000200007', entry);
    assert.equal((await notEnrolled({ Tds2Type: '2' })).answer['ErrInfo'], 'E21030201');
    assert.equal((await notEnrolled({ Tds2Type: '3', TdRequired: '1' })).answer['ErrInfo'], 'E21030202');
    const without = await notEnrolled({ Tds2Type: '3' });
    assert.equal(without.answer['ACS'], '0');
    assert.equal(await statusOf(sandbox, without), 'AUTH');
  });

  it('answers at once when authentication cannot start', async () => {
    assert.equal((await enterWith3ds(sandbox, '4100000000700006')).answer['ErrInfo'], 'E21030001');
  });

  it('returns by GET for CallbackType 3, with the query of the shop kept', async () => {
    const { AccessID, answer } = await enterWith3ds(sandbox, '4100000000000100', {}, { CallbackType: '3' });
    const { returned } = await walk(sandbox, answer['RedirectUrl'] ?? '');
    assert.deepEqual(returned, { method: 'GET', url: `${RETURN_URL}&AccessID=${AccessID}`, fields: {} });
  });

  it('passes through the 3DS method of the issuer where there is one', async () => {
    const { answer } = await enterWith3ds(sandbox, '4100000000600008');
    const { pages } = await walk(sandbox, answer['RedirectUrl'] ?? '');
    assert.deepEqual(pages, ['/api/v2/brw/callback', '/method', '/api/v2/brw/method', '/api/v2/brw/continue']);
  });

  it('passes from the 3DS server to the ACS and back for a challenge', async () => {
    const { answer } = await enterWith3ds(sandbox, CHALLENGE);
    const { pages } = await walk(sandbox, answer['RedirectUrl'] ?? '', [RIGHT]);
    assert.deepEqual(pages, ['/api/v2/brw/callback', '/challenge', '/challenge/answer', '/api/v2/brw/challenge']);
  });

  it('names shop, amount and masked card in the challenge, and counts wrong passwords', async () => {
    const TdTenantName = iconv.encode('障子<店>', 'euc-jp').toString('base64');
    const { answer } = await enterWith3ds(sandbox, CHALLENGE, { TdTenantName, Amount: '12000', Tax: '345' });
    const { challenges } = await walk(sandbox, answer['RedirectUrl'] ?? '', [WRONG]);
    const [first = '', second = ''] = challenges;
    for (const words of ['障子&lt;店&gt;', '12,345円', '*************000']) assert.ok(first.includes(words), words);
    assert.ok(!first.includes('role="alert"'));
    assert.match(second, /role="alert"/);
    assert.match(second, /2 attempts left/);
    for (const page of challenges) assert.ok(!page.includes(CHALLENGE));
  });

  it('settles nothing before the shopper came back', async () => {
    const entered = await enterWith3ds(sandbox, CHALLENGE);
    assert.equal((await finish(entered))['ErrInfo'], 'E01E50004');
    await walk(sandbox, entered.answer['RedirectUrl'] ?? '', [WRONG]);
    assert.equal((await finish(entered))['ErrInfo'], 'E01E50004');
  });

  it('settles once', async () => {
    const entered = await enterWith3ds(sandbox, '4100000000000100');
    await walk(sandbox, entered.answer['RedirectUrl'] ?? '');
    await finish(entered);
    assert.equal((await finish(entered))['ErrInfo'], 'E11010001');
  });

  it('says the same of a failed authentication every time', async () => {
    const entered = await enterWith3ds(sandbox, '4100000000300005');
    await walk(sandbox, entered.answer['RedirectUrl'] ?? '');
    const twice = [await finish(entered), await finish(entered)];
    assert.deepEqual(twice.map((answer) => answer['ErrInfo']), ['E21030007', 'E21030007']);
    assert.equal(await statusOf(sandbox, entered), 'AUTHENTICATED');
  });

  it('executes nothing again while the shopper is away', async () => {
    const { AccessID, AccessPass, OrderID } = await enterWith3ds(sandbox, CHALLENGE);
    const again = await sandbox.call('ExecTran', {
      AccessID, AccessPass, OrderID, Method: '1', Token: await tokenFor(sandbox), RetUrl: RETURN_URL,
    });
    assert.equal(again['ErrInfo'], 'E11010001');
  });

  it('keeps the outcome when the page is opened again', async () => {
    const entered = await enterWith3ds(sandbox, CHALLENGE);
    const redirectUrl = entered.answer['RedirectUrl'] ?? '';
    await walk(sandbox, redirectUrl, [{ action: 'cancel' }]);
    const again = await walk(sandbox, redirectUrl, [RIGHT]);
    assert.deepEqual(again.challenges, []);
    assert.equal((await finish(entered))['ErrInfo'], 'E21030007');
  });

  it('never takes an outcome from the browser', async () => {
    const entered = await enterWith3ds(sandbox, CHALLENGE);
    const session = sandbox.store.transactions.get(entered.AccessID)?.session;
    const cres = Buffer.from(
      JSON.stringify({ threeDSServerTransID: session?.transId, acsTransID: session?.acsTransId, transStatus: 'Y' }),
    ).toString('base64url');
    const body = new URLSearchParams({ cres });
    const forged = await fetch(`${sandbox.gatewayOrigin}/api/v2/brw/challenge`, { method: 'POST', body });
    assert.equal(forged.status, 410);
    assert.equal((await finish(entered))['ErrInfo'], 'E01E50004');
  });

  it('drops a RedirectUrl with a wrong ticket, and one that is too old', async () => {
    const { answer } = await enterWith3ds(sandbox, CHALLENGE);
    const redirectUrl = answer['RedirectUrl'] ?? '';
    const wrong = await fetch(redirectUrl.replace(/t=[0-9a-f]+$/, `t=${'0'.repeat(32)}`));
    assert.equal(wrong.status, 410);
    sandbox.advance(31 * MINUTE);
    assert.equal((await fetch(redirectUrl)).status, 410);
  });

  it('drops a 3DS method that would notify somebody else', async () => {
    const message = JSON.stringify({ threeDSMethodNotificationURL: 'https://evil.example/' });
    const body = new URLSearchParams({ threeDSMethodData: Buffer.from(message).toString('base64url') });
    const answer = await fetch(`${sandbox.acsOrigin}/method`, { method: 'POST', body });
    assert.equal(answer.status, 404);
  });

  it('allows scripts by hash only', async () => {
    const { answer } = await enterWith3ds(sandbox, '4100000000600008');
    const page = await fetch(answer['RedirectUrl'] ?? '');
    const policy = page.headers.get('Content-Security-Policy') ?? '';
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /script-src 'sha256-/);
    assert.ok(!policy.includes('unsafe'));
    assert.ok(policy.includes(`frame-src ${sandbox.acsOrigin}`));
  });

  it('works for the check of a card, which has no amount', async () => {
    const entered = await enterWith3ds(sandbox, CHALLENGE, { JobCd: 'CHECK', Amount: '' }, { Method: '' });
    const { challenges } = await walk(sandbox, entered.answer['RedirectUrl'] ?? '', [RIGHT]);
    assert.match(challenges[0] ?? '', /Card check/);
    await finish(entered);
    assert.equal(await statusOf(sandbox, entered), 'CHECK');
  });

  it('works with a saved card', async () => {
    const member = { ...SITE, MemberID: 'walker' };
    await sandbox.call('SaveMember', member);
    await sandbox.call('SaveCard', { ...member, Token: await tokenFor(sandbox, CHALLENGE) });
    const entered = await enterWith3ds(sandbox, CHALLENGE, {}, { Token: '', ...member, SeqMode: '0', CardSeq: '0' });
    await walk(sandbox, entered.answer['RedirectUrl'] ?? '', [RIGHT]);
    await finish(entered);
    assert.equal(await statusOf(sandbox, entered), 'AUTH');
  });
});
