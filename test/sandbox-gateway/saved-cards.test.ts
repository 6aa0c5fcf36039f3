/** The journey of a saved card: registered with 3-D Secure, charged by the shop's server, renewed, removed; and what is refused. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import {
  CARD,
  DAY,
  enter,
  enterWith3ds,
  openTokenPage,
  pay,
  SHOP,
  SITE,
  startSandbox,
  statusOf,
  tokenFor,
  walk,
  type Answer,
  type ChallengeStep,
  type TestSandbox,
} from './support.ts';

const HANAKO = { ...SITE, MemberID: 'hanako' } as const;
const JIRO = { ...SITE, MemberID: 'jiro' } as const;
const CHALLENGE = '4100000000005000';
const NUMBERS = ['4111111111111111', '5100000000000107', '3528000000000106', '340000000000108', '36111111111111', '4100000000000100'];

describe('saved cards', () => {
  let sandbox: TestSandbox;
  beforeEach(async () => {
    sandbox = await startSandbox();
    await sandbox.call('SaveMember', HANAKO);
    await sandbox.call('SaveMember', JIRO);
  });
  afterEach(() => sandbox.close());

  const save = async (member: typeof HANAKO | typeof JIRO, number?: string, more: Record<string, string> = {}) =>
    sandbox.call('SaveCard', { ...member, Token: await tokenFor(sandbox, number), ...more });
  const search = (member: typeof HANAKO | typeof JIRO, more: Record<string, string> = {}) =>
    sandbox.call('SearchCard', { ...member, SeqMode: '0', ...more });
  /** A month of the subscription: no shopper, no token, no 3-D Secure. */
  const charge = async (parameters: Record<string, string>) => {
    const entered = await enter(sandbox, { JobCd: 'CAPTURE', Amount: '3980' });
    return { ...entered, answer: await sandbox.call('ExecTran', { ...entered, Method: '1', SeqMode: '1', ...parameters }) };
  };

  describe('registration with 3-D Secure', () => {
    const register = async (number: string, steps: readonly ChallengeStep[]) => {
      const started = await enterWith3ds(sandbox, number, { JobCd: 'CHECK', Amount: '' }, { Method: '' });
      await walk(sandbox, String(started.answer['RedirectUrl']), steps);
      const { AccessID, AccessPass, OrderID } = started;
      const settled = await sandbox.call('SecureTran2', { AccessID, AccessPass });
      const traded = await sandbox.call('TradedCard', { ...SHOP, ...HANAKO, OrderID, SeqMode: '1', DefaultFlag: '1' });
      return { ...started, settled, traded };
    };

    it('checks the card without an amount, and keeps it for the member', async () => {
      const { settled, traded, OrderID, ...entered } = await register(CHALLENGE, [{ password: '123456' }]);
      assert.equal(settled['OrderID'], OrderID);
      assert.equal(await statusOf(sandbox, { ...entered, OrderID }), 'CHECK');
      assert.deepEqual(traded, { CardSeq: '0', CardNo: '*************000', Forward: '2a99662' });
      const found = await search(HANAKO);
      assert.deepEqual([found['CardNo'], found['DefaultFlag'], found['HolderName']], ['*************000', '1', 'TARO YAMADA']);
    });

    it('keeps the card without a challenge, too', async () => {
      assert.equal((await register('4100000000000100', [])).traded['CardSeq'], '0');
    });

    for (const [name, number, steps] of [
      ['the shopper gives up', CHALLENGE, [{ action: 'cancel' }]],
      ['the issuer says no', '4100000000300005', []],
    ] as const) {
      it(`keeps no card when ${name}`, async () => {
        const { settled, traded } = await register(number, steps);
        assert.equal(settled['ErrInfo'], 'E21030007');
        assert.equal(traded['ErrInfo'], 'E01110010');
        assert.equal((await search(HANAKO))['ErrInfo'], 'E01240002');
      });
    }
  });

  describe('after a payment', () => {
    it('keeps the card of an order in the place that the shop names', async () => {
      await save(HANAKO, NUMBERS[1]);
      const { OrderID } = await pay(sandbox, { JobCd: 'CAPTURE' });
      const traded = await sandbox.call('TradedCard', { ...SHOP, ...HANAKO, OrderID, CardSeq: '0', CardName: 'new' });
      assert.equal(traded['CardNo'], '*************111');
      const found = await search(HANAKO);
      assert.deepEqual([found['CardSeq'], found['CardNo'], found['CardName']], ['0', '*************111', 'new']);
    });

    it('pays and keeps with two tokens of one card', async () => {
      const { tokenObject } = await (await openTokenPage(sandbox)).getToken({ ...CARD, tokennumber: '2' });
      const [first = '', second = ''] = tokenObject?.token ?? [];
      const entered = await enter(sandbox);
      assert.equal((await sandbox.call('ExecTran', { ...entered, Method: '1', Token: first }))['ACS'], '0');
      assert.equal((await sandbox.call('SaveCard', { ...HANAKO, Token: second }))['CardSeq'], '0');
    });

    it('does not keep a card with the token that has paid', async () => {
      const [entered, Token] = [await enter(sandbox), await tokenFor(sandbox)];
      await sandbox.call('ExecTran', { ...entered, Method: '1', Token });
      assert.deepEqual(await sandbox.call('SaveCard', { ...HANAKO, Token }), { ErrCode: 'EX1', ErrInfo: 'EX1000302' });
    });
  });

  describe("charged by the shop's server", () => {
    it('pays a box a month, and the member is on the books', async () => {
      await save(HANAKO);
      for (const month of [1, 2, 3]) {
        const { answer, ...entered } = await charge({ ...HANAKO, CardSeq: '0' });
        assert.equal(answer['ACS'], '0', `month ${String(month)}`);
        assert.equal(await statusOf(sandbox, entered), 'CAPTURE');
        const found = await sandbox.call('SearchTrade', { ...SHOP, OrderID: entered.OrderID });
        assert.equal(found['MemberID'], 'hanako');
        sandbox.advance(30 * DAY);
      }
    });

    it('pays in instalments', async () => {
      await save(HANAKO);
      const { answer } = await charge({ ...HANAKO, CardSeq: '0', Method: '2', PayTimes: '3' });
      assert.deepEqual([answer['Method'], answer['PayTimes']], ['2', '3']);
    });

    it('is refused when the card has expired, and works with a new expiry in the same place', async () => {
      await save(HANAKO);
      sandbox.setClock(new Date('2030-12-31T14:59:59Z'));
      assert.equal((await charge({ ...HANAKO, CardSeq: '0' })).answer['ACS'], '0');
      sandbox.advance(1000);
      assert.deepEqual((await charge({ ...HANAKO, CardSeq: '0' })).answer, { ErrCode: 'G83', ErrInfo: '42G830000' });
      const { tokenObject } = await (await openTokenPage(sandbox)).getToken({ ...CARD, expire: '3512' });
      const renewed = await sandbox.call('SaveCard', { ...HANAKO, SeqMode: '1', Token: String(tokenObject?.token) });
      assert.equal(renewed['CardSeq'], '0');
      assert.equal((await charge({ ...HANAKO, CardSeq: '0' })).answer['ACS'], '0');
    });

    it('is authenticated, when the shop asks for it', async () => {
      await save(HANAKO, CHALLENGE);
      const started = await enterWith3ds(sandbox, CHALLENGE, {}, { ...HANAKO, Token: '', SeqMode: '0', CardSeq: '0' });
      await walk(sandbox, String(started.answer['RedirectUrl']), [{ password: '123456' }]);
      const { AccessID, AccessPass } = started;
      assert.equal((await sandbox.call('SecureTran2', { AccessID, AccessPass }))['OrderID'], started.OrderID);
    });

    it('is given back by the day: voided, returned in its month, returned later', async () => {
      await save(HANAKO);
      const alter = async (JobCd: string, after: number) => {
        const { AccessID, AccessPass, ...rest } = await charge({ ...HANAKO, CardSeq: '0' });
        sandbox.advance(after);
        const answer = await sandbox.call('AlterTran', { ...SHOP, AccessID, AccessPass, JobCd });
        return answer['ErrInfo'] ?? (await statusOf(sandbox, { AccessID, AccessPass, ...rest }));
      };
      assert.equal(await alter('VOID', 0), 'VOID');
      assert.equal(await alter('VOID', DAY), 'E11010003');
      assert.equal(await alter('RETURN', DAY), 'RETURN');
      assert.equal(await alter('RETURN', 31 * DAY), 'E11010003');
      assert.equal(await alter('RETURNX', 31 * DAY), 'RETURNX');
    });
  });

  describe('the default card', () => {
    it('is none at first, and moves by saving a card over itself', async () => {
      await save(HANAKO, NUMBERS[0], { CardName: 'one' });
      await save(HANAKO, NUMBERS[1], { DefaultFlag: '1' });
      const copy = { SrcMemberID: 'hanako', SrcCardSeq: '0', CardSeq: '0', DefaultFlag: '1' };
      assert.equal((await sandbox.call('SaveCard', { ...HANAKO, ...copy }))['CardSeq'], '0');
      const found = await search(HANAKO);
      assert.deepEqual([found['CardSeq'], found['DefaultFlag'], found['CardName']], ['0|1', '1|0', 'one|']);
    });

    it('is none any more when it was deleted', async () => {
      await save(HANAKO, NUMBERS[0], { DefaultFlag: '1' });
      await save(HANAKO, NUMBERS[1]);
      await sandbox.call('DeleteCard', { ...HANAKO, SeqMode: '0', CardSeq: '0' });
      assert.equal((await search(HANAKO))['DefaultFlag'], '0');
    });
  });

  describe('copied', () => {
    it('goes from member to member', async () => {
      await save(JIRO, NUMBERS[2], { CardPass: 'secret' });
      const copied = await sandbox.call('SaveCard', { ...HANAKO, SrcMemberID: 'jiro', SrcCardSeq: '0' });
      assert.deepEqual([copied['CardSeq'], copied['Brand']], ['0', 'JCB']);
    });

    const refusals: readonly (readonly [string, Record<string, string>])[] = [
      ['E01880002', { SrcMemberID: 'nobody', SrcCardSeq: '0' }],
      ['E01890002', { SrcMemberID: 'jiro', SrcCardSeq: '0' }],
      ['E01890009', { SrcMemberID: 'jiro', SrcCardSeq: '5' }],
      ['E01890001', { SrcMemberID: 'jiro' }],
      ['E01880001', { SrcCardSeq: '0' }],
      ['E01880008', { SrcMemberID: 'あ', SrcCardSeq: '0' }],
      ['E01840010', { SrcMemberID: 'jiro', SrcCardSeq: '0', Token: '0'.repeat(64) }],
    ];
    for (const [errInfo, parameters] of refusals) {
      it(`answers ${errInfo} to ${JSON.stringify(parameters).slice(0, 60)}`, async () => {
        assert.equal((await sandbox.call('SaveCard', { ...HANAKO, ...parameters }))['ErrInfo'], errInfo);
      });
    }
  });

  describe('refuses', () => {
    /** The member's card in every call that names one. */
    const everyCall = async (parameters: Record<string, string>): Promise<Record<string, string | undefined>> => ({
      ExecTran: (await charge(parameters)).answer['ErrInfo'],
      SearchCard: (await sandbox.call('SearchCard', { SeqMode: '1', ...parameters }))['ErrInfo'],
      SearchCardDetail: (await sandbox.call('SearchCardDetail', { ...SHOP, SeqMode: '1', ...parameters }))['ErrInfo'],
      SaveCard: (await sandbox.call('SaveCard', { SeqMode: '1', ...parameters, Token: await tokenFor(sandbox) }))['ErrInfo'],
      DeleteCard: (await sandbox.call('DeleteCard', { SeqMode: '1', ...parameters }))['ErrInfo'],
    });
    const everywhere = (errInfo: string) =>
      Object.fromEntries(['ExecTran', 'SearchCard', 'SearchCardDetail', 'SaveCard', 'DeleteCard'].map((name) => [name, errInfo]));

    it("another member's card", async () => {
      await save(JIRO, NUMBERS[0]);
      await save(JIRO, NUMBERS[1]);
      await save(HANAKO, NUMBERS[2]);
      assert.deepEqual(await everyCall({ ...HANAKO, CardSeq: '1' }), everywhere('E01240002'));
      assert.equal((await search(JIRO))['CardSeq'], '0|1');
    });

    it('a deleted card', async () => {
      await save(HANAKO, NUMBERS[0]);
      await save(HANAKO, NUMBERS[1]);
      await sandbox.call('DeleteCard', { ...HANAKO, SeqMode: '1', CardSeq: '0' });
      assert.deepEqual(await everyCall({ ...HANAKO, CardSeq: '0' }), everywhere('E01240002'));
    });

    it('a card of a deleted member', async () => {
      await save(HANAKO);
      await sandbox.call('DeleteMember', HANAKO);
      assert.deepEqual(await everyCall({ ...HANAKO, CardSeq: '0' }), everywhere('E01390002'));
    });

    it('a place behind the fifth in logical mode', async () => {
      await save(HANAKO);
      assert.deepEqual(await everyCall({ ...HANAKO, SeqMode: '0', CardSeq: '5' }), everywhere('E01230009'));
    });

    it('a card without the password of the site', async () => {
      await save(HANAKO);
      assert.deepEqual(await everyCall({ ...HANAKO, SitePass: 'wrong', CardSeq: '0' }), everywhere('E01210002'));
    });

    it('a charge that does not say which card', async () => {
      await save(HANAKO, NUMBERS[0], { DefaultFlag: '1' });
      assert.equal((await charge(HANAKO)).answer['ErrInfo'], 'E01230001');
    });

    for (const SeqMode of ['0', '1']) {
      it(`a sixth card, and spends no token on it: SeqMode ${SeqMode}`, async () => {
        for (const number of NUMBERS.slice(0, 5)) await save(HANAKO, number, { SeqMode });
        const Token = await tokenFor(sandbox, NUMBERS[5]);
        const sixth = await sandbox.call('SaveCard', { ...HANAKO, SeqMode, Token });
        assert.deepEqual(sixth, { ErrCode: 'E01', ErrInfo: 'E01230009' });
        const { OrderID, ...entered } = await enter(sandbox);
        assert.equal((await sandbox.call('ExecTran', { ...entered, OrderID, Method: '1', Token }))['ACS'], '0');
        assert.equal((await sandbox.call('TradedCard', { ...SHOP, ...HANAKO, SeqMode, OrderID }))['ErrInfo'], 'E01230009');
        assert.equal((await search(HANAKO))['CardSeq'], '0|1|2|3|4');
      });
    }

    for (const [state, errInfo] of [
      ['spent', 'EX1000302'],
      ['expired', 'EX1000303'],
      ['malformed', 'EX1000304'],
    ] as const) {
      it(`a token that is ${state}`, async () => {
        sandbox.faults.assign({ issuedTokens: state });
        const answers: Answer[] = [
          await save(HANAKO),
          await sandbox.call('SearchCardDetail', { ...SHOP, SearchType: '1', Token: await tokenFor(sandbox) }),
        ];
        assert.deepEqual(answers.map(({ ErrInfo }) => ErrInfo), [errInfo, errInfo]);
      });
    }

    it('a wrong password of a card that has one', async () => {
      await save(HANAKO, NUMBERS[0], { CardPass: 'p4ss' });
      assert.equal((await charge({ ...HANAKO, CardSeq: '0', CardPass: 'other' })).answer['ErrInfo'], 'E01250010');
      assert.equal((await charge({ ...HANAKO, CardSeq: '0', CardPass: 'p4ss' })).answer['ACS'], '0');
    });

    it('a member who is called like the card', async () => {
      const member = { ...SITE, MemberID: CARD.cardno };
      await sandbox.call('SaveMember', member);
      assert.equal((await sandbox.call('SaveCard', { ...member, Token: await tokenFor(sandbox) }))['ErrInfo'], 'E01220010');
      await sandbox.call('UpdateMember', { ...HANAKO, MemberName: CARD.cardno });
      assert.equal((await save(HANAKO))['ErrInfo'], 'E01430010');
    });

    const formats: readonly (readonly [string, Record<string, string>])[] = [
      ['E01470008', { SeqMode: '2' }],
      ['E01230006', { CardSeq: 'x' }],
      ['E01440008', { DefaultFlag: '2' }],
      ['E01130012', { CardName: 'あいうえおか' }],
      ['E01250008', { CardPass: 'あ' }],
      ['E01480008', { HolderName: '花子' }],
      ['E01850008', { UpdateType: 'x' }],
    ];
    for (const [errInfo, parameters] of formats) {
      it(`${JSON.stringify(parameters)} with ${errInfo}`, async () => {
        assert.equal((await save(HANAKO, NUMBERS[0], parameters))['ErrInfo'], errInfo);
      });
    }
  });

  describe('SearchCardDetail', () => {
    const detail = (parameters: Record<string, string>) => sandbox.call('SearchCardDetail', { ...SHOP, SearchType: '1', ...parameters });

    it('knows the card of a token, and does not spend it', async () => {
      const Token = await tokenFor(sandbox, NUMBERS[1]);
      assert.deepEqual(await detail({ Token }), {
        ...{ CardNo: '*************107', Brand: 'MASTER', DomesticFlag: '2', IssuerCode: '2a99662' },
        ...{ DebitPrepaidFlag: '', DebitPrepaidIssuerName: '', ForwardFinal: '2a99662' },
        ...{ Info1: '', Info2: '', Info3: '', Info4: '', Info5: '' },
      });
      assert.equal((await sandbox.call('SaveCard', { ...HANAKO, Token }))['CardSeq'], '0');
    });

    it('knows the card of an order and of a member', async () => {
      const { OrderID } = await pay(sandbox);
      assert.equal((await detail({ OrderID }))['Brand'], 'VISA');
      await save(HANAKO, NUMBERS[4]);
      assert.equal((await detail({ ...HANAKO, CardSeq: '0' }))['Brand'], 'DINERS');
    });

    it('asks for one card, and no raw number', async () => {
      const { OrderID } = await enter(sandbox);
      assert.equal((await detail({}))['ErrInfo'], 'E01840010');
      assert.equal((await detail({ OrderID, ...HANAKO, CardSeq: '0' }))['ErrInfo'], 'E01840010');
      assert.equal((await detail({ CardNo: CARD.cardno }))['ErrInfo'], 'E61040001');
      assert.equal((await detail({ OrderID }))['ErrInfo'], 'E01110010');
      assert.equal((await detail({ OrderID: 'none' }))['ErrInfo'], 'E01110002');
    });
  });
});
