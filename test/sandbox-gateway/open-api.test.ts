/** The OpenAPI type: cards, orders, members, and the way in. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { base64Token } from '../../demo/sandbox-gateway/tokens.ts';
import { itMatchesTheDocument, itWouldSeeAMismatch, recorder, type Exchange } from './open-api-document.ts';
import { charge, chargeOf, newOrderId, PASSWORD, post, valueAt, with_, type Json, type Reply } from './open-api-support.ts';
import { DAY, enter, MINUTE, pay, SHOP, SITE, startSandbox, tokenFor, type TestSandbox } from './support.ts';

const exchanges: Exchange[] = [];

const titleOf = ({ status, body }: Reply): string => `${status} ${String(body['title'] ?? body['nextAction'])}`;
const accessIdOf = ({ body }: Reply): string => String(valueAt(body, 'orderReference.accessId'));
const statusOf = ({ body }: Reply): unknown => valueAt(body, 'orderReference.status');

describe('OpenAPI type: payments', () => {
  let sandbox: TestSandbox;
  before(async () => {
    sandbox = await startSandbox(recorder(exchanges));
  });
  after(() => sandbox.close());
  afterEach(() => {
    sandbox.faults.reset();
  });

  const searchTrade = (OrderID: string) => sandbox.call('SearchTrade', { ...SHOP, OrderID });
  const inquire = (request: Json): Promise<Reply> => post(sandbox, '/order/inquiry', request);

  it('authorises a card, and the protocol type sees it', async () => {
    const orderId = newOrderId();
    const body = with_(await chargeOf(sandbox, { orderId, amount: '980' }), 'order.clientFields', { clientField2: '棚卸し' });
    const reply = await post(sandbox, '/credit/charge', body);
    assert.equal(titleOf(reply), '201 CAPTURE');
    const { accessId, accessPass, ...reference } = reply.body['orderReference'] as Record<string, string>;
    assert.deepEqual(reference, {
      orderId, status: 'AUTH', created: '2026-05-15T12:00:00+09:00', updated: '2026-05-15T12:00:00+09:00', amount: '980',
      clientFields: { clientField2: '棚卸し' }, chargeType: 'CREDIT',
    });
    assert.deepEqual(valueAt(reply.body, 'creditResult.cardResult'), {
      cardNumber: '************1111', cardholderName: 'TARO YAMADA', expiryMonth: '12', expiryYear: '2030', issuerCode: '2a99662', brand: 'VISA',
    });
    // sixty days, to the end of the last
    assert.equal(valueAt(reply.body, 'creditResult.captureExpiryDateTime'), '2026-07-14T23:59:59+09:00');
    const trade = await searchTrade(orderId);
    assert.deepEqual(
      [trade['Status'], trade['AccessID'], trade['AccessPass'], trade['Amount'], trade['Tax'], trade['Approve']],
      ['AUTH', accessId, accessPass, '980', '0', valueAt(reply.body, 'creditResult.approvalCode')],
    );
    assert.deepEqual(sandbox.store.transactionOfOrder(orderId)?.clientFields, ['', '棚卸し', '']);
    // the console's history has the names of this type, and its log the path
    await post(sandbox, '/order/capture', { accessId });
    const state = (await (await fetch(`${sandbox.gatewayOrigin}/sandbox/state`)).json()) as {
      transactions: { accessId: string; history: { call: string; status: string }[] }[];
      requests: { path: string; status: number }[];
    };
    const history = state.transactions.find((each) => each.accessId === accessId)?.history;
    assert.deepEqual(history?.map(({ call, status }) => [call, status]), [
      ['/credit/charge', 'UNPROCESSED'], ['/credit/charge', 'AUTH'], ['/order/capture', 'SALES'],
    ]);
    assert.ok(state.requests.some(({ path, status }) => path === '/credit/charge' && status === 201));
  });

  it('captures at once', async () => {
    const reply = await charge(sandbox, { authorizationMode: 'CAPTURE', cardno: '340000000000108' });
    assert.deepEqual([titleOf(reply), statusOf(reply)], ['201 NO_ACTION', 'CAPTURE']);
    assert.equal(valueAt(reply.body, 'creditResult.captureExpiryDateTime'), undefined);
    assert.equal(valueAt(reply.body, 'creditResult.cardResult.cardNumber'), '***********0108');
  });

  it('pays in parts, and sees an order of the protocol type', async () => {
    const parts = with_(await chargeOf(sandbox), 'creditInformation.creditChargeOptions.paymentMethod', 'INSTALLMENT');
    assert.equal(titleOf(await post(sandbox, '/credit/charge', parts)), '400 missing_parameter');
    const reply = await post(sandbox, '/credit/charge', with_(parts, 'creditInformation.creditChargeOptions.installments', '3'));
    const trade = await searchTrade(String(valueAt(reply.body, 'orderReference.orderId')));
    assert.deepEqual([trade['Method'], trade['PayTimes']], ['2', '3']);

    const { OrderID, AccessID } = await pay(sandbox, { Amount: '1000', Tax: '80' });
    const seen = await inquire({ orderId: OrderID });
    assert.deepEqual([accessIdOf(seen), statusOf(seen), valueAt(seen.body, 'orderReference.amount')], [AccessID, 'AUTH', '1080']);
    assert.equal(statusOf(await post(sandbox, '/order/capture', { accessId: AccessID })), 'SALES');
    const entered = await enter(sandbox);
    const untouched = await inquire({ accessId: entered.AccessID });
    assert.deepEqual([statusOf(untouched), untouched.body['creditResult']], ['UNPROCESSED', undefined]);
  });

  const refusals: readonly (readonly [cardno: string, end: string, detail: RegExp])[] = [
    ['4999000000000012', '402 card_declined', /\(G12\)$/],
    ['4999000000000002', '402 insufficient_balance', /\(G02\)$/],
    ['4999000000000003', '402 amount_limit_exceeded', /\(G03\)$/],
    ['4999000000000044', '402 processing_failure', /\(G44\)$/],
    ['4999000000000091', '502 bad_gateway', /\(G91\)$/],
    ['5999000000000001', '502 bad_gateway', /\(C01\)$/],
  ];
  for (const [cardno, end, detail] of refusals) {
    it(`says ${end} for ${cardno}, and the order may be tried again`, async () => {
      const orderId = newOrderId();
      const refused = await charge(sandbox, { cardno, orderId });
      assert.equal(titleOf(refused), end);
      assert.equal(refused.type, 'application/problem+json');
      assert.match(String(refused.body['detail']), detail);
      assert.equal(refused.body['instance'], '/credit/charge');
      const seen = await inquire({ orderId });
      assert.equal(statusOf(seen), 'UNPROCESSED');
      assert.equal(valueAt(seen.body, 'errorInformation.title'), end.slice(4));
      assert.equal(titleOf(await charge(sandbox, { orderId })), '201 CAPTURE');
      const again = await inquire({ orderId });
      assert.deepEqual([statusOf(again), again.body['errorInformation']], ['AUTH', undefined]);
      assert.equal(titleOf(await charge(sandbox, { orderId })), '400 invalid_request');
    });
  }

  it('spends a token once', async () => {
    const body = await chargeOf(sandbox);
    assert.equal(titleOf(await post(sandbox, '/credit/charge', body)), '201 CAPTURE');
    const again = await post(sandbox, '/credit/charge', with_(body, 'order.orderId', newOrderId()));
    assert.equal(titleOf(again), '400 invalid_parameter');
    assert.match(String(again.body['detail']), /used already.*\(tokenizedCard\.token\)$/);
    for (const fault of ['expired', 'malformed'] as const) {
      sandbox.faults.set('issuedTokens', fault);
      const orderId = newOrderId();
      assert.equal(titleOf(await charge(sandbox, { orderId })), '400 invalid_parameter');
      assert.equal(titleOf(await inquire({ orderId })), '400 invalid_parameter', 'nothing was left behind');
    }
    const invented = with_(await chargeOf(sandbox), 'creditInformation.tokenizedCard.token', 'ab'.repeat(32));
    assert.equal(titleOf(await post(sandbox, '/credit/charge', invented)), '400 invalid_parameter');
  });

  it('takes a token of version 2', async () => {
    const version1 = sandbox.store.tokens.get(await tokenFor(sandbox));
    assert.ok(version1);
    const token = base64Token();
    sandbox.store.tokens.set(token, { ...version1 });
    const body = with_(await chargeOf(sandbox), 'creditInformation.tokenizedCard.token', token);
    assert.equal(titleOf(await post(sandbox, '/credit/charge', body)), '201 CAPTURE');
    assert.equal(titleOf(await post(sandbox, '/credit/charge', with_(body, 'order.orderId', newOrderId()))), '400 invalid_parameter');
  });

  /** A place in a charge, what it is changed to, and what comes of it. */
  const options = 'creditInformation.creditChargeOptions';
  const faults: readonly (readonly [path: string, value: unknown, title: string])[] = [
    ['merchant', undefined, 'missing_parameter'],
    ['merchant.nameKana', undefined, 'missing_parameter'],
    ['merchant.nameKana', 'たくみ', 'invalid_parameter'],
    ['merchant.nameAlphabet', 'T'.repeat(26), 'invalid_parameter'],
    ['merchant.contactOpeningHours', 'always', 'invalid_parameter'],
    ['merchant.csrfToken', 'a b', 'invalid_parameter'],
    ['order.orderId', '', 'missing_parameter'],
    ['order.orderId', null, 'missing_parameter'],
    ['order.orderId', 'x'.repeat(28), 'invalid_parameter'],
    ['order.orderId', 'an order', 'invalid_parameter'],
    ['order.amount', undefined, 'missing_parameter'],
    ['order.amount', 1200, 'invalid_parameter'],
    ['order.amount', '12.5', 'invalid_parameter'],
    ['order.amount', '-1', 'invalid_parameter'],
    ['order.amount', '0', 'invalid_parameter'],
    ['order.amount', '10000000', 'invalid_parameter'],
    ['order.currency', 'USD', 'invalid_parameter'],
    ['order.transactionType', undefined, 'missing_parameter'],
    ['order.transactionType', 'SHOP', 'invalid_parameter'],
    ['order.items', {}, 'invalid_parameter'],
    ['order.shippingAddress', { name: '山田 太郎' }, 'missing_parameter'],
    ['payer.name', undefined, 'missing_parameter'],
    ['payer.email', 'taro', 'invalid_parameter'],
    ['payer', 'taro', 'invalid_parameter'],
    ['creditInformation.tokenizedCard', undefined, 'missing_parameter'],
    ['creditInformation.tokenizedCard.type', 'TOKEN', 'invalid_parameter'],
    ['creditInformation.tokenizedCard.type', 'APPLE_PAY_TOKEN', 'invalid_contract'],
    ['creditInformation.card', { cardNumber: '4111111111111111', expiryMonth: '12', expiryYear: '2030' }, 'invalid_contract'],
    [`${options}.authorizationMode`, 'SALES', 'invalid_parameter'],
    [`${options}.useTds2`, 'true', 'invalid_parameter'],
    [`${options}.useFraudDetection`, true, 'invalid_contract'],
    [`${options}.itemCode`, '990', 'invalid_parameter'],
    [`${options}.paymentMethod`, 'BONUS', 'invalid_parameter'],
    ['tds2Information.tds2Options', { allowAttempt: 'NOT_ALLOW' }, 'invalid_request'],
    ['tds2Information.tds2Data', { shipInd: '08' }, 'invalid_parameter'],
  ];
  for (const [path, value, title] of faults) {
    it(`refuses ${path} = ${value === undefined ? 'nothing' : JSON.stringify(value)}: ${title}`, async () => {
      const good = await chargeOf(sandbox);
      const refused = await post(sandbox, '/credit/charge', with_(good, path, value));
      assert.equal(titleOf(refused), `400 ${title}`);
      if (title.endsWith('_parameter')) assert.ok(String(refused.body['detail']).includes(`(${path}`), String(refused.body['detail']));
      // neither the order nor the token is gone
      assert.equal(titleOf(await post(sandbox, '/credit/charge', good)), '201 CAPTURE');
    });
  }

  it('takes null and empty texts for nothing', async () => {
    const empty = with_(with_(await chargeOf(sandbox), 'merchant.contactEmail', ''), 'order.items', null);
    assert.equal(titleOf(await post(sandbox, '/credit/charge', empty)), '201 CAPTURE');
  });

  it('captures, cancels and changes as the state allows', async () => {
    const operate = (what: string, accessId: string, more: Json = {}) => post(sandbox, `/order/${what}`, { accessId, ...more });
    const paid = accessIdOf(await charge(sandbox));
    const changed = await operate('update', paid, { amount: '1500' });
    assert.deepEqual([changed.status, statusOf(changed), valueAt(changed.body, 'orderReference.amount')], [201, 'AUTH', '1500']);
    assert.equal(titleOf(await operate('update', paid, { amount: '1500', authorizationMode: 'CAPTURE' })), '400 invalid_status');
    assert.equal(titleOf(await operate('update', paid, { amount: '0' })), '400 invalid_parameter');
    assert.equal(titleOf(await operate('update', paid, { amount: 1500 })), '400 invalid_parameter');
    assert.equal(titleOf(await operate('update', paid)), '400 missing_parameter');
    const captured = await operate('capture', paid);
    assert.deepEqual([captured.status, statusOf(captured), valueAt(captured.body, 'orderReference.amount')], [201, 'SALES', '1500']);
    assert.equal(titleOf(await operate('capture', paid)), '400 invalid_status');
    assert.equal(statusOf(await operate('update', paid, { amount: '900' })), 'SALES');
    const cancelled = await operate('cancel', paid);
    assert.deepEqual([cancelled.status, statusOf(cancelled), valueAt(cancelled.body, 'orderReference.amount')], [201, 'CANCEL', '0']);
    for (const what of ['cancel', 'capture']) assert.equal(titleOf(await operate(what, paid)), '400 invalid_status');
    assert.equal(titleOf(await operate('update', paid, { amount: '900' })), '400 invalid_status');
    const failed = await inquire({ accessId: paid });
    assert.equal(valueAt(failed.body, 'errorInformation.title'), 'invalid_status');

    for (const what of ['capture', 'cancel', 'update', 'inquiry']) {
      const more = what === 'update' ? { amount: '1' } : {};
      assert.equal(titleOf(await operate(what, 'f'.repeat(32), more)), '400 invalid_parameter');
      assert.equal(titleOf(await operate(what, 'short', more)), '400 invalid_parameter');
    }
    assert.equal(titleOf(await post(sandbox, '/order/capture', {})), '400 missing_parameter');
    assert.equal(titleOf(await inquire({})), '400 missing_parameter');
    assert.equal(titleOf(await inquire({ orderId: 'nobody' })), '400 invalid_parameter');
    assert.equal(titleOf(await inquire({ accessId: paid, orderId: 'nobody' })), '400 invalid_parameter');
  });

  it('refunds in a later month, and keeps an authorisation to the end of its sixtieth day', async () => {
    const clock = (date: string) => sandbox.setClock(new Date(date));
    try {
      const taken = await charge(sandbox, { authorizationMode: 'CAPTURE' });
      const [late, tooLate, longer] = await Promise.all([charge(sandbox), charge(sandbox), charge(sandbox)]);
      clock('2026-06-20T12:00:00+09:00');
      assert.equal(statusOf(await post(sandbox, '/order/cancel', { accessId: accessIdOf(taken) })), 'CANCEL');
      assert.equal((await searchTrade(String(valueAt(taken.body, 'orderReference.orderId'))))['Status'], 'RETURNX');
      await post(sandbox, '/order/update', { accessId: accessIdOf(longer), amount: '1200' });
      clock('2026-07-14T23:59:59+09:00');
      assert.equal(statusOf(await post(sandbox, '/order/capture', { accessId: accessIdOf(late) })), 'SALES');
      clock('2026-07-15T00:00:00+09:00');
      assert.equal(titleOf(await post(sandbox, '/order/capture', { accessId: accessIdOf(tooLate) })), '400 transaction_expired');
      assert.equal(statusOf(await post(sandbox, '/order/capture', { accessId: accessIdOf(longer) })), 'SALES');
    } finally {
      clock('2026-05-15T12:00:00+09:00');
    }
  });

  describe('Idempotency-Key', () => {
    const count = () => sandbox.store.transactions.size;

    it('answers the same request with the same answer, and charges once', async () => {
      const body = await chargeOf(sandbox);
      const key = { 'Idempotency-Key': crypto.randomUUID() };
      const before = count();
      const first = await post(sandbox, '/credit/charge', body, key);
      assert.equal(titleOf(first), '201 CAPTURE');
      assert.deepEqual(await post(sandbox, '/credit/charge', body, key), first);
      assert.equal(count(), before + 1);
      // without the key the same request is another one
      assert.equal(titleOf(await post(sandbox, '/credit/charge', body)), '400 invalid_request');
      const accessId = accessIdOf(first);
      const capture = { 'Idempotency-Key': crypto.randomUUID() };
      const captured = await post(sandbox, '/order/capture', { accessId }, capture);
      assert.deepEqual(await post(sandbox, '/order/capture', { accessId }, capture), captured);
    });

    it('refuses the key for another request, and one that is too long', async () => {
      const key = { 'Idempotency-Key': 'order 7' };
      const body = await chargeOf(sandbox);
      assert.equal((await post(sandbox, '/credit/charge', body, key)).status, 201);
      assert.equal(titleOf(await post(sandbox, '/credit/charge', with_(body, 'order.amount', '1'), key)), '400 invalid_header');
      assert.equal(titleOf(await post(sandbox, '/order/capture', { accessId: 'f'.repeat(32) }, key)), '400 invalid_header');
      assert.equal(titleOf(await post(sandbox, '/credit/charge', body, { 'Idempotency-Key': 'x'.repeat(37) })), '400 invalid_header');
    });

    it('does a failed request again', async () => {
      const key = { 'Idempotency-Key': crypto.randomUUID() };
      const body = await chargeOf(sandbox);
      sandbox.faults.set('openApi', 'status-500');
      assert.equal(titleOf(await post(sandbox, '/credit/charge', body, key)), '500 internal_server_error');
      sandbox.faults.reset();
      const spent = await chargeOf(sandbox, { cardno: '4999000000000012' });
      assert.equal(titleOf(await post(sandbox, '/credit/charge', spent, key)), '402 card_declined');
      assert.equal(titleOf(await post(sandbox, '/credit/charge', body, key)), '201 CAPTURE');
    });

    it('says 409 while the first request is being worked on', async () => {
      const key = { 'Idempotency-Key': crypto.randomUUID() };
      const body = await chargeOf(sandbox);
      sandbox.faults.set('openApi', 'slow:1500');
      const first = post(sandbox, '/credit/charge', body, key);
      while (sandbox.store.keptAnswers.get(key['Idempotency-Key']) === undefined) await new Promise(setImmediate);
      sandbox.faults.reset();
      assert.equal(titleOf(await post(sandbox, '/credit/charge', body, key)), '409 conflict');
      assert.equal(titleOf(await first), '201 CAPTURE');
    });

    it('gives the lost answer to the one who asks again', async () => {
      const key = { 'Idempotency-Key': crypto.randomUUID() };
      const orderId = newOrderId();
      const body = await chargeOf(sandbox, { orderId });
      sandbox.faults.set('openApi', 'silent');
      const abort = new AbortController();
      const lost = fetch(`${sandbox.gatewayOrigin}/credit/charge`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: PASSWORD, ...key },
        body: JSON.stringify(body),
        signal: abort.signal,
      });
      while ((await searchTrade(orderId))['Status'] !== 'AUTH') await new Promise(setImmediate);
      abort.abort();
      await assert.rejects(lost);
      sandbox.faults.reset();
      const again = await post(sandbox, '/credit/charge', body, key);
      assert.deepEqual([titleOf(again), accessIdOf(again)], ['201 CAPTURE', (await searchTrade(orderId))['AccessID']]);
    });

    it('forgets a key after a day', async () => {
      const key = { 'Idempotency-Key': crypto.randomUUID() };
      const accessId = accessIdOf(await charge(sandbox));
      assert.equal((await post(sandbox, '/order/capture', { accessId }, key)).status, 201);
      sandbox.advance(DAY - 1);
      assert.equal((await post(sandbox, '/order/capture', { accessId }, key)).status, 201);
      sandbox.advance(1);
      assert.equal(titleOf(await post(sandbox, '/order/capture', { accessId }, key)), '400 invalid_status');
    });
  });

  describe('the way in', () => {
    const token = (form: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) =>
      post(sandbox, '/token', new URLSearchParams(form).toString(), { 'Content-Type': 'application/x-www-form-urlencoded', ...headers });
    const GRANT = { grant_type: 'client_credentials', scope: 'openapi' };
    const ask = (headers: Readonly<Record<string, string>>) => post(sandbox, '/order/inquiry', { orderId: 'nobody' }, headers);

    it('gives access tokens that live for an hour', async () => {
      const reply = await token(GRANT);
      const { access_token: text, ...rest } = reply.body;
      assert.equal(reply.status, 201);
      assert.deepEqual(rest, { expires_in: '3600', scope: 'openapi', token_type: 'bearer' });
      const Authorization = `Bearer ${String(text)}`;
      assert.equal(titleOf(await ask({ Authorization })), '400 invalid_parameter');
      assert.notEqual((await token(GRANT)).body['access_token'], text);
      sandbox.advance(60 * MINUTE - 1);
      assert.equal(titleOf(await ask({ Authorization })), '400 invalid_parameter');
      sandbox.advance(1);
      assert.equal(titleOf(await ask({ Authorization })), '401 unauthorized_request');
    });

    it('refuses who is not the shop', async () => {
      const basic = (text: string) => ({ Authorization: `Basic ${Buffer.from(text).toString('base64')}` });
      for (const headers of [basic('tshop00000001:wrong'), basic('tshop00000001'), { Authorization: '' }, { Authorization: 'Bearer abc' }]) {
        assert.equal(titleOf(await ask(headers)), '401 unauthorized_request');
        assert.equal(titleOf(await token(GRANT, headers)), '401 unauthorized_request');
      }
    });

    it('refuses other forms', async () => {
      assert.equal(titleOf(await token({ scope: 'openapi' })), '400 missing_parameter');
      assert.equal(titleOf(await token({ ...GRANT, grant_type: 'password' })), '400 invalid_parameter');
      assert.equal(titleOf(await token({ ...GRANT, scope: 'all' })), '400 invalid_parameter');
      assert.equal(titleOf(await token(GRANT, { 'Content-Type': 'application/json' })), '415 unsupported_media_type');
    });

    it('refuses what is no call', async () => {
      const url = (path: string) => `${sandbox.gatewayOrigin}${path}`;
      const titleAt = async (path: string, init: RequestInit = {}): Promise<string> => {
        const response = await fetch(url(path), { headers: { Authorization: PASSWORD }, ...init });
        return `${response.status} ${String(((await response.json()) as Json)['title'])}`;
      };
      assert.equal(await titleAt('/credit/charge'), '405 method_not_allowed');
      assert.equal(await titleAt('/credit/charges', { method: 'POST' }), '404 resource_not_found');
      assert.equal(await titleAt('/wallet/charge', { method: 'POST' }), '404 resource_not_found');
      assert.equal(titleOf(await post(sandbox, '/credit/charge', '{}', { 'Content-Type': 'text/plain' })), '415 unsupported_media_type');
      for (const text of ['', '{', '[]', '"text"', 'null']) {
        assert.match(titleOf(await post(sandbox, '/credit/charge', text)), /^400 invalid_/);
      }
    });

    it('plays the faults of the console', async () => {
      for (const [fault, end] of [
        ['status-429', '429 too_many_requests'], ['status-502', '502 bad_gateway'], ['status-503', '503 service_unavailable'],
      ] as const) {
        sandbox.faults.set('openApi', fault);
        assert.equal(titleOf(await ask({})), end);
      }
    });
  });

  itMatchesTheDocument(exchanges);
  itWouldSeeAMismatch(exchanges);
});

describe('OpenAPI type: members and their cards', () => {
  let sandbox: TestSandbox;
  const heard: Exchange[] = [];
  before(async () => {
    sandbox = await startSandbox(recorder(heard));
  });
  after(() => sandbox.close());

  const store = async (memberId: string, more: Json = {}, source?: Json): Promise<Reply> => {
    const { merchant } = await chargeOf(sandbox);
    const from = source ?? { tokenizedCard: { type: 'MP_TOKEN', token: await tokenFor(sandbox) } };
    return post(sandbox, '/credit/storeCard', { merchant, creditStoringInformation: { ...from, onfileCardOptions: { memberId, ...more } } });
  };
  const inquire = (memberId: string, more: Json = {}) => post(sandbox, '/member/inquiry', { memberId, ...more });
  const cardsOf = async (memberId: string) => (await inquire(memberId)).body['onfileCards'] as readonly Record<string, unknown>[];
  const chargeOnfile = async (onfileCard: Json, more: Json = { useTds2: false }): Promise<Reply> => {
    const { merchant, payer, order } = await chargeOf(sandbox);
    const creditOnfileInformation = {
      onfileCard: { type: 'CREDIT_CARD', ...onfileCard },
      creditChargeOptions: { authorizationMode: 'AUTH', ...more },
    };
    return post(sandbox, '/credit/on-file/charge', { merchant, payer, order, creditOnfileInformation });
  };

  it('creates, shows and deletes a member, whom the protocol type knows', async () => {
    const created = await post(sandbox, '/member/create', { memberId: 'm-1', memberName: '山田 太郎' });
    assert.deepEqual([created.status, created.body], [201, { memberId: 'm-1', memberName: '山田 太郎' }]);
    assert.equal((await sandbox.call('SearchMember', { ...SITE, MemberID: 'm-1' }))['MemberID'], 'm-1');
    assert.equal(sandbox.store.members.get('m-1')?.memberName, '山田 太郎');
    assert.equal(titleOf(await post(sandbox, '/member/create', { memberId: 'm-1' })), '400 invalid_parameter');
    assert.deepEqual((await inquire('m-1')).body, { memberId: 'm-1', memberName: '山田 太郎', onfileCards: [], onfileWallets: [] });
    assert.deepEqual((await inquire('m-1', { onfileType: 'WALLET' })).body['onfileCards'], undefined);
    await store('m-1');
    const deleted = await post(sandbox, '/member/delete', { memberId: 'm-1' });
    assert.equal(deleted.status, 202);
    assert.equal((deleted.body['deletedCards'] as readonly unknown[]).length, 1);
    // a member who was deleted never comes back
    for (const path of ['inquiry', 'delete', 'create']) {
      assert.equal(titleOf(await post(sandbox, `/member/${path}`, { memberId: 'm-1' })), '400 invalid_parameter');
    }
    assert.equal(titleOf(await store('m-1', { createNewMember: true })), '400 invalid_parameter');
    assert.equal(titleOf(await post(sandbox, '/member/create', { memberId: 'a b' })), '400 invalid_parameter');
    assert.equal(titleOf(await post(sandbox, '/member/create', {})), '400 missing_parameter');
  });

  it('saves a card of a token or of a payment, also twice, five at most', async () => {
    assert.equal(titleOf(await store('m-2')), '400 invalid_parameter', 'there is no such member');
    const first = await store('m-2', { createNewMember: true, memberName: 'Hanako' });
    assert.deepEqual(first.body, {
      nextAction: 'NO_ACTION',
      onfileCardResult: { memberId: 'm-2', memberName: 'Hanako', type: 'CREDIT_CARD', cardId: '0', isDefault: false },
      cardResult: {
        cardNumber: '************1111', cardholderName: 'TARO YAMADA', expiryMonth: '12', expiryYear: '2030', issuerCode: '2a99662', brand: 'VISA',
      },
    });
    const paid = await charge(sandbox, { cardno: '5100000000000107' });
    const second = await store('m-2', { setDefault: true }, { referrer: { accessId: accessIdOf(paid) } });
    assert.deepEqual([second.status, valueAt(second.body, 'onfileCardResult.cardId'), valueAt(second.body, 'onfileCardResult.isDefault')], [201, '1', true]);
    assert.equal(valueAt(second.body, 'cardResult.brand'), 'MASTERCARD');
    for (const cardId of ['2', '3', '4']) assert.equal(valueAt((await store('m-2')).body, 'onfileCardResult.cardId'), cardId, 'saved anew');
    assert.equal(titleOf(await store('m-2')), '400 invalid_request', 'a sixth');
    const replaced = await store('m-2', { cardId: '3' }, { tokenizedCard: { type: 'MP_TOKEN', token: await tokenFor(sandbox, '3528000000000106') } });
    assert.deepEqual([valueAt(replaced.body, 'onfileCardResult.cardId'), valueAt(replaced.body, 'cardResult.brand')], ['3', 'JCB']);
    assert.equal(titleOf(await store('m-2', { cardId: '9' })), '400 invalid_parameter');
    assert.deepEqual((await cardsOf('m-2')).map(({ cardId, index, brand, isDefault }) => [cardId, index, brand, isDefault]), [
      ['0', '0', 'VISA', false], ['1', '1', 'MASTERCARD', true], ['2', '2', 'VISA', false], ['3', '3', 'JCB', false], ['4', '4', 'VISA', false],
    ]);
    assert.equal((await sandbox.call('SearchCard', { ...SITE, MemberID: 'm-2', SeqMode: '1' }))['CardSeq'], '0|1|2|3|4');
  });

  it('refuses a card that may not be saved', async () => {
    const token = await tokenFor(sandbox);
    const source = { tokenizedCard: { type: 'MP_TOKEN', token } };
    assert.equal(titleOf(await store('m-3', { createNewMember: true }, {})), '400 missing_parameter');
    assert.equal(titleOf(await store('m-3', { createNewMember: true }, { referrer: { accessId: 'f'.repeat(32) } })), '400 invalid_parameter');
    const { AccessID } = await enter(sandbox);
    assert.equal(titleOf(await store('m-3', { createNewMember: true }, { referrer: { accessId: AccessID } })), '400 invalid_status');
    const number = { card: { cardNumber: '4111111111111111', expiryMonth: '12', expiryYear: '2030' } };
    assert.equal(titleOf(await store('m-3', { createNewMember: true }, number)), '400 invalid_contract');
    const checked = { createNewMember: true, duplicationCheckOptions: { enableDuplicationCheck: true } };
    assert.equal(titleOf(await store('m-3', checked, source)), '400 invalid_request', 'm-2 has it');
    assert.equal(titleOf(await inquire('m-3')), '400 invalid_parameter', 'nobody was made');
    const excluded = { createNewMember: true, duplicationCheckOptions: { enableDuplicationCheck: true, excludedMemberIds: ['m-2'] } };
    assert.equal((await store('m-3', excluded, source)).status, 201);
    assert.equal(titleOf(await store('m-3', {}, source)), '400 invalid_parameter', 'the token is spent');
  });

  it('charges a saved card by ID, by index and by default', async () => {
    const byDefault = await chargeOnfile({ memberId: 'm-2' });
    assert.equal(valueAt(byDefault.body, 'creditResult.cardResult.brand'), 'MASTERCARD');
    const byId = await chargeOnfile({ memberId: 'm-2', cardId: '3' });
    assert.equal(valueAt(byId.body, 'creditResult.cardResult.brand'), 'JCB');
    const orderId = String(valueAt(byId.body, 'orderReference.orderId'));
    assert.equal((await sandbox.call('SearchTrade', { ...SHOP, OrderID: orderId }))['MemberID'], 'm-2');
    assert.equal(titleOf(await chargeOnfile({ memberId: 'm-3' })), '400 missing_parameter', 'no default card');
    assert.equal(titleOf(await chargeOnfile({ memberId: 'm-3', index: '4' })), '400 invalid_parameter');
    assert.equal(titleOf(await chargeOnfile({ memberId: 'm-3', cardId: '7' })), '400 invalid_parameter');
    assert.equal(titleOf(await chargeOnfile({ memberId: 'nobody', cardId: '0' })), '400 invalid_parameter');
    assert.equal(titleOf(await chargeOnfile({ memberId: 'm-3', type: 'APPLE_PAY', cardId: '0' })), '400 invalid_contract');
    const renamed = await chargeOnfile({ memberId: 'm-3', index: '0', cardholderName: 'HANAKO YAMADA' });
    assert.equal(valueAt(renamed.body, 'creditResult.cardResult.cardholderName'), 'HANAKO YAMADA');
    assert.equal((await cardsOf('m-3'))[0]?.['cardholderName'], 'HANAKO YAMADA');
  });

  it('verifies a card, and saves it', async () => {
    const verify = async (information: Json): Promise<Reply> => {
      const { merchant, payer, order } = await chargeOf(sandbox);
      const body = { merchant, payer, order: with_(order as Json, 'amount', undefined) };
      return post(sandbox, '/credit/verifyCard', { ...body, creditVerificationInformation: information });
    };
    const withToken = async (cardno?: string) => ({
      tokenizedCard: { type: 'MP_TOKEN', token: await tokenFor(sandbox, cardno) },
      creditVerificationOptions: { useTds2: false },
    });
    const good = await verify(await withToken());
    assert.deepEqual([titleOf(good), statusOf(good), good.body['onfileCardResult']], ['201 NO_ACTION', 'CHECK', undefined]);
    assert.equal(valueAt(good.body, 'orderReference.amount'), undefined);
    assert.equal(titleOf(await verify(await withToken('4999000000000012'))), '402 card_declined');
    const kept = await verify({ ...(await withToken()), onfileCardOptions: { memberId: 'm-4', createNewMember: true, setDefault: true } });
    assert.deepEqual(kept.body['onfileCardResult'], { memberId: 'm-4', type: 'CREDIT_CARD', cardId: '0', isDefault: true });
    const refused = await verify({ ...(await withToken('4999000000000012')), onfileCardOptions: { memberId: 'm-5', createNewMember: true } });
    assert.equal(titleOf(refused), '402 card_declined');
    assert.equal(titleOf(await inquire('m-5')), '400 invalid_parameter', 'nobody was made');
    assert.equal(titleOf(await verify({ ...(await withToken()), onfileCardOptions: { memberId: 'm-5' } })), '400 invalid_parameter');
    const again = await verify({ onfileCard: { memberId: 'm-4', type: 'CREDIT_CARD' }, creditVerificationOptions: { useTds2: false } });
    assert.equal(titleOf(again), '201 NO_ACTION');
    assert.equal(titleOf(await verify({})), '400 missing_parameter');
    assert.equal(titleOf(await post(sandbox, '/order/capture', { accessId: accessIdOf(good) })), '400 invalid_status');
    assert.equal(titleOf(await post(sandbox, '/order/cancel', { accessId: accessIdOf(good) })), '400 invalid_status');
  });

  it('deletes one card', async () => {
    const deleteItem = (more: Json) => post(sandbox, '/member/deleteItem', { memberId: 'm-2', onfileType: 'CARD', onfileCardType: 'CREDIT_CARD', ...more });
    const deleted = await deleteItem({ cardId: '1' });
    assert.deepEqual([deleted.status, valueAt(deleted.body, 'deletedCard.brand')], [201, 'MASTERCARD']);
    assert.deepEqual((await cardsOf('m-2')).map(({ cardId, index }) => [cardId, index]), [['0', '0'], ['2', '1'], ['3', '2'], ['4', '3']]);
    assert.equal(titleOf(await deleteItem({ cardId: '1' })), '400 invalid_parameter');
    assert.equal(titleOf(await deleteItem({})), '400 missing_parameter');
    assert.equal(titleOf(await deleteItem({ cardId: '0', memberId: 'nobody' })), '400 invalid_parameter');
    assert.equal(titleOf(await deleteItem({ onfileType: 'WALLET', onfileWalletType: 'PAYPAY' })), '400 invalid_contract');
    assert.equal(titleOf(await deleteItem({ onfileCardType: 'APPLE_PAY', cardId: '0' })), '400 invalid_contract');
  });

  itMatchesTheDocument(heard);
});
