/**
 * The merchant's seven calls to PG Multi-Payment (protocol type), through the npm client `gmopg`, and what an answer means.
 * `gmopg` 6 sends the body without percent-encoding and takes answers apart at every `&`: both are made good here.
 */
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

/** What Tds2Auth and Tds2Result say. */
export type AuthenticationReply =
  | { readonly kind: 'answered'; readonly transStatus: TransStatus; readonly challengeUrl: string | undefined }
  | Exclude<Reply, { readonly kind: 'answered' }>;

export type TradeStatus = 'settled' | 'authenticated' | 'unprocessed' | 'missing' | 'cancelled' | 'unanswered';

export class GatewayClient {
  readonly #client: InstanceType<typeof GmoClient>;
  readonly #deadline: number;
  readonly #report: (line: string) => void;

  constructor(options: GatewayOptions) {
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

  /** Registers the transaction. Nothing can be charged by it. */
  entryTran(order: { orderId: string; amount: number; tenantName: string }): Promise<Reply> {
    const parameters = {
      OrderID: order.orderId,
      JobCd: ENUMS.JobCd.Capture,
      Amount: order.amount,
      TdFlag: '2',
      // 2: end with an error when the issuer has no 3DS2, instead of authorising without it.
      Tds2Type: '2',
      // At most 25 bytes after base64; letters of ASCII are the same bytes in EUC-JP.
      TdTenantName: encodeURIComponent(btoa(order.tenantName)),
    };
    return this.#call('EntryTran', () => this.#client.entryTran(parameters));
  }

  execTran(attempt: {
    orderId: string;
    accessId: string;
    accessPass: string;
    token: string;
    returnUrl: string;
    callbackType: CallbackType;
    risk: Readonly<Record<string, string>>;
  }): Promise<Reply> {
    const parameters = {
      OrderID: attempt.orderId,
      AccessID: attempt.accessId,
      AccessPass: attempt.accessPass,
      Method: ENUMS.Method.Lump,
      Token: encodeURIComponent(attempt.token),
      RetUrl: encodeURIComponent(attempt.returnUrl),
      CallbackType: attempt.callbackType,
      // Visa and JCB want an e-mail address or a telephone number beside the name that the token holds.
      ...Object.fromEntries(Object.entries(attempt.risk).map(([name, value]) => [name, encodeShiftJis(value)])),
    };
    return this.#call('ExecTran', () => this.#client.execTran(parameters));
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
    switch (reply.answer.status) {
      case 'CAPTURE':
      case 'SALES':
        return Number(reply.answer.amount) === order.amount ? 'settled' : 'unanswered';
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
      const { errInfo, code } = error as { errInfo?: unknown; code?: unknown };
      if (Array.isArray(errInfo)) {
        const codes = errInfo.map(String).filter((text) => /^[A-Z0-9]{3,9}$/.test(text));
        this.#report(`gateway ${name} refused ${codes.join(' ')}`);
        return { kind: 'refused', codes };
      }
      if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
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
  if (!URL.canParse(address)) return undefined;
  const { protocol, username, password } = new URL(address);
  return /^https?:$/.test(protocol) && !username && !password ? address : undefined;
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
  if (some(/^(42G|E41|E61010002)/)) return 'declined';
  if (some(/^(EX1|E01(17|18|46|48))/)) return 'token';
  if (some(/^E21/)) return 'authentication';
  if (some(/^E92/)) return 'unreachable';
  return 'unavailable';
}
