/**
 * Link Type Plus, the shop's side: the address of a payment page of the gateway's own, and the signed result that the shopper's browser
 * brings back. The page itself: link-page.ts.
 */
import { createHash, randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { errCodeOf, Refusal, type ErrInfo } from './error-codes.ts';
import { momentOf, processDate } from './japan-time.ts';
import { Parameters } from './protocol-body.ts';
import { faultsOf, type FieldName } from './protocol-fields.ts';
import type { SandboxContext } from './sandbox-context.ts';
import type { LinkPayment } from './store.ts';
import { ENTRY_JOBS } from './transaction-states.ts';
import { faultsOfPayTimes, faultsOfSum, unknownJob } from './transactions.ts';

/** The page; the secret is in the query, which no log keeps. */
export const CHECKOUT = '/link/plus/checkout';

const DAY = 86_400_000;
const USUAL_DAYS = 30;

const SECTIONS = ['geturlparam', 'transaction', 'customer', 'displaysetting', 'credit'];

const OPTIONAL: readonly FieldName[] = [
  ...(['Tax', 'ItemCode', 'TdFlag', 'TdTenantName', 'Tds2Type', 'TdRequired', 'Method', 'MemberID'] as const),
  ...(['ClientField1', 'ClientField2', 'ClientField3', 'RetUrl', 'CompleteUrl', 'CancelUrl', 'RetryMax', 'Lang'] as const),
];

/** `/payment/GetLinkplusUrlPayment.json` */
export function linkPlusRoutes(context: SandboxContext): Hono {
  const routes = new Hono();
  routes.post('/payment/GetLinkplusUrlPayment.json', async (c) => {
    c.header('Cache-Control', 'no-store');
    try {
      const link = openLink(await c.req.json().catch(() => null), context);
      return c.json({
        OrderID: link.orderId,
        LinkUrl: `${context.gatewayOrigin}${CHECKOUT}?payment=${link.id}`,
        ProcessDate: processDate(context.now()),
      });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return c.json(error.errInfos.map((errInfo) => ({ errCode: errCodeOf(errInfo), errInfo })), 400);
    }
  });
  return routes;
}

function openLink(body: unknown, context: SandboxContext): LinkPayment {
  if (!isObject(body)) throw new Refusal('E00000010');
  const parameters = flatten(body);
  const given = (name: string) => parameters.get(name);
  const jobCd = given('JobCd') || 'CAPTURE';
  const expiresAt = expiryOf(parameters, context.now());
  const faults: readonly ErrInfo[] = [
    ...(['ShopID', 'ShopPass', 'OrderID'] as const).flatMap((name) => faultsOf(name, given(name), true)),
    ...OPTIONAL.flatMap((name) => faultsOf(name, given(name), false)),
    ...unknownJob(parameters, ENTRY_JOBS),
    ...(jobCd === 'CHECK' ? [] : faultsOf('Amount', given('Amount'), true)),
    ...faultsOfSum(parameters),
    ...faultsOfPayTimes(parameters),
    ...(expiresAt ? [] : (['E01840010'] as const)),
    ...(paysByCard(body) ? [] : (['E61030001'] as const)),
  ];
  if (faults.length > 0 || !expiresAt) throw new Refusal(...faults);
  if (given('ShopID') !== context.shopId || given('ShopPass') !== context.shopPass) throw new Refusal('E01030002');
  const orderId = given('OrderID');
  if (context.store.transactionOfOrder(orderId)) throw new Refusal('E01040010');

  const pick = (...names: string[]) => Object.fromEntries(names.map((name) => [name, given(name)]));
  const link: LinkPayment = {
    id: randomBytes(24).toString('hex'),
    orderId,
    amount: jobCd === 'CHECK' ? 0 : Number(given('Amount')),
    tax: jobCd === 'CHECK' ? 0 : Number(given('Tax')),
    entry: { JobCd: jobCd, ...pick('Amount', 'Tax', 'ItemCode', 'TdFlag', 'TdTenantName', 'Tds2Type', 'TdRequired') },
    execution: { Method: given('Method') || '1', ...pick('PayTimes', 'ClientField1', 'ClientField2', 'ClientField3') },
    memberId: given('MemberID'),
    wantsSecurityCode: given('SecCodeRequiredFlag') === '1',
    skipsConfirmation: given('ConfirmSkipFlag') === '1',
    skipsResult: given('ResultSkipFlag') === '1',
    display: {
      language: ['en', 'zh'].includes(given('Lang')) ? 'en' : 'ja',
      shopName: given('ShopName') || context.shopId,
      overview: given('Overview'),
      detail: given('Detail'),
    },
    returnUrl: given('RetUrl'),
    completeUrl: given('CompleteUrl') || given('RetUrl'),
    cancelUrl: given('CancelUrl') || given('RetUrl'),
    retries: given('RetryMax') === '' ? null : Number(given('RetryMax')),
    expiresAt,
    failures: 0,
    result: 'PAYSTART',
    errInfo: null,
    choice: null,
    accessId: '',
  };
  context.store.links.set(link.id, link);
  return link;
}

/** The values of all sections by name; no two sections that the sandbox reads have a name in common. */
function flatten(body: Readonly<Record<string, unknown>>): Parameters {
  const values = SECTIONS.map((section) => body[section]).filter(isObject).flatMap((section) => Object.entries(section));
  return new Parameters(
    new Map(values.filter(([, value]) => ['string', 'number'].includes(typeof value)).map(([name, value]) => [name, String(value)])),
  );
}

/** PaymentExpireDate, or ExpireDays from now. Null for a date that is none. */
function expiryOf(parameters: Parameters, now: Date): Date | null {
  const [date, days] = [parameters.get('PaymentExpireDate'), parameters.get('ExpireDays') || String(USUAL_DAYS)];
  if (date !== '') return momentOf(date);
  return /^\d{1,3}$/.test(days) ? new Date(now.getTime() + Number(days) * DAY) : null;
}

function paysByCard({ transaction }: Readonly<Record<string, unknown>>): boolean {
  const methods = isObject(transaction) ? transaction['PayMethods'] : undefined;
  return methods === undefined || (Array.isArray(methods) && methods.includes('credit'));
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `result`: what became of the payment as JSON in Base64URL, a dot, and SHA-256 over that text with the ShopPass behind it. */
export function signedResult(link: LinkPayment, { store, shopPass, now }: SandboxContext): string {
  const transaction = store.transactions.get(link.accessId);
  const { errInfo } = link;
  const text = Buffer.from(
    JSON.stringify({
      transactionresult: {
        AccessID: transaction?.accessId ?? '',
        AccessPass: transaction?.accessPass ?? '',
        OrderID: link.orderId,
        Result: link.result,
        Processdate: processDate(transaction?.processedAt ?? now()),
        ErrCode: errInfo && errCodeOf(errInfo),
        ErrInfo: errInfo,
        Paymethod: 'credit',
      },
      ...(transaction && {
        credit: {
          Status: transaction.status,
          Forward: transaction.forward,
          Method: transaction.method,
          PayTimes: transaction.payTimes || null,
          TranID: transaction.tranId,
          Approve: transaction.approve,
          TranDate: transaction.tranDate,
        },
      }),
    }),
  ).toString('base64url');
  return `${text}.${createHash('sha256').update(text + shopPass).digest('hex')}`;
}
