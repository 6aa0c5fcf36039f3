import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { readBrowserData } from '../../demo/storefront/browser-data.ts';
import { readChallengeOptions } from '../../demo/storefront/challenge-options.ts';
import { readDetails } from '../../demo/storefront/details.ts';
import { riskFields } from '../../demo/storefront/risk-fields.ts';
import type { ShopperHistory } from '../../demo/storefront/shopper-history.ts';
import { openSandboxShop, type SandboxShop, walkThrough } from './open-sandbox-shop.ts';
import { details } from './shopper.ts';

const FRICTIONLESS = '4100000000000100';

const history: ShopperHistory = {
  isMember: false,
  // the first of May in Japan
  since: new Date('2026-04-30T15:00:00Z'),
  attemptsOfDay: 2,
  attemptsOfYear: 1234,
  purchases: 3,
  addressSince: new Date('2026-05-14T14:59:59Z'),
  hasBoughtSame: false,
};

describe('risk fields', () => {
  const typed = { ...readDetails(details).details, building: '七草ビル 3F' };

  it('say what the shop knows, as the gateway names it', () => {
    assert.deepEqual(riskFields(typed, history), {
      Tds2Email: 'hanako+shop@example.jp',
      Tds2MobilePhoneCC: '81',
      Tds2MobilePhoneSubscriber: '9012345678',
      Tds2ShipAddrCountry: '392',
      Tds2ShipAddrState: '013',
      Tds2ShipAddrPostCode: '110-0001',
      Tds2ShipAddrLine1: '台東区谷中 1-2-3',
      Tds2ShipAddrLine2: '七草ビル 3F',
      Tds2ThreeDSReqAuthMethod: '01',
      Tds2ChAccDate: '20260501',
      Tds2NbPurchaseAccount: '3',
      Tds2TxnActivityDay: '2',
      Tds2TxnActivityYear: '999',
      Tds2ShipAddressUsage: '20260514',
      Tds2ReorderItemsInd: '01',
      Tds2PreOrderPurchaseInd: '01',
      Tds2DeliveryTimeframe: '04',
    });
  });

  it('leave out what was not given, and cut a long address into lines of fifty', () => {
    const fields = riskFields({ ...typed, phone: '', building: '', address: `${'谷'.repeat(60)}1` }, history);
    assert.ok(!Object.keys(fields).some((name) => name.includes('Phone')));
    assert.deepEqual([fields['Tds2ShipAddrLine1']?.length, fields['Tds2ShipAddrLine2']?.length], [50, 11]);
    assert.equal(fields['Tds2ShipAddrLine3'], undefined);
  });

  it('tell a house telephone from a mobile one', () => {
    const fields = riskFields({ ...typed, phone: '0312345678' }, history);
    assert.deepEqual([fields['Tds2HomePhoneCC'], fields['Tds2HomePhoneSubscriber']], ['81', '312345678']);
    assert.equal(fields['Tds2MobilePhoneCC'], undefined);
  });
});

describe('a telephone number', () => {
  for (const [typed, stored] of [
    ['090-1234-5678', '09012345678'],
    ['０９０ー１２３４ー５６７８', '09012345678'],
    ['+81 90-1234-5678', '09012345678'],
    ['+81 (0)3 1234 5678', '0312345678'],
    ['', ''],
  ] as const) {
    it(`is ${stored || 'not needed'}: ${typed}`, () => {
      const { details: read, errors } = readDetails({ ...details, phone: typed });
      assert.deepEqual([read.phone, errors.phone], [stored, undefined]);
    });
  }

  it('is wrong when it cannot be one', () => {
    for (const phone of ['12345', '9012345678', 'abc', '090-1234-56789']) {
      assert.equal(readDetails({ ...details, phone }).errors.phone, 'malformed', phone);
    }
  });
});

describe('what the browser says of itself', () => {
  const given = { colorDepth: 24, timezone: -540, language: 'ja-JP', screenWidth: 390, screenHeight: 844 };

  it('is read', () => {
    assert.deepEqual(readBrowserData(JSON.stringify({ ...given, more: 'x' })), given);
  });

  it('is left aside when it is absent or makes no sense', () => {
    const changes = { colorDepth: '24', timezone: 1e9, language: '<ja>', screenWidth: 0, screenHeight: 1.5 };
    const wrong = [
      ...[undefined, '', 'x', '[]', 'null', '{}', 'x'.repeat(2000)],
      ...Object.entries(changes).map(([name, value]) => JSON.stringify({ ...given, [name]: value })),
    ];
    for (const text of wrong) assert.equal(readBrowserData(text), null, text);
  });
});

describe('the environment', () => {
  it('chooses the flow, and names what it cannot understand', () => {
    assert.deepEqual(readChallengeOptions({}), {});
    assert.deepEqual(readChallengeOptions({ SHOP_CALLBACK_TYPE: '2', SHOP_CHALLENGE: 'dialog', SHOP_ATTEMPTS: 'refuse' }), {
      callbackType: '2',
      challenge: 'dialog',
      acceptsAttempts: false,
    });
    assert.throws(() => readChallengeOptions({ SHOP_CALLBACK_TYPE: '4' }), /SHOP_CALLBACK_TYPE is none of 1, 2, 3/);
  });
});

describe('what the gateway is told', () => {
  let place: SandboxShop;
  let sent: Record<string, string>[] = [];
  before(async () => {
    place = await openSandboxShop();
    place.cut = (call, parameters) => {
      if (call === 'ExecTran') sent.push(Object.fromEntries(parameters));
      return undefined;
    };
  });
  after(() => place.close());

  const buy = async (shopper: ReturnType<SandboxShop['shopper']>, product: string, more: Record<string, string> = {}) => {
    sent = [];
    const checkout = await shopper.fillCart(product);
    const token = place.token(FRICTIONLESS);
    const { location } = await shopper.post('/checkout/pay', { ...details, checkout, token, ...more });
    const page = await walkThrough(place, shopper, location);
    assert.ok(page);
    assert.match((await shopper.follow(page)).text, /ありがとうございました/);
    return sent[0] ?? {};
  };

  it('grows with what the shopper has bought before', async () => {
    const shopper = place.shopper();
    const names = ['Tds2NbPurchaseAccount', 'Tds2TxnActivityDay', 'Tds2ReorderItemsInd'];
    const pick = (told: Record<string, string>) => names.map((name) => told[name]);
    assert.deepEqual(pick(await buy(shopper, 'letter-set')), ['0', '0', '01']);
    assert.deepEqual(pick(await buy(shopper, 'incense')), ['1', '1', '01']);
    assert.deepEqual(pick(await buy(shopper, 'letter-set')), ['2', '2', '02']);
    assert.deepEqual(pick(await buy(place.shopper(), 'letter-set')), ['0', '0', '01']);
  });

  it('remembers when an address was first used', async () => {
    const shopper = place.shopper();
    const first = await buy(shopper, 'letter-set');
    place.clock.ahead += 3 * 86_400_000;
    const [second, other] = [await buy(shopper, 'incense'), await buy(shopper, 'incense', { address: '千代田 1-1' })];
    assert.equal(second['Tds2ShipAddressUsage'], first['Tds2ShipAddressUsage']);
    assert.notEqual(other['Tds2ShipAddressUsage'], first['Tds2ShipAddressUsage']);
    assert.equal(other['Tds2ChAccDate'], first['Tds2ChAccDate']);
  });

  it('is accepted field by field, in Japanese as well', async () => {
    await buy(place.shopper(), 'incense');
    const session = [...place.sandbox.store.transactions.values()].at(-1)?.session;
    for (const name of ['Tds2Email', 'Tds2MobilePhoneSubscriber', 'Tds2ShipAddrLine1', 'Tds2ChAccDate']) {
      assert.ok(session?.riskFields.includes(name), name);
    }
  });

  it('has nothing of the browser, which the shop keeps with its attempt', async () => {
    const browser = { colorDepth: 30, timezone: -540, language: 'ja', screenWidth: 1, screenHeight: 2 };
    const told = await buy(place.shopper(), 'incense', { browser: JSON.stringify(browser) });
    assert.ok(!JSON.stringify(told).includes('colorDepth'));
    const kept = await place.readBooks((database) =>
      database.query<{ browser: unknown }>('select browser from attempts order by id desc limit 1'),
    );
    assert.deepEqual(kept[0]?.browser, browser);
  });
});
