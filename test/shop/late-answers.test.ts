/** Calls that take longer than anybody waits: what may still charge is never given up, and never paid beside. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../demo/storefront/database.ts';
import { LinkPlus } from '../../demo/storefront/link-plus.ts';
import { ProtocolClient } from '../../demo/storefront/protocol-client.ts';
import type { Attempt } from '../../demo/storefront/attempts.ts';
import { CHALLENGE_DEADLINE, Payments } from '../../demo/storefront/payments.ts';
import { FakeGateway } from './fake-gateway.ts';
import { onEveryGround, openEmptyDatabase, type OpenShop, openShop } from './open-shop.ts';
import type { Shopper, Visited } from './shopper.ts';

const MINUTE = 60_000;

onEveryGround('an answer that comes late', (ground) => {
  describe('in the shop', () => {
    let open: OpenShop;
    before(async () => {
      open = await openShop(ground, { deadline: 2_000 });
    });
    after(() => open.close());

    /** A shopper who is back, whose SecureTran2 hangs before the gateway does anything, and which nobody waits for any more. */
    const lose = async (minutes: number, meanwhile?: (shopper: Shopper) => Promise<void>) => {
      const { gateway, clock } = open;
      const shopper = open.shopper();
      const key = await shopper.fillCart();
      const settled = gateway.settlements;
      const { location } = await shopper.pay(key, gateway.token('ok'));
      await meanwhile?.(shopper);
      clock.ahead += minutes * MINUTE;
      const path = await shopper.postBack(gateway, location);
      const fault = gateway.arm('SecureTran2', 'before', 'hang');
      const back = await shopper.get(path);
      /** The gateway gets to it after all. */
      const charge = async () => {
        fault.release();
        const trade = gateway.tradeOf(location);
        for (const until = Date.now() + 20_000; trade.settlements === 0 && Date.now() < until; ) await pause(5);
        assert.equal(trade.settlements, 1);
      };
      return { shopper, key, back, charge, settlements: () => gateway.settlements - settled };
    };

    const assertPaidOnce = async (shopper: Shopper, back: Visited, settlements: () => number) => {
      open.clock.ahead += 2_000;
      assert.match((await shopper.get(back.location)).text, /ありがとうございました/);
      assert.equal(settlements(), 1);
      assert.equal((await shopper.get('/orders')).text.match(/is-paid/g)?.length, 1);
    };

    it('is waited for after sixteen minutes at the bank, and no second payment is offered', async () => {
      const { shopper, key, back, charge, settlements } = await lose(16);
      assert.match(back.location, /^\/orders\//);
      assert.equal((await shopper.get('/checkout')).location, back.location);
      open.clock.ahead += 2_000;
      assert.equal((await shopper.pay(key, open.gateway.token('ok'))).location, back.location);
      await charge();
      await assertPaidOnce(shopper, back, settlements);
    });

    it('is waited for after sixteen minutes and a restart', async () => {
      const { shopper, key, back, charge, settlements } = await lose(16);
      await open.reopen();
      open.clock.ahead += 2_000;
      assert.equal((await shopper.pay(key, open.gateway.token('ok'))).location, back.location);
      await charge();
      await assertPaidOnce(shopper, back, settlements);
    });

    it('leads to a release after sixteen minutes and the quiet period', async () => {
      const { shopper, key, back, settlements } = await lose(16);
      open.clock.ahead += 31_000;
      assert.match((await shopper.get(back.location)).text, /お支払いは完了していません/);
      const { location } = await shopper.pay(key, open.gateway.token('ok'));
      await shopper.comeBack(open.gateway, location);
      assert.equal(settlements(), 1);
    });

    it('keeps the shopper from a second order for the cart, however often the cart is sent', async () => {
      const { shopper, back, charge, settlements } = await lose(0);
      await shopper.post('/cart/change', { 'quantity-letter-set': '1' });
      assert.equal((await shopper.get('/checkout')).location, back.location);
      await shopper.post('/cart/change', { 'quantity-letter-set': '2' });
      assert.equal((await shopper.get('/checkout')).location, back.location);
      await charge();
      open.clock.ahead += 2_000;
      // The charge is found by the checkout page itself, and shown once before another cart can be paid for.
      const checkout = await shopper.get('/checkout');
      assert.equal(checkout.location, back.location);
      assert.equal((await shopper.get('/checkout')).status, 200);
      await assertPaidOnce(shopper, back, settlements);
    });

    it('keeps the shopper from an order whose checkout page was opened before', async () => {
      let key = '';
      const { shopper, back, charge, settlements } = await lose(0, async (early) => {
        await early.post('/cart/add', { product: 'furoshiki' });
        key = await early.checkoutKey();
      });
      const entries = open.gateway.count('EntryTran');
      const refused = await shopper.pay(key, open.gateway.token('ok'));
      assert.equal(refused.location, back.location);
      assert.equal(open.gateway.count('EntryTran'), entries);
      await charge();
      await assertPaidOnce(shopper, back, settlements);
      assert.match((await shopper.pay(key, open.gateway.token('ok'))).location, /^https:\/\/gateway/);
    });
  });

  it('keeps the checkout key of a cart that was sent without a change', async () => {
    const open = await openShop(ground);
    const shopper = open.shopper();
    const key = await shopper.fillCart();
    await shopper.post('/cart/change', { 'quantity-letter-set': '1' });
    assert.equal(await shopper.checkoutKey(), key);
    await shopper.post('/cart/change', { 'quantity-letter-set': '2' });
    assert.notEqual(await shopper.checkoutKey(), key);
    await open.close();
  });

  describe('while the shop is tidied up', () => {
    const gateway = new FakeGateway();
    const order = { id: '', amount: 1000 };
    let database: Database;
    let close: () => Promise<void>;
    let payments: Payments;
    let ahead = 0;
    let orders = 0;

    before(async () => {
      const gatewayUrl = await gateway.start();
      ({ database, close } = await openEmptyDatabase(ground));
      await database.query("insert into sessions (id, created_at, seen_at) values ('s', now(), now())");
      const report = () => undefined;
      const place = {
        gatewayUrl,
        shopId: 'tshop00000001',
        shopPass: 'shoppass01',
        siteId: 'tsite00000001',
        sitePass: 'sitepass01',
        deadline: 20_000,
        report,
      };
      payments = new Payments({
        database,
        gateway: new ProtocolClient({ ...place, tenantName: 'Nanakusa' }),
        linkPlus: new LinkPlus(place),
        now: () => new Date(Date.now() + ahead),
        report,
        returnUrl: (returnId) => `https://shop.example/checkout/return/${returnId}`,
        linkReturnUrl: (returnId) => `https://shop.example/checkout/link/return/${returnId}`,
        afterPayment: () => Promise.resolve(),
        callbackType: '1',
        acceptsAttempts: true,
        quietPeriod: 30_000,
        patience: 22_000,
      });
    });
    after(async () => {
      await close();
      await gateway.close();
    });
    beforeEach(async () => {
      const [row] = await database.query<{ id: string }>(
        `insert into orders (public_id, checkout_key, session_id, amount, shipping, details, created_at)
          values ($1, $1, 's', $2, 0, '{}', now()) returning id`,
        [`order-${String(orders++)}`, order.amount],
      );
      order.id = row?.id ?? '';
    });

    const latest = async (): Promise<Attempt> => {
      const [attempt] = await database.query<Attempt>('select * from attempts where order_id = $1 order by id desc', [order.id]);
      assert.ok(attempt);
      return attempt;
    };

    const comeBack = async () => {
      const { id, redirect_url: url, return_id: returnId } = await latest();
      const { accessId } = gateway.challenge(url ?? '');
      assert.equal(typeof (await payments.acceptReturn(returnId, { accessId })), 'object');
      return { id, trade: gateway.tradeOf(url ?? '') };
    };

    for (const restarted of [false, true]) {
      it(`leaves alone a settlement of an old attempt that is under way (${restarted ? 'at a start' : 'by the clock'})`, async () => {
        await payments.pay(order, gateway.token('ok'));
        ahead += CHALLENGE_DEADLINE + 5_000;
        const { id, trade } = await comeBack();
        const fault = gateway.arm('SecureTran2', 'before', 'hang');
        const settling = payments.settle(id);
        await fault.reached;
        await payments.recover({ restarted });
        assert.equal((await latest()).state, restarted ? 'unknown' : 'settling');
        fault.release();
        assert.deepEqual(await settling, { status: 'paid' });
        assert.deepEqual(await payments.pay(order, gateway.token('ok')), { status: 'paid' });
        assert.equal(trade.settlements, 1);
      });
    }

    it('takes back what SecureTran2 charged for an attempt that was given up meanwhile', async () => {
      await payments.pay(order, gateway.token('ok'));
      const { id, trade } = await comeBack();
      const fault = gateway.arm('SecureTran2', 'before', 'hang');
      const settling = payments.settle(id);
      await fault.reached;
      ahead += CHALLENGE_DEADLINE;
      await payments.recover({ restarted: false });
      assert.equal((await latest()).state, 'released');
      fault.release();
      assert.deepEqual(await settling, { status: 'released' });
      assert.equal(trade.settlements, 1);
      assert.equal(trade.status, 'VOID');
    });

    it('decides nothing on a word of SearchTrade from before SecureTran2 went out', async () => {
      gateway.arm('ExecTran', 'after', 'drop');
      await payments.pay(order, gateway.token('ok'));
      const { id, access_id: accessId } = await latest();
      const search = gateway.arm('SearchTrade', 'after', 'hang');
      const early = payments.resolve(id);
      await search.reached;
      ahead += 2_000;
      await payments.resolve(id);
      const { state, return_id: returnId } = await latest();
      assert.equal(state, 'challenging');
      await payments.acceptReturn(returnId, { accessId: accessId ?? '' });
      gateway.arm('SecureTran2', 'before', 'drop');
      gateway.arm('SearchTrade', 'before', 'drop');
      assert.deepEqual(await payments.settle(id), { status: 'unknown' });
      ahead += CHALLENGE_DEADLINE;
      search.release();
      await early;
      assert.equal((await latest()).state, 'unknown');
    });
  });
});
