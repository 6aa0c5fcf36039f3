/**
 * The merchant's calls to PG Multi-Payment (protocol type), through the npm client `gmopg`, and what an answer means.
 * `gmopg` 6 sends the body without percent-encoding and takes answers apart at every `&`: both are made good here.
 * Link Type Plus alone is JSON, and `gmopg` has no call for it.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { createRequire } from 'node:module';
import iconv from 'iconv-lite';
import type { CallbackType } from './attempts.ts';
import { isTransStatus, type TransStatus } from './authentication.ts';

// The package is CommonJS with an `exports.default`, which Node's and the compiler's idea of a default import differ about.
const { default: GmoClient, ENUMS } = createRequire(import.meta.url)('gmopg') as typeof import('gmopg');

export interface GatewayOptions {
  readonly gatewayUrl: string;
  readonly shopId: string;
  readonly shopPass: string;
  readonly siteId: string;
  readonly sitePass: string;
  /** Milliseconds until a call counts as unanswered. */
  readonly deadline: number;
  readonly report: (line: string) => void;
}

/** Why a payment did not happen, in the words of the shop; the wording for shoppers hangs on these. */
export type Failure =
  | 'declined'
  | 'token'
  | 'authentication'
  | 'authentication-unavailable'
  | 'rejected'
  | 'card-gone'
  | 'card-limit'
  | 'unreachable'
  | 'unavailable';

export type Answer = Readonly<Record<string, string>>;

/**
 * `unanswered` is not a refusal: the gateway may have done what it was asked. `unsent` is certain: no connection was made.
 */
export type Reply =
  | { readonly kind: 'answered'; readonly answer: Answer; readonly redirectUrl: string | undefined }
  | { readonly kind: 'refused'; readonly codes: readonly string[] }
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'unsent' };

/** A card as its member sees it in the list: SearchCard's answer. */
export interface SavedCard {
  /** The physical CardSeq: it is never used again, so that a page which is out of date never names another card. */
  readonly cardSeq: string;
  readonly maskedNumber: string;
  /** YYMM */
  readonly expire: string;
  /** Null where the gateway says none. */
  readonly brand: string | null;
  readonly isDefault: boolean;
}

/** What is paid with: a token, or a saved card of a member. */
export type CardSource = { readonly token: string } | { readonly memberId: string; readonly cardSeq: string };

/** GMO's Method and PayTimes. */
export interface PaymentPlan {
  readonly method: '1' | '2' | '3' | '4' | '5';
  readonly payTimes: number | null;
}

/** What Tds2Auth and Tds2Result say. */
export type AuthenticationReply =
  | { readonly kind: 'answered'; readonly transStatus: TransStatus; readonly challengeUrl: string | undefined }
  | Exclude<Reply, { readonly kind: 'answered' }>;

export type TradeStatus = 'settled' | 'authenticated' | 'unprocessed' | 'missing' | 'cancelled' | 'unanswered';

export class GatewayClient {
  readonly #client: InstanceType<typeof GmoClient>;
  readonly #deadline: number;
  readonly #report: (line: string) => void;
  readonly #options: GatewayOptions;

  constructor(options: GatewayOptions) {
    this.#options = options;
    const { gatewayUrl, deadline } = options;
    this.#deadline = deadline;
    this.#report = options.report;
    this.#client = new GmoClient({ http: { timeout: deadline } });
    // Set afterwards: the constructor lets GMOPG_… environment variables win over its arguments.
    Object.assign(this.#client.config, {
      baseUrl: gatewayUrl.replace(/\/$/, ''),
      ShopID: options.shopId,
      ShopPass: options.shopPass,
      SiteID: options.siteId,
      SitePass: options.sitePass,
    });
  }

  /**
   * Registers the transaction. Nothing can be charged by it. Without an amount it is a check of the card (JobCd=CHECK).
   * `isRecurring`: the member agreed to it once, with 3-D Secure, and is not there now.
   */
  entryTran(order: { orderId: string; amount: number | null; tenantName: string; isRecurring?: boolean }): Promise<Reply> {
    const parameters = {
      OrderID: order.orderId,
      JobCd: order.amount === null ? ENUMS.JobCd.Check : ENUMS.JobCd.Capture,
      ...(order.amount !== null && { Amount: order.amount }),
      ...(order.isRecurring
        ? { TdFlag: '0' }
        : {
            TdFlag: '2',
            // 2: end with an error when the issuer has no 3DS2, instead of authorising without it.
            Tds2Type: '2',
            // At most 25 bytes after base64; letters of ASCII are the same bytes in EUC-JP.
            TdTenantName: encodeURIComponent(btoa(order.tenantName)),
          }),
    };
    return this.#call('EntryTran', () => this.#client.post('/payment/EntryTran.idPass', { ...this.#shop(), ...parameters }));
  }

  /**
   * Charges at once only where EntryTran asked for no 3-D Secure. Without a plan it is a check of the card; without `threeDs` the
   * member is not there.
   */
  execTran(attempt: {
    orderId: string;
    accessId: string;
    accessPass: string;
    source: CardSource;
    plan: PaymentPlan | null;
    threeDs: { returnUrl: string; callbackType: CallbackType; risk: Readonly<Record<string, string>> } | null;
  }): Promise<Reply> {
    const { source, plan, threeDs } = attempt;
    const parameters = {
      OrderID: attempt.orderId,
      AccessID: attempt.accessId,
      AccessPass: attempt.accessPass,
      ...(plan && { Method: plan.method, ...(plan.payTimes !== null && { PayTimes: plan.payTimes }) }),
      ...('token' in source
        ? { Token: encodeURIComponent(source.token) }
        : { ...this.#site(source.memberId), SeqMode: ENUMS.SeqMode.Physics, CardSeq: source.cardSeq }),
      ...(threeDs && {
        RetUrl: encodeURIComponent(threeDs.returnUrl),
        CallbackType: threeDs.callbackType,
        // Visa and JCB want an e-mail address or a telephone number beside the name that the token holds.
        ...Object.fromEntries(Object.entries(threeDs.risk).map(([name, value]) => [name, encodeShiftJis(value)])),
      }),
    };
    return this.#call('ExecTran', () => this.#client.post('/payment/ExecTran.idPass', parameters));
  }

  /** The detailed flow: asks for the authentication, with what the first callback brought. Cannot charge. */
  async tds2Auth(access: { accessId: string; accessPass: string }, parameter: string): Promise<AuthenticationReply> {
    const parameters = { AccessID: access.accessId, AccessPass: access.accessPass, Tds2Param: encodeURIComponent(parameter) };
    return readAuthentication(await this.#call('Tds2Auth', () => this.#client.post('/payment/Tds2Auth.idPass', parameters)));
  }

  /** The detailed flow: how the challenge ended. Cannot charge. */
  async tds2Result(access: { accessId: string; accessPass: string }): Promise<AuthenticationReply> {
    const parameters = { AccessID: access.accessId, AccessPass: access.accessPass };
    return readAuthentication(await this.#call('Tds2Result', () => this.#client.post('/payment/Tds2Result.idPass', parameters)));
  }

  /** The only call that charges an authenticated card; `gmopg` has no method for it. */
  secureTran2(access: { accessId: string; accessPass: string }): Promise<Reply> {
    const parameters = { AccessID: access.accessId, AccessPass: access.accessPass };
    return this.#call('SecureTran2', () => this.#client.post('/payment/SecureTran2.idPass', parameters));
  }

  /** Takes back a charge that no order is waiting for. */
  voidCharge(access: { accessId: string; accessPass: string }): Promise<Reply> {
    const parameters = { AccessID: access.accessId, AccessPass: access.accessPass, JobCd: ENUMS.JobCd.Void };
    return this.#call('AlterTran', () => this.#client.alterTran(parameters));
  }

  /** What the gateway itself believes of a transaction. A settled one counts only when it is for our amount. */
  async searchTrade(order: { orderId: string; amount: number }): Promise<TradeStatus> {
    const reply = await this.#call('SearchTrade', () => this.#client.searchTrade({ OrderID: order.orderId }));
    // E01110002: no transaction under that identifier.
    if (reply.kind === 'refused') return reply.codes.includes('E01110002') ? 'missing' : 'unanswered';
    if (reply.kind !== 'answered' || reply.answer.orderid !== order.orderId) return 'unanswered';
    return readTradeStatus(reply.answer, order.amount);
  }

  /** The Status of a transaction in the gateway's word, such as RETURN. Undefined: not known now. */
  async statusOf(orderId: string): Promise<string | undefined> {
    const reply = await this.#call('SearchTrade', () => this.#client.searchTrade({ OrderID: orderId }));
    return reply.kind === 'answered' && reply.answer.orderid === orderId ? reply.answer.status : undefined;
  }

  /** True when the gateway knows the member afterwards, also when an earlier call did it whose answer was lost (E01390010). */
  async saveMember(memberId: string): Promise<boolean> {
    const reply = await this.#call('SaveMember', () => this.#client.post('/payment/SaveMember.idPass', this.#site(memberId)));
    return reply.kind === 'answered' || (reply.kind === 'refused' && reply.codes.includes('E01390010'));
  }

  /** Undefined: not known now. */
  async searchCard(memberId: string): Promise<readonly SavedCard[] | undefined> {
    const parameters = { ...this.#site(memberId), SeqMode: ENUMS.SeqMode.Physics };
    // The client's own method takes an answer without all the lists for an error.
    const reply = await this.#call('SearchCard', () => this.#client.post('/payment/SearchCard.idPass', parameters));
    // E01240002: no card. E01390002: no member, who has none either.
    if (reply.kind === 'refused' && reply.codes.some((code) => code === 'E01240002' || code === 'E01390002')) return [];
    return reply.kind === 'answered' ? readSavedCards(reply.answer) : undefined;
  }

  /** Saves the card of a token. In physical mode, a card that the member has already is brought up to date instead. */
  saveCard(memberId: string, token: string): Promise<Reply> {
    const parameters = { ...this.#site(memberId), SeqMode: ENUMS.SeqMode.Physics, Token: encodeURIComponent(token) };
    return this.#call('SaveCard', () => this.#client.post('/payment/SaveCard.idPass', parameters));
  }

  /** Saves the card of a transaction that has gone through. */
  tradedCard(memberId: string, orderId: string): Promise<Reply> {
    const parameters = { ...this.#shop(), OrderID: orderId, ...this.#site(memberId), SeqMode: ENUMS.SeqMode.Physics };
    return this.#call('TradedCard', () => this.#client.post('/payment/TradedCard.idPass', parameters));
  }

  deleteCard(memberId: string, cardSeq: string): Promise<Reply> {
    const parameters = { ...this.#site(memberId), SeqMode: ENUMS.SeqMode.Physics, CardSeq: cardSeq };
    return this.#call('DeleteCard', () => this.#client.post('/payment/DeleteCard.idPass', parameters));
  }

  /** Link Type Plus: the address of a payment page of the gateway's own. Whoever has it can pay the order there. */
  async linkUrl(order: LinkOrder): Promise<LinkReply> {
    const { gatewayUrl, shopId, shopPass } = this.#options;
    const name = 'GetLinkplusUrlPayment';
    const body = {
      geturlparam: { ShopID: shopId, ShopPass: shopPass },
      configid: 'shop',
      transaction: {
        OrderID: order.orderId,
        Amount: String(order.amount),
        Tax: '0',
        PayMethods: ['credit'],
        RetUrl: order.returnUrl,
        CompleteUrl: order.returnUrl,
        CancelUrl: order.returnUrl,
        ExpireDays: '1',
      },
      customer: { MailAddress: order.email, CustomerName: order.name },
      displaysetting: { ShopName: order.shopName, Lang: order.language },
      credit: { JobCd: 'CAPTURE', Method: '1', TdFlag: '2', Tds2Type: '2', SecCodeRequiredFlag: '1' },
    };
    const reply = await this.#call(name, async () => {
      const response = await fetch(`${gatewayUrl.replace(/\/$/, '')}/payment/${name}.json`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json;charset=UTF-8' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(this.#deadline),
      });
      const answer: unknown = await response.json();
      // Errors are a list, with whatever HTTP status.
      if (Array.isArray(answer)) throw Object.assign(new Error(name), { errInfo: answer.map((each: { errInfo?: unknown } | null) => each?.errInfo) });
      return answer;
    });
    if (reply.kind !== 'answered') return reply;
    const { linkurl: url = '', orderid } = reply.answer;
    return orderid === order.orderId && isWebAddress(url) ? { kind: 'answered', url } : { kind: 'unanswered' };
  }

  /** What came with the browser to RetUrl of Link Type Plus: the gateway's own word only when the signature is right. */
  readLinkResult(result: string): { readonly orderId: string; readonly word: string } | undefined {
    const [, payload = '', signature = ''] = /^([\w-]+=*)\.([0-9a-f]{64})$/.exec(result) ?? [];
    const expected = createHash('sha256').update(payload + this.#options.shopPass).digest();
    if (payload === '' || !timingSafeEqual(Buffer.from(signature, 'hex'), expected)) return undefined;
    const { transactionresult } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as {
      transactionresult?: { OrderID?: unknown; Result?: unknown };
    };
    return { orderId: String(transactionresult?.OrderID), word: String(transactionresult?.Result) };
  }

  #shop(): Record<'ShopID' | 'ShopPass', string> {
    return { ShopID: this.#options.shopId, ShopPass: this.#options.shopPass };
  }

  #site(memberId: string): Record<'SiteID' | 'SitePass' | 'MemberID', string> {
    return { SiteID: this.#options.siteId, SitePass: this.#options.sitePass, MemberID: memberId };
  }

  async #call(name: string, send: () => Promise<unknown>): Promise<Reply> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(resolve, this.#deadline, 'late');
    });
    try {
      const answer = await Promise.race([send(), late]);
      if (answer === 'late') return this.#unanswered(name, 'deadline');
      this.#report(`gateway ${name} answered`);
      const entries = Object.entries(answer as Record<string, unknown>);
      return { kind: 'answered', answer: lowerCaseKeys(entries), redirectUrl: readRedirectUrl(entries) };
    } catch (error) {
      const { errInfo, code, cause } = error as { errInfo?: unknown; code?: unknown; cause?: { code?: unknown } };
      if (Array.isArray(errInfo)) {
        const codes = errInfo.map(String).filter((text) => /^[A-Z0-9]{3,9}$/.test(text));
        this.#report(`gateway ${name} refused ${codes.join(' ')}`);
        return { kind: 'refused', codes };
      }
      if (['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'].includes(String(code ?? cause?.code))) {
        this.#report(`gateway ${name} unsent`);
        return { kind: 'unsent' };
      }
      // A broken connection, an HTTP error without ErrInfo, an answer that cannot be read: what happened is not known.
      return this.#unanswered(name, 'broken');
    } finally {
      clearTimeout(timer);
    }
  }

  #unanswered(name: string, why: string): Reply {
    this.#report(`gateway ${name} unanswered (${why})`);
    return { kind: 'unanswered' };
  }
}

export type LinkReply = { readonly kind: 'answered'; readonly url: string } | Exclude<Reply, { readonly kind: 'answered' }>;

export interface LinkOrder {
  readonly orderId: string;
  readonly amount: number;
  readonly returnUrl: string;
  readonly email: string;
  readonly name: string;
  readonly language: 'ja' | 'en';
  readonly shopName: string;
}

function readTradeStatus(answer: Answer, amount: number): TradeStatus {
  switch (answer.status) {
    case 'CAPTURE':
    case 'SALES':
      return Number(answer.amount) === amount ? 'settled' : 'unanswered';
    case 'AUTHENTICATED':
      return 'authenticated';
    case 'UNPROCESSED':
      return 'unprocessed';
    case 'VOID':
    case 'RETURN':
    case 'RETURNX':
    case 'CANCEL':
      return 'cancelled';
    default:
      return 'unanswered';
  }
}

/** As the elements name brands; a word that is not known is left as it is. */
function brandOf(text: string): string | null {
  const word = text.toLowerCase().replace(/[^a-z]+/g, '');
  const known: Readonly<Record<string, string>> = {
    visa: 'visa', master: 'mastercard', mastercard: 'mastercard', jcb: 'jcb', amex: 'american-express',
    americanexpress: 'american-express', diners: 'diners-club', dinersclub: 'diners-club',
  };
  return known[word] ?? (text || null);
}

/** As the gateway numbers a member's cards, physically. */
export const isCardSeq = (text: string): boolean => /^\d{1,4}$/.test(text);

/** The lists are joined with `|`, the n-th of each belongs to the n-th card; there may be none about the brand. */
function readSavedCards(answer: Answer): readonly SavedCard[] {
  const list = (name: string) => (answer[name] ?? '').split('|');
  const [numbers, expiries, brands, defaults, deleted] = ['cardno', 'expire', 'brand', 'defaultflag', 'deleteflag'].map(list);
  return list('cardseq').flatMap((cardSeq, at) =>
    isCardSeq(cardSeq) && deleted?.[at] !== '1'
      ? [
          {
            cardSeq,
            maskedNumber: numbers?.[at] ?? '',
            expire: expiries?.[at] ?? '',
            brand: brandOf(brands?.[at] ?? ''),
            isDefault: defaults?.[at] === '1',
          },
        ]
      : [],
  );
}

/** The protocol's characters are those of Windows-31J. */
const encodeShiftJis = (text: string): string =>
  iconv
    .encode(text, 'windows31j')
    .toString('latin1')
    .replace(/[^\w.-]/g, (byte) => `%${byte.charCodeAt(0).toString(16).padStart(2, '0')}`);

/** An answer without an outcome is none. */
function readAuthentication(reply: Reply): AuthenticationReply {
  if (reply.kind !== 'answered') return reply;
  const { tds2transresult: transStatus } = reply.answer;
  return isTransStatus(transStatus) ? { kind: 'answered', transStatus, challengeUrl: reply.redirectUrl } : { kind: 'unanswered' };
}

/** GMO's own module compares the keys of an answer without regard to case. */
function lowerCaseKeys(entries: readonly [string, unknown][]): Answer {
  return Object.fromEntries(entries.map(([key, value]) => [key.toLowerCase(), typeof value === 'string' ? value : '']));
}

/**
 * Puts the RedirectUrl of ExecTran, or the ChallengeUrl of Tds2Auth, together again. It comes last in the answer, raw, with `&`
 * inside, and the client takes everything after the first `&` for further keys (`t=…`) and decodes it. Undefined unless it is a
 * complete http(s) address.
 * @example readRedirectUrl([['ACS', '2'], ['RedirectUrl', 'https://x.example/cb?transId=1'], ['t', '2']])
 * // 'https://x.example/cb?transId=1&t=2'
 */
export function readRedirectUrl(entries: readonly [string, unknown][]): string | undefined {
  const start = entries.findIndex(([key]) => /^(redirect|challenge)url$/i.test(key));
  const encoded = (text: unknown) => encodeURIComponent(String(text));
  const rest = entries.slice(start + 1).map(([key, value]) => `${encoded(key)}=${encoded(value)}`);
  const address = [String(entries[start]?.[1]), ...rest].join('&');
  return isWebAddress(address) ? address : undefined;
}

function isWebAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  return /^https?:$/.test(protocol) && !username && !password;
}

/**
 * ErrInfo → what the shop does about it. Undefined: the codes do not say that nothing was charged (already settled, still in
 * progress, lost on the way to the issuer), so SearchTrade has to be asked.
 */
export function readFailure(codes: readonly string[]): Failure | undefined {
  const some = (pattern: RegExp) => codes.some((code) => pattern.test(code));
  // E11: the state of the transaction. E90: double submission. E91: system. 42C: network to the issuer. E01E50004: not to
  // be settled now.
  if (!codes.length || some(/^(E11|E90|E91|42C|M01|E01E50004)/)) return undefined;
  // A saved card or a member that the gateway does not know, or does not know as this member's.
  if (some(/^E01(23000[16]|24|39)/)) return 'card-gone';
  if (some(/^E01230009/)) return 'card-limit';
  if (some(/^(42G|E41|E61010002)/)) return 'declined';
  if (some(/^(EX1|E01(17|18|46|48))/)) return 'token';
  if (some(/^E21/)) return 'authentication';
  if (some(/^E92/)) return 'unreachable';
  return 'unavailable';
}
