import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { onEveryGround, type OpenShop, openShop } from './open-shop.ts';
import { details } from './shopper.ts';

onEveryGround('paying', (ground) => {
  let open: OpenShop;
  before(async () => {
    open = await openShop(ground);
  });
  after(() => open.close());

  it('takes a card through the challenge to a paid order, once', async () => {
    const { gateway } = open;
    const shopper = open.shopper();
    const key = await shopper.fillCart();
    const paid = await shopper.pay(key, gateway.token('ok'));
    assert.equal(paid.status, 303);
    assert.match(paid.location, /^https:\/\/gateway\.example\/api\/v2\/brw\/callback\?transId=[0-9a-f]{32}&t=[0-9a-f]{32}$/);
    const trade = gateway.tradeOf(paid.location);
    assert.equal(trade.amount, '1320');
    assert.equal(trade.email, 'hanako+shop@example.jp');
    assert.match(trade.returnUrl, /^https:\/\/shop\.example\/checkout\/return\/[\w-]{22}$/);
    const back = await shopper.comeBack(gateway, paid.location);
    assert.match(back.location, /^\/orders\/2\d{3}-[A-Z0-9]{10}$/);
    const page = await shopper.get(back.location);
    assert.equal(page.status, 200);
    assert.match(page.text, /ありがとうございました/);
    assert.equal(trade.settlements, 1);
    assert.match((await shopper.get('/cart')).text, /カートは空です/);
    assert.match((await shopper.get('/orders')).text, /お支払い済み/);
  });

  it('shows the same paid order when the return address is called again', async () => {
    const { gateway } = open;
    const shopper = open.shopper();
    const { location } = await shopper.pay(await shopper.fillCart(), gateway.token('ok'));
    const first = await shopper.comeBack(gateway, location);
    const calls = gateway.count('SecureTran2');
    const second = await shopper.comeBack(gateway, location);
    assert.equal(second.location, first.location);
    assert.equal(gateway.count('SecureTran2'), calls);
  });

  it('is paid at once when the gateway answers ACS=0', async () => {
    const shopper = open.shopper();
    const paid = await shopper.pay(await shopper.fillCart(), open.gateway.token('at-once'));
    assert.match(paid.location, /^\/orders\//);
    assert.match((await shopper.get(paid.location)).text, /ありがとうございました/);
  });

  for (const [kind, status, words] of [
    ['decline', 402, /このカードではお支払いいただけませんでした。別のカード/],
    ['spent', 402, /もう一度カード情報を入力してください/],
    ['expired', 402, /もう一度カード情報を入力してください/],
    ['unheard-of', 402, /もう一度カード情報を入力してください/],
  ] as const) {
    it(`goes back to the checkout page with everything typed after a token that is ${kind}, and pays with the next`, async () => {
      const { gateway } = open;
      const shopper = open.shopper();
      const key = await shopper.fillCart();
      const refused = await shopper.pay(key, kind === 'decline' ? gateway.token(kind) : `${kind}-token`);
      assert.equal(refused.status, status);
      assert.match(refused.text, words);
      assert.match(refused.text, /role="alert"/);
      assert.match(refused.text, /value="山田 花子"/);
      assert.match(refused.text, /value="110-0001"/);
      assert.match(refused.text, /selected *>東京都/);
      assert.match(refused.text, new RegExp(`value="${key}"`));
      const { location } = await shopper.pay(key, gateway.token('ok'));
      assert.match((await shopper.follow(await shopper.comeBack(gateway, location))).text, /ありがとうございました/);
    });
  }

  for (const [kind, words] of [
    ['n', /本人認証が完了しませんでした/],
    ['decline-late', /別のカードでお試しください/],
  ] as const) {
    it(`goes back to the checkout page after a challenge that ends with ${kind}, and pays with the next card`, async () => {
      const { gateway } = open;
      const shopper = open.shopper();
      const key = await shopper.fillCart();
      const { location } = await shopper.pay(key, gateway.token(kind));
      const back = await shopper.comeBack(gateway, location);
      assert.equal(back.status, 402);
      assert.match(back.text, words);
      const calls = gateway.count('SecureTran2');
      assert.match((await shopper.comeBack(gateway, location)).text, words);
      assert.equal(gateway.count('SecureTran2'), calls);
      const next = await shopper.pay(key, gateway.token('ok'));
      assert.match((await shopper.follow(await shopper.comeBack(gateway, next.location))).text, /ありがとうございました/);
    });
  }

  for (const what of ['drop', 'error-page', 'hang'] as const) {
    it(`says that nothing was charged when EntryTran fails (${what})`, async () => {
      const shopper = open.shopper();
      const key = await shopper.fillCart();
      const fault = open.gateway.arm('EntryTran', 'before', what);
      const refused = await shopper.pay(key, open.gateway.token('ok'));
      fault.release();
      assert.equal(refused.status, 503);
      assert.match(refused.text, /二重請求はありません/);
      assert.equal((await shopper.pay(key, open.gateway.token('ok'))).status, 303);
    });

    it(`says that it is checking, never that it failed, when the answer to SecureTran2 is lost (${what})`, async () => {
      const { gateway, clock } = open;
      const shopper = open.shopper();
      const key = await shopper.fillCart();
      const { location } = await shopper.pay(key, gateway.token('ok'));
      const calls = gateway.count('SecureTran2');
      const fault = gateway.arm('SecureTran2', 'after', what);
      gateway.arm('SearchTrade', 'before', 'error-page');
      const back = await shopper.comeBack(gateway, location);
      fault.release();
      assert.match(back.location, /^\/orders\//);
      gateway.arm('SearchTrade', 'before', 'drop');
      clock.ahead += 1_000;
      const checking = await shopper.get(back.location);
      assert.match(checking.text, /確認中/);
      assert.match(checking.text, /http-equiv="refresh"/);
      clock.ahead += 1_000;
      assert.match((await shopper.get(back.location)).text, /ありがとうございました/);
      assert.equal(gateway.tradeOf(location).settlements, 1);
      assert.equal(gateway.count('SecureTran2') - calls, 1);
    });
  }

  it('settles when SecureTran2 never arrived, only after it was quiet and SearchTrade has said so', async () => {
    const { gateway, clock } = open;
    const shopper = open.shopper();
    const { location } = await shopper.pay(await shopper.fillCart(), gateway.token('ok'));
    const calls = gateway.count('SecureTran2');
    gateway.arm('SecureTran2', 'before', 'drop');
    const back = await shopper.comeBack(gateway, location);
    clock.ahead += 2_000;
    assert.match((await shopper.get(back.location)).text, /確認中/);
    assert.equal((await shopper.get('/checkout')).location, back.location, 'no second payment is offered meanwhile');
    assert.equal(gateway.count('SecureTran2') - calls, 1);
    clock.ahead += 30_000;
    assert.match((await shopper.follow(await shopper.get(back.location))).text, /ありがとうございました/);
    assert.equal(gateway.tradeOf(location).settlements, 1);
  });

  it('finds the way back to a new attempt when the answer to ExecTran is lost', async () => {
    const { gateway, clock } = open;
    const shopper = open.shopper();
    const key = await shopper.fillCart();
    gateway.arm('ExecTran', 'after', 'drop');
    const lost = await shopper.pay(key, gateway.token('ok'));
    assert.match(lost.location, /^\/orders\//);
    clock.ahead += 2_000;
    const page = await shopper.get(lost.location);
    assert.match(page.text, /本人認証が終わっていません/);
    const { location } = await shopper.pay(key, gateway.token('ok'));
    await shopper.comeBack(gateway, location);
    assert.match((await shopper.get(lost.location)).text, /ありがとうございました/);
  });

  it('finds the payment when the lost answer to ExecTran was ACS=0', async () => {
    const { gateway, clock } = open;
    const shopper = open.shopper();
    const key = await shopper.fillCart();
    gateway.arm('ExecTran', 'after', 'drop');
    const before = gateway.settlements;
    const lost = await shopper.pay(key, gateway.token('at-once'));
    clock.ahead += 2_000;
    assert.equal((await shopper.pay(key, gateway.token('ok'))).location, lost.location);
    assert.match((await shopper.get(lost.location)).text, /ありがとうございました/);
    assert.equal(gateway.settlements - before, 1);
  });

  it('abandons a challenge that the shopper left, for ever, and charges only the new attempt', async () => {
    const { gateway } = open;
    const shopper = open.shopper();
    const key = await shopper.fillCart();
    const first = await shopper.pay(key, gateway.token('ok'));
    assert.match((await shopper.get('/checkout')).text, /value="山田 花子"/);
    const second = await shopper.pay(key, gateway.token('ok'));
    assert.notEqual(second.location, first.location);
    const calls = gateway.count('SecureTran2');
    const old = await shopper.comeBack(gateway, first.location);
    assert.equal(old.status, 409);
    assert.match(old.text, /取り消されました/);
    assert.equal(gateway.count('SecureTran2'), calls);
    await shopper.comeBack(gateway, second.location);
    assert.equal(gateway.tradeOf(first.location).settlements, 0);
    assert.equal(gateway.tradeOf(second.location).settlements, 1);
    assert.match((await shopper.follow(await shopper.comeBack(gateway, first.location))).text, /ありがとうございました/);
  });

  it('starts no new attempt while the gateway cannot say how the earlier one stands', async () => {
    const { gateway } = open;
    const shopper = open.shopper();
    const key = await shopper.fillCart();
    await shopper.pay(key, gateway.token('ok'));
    const entries = gateway.count('EntryTran');
    gateway.arm('SearchTrade', 'before', 'drop');
    const refused = await shopper.pay(key, gateway.token('ok'));
    assert.equal(refused.status, 503);
    assert.equal(gateway.count('EntryTran'), entries);
  });

  it('refuses to settle a challenge that is not over, and lets the shopper go on with it', async () => {
    const { gateway } = open;
    const shopper = open.shopper();
    const { location } = await shopper.pay(await shopper.fillCart(), gateway.token('ok'));
    const trade = gateway.tradeOf(location);
    const path = new URL(trade.returnUrl).pathname;
    assert.match((await shopper.get(path)).text, /本人認証が終わっていません/);
    await shopper.postFromElsewhere(path, { AccessID: trade.accessId });
    const early = await shopper.get(path);
    assert.match(early.text, /本人認証が終わっていません/);
    assert.ok(early.text.includes(location.replaceAll('&', '&amp;')));
    assert.match((await shopper.follow(await shopper.comeBack(gateway, location))).text, /ありがとうございました/);
  });

  it('refuses a return with another AccessID, without one, or to an unknown address', async () => {
    const { gateway } = open;
    const shopper = open.shopper();
    const { location } = await shopper.pay(await shopper.fillCart(), gateway.token('ok'));
    const { path } = gateway.challenge(location);
    const calls = gateway.count('SecureTran2');
    assert.equal((await shopper.postFromElsewhere(path, { AccessID: '0'.repeat(32) })).status, 403);
    assert.equal((await shopper.postFromElsewhere(path, {})).status, 403);
    assert.equal((await shopper.postFromElsewhere('/checkout/return/AAAAAAAAAAAAAAAAAAAAAA', { AccessID: 'x' })).status, 404);
    await shopper.get(path);
    assert.equal(gateway.count('SecureTran2'), calls);
  });

  it('never settles or shows an order in another session', async () => {
    const { gateway } = open;
    const shopper = open.shopper();
    const { location } = await shopper.pay(await shopper.fillCart(), gateway.token('ok'));
    const stranger = open.shopper();
    await stranger.fillCart();
    const calls = gateway.count('SecureTran2');
    const path = await shopper.postBack(gateway, location);
    assert.equal((await stranger.get(path)).status, 404);
    assert.equal((await open.shopper().get(path)).status, 404);
    assert.equal(gateway.count('SecureTran2'), calls);
    const back = await shopper.get(path);
    assert.equal((await stranger.get(back.location)).status, 404);
    assert.doesNotMatch((await stranger.get('/orders')).text, /\/orders\/2/);
    assert.equal((await shopper.get(back.location)).status, 200);
  });

  it('does not take the checkout key of another session', async () => {
    const shopper = open.shopper();
    const key = await shopper.fillCart();
    const stranger = open.shopper();
    await stranger.fillCart();
    const entries = open.gateway.count('EntryTran');
    assert.equal((await stranger.pay(key, open.gateway.token('ok'))).status, 409);
    assert.equal(open.gateway.count('EntryTran'), entries);
  });

  it('asks again when the cart has changed behind the page', async () => {
    const shopper = open.shopper();
    const key = await shopper.fillCart();
    await shopper.post('/cart/add', { product: 'furoshiki' });
    const changed = await shopper.pay(key, open.gateway.token('ok'));
    assert.equal(changed.status, 409);
    assert.match(changed.text, /4,620円を支払う/);
  });

  it('releases an attempt after fifteen minutes', async () => {
    const { gateway, clock } = open;
    const shopper = open.shopper();
    const { location } = await shopper.pay(await shopper.fillCart(), gateway.token('ok'));
    clock.ahead += 16 * 60_000;
    await open.reopen();
    const back = await shopper.comeBack(gateway, location);
    assert.equal(back.status, 409);
    assert.equal(gateway.tradeOf(location).settlements, 0);
  });

  it('never lets an access pass, a token or a shop password into a page, an address or the log', async () => {
    const { gateway, options } = open;
    const shopper = open.shopper();
    const key = await shopper.fillCart();
    // A page that somebody broke may send a card number along: it goes nowhere.
    const number = '4980731629504818';
    await shopper.post('/checkout/pay', { ...details, checkout: key, token: gateway.token('decline'), cardno: number });
    const { location } = await shopper.pay(key, gateway.token('ok'));
    await shopper.follow(await shopper.comeBack(gateway, location));
    const seen = [...shopper.seen, ...open.shop.log].join('\n');
    for (const trade of gateway.trades.values()) {
      assert.ok(!seen.includes(trade.accessPass));
      assert.ok(!trade.token || !seen.includes(trade.token));
    }
    assert.ok(!seen.includes(options.shopPass) && !seen.includes(options.sitePass));
    assert.ok(!seen.includes(number));
    assert.ok(!gateway.calls.some(({ fields }) => Object.values(fields).includes(number)));
    const log = open.shop.log.join('\n');
    assert.match(log, /^POST \/checkout\/return\/:returnId 303 \d+ ms$/m);
    assert.doesNotMatch(log, /hanako|山田|transId|[0-9a-f]{32}/);
  });
});
