/** Everything the sandbox remembers, in memory. It holds no card number and no security code: see `HeldCard`. */
import { createHmac, randomBytes } from 'node:crypto';
import { brandOf, type Brand } from './acquirer.ts';
import type { ErrInfo } from './error-codes.ts';
import type { Answered } from './openapi/answers.ts';
import type { OnfileCardOptions } from './openapi/requests.ts';
import { behaviourOf, type CardBehaviour } from './test-cards.ts';
import type { TransStatusReason } from './trans-status-reasons.ts';
import type { EntryJobCd, JobCd, Status } from './transaction-states.ts';

/** What is left of a card after tokenisation. */
export interface HeldCard {
  /** Asterisks and the last three digits. */
  readonly masked: string;
  /** The OpenAPI type shows one digit more. */
  readonly lastFour: string;
  readonly brand: Brand;
  readonly behaviour: CardBehaviour;
  /** `YYMM` */
  readonly expire: string;
  readonly holderName: string;
  /** Tells whether two cards are the same one; of no use outside this process. */
  readonly fingerprint: string;
}

export type TokenState = 'ready' | 'expired' | 'spent' | 'malformed';

export interface Token {
  readonly card: HeldCard;
  readonly expiresAt: Date;
  readonly isSecurityCodeSet: boolean;
  state: TokenState;
}

/** EMV 3DS Transaction Status: authenticated, attempted, not authenticated, unavailable, rejected. */
export type TransStatus = 'Y' | 'A' | 'N' | 'U' | 'R';

/** One walk of a shopper through 3-D Secure 2. */
export interface ThreeDsSession {
  readonly transId: string;
  /** The secret half of RedirectUrl. */
  readonly ticket: string;
  readonly acsTransId: string;
  readonly returnUrl: string;
  readonly callbackType: '1' | '2' | '3';
  readonly startedAt: Date;
  /** Names of the risk fields that came; what they said of the shopper is not kept. */
  readonly riskFields: readonly string[];
  /** For CallbackType 2: what the callbacks carry, and Tds2Auth has to give back. */
  readonly requestorTransId: string;
  readonly parameter: string;
  /** For CallbackType 2: the first callback was sent. */
  askedShop: boolean;
  /** The issuer wants a challenge. */
  wantsChallenge: boolean;
  /** When the challenge was first shown. */
  challengedAt: Date | null;
  /** What the shopper said in the issuer's app, which is our console page. */
  approval: 'approved' | 'refused' | null;
  wrongPasswords: number;
  /** Null until the walk is over. */
  transStatus: TransStatus | null;
  transStatusReason: TransStatusReason | '';
}

export interface HistoryEntry {
  readonly at: Date;
  readonly call: string;
  readonly status: Status;
  readonly errInfo: ErrInfo | null;
}

export interface Transaction {
  readonly accessId: string;
  readonly accessPass: string;
  readonly orderId: string;
  readonly itemCode: string;
  readonly threeDs: { readonly wanted: boolean; readonly type: string; readonly required: string; readonly tenantName: string };
  /** What the authorisation was for; `jobCd` follows the latest operation. */
  entryJobCd: EntryJobCd;
  jobCd: JobCd;
  status: Status;
  amount: number;
  tax: number;
  method: string;
  payTimes: string;
  forward: string;
  approve: string;
  tranId: string;
  tranDate: string;
  checkString: string;
  clientFields: readonly [string, string, string];
  echoesClientFields: boolean;
  card: HeldCard | null;
  memberId: string;
  session: ThreeDsSession | null;
  settledAt: Date | null;
  processedAt: Date;
  readonly history: HistoryEntry[];
}

/** What a transaction that the OpenAPI type made has beside. */
export interface OpenApiOrder {
  readonly callbackUrl: string;
  readonly csrfToken: string | undefined;
  /** The gateway asks the issuer by itself when the shopper comes back from 3-D Secure. */
  readonly authorizesItself: boolean;
  readonly requiresChallenge: boolean;
  /** Where the card is saved once it is verified. */
  readonly keeping: OnfileCardOptions | undefined;
  /** A saved card was used under another name, which it gets when all is well. */
  readonly renames: StoredCard | undefined;
  kept: StoredCard | undefined;
  isReturned: boolean;
}

/** One Idempotency-Key and what was answered; null while there is no answer yet. */
export interface KeptAnswer {
  readonly fingerprint: string;
  readonly at: Date;
  answer: Answered | null;
}

/** How far a payment on the gateway's own page has come. */
export type LinkResult = 'PAYSTART' | 'CONFIRM' | 'PAYSUCCESS' | 'ERROR' | 'EXPIRED';

/** One address of Link Type Plus. */
export interface LinkPayment {
  /** The secret part of LinkUrl. */
  readonly id: string;
  readonly orderId: string;
  readonly amount: number;
  readonly tax: number;
  /** What EntryTran and ExecTran get beside the card. */
  readonly entry: Readonly<Record<string, string>>;
  readonly execution: Readonly<Record<string, string>>;
  readonly memberId: string;
  readonly wantsSecurityCode: boolean;
  readonly skipsConfirmation: boolean;
  readonly skipsResult: boolean;
  readonly display: { readonly language: 'ja' | 'en'; readonly shopName: string; readonly overview: string; readonly detail: string };
  readonly returnUrl: string;
  readonly completeUrl: string;
  readonly cancelUrl: string;
  /** How often the shopper may try again; null for as often as wanted. */
  readonly retries: number | null;
  readonly expiresAt: Date;
  failures: number;
  result: LinkResult;
  errInfo: ErrInfo | null;
  /** What the shopper has chosen and not yet confirmed: a card, or one of the member's by its physical CardSeq. */
  choice: { readonly card: HeldCard; readonly cardSeq: number | null } | null;
  /** Of its transaction, once there is one. */
  accessId: string;
}

export interface StoredCard {
  /** Physical CardSeq: never used again. */
  readonly cardSeq: number;
  card: HeldCard;
  cardName: string;
  cardPass: string;
  holderName: string;
  isDefault: boolean;
}

export interface Member {
  readonly memberId: string;
  memberName: string;
  readonly cards: StoredCard[];
  nextCardSeq: number;
}

/** Neither query nor body: those are where secrets travel. */
export interface RequestLogEntry {
  readonly server: 'gateway' | 'acs';
  readonly method: string;
  readonly path: string;
  /** Null while there is no answer. */
  status: number | null;
}

const LOG_LENGTH = 1000;

export class SandboxStore {
  readonly tokens = new Map<string, Token>();
  /** By AccessID. */
  readonly transactions = new Map<string, Transaction>();
  readonly members = new Map<string, Member>();
  readonly deletedMemberIds = new Set<string>();
  /** By AccessID. */
  readonly openApiOrders = new Map<string, OpenApiOrder>();
  /** Until when each is good. */
  readonly accessTokens = new Map<string, Date>();
  /** By Idempotency-Key. */
  readonly keptAnswers = new Map<string, KeptAnswer>();
  /** By the secret part of the address. */
  readonly links = new Map<string, LinkPayment>();
  readonly requests: RequestLogEntry[] = [];
  /** How many days the console has put the clock forward. */
  daysAhead = 0;
  readonly #fingerprintKey = randomBytes(32);

  holdCard(number: string, expire: string, holderName: string): HeldCard {
    return {
      masked: number.slice(-3).padStart(number.length, '*'),
      lastFour: number.slice(-4),
      brand: brandOf(number),
      behaviour: behaviourOf(number),
      expire: expire.slice(-4),
      holderName,
      fingerprint: this.#fingerprintOf(number),
    };
  }

  /** Is this text the number of that card? */
  isNumberOf(text: string, { fingerprint }: HeldCard): boolean {
    return this.#fingerprintOf(text) === fingerprint;
  }

  #fingerprintOf(number: string): string {
    return createHmac('sha256', this.#fingerprintKey).update(number).digest('hex');
  }

  transactionOfOrder(orderId: string): Transaction | undefined {
    return [...this.transactions.values()].find((transaction) => transaction.orderId === orderId);
  }

  transactionOfSession(id: 'transId' | 'acsTransId', value: string): (Transaction & { session: ThreeDsSession }) | undefined {
    return [...this.transactions.values()].find(
      (transaction): transaction is Transaction & { session: ThreeDsSession } => transaction.session?.[id] === value,
    );
  }

  logRequest(entry: RequestLogEntry): RequestLogEntry {
    this.requests.push(entry);
    if (this.requests.length > LOG_LENGTH) this.requests.shift();
    return entry;
  }
}
