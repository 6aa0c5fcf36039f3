import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { CARD, DAY, enter, enterWith3ds, pay, SHOP, SITE, startSandbox, statusOf, tokenFor, type TestSandbox } from './support.ts';

describe('console page', () => {
  let sandbox: TestSandbox;
  before(async () => {
    sandbox = await startSandbox();
  });
  after(() => sandbox.close());

  const text = async (path: string) => (await fetch(`${sandbox.gatewayOrigin}${path}`)).text();
  const press = (AccessID: string, job: string, headers: Record<string, string> = {}) =>
    fetch(`${sandbox.gatewayOrigin}/sandbox/console/transactions/${AccessID}?lang=en`, {
      method: 'POST',
      redirect: 'manual',
      headers,
      body: new URLSearchParams({ job }),
    });

  it('shows payments, tokens and members in two languages, and never a card number or a pass', async () => {
    const member = { ...SITE, MemberID: 'm', MemberName: '<b>山田</b>' };
    await sandbox.call('SaveMember', member);
    await sandbox.call('SaveCard', { ...member, Token: await tokenFor(sandbox) });
    const paid = await pay(sandbox);
    await enterWith3ds(sandbox, '4100000000005000');
    const pages = [await text('/?lang=ja'), await text('/?lang=en'), await text('/sandbox/state')];
    const [japanese = '', english = '', state = ''] = pages;
    assert.match(japanese, /<html lang="ja">[^]*取引[^]*AUTHENTICATED/);
    assert.match(english, /<html lang="en">[^]*Transactions/);
    assert.ok(english.includes('&lt;b&gt;山田&lt;/b&gt;'));
    assert.ok(state.includes(paid.OrderID));
    for (const page of pages) {
      assert.ok(page.includes('*************111'));
      for (const secret of [CARD.cardno, '4100000000005000', paid.AccessPass, SHOP.ShopPass, SITE.SitePass]) {
        assert.ok(!page.includes(secret), secret);
      }
      for (const token of sandbox.store.tokens.keys()) assert.ok(!page.includes(token));
    }
  });

  it('captures and voids like the shop', async () => {
    const paid = await pay(sandbox);
    const captured = await press(paid.AccessID, 'SALES');
    assert.equal(captured.headers.get('Location'), '/?lang=en&result=ok');
    assert.equal(await statusOf(sandbox, paid), 'SALES');
    await press(paid.AccessID, 'VOID');
    assert.equal(await statusOf(sandbox, paid), 'VOID');
  });

  it('offers what the day allows: a void, a refund of this month, a refund later', async () => {
    const { AccessID, ...paid } = await pay(sandbox, { JobCd: 'CAPTURE' });
    const buttons = async () => {
      const row = (await text('/?lang=ja')).split('<tr>').find((each) => each.includes(AccessID)) ?? '';
      return [...row.matchAll(/name="job" value="(\w+)">([^<]*)</g)].map(([, job, label]) => `${String(job)} ${String(label)}`);
    };
    assert.deepEqual(await buttons(), ['VOID 取消', 'RETURN 返金（当月）']);
    sandbox.advance(DAY);
    assert.deepEqual(await buttons(), ['RETURN 返金（当月）']);
    sandbox.advance(20 * DAY);
    assert.deepEqual(await buttons(), ['RETURNX 返金（翌月以降）']);
    await press(AccessID, 'RETURNX');
    assert.equal(await statusOf(sandbox, { AccessID, ...paid }), 'RETURNX');
    assert.deepEqual(await buttons(), []);
  });

  it('puts the clock forward and back, by its buttons and by JSON', async () => {
    const { AccessID } = await pay(sandbox, { JobCd: 'CAPTURE' });
    const send = (path: string, body: URLSearchParams | string) =>
      fetch(`${sandbox.gatewayOrigin}${path}`, { method: 'POST', redirect: 'manual', body });
    const row = async () => (await text('/?lang=en')).split('<tr>').find((each) => each.includes(AccessID)) ?? '';
    const today = /\d{4}-\d\d-\d\d \d\d:\d\d JST/.exec(await text('/'))?.[0] ?? '';
    await send('/sandbox/console/clock', new URLSearchParams({ days: '31' }));
    assert.ok((await row()).includes('Refund (a later month)') && (await text('/')).includes('(+31)'));
    await send('/sandbox/console/clock', new URLSearchParams({ days: '' }));
    assert.ok((await row()).includes('>Void<') && (await text('/')).includes(today));
    assert.deepEqual(await (await send('/sandbox/clock', '{"daysAhead":1}')).json(), { daysAhead: 1 });
    assert.ok(!(await row()).includes('>Void<'));
    for (const wrong of ['{"daysAhead":-1}', '{"daysAhead":"1"}', 'x']) assert.equal((await send('/sandbox/clock', wrong)).status, 400);
    await send('/sandbox/clock', '{"daysAhead":0}');
  });

  it('shows the cards of a member: their numbers in both modes, the default one, and who pays with them', async () => {
    const member = { ...SITE, MemberID: 'cards' };
    await sandbox.call('SaveMember', member);
    for (const number of ['4111111111111111', '5100000000000107', '3528000000000106']) {
      await sandbox.call('SaveCard', { ...member, DefaultFlag: '1', Token: await tokenFor(sandbox, number) });
    }
    await sandbox.call('DeleteCard', { ...member, SeqMode: '1', CardSeq: '1' });
    const english = await text('/?lang=en');
    const members = english.slice(english.indexOf('<h2>Members'));
    assert.match(members, /0 \/ 0<[^]*VISA <code>\*{13}111[^]*2 \/ 1<[^]*JCB <code>\*{13}106<\/code>[^]*default card[^]*12\/30/);
    assert.ok(!members.includes('*************107'));
    const entered = await enter(sandbox);
    await sandbox.call('ExecTran', { ...entered, ...member, Method: '1', SeqMode: '1', CardSeq: '2' });
    const row = (await text('/?lang=en')).split('<tr>').find((each) => each.includes(entered.AccessID)) ?? '';
    assert.ok(row.includes('<small>cards</small>'));
  });

  it('says why an operation is not possible', async () => {
    const { AccessID } = await enter(sandbox);
    const refused = await press(AccessID, 'VOID');
    assert.match(await text(refused.headers.get('Location') ?? ''), /E11010002 \(the transaction is not settled/);
  });

  it('drops what another site posts', async () => {
    const paid = await pay(sandbox);
    const response = await press(paid.AccessID, 'VOID', { 'Sec-Fetch-Site': 'cross-site' });
    assert.equal(response.status, 403);
    assert.equal(await statusOf(sandbox, paid), 'AUTH');
  });

  it('sets and resets faults by its form', async () => {
    const post = (fields: Record<string, string>) =>
      fetch(`${sandbox.gatewayOrigin}/sandbox/console/faults`, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams(fields),
      });
    await post({ tokenScript: 'drop', getToken: 'ok', issuedTokens: 'spent', idPass: 'ok' });
    const set = Object.entries(sandbox.faults.toJSON()).filter(([, value]) => value !== 'ok');
    assert.deepEqual(set, [['tokenScript', 'drop'], ['issuedTokens', 'spent']]);
    assert.match(await text('/'), /<option selected>drop<\/option>/);
    await post({ reset: '1' });
    assert.equal(sandbox.faults.get('tokenScript'), 'ok');
  });
});
