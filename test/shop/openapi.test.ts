/** The shop that is connected by the OpenAPI type: what happens to a payment, and what must never happen, with the sandbox gateway. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, it } from 'node:test';
import { connect } from '../../demo/storefront/connect.ts';
import { LinkPlus } from '../../demo/storefront/link-plus.ts';
import { OpenApiClient, readCallback, readProblem, readRisk } from '../../demo/storefront/openapi-client.ts';
import { CARD, charged } from './member-shop.ts';
import { openSandboxShop, type SandboxShop, SHOP_ORIGIN, walkThrough } from './open-sandbox-shop.ts';
import { details, type Shopper } from './shopper.ts';

const THANKS = /ありがとうございました/;
const CHECKING = /お支払いを確認中です/;

describe('what a problem means', () => {
  const table: readonly (readonly [title: string, detail: string, failure: ReturnType<typeof readProblem>])[] = [
    ['card_declined', 'This card cannot be used for transactions.(G12)', 'declined'],
    ['insufficient_balance', 'x', 'declined'],
    ['operation_aborted_by_user', 'x', 'authentication'],
    ['too_many_requests', 'x', 'unreachable'],
    ['maintenance', 'x', 'unreachable'],
    ['service_unavailable', 'x', 'unreachable'],
    ['invalid_parameter', 'x.(tokenizedCard.token)', 'token'],
    ['invalid_parameter', 'x.(creditOnfileInformation.onfileCard.cardId)', 'card-gone'],
    ['invalid_request', 'x.(cardId)', 'card-limit'],
    ['invalid_parameter', 'x.(order.amount)', 'unavailable'],
    ['invalid_contract', 'x', 'unavailable'],
    ['unauthorized_request', 'x', 'unavailable'],
    ['invalid_status', 'x', undefined],
    ['conflict', 'x', undefined],
    ['internal_server_error', 'x', undefined],
    ['bad_gateway', 'x', undefined],
  ];
  for (const [title, detail, failure] of table) {
    it(`reads ${title} (${detail}) as ${failure ?? 'not known'}`, () => assert.equal(readProblem(title, detail), failure));
  }
});

describe('the callback’s p', () => {
  const encode = (value: unknown, padding = '') => Buffer.from(JSON.stringify(value)).toString('base64url') + padding;
  for (const [what, p, accessId] of [
    ['with its padding', encode({ accessId: 'a1', event: 'TDS_FINISHED' }, '=='), 'a1'],
    ['without', encode({ accessId: 'a1', event: 'TDS_FINISHED', csrfToken: 'c' }), 'a1'],
    ['of another event', encode({ accessId: 'a1', event: 'TDS_CHARGE_FINISHED' }), ''],
    ['that is no JSON', 'e30x', ''],
    ['that is nothing', 'bnVsbA', ''],
    ['that is not there', undefined, undefined],
  ] as const) {
    it(`gives ${accessId ?? 'nothing'} ${what}`, () => assert.equal(readCallback(p), accessId));
  }
});

it('the risk fields go where the OpenAPI type has them, and an address without its city nowhere', () => {
  const risk = {
    Tds2Email: 'hanako@example.jp',
    Tds2MobilePhoneCC: '81',
    Tds2MobilePhoneSubscriber: '9012345678',
    Tds2ShipAddrCountry: '392',
    Tds2ShipAddrLine1: '谷中 1-2-3',
    Tds2ShipAddressUsage: '20260101',
    Tds2NbPurchaseAccount: '3',
    Tds2ThreeDSReqAuthMethod: '02',
  };
  assert.deepEqual(readRisk(risk), {
    payer: { email: 'hanako@example.jp', phones: [{ type: 'MOBILE', countryCode: '81', number: '9012345678' }] },
    tds2Data: { shipAddressUsage: '20260101', nbPurchaseAccount: 3, threeDSReqAuthMethod: '02' },
  });
});

describe('a shop of the OpenAPI type', () => {
  let open: SandboxShop;
  before(async () => {
    open = await openSandboxShop({ connection: 'openapi' });
  });
  after(() => open.close());
  beforeEach(() => {
    open.cut = () => undefined;
    open.sandbox.faults.reset();
  });

  const calls = (name: Parameters<SandboxShop['cut']>[0]) => open.counts.get(name) ?? 0;

  const begin = async (number: string = CARD.frictionless, more: Record<string, string> = {}) => {
    const shopper = open.shopper();
    const checkout = await shopper.fillCart('andon-lamp');
    const earlier = charged(open).length;
    const fields = { ...details, checkout, token: open.token(number), ...more };
    const paid = await shopper.post('/checkout/pay', fields);
    return { shopper, fields, paid, charges: () => charged(open).length - earlier };
  };

  const walk = async (shopper: Shopper, url: string) => shopper.follow((await walkThrough(open, shopper, url)) ?? assert.fail());

  /** What the callback brings, as the gateway would write it. */
  const callback = (event = 'TDS_FINISHED') => {
    const { accessId, session } = [...open.sandbox.store.transactions.values()].at(-1) ?? assert.fail();
    const { callbackUrl } = open.sandbox.store.openApiOrders.get(accessId) ?? assert.fail();
    assert.ok(session);
    const p = Buffer.from(JSON.stringify({ accessId, event })).toString('base64url');
    return { path: callbackUrl.slice(SHOP_ORIGIN.length), p };
  };

  for (const [name, number, end, status, charges] of [
    ['without friction', CARD.frictionless, THANKS, 200, 1],
    ['after a challenge', CARD.challenge, THANKS, 200, 1],
    ['after an attempt (A)', '4100000000100009', THANKS, 200, 1],
    ['not, when the shopper is not authenticated (N)', '4100000000300005', /本人認証が完了しませんでした/, 402, 0],
    ['not, when the authentication is not to be had (U)', '4100000000400003', /本人認証を利用できませんでした/, 402, 0],
    ['not, when the issuer rejects it (R)', '4100000000500000', /カード会社がこのお支払いを承認しませんでした/, 402, 0],
    ['not, when the card is declined', CARD.declined, /別のカードでお試しください/, 402, 0],
  ] as const) {
    it(`is paid ${name}`, async () => {
      const { shopper, paid, charges: made } = await begin(number);
      const settled = calls('SecureTran2');
      assert.ok(paid.location.startsWith(open.sandbox.gatewayOrigin), paid.text);
      assert.equal(made(), 0, 'the charge alone charges nothing');
      const page = await walk(shopper, paid.location);
      assert.equal(page.status, status);
      assert.match(page.text, end);
      assert.equal(made(), charges);
      assert.equal(calls('SecureTran2') - settled, 1);
      assert.match(page.text, charges ? THANKS : /name="checkout"/, 'and the form is there again where it is not paid');
    });
  }

  it('hands the plan over: 分割 3回', async () => {
    const { shopper, paid } = await begin(CARD.frictionless, { method: '2', 'pay-times': '3' });
    assert.match((await walk(shopper, paid.location)).text, /分割払い 3回/);
    assert.deepEqual(charged(open).slice(-1).map(({ method, payTimes }) => [method, payTimes]), [['2', '3']]);
  });

  it('says what to do about a token that was spent already', async () => {
    const { fields } = await begin();
    const other = open.shopper();
    const { status, text } = await other.post('/checkout/pay', { ...details, checkout: await other.fillCart(), token: fields.token });
    assert.equal(status, 402);
    assert.match(text, /もう一度カード情報を入力してください/);
  });

  for (const fault of ['status-429', 'status-503'] as const) {
    it(`says that nothing was charged when the gateway is too busy (${fault}), and is paid when it is not`, async () => {
      open.sandbox.faults.set('openApi', fault);
      const { shopper, fields, paid, charges } = await begin();
      assert.equal(paid.status, 503);
      assert.match(paid.text, /二重請求はありません/);
      open.sandbox.faults.reset();
      const again = await shopper.post('/checkout/pay', { ...fields, token: open.token(CARD.frictionless) });
      assert.match((await walk(shopper, again.location)).text, THANKS);
      assert.equal(charges(), 1);
    });
  }

  it('charges once for a button that is pressed three times', async () => {
    const shopper = open.shopper();
    const fields = { ...details, checkout: await shopper.fillCart(), token: open.token(CARD.frictionless) };
    const [earlier, entries] = [charged(open).length, calls('EntryTran')];
    const presses = await Promise.all([1, 2, 3].map(() => shopper.post('/checkout/pay', fields)));
    assert.equal(new Set(presses.map(({ location }) => location)).size, 1);
    assert.equal(calls('EntryTran') - entries, 1);
    assert.match((await walk(shopper, presses[0]?.location ?? '')).text, THANKS);
    await shopper.post('/checkout/pay', fields);
    assert.equal(charged(open).length - earlier, 1);
  });

  it('charges once when the browser comes back twice, also by the gateway’s own doing', async () => {
    open.sandbox.faults.set('returning', 'twice');
    const { shopper, paid, charges } = await begin(CARD.challenge);
    assert.match((await walk(shopper, paid.location)).text, THANKS);
    const { path, p } = callback();
    assert.match((await shopper.follow(await shopper.get(`${path}?p=${p}`))).text, THANKS);
    assert.equal(charges(), 1);
  });

  it('gives up the challenge that the shopper left by the back button, and charges the second', async () => {
    const { shopper, fields, paid, charges } = await begin(CARD.challenge);
    assert.equal(await walkThrough(open, shopper, paid.location, { answers: [] }), null);
    const again = await shopper.post('/checkout/pay', { ...fields, token: open.token(CARD.frictionless) });
    assert.notEqual(again.location, paid.location);
    assert.match((await walk(shopper, again.location)).text, THANKS);
    const late = await walkThrough(open, shopper, paid.location);
    assert.doesNotMatch(late?.text ?? '', THANKS);
    assert.equal(charges(), 1);
  });

  it('believes no callback that is another’s, of another event, or not to be read', async () => {
    const { shopper, paid, charges } = await begin();
    const { path, p } = callback();
    const foreign = Buffer.from(JSON.stringify({ accessId: 'f'.repeat(32), event: 'TDS_FINISHED' })).toString('base64url');
    for (const wrong of [foreign, callback('TDS_CHARGE_FINISHED').p, 'x', '']) {
      assert.equal((await shopper.get(`${path}?p=${wrong}`)).status, 403, wrong);
    }
    assert.equal((await shopper.get(`/checkout/return/nobody?p=${p}`)).status, 404);
    // before the authentication is over: it only makes the shop ask, and the gateway refuses
    await shopper.follow(await shopper.get(`${path}?p=${p}`));
    assert.equal(charges(), 0);
    assert.match((await walk(shopper, paid.location)).text, THANKS);
    assert.equal(charges(), 1);
  });

  it('takes a step once more whose answer is lost, under the same Idempotency-Key, and nothing is done twice', async () => {
    const lost = new Set<string>();
    open.cut = (call) => {
      if (lost.has(call)) return undefined;
      lost.add(call);
      return 'answer';
    };
    const { shopper, paid, charges } = await begin();
    assert.ok(paid.location.startsWith(open.sandbox.gatewayOrigin), paid.text);
    assert.match((await walk(shopper, paid.location)).text, THANKS);
    assert.deepEqual([...lost].filter((call) => /Tran/.test(call)), ['EntryTran', 'ExecTran', 'SecureTran2']);
    assert.equal(charges(), 1);
  });

  for (const cut of ['call', 'answer'] as const) {
    it(`asks what became of a settlement whose every ${cut} is lost, and charges once`, async () => {
      const { shopper, paid, charges } = await begin();
      open.cut = (call) => (call === 'SecureTran2' ? cut : call === 'SearchTrade' ? 'call' : undefined);
      const unknown = await walk(shopper, paid.location);
      assert.match(unknown.text, CHECKING);
      const [order = ''] = /\/orders\/[\w-]+/.exec((await shopper.get('/orders')).text) ?? [];
      assert.equal((await shopper.get('/checkout')).location, order, 'nothing can be paid beside it');
      open.cut = () => undefined;
      open.clock.ahead += cut === 'call' ? 31_000 : 1_100;
      const page = await shopper.follow(await shopper.get(order));
      assert.match(page.text, THANKS);
      assert.equal(charges(), 1);
    });
  }

  for (const [status, title] of [[429, 'too_many_requests'], [503, 'service_unavailable'], [401, 'unauthorized_request'], [504, 'gateway_timeout'], [400, 'invalid_request']] as const) {
    it(`takes no refusal of the second try (${String(status)} ${title}) for the end of a settlement that was charged`, async () => {
      const { shopper, paid, charges } = await begin();
      let tries = 0;
      open.cut = (call) => {
        if (call !== 'SecureTran2') return undefined;
        tries += 1;
        return tries === 1 ? 'answer' : Response.json({ title, detail: 'x.(order.orderId)' }, { status });
      };
      const page = await walk(shopper, paid.location);
      assert.equal(tries, 2);
      assert.match(page.text, THANKS, 'the books were asked');
      assert.equal(charges(), 1);
    });
  }

  it('learns of a charge whose answer is lost that it waits for the shopper, who pays anew', async () => {
    open.cut = (call) => (call === 'ExecTran' ? 'answer' : undefined);
    const { shopper, fields, paid, charges } = await begin();
    open.cut = () => undefined;
    assert.match(paid.location, /^\/orders\//);
    open.clock.ahead += 1_100;
    assert.match((await shopper.get(paid.location)).text, /本人認証が終わっていません/);
    const again = await shopper.post('/checkout/pay', { ...fields, token: open.token(CARD.frictionless) });
    assert.match((await walk(shopper, again.location)).text, THANKS);
    assert.equal(charges(), 1);
  });

  it('settles after a restart what the shopper was away for', async () => {
    const { shopper, paid, charges } = await begin(CARD.challenge);
    await open.shop.recover();
    assert.match((await walk(shopper, paid.location)).text, THANKS);
    assert.equal(charges(), 1);
  });
});

it('an attempt (A) is not enough for a shop that says so', async () => {
  const open = await openSandboxShop({ connection: 'openapi', acceptsAttempts: false });
  const shopper = open.shopper();
  const { location } = await shopper.pay(await shopper.fillCart(), open.token('4100000000100009'));
  const page = await shopper.follow((await walkThrough(open, shopper, location)) ?? assert.fail());
  assert.equal(page.status, 402);
  assert.match(page.text, /本人認証が完了しませんでした/);
  assert.equal(charged(open).length, 0);
  await open.close();
});

describe('answers of the OpenAPI type that are not what was asked for', () => {
  const ENTERED = { orderId: 'order1', access: { accessId: 'a1', accessPass: 'b' } };
  const order = (more: object) => ({ orderReference: { orderId: 'order1', accessId: 'a1', status: 'CAPTURE', amount: '100', ...more } });
  /** What the client makes of these answers, one after the other; the last stays. */
  const told = async <Result>(answers: readonly (readonly [status: number, body: unknown])[], ask: (client: OpenApiClient) => Promise<Result>) => {
    const left = [...answers];
    const server = createServer((_, response) => {
      const [status, body] = (left.length > 1 ? left.shift() : left[0]) ?? [500, null];
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const gatewayUrl = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    const options = { gatewayUrl, shopId: 's', shopPass: 'p', siteId: '', sitePass: '', deadline: 5_000, report: () => undefined, acceptsAttempts: true };
    try {
      return await ask(new OpenApiClient(options));
    } finally {
      server.close();
    }
  };

  for (const [what, body] of [['another state', order({ status: 'AUTHENTICATED' })], ['no order', { orderReference: null }]] as const) {
    it(`a settlement that is answered with ${what} has not been charged for certain`, async () => {
      assert.deepEqual(await told([[200, body]], (client) => client.settle(ENTERED)), { kind: 'unanswered' });
    });
  }

  it('control: a settlement that is captured is done', async () => {
    assert.deepEqual(await told([[200, order({})]], (client) => client.settle(ENTERED)), { kind: 'answered' });
  });

  it('a problem of theirs that nobody knows may have come after the deed; one of ours has not', async () => {
    const failureOf = async (status: number) => {
      const reply = await told([[status, { title: 'gateway_timeout' }]], (client) => client.settle(ENTERED));
      return reply.kind === 'refused' ? reply.failure : assert.fail();
    };
    assert.equal(await failureOf(504), undefined);
    assert.equal(await failureOf(400), 'unavailable');
  });

  for (const [title, status] of [['invalid_parameter', 'missing'], ['invalid_status', 'unanswered']] as const) {
    it(`an inquiry that is refused with ${title} says ${status}`, async () => {
      assert.equal((await told([[400, { title }]], (client) => client.search({ orderId: 'order1', amount: 100 }))).status, status);
    });
  }

  for (const [what, body, status] of [['for another amount', order({ amount: '1' }), 'unanswered'], ['of nothing', { orderReference: null }, 'unanswered'], ['as it should be', order({}), 'settled']] as const) {
    it(`an order ${what} is ${status}`, async () => {
      assert.equal((await told([[200, body]], (client) => client.search({ orderId: 'order1', amount: 100 }))).status, status);
    });
  }

  it('a member without a list of cards has none', async () => {
    assert.deepEqual(await told([[200, { onfileCards: null }]], (client) => client.listCards('m1')), []);
  });

  it('a redirect is not followed: what is sent is for this gateway alone', async () => {
    let heard = 0;
    const other = createServer((_, response) => {
      heard += 1;
      response.end('{}');
    });
    const first = createServer((_, response) => {
      response.writeHead(307, { Location: `http://127.0.0.1:${String((other.address() as AddressInfo).port)}/` }).end();
    });
    for (const server of [other, first]) await once(server.listen(0, '127.0.0.1'), 'listening');
    const gatewayUrl = `http://127.0.0.1:${String((first.address() as AddressInfo).port)}`;
    const options = { gatewayUrl, shopId: 's', shopPass: 'p', siteId: '', sitePass: '', deadline: 5_000, report: () => undefined, acceptsAttempts: true };
    const link = { orderId: 'o1', amount: 1, returnUrl: 'https://shop.example/', email: '', name: '', language: 'ja', shopName: '' } as const;
    assert.equal((await new OpenApiClient(options).settle(ENTERED)).kind, 'unanswered');
    assert.equal((await new LinkPlus(options).urlFor(link)).kind, 'unanswered');
    for (const server of [other, first]) server.close();
    assert.equal(heard, 0);
  });
});

describe('a challenge in a dialog, by the OpenAPI type', () => {
  it('ends on a page that tells the element, without a cookie', async () => {
    const open = await openSandboxShop({ connection: 'openapi', challenge: 'dialog' });
    const shopper = open.shopper();
    const checkout = await shopper.fillCart();
    const answer = await shopper.postForJson('/checkout/pay', { ...details, checkout, token: open.token(CARD.challenge) });
    const { redirectUrl, accessId, next } = JSON.parse(answer.text) as Record<string, string>;
    assert.ok(redirectUrl && accessId && next);
    const back = await walkThrough(open, shopper, redirectUrl, { inFrame: true });
    assert.equal(back?.status, 200);
    assert.match(back.text, /return\.js/);
    assert.match((await shopper.follow(await shopper.get(next))).text, THANKS);
    assert.equal(charged(open).length, 1);
    await open.close();
  });
});

it('a shop does not begin with a 3-D Secure that its connection type has not', () => {
  const place = { gatewayUrl: 'http://127.0.0.1:9', openApiUrl: 'http://127.0.0.1:9', shopId: 's', shopPass: 'p', siteId: 's', sitePass: 'p', deadline: 1 };
  const options = { ...place, report: () => undefined, connection: 'openapi' } as const;
  assert.throws(() => connect({ ...options, callbackType: '2' }), /CallbackType 2/);
  assert.equal(connect(options).gateway.connection, 'openapi');
});
