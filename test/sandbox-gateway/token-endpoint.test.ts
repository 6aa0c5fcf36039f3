import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { CARD, enter, MINUTE, openTokenPage, startSandbox, tokenFor, type TestSandbox, type TokenResponse } from './support.ts';

describe('token script', () => {
  let sandbox: TestSandbox;
  before(async () => {
    sandbox = await startSandbox();
  });
  after(() => sandbox.close());

  it('gives one token as text, with mask and expiry in Japan time', async () => {
    const { resultCode, tokenObject } = await (await openTokenPage(sandbox)).getToken(CARD);
    assert.equal(resultCode, '000');
    assert.match(String(tokenObject?.token), /^[0-9a-f]{64}$/);
    assert.deepEqual(
      { ...tokenObject, token: '' },
      { token: '', toBeExpiredAt: '2026-05-15-12-30-00', maskedCardNo: '*************111', isSecurityCodeSet: true },
    );
  });

  it('gives several different tokens as an array', async () => {
    const { tokenObject } = await (await openTokenPage(sandbox)).getToken({ ...CARD, tokennumber: 10 });
    assert.ok(Array.isArray(tokenObject?.token));
    assert.equal(new Set(tokenObject.token).size, 10);
  });

  it('says that no security code was set', async () => {
    const { tokenObject } = await (await openTokenPage(sandbox)).getToken({ ...CARD, securitycode: '', tokennumber: null });
    assert.equal(tokenObject?.isSecurityCodeSet, false);
  });

  const cases: readonly (readonly [code: string, card: Record<string, string>, why: string])[] = [
    ['100', { cardno: '' }, 'no number'],
    ['101', { cardno: '4111-1111' }, 'not digits'],
    ['102', { cardno: '411111111' }, 'nine digits'],
    ['000', { cardno: '4111111111' }, 'ten digits'],
    ['102', { cardno: '41111111111111111' }, 'seventeen digits'],
    ['110', { expire: '' }, 'no expiry'],
    ['111', { expire: '30/2' }, 'not digits'],
    ['112', { expire: '30123' }, 'five digits'],
    ['000', { expire: '203012' }, 'six digits'],
    ['113', { expire: '3013' }, 'month 13'],
    ['121', { securitycode: '12a' }, 'not digits'],
    ['122', { securitycode: '12345' }, 'five digits'],
    ['131', { holdername: '山田' }, 'not half-width'],
    ['131', { holdername: 'TARO|YAMADA' }, 'the separator'],
    ['000', { holdername: "O-HARA, J. / A" }, 'allowed signs'],
    ['132', { holdername: 'A'.repeat(51) }, 'too long'],
    ['141', { tokennumber: 'two' }, 'not digits'],
    ['142', { tokennumber: '0' }, 'none'],
    ['142', { tokennumber: '11' }, 'eleven'],
  ];
  for (const [code, card, why] of cases) {
    it(`answers ${code} for ${Object.keys(card).join()}: ${why}`, async () => {
      const response = await (await openTokenPage(sandbox)).getToken({ ...CARD, ...card });
      assert.equal(response.resultCode, code);
      assert.equal(response.tokenObject === undefined, code !== '000');
    });
  }

  for (const [code, shopId] of [['160', ''], ['161', 'tshop000000001'], ['162', 'tshop-1'], ['502', 'tshop99999999']] as const) {
    it(`answers ${code} for the shop ID "${shopId}"`, async () => {
      assert.equal((await (await openTokenPage(sandbox, shopId)).getToken(CARD)).resultCode, code);
    });
  }

  it('calls a global function through its own name', async () => {
    const page = await openTokenPage(sandbox);
    await new Promise<void>((resolve) => {
      page.window['heard'] = resolve;
      page.run(`
        window.onToken = function onToken(response) { window.response = response; heard(); };
        Multipayment.getToken(${JSON.stringify(CARD)}, onToken);
      `);
    });
    assert.equal(new URL(page.addresses[0] ?? '').searchParams.get('callback'), 'onToken');
    assert.equal((page.window['response'] as TokenResponse).resultCode, '000');
    assert.equal(typeof page.window['onToken'], 'function');
  });

  it('calls a dotted name', async () => {
    const page = await openTokenPage(sandbox);
    const response = await new Promise<TokenResponse>((resolve) => {
      page.window['shop'] = { checkout: { onToken: resolve } };
      page.run(`Multipayment.getToken(${JSON.stringify(CARD)}, 'shop.checkout.onToken')`);
    });
    assert.equal(response.resultCode, '000');
  });

  it('registers an anonymous function and removes it after the answer', async () => {
    const page = await openTokenPage(sandbox);
    const before = Object.keys(page.window);
    await page.getToken(CARD);
    assert.deepEqual(Object.keys(page.window), before);
  });

  it('never puts anything readable of the card into an address', async () => {
    const page = await openTokenPage(sandbox);
    await page.getToken({ ...CARD, securitycode: '987' });
    const address = decodeURIComponent(page.addresses.join());
    for (const secret of [CARD.cardno, '987', 'YAMADA', CARD.expire]) {
      assert.ok(!address.includes(`=${secret}`) && (secret.length < 5 || !address.includes(secret)), secret);
    }
    assert.deepEqual([...new URL(page.addresses[0] ?? '').searchParams.keys()].sort(), [
      'callback', 'encrypted', 'key', 'publicKey', 'seal', 'version',
    ]);
  });

  it('never keeps a card number or a security code', async () => {
    await (await openTokenPage(sandbox)).getToken({ ...CARD, cardno: '4999000000000099', securitycode: '9876' });
    const { tokens, transactions, members, requests } = sandbox.store;
    const kept = JSON.stringify([[...tokens.values()], [...transactions.values()], [...members.values()], requests]);
    assert.ok(kept.includes('*************099'));
    for (const secret of ['4999000000000099', '4111111111111111', '9876"']) assert.ok(!kept.includes(secret), secret);
  });

  it('is served to other origins, and answers with JavaScript', async () => {
    const script = await fetch(`${sandbox.gatewayOrigin}/ext/js/token.js`);
    assert.equal(script.headers.get('Cross-Origin-Resource-Policy'), 'cross-origin');
    const answer = await fetch(`${sandbox.gatewayOrigin}/ext/api/getToken?callback=a.b`);
    assert.match(answer.headers.get('Content-Type') ?? '', /^text\/javascript/);
    assert.equal(await answer.text(), 'a.b({"resultCode":"501"})');
  });
});

describe('token endpoint', () => {
  let sandbox: TestSandbox;
  let good: URLSearchParams;
  before(async () => {
    sandbox = await startSandbox();
    const page = await openTokenPage(sandbox);
    await page.getToken(CARD);
    good = new URL(page.addresses[0] ?? '').searchParams;
  });
  after(() => sandbox.close());

  const ask = async (change: Readonly<Record<string, string | null>>) => {
    const query = new URLSearchParams(good);
    for (const [name, value] of Object.entries(change)) {
      if (value === null) query.delete(name);
      else query.set(name, value);
    }
    return (await fetch(`${sandbox.gatewayOrigin}/ext/api/getToken?${query}`)).text();
  };

  const cases: readonly (readonly [code: string, why: string, change: Readonly<Record<string, string | null>>])[] = [
    ['531', 'no callback', { callback: null }],
    ['200', 'an empty callback', { callback: '' }],
    ['201', 'a callback that is more than a name', { callback: 'alert(1);x' }],
    ['501', 'no shop', { publicKey: null }],
    ['521', 'no key', { key: null }],
    ['511', 'no card', { encrypted: null }],
    ['541', 'no seal', { seal: null }],
    ['552', 'a seal over another callback', { callback: 'other' }],
  ];
  for (const [code, why, change] of cases) {
    it(`answers ${code} to ${why}`, async () => {
      const answer = await ask(change);
      assert.match(answer, new RegExp(`^[\\w.]*\\(\\{"resultCode":"${code}"\\}\\)$`));
    });
  }
});

describe('tokens', () => {
  let sandbox: TestSandbox;
  before(async () => {
    sandbox = await startSandbox();
  });
  after(() => sandbox.close());

  const execute = async (Token: string) =>
    (await sandbox.call('ExecTran', { ...(await enter(sandbox)), Method: '1', Token }))['ErrInfo'];

  it('are good once', async () => {
    const token = await tokenFor(sandbox);
    assert.equal(await execute(token), undefined);
    assert.equal(await execute(token), 'EX1000302');
  });

  it('are spent by a refused payment too', async () => {
    const token = await tokenFor(sandbox, '4999000000000002');
    assert.equal(await execute(token), '42G020000');
    assert.equal(await execute(token), 'EX1000302');
  });

  it('are good for thirty minutes', async () => {
    const [early, late] = [await tokenFor(sandbox), await tokenFor(sandbox)];
    sandbox.advance(30 * MINUTE - 1);
    assert.equal(await execute(early), undefined);
    sandbox.advance(1);
    assert.equal(await execute(late), 'EX1000303');
  });

  it('must exist and must look like tokens', async () => {
    assert.equal(await execute('0'.repeat(64)), 'EX1000301');
    assert.equal(await execute('abc'), 'EX1000304');
  });
});
