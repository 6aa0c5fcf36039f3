/**
 * The OpenAPI type: JSON over REST. A charge is one call instead of two, and whatever changes anything has an `Idempotency-Key`, made from
 * the order: the same step again, also after a restart, is answered with what came of the first and cannot charge twice. So a step whose
 * answer is lost is taken once more; when that does not help, /order/inquiry tells what was done.
 *
 * The published document has what this shop needs, also the list of a member's cards (/member/inquiry). It has no void apart from
 * /order/cancel, no bonus payment in parts (Method 4, which this shop does not offer), and no detailed flow of 3-D Secure (CallbackType 2).
 */
import { createHash, randomUUID } from 'node:crypto';
import {
  ask,
  brandOf,
  type Access,
  type Entered,
  type Execution,
  type Failure,
  type Gateway,
  type GatewayOptions,
  isWebAddress,
  type PaymentPlan,
  type Refusal,
  type Reply,
  type SavedCard,
  type Silence,
  type Trade,
  tradeStatusOf,
} from './gateway.ts';

/** What the gateway is told of the shop with every charge. The issuer shows `name` in a challenge. */
const MERCHANT = {
  name: '七草',
  nameKana: 'ナナクサ',
  nameAlphabet: 'Nanakusa',
  nameShort: '七草',
  contactName: '七草 お客様窓口',
  contactPhone: '03-0000-0000',
  contactOpeningHours: '10:00-17:00',
};

type Json = Readonly<Record<string, unknown>>;
type Raw = { readonly kind: 'answered'; readonly status: number; readonly body: Json } | (Refusal & { readonly title: string }) | Silence;

/** A broken connection, or a page that is not the gateway's own: what happened is not known. */
const BROKEN = { kind: 'unanswered' } as const;

export class OpenApiClient implements Gateway {
  readonly connection = 'openapi';
  readonly detailedFlow = null;
  readonly #options: GatewayOptions & { readonly acceptsAttempts: boolean };
  readonly #authorization: string;

  constructor(options: GatewayOptions & { readonly acceptsAttempts: boolean }) {
    this.#options = options;
    this.#authorization = `Basic ${Buffer.from(`${options.shopId}:${options.shopPass}`).toString('base64')}`;
  }

  /** There is no such call: the charge registers its transaction itself. */
  enter(): Promise<{ readonly kind: 'answered'; readonly access: undefined }> {
    return Promise.resolve({ kind: 'answered', access: undefined });
  }

  /** Answered 202, it leads to 3-D Secure and has charged nothing, because `autoAuthorization` is off: that is for `settle` to do. */
  async execute(execution: Execution): Promise<Reply<{ readonly access: Access; readonly redirectUrl: string | undefined }>> {
    const { orderId, amount, source, plan, memberId, isRecurring, payerName, threeDs } = execution;
    const { payer, tds2Data } = readRisk(threeDs?.risk ?? {});
    const useTds2 = threeDs !== null;
    const tds2Options = { autoAuthorization: false, ...(!this.#options.acceptsAttempts && { allowAttempt: 'NOT_ALLOW' }) };
    const card =
      'token' in source
        ? { tokenizedCard: { type: 'MP_TOKEN', token: source.token } }
        : { onfileCard: { memberId: source.memberId, type: 'CREDIT_CARD', cardId: source.cardSeq } };
    const creditChargeOptions = { authorizationMode: 'CAPTURE', useTds2, ...(plan && planOf(plan)) };
    const [path, information] =
      amount === null
        ? ['/credit/verifyCard', { creditVerificationInformation: { ...card, creditVerificationOptions: { useTds2 }, onfileCardOptions: { memberId } } }]
        : 'token' in source
          ? ['/credit/charge', { creditInformation: { ...card, creditChargeOptions } }]
          : ['/credit/on-file/charge', { creditOnfileInformation: { ...card, creditChargeOptions } }];
    const reply = await this.#post(path, `${orderId}-charge`, {
      merchant: { ...MERCHANT, ...(threeDs && { callbackUrl: threeDs.returnUrl }) },
      order: {
        orderId,
        ...(amount !== null && { amount: String(amount) }),
        transactionType: isRecurring ? 'MIT' : 'CIT',
      },
      payer: { name: clip(payerName), ...payer },
      ...information,
      ...(threeDs && { tds2Information: { tds2Options, tds2Data } }),
    });
    if (reply.kind !== 'answered') return reply;
    const { orderReference, redirectInformation } = reply.body as {
      orderReference?: OrderReference;
      redirectInformation?: { redirectUrl?: string };
    };
    const access = accessOf(orderReference, orderId);
    const redirectUrl = redirectInformation?.redirectUrl;
    if (!access || (reply.status === 202) !== (redirectUrl !== undefined)) return { kind: 'unanswered' };
    if (redirectUrl === undefined && amount !== null && tradeOf(orderReference, amount) !== 'settled') return { kind: 'unanswered' };
    return redirectUrl === undefined || isWebAddress(redirectUrl) ? { kind: 'answered', access, redirectUrl } : { kind: 'unanswered' };
  }

  async settle(entered: Entered): Promise<Reply> {
    const reply = await this.#finalize('/tds2/finalizeCharge', entered);
    if (reply.kind !== 'answered') return reply;
    return tradeStatusOf(reply.order.status, true) === 'settled' ? { kind: 'answered' } : { kind: 'unanswered' };
  }

  /** The member was named with the check: the card is kept by the same call. */
  keepChecked(entered: Entered): Promise<Reply> {
    return this.#finalize('/tds2/finalizeVerification', entered);
  }

  cancel({ orderId, access: { accessId } }: Entered): Promise<Reply> {
    return this.#post('/order/cancel', `${orderId}-cancel`, { accessId });
  }

  async search({ orderId, amount }: { orderId: string; amount: number }): Promise<Trade> {
    const reply = await this.#inquire(orderId);
    const unanswered = { status: 'unanswered', access: undefined } as const;
    if (saysMissing(reply)) return { status: 'missing', access: undefined };
    if (reply.kind !== 'answered') return unanswered;
    const { orderReference } = reply.body as { orderReference?: OrderReference | null };
    const access = accessOf(orderReference, orderId);
    return access ? { status: tradeOf(orderReference, amount), access } : unanswered;
  }

  async statusOf(orderId: string): Promise<string | undefined> {
    const reply = await this.#inquire(orderId);
    const { orderReference } = (reply.kind === 'answered' ? reply.body : {}) as { orderReference?: OrderReference | null };
    return accessOf(orderReference, orderId) && orderReference?.status;
  }

  /** A member that is there already is refused with one of the codes for a wrong parameter: a question tells which it is. */
  async saveMember(memberId: string): Promise<boolean> {
    const reply = await this.#post('/member/create', randomUUID(), { memberId });
    return reply.kind === 'answered' || (reply.kind === 'refused' && (await this.#member(memberId)).kind === 'answered');
  }

  async listCards(memberId: string): Promise<readonly SavedCard[] | undefined> {
    const reply = await this.#member(memberId);
    if (saysMissing(reply)) return [];
    if (reply.kind !== 'answered') return undefined;
    const { onfileCards } = reply.body as { onfileCards?: readonly OnfileCard[] | null };
    return (onfileCards ?? []).flatMap(({ type, cardId, cardNumber, expiryMonth, expiryYear, brand, isDefault }) =>
      type === 'CREDIT_CARD' && cardId
        ? [
            {
              cardSeq: cardId,
              maskedNumber: cardNumber ?? '',
              expire: `${(expiryYear ?? '').slice(-2)}${expiryMonth ?? ''}`,
              brand: brand && brand !== 'UNKNOWN' ? brandOf(brand) : null,
              isDefault: isDefault === true,
            },
          ]
        : [],
    );
  }

  saveCard(memberId: string, token: string): Promise<Reply> {
    return this.#post('/credit/storeCard', createHash('sha256').update(token).digest('hex').slice(0, 36), {
      merchant: MERCHANT,
      creditStoringInformation: { tokenizedCard: { type: 'MP_TOKEN', token }, onfileCardOptions: { memberId } },
    });
  }

  deleteCard(memberId: string, cardSeq: string): Promise<Reply> {
    const body = { memberId, onfileType: 'CARD', onfileCardType: 'CREDIT_CARD', cardId: cardSeq };
    return this.#post('/member/deleteItem', randomUUID(), body);
  }

  async #finalize(path: string, { orderId, access: { accessId } }: Entered): Promise<Reply<{ readonly order: OrderReference }>> {
    const reply = await this.#post(path, `${orderId}-finalize`, { accessId });
    if (reply.kind === 'answered') {
      const { orderReference } = reply.body as { orderReference?: OrderReference | null };
      return orderReference && accessOf(orderReference, orderId) ? { kind: 'answered', order: orderReference } : { kind: 'unanswered' };
    }
    if (reply.kind !== 'refused' || reply.title !== 'processing_failure') return reply;
    // Refused by others than us: whether by the issuer's check of the shopper, the transaction itself says.
    const asked = await this.#inquire(orderId);
    const { orderReference, tds2Result } = (asked.kind === 'answered' ? asked.body : {}) as {
      orderReference?: OrderReference | null;
      tds2Result?: { tds2TransResult?: string } | null;
    };
    if (tradeStatusOf(orderReference?.status, true) === 'settled') return { kind: 'unanswered' };
    return { ...reply, failure: BY_AUTHENTICATION[tds2Result?.tds2TransResult ?? ''] ?? reply.failure };
  }

  #inquire(orderId: string): Promise<Raw> {
    return this.#post('/order/inquiry', null, { orderId });
  }

  #member(memberId: string): Promise<Raw> {
    return this.#post('/member/inquiry', null, { memberId, onfileType: 'CARD' });
  }

  async #post(path: string, idempotencyKey: string | null, body: Json): Promise<Raw> {
    const started = performance.now();
    const { deadline } = this.#options;
    const reply = await this.#send(path, idempotencyKey, body, deadline);
    const left = deadline - (performance.now() - started);
    // Nobody waits longer for the two of them than for one; and late in that time, what is sent may still be on its way when the books ask.
    if (reply !== BROKEN || idempotencyKey === null || left < deadline / 2) return reply;
    const again = await this.#send(path, idempotencyKey, body, left);
    // The first may have done it: only an answer, or a refusal by the card's issuer, under the same key says what came of it.
    if (again.kind === 'unsent') return BROKEN;
    const isCertain = again.kind !== 'refused' || again.failure === 'declined' || again.failure === 'authentication';
    return isCertain ? again : { ...again, failure: undefined };
  }

  async #send(path: string, idempotencyKey: string | null, body: Json, deadline: number): Promise<Raw> {
    const { gatewayUrl, report } = this.#options;
    const reply = await ask({ deadline, report }, path, async () => {
      const response = await fetch(`${gatewayUrl.replace(/\/$/, '')}${path}`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          Authorization: this.#authorization,
          ...(idempotencyKey && { 'Idempotency-Key': idempotencyKey }),
        },
        body: JSON.stringify(body),
        redirect: 'error', // what is sent is for this gateway alone
        signal: AbortSignal.timeout(Math.max(1, Math.ceil(deadline))),
      });
      const answer: unknown = await response.json();
      if (typeof answer !== 'object' || answer === null) throw new Error('the answer is no object');
      return { isOk: response.ok, status: response.status, body: answer as Json };
    });
    if (reply.kind === 'failed') {
      report(`gateway ${path} unanswered (broken)`);
      return BROKEN;
    }
    if (reply.kind !== 'answered') return reply;
    const { isOk, status, body: answer } = reply.answer;
    if (isOk) {
      report(`gateway ${path} answered`);
      return { kind: 'answered', status, body: answer };
    }
    const title = typeof answer['title'] === 'string' ? answer['title'] : '';
    if (!/^[a-z_]{1,32}$/.test(title)) {
      report(`gateway ${path} unanswered (broken)`);
      return BROKEN;
    }
    report(`gateway ${path} refused ${title}`);
    const failure = readProblem(title, String(answer['detail']));
    // a failure of theirs that we do not know may have come after the deed
    const isUnknown = failure === 'unavailable' && status >= 500;
    return { kind: 'refused', title, failure: isUnknown ? undefined : failure, byState: title === 'invalid_status' };
  }
}

interface OrderReference {
  readonly accessId?: string;
  readonly accessPass?: string;
  readonly orderId?: string;
  readonly status?: string;
  readonly amount?: string;
}

interface OnfileCard {
  readonly type?: string;
  readonly cardId?: string;
  readonly cardNumber?: string;
  readonly expiryMonth?: string;
  readonly expiryYear?: string;
  readonly brand?: string;
  readonly isDefault?: boolean;
}

/** Another order's answer is none. */
function accessOf(reference: OrderReference | null | undefined, orderId: string): Access | undefined {
  const { accessId, accessPass = '', orderId: answered } = reference ?? {};
  return accessId && answered === orderId ? { accessId, accessPass } : undefined;
}

/** How it stands, if it is for this amount. */
const tradeOf = (reference: OrderReference | null | undefined, amount: number) =>
  tradeStatusOf(reference?.status, Number(reference?.amount) === amount);

/** Nothing of such a question can be wrong but that there is no such order, or no such member. */
const saysMissing = (reply: Raw): boolean => reply.kind === 'refused' && /^invalid_(parameter|request)$/.test(reply.title);

const BY_AUTHENTICATION: Readonly<Record<string, Failure>> = { A: 'authentication', C: 'authentication', N: 'authentication', U: 'authentication-unavailable', R: 'rejected' };

/**
 * A problem (RFC 9457) → what the shop does about it. Undefined: it does not say that nothing was charged, so /order/inquiry has to be
 * asked. The title is the code; the detail ends with the name of the parameter that it is about.
 */
export function readProblem(title: string, detail: string): Failure | undefined {
  const [, parameter = ''] = /\(([\w.[\]]+)\)$/.exec(detail) ?? [];
  switch (title) {
    case 'card_declined':
    case 'insufficient_balance':
    case 'amount_limit_exceeded':
    case 'processing_failure':
      return 'declined';
    case 'operation_aborted_by_user':
      return 'authentication';
    // Not accepted, because too much is under way or because of maintenance.
    case 'too_many_requests':
    case 'maintenance':
    case 'service_unavailable':
      return 'unreachable';
    case 'invalid_status':
    case 'conflict':
    case 'internal_server_error':
    case 'bad_gateway':
      return undefined;
    case 'invalid_request':
    case 'invalid_parameter':
      if (/token$/i.test(parameter)) return 'token';
      if (/(cardId|memberId)$/.test(parameter)) return title === 'invalid_request' ? 'card-limit' : 'card-gone';
      return 'unavailable';
    default:
      return 'unavailable';
  }
}

/**
 * The AccessID in `p` of the callback, which is always a GET: Base64URL of JSON, with or without its padding. Empty: not to be understood.
 * It proves nothing. The address that it comes to is a secret of this attempt's already, so that no `csrfToken` is needed beside it.
 */
export function readCallback(parameter: string | undefined): string | undefined {
  if (parameter === undefined) return undefined;
  try {
    const { accessId, event } = JSON.parse(Buffer.from(parameter, 'base64url').toString()) as { accessId?: unknown; event?: unknown };
    return typeof accessId === 'string' && event === 'TDS_FINISHED' ? accessId : '';
  } catch {
    return '';
  }
}

/** Method and PayTimes. */
function planOf({ method, payTimes }: PaymentPlan): Json {
  const paymentMethod = { 1: 'ONE_TIME', 2: 'INSTALLMENT', 3: 'BONUS_ONE_TIME', 4: null, 5: 'REVOLVING' }[method];
  if (!paymentMethod) throw new Error('the OpenAPI type has no bonus payment in parts');
  return { paymentMethod, ...(payTimes !== null && { installments: String(payTimes) }) };
}

const NUMBERS = /^(nbPurchaseAccount|provisionAttemptsDay|txnActivityDay|txnActivityYear)$/;

/**
 * The Tds2 fields of the protocol type under their names here: the e-mail address and the telephone go to the payer, and the rest keeps its
 * name without the `Tds2`. An address needs its city apart here: the shop's form has the two in one field, so that none is sent.
 */
export function readRisk(risk: Readonly<Record<string, string>>): { payer: Json; tds2Data: Json } {
  const payer: Record<string, unknown> = {};
  const tds2Data: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(risk)) {
    const rest = name.replace(/^Tds2./, (start) => start.slice(-1).toLowerCase());
    const [, phone] = /^(mobile|home|work)PhoneCC$/.exec(rest) ?? [];
    if (rest === 'email') payer['email'] = value;
    else if (phone) payer['phones'] = [{ type: phone.toUpperCase(), countryCode: value, number: risk[name.replace(/CC$/, 'Subscriber')] }];
    else if (!/PhoneSubscriber$|^shipAddr(?!essUsage)/.test(rest)) tds2Data[rest] = NUMBERS.test(rest) ? Number(value) : value;
  }
  return { payer, tds2Data };
}

/** At most 40 characters and 60 bytes. */
function clip(name: string): string {
  let text = '';
  for (const character of Array.from(name).slice(0, 40)) {
    if (Buffer.byteLength(text + character) > 60) break;
    text += character;
  }
  return text;
}
