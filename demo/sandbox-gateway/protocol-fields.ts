/**
 * The format of each parameter, as a table. Every broken rule of every parameter is reported, in the order of the call's
 * parameters.
 */
import type { ErrInfo } from './error-codes.ts';
import { byteLength, type Parameters } from './protocol-body.ts';

type Rule = readonly [breaks: (value: string) => boolean, errInfo: ErrInfo];

interface Field {
  /** Reported when a call requires the field. */
  readonly missing?: ErrInfo;
  readonly rules: readonly Rule[];
}

const unlike =
  (pattern: RegExp) =>
  (value: string): boolean =>
    !pattern.test(value);
const longerThan =
  (limit: number) =>
  (value: string): boolean =>
    value.length > limit;
const moreBytesThan =
  (limit: number) =>
  (value: string): boolean =>
    byteLength(value) > limit;

const NUMERIC = /^\d+$/;
const DATE = /^\d{8}$/;
const EMAIL = /^[^\s@]+@[^\s@]+$/;
const HEX = /^[0-9a-f]{32}$/i;
/** Characters that break the answer or that GMO's forms refuse in free text. */
const FREE_TEXT = /^[^\^`{}|~&<>"']*$/;

const format = (pattern: RegExp, errInfo: ErrInfo): Field => ({ rules: [[unlike(pattern), errInfo]] });
const upTo = (limit: number, errInfo: ErrInfo): Field => ({ rules: [[longerThan(limit), errInfo]] });
const digits = (limit: number, tooMany: ErrInfo, notNumeric: ErrInfo): Field => ({
  rules: [
    [longerThan(limit), tooMany],
    [unlike(NUMERIC), notNumeric],
  ],
});
const clientField = (tooLong: ErrInfo, characters: ErrInfo): Field => ({
  rules: [
    [moreBytesThan(100), tooLong],
    [unlike(FREE_TEXT), characters],
  ],
});
const email = (tooLong: ErrInfo, wrong: ErrInfo): Field => ({
  rules: [
    [longerThan(254), tooLong],
    [unlike(EMAIL), wrong],
  ],
});

const FIELDS = {
  ShopID: { missing: 'E01010001', ...format(/^[a-z0-9]{1,13}$/i, 'E01010008') },
  ShopPass: { missing: 'E01020001', ...format(/^[a-z0-9]{1,10}$/i, 'E01020008') },
  SiteID: { missing: 'E01190001', ...format(/^[a-z0-9]{1,13}$/i, 'E01190008') },
  SitePass: { missing: 'E01200001', ...format(/^[a-z0-9]{1,20}$/i, 'E01200008') },
  OrderID: {
    missing: 'E01040001',
    rules: [
      [longerThan(27), 'E01040003'],
      [unlike(/^[a-z0-9-]+$/i), 'E01040013'],
    ],
  },
  JobCd: { missing: 'E01050001', rules: [] },
  ItemCode: format(/^\d{7}$/, 'E01450008'),
  Amount: {
    missing: 'E01060001',
    rules: [
      [longerThan(7), 'E01060005'],
      [unlike(NUMERIC), 'E01060006'],
      [(value) => /^0+$/.test(value), 'E01060011'],
    ],
  },
  Tax: digits(7, 'E01070005', 'E01070006'),
  TdFlag: {
    rules: [
      [unlike(/^[012]$/), 'E01080007'],
      [(value) => value === '1', 'E01080010'], // 3-D Secure 1 ended in October 2022
    ],
  },
  TdTenantName: {
    rules: [
      [longerThan(25), 'E01370012'],
      [unlike(/^[a-z0-9+/]+={0,2}$/i), 'E01370008'],
    ],
  },
  Tds2Type: format(/^[123]$/, 'E01950008'),
  TdRequired: format(/^[012]$/, 'E01EZ0008'),
  AccessID: { missing: 'E01090001', ...format(HEX, 'E01090008') },
  AccessPass: { missing: 'E01100001', ...format(HEX, 'E01100008') },
  Method: { missing: 'E01260001', ...format(/^[1-5]$/, 'E01260002') },
  TokenType: format(/^1$/, 'E01870008'),
  ClientField1: clientField('E01320012', 'E01320013'),
  ClientField2: clientField('E01330012', 'E01330013'),
  ClientField3: clientField('E01340012', 'E01340013'),
  ClientFieldFlag: format(/^[01]$/, 'E01400007'),
  MemberID: {
    missing: 'E01220001',
    rules: [
      [longerThan(60), 'E01220005'],
      [unlike(/^[\w@.-]+$/), 'E01220008'],
    ],
  },
  SrcMemberID: format(/^[\w@.-]{1,60}$/, 'E01880008'),
  MemberName: { rules: [[moreBytesThan(255), 'E01430012']] },
  SeqMode: format(/^[01]$/, 'E01470008'),
  CardSeq: { missing: 'E01230001', ...format(/^\d{1,4}$/, 'E01230006') },
  SrcCardSeq: format(/^\d{1,4}$/, 'E01890006'),
  CardName: { rules: [[moreBytesThan(10), 'E01130012']] },
  CardPass: format(/^[!-~]+$/, 'E01250008'),
  SecurityCode: format(/^\d{3,4}$/, 'E01460008'),
  UpdateType: format(/^\d$/, 'E01850008'),
  SearchType: format(/^\d$/, 'E01920008'),
  DefaultFlag: format(/^[01]$/, 'E01440008'),
  HolderName: {
    rules: [
      [longerThan(50), 'E01480011'],
      [unlike(/^[a-z0-9 ,./-]+$/i), 'E01480008'],
    ],
  },
  UseSiteMaskLevel: format(/^[01]$/, 'E01910008'),
  RetUrl: {
    missing: 'E01E30001',
    rules: [
      [longerThan(256), 'E01E30005'],
      [(value) => !isReturnUrl(value), 'E01E30008'],
    ],
  },
  CompleteUrl: { rules: [[longerThan(256), 'E01E30005'], [(value) => !isReturnUrl(value), 'E01E30008']] },
  CancelUrl: { rules: [[longerThan(256), 'E01540005'], [(value) => !isReturnUrl(value), 'E01E30008']] },
  RetryMax: digits(2, 'E01610005', 'E01610006'),
  Lang: format(/^(?:ja|en|zh)$/, 'E01660013'),
  CallbackType: format(/^[123]$/, 'E01EA0007'),
  Tds2Param: { missing: 'E01EB0001', rules: [[longerThan(2000), 'E01EB0005']] },
  Tds2ChAccChange: format(DATE, 'E01960008'),
  Tds2ChAccDate: format(DATE, 'E01970008'),
  Tds2ChAccPwChange: format(DATE, 'E01980008'),
  Tds2NbPurchaseAccount: digits(4, 'E01990005', 'E01990006'),
  Tds2PaymentAccAge: format(DATE, 'E01A00008'),
  Tds2ProvisionAttemptsDay: digits(3, 'E01A10005', 'E01A10006'),
  Tds2ShipAddressUsage: format(DATE, 'E01A20008'),
  Tds2ShipNameInd: format(/^0[12]$/, 'E01A30008'),
  Tds2SuspiciousAccActivity: format(/^0[12]$/, 'E01A40008'),
  Tds2TxnActivityDay: digits(3, 'E01A50005', 'E01A50006'),
  Tds2TxnActivityYear: digits(3, 'E01A60005', 'E01A60006'),
  Tds2ThreeDSReqAuthData: { rules: [[moreBytesThan(2048), 'E01A70012']] },
  Tds2ThreeDSReqAuthMethod: format(/^0[1-6]$/, 'E01A80008'),
  Tds2ThreeDSReqAuthTimestamp: format(/^\d{12}$/, 'E01A90008'),
  Tds2AddrMatch: format(/^[YN]$/, 'E01B00008'),
  Tds2BillAddrCity: upTo(50, 'E01B10005'),
  Tds2BillAddrCountry: format(/^\d{3}$/, 'E01B20005'),
  Tds2BillAddrLine1: upTo(50, 'E01B30005'),
  Tds2BillAddrLine2: upTo(50, 'E01B40005'),
  Tds2BillAddrLine3: upTo(50, 'E01B50005'),
  Tds2BillAddrPostCode: upTo(16, 'E01B60005'),
  Tds2BillAddrState: upTo(3, 'E01B70005'),
  Tds2Email: email('E01B80005', 'E01B80008'),
  Tds2HomePhoneCC: upTo(3, 'E01B90005'),
  Tds2HomePhoneSubscriber: digits(15, 'E01C00005', 'E01C00006'),
  Tds2MobilePhoneCC: upTo(3, 'E01C10005'),
  Tds2MobilePhoneSubscriber: digits(15, 'E01C20005', 'E01C20006'),
  Tds2WorkPhoneCC: upTo(3, 'E01C30005'),
  Tds2WorkPhoneSubscriber: digits(15, 'E01C40005', 'E01C40006'),
  Tds2ShipAddrCity: upTo(50, 'E01C50005'),
  Tds2ShipAddrCountry: format(/^\d{3}$/, 'E01C60005'),
  Tds2ShipAddrLine1: upTo(50, 'E01C70005'),
  Tds2ShipAddrLine2: upTo(50, 'E01C80005'),
  Tds2ShipAddrLine3: upTo(50, 'E01C90005'),
  Tds2ShipAddrPostCode: upTo(16, 'E01D00005'),
  Tds2ShipAddrState: upTo(3, 'E01D10008'),
  Tds2DeliveryEmailAddress: email('E01D20005', 'E01D20008'),
  Tds2DeliveryTimeframe: format(/^0[1-4]$/, 'E01D30008'),
  Tds2GiftCardAmount: digits(15, 'E01D40005', 'E01D40006'),
  Tds2GiftCardCount: digits(2, 'E01D50005', 'E01D50006'),
  Tds2GiftCardCurr: format(/^\d{3}$/, 'E01D60005'),
  Tds2PreOrderDate: format(DATE, 'E01D70008'),
  Tds2PreOrderPurchaseInd: format(/^0[12]$/, 'E01D80008'),
  Tds2ReorderItemsInd: format(/^0[12]$/, 'E01D90008'),
  Tds2ShipInd: format(/^0[1-7]$/, 'E01E00008'),
  Tds2RecurringExpiry: format(DATE, 'E01E10008'),
  Tds2RecurringFrequency: digits(4, 'E01E20005', 'E01E20006'),
} as const satisfies Record<string, Field>;

export type FieldName = keyof typeof FIELDS;

/** The risk fields of 3-D Secure 2, all optional. */
export const RISK_FIELDS = Object.keys(FIELDS).filter((name): name is FieldName => /^Tds2(?!Type|Param)/.test(name));

/** Fields that only mean something together with another: the first, the second, and what is wrong with one of them alone. */
const COMPANIONS: readonly (readonly [name: FieldName, companion: FieldName, errInfo: ErrInfo, bothWays: boolean])[] = [
  ['Tds2BillAddrState', 'Tds2BillAddrCountry', 'E01B70010', false],
  ['Tds2ShipAddrState', 'Tds2ShipAddrCountry', 'E01D10010', false],
  ['Tds2HomePhoneCC', 'Tds2HomePhoneSubscriber', 'E01E70001', true],
  ['Tds2MobilePhoneCC', 'Tds2MobilePhoneSubscriber', 'E01E80001', true],
  ['Tds2WorkPhoneCC', 'Tds2WorkPhoneSubscriber', 'E01E90001', true],
];

/** What is wrong with one field: `faultsOf('OrderID', '', true)` is `['E01040001']`. */
export function faultsOf(name: FieldName, value: string, required: boolean): ErrInfo[] {
  const field: Field = FIELDS[name];
  if (value === '') return required && field.missing ? [field.missing] : [];
  return field.rules.filter(([breaks]) => breaks(value)).map(([, errInfo]) => errInfo);
}

/** What is wrong with the risk fields taken together. */
export const faultsOfCompanions = (parameters: Parameters): ErrInfo[] =>
  COMPANIONS.filter(([name, companion, , bothWays]) => {
    const [has, hasCompanion] = [parameters.get(name) !== '', parameters.get(companion) !== ''];
    return (has && !hasCompanion) || (bothWays && hasCompanion && !has);
  }).map(([, , errInfo]) => errInfo);

/** Where a browser may be sent back to: https, or plain http on this very machine. */
function isReturnUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username } = new URL(text);
  const loopback = /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
  return username === '' && (protocol === 'https:' || (protocol === 'http:' && loopback));
}
