/** The calls that pay with a card, verify one or save one. */
import type { SandboxContext } from '../sandbox-context.ts';
import { faultsOf } from '../protocol-fields.ts';
import type { OpenApiOrder, StoredCard, Transaction } from '../store.ts';
import { cardOfToken } from '../tokens.ts';
import { cardResult, creditResult, nextAction, onfileCardResult, orderReference, tds2Result, type Answered } from './answers.ts';
import { keepCard, memberOf, mustBeAbleToKeep, onfileSource } from './members.ts';
import { missing, problemOf, wrong } from './problems.ts';
import { call, type Values } from './protocol-calls.ts';
import type {
  CHARGE, CreditChargeOptions, FINALIZE, Merchant, OnfileCardOptions, ONFILE_CHARGE, OrderWithoutAmount, Payer, RequestOf, STORE,
  Tds2Information, VERIFY,
} from './requests.ts';
import { riskFields } from './risk-fields.ts';

/** Where the 3DS server sends the browser; from here it goes to the shop. */
export const RETURN = '/openapi/return';

const METHODS = { ONE_TIME: '1', INSTALLMENT: '2', BONUS_ONE_TIME: '3', REVOLVING: '5' } as const;
const REQUIRED = { FOLLOW: '0', NOT_ALLOW: '1', ALLOW: '2' } as const;

export const charge = (request: RequestOf<typeof CHARGE>, context: SandboxContext): Answered => {
  const { tokenizedCard, card, creditChargeOptions } = request.creditInformation;
  const source = cardSource({ tokenizedCard, card }, 'creditInformation');
  return start(request, payment(request.order.amount, creditChargeOptions), source, {}, context);
};

export const chargeOnfile = (request: RequestOf<typeof ONFILE_CHARGE>, context: SandboxContext): Answered => {
  const { onfileCard, creditChargeOptions } = request.creditOnfileInformation;
  const [source, stored] = onfileSource(onfileCard, 'creditOnfileInformation.onfileCard', context);
  const renaming = { stored, cardholderName: onfileCard.cardholderName };
  return start(request, payment(request.order.amount, creditChargeOptions), source, { renaming }, context);
};

export const verify = (request: RequestOf<typeof VERIFY>, context: SandboxContext): Answered => {
  const { tokenizedCard, onfileCard, card, creditVerificationOptions = {}, onfileCardOptions } = request.creditVerificationInformation;
  const [source, stored] = onfileCard
    ? onfileSource(onfileCard, 'creditVerificationInformation.onfileCard', context)
    : [cardSource({ tokenizedCard, card }, 'creditVerificationInformation')];
  if (onfileCardOptions) mustBeAbleToKeep(onfileCardOptions, stored?.card ?? cardOfToken(source['Token'] ?? '', context), context);
  const { useTds2 = true, itemCode } = creditVerificationOptions;
  const what = { entry: { JobCd: 'CHECK', ItemCode: itemCode }, execution: {}, useTds2 };
  const renaming = stored && { stored, cardholderName: onfileCard?.cardholderName };
  return start(request, what, source, { renaming, keeping: onfileCardOptions }, context);
};

export const store = (request: RequestOf<typeof STORE>, context: SandboxContext): Answered => {
  const { referrer, tokenizedCard, card, onfileCardOptions } = request.creditStoringInformation;
  const paid = referrer && context.store.transactions.get(referrer.accessId);
  if (referrer && !paid) throw wrong('creditStoringInformation.referrer.accessId');
  if (paid && !paid.settledAt) throw problemOf('E01110010');
  const source = paid ? { OrderID: paid.orderId } : cardSource({ tokenizedCard, card }, 'creditStoringInformation');
  mustBeAbleToKeep(onfileCardOptions, paid?.card ?? cardOfToken(source['Token'] ?? '', context), context);
  const kept = keepCard(onfileCardOptions, source, context);
  return {
    status: 201,
    body: {
      nextAction: 'NO_ACTION',
      onfileCardResult: onfileCardResult(memberOf(onfileCardOptions.memberId, context), kept),
      cardResult: cardResult({ ...kept.card, holderName: kept.holderName }),
    },
  };
};

/** After 3-D Secure, when the gateway does not ask the issuer by itself. */
export const finalize =
  (kind: 'charge' | 'verification') =>
  ({ accessId }: RequestOf<typeof FINALIZE>, context: SandboxContext): Answered => {
    const transaction = context.store.transactions.get(accessId);
    if (!transaction || (transaction.entryJobCd === 'CHECK') !== (kind === 'verification')) throw problemOf('E01110002');
    authorize(transaction, context);
    return paid(transaction, context);
  };

/** Asks the issuer, when the shopper is back from 3-D Secure. */
export function authorize(transaction: Transaction, context: SandboxContext): void {
  call('SecureTran2', { AccessID: transaction.accessId, AccessPass: transaction.accessPass }, context);
  finish(transaction, context);
}

interface Payment {
  readonly entry: Values;
  readonly execution: Values;
  readonly useTds2: boolean;
}

function payment(amount: string, options: CreditChargeOptions): Payment {
  const { authorizationMode, itemCode, paymentMethod = 'ONE_TIME', installments, useTds2 = true, useFraudDetection } = options;
  if (useFraudDetection) throw problemOf('E61030001');
  return {
    entry: { JobCd: authorizationMode, Amount: amount, ItemCode: itemCode },
    execution: { Method: METHODS[paymentMethod], PayTimes: paymentMethod === 'INSTALLMENT' ? installments : undefined },
    useTds2,
  };
}

interface GivenCard {
  readonly tokenizedCard: { readonly type: string; readonly token: string } | undefined;
  readonly card: object | undefined;
}

/** A token. This shop may not send card numbers, and takes no wallet. */
function cardSource({ tokenizedCard, card }: GivenCard, path: string): Values {
  if (card) throw problemOf('E61040001');
  if (!tokenizedCard) throw missing(`${path}.tokenizedCard`);
  if (tokenizedCard.type !== 'MP_TOKEN') throw problemOf('E61030001');
  return { Token: tokenizedCard.token };
}

interface Started {
  readonly merchant: Merchant;
  readonly payer: Payer;
  readonly order: OrderWithoutAmount;
  readonly tds2Information?: Tds2Information;
}

interface Extras {
  readonly keeping?: OnfileCardOptions | undefined;
  readonly renaming?: { readonly stored: StoredCard; readonly cardholderName: string | undefined } | undefined;
}

/** EntryTran and ExecTran as one call. */
function start(request: Started, { entry, execution, useTds2 }: Payment, source: Values, extras: Extras, context: SandboxContext): Answered {
  const { merchant, order, tds2Information } = request;
  const { skipNotEnrolledCard, allowAttempt = 'FOLLOW', requiresChallenge = false, autoAuthorization = true } =
    tds2Information?.tds2Options ?? {};
  const { callbackUrl = '' } = merchant;
  if (useTds2 && callbackUrl === '') throw missing('merchant.callbackUrl');
  if (useTds2 && faultsOf('RetUrl', callbackUrl, true).length > 0) throw wrong('merchant.callbackUrl');

  const { transactions, openApiOrders } = context.store;
  const earlier = failedAttempt(order.orderId, context);
  if (earlier) transactions.delete(earlier.accessId);
  let transaction: Transaction | undefined;
  try {
    const { AccessID = '', AccessPass } = call(
      'EntryTran',
      {
        ...entry,
        OrderID: order.orderId,
        TdFlag: useTds2 ? '2' : '0',
        Tds2Type: skipNotEnrolledCard ? '3' : '2',
        TdRequired: REQUIRED[allowAttempt],
      },
      context,
    );
    transaction = transactions.get(AccessID);
    if (!transaction) throw new Error('EntryTran made no transaction');
    const renamed = extras.renaming?.cardholderName === undefined ? undefined : extras.renaming;
    const openApiOrder: OpenApiOrder = {
      callbackUrl,
      csrfToken: merchant.csrfToken,
      authorizesItself: autoAuthorization,
      requiresChallenge,
      keeping: extras.keeping,
      renames: renamed?.stored,
      kept: undefined,
      isReturned: false,
    };
    openApiOrders.set(AccessID, openApiOrder);
    const { ACS, RedirectUrl } = call(
      'ExecTran',
      {
        AccessID,
        AccessPass,
        OrderID: order.orderId,
        ...execution,
        ...source,
        ClientField1: order.clientFields?.clientField1,
        ClientField2: order.clientFields?.clientField2,
        ClientField3: order.clientFields?.clientField3,
        ...(useTds2 && { RetUrl: `${context.gatewayOrigin}${RETURN}`, CallbackType: '3', ...riskFields(request) }),
      },
      context,
    );
    const { card } = transaction;
    if (card && renamed?.cardholderName !== undefined) transaction.card = { ...card, holderName: renamed.cardholderName };
    if (ACS === '2') return redirect(transaction, RedirectUrl ?? '');
  } catch (error) {
    // what was refused before anybody was asked leaves nothing behind
    if (transaction?.history.length === 1) {
      transactions.delete(transaction.accessId);
      openApiOrders.delete(transaction.accessId);
      if (earlier) transactions.set(earlier.accessId, earlier);
    }
    if (!transaction && earlier) transactions.set(earlier.accessId, earlier);
    throw error;
  }
  finish(transaction, context);
  return paid(transaction, context);
}

/** An order that came to nothing may be tried again. */
function failedAttempt(orderId: string, { store: held }: SandboxContext): Transaction | undefined {
  const earlier = held.transactionOfOrder(orderId);
  return earlier?.status === 'UNPROCESSED' && held.openApiOrders.has(earlier.accessId) ? earlier : undefined;
}

/** What follows when the issuer has said yes. */
function finish(transaction: Transaction, context: SandboxContext): void {
  const order = context.store.openApiOrders.get(transaction.accessId);
  if (order?.renames && transaction.card) order.renames.holderName = transaction.card.holderName;
  if (order?.keeping) order.kept = keepCard(order.keeping, { OrderID: transaction.orderId }, context);
}

function paid(transaction: Transaction, context: SandboxContext): Answered {
  const order = context.store.openApiOrders.get(transaction.accessId);
  const member = order?.keeping && context.store.members.get(order.keeping.memberId);
  return {
    status: 201,
    body: {
      nextAction: nextAction(transaction),
      orderReference: orderReference(transaction),
      creditResult: creditResult(transaction),
      onfileCardResult: member && order.kept ? onfileCardResult(member, order.kept) : undefined,
      tds2Result: tds2Result(transaction, context),
    },
  };
}

const redirect = (transaction: Transaction, redirectUrl: string): Answered => ({
  status: 202,
  body: {
    nextAction: 'REDIRECT',
    orderReference: orderReference(transaction),
    redirectInformation: { redirectUrl, httpMethod: 'GET', redirectType: 'TDS2' },
  },
});
