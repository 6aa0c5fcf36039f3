/** The bodies of the requests, with names and limits as the gateway publishes them. */
import { choice, flag, group, listOf, needed, text, upTo, wholeUpTo } from './shapes.ts';

const KANA = /^[ァ-ヶー　]+$/;
const LATIN = /^[a-zA-Z0-9 ,\-./]+$/;
const PHONE = /^[0-9-]+$/;
const HOURS = /^(?:[01]?\d|2[0-3]):[0-5]\d-(?:[01]?\d|2[0-3]):[0-5]\d$/;
const EMAIL = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/;
const IDENTIFIER = /^[0-9a-zA-Z-]+$/;
const DATE = /^\d{8}$/;

const words = (longest: number) => text(longest);
const email = text(254, EMAIL);
const date = text(8, DATE);
const webAddress = text(256, /^[a-z][a-z0-9+.-]*:\/\/[!-~]+$/i);
const accessId = text(32, /^[a-zA-Z0-9]{32}$/);
const orderId = text(27, IDENTIFIER);
const memberId = text(60, /^[a-zA-Z0-9@_.-]+$/);
const memberName = words(255);
const cardId = text(4, /^\d+$/);
const amount = text(15, /^\d+$/);
const itemCode = text(7, /^0000\d{3}$/);
const additionalOptions = group({});

const merchant = group({
  name: needed(words(30)),
  nameKana: needed(text(Infinity, KANA)),
  nameAlphabet: needed(text(25, LATIN)),
  nameShort: needed(words(30)),
  contactName: needed(words(42)),
  contactEmail: email,
  contactUrl: webAddress,
  contactPhone: needed(text(13, PHONE)),
  contactOpeningHours: needed(text(11, HOURS)),
  callbackUrl: webAddress,
  webhookUrl: webAddress,
  csrfToken: text(36, IDENTIFIER),
});

const address = group({
  name: needed(words(40)),
  line1: needed(words(50)),
  line2: words(50),
  line3: words(50),
  city: needed(words(50)),
  state: needed(text(3, /^\d{3}$/)),
  postCode: needed(text(16, PHONE)),
  country: text(3, /^\d{3}$/),
});

const item = group({
  name: needed(words(128)),
  description: words(120),
  quantity: needed(wholeUpTo(9999)),
  type: needed(choice('DIGITAL', 'PHYSICAL', 'SERVICE')),
  price: needed(words(15)),
  category: text(4, /^\d{4}$/),
  productId: words(30),
  productCode: words(13),
});

const orderWithoutAmount = {
  orderId: needed(orderId),
  clientFields: group({ clientField1: words(100), clientField2: words(100), clientField3: words(100) }),
  items: listOf(item),
  transactionType: needed(choice('CIT', 'MIT', 'OTHER')),
  shippingAddress: address,
  addressMatch: flag,
  billingAddress: address,
};

const order = { ...orderWithoutAmount, amount: needed(amount), currency: choice('JPY') };

const payer = group({
  name: needed(words(40)),
  nameKana: text(Infinity, KANA),
  nameAlphabet: text(30, LATIN),
  gender: choice('MALE', 'FEMALE', 'OTHER'),
  dateOfBirth: date,
  email,
  deliveryEmail: email,
  phones: listOf(
    group({ type: choice('MOBILE', 'HOME', 'WORK', 'OTHER'), countryCode: text(3, /^\d+$/), number: text(13, PHONE) }),
  ),
  accountId: memberId,
  ip: words(39),
  deviceType: choice('PC_WEB', 'PC_APP', 'MOBILE_WEB', 'MOBILE_APP'),
  osType: choice('IOS', 'ANDROID'),
  httpUserAgent: words(512),
});

const tokenizedCard = group({
  type: needed(choice('MP_TOKEN', 'APPLE_PAY_TOKEN', 'GOOGLE_PAY_TOKEN')),
  token: needed(text(Infinity)),
});

const card = group({
  cardNumber: needed(text(16, /^\d{12,16}$/)),
  cardholderName: text(50, /^[a-zA-Z0-9 -]+$/),
  expiryMonth: needed(text(2, /^\d{2}$/)),
  expiryYear: needed(text(4, /^\d{4}$/)),
  securityCode: text(4, /^\d{3,4}$/),
});

const onfileCard = group({
  memberId: needed(memberId),
  type: needed(choice('CREDIT_CARD', 'APPLE_PAY')),
  cardId,
  index: text(1, /^[0-4]$/),
  cardholderName: text(Infinity, /^[a-zA-Z0-9 -]+$/),
});

const creditChargeOptions = group({
  authorizationMode: needed(choice('AUTH', 'CAPTURE')),
  useTds2: flag,
  useFraudDetection: flag,
  itemCode,
  paymentMethod: choice('ONE_TIME', 'INSTALLMENT', 'BONUS_ONE_TIME', 'REVOLVING'),
  installments: text(2, /^\d{1,2}$/),
});

const onfileCardOptions = group({
  memberId: needed(memberId),
  memberName,
  cardId,
  createNewMember: flag,
  setDefault: flag,
  duplicationCheckOptions: group({
    enableDuplicationCheck: flag,
    includeDeletedCards: flag,
    excludedMemberIds: listOf(text(Infinity), 20),
  }),
});

const tds2Information = group({
  tds2Options: group({
    skipNotEnrolledCard: flag,
    allowAttempt: choice('FOLLOW', 'ALLOW', 'NOT_ALLOW'),
    requiresChallenge: flag,
    autoAuthorization: flag,
  }),
  tds2Data: group({
    chAccChange: date,
    chAccDate: date,
    chAccPwChange: date,
    nbPurchaseAccount: upTo(9999),
    paymentAccAge: date,
    provisionAttemptsDay: upTo(999),
    shipAddressUsage: date,
    shipNameInd: choice('01', '02'),
    suspiciousAccActivity: choice('01', '02'),
    txnActivityDay: upTo(999),
    txnActivityYear: upTo(999),
    threeDSReqAuthData: words(2048),
    threeDSReqAuthMethod: choice('01', '02', '03', '04', '05', '06'),
    threeDSReqAuthTimestamp: text(12, /^\d{12}$/),
    deliveryTimeframe: choice('01', '02', '03', '04'),
    giftCardAmount: upTo(999_999_999_999_999),
    giftCardCount: upTo(99),
    giftCardCurr: text(3, /^\d{3}$/),
    preOrderDate: date,
    preOrderPurchaseInd: choice('01', '02'),
    reorderItemsInd: choice('01', '02'),
    shipInd: choice('01', '02', '03', '04', '05', '06', '07'),
  }),
});

const common = { merchant: needed(merchant), payer: needed(payer), tds2Information, additionalOptions };

export const CHARGE = group({
  ...common,
  order: needed(group(order)),
  creditInformation: needed(group({ tokenizedCard, card, creditChargeOptions: needed(creditChargeOptions) })),
});

export const ONFILE_CHARGE = group({
  ...common,
  order: needed(group(order)),
  creditOnfileInformation: needed(group({ onfileCard: needed(onfileCard), creditChargeOptions: needed(creditChargeOptions) })),
});

export const VERIFY = group({
  ...common,
  order: needed(group(orderWithoutAmount)),
  creditVerificationInformation: needed(
    group({ tokenizedCard, onfileCard, card, creditVerificationOptions: group({ useTds2: flag, itemCode }), onfileCardOptions }),
  ),
});

export const STORE = group({
  merchant: needed(merchant),
  creditStoringInformation: needed(
    group({ referrer: group({ accessId: needed(text(Infinity)) }), tokenizedCard, card, onfileCardOptions: needed(onfileCardOptions) }),
  ),
  additionalOptions,
});

export const FINALIZE = group({ accessId: needed(accessId), additionalOptions });

export const INQUIRY = group({ accessId, orderId, additionalOptions });

export const OPERATION = group({ accessId: needed(accessId), additionalOptions });

export const UPDATE = group({
  accessId: needed(accessId),
  amount: needed(amount),
  authorizationMode: choice('AUTH', 'CAPTURE'),
  additionalOptions,
});

export const MEMBER_CREATE = group({ memberId: needed(memberId), memberName, additionalOptions });

export const MEMBER_INQUIRY = group({ memberId: needed(memberId), onfileType: choice('CARD', 'WALLET'), additionalOptions });

export const MEMBER_DELETE = group({ memberId: needed(memberId), additionalOptions });

export const MEMBER_DELETE_ITEM = group({
  memberId: needed(memberId),
  onfileType: needed(choice('CARD', 'WALLET')),
  onfileCardType: choice('CREDIT_CARD', 'APPLE_PAY'),
  onfileWalletType: choice('PAYPAY', 'DOCOMO', 'RAKUTEN', 'AMAZON', 'AU_APP', 'MERPAY'),
  cardId,
  additionalOptions,
});

export type RequestOf<S> = S extends { readonly parse: (...given: never[]) => infer T } ? T : never;
export type Merchant = RequestOf<typeof merchant>;
export type Payer = RequestOf<typeof payer>;
export type OrderWithoutAmount = RequestOf<ReturnType<typeof group<typeof orderWithoutAmount>>>;
export type Address = RequestOf<typeof address>;
export type Tds2Information = RequestOf<typeof tds2Information>;
export type CreditChargeOptions = RequestOf<typeof creditChargeOptions>;
export type OnfileCard = RequestOf<typeof onfileCard>;
export type OnfileCardOptions = RequestOf<typeof onfileCardOptions>;
