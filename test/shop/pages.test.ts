import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { readDetails } from '../../demo/storefront/details.ts';
import { priceCart, products, readQuantity } from '../../demo/storefront/products.ts';
import { details } from './shopper.ts';
import { onEveryGround, type OpenShop, openShop } from './open-shop.ts';

describe('prices', () => {
  it('adds shipping below the limit, none from it on, and none to nothing', () => {
    assert.deepEqual(priceCart({ 'letter-set': 2 }).total, 2200);
    assert.deepEqual(priceCart({ 'andon-lamp': 1 }).total, 12800);
    assert.deepEqual(priceCart({}).total, 0);
    assert.deepEqual(priceCart({ nothing: 3 }).total, 0);
  });

  it('reads quantities', () => {
    assert.deepEqual(['3', '0', '99', '-1', '1e3', '', undefined].map((text) => readQuantity(text, 7)), [3, 0, 9, 7, 7, 7, 7]);
  });
});

describe('the details of a shopper', () => {
  for (const [typed, stored] of [
    ['１１０－０００１', '110-0001'],
    ['〒110-0001', '110-0001'],
    ['1100001', '110-0001'],
    ['110ー0001', '110-0001'],
  ] as const) {
    it(`takes the postal code ${typed}`, () => {
      const read = readDetails({ ...details, postalCode: typed });
      assert.deepEqual(read, { details: { ...details, postalCode: stored }, errors: {} });
    });
  }

  it('takes an e-mail address in full-width characters', () => {
    assert.equal(readDetails({ ...details, email: 'ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ' }).details.email, 'taro@example.jp');
  });

  it('says of every field what is wrong', () => {
    assert.deepEqual(readDetails({}).errors, {
      name: 'missing',
      email: 'missing',
      postalCode: 'missing',
      prefecture: 'missing',
      address: 'missing',
    });
    const { errors } = readDetails({ ...details, name: 'x'.repeat(61), email: 'a@b', postalCode: '1', prefecture: 'Tokyo' });
    assert.deepEqual(errors, { name: 'long', email: 'malformed', postalCode: 'malformed', prefecture: 'malformed' });
  });
});

onEveryGround('pages', (ground) => {
  let open: OpenShop;
  before(async () => {
    open = await openShop(ground);
  });
  after(() => open.close());

  it('shows every product with a form of its own and no script', async () => {
    const { text, headers } = await open.shopper().get('/');
    for (const product of products) {
      assert.ok(text.includes(product.name.ja));
      assert.ok(text.includes(`value="${product.slug}"`));
      assert.equal((await open.shopper().get(`/pictures/${product.slug}.svg`)).headers.get('content-type'), 'image/svg+xml');
    }
    assert.doesNotMatch(text, /<script|style=/);
    assert.match(headers.get('content-security-policy') ?? '', /script-src 'none'/);
    assert.equal(headers.get('set-cookie'), null);
  });

  it('sends the strict policy with a new nonce for each checkout page', async () => {
    const shopper = open.shopper();
    await shopper.fillCart();
    const [first, second] = [await shopper.get('/checkout'), await shopper.get('/checkout')];
    const policy = first.headers.get('content-security-policy') ?? '';
    const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    assert.equal(
      policy,
      `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'self'; frame-src https://fields.example; ` +
        "connect-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self' https://gateway.example; " +
        "base-uri 'none'; frame-ancestors 'self'; object-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    );
    assert.equal(Buffer.from(nonce, 'base64').length, 16);
    assert.ok(first.text.includes(`<script src="https://fields.example/shoji-card.js"`));
    assert.ok(first.text.includes(`nonce="${nonce}"`));
    assert.match(first.text, /<shoji-card name="token" shop-id="tshop00000001" environment="test"/);
    assert.ok(!(second.headers.get('content-security-policy') ?? '').includes(nonce));
    assert.equal(first.headers.get('referrer-policy'), 'same-origin');
    assert.equal(first.headers.get('cache-control'), 'no-store');
  });

  it('sets a cookie that scripts and other sites cannot use', async () => {
    const { headers } = await open.shopper().post('/cart/add', { product: 'incense' });
    const cookie = headers.get('set-cookie') ?? '';
    assert.match(cookie, /^__Host-shop=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });

  it('adds, changes and removes what is in the cart', async () => {
    const shopper = open.shopper();
    await shopper.post('/cart/add', { product: 'incense' });
    await shopper.post('/cart/add', { product: 'incense' });
    await shopper.post('/cart/add', { product: 'furoshiki' });
    assert.match((await shopper.get('/cart')).text, /7,040円/);
    await shopper.post('/cart/change', { 'quantity-incense': '5', 'quantity-furoshiki': '1' });
    assert.match((await shopper.get('/cart')).text, /11,550円/);
    await shopper.post('/cart/change', { 'quantity-incense': '5', 'quantity-furoshiki': '1', remove: 'incense' });
    assert.match((await shopper.get('/cart')).text, /3,740円/);
    await shopper.post('/cart/change', { 'quantity-furoshiki': '0' });
    assert.match((await shopper.get('/cart')).text, /カートは空です/);
    assert.equal((await shopper.get('/checkout')).location, '/cart');
  });

  it('speaks English when asked, and goes on doing so', async () => {
    const shopper = open.shopper();
    const first = await shopper.get('/?lang=en');
    assert.match(first.text, /<html lang="en">/);
    await shopper.fillCart();
    const { text } = await shopper.get('/checkout');
    assert.match(text, /Pay ¥1,320/);
    assert.match((await shopper.get('/cart?lang=ja')).text, /<html lang="ja">/);
    assert.match((await shopper.get('/cart')).text, /<html lang="ja">/);
  });

  it('ties each error to its field, keeps what was typed, and asks the gateway nothing', async () => {
    const shopper = open.shopper();
    const key = await shopper.fillCart();
    const entries = open.gateway.count('EntryTran');
    const { status, text } = await shopper.pay(key, open.gateway.token('ok'), { email: 'nobody', name: '', address: '"><b>谷中' });
    assert.equal(status, 422);
    assert.match(text, /role="alert"/);
    assert.match(text, /<a href="#email">/);
    assert.match(text, /id="email"[^>]+aria-invalid="true" aria-describedby="email-error"/);
    assert.match(text, /value="nobody"/);
    assert.match(text, /value="&quot;&gt;&lt;b&gt;谷中"/);
    assert.equal(open.gateway.count('EntryTran'), entries);
  });

  it('asks for the card when the form came without a token', async () => {
    const shopper = open.shopper();
    const { status, text } = await shopper.pay(await shopper.fillCart(), '');
    assert.equal(status, 422);
    assert.match(text, /カード情報を入力してください/);
  });

  it('answers 404 in the shop’s own frame, and refuses a form from another site', async () => {
    assert.equal((await open.shopper().get('/nowhere')).status, 404);
    assert.equal((await open.shopper().get('/orders/2026-AAAAAAAAAA')).status, 404);
    assert.equal((await open.shopper().postFromElsewhere('/cart/add', { product: 'incense' })).status, 403);
  });

  it('answers an identifier that cannot be one as one that is not there', async () => {
    const shopper = open.shopper();
    await shopper.fillCart();
    for (const identifier of ['a%00b', '%E0%A4%A', 'a%20b', '%2e%2e%2f', 'x'.repeat(65)]) {
      assert.equal((await shopper.get(`/orders/${identifier}`)).status, 404, identifier);
      assert.equal((await shopper.get(`/checkout/return/${identifier}`)).status, 404, identifier);
      const posted = await shopper.postFromElsewhere(`/checkout/return/${identifier}`, { AccessID: 'x' });
      assert.equal(posted.status, 404, identifier);
    }
    for (const key of ['a\0', '', 'x'.repeat(65)]) {
      assert.equal((await shopper.pay(key, open.gateway.token('ok'))).status, 409, JSON.stringify(key));
    }
  });

  it('refuses a body that is far too large', async () => {
    assert.equal((await open.shopper().post('/cart/add', { product: 'x'.repeat(70_000) })).status, 413);
  });
});
