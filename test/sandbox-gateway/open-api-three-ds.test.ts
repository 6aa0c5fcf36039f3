/** The OpenAPI type with 3-D Secure 2: from the charge over the issuer back to the shop's callbackUrl. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { itMatchesTheDocument, recorder, type Exchange } from './open-api-document.ts';
import {
  CALLBACK_URL, callbackIn, charge, chargeOf, CSRF_TOKEN, post, valueAt, walkToShop, with_, type Json, type Reply,
} from './open-api-support.ts';
import { enterWith3ds, formsOf, SHOP, startSandbox, tokenFor, walk, type ChallengeStep, type TestSandbox } from './support.ts';

const CHALLENGE = '4100000000005000';
const RIGHT = { password: '123456' };

const titleOf = ({ status, body }: Reply): string => `${status} ${String(body['title'] ?? body['nextAction'])}`;
const accessIdOf = ({ body }: Reply): string => String(valueAt(body, 'orderReference.accessId'));
const statusOf = ({ body }: Reply): unknown => valueAt(body, 'orderReference.status');

describe('OpenAPI type: 3-D Secure', () => {
  const exchanges: Exchange[] = [];
  let sandbox: TestSandbox;
  before(async () => {
    sandbox = await startSandbox(recorder(exchanges));
  });
  after(() => sandbox.close());
  afterEach(() => {
    sandbox.faults.reset();
  });

  const start = (cardno: string, tds2Options: Json = {}): Promise<Reply> => charge(sandbox, { cardno, useTds2: true, tds2Options });
  const inquire = (reply: Reply): Promise<Reply> => post(sandbox, '/order/inquiry', { accessId: accessIdOf(reply) });
  const finalize = (reply: Reply, what = 'Charge'): Promise<Reply> =>
    post(sandbox, `/tds2/finalize${what}`, { accessId: accessIdOf(reply) });

  /** Number, what the shopper does, allowAttempt, what comes of it, and the result of the authentication. */
  type Row = readonly [name: string, number: string, steps: readonly ChallengeStep[], allowAttempt: string, end: string, result: string];
  const outcomes: readonly Row[] = [
    ['frictionless', '4100000000000100', [], 'FOLLOW', 'AUTH', 'Y 05 none'],
    ['frictionless, Mastercard', '5100000000000107', [], 'FOLLOW', 'AUTH', 'Y 02 none'],
    ['frictionless after the 3DS method', '4100000000600008', [], 'FOLLOW', 'AUTH', 'Y 05 none'],
    ['challenge, right password', CHALLENGE, [RIGHT], 'FOLLOW', 'AUTH', 'Y 05 none'],
    ['challenge, given up', CHALLENGE, [{ action: 'cancel' }], 'FOLLOW', 'processing_failure', 'N none 01'],
    ['attempt', '4100000000100009', [], 'FOLLOW', 'AUTH', 'A 06 26'],
    ['attempt, allowed, Mastercard', '5100000000100006', [], 'ALLOW', 'AUTH', 'A 01 26'],
    ['attempt, not allowed', '4100000000100009', [], 'NOT_ALLOW', 'processing_failure', 'A 06 26'],
    ['failed', '4100000000300005', [], 'FOLLOW', 'processing_failure', 'N none 01'],
    ['unavailable', '4100000000400003', [], 'FOLLOW', 'processing_failure', 'U none 22'],
    ['rejected', '4100000000500000', [], 'FOLLOW', 'processing_failure', 'R none 11'],
    ['refused by the issuer after a challenge', '4100000000005018', [RIGHT], 'FOLLOW', 'card_declined', 'Y 05 none'],
    ['balance too low after a challenge', '4100000000005026', [RIGHT], 'FOLLOW', 'insufficient_balance', 'Y 05 none'],
    ['no line after frictionless', '5999000000000078', [], 'FOLLOW', 'bad_gateway', 'Y 05 none'],
  ];
  const resultOf = ({ body }: Reply): string =>
    ['tds2TransResult', 'eci', 'tds2TransResultReason'].map((name) => (valueAt(body, `tds2Result.${name}`) as string | undefined) ?? 'none').join(' ');

  for (const [name, number, steps, allowAttempt, end, result] of outcomes) {
    const settled = end === 'AUTH' ? 'AUTH' : 'AUTHENTICATED';

    it(`asks the issuer by itself: ${name}: ${end}`, async () => {
      const started = await start(number, { allowAttempt });
      assert.deepEqual([titleOf(started), statusOf(started), started.body['creditResult']], ['202 REDIRECT', 'AUTHENTICATED', undefined]);
      const { redirectUrl, ...redirect } = started.body['redirectInformation'] as Json;
      assert.deepEqual(redirect, { httpMethod: 'GET', redirectType: 'TDS2' });
      assert.ok(String(redirectUrl).startsWith(`${sandbox.gatewayOrigin}/`));
      const waiting = await inquire(started);
      assert.deepEqual([statusOf(waiting), waiting.body['tds2Result']], ['AUTHENTICATED', undefined]);
      // whatever happened, the shop's page is told no outcome
      assert.deepEqual(await walkToShop(sandbox, started, steps), {
        address: CALLBACK_URL,
        parameter: { accessId: accessIdOf(started), event: 'TDS_CHARGE_FINISHED', csrfToken: CSRF_TOKEN },
      });
      const seen = await inquire(started);
      assert.deepEqual([statusOf(seen), resultOf(seen)], [settled, result]);
      assert.equal(valueAt(seen.body, 'errorInformation.title'), end === 'AUTH' ? undefined : end);
      assert.equal(valueAt(seen.body, 'creditResult.useTds2'), /^[YA]/.test(result));
      assert.equal((await finalize(started)).status >= 400, true, 'it is too late for the shop to ask');
    });

    it(`lets the shop ask the issuer: ${name}: ${end}`, async () => {
      const started = await start(number, { allowAttempt, autoAuthorization: false });
      assert.equal(titleOf(await finalize(started)), '400 invalid_status', 'the shopper is not back yet');
      const { parameter } = await walkToShop(sandbox, started, steps);
      assert.equal(parameter['event'], 'TDS_FINISHED');
      const back = await inquire(started);
      assert.deepEqual([statusOf(back), resultOf(back), back.body['errorInformation']], ['AUTHENTICATED', result, undefined]);
      const finished = await finalize(started);
      if (end !== 'AUTH') {
        assert.deepEqual([finished.status, finished.body['title']], [end === 'bad_gateway' ? 502 : 402, end]);
        assert.equal(statusOf(await inquire(started)), 'AUTHENTICATED');
        return;
      }
      assert.deepEqual([titleOf(finished), statusOf(finished), resultOf(finished)], ['201 CAPTURE', 'AUTH', result]);
      assert.equal(titleOf(await finalize(started)), '400 invalid_status', 'a second time');
      assert.equal(statusOf(await post(sandbox, '/order/capture', { accessId: accessIdOf(started) })), 'SALES');
    });
  }

  it('hands the callback over in Base64URL, behind the query of the shop', async () => {
    const body = with_(await chargeOf(sandbox, { useTds2: true }), 'merchant.csrfToken', undefined);
    const started = await post(sandbox, '/credit/charge', with_(body, 'merchant.callbackUrl', 'https://shop.example/back'));
    const { returned } = await walk(sandbox, String(valueAt(started.body, 'redirectInformation.redirectUrl')));
    const location = (await fetch(returned?.url ?? '', { redirect: 'manual' })).headers.get('Location') ?? '';
    assert.match(location, /^https:\/\/shop\.example\/back\?p=[\w-]+={0,2}$/);
    assert.equal((/p=(.*)$/.exec(location)?.[1] ?? '').length % 4, 0, 'padded');
    assert.deepEqual(callbackIn(location).parameter, { accessId: accessIdOf(started), event: 'TDS_CHARGE_FINISHED' });
  });

  it('asks for a challenge where the shop wants one', async () => {
    const started = await start('4100000000000100', { requiresChallenge: true });
    const { challenges } = await walk(sandbox, String(valueAt(started.body, 'redirectInformation.redirectUrl')));
    assert.equal(challenges.length, 1);
    const waiting = await inquire(started);
    assert.deepEqual([resultOf(waiting), valueAt(waiting.body, 'tds2Result.requiresChallenge')], ['C none none', true]);
    await walkToShop(sandbox, started, [RIGHT]);
    assert.equal(statusOf(await inquire(started)), 'AUTH');
  });

  it('does without an issuer that does not take part, where the shop says so', async () => {
    assert.equal(titleOf(await start('4100000000200007')), '402 processing_failure');
    assert.equal(titleOf(await start('4100000000700006')), '402 processing_failure');
    const skipped = await start('4100000000200007', { skipNotEnrolledCard: true });
    assert.deepEqual([titleOf(skipped), valueAt(skipped.body, 'creditResult.useTds2')], ['201 CAPTURE', false]);
    assert.equal(titleOf(await start('4100000000200007', { skipNotEnrolledCard: true, allowAttempt: 'NOT_ALLOW' })), '402 processing_failure');
  });

  it('is on when the shop says nothing, and needs a callbackUrl', async () => {
    const body = with_(await chargeOf(sandbox), 'creditInformation.creditChargeOptions.useTds2', undefined);
    for (const [callbackUrl, end] of [
      [undefined, '400 missing_parameter'], ['shop.example', '400 invalid_parameter'], ['http://shop.example/', '400 invalid_parameter'],
      [`https://shop.example/${'x'.repeat(256)}`, '400 invalid_parameter'], [CALLBACK_URL, '202 REDIRECT'],
    ] as const) {
      assert.equal(titleOf(await post(sandbox, '/credit/charge', with_(body, 'merchant.callbackUrl', callbackUrl))), end);
    }
  });

  it('brings nobody back who was not there, and asks the issuer once', async () => {
    const back = (accessId: string) => fetch(`${sandbox.gatewayOrigin}/openapi/return?AccessID=${accessId}`, { redirect: 'manual' });
    const started = await start(CHALLENGE);
    assert.equal((await back('f'.repeat(32))).status, 410);
    assert.equal((await back(accessIdOf(started))).status, 410);
    assert.equal(statusOf(await inquire(started)), 'AUTHENTICATED');
    const { address, parameter } = await walkToShop(sandbox, started, [RIGHT]);
    const [{ history } = { history: [] }] = [sandbox.store.transactions.get(accessIdOf(started))];
    const calls = history.length;
    assert.deepEqual(callbackIn((await back(accessIdOf(started))).headers.get('Location') ?? ''), { address, parameter });
    assert.equal(history.length, calls);
  });

  it('sends the browser back twice when the console wants it', async () => {
    const started = await start('4100000000000100');
    sandbox.faults.set('returning', 'twice');
    const page = await (await fetch(String(valueAt(started.body, 'redirectInformation.redirectUrl')))).text();
    const [form] = formsOf(page, sandbox.gatewayOrigin);
    assert.equal(form?.isTwice, true);
    const second = await (await fetch(`${form.action}?${new URLSearchParams(form.fields).toString()}`)).text();
    const [last] = formsOf(second, sandbox.gatewayOrigin);
    assert.deepEqual([last?.action, last?.method, last?.isTwice, last?.fields['order']], ['https://shop.example/callback', 'get', true, '7']);
    assert.equal(callbackIn(`https://shop.example/?p=${last?.fields['p'] ?? ''}`).parameter['accessId'], accessIdOf(started));
    assert.equal(statusOf(await inquire(started)), 'AUTH');
  });

  it('tells the issuer what the shop tells of the shopper, and keeps the names only', async () => {
    const address = { name: '山田 太郎', line1: '1-2-3', city: '渋谷区', state: '013', postCode: '150-0043' };
    const body = with_(await chargeOf(sandbox, { useTds2: true }), 'order.billingAddress', address);
    const started = await post(sandbox, '/credit/charge', with_(body, 'tds2Information.tds2Data', { chAccDate: '20200101', txnActivityDay: 2 }));
    assert.deepEqual(sandbox.store.transactions.get(accessIdOf(started))?.session?.riskFields.toSorted(), [
      'Tds2BillAddrCity', 'Tds2BillAddrCountry', 'Tds2BillAddrLine1', 'Tds2BillAddrPostCode', 'Tds2BillAddrState', 'Tds2ChAccDate', 'Tds2Email',
      'Tds2MobilePhoneCC', 'Tds2MobilePhoneSubscriber', 'Tds2TxnActivityDay',
    ]);
  });

  it('verifies a card with 3-D Secure, and saves it only then', async () => {
    for (const autoAuthorization of [true, false]) {
      const memberId = `three-ds-${autoAuthorization ? 'auto' : 'by-hand'}`;
      const { merchant, payer, order } = await chargeOf(sandbox);
      const started = await post(sandbox, '/credit/verifyCard', {
        merchant,
        payer,
        order: with_(order as Json, 'amount', undefined),
        creditVerificationInformation: {
          tokenizedCard: { type: 'MP_TOKEN', token: await tokenFor(sandbox, CHALLENGE) },
          onfileCardOptions: { memberId, createNewMember: true, setDefault: true },
        },
        tds2Information: { tds2Options: { autoAuthorization } },
      });
      assert.equal(titleOf(started), '202 REDIRECT');
      assert.equal(sandbox.store.members.has(memberId), false);
      const { parameter } = await walkToShop(sandbox, started, [RIGHT]);
      assert.equal(parameter['event'], autoAuthorization ? 'TDS_VERIFICATION_FINISHED' : 'TDS_FINISHED');
      if (!autoAuthorization) {
        assert.equal(sandbox.store.members.has(memberId), false);
        assert.equal(titleOf(await finalize(started)), '400 invalid_status', 'not the call for it');
        const finished = await finalize(started, 'Verification');
        assert.equal(titleOf(finished), '201 NO_ACTION');
        assert.deepEqual(finished.body['onfileCardResult'], { memberId, type: 'CREDIT_CARD', cardId: '0', isDefault: true });
      }
      assert.equal(statusOf(await inquire(started)), 'CHECK');
      assert.equal(sandbox.store.members.get(memberId)?.cards.length, 1);
    }
    const paid = await start(CHALLENGE, { autoAuthorization: false });
    assert.equal(titleOf(await finalize(paid, 'Verification')), '400 invalid_status');
    assert.equal(titleOf(await post(sandbox, '/tds2/finalizeCharge', { accessId: 'f'.repeat(32) })), '400 invalid_status');
    assert.equal(titleOf(await post(sandbox, '/tds2/finalizeCharge', {})), '400 missing_parameter');
  });

  it('charges a saved card with 3-D Secure', async () => {
    const { merchant, payer, order } = await chargeOf(sandbox);
    const started = await post(sandbox, '/credit/on-file/charge', {
      merchant,
      payer,
      order,
      creditOnfileInformation: {
        onfileCard: { memberId: 'three-ds-auto', type: 'CREDIT_CARD', cardholderName: 'HANAKO YAMADA' },
        creditChargeOptions: { authorizationMode: 'CAPTURE' },
      },
    });
    assert.equal(titleOf(started), '202 REDIRECT');
    const nameOf = () => sandbox.store.members.get('three-ds-auto')?.cards[0]?.holderName;
    assert.equal(nameOf(), 'TARO YAMADA');
    await walkToShop(sandbox, started, [RIGHT]);
    assert.deepEqual([statusOf(await inquire(started)), nameOf()], ['CAPTURE', 'HANAKO YAMADA']);
  });

  it('shares a payment with the protocol type in the middle of it', async () => {
    const ours = await start('4100000000000100', { autoAuthorization: false });
    await walkToShop(sandbox, ours);
    const AccessPass = String(valueAt(ours.body, 'orderReference.accessPass'));
    assert.equal((await sandbox.call('SecureTran2', { AccessID: accessIdOf(ours), AccessPass }))['ErrInfo'], undefined);
    assert.equal(statusOf(await inquire(ours)), 'AUTH');
    const { AccessID, OrderID, answer } = await enterWith3ds(sandbox, '4100000000000100');
    await walk(sandbox, answer['RedirectUrl'] ?? '');
    assert.equal(titleOf(await post(sandbox, '/tds2/finalizeCharge', { accessId: AccessID })), '201 CAPTURE');
    assert.equal((await sandbox.call('SearchTrade', { ...SHOP, OrderID }))['Status'], 'AUTH');
  });

  itMatchesTheDocument(exchanges);
});
