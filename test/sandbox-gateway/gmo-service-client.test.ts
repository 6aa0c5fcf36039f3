/** The npm client `@motionpicture/gmo-service` against the sandbox: one test per call. It sends multipart, and knows 3-D Secure 2. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { service, utils } from '@motionpicture/gmo-service';
import { pay, RETURN_URL, SHOP, SITE, startSandbox, statusOf, tokenFor, walk, type TestSandbox } from './support.ts';

const shop = { shopId: SHOP.ShopID, shopPass: SHOP.ShopPass };
const site = { siteId: SITE.SiteID, sitePass: SITE.SitePass };
const { CallbackType, JobCd, Method, SeqMode, Status } = utils.util;

describe('npm client @motionpicture/gmo-service', () => {
  let sandbox: TestSandbox;
  let credit: service.Credit;
  let card: service.Card;
  before(async () => {
    sandbox = await startSandbox();
    const options = { endpoint: sandbox.gatewayOrigin, useFetch: true };
    credit = new service.Credit(options);
    card = new service.Card(options);
    await card.saveMember({ ...site, memberId: 'standing', memberName: '花子' });
    await card.saveCard({ ...site, memberId: 'standing', token: await tokenFor(sandbox), seqMode: SeqMode.Logic });
  });
  after(() => sandbox.close());

  const standing = { ...site, memberId: 'standing', seqMode: SeqMode.Physics };
  const enter = (orderId: string, more: object = {}) => credit.entryTran({ ...shop, orderId, jobCd: JobCd.Auth, amount: 1200, ...more });
  const paid = async (jobCd = 'AUTH') => {
    const entered = await pay(sandbox, { JobCd: jobCd });
    return { ...entered, access: { ...shop, accessId: entered.AccessID, accessPass: entered.AccessPass } };
  };

  it('registers a transaction and pays: EntryTran, ExecTran', async () => {
    const access = await enter('mp-exec');
    const result = await credit.execTran({ ...access, orderId: 'mp-exec', method: Method.Lump, token: await tokenFor(sandbox) });
    assert.deepEqual([result.acs, result.orderId, result.payTimes], ['0', 'mp-exec', '']);
  });

  it('authenticates: ExecTran with 3-D Secure, SecureTran2', async () => {
    const access = await enter('mp-3ds', { tdFlag: '2', tds2Type: '2' });
    const token = await tokenFor(sandbox, '4100000000005000');
    const options = { orderId: 'mp-3ds', method: Method.Lump, token, retUrl: RETURN_URL, callbackType: CallbackType.Post };
    const started = await credit.execTran3ds({ ...access, ...options });
    assert.equal(started.acs, '2');
    await walk(sandbox, String(started.redirectUrl), [{ password: '123456' }]);
    assert.equal((await credit.secureTran2(access)).orderID, 'mp-3ds');
  });

  it('charges a saved card: ExecTran with a member', async () => {
    const access = await enter('mp-saved');
    const result = await credit.execTran({ ...access, orderId: 'mp-saved', method: Method.Lump, ...standing, cardSeq: 0 });
    assert.equal(result.acs, '0');
    assert.equal((await credit.searchTrade({ ...shop, orderId: 'mp-saved' })).memberId, 'standing');
  });

  it('captures, voids and gives back: AlterTran', async () => {
    for (const [entry, jobCd, amount, status] of [
      ['AUTH', JobCd.Sales, 1200, Status.Sales],
      ['CAPTURE', JobCd.Void, undefined, Status.Void],
      ['CAPTURE', JobCd.Return, undefined, Status.Return],
    ] as const) {
      const { access, ...entered } = await paid(entry);
      await credit.alterTran({ ...access, jobCd, ...(amount === undefined ? {} : { amount }) });
      assert.equal(await statusOf(sandbox, entered), status);
    }
  });

  it('changes the amount and looks it up: ChangeTran, SearchTrade', async () => {
    const { access, OrderID } = await paid();
    await credit.changeTran({ ...access, jobCd: JobCd.Auth, amount: 900 });
    const found = await credit.searchTrade({ ...shop, orderId: OrderID });
    assert.deepEqual([found.amount, found.status, found.cardNo], ['900', Status.Auth, '*************111']);
  });

  it('says what kind of card it is: SearchCardDetail', async () => {
    const { OrderID } = await paid();
    const detail = await credit.searchCardDetail({ ...shop, searchType: '1', orderId: OrderID });
    assert.deepEqual([detail.cardNo, detail.brand, detail.info5], ['*************111', 'VISA', '']);
  });

  it('saves, renames, finds and deletes a member', async () => {
    const member = { ...site, memberId: 'mp-member' };
    assert.equal((await card.saveMember({ ...member, memberName: '山田' })).memberId, 'mp-member');
    await card.updateMember({ ...member, memberName: '鈴木' });
    assert.equal(sandbox.store.members.get('mp-member')?.memberName, '鈴木');
    await card.updateMember({ ...member, memberName: 'Suzuki' });
    assert.deepEqual(await card.searchMember(member), { memberId: 'mp-member', memberName: 'Suzuki', deleteFlag: '0' });
    assert.equal((await card.deleteMember(member)).memberId, 'mp-member');
    await assert.rejects(card.searchMember(member), isRefused('E01390002'));
  });

  it('saves, lists, replaces and deletes cards', async () => {
    const member = { ...site, memberId: 'mp-cards', seqMode: SeqMode.Logic };
    await card.saveMember(member);
    const saved = await card.saveCard({ ...member, token: await tokenFor(sandbox) });
    assert.deepEqual(saved, { cardSeq: '0', cardNo: '*************111', forward: '2a99662' });
    await card.saveCard({ ...member, token: await tokenFor(sandbox, '5100000000000107'), cardName: 'blue', defaultFlag: '1' });
    await card.saveCard({ ...member, token: await tokenFor(sandbox, '3528000000000106'), cardSeq: 0 });
    const found = await card.searchCard(member);
    assert.deepEqual(
      found.map(({ cardSeq, cardNo, cardName, defaultFlag, expire }) => [cardSeq, cardNo, cardName, defaultFlag, expire]),
      [['0', '*************106', '', '0', '3012'], ['1', '*************107', 'blue', '1', '3012']],
    );
    assert.equal((await card.deleteCard({ ...member, cardSeq: '0' })).cardSeq, '0');
    assert.deepEqual((await card.searchCard(member)).map(({ cardSeq, cardNo }) => [cardSeq, cardNo]), [['0', '*************107']]);
  });

  it('throws the codes that it knows', async () => {
    const token = await tokenFor(sandbox);
    await card.saveMember({ ...site, memberId: 'mp-spent' });
    await card.saveCard({ ...site, memberId: 'mp-spent', token });
    await assert.rejects(card.saveCard({ ...site, memberId: 'mp-spent', token }), isRefused('EX1000302'));
    await assert.rejects(card.searchCard({ ...standing, cardSeq: '7' }), isRefused('E01240002'));
    await assert.rejects(card.saveMember({ ...site, memberId: 'standing' }), isRefused('E01390010'));
  });
});

const isRefused =
  (info: string) =>
  (error: unknown): boolean => {
    assert.deepEqual((error as { errors: { info: string }[] }).errors.map((each) => each.info), [info]);
    return true;
  };
