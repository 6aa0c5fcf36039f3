/**
 * The protocol type: calls through the npm client `gmopg`, and what an answer means.
 * `gmopg` 6 sends the body without percent-encoding and takes answers apart at every `&`: both are made good here.
 */
import { createRequire } from 'node:module';
import iconv from 'iconv-lite';
import { isTransStatus } from './authentication.ts';
import {
  type Access,
  ask,
  type AuthenticationReply,
  brandOf,
  type Charge,
  type Entered,
  type Execution,
  type Failure,
  type Gateway,
  type GatewayOptions,
  isCardSeq,
  isWebAddress,
  type Refusal,
  type Reply,
  type SavedCard,
  type Silence,
  type Trade,
  tradeStatusOf,
} from './gateway.ts';

// The package is CommonJS with an `exports.default`, which Node's and the compiler's idea of a default import differ about.
const { default: GmoClient, ENUMS } = createRequire(import.meta.url)('gmopg') as typeof import('gmopg');

export type Answer = Readonly<Record<string, string>>;

/** Of any call: the keys of the answer in lower case. */
export type ProtocolReply =
  | { readonly kind: 'answered'; readonly answer: Answer; readonly redirectUrl: string | undefined }
  | (Refusal & { readonly codes: readonly string[] })
  | Silence;

export class ProtocolClient implements Gateway {
  readonly connection = 'protocol';
  readonly #client: InstanceType<typeof GmoClient>;
  readonly #options: GatewayOptions;
  readonly #tenantName: string;

  constructor(options: GatewayOptions & { readonly tenantName: string }) {
    this.#options = options;
    this.#tenantName = options.tenantName;
    this.#client = new GmoClient({ http: { timeout: options.deadline } });
    // Set afterwards: the constructor lets GMOPG_… environment variables win over its arguments.
    Object.assign(this.#client.config, {
      baseUrl: options.gatewayUrl.replace(/\/$/, ''),
      ShopID: options.shopId,
      ShopPass: options.shopPass,
      SiteID: options.siteId,
      SitePass: options.sitePass,
    });
  }

  /** EntryTran. Without an amount it is a check of the card (JobCd=CHECK). */
  async enter({ orderId, amount, isRecurring = false }: Charge): Promise<Reply<{ readonly access: Access }>> {
    const reply = await this.#post('EntryTran', {
      ...this.#shop(),
      OrderID: orderId,
      JobCd: amount === null ? ENUMS.JobCd.Check : ENUMS.JobCd.Capture,
      ...(amount !== null && { Amount: amount }),
      ...(isRecurring
        ? { TdFlag: '0' }
        : {
            TdFlag: '2',
            // 2: end with an error when the issuer has no 3DS2, instead of authorising without it.
            Tds2Type: '2',
            // At most 25 bytes after base64; letters of ASCII are the same bytes in EUC-JP.
            TdTenantName: encodeURIComponent(btoa(this.#tenantName)),
          }),
    });
    if (reply.kind !== 'answered') return reply;
    const { accessid: accessId, accesspass: accessPass } = reply.answer;
    return accessId && accessPass ? { kind: 'answered', access: { accessId, accessPass } } : { kind: 'unanswered' };
  }

  /** ExecTran. With Tds2Type=2 it charges at once only where EntryTran asked for no 3-D Secure. */
  async execute({ orderId, access, source, plan, threeDs }: Execution): Promise<Reply<{ readonly access: Access; readonly redirectUrl: string | undefined }>> {
    if (!access) throw new Error('ExecTran comes after EntryTran');
    const reply = await this.#post('ExecTran', {
      OrderID: orderId,
      ...passOf(access),
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
    });
    if (reply.kind !== 'answered') return reply;
    const { answer, redirectUrl } = reply;
    const isCharged = answer.acs === '0' && answer.orderid === orderId;
    const leadsOn = answer.acs === '2' && redirectUrl !== undefined;
    return isCharged || leadsOn ? { kind: 'answered', access, redirectUrl: leadsOn ? redirectUrl : undefined } : { kind: 'unanswered' };
  }

  /** SecureTran2; `gmopg` has no method for it. */
  async settle({ orderId, access }: Entered): Promise<Reply> {
    const reply = await this.#post('SecureTran2', passOf(access));
    return reply.kind === 'answered' && reply.answer.orderid !== orderId ? { kind: 'unanswered' } : reply;
  }

  /** SecureTran2, and TradedCard, which saves the card of a transaction that has gone through. */
  async keepChecked(entered: Entered, memberId: string): Promise<Reply> {
    const checked = await this.settle(entered);
    if (checked.kind !== 'answered') return checked;
    const card = { ...this.#site(memberId), SeqMode: ENUMS.SeqMode.Physics };
    return this.#post('TradedCard', { ...this.#shop(), OrderID: entered.orderId, ...card });
  }

  cancel({ access }: Entered): Promise<Reply> {
    return this.#call('AlterTran', () => this.#client.alterTran({ ...passOf(access), JobCd: ENUMS.JobCd.Void }));
  }

  async search({ orderId, amount }: { orderId: string; amount: number }): Promise<Trade> {
    const reply = await this.#searchTrade(orderId);
    // E01110002: no transaction under that identifier.
    if (reply.kind === 'refused' && reply.codes.includes('E01110002')) return { status: 'missing', access: undefined };
    if (reply.kind !== 'answered' || reply.answer.orderid !== orderId) return { status: 'unanswered', access: undefined };
    const { status, amount: asked, accessid: accessId, accesspass: accessPass } = reply.answer;
    const access = accessId && accessPass ? { accessId, accessPass } : undefined;
    return { status: tradeStatusOf(status, Number(asked) === amount), access };
  }

  async statusOf(orderId: string): Promise<string | undefined> {
    const reply = await this.#searchTrade(orderId);
    return reply.kind === 'answered' && reply.answer.orderid === orderId ? reply.answer.status : undefined;
  }

  /** Also when an earlier call did it whose answer was lost (E01390010). */
  async saveMember(memberId: string): Promise<boolean> {
    const reply = await this.#post('SaveMember', this.#site(memberId));
    return reply.kind === 'answered' || (reply.kind === 'refused' && reply.codes.includes('E01390010'));
  }

  /** The client's own method takes an answer without all the lists for an error. */
  async listCards(memberId: string): Promise<readonly SavedCard[] | undefined> {
    const reply = await this.#post('SearchCard', { ...this.#site(memberId), SeqMode: ENUMS.SeqMode.Physics });
    // E01240002: no card. E01390002: no member, who has none either.
    if (reply.kind === 'refused' && reply.codes.some((code) => code === 'E01240002' || code === 'E01390002')) return [];
    return reply.kind === 'answered' ? readSavedCards(reply.answer) : undefined;
  }

  /** In physical mode, a card that the member has already is brought up to date instead. */
  saveCard(memberId: string, token: string): Promise<Reply> {
    return this.#post('SaveCard', { ...this.#site(memberId), SeqMode: ENUMS.SeqMode.Physics, Token: encodeURIComponent(token) });
  }

  deleteCard(memberId: string, cardSeq: string): Promise<Reply> {
    return this.#post('DeleteCard', { ...this.#site(memberId), SeqMode: ENUMS.SeqMode.Physics, CardSeq: cardSeq });
  }

  readonly detailedFlow = {
    authenticate: async (access: Access, parameter: string): Promise<AuthenticationReply> =>
      readAuthentication(await this.#post('Tds2Auth', { ...passOf(access), Tds2Param: encodeURIComponent(parameter) })),
    resultOf: async (access: Access): Promise<AuthenticationReply> => readAuthentication(await this.#post('Tds2Result', passOf(access))),
  };

  #shop(): Record<'ShopID' | 'ShopPass', string> {
    return { ShopID: this.#options.shopId, ShopPass: this.#options.shopPass };
  }

  #site(memberId: string): Record<'SiteID' | 'SitePass' | 'MemberID', string> {
    return { SiteID: this.#options.siteId, SitePass: this.#options.sitePass, MemberID: memberId };
  }

  #searchTrade(orderId: string): Promise<ProtocolReply> {
    return this.#call('SearchTrade', () => this.#client.searchTrade({ OrderID: orderId }));
  }

  #post(name: string, parameters: Readonly<Record<string, string | number>>): Promise<ProtocolReply> {
    return this.#call(name, () => this.#client.post(`/payment/${name}.idPass`, parameters));
  }

  #call(name: string, send: () => Promise<unknown>): Promise<ProtocolReply> {
    return callProtocol(this.#options, name, send);
  }
}

const passOf = ({ accessId, accessPass }: Access) => ({ AccessID: accessId, AccessPass: accessPass });

/** An error of `send` with an `errInfo` is a refusal. */
export async function callProtocol(options: GatewayOptions, name: string, send: () => Promise<unknown>): Promise<ProtocolReply> {
  const { report } = options;
  const reply = await ask(options, name, send);
  if (reply.kind === 'answered') {
    report(`gateway ${name} answered`);
    const entries = Object.entries(reply.answer as Record<string, unknown>);
    return { kind: 'answered', answer: lowerCaseKeys(entries), redirectUrl: readRedirectUrl(entries) };
  }
  if (reply.kind !== 'failed') return reply;
  const { errInfo } = reply.error as { errInfo?: unknown };
  if (Array.isArray(errInfo)) {
    const codes = errInfo.map(String).filter((text) => /^[A-Z0-9]{3,9}$/.test(text));
    report(`gateway ${name} refused ${codes.join(' ')}`);
    return { kind: 'refused', codes, failure: readFailure(codes), byState: codes.some((code) => /^(E11|E01E50004)/.test(code)) };
  }
  // A broken connection, an HTTP error without ErrInfo, an answer that cannot be read: what happened is not known.
  report(`gateway ${name} unanswered (broken)`);
  return { kind: 'unanswered' };
}

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
function readAuthentication(reply: ProtocolReply): AuthenticationReply {
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
