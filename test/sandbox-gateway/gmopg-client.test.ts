/** The npm client `gmopg` against the sandbox: one test per call. It sends its forms without percent-encoding. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { pay, RETURN_URL, SAVED_CARD, SHOP, SITE, startSandbox, tokenFor, walk, type TestSandbox } from './support.ts';

const { default: Gmopg } = createRequire(import.meta.url)('gmopg') as typeof import('gmopg');
const { ENUMS } = createRequire(import.meta.url)('gmopg') as typeof import('gmopg');

describe('npm client gmopg', () => {
  let sandbox: TestSandbox;
  let client: InstanceType<typeof Gmopg>;
  before(async () => {
    sandbox = await startSandbox();
    client = new Gmopg({ baseUrl: sandbox.gatewayOrigin, ...SHOP, ...SITE });
    await client.saveMember({ ...SITE, MemberID: 'standing' });
    await client.saveCard({ ...SITE, MemberID: 'standing', Token: await tokenFor(sandbox) });
  });
  after(() => sandbox.close());

  const { JobCd, Method, SeqMode, Status } = ENUMS;
  const entry = (OrderID: string) => ({ ...SHOP, OrderID, JobCd: JobCd.Auth, Amount: 1200 });

  it('registers a transaction: EntryTran', async () => {
    const { AccessID, AccessPass } = await client.entryTran(entry('gmopg-entry'));
    assert.match(`${AccessID}${AccessPass}`, /^[0-9a-f]{64}$/);
  });

  it('pays: ExecTran', async () => {
    const { AccessID, AccessPass } = await client.entryTran(entry('gmopg-exec'));
    const Token = await tokenFor(sandbox);
    const result = await client.execTran({ AccessID, AccessPass, OrderID: 'gmopg-exec', Method: Method.Lump, Token });
    assert.equal(result.OrderID, 'gmopg-exec');
    assert.equal(result.PayTimes, '');
    assert.match(result.Approve, /^[ \d]\d{6}$/);
  });

  it('authenticates: SecureTran2, with the RedirectUrl cut at &', async () => {
    const { AccessID, AccessPass } = await client.entryTran({ ...entry('gmopg-3ds'), TdFlag: '2' });
    type Started = { ACS: string; RedirectUrl: string; t: string };
    const started = await client.post<Record<string, string>, Started>('/payment/ExecTran.idPass', {
      AccessID,
      AccessPass,
      OrderID: 'gmopg-3ds',
      Method: '1',
      Token: await tokenFor(sandbox, '4100000000005000'),
      RetUrl: encodeURIComponent(RETURN_URL),
    });
    assert.equal(started.ACS, '2');
    await walk(sandbox, `${started.RedirectUrl}&t=${started.t}`, [{ password: '123456' }]);
    const settled = await client.post<Record<string, string>, { OrderID: string }>('/payment/SecureTran2.idPass', {
      AccessID,
      AccessPass,
    });
    assert.equal(settled.OrderID, 'gmopg-3ds');
  });

  it('looks up: SearchTrade', async () => {
    const { OrderID } = await pay(sandbox);
    const found = await client.searchTrade({ ...SHOP, OrderID });
    assert.equal(found.Status, Status.Auth);
    assert.equal(found.Amount, '1200');
    assert.equal(found.CardNo, '*************111');
  });

  it('captures: AlterTran', async () => {
    const { AccessID, AccessPass, OrderID } = await pay(sandbox);
    await client.alterTran({ ...SHOP, AccessID, AccessPass, JobCd: JobCd.Sales, Amount: 1200 });
    assert.equal((await client.searchTrade({ ...SHOP, OrderID })).Status, Status.Sales);
  });

  it('changes the amount: ChangeTran', async () => {
    const { AccessID, AccessPass, OrderID } = await pay(sandbox);
    await client.changeTran({ ...SHOP, AccessID, AccessPass, JobCd: JobCd.Auth, Amount: 900 });
    assert.equal((await client.searchTrade({ ...SHOP, OrderID })).Amount, '900');
  });

  it('saves a member: SaveMember', async () => {
    assert.equal((await client.saveMember({ ...SITE, MemberID: 'saved', MemberName: '山田' })).MemberID, 'saved');
    assert.equal(sandbox.store.members.get('saved')?.memberName, '山田');
  });

  it('finds a member: SearchMember', async () => {
    const found = await client.searchMember({ ...SITE, MemberID: 'standing' });
    assert.deepEqual({ ...found }, { MemberID: 'standing', MemberName: '', DeleteFlag: '0' });
  });

  it('renames a member: UpdateMember', async () => {
    await client.saveMember({ ...SITE, MemberID: 'renamed', MemberName: 'Before' });
    await client.updateMember({ ...SITE, MemberID: 'renamed', MemberName: 'After' });
    assert.equal(sandbox.store.members.get('renamed')?.memberName, 'After');
  });

  it('deletes a member: DeleteMember', async () => {
    await client.saveMember({ ...SITE, MemberID: 'deleted' });
    assert.equal((await client.deleteMember({ ...SITE, MemberID: 'deleted' })).MemberID, 'deleted');
    await assert.rejects(client.searchMember({ ...SITE, MemberID: 'deleted' }), { errInfo: ['E01390002'] });
  });

  it('saves a card: SaveCard', async () => {
    await client.saveMember({ ...SITE, MemberID: 'cards' });
    const saved = await client.saveCard({ ...SITE, MemberID: 'cards', Token: await tokenFor(sandbox) });
    assert.deepEqual({ ...saved }, SAVED_CARD);
  });

  it('lists cards: SearchCard', async () => {
    const found = await client.searchCard({ ...SITE, MemberID: 'standing', SeqMode: SeqMode.Logic });
    assert.deepEqual(found, [
      {
        CardSeq: '0',
        DefaultFlag: '0',
        CardName: '',
        CardNo: '*************111',
        Expire: '3012',
        HolderName: 'TARO YAMADA',
        DeleteFlag: '0',
      },
    ]);
  });

  it('deletes a card: DeleteCard', async () => {
    await client.saveMember({ ...SITE, MemberID: 'emptied' });
    await client.saveCard({ ...SITE, MemberID: 'emptied', Token: await tokenFor(sandbox) });
    await client.deleteCard({ ...SITE, MemberID: 'emptied', SeqMode: SeqMode.Logic, CardSeq: '0' });
    await assert.rejects(client.searchCard({ ...SITE, MemberID: 'emptied', SeqMode: SeqMode.Logic }), { errInfo: ['E01240002'] });
  });

  it('says what kind of card it is: SearchCardDetail', async () => {
    const [detail] = await client.searchCardDetail({ ...SHOP, ...SITE, MemberID: 'standing', SeqMode: SeqMode.Logic, CardSeq: '0' });
    assert.deepEqual([detail?.CardNo, detail?.Brand], ['*************111', 'VISA']);
  });

  it('replaces a card: SaveCard with CardSeq', async () => {
    await client.saveMember({ ...SITE, MemberID: 'replaced' });
    await client.saveCard({ ...SITE, MemberID: 'replaced', Token: await tokenFor(sandbox) });
    const Token = await tokenFor(sandbox, '5100000000000107');
    await client.saveCard({ ...SITE, MemberID: 'replaced', SeqMode: SeqMode.Logic, CardSeq: 0, DefaultFlag: '1', Token });
    const found = await client.searchCard({ ...SITE, MemberID: 'replaced', SeqMode: SeqMode.Logic, CardSeq: '0' });
    assert.deepEqual(found.map(({ CardNo, DefaultFlag }) => [CardNo, DefaultFlag]), [['*************107', '1']]);
  });

  it('charges a saved card: ExecTran with MemberID', async () => {
    const { AccessID, AccessPass } = await client.entryTran(entry('gmopg-saved'));
    const saved = { ...SITE, MemberID: 'standing', SeqMode: SeqMode.Logic, CardSeq: 0 };
    const result = await client.execTran({ AccessID, AccessPass, OrderID: 'gmopg-saved', Method: Method.Lump, ...saved });
    assert.equal(result.OrderID, 'gmopg-saved');
  });

  it('voids and gives back: AlterTran', async () => {
    const [voided, returned] = [await pay(sandbox, { JobCd: 'CAPTURE' }), await pay(sandbox, { JobCd: 'CAPTURE' })];
    const access = ({ AccessID, AccessPass }: typeof voided) => ({ ...SHOP, AccessID, AccessPass });
    await client.alterTran({ ...access(voided), JobCd: JobCd.Void });
    await client.alterTran({ ...access(returned), JobCd: JobCd.Return });
    assert.equal((await client.searchTrade({ ...SHOP, OrderID: voided.OrderID })).Status, Status.Void);
    assert.equal((await client.searchTrade({ ...SHOP, OrderID: returned.OrderID })).Status, Status.Return);
  });

  it('saves the card of a payment: TradedCard', async () => {
    const { OrderID } = await pay(sandbox);
    await client.saveMember({ ...SITE, MemberID: 'traded' });
    const saved = await client.post<Record<string, string>, { CardSeq: string }>('/payment/TradedCard.idPass', {
      ...SHOP,
      ...SITE,
      MemberID: 'traded',
      OrderID,
    });
    assert.equal(saved.CardSeq, '0');
  });

  it('throws the errors of a call, all of them', async () => {
    await assert.rejects(client.entryTran({ ...entry(''), Amount: Number.NaN }), { errInfo: ['E01040001', 'E01060006'] });
  });

  it('knows the codes of the sandbox', async () => {
    await assert.rejects(client.post('/payment/Nothing.idPass', {}), { errInfo: ['E91099997'] });
  });
});
