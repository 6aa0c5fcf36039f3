import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import iconv from 'iconv-lite';
import { enter, enterWith3ds, parseAnswer, SHOP, SITE, startSandbox, tokenFor, type TestSandbox } from './support.ts';

describe('protocol type on the wire', () => {
  let sandbox: TestSandbox;
  before(async () => {
    sandbox = await startSandbox();
  });
  after(() => sandbox.close());

  const post = async (name: string, body: BodyInit, type?: string): Promise<Buffer> => {
    const response = await fetch(`${sandbox.gatewayOrigin}/payment/${name}.idPass`, {
      method: 'POST',
      body,
      ...(type === undefined ? {} : { headers: { 'Content-Type': type } }),
    });
    assert.equal(response.status, 200);
    return Buffer.from(await response.arrayBuffer());
  };
  const FORM = 'application/x-www-form-urlencoded';
  const site = `SiteID=${SITE.SiteID}&SitePass=${SITE.SitePass}`;

  it('answers raw pairs as Windows-31J text with status 200, errors too', async () => {
    const response = await fetch(`${sandbox.gatewayOrigin}/payment/EntryTran.idPass`, { method: 'POST', body: '' });
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('Content-Type'), 'text/plain;charset=Windows-31J');
    assert.equal(
      await response.text(),
      'ErrCode=E01|E01|E01|E01|E01&ErrInfo=E01010001|E01020001|E01040001|E01050001|E01060001',
    );
  });

  it('reports every wrong parameter at once', async () => {
    const answer = await sandbox.call('EntryTran', {
      ...SHOP,
      OrderID: 'あ'.repeat(28),
      JobCd: 'PAY',
      Amount: '12a45678',
      Tax: 'x',
      TdFlag: '7',
      Tds2Type: '9',
    });
    assert.equal(
      answer['ErrInfo'],
      'E01040003|E01040013|E01070006|E01080007|E01950008|E01050002|E01060005|E01060006',
    );
    assert.equal(answer['ErrCode'], 'E01|E01|E01|E01|E01|E01|E01|E01');
  });

  it('knows neither other calls nor GET', async () => {
    assert.equal(String(await post('EntryTranPaypay', '')), 'ErrCode=E91&ErrInfo=E91099997');
    const get = await fetch(`${sandbox.gatewayOrigin}/payment/EntryTran.idPass`);
    assert.equal(await get.text(), 'ErrCode=E31&ErrInfo=E31500014');
  });

  it('answers ExecTran in the order of GMO, with empty values kept', async () => {
    const entered = await enter(sandbox);
    const body = new URLSearchParams({ ...entered, Method: '1', Token: await tokenFor(sandbox) });
    const text = String(await post('ExecTran', body));
    assert.match(
      text,
      new RegExp(
        `^ACS=0&OrderID=${entered.OrderID}&Forward=2a99662&Method=1&PayTimes=&Approve=[ \\d]\\d{6}` +
          '&TranID=2605151200\\d{18}&TranDate=20260515120000&CheckString=[0-9a-f]{32}$',
      ),
    );
  });

  it('answers SearchTrade with every key, blank while unknown', async () => {
    const { OrderID, AccessID, AccessPass } = await enter(sandbox, { Tax: '120' });
    assert.equal(
      String(await post('SearchTrade', new URLSearchParams({ ...SHOP, OrderID }))),
      `OrderID=${OrderID}&Status=UNPROCESSED&ProcessDate=20260515120000&JobCd=AUTH&AccessID=${AccessID}` +
        `&AccessPass=${AccessPass}` +
        '&ItemCode=0000990&Amount=1200&Tax=120&SiteID=&MemberID=&CardNo=&Expire=&Method=&PayTimes=&Forward=&TranID=&Approve=' +
        '&ClientField1=&ClientField2=&ClientField3=',
    );
  });

  it('ends with a RedirectUrl that is not encoded', async () => {
    const entered = await enter(sandbox, { TdFlag: '2', Tds2Type: '2' });
    const body = new URLSearchParams({
      ...entered,
      Method: '1',
      Token: await tokenFor(sandbox),
      RetUrl: 'https://shop.example/r',
    });
    assert.match(
      String(await post('ExecTran', body)),
      new RegExp(`^ACS=2&RedirectUrl=${sandbox.gatewayOrigin}/api/v2/brw/callback\\?transId=[0-9a-f-]{36}&t=[0-9a-f]{32}$`),
    );
  });

  const percent = (bytes: Buffer) => [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  const encodings: readonly (readonly [name: string, body: (name: Buffer, sjis: Buffer) => BodyInit, type: string])[] = [
    ['percent-encoded Shift_JIS', (_, sjis) => `${site}&MemberID=M&MemberName=${percent(sjis)}`, FORM],
    ['percent-encoded UTF-8', (utf8) => `${site}&MemberID=M&MemberName=${percent(utf8)}`, FORM],
    ['raw UTF-8', (utf8) => Uint8Array.from(Buffer.concat([Buffer.from(`${site}&MemberID=M&MemberName=`), utf8])), FORM],
    ['raw Shift_JIS', (_, sjis) => Uint8Array.from(Buffer.concat([Buffer.from(`${site}&MemberID=M&MemberName=`), sjis])), FORM],
    ['declared Shift_JIS', (_, sjis) => `MemberName=${percent(sjis)}&${site}&MemberID=M`, `${FORM}; charset=Windows-31J`],
  ];
  for (const [name, body, type] of encodings) {
    it(`reads ${name} and answers Shift_JIS`, async () => {
      const text = '表示 太郎'; // 表 ends in the byte of a backslash
      await sandbox.call('DeleteMember', { ...SITE, MemberID: 'M' });
      await post('SaveMember', body(Buffer.from(text), iconv.encode(text, 'windows31j')), type);
      const answer = await post('SearchMember', `${site}&MemberID=M`, FORM);
      assert.equal(iconv.decode(answer, 'windows31j'), `MemberID=M&MemberName=${text}&DeleteFlag=0`);
    });
  }

  it('reads multipart', async () => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...SITE, MemberID: 'multi', MemberName: '花子 & 太郎' })) form.append(name, value);
    assert.equal(String(await post('SaveMember', form)), 'MemberID=multi');
    assert.equal(sandbox.store.members.get('multi')?.memberName, '花子 & 太郎');
  });

  it('reads + as a blank, and takes the first of two equal names', async () => {
    await post('SaveMember', `${site}&MemberID=plus&MemberName=A+B&MemberName=C`, FORM);
    assert.equal(sandbox.store.members.get('plus')?.memberName, 'A B');
  });

  it('asks who is calling', async () => {
    assert.equal((await sandbox.call('SearchTrade', { ...SHOP, ShopPass: 'wrong', OrderID: 'x' }))['ErrInfo'], 'E01030002');
    assert.equal((await sandbox.call('SearchMember', { ...SITE, SitePass: 'wrong', MemberID: 'x' }))['ErrInfo'], 'E01210002');
  });

  it('echoes client fields when asked to', async () => {
    const entered = await enter(sandbox);
    const answer = await sandbox.call('ExecTran', {
      ...entered,
      Method: '1',
      Token: await tokenFor(sandbox),
      ClientField1: 'a',
      ClientField3: 'c',
      ClientFieldFlag: '1',
    });
    assert.deepEqual([answer['ClientField1'], answer['ClientField2'], answer['ClientField3']], ['a', '', 'c']);
  });

  const executions: readonly (readonly [errInfo: string, parameters: Record<string, string>])[] = [
    ['E01260001', { Method: '' }],
    ['E01260002', { Method: '9' }],
    ['E01270001', { Method: '2' }],
    ['E01270006', { Method: '2', PayTimes: 'x' }],
    ['E01270010', { Method: '2', PayTimes: '1' }],
    ['E01160010', { Method: '4', PayTimes: '3' }],
    ['E01170001|E01180001', { Token: '' }],
    ['E61040001', { Token: '', CardNo: '4111111111111111', Expire: '3012' }],
    ['E01840010', { MemberID: 'someone' }],
    ['E01E30001', { RetUrl: '' }],
    ['E01E30005|E01E30008', { RetUrl: `ftp://shop.example/${'a'.repeat(256)}` }],
    ['E01E30008', { RetUrl: 'http://shop.example/return' }],
    ['E01EA0007', { CallbackType: '4' }],
    ['E01320012|E01320013', { ClientField1: `<${'あ'.repeat(50)}` }],
    ['E01B80008|E01E80001', { Tds2Email: 'nobody', Tds2MobilePhoneCC: '81' }],
    ['E01B70010', { Tds2BillAddrState: '13' }],
  ];
  for (const [errInfo, parameters] of executions) {
    it(`answers ${errInfo} to ExecTran with ${JSON.stringify(parameters).slice(0, 60)}`, async () => {
      const { answer } = await enterWith3ds(sandbox, '4111111111111111', {}, parameters);
      assert.equal(answer['ErrInfo'], errInfo);
    });
  }

  for (const RetUrl of ['http://localhost:8080/r', 'http://shop.localhost:1/r', 'http://127.0.0.1/r', 'http://[::1]:9/r']) {
    it(`lets a browser return to ${RetUrl}`, async () => {
      const { answer } = await enterWith3ds(sandbox, '4111111111111111', {}, { RetUrl });
      assert.equal(answer['ACS'], '2');
    });
  }

  const entries: readonly (readonly [errInfo: string, parameters: Record<string, string>])[] = [
    ['E01060011', { Amount: '0' }],
    ['E01490005', { Amount: '9999999', Tax: '1' }],
    ['E01080010', { TdFlag: '1' }],
    ['E01080101', { TdRequired: '1' }],
    ['E01EZ0008', { TdFlag: '2', TdRequired: '3' }],
    ['E01370008', { TdTenantName: 'あ' }],
    ['E01370012', { TdTenantName: 'A'.repeat(26) }],
  ];
  for (const [errInfo, parameters] of entries) {
    it(`answers ${errInfo} to EntryTran with ${JSON.stringify(parameters)}`, async () => {
      const answer = await sandbox.call('EntryTran', { ...SHOP, OrderID: 'refused', JobCd: 'AUTH', Amount: '1', ...parameters });
      assert.equal(answer['ErrInfo'], errInfo);
    });
  }

  it('writes method, path and status of a request down, and nothing of its body or query', async () => {
    await fetch(`${sandbox.gatewayOrigin}/ext/api/getToken?callback=secret`);
    await post('EntryTran', 'ShopPass=secret', FORM);
    assert.deepEqual(sandbox.store.requests.slice(-2), [
      { server: 'gateway', method: 'GET', path: '/ext/api/getToken', status: 200 },
      { server: 'gateway', method: 'POST', path: '/payment/EntryTran.idPass', status: 200 },
    ]);
  });

  it('is read by the rule that RedirectUrl is last', () => {
    assert.deepEqual(parseAnswer('ACS=2&RedirectUrl=http://x/?a=1&t=2'), { ACS: '2', RedirectUrl: 'http://x/?a=1&t=2' });
  });
});
