/** A challenge that runs in a dialog over the checkout page: what the shop says to its script, and where the challenge ends. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openSandboxShop, type SandboxShop, walkThrough } from './open-sandbox-shop.ts';
import { details, type Shopper, type Visited } from './shopper.ts';

const FRICTIONLESS = '4100000000000100';
const CHALLENGE = '4100000000005000';

interface Told {
  readonly redirectUrl?: string;
  readonly accessId?: string;
  readonly next?: string;
  readonly notice?: string;
  readonly message?: string;
  readonly fields?: Readonly<Record<string, string>>;
}

for (const callbackType of ['1', '2', '3'] as const) {
  describe(`the challenge in a dialog (CallbackType ${callbackType})`, () => {
    let place: SandboxShop;
    before(async () => {
      place = await openSandboxShop({ callbackType, challenge: 'dialog' });
    });
    after(() => place.close());

    const pay = async (shopper: Shopper, number: string, more: Record<string, string> = {}) => {
      const checkout = more['checkout'] ?? (await shopper.fillCart());
      const answer = await shopper.postForJson('/checkout/pay', { ...details, checkout, token: place.token(number), ...more });
      assert.match(answer.headers.get('content-type') ?? '', /^application\/json/);
      return { status: answer.status, checkout, told: JSON.parse(answer.text) as Told };
    };

    /** The page says where to go on, and carries nothing else. */
    const assertReturnPage = (page: Visited | null, { next = '', accessId = '' }: Told) => {
      assert.ok(page);
      assert.equal(page.status, 200);
      const policy = page.headers.get('content-security-policy') ?? '';
      const [, nonce = ''] = /script-src 'nonce-([^']+)'/.exec(policy) ?? [];
      assert.equal(Buffer.from(nonce, 'base64').length, 16);
      assert.match(policy, /frame-ancestors 'self' https:\/\/fields\.example;/);
      assert.match(policy, /default-src 'none'; .*form-action 'self'/);
      assert.equal(page.headers.get('x-frame-options'), null);
      const scripts = page.text.match(/<script[^>]*>/g);
      const source = 'src="https://fields.example/card/return.js" crossorigin="anonymous"';
      assert.deepEqual(scripts, [`<script ${source} nonce="${nonce}" data-next="${next}">`]);
      assert.ok(page.text.includes(`<a class="button" href="${next}" target="_top">`));
      assert.ok(!page.text.includes(accessId));
      assert.equal(page.headers.get('set-cookie'), null);
    };

    it('is asked for on the element’s tag, and answered in JSON', async () => {
      const shopper = place.shopper();
      const checkout = await shopper.fillCart();
      assert.match((await shopper.get('/checkout')).text, /<shoji-card [^>]*challenge="dialog"/);
      const { status, told } = await pay(shopper, CHALLENGE, { checkout });
      assert.equal(status, 200);
      assert.deepEqual(Object.keys(told), ['redirectUrl', 'accessId', 'next']);
      assert.ok(told.redirectUrl?.startsWith(place.sandbox.gatewayOrigin));
      assert.match(told.accessId ?? '', /^[0-9a-f]{32}$/);
      assert.match(told.next ?? '', /^\/checkout\/return\/[\w-]{22}$/);
    });

    for (const [name, number] of [['without', FRICTIONLESS], ['with', CHALLENGE]] as const) {
      it(`ends on the return page ${name} a challenge, without any cookie, and is paid at the next page`, async () => {
        const shopper = place.shopper();
        const { told } = await pay(shopper, number);
        const page = await walkThrough(place, shopper, told.redirectUrl ?? '', { inFrame: true });
        assertReturnPage(page, told);
        assert.equal(place.counts.get('SecureTran2') ?? 0, name === 'without' ? 0 : 1);
        assert.match((await shopper.follow(await shopper.get(told.next ?? ''))).text, /ありがとうございました/);
      });
    }

    it('ends on the same page at top level, and when that page is read again', async () => {
      const shopper = place.shopper();
      const { told } = await pay(shopper, FRICTIONLESS);
      assertReturnPage(await walkThrough(place, shopper, told.redirectUrl ?? ''), told);
      const again = `${told.next ?? ''}?AccessID=${told.accessId ?? ''}`;
      assertReturnPage(await shopper.get(again), told);
      await shopper.follow(await shopper.get(told.next ?? ''));
      assertReturnPage(await shopper.get(again), told);
    });

    it('speaks the shopper’s language on the return page', async () => {
      const shopper = place.shopper();
      await shopper.get('/?lang=en');
      const { told } = await pay(shopper, FRICTIONLESS);
      const page = await walkThrough(place, shopper, told.redirectUrl ?? '', { inFrame: true });
      assert.match(page?.text ?? '', /<html lang="en">/);
    });

    it('says why nothing came of it at the next page', async () => {
      const shopper = place.shopper();
      const { told } = await pay(shopper, '4100000000300005');
      assertReturnPage(await walkThrough(place, shopper, told.redirectUrl ?? '', { inFrame: true }), told);
      const last = await shopper.get(told.next ?? '');
      assert.equal(last.status, 402);
      assert.match(last.text, /本人認証が完了しませんでした/);
    });

    it('is still open when the shopper closes the dialog, and is never paid for twice', async () => {
      const shopper = place.shopper();
      const { told, checkout } = await pay(shopper, CHALLENGE);
      assert.equal(await walkThrough(place, shopper, told.redirectUrl ?? '', { inFrame: true, answers: [] }), null);
      assert.match((await shopper.get(told.next ?? '')).text, /本人認証が終わっていません/);
      const again = await pay(shopper, FRICTIONLESS, { checkout });
      await walkThrough(place, shopper, again.told.redirectUrl ?? '', { inFrame: true });
      const late = await walkThrough(place, shopper, told.redirectUrl ?? '', { inFrame: true });
      assertReturnPage(late, told);
      for (const next of [again.told.next, told.next]) {
        assert.match((await shopper.follow(await shopper.get(next ?? ''))).text, /ありがとうございました/);
      }
      assert.equal((await shopper.get('/orders')).text.match(/is-paid/g)?.length, 1);
    });

    it('gives the return page to nobody who does not know the AccessID', async () => {
      const shopper = place.shopper();
      const { told } = await pay(shopper, FRICTIONLESS);
      assert.equal((await shopper.getInFrame(`${told.next ?? ''}?AccessID=${'0'.repeat(32)}`)).status, 403);
      assert.equal((await shopper.getInFrame(`${told.next ?? ''}?AccessID=`)).status, 403);
      assert.equal((await shopper.getInFrame('/checkout/return/AAAAAAAAAAAAAAAAAAAAAA?AccessID=x')).status, 404);
      // without the cookie there is no order to see
      assert.equal((await shopper.getInFrame(told.next ?? '')).status, 404);
    });
  });
}

describe('a form that is sent by script', () => {
  let place: SandboxShop;
  before(async () => {
    place = await openSandboxShop({ challenge: 'dialog' });
  });
  after(() => place.close());

  const send = async (shopper: Shopper, fields: Record<string, string>) => {
    const { status, text } = await shopper.postForJson('/checkout/pay', { ...details, ...fields });
    return { status, told: JSON.parse(text) as Told };
  };

  it('is told what is wrong with each field', async () => {
    const shopper = place.shopper();
    const checkout = await shopper.fillCart();
    const { status, told } = await send(shopper, { checkout, token: 'x', email: 'nobody', phone: '12' });
    assert.equal(status, 422);
    assert.equal(told.notice, 'check-form');
    assert.deepEqual(Object.keys(told.fields ?? {}), ['email', 'phone']);
    assert.match(told.fields?.['email'] ?? '', /メールアドレス/);
    assert.deepEqual((await send(shopper, { checkout, token: '' })).told.notice, 'card-missing');
  });

  it('is told about a refused card and an old cart, and pays with the next', async () => {
    const shopper = place.shopper();
    const checkout = await shopper.fillCart();
    const refused = await send(shopper, { checkout, token: '0'.repeat(64) });
    assert.deepEqual([refused.status, refused.told.notice], [402, 'token']);
    assert.match(refused.told.message ?? '', /もう一度カード情報/);
    assert.deepEqual((await send(shopper, { checkout: 'x', token: 'y' })).told.notice, 'cart-changed');
    const { told } = await send(shopper, { checkout, token: place.token(FRICTIONLESS) });
    await walkThrough(place, shopper, told.redirectUrl ?? '', { inFrame: true });
    await shopper.get(told.next ?? '');
    const paid = await send(shopper, { checkout, token: place.token(FRICTIONLESS) });
    assert.match(paid.told.next ?? '', /^\/orders\//);
  });

  it('is told to go to the cart without a session', async () => {
    assert.deepEqual((await send(place.shopper(), {})).told, { next: '/cart' });
  });

  it('is a redirect when it is sent by the browser, and the return goes its old way', async () => {
    const shopper = place.shopper();
    const { location } = await shopper.pay(await shopper.fillCart(), place.token(CHALLENGE));
    assert.ok(location.startsWith(place.sandbox.gatewayOrigin));
    const page = await walkThrough(place, shopper, location);
    assert.ok(page);
    assert.match(page.location, /^\/orders\//);
    assert.match((await shopper.follow(page)).text, /ありがとうございました/);
  });

  it('is a page all the same in a shop without dialogs', async () => {
    const other = await openSandboxShop();
    const shopper = other.shopper();
    const checkout = await shopper.fillCart();
    assert.doesNotMatch((await shopper.get('/checkout')).text, /challenge=/);
    const answer = await shopper.postForJson('/checkout/pay', { ...details, checkout, token: other.token(FRICTIONLESS) });
    assert.equal(answer.status, 303);
    await other.close();
  });

  it('is only taken from the shop’s own pages', async () => {
    const shopper = place.shopper();
    await shopper.fillCart();
    assert.equal((await shopper.postFromElsewhere('/checkout/pay', {})).status, 403);
  });
});
