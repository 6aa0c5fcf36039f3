/** Link Type Plus: a shop asks for an address, a shopper without scripts pays there, and the result comes back signed. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { DAY, formsOf, pay, SHOP, SITE, startSandbox, tokenFor, walk, type ChallengeStep, type TestSandbox } from './support.ts';

const MEMBER = { ...SITE, MemberID: 'hanako' } as const;
const CARD = { number: '4111 1111 1111 1111', expiry: '12/30', name: 'hanako yamada', cvc: '123' } as const;
const RETURN = 'https://shop.example/link/return?order=7';

interface Opening {
  readonly transaction?: object;
  readonly credit?: object;
  readonly displaysetting?: object;
  readonly geturlparam?: object;
}

interface Result {
  readonly transactionresult: Readonly<Record<string, string | null>>;
  readonly credit?: Readonly<Record<string, string | null>>;
}

let orders = 0;

describe('Link Type Plus', () => {
  let sandbox: TestSandbox;
  beforeEach(async () => {
    sandbox = await startSandbox();
  });
  afterEach(() => sandbox.close());

  const ask = async (opening: Opening = {}) => {
    orders += 1;
    return fetch(`${sandbox.gatewayOrigin}/payment/GetLinkplusUrlPayment.json`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json;charset=UTF-8' },
      body: JSON.stringify({
        geturlparam: { ...SHOP, ...opening.geturlparam },
        configid: 'shoji',
        transaction: { OrderID: `link-${String(orders)}`, Amount: '1200', RetUrl: RETURN, ...opening.transaction },
        displaysetting: { ShopName: '金平糖<店>', ...opening.displaysetting },
        credit: { JobCd: 'CAPTURE', Method: '1', ...opening.credit },
      }),
    });
  };
  const open = async (opening: Opening = {}) => (await (await ask(opening)).json()) as { OrderID: string; LinkUrl: string };

  /** What the browser shows and where its forms lead. */
  const read = async (response: Response) => {
    const page = await response.text();
    return { status: response.status, page, alert: /role="alert">([^<]*)</.exec(page)?.[1] ?? '', forms: formsOf(page, response.url) };
  };
  const press = async (link: string, action: string, fields: Record<string, string> = {}) => {
    const payment = new URL(link).searchParams.get('payment') ?? '';
    const body = new URLSearchParams({ payment, action, ...fields });
    return fetch(`${sandbox.gatewayOrigin}/link/plus/checkout`, { method: 'POST', redirect: 'manual', body });
  };
  const payWith = async (link: string, number: string) => {
    await press(link, 'next', { ...CARD, number });
    return press(link, 'pay');
  };

  /** What a shop does with the one field that comes back: the signature first. */
  const open64 = (result = ''): Result => {
    const [text = '', hash] = result.split('.');
    assert.equal(hash, createHash('sha256').update(text + SHOP.ShopPass).digest('hex'));
    return JSON.parse(Buffer.from(text, 'base64url').toString()) as Result;
  };
  const status = async (OrderID: string) => (await sandbox.call('SearchTrade', { ...SHOP, OrderID }))['Status'];

  it('gives an address of the gateway', async () => {
    const response = await ask({ transaction: { OrderID: 'address' } });
    assert.equal(response.status, 200);
    const answer = (await response.json()) as Record<string, string>;
    assert.deepEqual(Object.keys(answer), ['OrderID', 'LinkUrl', 'ProcessDate']);
    assert.match(answer['LinkUrl'] ?? '', new RegExp(`^${sandbox.gatewayOrigin}/link/plus/checkout\\?payment=[0-9a-f]{48}$`));
    assert.deepEqual([answer['OrderID'], answer['ProcessDate']], ['address', '20260515120000']);
  });

  it('is paid on a page without scripts, and says so to the shop', async () => {
    const { OrderID, LinkUrl } = await open({ transaction: { Tax: '120', Overview: '金平糖 3袋' } });
    const shown = await fetch(LinkUrl);
    assert.match(shown.headers.get('Content-Security-Policy') ?? '', /default-src 'none'.*frame-ancestors 'none'/);
    const { page } = await read(shown);
    assert.ok(page.includes('<html lang="ja">') && page.includes('1,320円') && page.includes('金平糖 3袋'));
    assert.ok(page.includes('金平糖&lt;店&gt;') && !page.includes('<script'));

    const confirmation = await read(await press(LinkUrl, 'next', { ...CARD, number: '４１１１-1111-1111-1111', expiry: '1230' }));
    assert.ok(confirmation.page.includes('VISA *************111'));
    assert.equal(await status(OrderID), undefined);

    const done = await read(await press(LinkUrl, 'pay'));
    assert.ok(done.page.includes('お支払いが完了しました'));
    const [back] = done.forms;
    assert.deepEqual([back?.method, back?.action, Object.keys(back?.fields ?? {})], ['post', RETURN, ['result']]);
    const { transactionresult, credit } = open64(back?.fields['result']);
    assert.deepEqual(
      ['OrderID', 'Result', 'Processdate', 'ErrCode', 'ErrInfo', 'Paymethod'].map((name) => transactionresult[name]),
      [OrderID, 'PAYSUCCESS', '20260515120000', null, null, 'credit'],
    );
    assert.deepEqual([credit?.['Status'], credit?.['Method'], credit?.['PayTimes'], credit?.['TranDate']], ['CAPTURE', '1', null, '20260515120000']);
    const found = await sandbox.call('SearchTrade', { ...SHOP, OrderID });
    assert.deepEqual(
      [found['AccessID'], found['AccessPass'], found['TranID'], found['Amount'], found['Tax']],
      [transactionresult['AccessID'], transactionresult['AccessPass'], credit?.['TranID'], '1200', '120'],
    );
  });

  it('charges once, however often it is pressed', async () => {
    const { OrderID, LinkUrl } = await open();
    await payWith(LinkUrl, CARD.number);
    const again = await read(await press(LinkUrl, 'pay'));
    await press(LinkUrl, 'next', CARD);
    assert.ok(again.page.includes('お支払いが完了しました') && (await read(await fetch(LinkUrl))).page.includes('お支払いが完了しました'));
    assert.equal(sandbox.store.transactionOfOrder(OrderID)?.history.filter(({ call }) => call === 'ExecTran').length, 1);
  });

  const threeDs = { credit: { TdFlag: '2', Tds2Type: '2' } } as const;
  const authenticate = async (link: string, number: string, steps: readonly ChallengeStep[]) => {
    const redirected = await payWith(link, number);
    assert.equal(redirected.status, 303);
    const { returned } = await walk(sandbox, redirected.headers.get('Location') ?? '', steps);
    return read(await fetch(returned?.url ?? ''));
  };

  it('authenticates the shopper', async () => {
    const { OrderID, LinkUrl } = await open(threeDs);
    const done = await authenticate(LinkUrl, '4100000000005000', [{ password: '123456' }]);
    assert.equal(open64(done.forms[0]?.fields['result']).transactionresult['Result'], 'PAYSUCCESS');
    assert.equal(await status(OrderID), 'CAPTURE');
  });

  it('lets the shopper try again after a challenge that failed, and after one that was left', async () => {
    const { OrderID, LinkUrl } = await open(threeDs);
    const failed = await authenticate(LinkUrl, '4100000000005000', [{ action: 'cancel' }]);
    assert.match(failed.alert, /ご本人の確認ができませんでした/);
    assert.equal((await payWith(LinkUrl, '4100000000005000')).status, 303);
    await authenticate(LinkUrl, '4100000000000100', []);
    assert.equal(await status(OrderID), 'CAPTURE');
  });

  it('does not believe a browser that comes back too early', async () => {
    const { OrderID, LinkUrl } = await open(threeDs);
    await payWith(LinkUrl, '4100000000005000');
    const early = await read(await fetch(LinkUrl.replace('checkout?', 'checkout/back?')));
    assert.ok(early.page.includes('カード番号'));
    assert.equal(await status(OrderID), 'AUTHENTICATED');
  });

  it('says why a card was refused, and takes another one as often as RetryMax says', async () => {
    const { OrderID, LinkUrl } = await open({ transaction: { RetryMax: '1' } });
    const refused = await read(await payWith(LinkUrl, '4999000000000012'));
    assert.match(refused.alert, /カード会社の承認が得られませんでした/);
    assert.ok(refused.page.includes('id="number"'));
    const last = await read(await payWith(LinkUrl, '4999000000000002'));
    const { transactionresult } = open64(last.forms[0]?.fields['result']);
    assert.deepEqual(
      ['OrderID', 'Result', 'ErrCode', 'ErrInfo'].map((name) => transactionresult[name]),
      [OrderID, 'ERROR', 'G02', '42G020000'],
    );
    assert.equal(await status(OrderID), 'UNPROCESSED');
  });

  it('goes straight back with ResultSkipFlag, to CompleteUrl, and asks nothing with ConfirmSkipFlag', async () => {
    const CompleteUrl = 'https://shop.example/thanks';
    const { LinkUrl } = await open({ transaction: { ConfirmSkipFlag: '1', ResultSkipFlag: '1', CompleteUrl } });
    const { page, forms } = await read(await press(LinkUrl, 'next', CARD));
    assert.deepEqual([forms[0]?.action, open64(forms[0]?.fields['result']).transactionresult['Result']], [CompleteUrl, 'PAYSUCCESS']);
    assert.ok(page.includes('<script>document.forms[0].submit();'));
  });

  it('brings a shopper back who does not pay', async () => {
    const CancelUrl = 'https://shop.example/cart';
    const { OrderID, LinkUrl } = await open({ transaction: { CancelUrl } });
    const { forms } = await read(await press(LinkUrl, 'cancel'));
    const { transactionresult, credit } = open64(forms[0]?.fields['result']);
    assert.deepEqual([forms[0]?.action, transactionresult['OrderID'], transactionresult['Result']], [CancelUrl, OrderID, 'PAYSTART']);
    assert.equal(credit, undefined);
  });

  it('offers the cards of the member, and refuses those of others', async () => {
    await sandbox.call('SaveMember', MEMBER);
    await sandbox.call('SaveCard', { ...MEMBER, Token: await tokenFor(sandbox) });
    await sandbox.call('SaveCard', { ...MEMBER, DefaultFlag: '1', Token: await tokenFor(sandbox, '5100000000000107') });
    await sandbox.call('DeleteCard', { ...MEMBER, SeqMode: '1', CardSeq: '0' });
    const { OrderID, LinkUrl } = await open({ credit: { MemberID: 'hanako', SecCodeRequiredFlag: '1' } });
    const { page } = await read(await fetch(LinkUrl));
    assert.ok(page.includes('MASTER *************107') && !page.includes('VISA'));
    assert.match(page, /value="1" checked/);
    assert.match((await read(await press(LinkUrl, 'next', { place: '0' }))).page, /カードを選んでください/);
    await press(LinkUrl, 'next', { place: '1' });
    await press(LinkUrl, 'pay');
    const found = await sandbox.call('SearchTrade', { ...SHOP, OrderID });
    assert.deepEqual([found['Status'], found['MemberID'], found['CardNo']], ['CAPTURE', 'hanako', '*************107']);
  });

  it('tells which fields cannot be used, at the fields, and never repeats a card number', async () => {
    const { LinkUrl } = await open({ credit: { SecCodeRequiredFlag: '1' } });
    const wrong = { number: '4111x11111111111', expiry: '13/30', name: '花子', cvc: '12' };
    const { page, alert } = await read(await press(LinkUrl, 'next', wrong));
    assert.equal(alert, '入力をご確認ください。');
    for (const id of ['number', 'expiry', 'name', 'cvc']) {
      assert.match(page, new RegExp(`id="${id}"[^>]*aria-describedby="[^"]*${id}-bad"[^>]*aria-invalid="true"`));
    }
    assert.equal([...page.matchAll(/autofocus/g)].length, 1);
    assert.ok(page.includes('value="13/30"') && !page.includes(wrong.number) && !page.includes('value="12"'));
    assert.match((await read(await press(LinkUrl, 'next', { ...CARD, expiry: '04/26' }))).page, /有効期限が切れています/);
  });

  it('speaks English', async () => {
    const { LinkUrl } = await open({ displaysetting: { Lang: 'en' } });
    assert.match((await read(await fetch(LinkUrl))).page, /<html lang="en">[^]*Card number/);
  });

  it('lasts as long as the shop says', async () => {
    const [dated, days] = [await open({ transaction: { PaymentExpireDate: '202605151300' } }), await open({ transaction: { ExpireDays: '2' } })];
    sandbox.advance(61 * 60_000);
    const { page, forms } = await read(await payWith(dated.LinkUrl, CARD.number));
    assert.ok(page.includes('このお支払い画面は使えません'));
    const { transactionresult } = open64(forms[0]?.fields['result']);
    assert.deepEqual([transactionresult['Result'], transactionresult['ErrInfo']], ['EXPIRED', 'E11310004']);
    assert.ok((await read(await fetch(days.LinkUrl))).page.includes('カード番号'));
    sandbox.advance(2 * DAY);
    assert.ok((await read(await fetch(days.LinkUrl))).page.includes('このお支払い画面は使えません'));
  });

  it('does not know another address', async () => {
    assert.equal((await fetch(`${sandbox.gatewayOrigin}/link/plus/checkout?payment=${'0'.repeat(48)}`)).status, 404);
  });

  it('keeps neither the number nor the code of a card, and logs no secret of an address', async () => {
    const { LinkUrl } = await open({ credit: { SecCodeRequiredFlag: '1' } });
    await press(LinkUrl, 'next', { ...CARD, cvc: '987' });
    const kept = JSON.stringify([[...sandbox.store.links.values()], sandbox.store.requests]);
    assert.ok(kept.includes('*************111'));
    assert.doesNotMatch(kept, /(?<![0-9a-f])(?:4111|987)/i); // what is made by chance has such digits, too
    assert.ok(!JSON.stringify(sandbox.store.requests).includes(new URL(LinkUrl).searchParams.get('payment') ?? '?'));
  });

  it('pays in instalments', async () => {
    const { OrderID, LinkUrl } = await open({ credit: { Method: '2', PayTimes: '3' } });
    await payWith(LinkUrl, CARD.number);
    const found = await sandbox.call('SearchTrade', { ...SHOP, OrderID });
    assert.deepEqual([found['Method'], found['PayTimes']], ['2', '3']);
  });

  const refusals: readonly (readonly [errInfos: string, opening: Opening])[] = [
    ['E01010001|E01020001', { geturlparam: { ShopID: '', ShopPass: '' } }],
    ['E01030002', { geturlparam: { ShopPass: 'wrong' } }],
    ['E01040013|E01060006', { transaction: { OrderID: 'あ', Amount: 'x' } }],
    ['E01060001', { transaction: { Amount: undefined } }],
    ['E01E30008', { transaction: { RetUrl: 'javascript:alert(1)' } }],
    ['E01540005', { transaction: { CancelUrl: `https://shop.example/${'a'.repeat(256)}` } }],
    ['E01610005', { transaction: { RetryMax: '100' } }],
    ['E01660013', { displaysetting: { Lang: 'fr' } }],
    ['E01050002', { credit: { JobCd: 'PAY' } }],
    ['E01270001', { credit: { Method: '2' } }],
    ['E61030001', { transaction: { PayMethods: ['cvs'] } }],
    ['E01840010', { transaction: { PaymentExpireDate: 'tomorrow' } }],
  ];
  for (const [errInfos, opening] of refusals) {
    it(`answers ${errInfos} to ${JSON.stringify(opening).slice(0, 70)}`, async () => {
      const response = await ask(opening);
      assert.equal(response.status, 400);
      assert.deepEqual(await response.json(), errInfos.split('|').map((errInfo) => ({ errCode: errInfo.slice(0, 3), errInfo })));
    });
  }

  it('takes no order that has a transaction, and pays one order once by two addresses', async () => {
    const { OrderID } = await pay(sandbox);
    assert.deepEqual(await (await ask({ transaction: { OrderID } })).json(), [{ errCode: 'E01', errInfo: 'E01040010' }]);
    const transaction = { OrderID: 'two-addresses' };
    const [one, other] = [await open({ transaction }), await open({ transaction })];
    await payWith(one.LinkUrl, CARD.number);
    await payWith(other.LinkUrl, CARD.number);
    assert.equal(sandbox.store.links.get(new URL(other.LinkUrl).searchParams.get('payment') ?? '')?.errInfo, 'E01040010');
  });

  it('reads JSON only, by POST', async () => {
    const url = `${sandbox.gatewayOrigin}/payment/GetLinkplusUrlPayment.json`;
    const broken = await fetch(url, { method: 'POST', body: 'OrderID=1' });
    assert.deepEqual([broken.status, await broken.json()], [400, [{ errCode: 'E00', errInfo: 'E00000010' }]]);
    assert.match(await (await fetch(url)).text(), /E31500014/);
  });
});
