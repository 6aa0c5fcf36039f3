import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { enter, pay, SAVED_CARD, SHOP, SITE, startSandbox, statusOf, tokenFor, type TestSandbox } from './support.ts';

const MEMBER = { ...SITE, MemberID: 'member-1' } as const;

describe('members and saved cards', () => {
  let sandbox: TestSandbox;
  beforeEach(async () => {
    sandbox = await startSandbox();
    await sandbox.call('SaveMember', { ...MEMBER, MemberName: 'Hanako' });
  });
  afterEach(() => sandbox.close());

  const save = async (number = '4111111111111111', more: Record<string, string> = {}) =>
    sandbox.call('SaveCard', { ...MEMBER, Token: await tokenFor(sandbox, number), ...more });
  const search = (more: Record<string, string> = {}) => sandbox.call('SearchCard', { ...MEMBER, SeqMode: '0', ...more });
  const NUMBERS = [
    ...['4111111111111111', '5111111111111111', '3111111111111111'],
    ...['36111111111111', '375987000000088', '4100000000000100'],
  ];

  it('keeps a member until it is deleted', async () => {
    assert.equal((await sandbox.call('SaveMember', MEMBER))['ErrInfo'], 'E01390010');
    await sandbox.call('UpdateMember', { ...MEMBER, MemberName: 'Hana' });
    assert.deepEqual(await sandbox.call('SearchMember', MEMBER), { MemberID: 'member-1', MemberName: 'Hana', DeleteFlag: '0' });
    await sandbox.call('DeleteMember', MEMBER);
    assert.equal((await sandbox.call('SearchMember', MEMBER))['ErrInfo'], 'E01390002');
  });

  it('saves the card of a token, masked', async () => {
    assert.deepEqual(await save(), SAVED_CARD);
    assert.deepEqual(await search(), {
      CardSeq: '0',
      DefaultFlag: '0',
      CardName: '',
      CardNo: '*************111',
      Expire: '3012',
      HolderName: 'TARO YAMADA',
      DeleteFlag: '0',
      Brand: 'VISA',
      DomesticFlag: '2',
      IssuerCode: '2a99662',
      DebitPrepaidFlag: '',
      DebitPrepaidIssuerName: '',
      ForwardFinal: '2a99662',
    });
  });

  it('joins the cards of a member by |, and keeps what is empty', async () => {
    await save(NUMBERS[0], { CardName: 'first' });
    await save(NUMBERS[1]);
    await save(NUMBERS[4], { DefaultFlag: '1', HolderName: 'H Y' });
    const found = await search();
    assert.deepEqual(
      ['CardSeq', 'DefaultFlag', 'CardName', 'Expire', 'HolderName', 'Brand'].map((name) => found[name]),
      ['0|1|2', '0|0|1', 'first||', '3012|3012|3012', 'TARO YAMADA|TARO YAMADA|H Y', 'VISA|MASTER|AMEX'],
    );
  });

  it('takes no raw card number, and no card at all is two errors', async () => {
    assert.deepEqual(await sandbox.call('SaveCard', { ...MEMBER, CardNo: '4111111111111111', Expire: '3012' }), {
      ErrCode: 'E61',
      ErrInfo: 'E61040001',
    });
    assert.equal((await sandbox.call('SaveCard', MEMBER))['ErrInfo'], 'E01170001|E01180001');
  });

  it('saves five cards and spends no token on a sixth', async () => {
    for (const number of NUMBERS.slice(0, 5)) await save(number);
    const token = await tokenFor(sandbox, NUMBERS[5]);
    assert.equal((await sandbox.call('SaveCard', { ...MEMBER, Token: token }))['ErrInfo'], 'E01230009');
    assert.equal(sandbox.store.tokens.get(token)?.state, 'ready');
    assert.equal((await search())['CardSeq'], '0|1|2|3|4');
  });

  it('numbers cards anew in logical mode and never again in physical mode', async () => {
    for (const number of NUMBERS.slice(0, 3)) await save(number);
    await sandbox.call('DeleteCard', { ...MEMBER, SeqMode: '0', CardSeq: '1' });
    assert.equal((await search())['CardSeq'], '0|1');
    assert.equal((await search({ SeqMode: '1' }))['CardSeq'], '0|2');
    assert.equal((await save(NUMBERS[4], { SeqMode: '1' }))['CardSeq'], '3');
    assert.equal((await search({ SeqMode: '1', CardSeq: '1' }))['ErrInfo'], 'E01240002');
  });

  it('finds the same card again in physical mode only', async () => {
    await save(NUMBERS[0], { SeqMode: '1' });
    assert.equal((await save(NUMBERS[0], { SeqMode: '1' }))['CardSeq'], '0');
    assert.equal((await save(NUMBERS[0]))['CardSeq'], '1');
  });

  it('replaces the card that CardSeq names', async () => {
    await save(NUMBERS[0]);
    await save(NUMBERS[4], { CardSeq: '0' });
    assert.equal((await search())['CardNo'], '************088');
    assert.equal((await save(NUMBERS[1], { CardSeq: '4' }))['ErrInfo'], 'E01240002');
  });

  it('has one default card', async () => {
    await save(NUMBERS[0], { DefaultFlag: '1' });
    await save(NUMBERS[1], { DefaultFlag: '1' });
    assert.equal((await search())['DefaultFlag'], '0|1');
  });

  it('has no cards to find at first', async () => {
    assert.equal((await search())['ErrInfo'], 'E01240002');
  });

  it('pays with a saved card', async () => {
    await save();
    const entered = await enter(sandbox);
    const answer = await sandbox.call('ExecTran', { ...entered, ...MEMBER, Method: '1', SeqMode: '0', CardSeq: '0' });
    assert.equal(answer['ACS'], '0');
    const found = await sandbox.call('SearchTrade', { ...SHOP, OrderID: entered.OrderID });
    assert.deepEqual([found['SiteID'], found['MemberID'], found['CardNo']], [SITE.SiteID, 'member-1', '*************111']);
  });

  it('saves the card of a settled payment', async () => {
    const paid = await pay(sandbox, { JobCd: 'CHECK', Amount: '' });
    assert.equal(await statusOf(sandbox, paid), 'CHECK');
    const traded = await sandbox.call('TradedCard', { ...SHOP, ...MEMBER, OrderID: paid.OrderID, SeqMode: '1' });
    assert.deepEqual(traded, { CardSeq: '0', CardNo: '*************111', Forward: '2a99662' });
  });

  it('saves no card of a payment that is not settled or is of another member', async () => {
    const { OrderID } = await enter(sandbox);
    assert.equal((await sandbox.call('TradedCard', { ...SHOP, ...MEMBER, OrderID }))['ErrInfo'], 'E01110010');
    await save();
    const paid = await enter(sandbox);
    await sandbox.call('ExecTran', { ...paid, ...MEMBER, Method: '1', CardSeq: '0' });
    await sandbox.call('SaveMember', { ...SITE, MemberID: 'other' });
    const other = await sandbox.call('TradedCard', { ...SHOP, ...SITE, MemberID: 'other', OrderID: paid.OrderID });
    assert.equal(other['ErrInfo'], 'E01630010');
  });
});
