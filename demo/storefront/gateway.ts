/**
 * What this shop needs of PG Multi-Payment, in its own words. Two clients speak it: the protocol type (protocol-client.ts) and the OpenAPI
 * type (openapi-client.ts). What pays, keeps cards and asks for the end of a payment knows neither: that is how little a connection type changes.
 */
import type { CallbackType } from './attempts.ts';
import type { TransStatus } from './authentication.ts';

/** How the shop is connected. With Link Type Plus (`linkplus`) shoppers pay on the gateway's page, and its server speaks the protocol type. */
export const CONNECTIONS = ['protocol', 'openapi', 'linkplus'] as const;
export type Connection = (typeof CONNECTIONS)[number];

export interface GatewayOptions {
  /** Of the connection type's API. */
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

/**
 * `unanswered` is not a refusal: the gateway may have done what it was asked. `unsent` is certain: no connection was made.
 */
export type Silence = { readonly kind: 'unanswered' } | { readonly kind: 'unsent' };

export interface Refusal {
  readonly kind: 'refused';
  /** Undefined: the refusal does not say that nothing was charged, so the gateway has to be asked. */
  readonly failure: Failure | undefined;
  /** Refused for the state that the transaction is in: nothing is on its way any more, and a question tells the truth already now. */
  readonly byState: boolean;
}

export type Reply<Answer = unknown> = ({ readonly kind: 'answered' } & Answer) | Refusal | Silence;

/** What a transaction is reached by. The pass is a secret; the OpenAPI type gives one and needs none. */
export interface Access {
  readonly accessId: string;
  readonly accessPass: string;
}

/** A transaction under way. */
export interface Entered {
  readonly orderId: string;
  readonly access: Access;
}

/** A card as its member sees it in the list. */
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

/** What is to be charged; without an amount, a card that is to be checked and kept for a member. */
export interface Charge {
  readonly orderId: string;
  readonly amount: number | null;
  /** The member agreed to it once, with 3-D Secure, and is not there now. */
  readonly isRecurring?: boolean;
}

export interface Execution extends Charge {
  /** What `enter` gave. */
  readonly access: Access | undefined;
  readonly source: CardSource;
  /** Null where a card is checked. */
  readonly plan: PaymentPlan | null;
  /** For whom the card is checked. */
  readonly memberId?: string;
  /** Who pays. */
  readonly payerName: string;
  /** Null where the member is not there: then it is charged at once. */
  readonly threeDs: { readonly returnUrl: string; readonly callbackType: CallbackType; readonly risk: Readonly<Record<string, string>> } | null;
}

/** What an authentication came to, where the shop itself decides on it. */
export type AuthenticationReply = Reply<{ readonly transStatus: TransStatus; readonly challengeUrl: string | undefined }>;

export type TradeStatus = 'settled' | 'authenticated' | 'unprocessed' | 'missing' | 'cancelled' | 'unanswered';

export interface Trade {
  readonly status: TradeStatus;
  /** Where the gateway names it. */
  readonly access: Access | undefined;
}

export interface Gateway {
  readonly connection: 'protocol' | 'openapi';
  /** Registers the transaction, where the connection type has a call of its own for that. Nothing can be charged by it. */
  enter(charge: Charge): Promise<Reply<{ readonly access: Access | undefined }>>;
  /** Leads to 3-D Secure, at `redirectUrl`. Undefined: charged at once. */
  execute(execution: Execution): Promise<Reply<{ readonly access: Access; readonly redirectUrl: string | undefined }>>;
  /** The only call that charges an authenticated card. */
  settle(entered: Entered): Promise<Reply>;
  /** A checked card, authenticated, becomes the member's. */
  keepChecked(entered: Entered, memberId: string): Promise<Reply>;
  /** Takes back a charge that no order is waiting for. */
  cancel(entered: Entered): Promise<Reply>;
  /** What the gateway itself believes of a transaction. A settled one counts only when it is for our amount. */
  search(order: { readonly orderId: string; readonly amount: number }): Promise<Trade>;
  /** In the gateway's word, such as RETURN. Undefined: not known now. */
  statusOf(orderId: string): Promise<string | undefined>;
  /** True when the gateway knows the member afterwards. */
  saveMember(memberId: string): Promise<boolean>;
  /** Undefined: not known now. */
  listCards(memberId: string): Promise<readonly SavedCard[] | undefined>;
  /** Saves the card of a token, without a check. */
  saveCard(memberId: string, token: string): Promise<Reply>;
  deleteCard(memberId: string, cardSeq: string): Promise<Reply>;
  /** Where the shop itself may decide on the outcome of 3-D Secure, step by step: the protocol type's CallbackType 2. */
  readonly detailedFlow: DetailedFlow | null;
}

/** Neither call can charge. */
export interface DetailedFlow {
  /** Asks for the authentication, with what the first callback brought. */
  authenticate(access: Access, parameter: string): Promise<AuthenticationReply>;
  /** How the challenge ended. */
  resultOf(access: Access): Promise<AuthenticationReply>;
}

/** Why nothing came of it, where an answer that does not come is simply a failure. */
export const failureOf = (reply: Refusal | Silence): Failure => (reply.kind === 'refused' ? (reply.failure ?? 'unavailable') : 'unreachable');

/** In the gateway's words, which both connection types share. */
export function tradeStatusOf(status: string | undefined, isOurAmount: boolean): TradeStatus {
  switch (status) {
    case 'CAPTURE':
    case 'SALES':
      return isOurAmount ? 'settled' : 'unanswered';
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
export function brandOf(text: string): string | null {
  const word = text.toLowerCase().replace(/[^a-z]+/g, '');
  const known: Readonly<Record<string, string>> = {
    visa: 'visa', master: 'mastercard', mastercard: 'mastercard', jcb: 'jcb', amex: 'american-express',
    americanexpress: 'american-express', diners: 'diners-club', dinersclub: 'diners-club',
  };
  return known[word] ?? (text || null);
}

/** As the gateway numbers a member's cards, physically. */
export const isCardSeq = (text: string): boolean => /^\d{1,4}$/.test(text);

export function isWebAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  return /^https?:$/.test(protocol) && !username && !password;
}

/** What came of sending a request: an answer to be read, or none. The reading may throw, which makes it unanswered. */
export async function ask<Answer>(
  { deadline, report }: Pick<GatewayOptions, 'deadline' | 'report'>,
  name: string,
  send: () => Promise<Answer>,
): Promise<{ readonly kind: 'answered'; readonly answer: Answer } | { readonly kind: 'failed'; readonly error: unknown } | Silence> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, deadline, 'late');
  });
  try {
    const answer = await Promise.race([send(), late]);
    if (answer === 'late') {
      report(`gateway ${name} unanswered (deadline)`);
      return { kind: 'unanswered' };
    }
    return { kind: 'answered', answer };
  } catch (error) {
    const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } };
    if (!['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'].includes(String(code ?? cause?.code))) return { kind: 'failed', error };
    report(`gateway ${name} unsent`);
    return { kind: 'unsent' };
  } finally {
    clearTimeout(timer);
  }
}
