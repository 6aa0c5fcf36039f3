/** Link Type Plus: the shop's way out for a browser that shows no fields, and the one way to pay by `linkplus`, with the sandbox gateway. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { CARD, charged, refusals, signUp } from './member-shop.ts';
import { openSandboxShop, type SandboxShop, walkThrough } from './open-sandbox-shop.ts';
import { details, Shopper } from './shopper.ts';

const TYPED = { number: '4100 0000 0000 0100', expiry: '12/30', name: 'hanako yamada', cvc: '123' };

describe('Link Type Plus at the shop', () => {
  let open: SandboxShop;
  before(async () => {
    open = await openSandboxShop();
  });
  after(() => open.close());

  const leave = async () => {
    const shopper = open.shopper();
    const checkout = await shopper.fillCart();
    const before = charged(open).length;
    const { location: link } = await shopper.post('/checkout/link', { ...details, checkout });
    return { shopper, checkout, link, charges: () => charged(open).length - before };
  };

  /** On the gateway's page, which needs no script: the card, a look at it, and 3-D Secure. */
  const payThere = async (shopper: Shopper, link: string, typed = TYPED) => {
    const press = (fields: Record<string, string>) => {
      const body = new URLSearchParams({ payment: new URL(link).searchParams.get('payment') ?? '', ...fields });
      return fetch(`${open.sandbox.gatewayOrigin}/link/plus/checkout`, { method: 'POST', redirect: 'manual', body });
    };
    await press({ action: 'next', ...typed });
    const paid = await press({ action: 'pay' });
    return walkThrough(open, shopper, paid.headers.get('location') ?? '');
  };

  /** Pays there and closes the tab: nothing of it reaches the shop, not the signed result either. */
  const payThereAndStay = async (link: string) => {
    const nobody = new Shopper(() => Promise.reject(new Error('the tab is closed')));
    await assert.rejects(payThere(nobody, link), /the tab is closed/);
  };

  const orderOf = async (shopper: Shopper) => /\/orders\/[\w-]+/.exec((await shopper.get('/orders')).text)?.[0] ?? assert.fail();

  it('is offered where the fields cannot load, and where there are no scripts', async () => {
    const shopper = open.shopper();
    await shopper.fillCart();
    const { text, headers } = await shopper.get('/checkout');
    const button = '<button class="soft" formaction="/checkout/link" formnovalidate>';
    assert.match(text, new RegExp(`<div slot="fallback">[^]+${button}[^]+</shoji-card>`));
    assert.match(text, new RegExp(`<noscript>[^]+${button}[^]+</noscript>`));
    assert.ok((headers.get('content-security-policy') ?? '').includes(`form-action 'self' ${open.sandbox.gatewayOrigin};`));
    // Enter in a field of the address presses the first button of the form: not that one
    const [form = ''] = /<form action="\/checkout\/pay"[^]+?<\/form>/.exec(text) ?? [];
    assert.match(/<button[^>]*>/.exec(form)?.[0] ?? '', /class="offstage"/);
  });

  it('is paid on the gateway’s page, once, and the order knows it from the gateway', async () => {
    const { shopper, link, charges } = await leave();
    assert.match(link, new RegExp(`^${open.sandbox.gatewayOrigin}/`));
    const back = await payThere(shopper, link);
    const order = await shopper.follow(back ?? assert.fail());
    assert.match(order.text, /ありがとうございました/);
    assert.equal(charges(), 1);
    assert.match((await shopper.get('/cart')).text, /カートは空です/);
  });

  it('wants the address first, and asks the gateway nothing without it', async () => {
    const shopper = open.shopper();
    const checkout = await shopper.fillCart();
    const links = open.sandbox.store.links.size;
    const { status, text } = await shopper.post('/checkout/link', { ...details, checkout, email: '' });
    assert.equal(status, 422);
    assert.match(text, /メールアドレスを入力してください/);
    assert.equal(open.sandbox.store.links.size, links);
  });

  it('takes no card beside an open page, not after a restart either, and leads to the same page again', async () => {
    const { shopper, checkout, link, charges } = await leave();
    const executions = open.counts.get('ExecTran') ?? 0;
    await open.shop.recover();
    open.clock.ahead += 20 * 60_000;
    const refused = await shopper.follow(await shopper.pay(checkout, open.token(CARD.frictionless)));
    assert.match(refused.text, /決済ページでお手続き中です/);
    assert.ok(refused.text.includes(`href="${link.replaceAll('&', '&amp;')}"`));
    assert.equal(open.counts.get('ExecTran') ?? 0, executions);
    assert.equal((await shopper.post('/checkout/link', { ...details, checkout })).location, link);
    await payThere(shopper, link);
    assert.match((await shopper.follow(await shopper.pay(checkout, open.token(CARD.frictionless)))).text, /ありがとうございました|カートは空です/);
    assert.equal(charges(), 1);
  });

  it('is found paid although the shopper never came back', async () => {
    const { shopper, link, charges } = await leave();
    await payThereAndStay(link);
    assert.equal(charges(), 1);
    open.clock.ahead += 20 * 60_000;
    await open.shop.recover();
    assert.match((await shopper.get('/orders')).text, /お支払い済み/);
  });

  it('leads from the checkout to the order that was paid, the tab closed, also with something else in the cart', async () => {
    const { shopper, link } = await leave();
    const order = await orderOf(shopper);
    await payThereAndStay(link);
    open.clock.ahead += 5 * 60_000;
    await shopper.post('/cart/add', { product: 'incense' });
    const checkout = await shopper.get('/checkout');
    assert.equal(checkout.location, order);
    assert.match((await shopper.follow(checkout)).text, /ありがとうございました/);
  });

  for (const [way, pay] of [
    ['with a card', (shopper: Shopper, checkout: string) => shopper.pay(checkout, open.token(CARD.frictionless))],
    ['on the gateway’s page', (shopper: Shopper, checkout: string) => shopper.post('/checkout/link', { ...details, checkout })],
  ] as const) {
    it(`is never charged for again ${way}, from a checkout that was open all the while with something else in the cart`, async () => {
      const { shopper, checkout, link, charges } = await leave();
      const order = await orderOf(shopper);
      const another = await shopper.fillCart('incense');
      assert.ok(another && another !== checkout);
      await payThereAndStay(link);
      open.clock.ahead += 5 * 60_000;
      const calls = new Map(open.counts);
      const links = open.sandbox.store.links.size;
      const again = await pay(shopper, another);
      assert.equal(again.location, order);
      assert.match((await shopper.follow(again)).text, /ありがとうございました/);
      assert.equal(open.counts.get('ExecTran'), calls.get('ExecTran'));
      assert.equal(open.sandbox.store.links.size, links);
      assert.equal(charges(), 1);
    });
  }

  it('may be paid with a card once the page has expired', async () => {
    const { shopper, checkout, charges } = await leave();
    open.clock.ahead += 49 * 3_600_000;
    await open.shop.recover();
    const { location } = await shopper.pay(checkout, open.token(CARD.frictionless));
    const back = await walkThrough(open, shopper, location);
    assert.match((await shopper.follow(back ?? assert.fail())).text, /ありがとうございました/);
    assert.equal(charges(), 1);
  });

  it('believes no result that the gateway has not signed, and never the result alone', async () => {
    const { shopper, link } = await leave();
    const order = await orderOf(shopper);
    const { returnUrl, orderId } = [...open.sandbox.store.links.values()].at(-1) ?? assert.fail();
    const path = new URL(returnUrl).pathname;
    const sign = (OrderID: string, Result: string, pass = 'shoppass01') => {
      const text = Buffer.from(JSON.stringify({ transactionresult: { OrderID, Result } })).toString('base64url');
      return `${text}.${createHash('sha256').update(text + pass).digest('hex')}`;
    };
    const forged = [sign(orderId, 'PAYSUCCESS', 'another-pass'), sign('another-order', 'PAYSUCCESS'), sign(orderId, 'EXPIRED').split('.')[0], ''];
    for (const result of forged) {
      assert.equal((await shopper.postFromElsewhere(path, { result: result ?? '' })).status, 403, result);
    }
    assert.equal((await shopper.postFromElsewhere(path, { result: sign(orderId, 'PAYSUCCESS') })).status, 303);
    assert.match((await shopper.get(order)).text, /決済ページでお手続き中です/);
    assert.equal((await shopper.postFromElsewhere('/checkout/link/return/nobody', { result: sign(orderId, 'PAYSUCCESS') })).status, 404);
    assert.equal((await open.shopper().get(path)).status, 404, 'and nobody else sees the order');
    assert.ok(link);
    await shopper.postFromElsewhere(path, { result: sign(orderId, 'EXPIRED') });
    assert.match((await shopper.get(order)).text, /お支払いは完了していません/, 'the gateway says that nobody can pay there any more');
  });

  it('says that nothing was charged when the page cannot be had', async () => {
    const shopper = open.shopper();
    const checkout = await shopper.fillCart();
    open.refuseLinks = true;
    const { status, text } = await shopper.post('/checkout/link', { ...details, checkout });
    open.refuseLinks = false;
    assert.equal(status, 503);
    assert.match(text, /二重請求はありません/);
    assert.deepEqual(refusals(open), []);
    assert.match((await shopper.post('/checkout/link', { ...details, checkout })).location, /^http/);
  });
});

describe('a shop that is connected by Link Type Plus', () => {
  let open: SandboxShop;
  before(async () => {
    open = await openSandboxShop({ connection: 'linkplus' });
  });
  after(() => open.close());

  /** From the checkout page's one form to the gateway's page. */
  const leave = async () => {
    const shopper = open.shopper();
    const checkout = await shopper.fillCart();
    const earlier = charged(open).length;
    const fields = { ...details, checkout };
    const { location: link } = await shopper.post('/checkout/link', fields);
    return { shopper, fields, link, charges: () => charged(open).length - earlier };
  };

  const press = (link: string, fields: Record<string, string>) => {
    const body = new URLSearchParams({ payment: new URL(link).searchParams.get('payment') ?? '', ...fields });
    return fetch(`${open.sandbox.gatewayOrigin}/link/plus/checkout`, { method: 'POST', redirect: 'manual', body });
  };
  const payThere = async (shopper: Shopper, link: string, number = TYPED.number) => {
    await press(link, { action: 'next', ...TYPED, number });
    const paid = await press(link, { action: 'pay' });
    return walkThrough(open, shopper, paid.headers.get('location') ?? '');
  };

  it('has no card fields, no script and no frame at its checkout, and a button that leads to the gateway', async () => {
    const shopper = open.shopper();
    await shopper.fillCart();
    const { text, headers } = await shopper.get('/checkout');
    assert.doesNotMatch(text, /<shoji-|<script|<noscript/);
    assert.match(text, /<form action="\/checkout\/link" method="post">/);
    assert.match(text, /決済ページへ進む/);
    const policy = headers.get('content-security-policy') ?? '';
    assert.match(policy, /script-src 'none'/);
    assert.match(policy, /frame-src 'none'/);
    assert.ok(policy.includes(`form-action 'self' ${open.sandbox.gatewayOrigin};`));
  });

  for (const [name, number] of [['without friction', CARD.frictionless], ['after a challenge', CARD.challenge]] as const) {
    it(`is paid there ${name}, once, and asks the gateway itself before it believes it`, async () => {
      const { shopper, link, charges } = await leave();
      const questions = open.counts.get('SearchTrade') ?? 0;
      const back = await payThere(shopper, link, number);
      assert.match((await shopper.follow(back ?? assert.fail())).text, /ありがとうございました/);
      assert.equal(charges(), 1);
      assert.ok((open.counts.get('SearchTrade') ?? 0) > questions);
      assert.equal(open.counts.get('SecureTran2') ?? 0, 0, 'the gateway’s page settles, not the shop');
    });
  }

  it('is not paid by a card that is declined there, and leads to the same page again', async () => {
    const { shopper, fields, link, charges } = await leave();
    assert.equal(await payThere(shopper, link, CARD.declined), null);
    const order = /\/orders\/[\w-]+/.exec((await shopper.get('/orders')).text)?.[0] ?? assert.fail();
    assert.match((await shopper.get(order)).text, /決済ページでお手続き中です/);
    assert.equal(charges(), 0);
    assert.equal((await shopper.post('/checkout/link', fields)).location, link);
    assert.match((await shopper.follow((await payThere(shopper, link)) ?? assert.fail())).text, /ありがとうございました/);
    assert.equal(charges(), 1);
  });

  it('leads to one page, however often the button is pressed, and does not charge again after it was paid', async () => {
    const shopper = open.shopper();
    const fields = { ...details, checkout: await shopper.fillCart() };
    const [links, earlier] = [open.sandbox.store.links.size, charged(open).length];
    const presses = await Promise.all([1, 2, 3].map(() => shopper.post('/checkout/link', fields)));
    assert.equal(new Set(presses.map(({ location }) => location)).size, 1);
    assert.equal(open.sandbox.store.links.size - links, 1);
    await payThere(shopper, presses[0]?.location ?? '');
    assert.match((await shopper.follow(await shopper.post('/checkout/link', fields))).text, /ありがとうございました/);
    assert.equal(charged(open).length - earlier, 1);
  });

  it('is asked about when the signed result comes twice, or the answer to SearchTrade is lost', async () => {
    const { shopper, link, charges } = await leave();
    open.cut = (call) => (call === 'SearchTrade' ? 'answer' : undefined);
    const back = await payThere(shopper, link);
    assert.match((await shopper.follow(back ?? assert.fail())).text, /決済ページでお手続き中です/, 'the result alone pays nothing');
    open.cut = () => undefined;
    open.clock.ahead += 1_100;
    const order = /\/orders\/[\w-]+/.exec((await shopper.get('/orders')).text)?.[0] ?? assert.fail();
    assert.match((await shopper.get(order)).text, /ありがとうございました/);
    const done = await (await fetch(link)).text();
    const [, result = ''] = /name="result" value="([^"]+)"/.exec(done) ?? [];
    const { completeUrl } = [...open.sandbox.store.links.values()].at(-1) ?? assert.fail();
    const again = await shopper.postFromElsewhere(new URL(completeUrl).pathname, { result });
    assert.equal(again.status, 303);
    assert.match((await shopper.follow(again)).text, /ありがとうございました/);
    assert.equal(charges(), 1);
  });

  it('says that nothing was charged when the page cannot be had', async () => {
    const shopper = open.shopper();
    const fields = { ...details, checkout: await shopper.fillCart() };
    open.refuseLinks = true;
    const { status, text } = await shopper.post('/checkout/link', fields);
    open.refuseLinks = false;
    assert.equal(status, 503);
    assert.match(text, /二重請求はありません/);
    assert.match((await shopper.post('/checkout/link', fields)).location, /^http/);
  });

  it('takes no token and no saved card, and says so where a card would be added', async () => {
    const shopper = await signUp(open);
    const checkout = await shopper.fillCart();
    const executions = open.counts.get('ExecTran') ?? 0;
    for (const fields of [{ token: open.token(CARD.frictionless) }, { press: 'p', 'card-seq': '0' }]) {
      assert.equal((await shopper.post('/checkout/pay', { ...details, checkout, ...fields })).location, '/checkout');
    }
    assert.equal(open.counts.get('ExecTran') ?? 0, executions);
    for (const path of ['/account', '/box']) {
      const { text } = await shopper.get(path);
      assert.match(text, /この店では新しいカードを登録できません/, path);
      assert.doesNotMatch(text, /\/account\/cards\/new/, path);
    }
    assert.equal((await shopper.get('/account/cards/new')).location, '/account');
    assert.equal((await shopper.post('/account/cards/add', { token: open.token(CARD.frictionless) })).location, '/account');
    assert.equal(open.counts.get('ExecTran') ?? 0, executions);
  });
});
