/** The monthly box: agreed to once, charged by the server every month, and never twice. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { monthsAfter } from '../../demo/storefront/boxes.ts';
import { addCard, BOTH_TYPES, CARD, charged, pressOn, REFUSED, refusals, signUp } from './member-shop.ts';
import { openSandboxShop, type SandboxShop, walkThrough } from './open-sandbox-shop.ts';
import { details, type Shopper } from './shopper.ts';

const DAY = 86_400_000;

describe('the date a month later', () => {
  for (const [from, months, to] of [
    ['2026-01-15T03:00:00Z', 1, '2026-02-15T03:00:00Z'],
    ['2026-01-31T03:00:00Z', 1, '2026-02-28T03:00:00Z'],
    ['2026-01-31T03:00:00Z', 2, '2026-03-31T03:00:00Z'],
    ['2026-01-30T15:30:00Z', 1, '2026-02-27T15:30:00Z'],
    ['2026-12-01T00:00:00Z', 1, '2027-01-01T00:00:00Z'],
  ] as const) {
    it(`is ${to} for ${from} and ${months}`, () => assert.equal(monthsAfter(new Date(from), months).getTime(), Date.parse(to)));
  }
});

for (const connection of BOTH_TYPES) {
  describe(`the monthly box, by the ${connection} type`, () => {
    let open: SandboxShop;
    before(async () => {
      open = await openSandboxShop({ connection });
    });
    after(() => open.close());

    /** Who pays in this test; the boxes of the others have ended. */
    let memberId = '';
    const months = () => charged(open).filter((transaction) => transaction.memberId === memberId);
    const test = (title: string, run: (shopper: Shopper) => Promise<void>): void => {
      it(title, async () => {
        const shopper = await subscribe();
        await run(shopper);
        await shopper.post('/box/end', {});
      });
    };

    /** A member whose first month is paid. */
    const subscribe = async (): Promise<Shopper> => {
      const shopper = await signUp(open);
      await addCard(open, shopper);
      const press = pressOn(await shopper.get('/box'));
      const sent = await shopper.post('/box/start', { ...details, 'card-seq': '0', press });
      assert.match(sent.location, /^http/, sent.text);
      const back = await walkThrough(open, shopper, sent.location);
      assert.match((await shopper.follow(back ?? assert.fail())).text, /ありがとうございました/);
      memberId = charged(open).at(-1)?.memberId ?? '';
      return shopper;
    };

    /** The page's own button, pressed. */
    const renew = async (shopper: Shopper) => {
      const page = await shopper.get('/box');
      const month = /name="month" value="(\d+)"/.exec(page.text)?.[1] ?? '';
      return { month, fields: { month, press: pressOn(page) } };
    };

    test('is agreed to behind 3-D Secure, and charged by the server afterwards without the shopper', async (shopper) => {
      assert.match((await shopper.get('/box')).text, /ご請求 1回/);
      const { fields } = await renew(shopper);
      const paid = await shopper.post('/box/renew', fields);
      assert.match((await shopper.follow(paid)).text, /ありがとうございました/);
      assert.match((await shopper.get('/box')).text, /ご請求 2回/);
      const [first, second] = months();
      assert.ok(first?.session, 'the first month with 3-D Secure');
      assert.equal(second?.session, null, 'the second without');
      assert.equal(second.memberId, first.memberId);
      assert.deepEqual([first.amount, second.amount], [2200, 2200]);
      assert.equal((await shopper.get('/orders')).text.match(/お支払い済み/g)?.length, 2);
    });

    test('charges a month once, however often the button is pressed', async (shopper) => {
      const { fields } = await renew(shopper);
      await Promise.all([1, 2, 3].map(() => shopper.post('/box/renew', fields)));
      await shopper.post('/box/renew', fields);
      await shopper.post('/box/renew', { ...fields, press: 'another' });
      assert.equal(months().length, 2);
      for (const month of ['1', '2', '7', '0']) await shopper.post('/box/renew', { month, press: 'p' });
      assert.equal(months().length, 2);
    });

    test('charges a month once when the answer to ExecTran is lost', async (shopper) => {
      const { fields } = await renew(shopper);
      open.cut = (call) => (call === 'ExecTran' ? 'answer' : call === 'SearchTrade' ? 'call' : undefined);
      const unknown = await shopper.follow(await shopper.post('/box/renew', fields));
      assert.match(unknown.text, /お支払いを確認中です/);
      open.cut = () => undefined;
      open.clock.ahead += 1_100;
      await shopper.post('/box/renew', { ...fields, press: 'again' });
      assert.equal(months().length, 2);
      assert.match((await shopper.get('/box')).text, /ご請求 2回/);
    });

    test('charges a month once when ExecTran itself may still be on its way', async (shopper) => {
      const { fields } = await renew(shopper);
      open.cut = (call) => (call === 'ExecTran' ? 'call' : undefined);
      await shopper.post('/box/renew', fields);
      open.cut = () => undefined;
      open.clock.ahead += 1_100;
      const executions = open.counts.get('ExecTran') ?? 0;
      const again = await shopper.follow(await shopper.post('/box/renew', { ...fields, press: 'again' }));
      assert.match(again.text, /お支払いを確認中です/);
      await open.shop.recover();
      assert.equal(open.counts.get('ExecTran') ?? 0, executions, 'nothing new is begun while it may arrive, not after a restart either');
      open.clock.ahead += 31_000;
      assert.match((await shopper.follow(await shopper.post('/box/renew', { ...fields, press: 'later' }))).text, /ありがとうございました/);
      assert.equal(months().length, 2);
    });

    test('stops when its card is removed, and goes on with another one', async (shopper) => {
      assert.match((await shopper.get('/account/cards/remove?card-seq=0')).text, /毎月の紙箱のお支払いに使われています/);
      await shopper.post('/account/cards/remove', { 'card-seq': '0' });
      const page = await shopper.get('/box');
      assert.match(page.text, /お届けを止めています/);
      assert.match(page.text, /お支払いカードが削除されました/);
      assert.doesNotMatch(page.text, /お届け中です|次回のご請求/);
      await shopper.post('/box/renew', { month: '2', press: 'p' });
      assert.equal(months().length, 1);
      await addCard(open, shopper, CARD.challenge);
      await shopper.post('/box/card', { 'card-seq': '1' });
      const { fields } = await renew(shopper);
      assert.match((await shopper.follow(await shopper.post('/box/renew', fields))).text, /ありがとうございました/);
      assert.equal(months().length, 2);
    });

    test('says why a month could not be charged, and does not try again at once', async (shopper) => {
      const { fields } = await renew(shopper);
      // removed behind the shop's back, as a gateway's operator can
      open.sandbox.store.members.get(memberId)?.cards.splice(0);
      const refused = await shopper.post('/box/renew', fields);
      assert.equal(refused.status, 404);
      assert.match(refused.text, /今月分のご請求ができませんでした。このカードは登録されていません/);
      assert.equal(refusals(open).at(-1), REFUSED[connection].cardGone);
      const executions = open.counts.get('ExecTran');
      await open.shop.recover();
      assert.equal(open.counts.get('ExecTran'), executions);
    });

    test('knows no month before the first', async (shopper) => {
      for (const month of ['0', '00', '-1', '1.5']) {
        const { status, location } = await shopper.post('/box/renew', { month, press: 'p' });
        assert.deepEqual([status, location], [303, '/box'], month);
      }
      assert.equal(months().length, 1);
    });

    it('goes to the address that was corrected after a first try that came to nothing', async () => {
      const shopper = await signUp(open);
      await addCard(open, shopper);
      const start = async (address: string) => shopper.post('/box/start', { ...details, address, 'card-seq': '0', press: pressOn(await shopper.get('/box')) });
      open.cut = (call) => (call === 'EntryTran' ? 'call' : undefined);
      await start('台東区谷中 9-9-9');
      open.cut = () => undefined;
      // by then nothing of the first can be on its way, also where the lost call was a charge
      open.clock.ahead += 31_000;
      const back = await walkThrough(open, shopper, (await start('台東区谷中 1-1-1')).location);
      const { text } = await shopper.follow(back ?? assert.fail());
      assert.match(text, /ありがとうございました/);
      assert.match(text, /台東区谷中 1-1-1/);
      assert.doesNotMatch(text, /9-9-9/);
      await shopper.post('/box/end', {});
    });

    it('cannot be ended while its first month is at the issuer: what is paid there is delivered', async () => {
      const shopper = await signUp(open);
      await addCard(open, shopper);
      const before = charged(open).length;
      const { location } = await shopper.post('/box/start', { ...details, 'card-seq': '0', press: pressOn(await shopper.get('/box')) });
      await shopper.post('/box/end', {});
      const back = await walkThrough(open, shopper, location);
      assert.match((await shopper.follow(back ?? assert.fail())).text, /ありがとうございました/);
      assert.equal(charged(open).length - before, 1);
      assert.match((await shopper.get('/box')).text, /ご請求 1回/);
      await shopper.post('/box/end', {});
      assert.doesNotMatch((await shopper.get('/box')).text, /ご請求 1回/);
    });

    it('asks a guest to sign up, and a member without a card to add one', async () => {
      assert.match((await open.shopper().get('/box')).text, /お申し込みには会員登録が必要です/);
      assert.match((await (await signUp(open)).get('/box')).text, /お申し込みにはカードの登録が必要です/);
      assert.equal((await open.shopper().post('/box/start', { ...details, 'card-seq': '0', press: 'p' })).location, '/box');
    });

    // The last ones, because a month later every session is over.
    test('is charged by the clock when its month has come, and not before', async () => {
      open.clock.ahead += 27 * DAY;
      await open.shop.recover();
      assert.equal(months().length, 1);
      open.clock.ahead += 4 * DAY;
      await open.shop.recover();
      await open.shop.recover();
      assert.equal(months().length, 2);
    });

    test('is not charged after it has ended', async (shopper) => {
      const { fields } = await renew(shopper);
      await shopper.post('/box/end', {});
      await shopper.post('/box/renew', fields);
      open.clock.ahead += 40 * DAY;
      await open.shop.recover();
      assert.equal(months().length, 1);
    });

    test('charges one month, not four, when four have been missed, and the next one a month later', async () => {
      open.cut = (call) => (call === 'EntryTran' ? 'call' : undefined);
      for (const days of [32, 31, 31, 31]) {
        open.clock.ahead += days * DAY;
        await open.shop.recover();
      }
      assert.equal(months().length, 1, 'the gateway refuses');
      open.cut = () => undefined;
      open.clock.ahead += 4 * DAY;
      for (let minute = 0; minute < 6; minute++) {
        open.clock.ahead += 60_000;
        await open.shop.recover();
      }
      assert.equal(months().length, 2);
      open.clock.ahead += 31 * DAY;
      await open.shop.recover();
      await open.shop.recover();
      assert.equal(months().length, 3);
    });
  });
}

for (const connection of BOTH_TYPES) {
  describe(`refunds, by the ${connection} type`, () => {
    let open: SandboxShop;
    before(async () => {
      open = await openSandboxShop({ connection });
    });
    after(() => open.close());

    for (const [job, words] of [['VOID', /取消済み/], ['RETURN', connection === 'protocol' ? /返金済み/ : /取消済み/]] as const) {
      it(`that the gateway made (${job}) stand in the order history and on the order`, async () => {
        const shopper = open.shopper();
        const { location } = await shopper.pay(await shopper.fillCart(), open.token(CARD.frictionless));
        const back = await walkThrough(open, shopper, location);
        open.clock.ahead += 1_100;
        assert.match((await shopper.get('/orders')).text, /お支払い済み/);
        const { accessId, accessPass } = charged(open).at(-1) ?? assert.fail();
        const call = { ShopID: 'tshop00000001', ShopPass: 'shoppass01', AccessID: accessId, AccessPass: accessPass, JobCd: job };
        assert.equal((await open.sandbox.call('AlterTran', call)).ErrInfo, undefined);
        open.clock.ahead += 1_100;
        assert.match((await shopper.get('/orders')).text, words);
        const order = await shopper.get(back?.location ?? '');
        assert.match(order.text, words);
        if (connection === 'openapi') assert.match(order.text, /すでに請求された代金は返金されます/, 'which of the two it is, that type does not say');
        const executions = open.counts.get('ExecTran');
        assert.equal((await shopper.get('/checkout')).location, '/cart', 'the order is over: nothing is to be paid again');
        assert.equal(open.counts.get('ExecTran'), executions);
      });
    }
  });
}
