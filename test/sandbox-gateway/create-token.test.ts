/** Version 2 of the token script and its call, without a browser: see mp-token-fields.test.ts for its fields. */
import assert from 'node:assert/strict';
import { constants, createPublicKey, generateKeyPairSync, publicEncrypt } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import vm from 'node:vm';
import { SANDBOX_SHOP } from '../../demo/sandbox-gateway/sandbox-shop.ts';
import { CARD, enter, MINUTE, SHOP, SITE, startSandbox, type TestSandbox, type TokenResponse, type TypedCard } from './support.ts';

const { apiKey } = SANDBOX_SHOP;
const TOKEN = /^(?=.*\+)(?=.*\/)[0-9A-Za-z+/]{64}$/;

interface Client {
  getToken(card: TypedCard, callback?: unknown): Promise<TokenResponse>;
  [name: string]: unknown;
}

interface MpPage {
  readonly window: Record<string, unknown> & { Multipayment: Record<string, unknown> };
  /** What the script sent. */
  readonly bodies: string[];
  init(...parameters: unknown[]): Client;
}

/** A document without eval, with the script in it. */
async function openMpPage({ gatewayOrigin }: TestSandbox): Promise<MpPage> {
  const bodies: string[] = [];
  const window = {
    crypto, TextEncoder, atob, btoa, navigator: { language: 'ja' },
    fetch: (address: string, request: { body: string }) => {
      bodies.push(request.body);
      return fetch(address, request);
    },
  } as unknown as MpPage['window'];
  window['window'] = window;
  const context = vm.createContext(window, { codeGeneration: { strings: false, wasm: false } });
  vm.runInContext(await (await fetch(`${gatewayOrigin}/payment/js/mp-token.js`)).text(), context);
  return { window, bodies, init: (...parameters) => (window.Multipayment['init'] as (...all: unknown[]) => Client)(...parameters) };
}

const clientOf = async (sandbox: TestSandbox, key = sandbox.publicKey, asker: string = apiKey) =>
  (await openMpPage(sandbox)).init(asker, key, undefined, false, false);

const v2TokenFor = async (sandbox: TestSandbox, cardno: string = CARD.cardno): Promise<string> =>
  String((await (await clientOf(sandbox)).getToken({ ...CARD, cardno })).tokenObject?.token);

describe('mp-token.js', () => {
  let sandbox: TestSandbox;
  before(async () => {
    sandbox = await startSandbox();
  });
  after(() => sandbox.close());

  it('has init alone at first, and the client without it afterwards', async () => {
    const page = await openMpPage(sandbox);
    assert.deepEqual(Object.keys(page.window.Multipayment), ['init']);
    const client = page.init(apiKey, sandbox.publicKey, undefined, false, false);
    assert.equal(page.window.Multipayment, client);
    assert.ok(!('init' in client) && 'getToken' in client);
  });

  it('gives one token as text, by its promise and to its callback', async () => {
    const client = await clientOf(sandbox);
    const heard: TokenResponse[] = [];
    const response = await client.getToken(CARD, (each: TokenResponse) => heard.push(each));
    assert.deepEqual(heard, [response]);
    assert.equal(response.resultCode, '000');
    assert.match(String(response.tokenObject?.token), TOKEN);
    assert.deepEqual(
      { ...response.tokenObject, token: '' },
      { token: '', toBeExpiredAt: '2026-05-15-12-30-00', maskedCardNo: '*************111', isSecurityCodeSet: true },
    );
  });

  it('calls a callback by its dotted name, and takes whatever else for none', async () => {
    const page = await openMpPage(sandbox);
    const heard: TokenResponse[] = [];
    page.window['shop'] = { pay: { done: (response: TokenResponse) => heard.push(response) } };
    const client = page.init(apiKey, sandbox.publicKey);
    await client.getToken(CARD, 'shop.pay.done');
    for (const nobody of ['shop.nobody.here', 7, [], {}, null]) assert.equal((await client.getToken(CARD, nobody)).resultCode, '000');
    assert.equal(heard.length, 1);
  });

  it('takes the names of its types as well, and numbers', async () => {
    const client = await clientOf(sandbox);
    const response = await client.getToken({ cardNo: 4999000000000099n, expire: 203012, securityCode: 9876, holderName: 'A B', tokenNumber: 3 });
    assert.equal(response.tokenObject?.maskedCardNo, '*************099');
    assert.ok(Array.isArray(response.tokenObject.token));
    assert.equal(new Set(response.tokenObject.token).size, 3);
  });

  it('knows a shop by its ID alone, as version 1 does', async () => {
    assert.equal((await (await openMpPage(sandbox)).init(SHOP.ShopID).getToken(CARD)).resultCode, '000');
    assert.equal((await (await openMpPage(sandbox)).init('tshop99999999').getToken(CARD)).resultCode, '502');
  });

  const cases: readonly (readonly [code: string, card: Record<string, string>, why: string])[] = [
    ['100', { cardno: '' }, 'no number'],
    ['101', { cardno: '４１１１１１１１１１１１１１１１' }, 'full-width digits'],
    ['102', { cardno: '9'.repeat(400) }, 'far too long'],
    ['110', { expire: '' }, 'no expiry'],
    ['111', { expire: '30/2' }, 'not digits'],
    ['112', { expire: '30123' }, 'five digits'],
    ['113', { expire: '3013' }, 'month 13'],
    ['121', { securitycode: '12a' }, 'not digits'],
    ['122', { securitycode: '12345' }, 'five digits'],
    ['000', { securitycode: '' }, 'no security code'],
    ['131', { holdername: '山'.repeat(300) }, 'not half-width'],
    ['131', { holdername: '"'.repeat(300) }, 'doubled by JSON'],
    ['000', { holdername: 'A'.repeat(50) }, 'fifty'],
    ['132', { holdername: 'A'.repeat(51) }, 'fifty-one'],
    ['141', { tokennumber: 'two' }, 'not digits'],
    ['142', { tokennumber: '11' }, 'eleven'],
  ];
  for (const [code, card, why] of cases) {
    it(`answers ${code} for ${Object.keys(card).join()}: ${why}`, async () => {
      const response = await (await clientOf(sandbox)).getToken({ ...CARD, ...card });
      assert.equal(response.resultCode, code);
      assert.equal(response.tokenObject === undefined, code !== '000');
    });
  }

  it('answers 190 for the public key of another shop, and for one of no use', async () => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const other = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
    for (const key of [other, '', 'no key at all', sandbox.publicKey.slice(0, 40), '=']) {
      assert.equal((await (await clientOf(sandbox, key)).getToken(CARD)).resultCode, '190', key);
    }
  });

  it('takes the public key with the lines of PEM, too', async () => {
    const lines = sandbox.publicKey.replaceAll(/.{64}/g, '$&\n');
    const pem = `-----BEGIN PUBLIC KEY-----\n${lines}\n-----END PUBLIC KEY-----\n`;
    assert.equal((await (await clientOf(sandbox, pem)).getToken(CARD)).resultCode, '000');
  });

  it('never sends anything readable of a card', async () => {
    const page = await openMpPage(sandbox);
    await page.init(apiKey, sandbox.publicKey).getToken({ ...CARD, securitycode: '9876' });
    assert.equal(page.bodies.length, 1);
    for (const secret of [CARD.cardno, '9876', 'YAMADA']) assert.ok(!page.bodies.join().includes(secret), secret);
  });

  it('has nothing of Apple Pay and Google Pay', async () => {
    const client = (await clientOf(sandbox)) as unknown as Record<string, (request: unknown) => unknown>;
    assert.equal(JSON.stringify(client['checkAvailability']?.({})), '{}');
    assert.equal(client['createPaymentRequest']?.({}), undefined);
    assert.equal(await client['fetchEncryptedTokenObject']?.({}), undefined);
  });
});

describe('CreateToken.json', () => {
  let sandbox: TestSandbox;
  before(async () => {
    sandbox = await startSandbox();
  });
  after(() => sandbox.close());

  const CARD_VALUES = { cardNumber: '4111111111111111', cardholderName: 'TARO YAMADA', expiryMonth: '12', expiryYear: '30', securityCode: '123' };
  /** As a server does it. */
  const encrypted = (value: unknown): string =>
    publicEncrypt(
      {
        key: createPublicKey({ key: Buffer.from(sandbox.publicKey, 'base64'), format: 'der', type: 'spki' }),
        padding: constants.RSA_PKCS1_PADDING,
      },
      Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)),
    ).toString('base64');
  const post = (body: unknown) =>
    fetch(`${sandbox.gatewayOrigin}/payment/CreateToken.json`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: 'null' },
      body: JSON.stringify(body),
    });
  const good = (card: unknown = { card: CARD_VALUES }) => ({
    createCount: '1',
    encryptionParameters: { type: 'UNIQUE_PK', apiKey },
    encryptedData: encrypted(card),
  });
  interface Failed {
    readonly result: string;
    readonly errorList: readonly { readonly field?: string; readonly legacyCode: string }[];
  }

  it('takes a card under PKCS#1 v1.5 from a server', async () => {
    const response = await post({ ...good(), createCount: 2 });
    assert.equal(response.status, 200);
    const { tokenList, ...rest } = (await response.json()) as { tokenList: string[] };
    assert.deepEqual(rest, {
      result: 'success', maskedCardNumber: '*************111', tokenExpiryDate: '2026-05-15-12-30-00', isSecurityCodeSet: true,
    });
    assert.equal(tokenList.length, 2);
    for (const token of tokenList) assert.match(token, TOKEN);
  });

  it('makes one token where createCount is null', async () => {
    const { tokenList } = (await (await post({ ...good(), createCount: null })).json()) as { tokenList: string[] };
    assert.equal(tokenList.length, 1);
  });

  it('is open to every page', async () => {
    const preflight = await fetch(`${sandbox.gatewayOrigin}/payment/CreateToken.json`, {
      method: 'OPTIONS',
      headers: { Origin: 'null', 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'content-type' },
    });
    assert.equal(preflight.status, 204);
    assert.equal(preflight.headers.get('Access-Control-Allow-Origin'), '*');
    assert.equal(preflight.headers.get('Access-Control-Allow-Headers'), 'content-type');
    for (const body of [good(), {}]) assert.equal((await post(body)).headers.get('Access-Control-Allow-Origin'), '*');
  });

  const cases: readonly (readonly [code: string, why: string, body: () => unknown])[] = [
    ['551', 'nothing', () => null],
    ['551', 'no API key', () => ({ ...good(), encryptionParameters: { type: 'UNIQUE_PK' } })],
    ['551', 'an empty API key', () => ({ ...good(), encryptionParameters: { type: 'UNIQUE_PK', apiKey: '' } })],
    ['551', 'another type of key', () => ({ ...good(), encryptionParameters: { type: 'COMMON', apiKey } })],
    ['552', 'a wrong API key', () => ({ ...good(), encryptionParameters: { type: 'UNIQUE_PK', apiKey: `${apiKey}0` } })],
    ['552', 'the shop ID as API key', () => ({ ...good(), encryptionParameters: { type: 'UNIQUE_PK', apiKey: SHOP.ShopID } })],
    ['150', 'no card data', () => ({ ...good(), encryptedData: '' })],
    ['190', 'card data under no key', () => ({ ...good(), encryptedData: Buffer.from('{}').toString('base64') })],
    ['190', 'card data of the right length that is none', () => ({ ...good(), encryptedData: Buffer.alloc(256, 1).toString('base64') })],
    ['191', 'card data that is no JSON', () => good('4111111111111111|3012')],
    ['701', 'card data without a card', () => good({ cardNumber: '4111111111111111' })],
  ];
  for (const [code, why, body] of cases) {
    it(`answers ${code} to ${why}`, async () => {
      const response = await post(body());
      assert.equal(response.status, 400);
      const { result, errorList } = (await response.json()) as Failed;
      assert.equal(result, 'validation_error');
      assert.deepEqual(errorList.map(({ legacyCode }) => legacyCode), [code]);
    });
  }

  it('names every field that is wrong, in the order of the codes', async () => {
    const { errorList } = (await (await post({ ...good({ card: {} }), createCount: 'x' })).json()) as Failed;
    assert.deepEqual(
      errorList.map(({ field, legacyCode }) => `${legacyCode} ${field ?? ''}`),
      ['100 card.cardNumber', '110 card.expiryMonth', '110 card.expiryYear', '141 createCount'],
    );
  });

  for (const [code, field, card] of [
    ['113', 'card.expiryMonth', { expiryMonth: '13' }],
    ['112', 'card.expiryMonth', { expiryMonth: '1' }],
    ['112', 'card.expiryYear', { expiryYear: '203' }],
    ['121', 'card.securityCode', { securityCode: 'x' }],
    ['132', 'card.cardholderName', { cardholderName: 'A'.repeat(51) }],
  ] as const) {
    it(`answers ${code} for ${JSON.stringify(card)} with the field ${field}`, async () => {
      const { errorList } = (await (await post(good({ card: { ...CARD_VALUES, ...card } }))).json()) as Failed;
      assert.deepEqual(errorList.map((error) => [error.legacyCode, error.field]), [[code, field]]);
    });
  }

  it('fails as its faults say', async () => {
    sandbox.faults.set('getToken', 'drop');
    await assert.rejects(async () => (await post(good())).text(), { name: 'TypeError' });
    sandbox.faults.set('getToken', 'status-500');
    assert.equal((await post(good())).status, 500);
    sandbox.faults.set('getToken', 'result:902');
    assert.equal(((await (await post(good())).json()) as Failed).errorList[0]?.legacyCode, '902');
    sandbox.faults.set('getToken', 'slow:60');
    const started = performance.now();
    assert.equal((await post(good())).status, 200);
    assert.ok(performance.now() - started >= 59);
    sandbox.faults.set('getToken', 'silent');
    const sent = sandbox.store.requests.length;
    const giveUp = new AbortController();
    const answer = fetch(`${sandbox.gatewayOrigin}/payment/CreateToken.json`, { method: 'POST', body: '{}', signal: giveUp.signal });
    while (sandbox.store.requests.length === sent) await new Promise(setImmediate);
    giveUp.abort();
    await assert.rejects(answer, { name: 'AbortError' });
    assert.equal(sandbox.store.requests.at(-1)?.status, null);
    sandbox.faults.reset();
  });

  it('shares the faults of the script with version 1', async () => {
    const script = () => fetch(`${sandbox.gatewayOrigin}/payment/js/mp-token.js`);
    assert.equal((await script()).headers.get('Cross-Origin-Resource-Policy'), 'cross-origin');
    sandbox.faults.set('tokenScript', 'status-500');
    assert.equal((await script()).status, 500);
    sandbox.faults.set('tokenScript', 'drop');
    await assert.rejects(async () => (await script()).text(), { name: 'TypeError' });
    sandbox.faults.set('tokenScript', 'slow:60');
    const started = performance.now();
    assert.match(await (await script()).text(), /Multipayment/);
    assert.ok(performance.now() - started >= 59);
    sandbox.faults.reset();
  });

  it('never keeps a card number or a security code', async () => {
    await post(good({ card: { ...CARD_VALUES, cardNumber: '4999000000000099', securityCode: '9876' } }));
    const { tokens, requests } = sandbox.store;
    const kept = JSON.stringify([[...tokens.values()], requests]);
    assert.ok(kept.includes('*************099'));
    for (const secret of ['4999000000000099', '9876"']) assert.ok(!kept.includes(secret), secret);
  });
});

describe('tokens of version 2', () => {
  let sandbox: TestSandbox;
  before(async () => {
    sandbox = await startSandbox();
  });
  after(() => sandbox.close());

  const execute = async (Token: string) =>
    (await sandbox.call('ExecTran', { ...(await enter(sandbox)), Method: '1', Token }))['ErrInfo'];

  it('pay once, within half an hour', async () => {
    const [token, late] = [await v2TokenFor(sandbox), await v2TokenFor(sandbox)];
    assert.equal(await execute(token), undefined);
    assert.equal(await execute(token), 'EX1000302');
    sandbox.advance(30 * MINUTE);
    assert.equal(await execute(late), 'EX1000303');
  });

  it('are refused when they are written into the body of a form as they are', async () => {
    const { AccessID, AccessPass, OrderID } = await enter(sandbox);
    const token = await v2TokenFor(sandbox);
    const send = async (value: string) => {
      const body = `AccessID=${AccessID}&AccessPass=${AccessPass}&OrderID=${OrderID}&Method=1&Token=${value}`;
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
      return (await fetch(`${sandbox.gatewayOrigin}/payment/ExecTran.idPass`, { method: 'POST', headers, body })).text();
    };
    assert.match(await send(token), /ErrInfo=EX1000304/);
    assert.match(await send(encodeURIComponent(token)), /^ACS=0&/);
  });

  it('save a card, tell its details and make a card of a payment', async () => {
    const member = { ...SITE, MemberID: 'v2' };
    await sandbox.call('SaveMember', member);
    const saved = await sandbox.call('SaveCard', { ...member, Token: await v2TokenFor(sandbox, '3528000000000106') });
    assert.equal(saved['CardNo'], '*************106');
    const detail = await sandbox.call('SearchCardDetail', { ...SHOP, Token: await v2TokenFor(sandbox, '5100000000000107') });
    assert.equal(detail['Brand'], 'MASTER');
    const paid = await enter(sandbox);
    await sandbox.call('ExecTran', { ...paid, Method: '1', Token: await v2TokenFor(sandbox) });
    const traded = await sandbox.call('TradedCard', { ...SHOP, ...member, OrderID: paid.OrderID });
    assert.equal(traded['CardNo'], '*************111');
  });

  it('go wrong as the fault of the tokens says', async () => {
    for (const [fault, errInfo] of [['spent', 'EX1000302'], ['expired', 'EX1000303'], ['malformed', 'EX1000304']] as const) {
      sandbox.faults.set('issuedTokens', fault);
      assert.equal(await execute(await v2TokenFor(sandbox)), errInfo);
    }
    sandbox.faults.reset();
  });
});
