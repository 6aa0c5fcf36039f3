/**
 * The shop against the sandbox gateway, over HTTP: two programs that were written from the same documents, not from each
 * other.
 */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { listen, type Listening } from '../../demo/listen.ts';
import { createSandbox, type Sandbox } from '../../demo/sandbox-gateway/sandbox.ts';
import { createStorefront, type Storefront } from '../../demo/storefront/storefront.ts';
import { freshDataDirectory } from './fresh-database.ts';
import { Shopper } from './shopper.ts';

const CREDENTIALS = { shopId: 'tshop00000001', shopPass: 'shoppass01', siteId: 'tsite00000001', sitePass: 'sitepass01' };

describe('the shop and the sandbox gateway', () => {
  let server: Listening;
  let sandbox: Sandbox;
  let shop: Storefront;
  let dataDirectory: string;

  before(async () => {
    server = await listen('gateway');
    sandbox = createSandbox({ ...CREDENTIALS, gatewayOrigin: server.origin, acsOrigin: 'http://acs.localhost:1' });
    server.serve((request) => sandbox.gateway.fetch(request));
    dataDirectory = await freshDataDirectory();
    shop = await createStorefront({
      ...CREDENTIALS,
      fieldsUrl: 'https://fields.example',
      gatewayUrl: server.loopback,
      gatewayOrigin: server.origin,
      shopOrigin: 'https://shop.example',
      environment: 'test',
      dataDirectory,
    });
  });
  after(async () => {
    await shop.close();
    await server.close();
    rmSync(dataDirectory, { recursive: true, force: true });
  });

  const token = (number: string) => {
    const text = randomBytes(32).toString('hex');
    const card = sandbox.store.holdCard(number, '3012', 'HANAKO YAMADA');
    sandbox.store.tokens.set(text, { card, expiresAt: new Date(Date.now() + 60_000), isSecurityCodeSet: true, state: 'ready' });
    return text;
  };
  const shopper = () => new Shopper(async (path, init) => shop.app.request(path, init));

  /** The gateway's page sends the browser back with a form. */
  const walk = async (address: string) => {
    const url = new URL(address);
    const page = await (await fetch(`${server.loopback}${url.pathname}${url.search}`)).text();
    const [, action = ''] = /action="([^"]+)"/.exec(page) ?? [];
    const [, accessId = ''] = /name="AccessID" value="([^"]+)"/.exec(page) ?? [];
    return { path: new URL(action).pathname, accessId };
  };

  const payAndReturn = async (number: string) => {
    const visitor = shopper();
    const paid = await visitor.pay(await visitor.fillCart(), token(number));
    assert.ok(paid.location.startsWith(`${server.origin}/`), paid.text);
    const { path, accessId } = await walk(paid.location);
    const posted = await visitor.postFromElsewhere(path, { AccessID: accessId });
    assert.equal(posted.status, 303);
    return visitor.follow(await visitor.get(posted.location));
  };

  it('takes a card that needs no challenge', async () => {
    assert.match((await payAndReturn('4100000000000100')).text, /ありがとうございました/);
  });

  it('says that the authentication failed', async () => {
    const { status, text } = await payAndReturn('4100000000300005');
    assert.equal(status, 402);
    assert.match(text, /本人認証が完了しませんでした/);
  });

  it('says that a card was declined', async () => {
    const { status, text } = await payAndReturn('4999000000000002');
    assert.equal(status, 402);
    assert.match(text, /別のカードでお試しください/);
  });

  it('says what to do about a token that was spent already', async () => {
    const visitor = shopper();
    const spent = token('4100000000000100');
    await visitor.pay(await visitor.fillCart(), spent);
    const other = shopper();
    const refused = await other.pay(await other.fillCart(), spent);
    assert.equal(refused.status, 402);
    assert.match(refused.text, /もう一度カード情報を入力してください/);
  });

  it('gives up the attempt that the shopper left, and charges the second', async () => {
    const visitor = shopper();
    const key = await visitor.fillCart();
    const first = await visitor.pay(key, token('4100000000000100'));
    const second = await visitor.pay(key, token('4100000000000100'));
    const [left, taken] = [await walk(first.location), await walk(second.location)];
    await visitor.postFromElsewhere(left.path, { AccessID: left.accessId });
    assert.equal((await visitor.get(left.path)).status, 409);
    await visitor.postFromElsewhere(taken.path, { AccessID: taken.accessId });
    assert.match((await visitor.follow(await visitor.get(taken.path))).text, /ありがとうございました/);
  });
});
