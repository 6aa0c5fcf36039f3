/** The parts of the answers. What has no value is left out, as the gateway does. */
import { FORWARD } from '../acquirer.ts';
import { dateTime } from '../japan-time.ts';
import type { SandboxContext } from '../sandbox-context.ts';
import type { HeldCard, Member, StoredCard, Transaction, TransStatus } from '../store.ts';
import { authorisedUntil, type Status } from '../transaction-states.ts';
import { problemOf } from './problems.ts';

export interface Answered {
  readonly status: 200 | 201 | 202;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The OpenAPI type has one word for all that was voided or refunded. */
const statusOf = (status: Status): string => {
  if (status === 'SAUTH') return 'AUTH';
  return isCancelled(status) ? 'CANCEL' : status;
};

const isCancelled = (status: Status): boolean => ['VOID', 'RETURN', 'RETURNX'].includes(status);

const isAuthorised = (status: Status): boolean => status === 'AUTH' || status === 'SAUTH';

const orUndefined = (value: string): string | undefined => (value === '' ? undefined : value);

export const nextAction = ({ status }: Transaction): string => (isAuthorised(status) ? 'CAPTURE' : 'NO_ACTION');

export function orderReference(transaction: Transaction) {
  const { accessId, accessPass, orderId, status, entryJobCd, amount, tax, clientFields, history } = transaction;
  const [clientField1, clientField2, clientField3] = clientFields.map(orUndefined);
  return {
    accessId,
    accessPass,
    orderId,
    status: statusOf(status),
    created: dateTime(history[0]?.at ?? transaction.processedAt),
    updated: dateTime(history.at(-1)?.at ?? transaction.processedAt),
    amount: entryJobCd === 'CHECK' ? undefined : String(isCancelled(status) ? 0 : amount + tax),
    clientFields: clientFields.some((field) => field !== '') ? { clientField1, clientField2, clientField3 } : undefined,
    chargeType: 'CREDIT',
  };
}

const BRANDS: Readonly<Record<HeldCard['brand'], string>> = {
  VISA: 'VISA',
  MASTER: 'MASTERCARD',
  JCB: 'JCB',
  AMEX: 'AMEX',
  DINERS: 'DINERS',
  '': 'UNKNOWN',
};

export const cardResult = ({ masked, lastFour, brand, expire, holderName }: HeldCard) => ({
  cardNumber: lastFour.padStart(masked.length, '*'),
  cardholderName: orUndefined(holderName),
  expiryMonth: expire.slice(2),
  expiryYear: `20${expire.slice(0, 2)}`,
  issuerCode: FORWARD,
  brand: BRANDS[brand],
});

export function creditResult({ card, status, forward, approve, tranId, tranDate, processedAt, settledAt, session }: Transaction) {
  if (!card) return undefined;
  return {
    cardType: 'CREDIT_CARD',
    cardResult: cardResult(card),
    forwardedAcquirerCode: orUndefined(forward),
    approvalCode: orUndefined(approve),
    nwTransactionId: orUndefined(tranId),
    transactionDateTime: tranDate === '' ? undefined : dateTime(processedAt),
    captureExpiryDateTime: settledAt && isAuthorised(status) ? dateTime(authorisedUntil(settledAt)) : undefined,
    useTds2: session?.transStatus === 'Y' || session?.transStatus === 'A',
    useFraudDetection: false,
  };
}

/** Electronic Commerce Indicator: of Mastercard, and of the others. */
const ECI: Partial<Record<TransStatus, readonly [mastercard: string, others: string]>> = { Y: ['02', '05'], A: ['01', '06'] };

export function tds2Result({ accessId, card, session }: Transaction, { store }: SandboxContext) {
  if (!session || (session.transStatus === null && !session.wantsChallenge)) return undefined;
  const { transStatus, transStatusReason } = session;
  return {
    eci: transStatus ? ECI[transStatus]?.[card?.brand === 'MASTER' ? 0 : 1] : undefined,
    requiresChallenge: store.openApiOrders.get(accessId)?.requiresChallenge ?? false,
    tds2TransResult: transStatus ?? 'C',
    // the published pattern has no room for 80
    tds2TransResultReason: /^[0-2]\d$/.test(transStatusReason) ? transStatusReason : undefined,
  };
}

/** What went wrong last, if the last thing did. */
export function errorInformation({ history }: Transaction) {
  const errInfo = history.at(-1)?.errInfo;
  if (!errInfo) return undefined;
  const { title, message } = problemOf(errInfo);
  return { title, detail: message };
}

export const onfileCardResult = ({ memberId, memberName }: Member, { cardSeq, isDefault }: StoredCard) => ({
  memberId,
  memberName: orUndefined(memberName),
  type: 'CREDIT_CARD',
  cardId: String(cardSeq),
  isDefault,
});

export const onfileCards = ({ cards }: Member) =>
  cards.map((stored, at) => ({
    type: 'CREDIT_CARD',
    cardId: String(stored.cardSeq),
    index: String(at),
    ...cardResult({ ...stored.card, holderName: stored.holderName }),
    isDefault: stored.isDefault,
  }));
