/**
 * One order, any number of attempts, at most one charge. Every step is written down before the gateway hears of it, every
 * change of state is one conditional update, and the schema refuses what must not be (see migrations.ts).
 *
 *                             authenticating ──► failed         (the detailed flow: Tds2Auth)
 *                                ▲      │
 *                                │      ▼
 *   entering ─► executing ─► challenging ─► settling ─► paid | failed
 *                   │          ▲      │         │
 *                   └────────► unknown ◄────────┘         released: given up, can never be settled
 *
 * An answer that does not come means `unknown`, never "failed". SearchTrade gets an attempt out of it (back to `challenging`,
 * or to an end), and so does the answer itself when it comes late. SearchTrade also ends a `challenging` one. Every live state
 * but `settling` has a way to `released`, and none has while a call that charges may be on its way. Only SecureTran2 (and an
 * ExecTran that is answered ACS=0) charges: an unanswered Tds2Auth is an end, for nothing can come of it.
 *
 * The names are those of the protocol type. With the OpenAPI type, /credit/charge is EntryTran and ExecTran in one, /tds2/finalizeCharge is
 * SecureTran2, and /order/inquiry is SearchTrade: the same states, and gateway.ts is all that this file knows of either.
 *
 * Two kinds of attempt are different. A recurring one has no 3-D Secure: its ExecTran itself charges, so from there on it is treated as
 * any other after SecureTran2. One on the gateway's own page (Link Type Plus) is `challenging` as long as somebody may pay there, which
 * this server cannot stop: until the page has expired, the order is paid there or not at all.
 */
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Attempt, Attempts, type AttemptState, type Beginning, type CallbackType, type Presentation } from './attempts.ts';
import { decide, type TransStatus } from './authentication.ts';
import type { BrowserData } from './browser-data.ts';
import type { Database } from './database.ts';
import { type Access, type CardSource, type Entered, type Failure, failureOf, type Gateway, type PaymentPlan, type Refusal, type Silence, type TradeStatus } from './gateway.ts';
import type { LinkPlus } from './link-plus.ts';
import type { Language } from './wording.ts';

/** What the shopper is to be told or shown next. */
export type Outcome =
  | { readonly status: 'redirect'; readonly url: string; readonly accessId: string; readonly returnId: string }
  | { readonly status: 'paid' | 'unknown' | 'released' }
  | { readonly status: 'waiting'; readonly url: string | null }
  /** The gateway's own page is open for the order. */
  | { readonly status: 'elsewhere'; readonly url: string }
  | { readonly status: 'failed'; readonly failure: Failure };

export interface PaymentsOptions {
  readonly database: Database;
  readonly gateway: Gateway;
  readonly linkPlus: LinkPlus;
  readonly now: () => Date;
  readonly report: (line: string) => void;
  readonly returnUrl: (returnId: string) => string;
  readonly linkReturnUrl: (returnId: string) => string;
  /** An attempt is paid. Never rejects. */
  readonly afterPayment: (attemptId: string) => Promise<void>;
  readonly callbackType: CallbackType;
  /** In the detailed flow: an attempt (A) is enough to charge. */
  readonly acceptsAttempts: boolean;
  /** Milliseconds after which no earlier call can still be on its way to the gateway. */
  readonly quietPeriod: number;
  /** Milliseconds that a double click waits for the answer to the first. */
  readonly patience: number;
}

/** An authentication that nobody finished: EMV 3DS gives a challenge minutes, so a quarter of an hour is generous. */
export const CHALLENGE_DEADLINE = 15 * 60_000;
/** A page of the gateway's own is asked for with `ExpireDays: 1`. Whether that day is counted from now or from midnight is not public. */
export const LINK_DEADLINE = 2 * 24 * 60 * 60_000;
/** SearchTrade is asked at most this often for one attempt, however often a page is reloaded. */
const ASK_INTERVAL = 1_000;

/** What the shop knows of a purchase beside its amount. */
export interface Purchase {
  readonly presentation: Presentation;
  readonly payerName: string;
  /** The Tds2 fields of ExecTran. */
  readonly risk: Readonly<Record<string, string>>;
  readonly browser: BrowserData | null;
  readonly plan: PaymentPlan;
  readonly isRecurring: boolean;
  readonly saving: Beginning['saving'];
}

export const NOTHING_KNOWN: Purchase = {
  presentation: 'redirect',
  payerName: '',
  risk: {},
  browser: null,
  plan: { method: '1', payTimes: null },
  isRecurring: false,
  saving: null,
};

/** A saved card has no token that could tell one press of the button from the next: the page gives each of its buttons a name. */
export interface SavedCardSource {
  readonly memberId: string;
  readonly cardSeq: string;
  readonly press: string;
}

/** What a browser that is back at RetUrl says: the AccessID always, the rest in the detailed flow only. */
export interface Arrival {
  readonly accessId: string;
  readonly event?: string;
  readonly parameter?: string;
}

export class Payments {
  readonly #options: PaymentsOptions;
  readonly #attempts: Attempts;

  constructor(options: PaymentsOptions) {
    this.#options = options;
    this.#attempts = new Attempts(options.database, options.now);
  }

  /**
   * Pays an order with a token or a saved card. The same token again, or the same press with the same card, is the same click again: it
   * joins the attempt that is under way.
   */
  async pay(order: { id: string; amount: number }, means: string | SavedCardSource, purchase = NOTHING_KNOWN): Promise<Outcome> {
    const isToken = typeof means === 'string';
    const digest = digestOf(isToken ? means : JSON.stringify([means.memberId, means.cardSeq, means.press, purchase.plan]));
    const source = isToken ? { token: means } : { memberId: means.memberId, cardSeq: means.cardSeq };
    // Each round either ends here or has brought the order's live attempt one step on; the bound only guards against a mistake.
    for (let round = 0; round < 8; round++) {
      const attempts = await this.#attempts.ofOrder(order.id);
      if (attempts.some((attempt) => attempt.state === 'paid')) return { status: 'paid' };
      const same = attempts.find((attempt) => attempt.token_digest === digest);
      if (same) return this.#outcomeOf(await this.#whenAnswered(same), 'redirect');
      const live = attempts.find((attempt) => attempt.state !== 'failed' && attempt.state !== 'released');
      if (!live) {
        const { callbackType, gateway } = this.#options;
        const means = isToken ? 'token' : 'card';
        const attempt = await this.#attempts.begin(order.id, digest, { means, connection: gateway.connection, callbackType, ...purchase });
        if (attempt) return this.#execute(attempt, order, source, purchase);
        continue;
      }
      const earlier = await this.#whenAnswered(live);
      if (earlier.means === 'link' && earlier.state === 'challenging') {
        await this.resolve(earlier.id);
        const now = await this.#attempts.read(earlier.id);
        if (now.state === 'challenging') return this.#outcomeOf(now, 'redirect');
      } else if (earlier.state === 'challenging') {
        if (!(await this.#abandon(earlier, order.amount))) return { status: 'failed', failure: 'unreachable' };
      } else if (earlier.state === 'unknown') {
        await this.resolve(earlier.id);
        if ((await this.#attempts.read(earlier.id)).state === 'unknown') return { status: 'unknown' };
      } else if (earlier.state === live.state) {
        return { status: 'unknown' };
      }
    }
    return { status: 'unknown' };
  }

  /** Pays an order on the gateway's own page. Whoever asks again is led to the same page. */
  async payElsewhere(
    order: { id: string; amount: number },
    shopper: { email: string; name: string; language: Language; shopName: string },
  ): Promise<Outcome> {
    const { linkPlus, callbackType, linkReturnUrl } = this.#options;
    for (let round = 0; round < 8; round++) {
      const attempts = await this.#attempts.ofOrder(order.id);
      const live = attempts.find(({ state }) => state !== 'failed' && state !== 'released');
      if (!live) {
        const digest = digestOf(`link ${String(attempts.length)}`);
        const attempt = await this.#attempts.begin(order.id, digest, { ...NOTHING_KNOWN, means: 'link', connection: 'linkplus', callbackType });
        if (!attempt) continue;
        await this.#attempts.move(attempt.id, ['entering'], 'executing');
        const orderId = attempt.gateway_order_id;
        const reply = await linkPlus.urlFor({ orderId, amount: order.amount, returnUrl: linkReturnUrl(attempt.return_id), ...shopper });
        if (reply.kind === 'answered') await this.#attempts.move(attempt.id, ['executing'], 'challenging', { redirectUrl: reply.url });
        // Nobody has the address of the page, so nobody can pay there.
        else await this.#attempts.move(attempt.id, ['executing'], 'failed', { failure: reply.kind === 'refused' ? 'unavailable' : 'unreachable' });
        return this.#outcomeOf(await this.#attempts.read(attempt.id), 'redirect');
      }
      if (live.state === 'paid') return { status: 'paid' };
      const earlier = await this.#whenAnswered(live);
      if (earlier.state === 'challenging' && earlier.means === 'link') {
        await this.resolve(earlier.id);
        return this.#outcomeOf(await this.#attempts.read(earlier.id), 'redirect');
      }
      if (earlier.state === 'challenging') {
        if (!(await this.#abandon(earlier, order.amount))) return { status: 'failed', failure: 'unreachable' };
      } else if (earlier.state === 'unknown') {
        await this.resolve(earlier.id);
        if ((await this.#attempts.read(earlier.id)).state === 'unknown') return { status: 'unknown' };
      } else if (earlier.state === live.state) return { status: 'unknown' };
    }
    return { status: 'unknown' };
  }

  /** The browser came back from the gateway's own page. What it brings may only make us ask, and only when the gateway signed it. */
  async acceptResult(returnId: string, result: string): Promise<Attempt | 'refused' | 'missing'> {
    const attempt = await this.#attempts.ofReturnId(returnId);
    if (attempt?.means !== 'link') return 'missing';
    const said = this.#options.linkPlus.readResult(result);
    if (said?.orderId !== attempt.gateway_order_id) return 'refused';
    await this.resolve(attempt.id, { isSigned: true, expired: said.word === 'EXPIRED' });
    return this.#attempts.read(attempt.id);
  }

  /** Asks the gateway what has become of paid orders: they may have been refunded there. */
  async refresh(orderIds: readonly string[]): Promise<void> {
    const claimed = await this.#attempts.claimTrades(orderIds, ASK_INTERVAL);
    await Promise.all(
      claimed.map(async ({ id, gateway_order_id: orderId }) => {
        const status = await this.#options.gateway.statusOf(orderId);
        if (status) await this.#attempts.noteTrade(id, status);
      }),
    );
  }

  /**
   * The browser came back. It proves nothing; it only allows the gateway to be asked: by SecureTran2, or by Tds2Auth after the first
   * callback of the detailed flow. That needs no session: Tds2Auth cannot charge, and SecureTran2 waits for the shopper.
   */
  async acceptReturn(returnId: string, { accessId, event, parameter = '' }: Arrival): Promise<Attempt | 'refused' | 'missing'> {
    const attempt = await this.#attempts.ofReturnId(returnId);
    if (!attempt) return 'missing';
    if (!accessId || attempt.access_id !== accessId) return 'refused';
    const { id, callback_type: callbackType } = attempt;
    if (callbackType !== '2') {
      await this.#attempts.markReturned(id);
    } else {
      switch (event) {
        case '3DSMethodFinished':
        case '3DSMethodSkipped':
          await this.#authenticate(id, parameter);
          break;
        case 'InitAuthTimedOut':
          await this.#attempts.move(id, ['challenging'], 'failed', { failure: 'authentication', onlyUnauthenticated: true });
          break;
        case 'AuthResultReady':
          // of an authentication that nobody asked for, there is no result
          if (attempt.trans_status) await this.#attempts.markReturned(id);
          break;
        case undefined:
          // the page after the callback, read once more
          break;
        default:
          return 'refused';
      }
    }
    return this.#attempts.read(id);
  }

  /** Settles an attempt whose shopper is back, once: whoever moves it from `challenging` to `settling` calls SecureTran2. */
  async settle(attemptId: string): Promise<Outcome> {
    // A second time only when SearchTrade has said that the first call never arrived.
    for (let time = 0; time < 2; time++) {
      const claimed = await this.#attempts.move(attemptId, ['challenging'], 'settling', { onlyReturned: true });
      if (claimed) await this.#settleClaimed(claimed);
      const attempt = await this.#whenAnswered(await this.#attempts.read(attemptId));
      if (attempt.state !== 'unknown') break;
      await this.resolve(attemptId);
    }
    return this.#outcomeOf(await this.#attempts.read(attemptId), 'waiting');
  }

  /**
   * Asks the gateway what became of an attempt that this server does not know the end of.
   * `restarted`: the process that was working on it is gone; what it sent last may still be on its way to the gateway.
   * `answered`: the gateway has just answered the last call, so nothing is on its way.
   * `isSigned`: the gateway itself says that there is something to ask about.
   * `expired`: the gateway itself says that its page can no longer be paid on.
   */
  async resolve(attemptId: string, { restarted = false, answered = false, isSigned = false, expired = false } = {}): Promise<void> {
    const { gateway, now, quietPeriod, report } = this.#options;
    const attempt = await this.#attempts.claimQuestion(attemptId, restarted || answered || isSigned ? null : ASK_INTERVAL);
    if (!attempt) return;
    // Of what was sent by another connection type, this one need not know.
    const isForeign = (attempt.connection === 'openapi') !== (gateway.connection === 'openapi');
    if (isForeign && attempt.means !== 'link') {
      report(`attempt ${attempt.state} is left as it is: it was made by the connection type ${attempt.connection}`);
      return;
    }
    const { status: trade, access } = await gateway.search({ orderId: attempt.gateway_order_id, amount: attempt.amount });
    const age = now().getTime() - attempt.created_at.getTime();
    const next = nextState(attempt.state, trade, {
      tooOld: expired || age >= (attempt.means === 'link' ? LINK_DEADLINE : CHALLENGE_DEADLINE),
      quiet: answered || now().getTime() - attempt.changed_at.getTime() >= quietPeriod,
      restarted,
      // Without 3-D Secure, ExecTran is what SecureTran2 is otherwise: it charges whenever it gets there.
      returned: attempt.returned_at !== null || attempt.is_recurring,
      elsewhere: attempt.means === 'link',
    });
    if (!next) return;
    const moved = await this.#attempts.move(attemptId, [attempt.state], next, {
      // With the OpenAPI type, an answer that was lost held these, too.
      ...access,
      // No reason of the gateway's is known here: it was cancelled on its side.
      ...(next === 'failed' && { failure: 'unavailable' as const }),
      // The gateway refused to settle an authentication that is not over: the shopper has to come back once more.
      ...(answered && { returned: false }),
      since: attempt.changed_at,
    });
    if (!moved) return;
    report(`attempt ${attempt.state} -> ${next} (SearchTrade: ${trade})`);
    if (next === 'paid') await this.#options.afterPayment(attemptId);
  }

  /** At start: everything unfinished was left by a process that is gone. Later: what has gone quiet or grown too old. */
  async recover({ restarted }: { restarted: boolean }): Promise<void> {
    const { now, quietPeriod, report } = this.#options;
    const before = (milliseconds: number) => new Date(now().getTime() - milliseconds);
    const attempts = await this.#attempts.unfinished(restarted, before(CHALLENGE_DEADLINE), before(quietPeriod));
    for (const { id, state, changed_at: since } of attempts) {
      // Whether SecureTran2 went out before the end is not known. `changed_at` is kept: the call may still be on its way.
      if (state === 'settling') await this.#attempts.move(id, ['settling'], 'unknown', { keepTime: true, since });
      await this.resolve(id, { restarted }).catch((error: unknown) => {
        report(`attempt ${state} could not be asked about: ${String(error)}`); // the others are
      });
    }
  }

  /** How an order stands: its latest attempt decides, after the gateway was asked where that is needed. */
  async look(orderId: string): Promise<{ outcome: Outcome; attempt: Attempt | undefined }> {
    const [latest] = await this.#attempts.ofOrder(orderId);
    if (!latest) return { outcome: { status: 'released' }, attempt: undefined };
    if (latest.state === 'unknown' || (latest.state === 'challenging' && latest.means === 'link')) await this.resolve(latest.id);
    const attempt = await this.#attempts.read(latest.id);
    return { outcome: this.#outcomeOf(attempt, 'waiting'), attempt };
  }

  async #execute(attempt: Attempt, order: { amount: number }, source: CardSource, purchase: Purchase): Promise<Outcome> {
    const { gateway, returnUrl } = this.#options;
    const { risk, plan, isRecurring, payerName } = purchase;
    const { id } = attempt;
    const charge = { orderId: attempt.gateway_order_id, amount: order.amount, isRecurring };
    const entry = await gateway.enter(charge);
    if (entry.kind !== 'answered') {
      // Nothing is charged by it, so even an unanswered one has an end.
      const failure = entry.kind === 'refused' ? (entry.failure ?? 'unreachable') : 'unreachable';
      await this.#attempts.move(id, ['entering'], 'failed', { failure });
      return this.#outcomeOf(await this.#attempts.read(id), 'redirect');
    }
    const executing = await this.#attempts.move(id, ['entering'], 'executing', entry.access);
    if (!executing) return this.#outcomeOf(await this.#attempts.read(id), 'redirect');

    const threeDs = isRecurring ? null : { returnUrl: returnUrl(attempt.return_id), callbackType: attempt.callback_type, risk };
    const reply = await gateway.execute({ ...charge, access: entry.access, source, plan, payerName, threeDs });
    const from: AttemptState[] = ['executing', 'unknown'];
    if (reply.kind === 'answered') {
      const { access, redirectUrl } = reply;
      if (redirectUrl) await this.#attempts.move(id, from, 'challenging', { ...access, redirectUrl });
      else await this.#markCharged(id, from, { orderId: charge.orderId, access });
    } else if (reply.kind === 'unsent') {
      await this.#attempts.move(id, ['executing'], 'failed', { failure: 'unreachable' });
    } else {
      await this.#refusedOrUnknown(id, reply, 'executing');
    }
    return this.#outcomeOf(await this.#attempts.read(id), 'redirect');
  }

  /**
   * The detailed flow: the 3DS method is over, and the shop asks for the authentication, once. Tds2Auth cannot charge, so
   * whatever does not lead on is an end.
   */
  async #authenticate(id: string, parameter: string): Promise<void> {
    const claimed = await this.#attempts.move(id, ['challenging'], 'authenticating', { onlyUnauthenticated: true });
    if (!claimed) {
      // The same callback once more waits for what comes of the first.
      await this.#whenAnswered(await this.#attempts.read(id));
      return;
    }
    const { gateway, acceptsAttempts, report } = this.#options;
    const reply = await gateway.detailedFlow?.authenticate(accessOf(claimed), parameter);
    const from: AttemptState[] = ['authenticating'];
    if (reply?.kind !== 'answered') {
      await this.#attempts.move(id, from, 'failed', { failure: reply ? failureOf(reply) : 'unavailable' });
      return;
    }
    const { transStatus, challengeUrl } = reply;
    report(`attempt authenticated: ${transStatus}`);
    const decision = decide(transStatus, acceptsAttempts);
    if (decision === 'settle') {
      await this.#attempts.move(id, from, 'challenging', { transStatus, returned: true });
    } else if (decision === 'challenge' && challengeUrl) {
      await this.#attempts.move(id, from, 'challenging', { transStatus, redirectUrl: challengeUrl });
    } else {
      const failure = decision === 'challenge' ? 'unavailable' : decision;
      await this.#attempts.move(id, from, 'failed', { transStatus, failure });
    }
  }

  async #settleClaimed(attempt: Attempt): Promise<void> {
    const { gateway } = this.#options;
    const { id } = attempt;
    const entered = { orderId: attempt.gateway_order_id, access: accessOf(attempt) };
    if (attempt.trans_status === 'C' && !(await this.#passedChallenge(attempt))) return;
    const reply = await gateway.settle(entered);
    if (reply.kind === 'answered') await this.#markCharged(id, ['settling', 'unknown', 'challenging'], entered);
    else await this.#refusedOrUnknown(id, reply, 'settling');
  }

  /** The detailed flow, after a challenge: Tds2Result says how it ended, and only then may SecureTran2 go out. */
  async #passedChallenge(attempt: Attempt): Promise<boolean> {
    const { gateway, acceptsAttempts, report } = this.#options;
    const { id } = attempt;
    const reply = await gateway.detailedFlow?.resultOf(accessOf(attempt));
    const transStatus: TransStatus = reply?.kind === 'answered' ? reply.transStatus : 'C';
    const decision = decide(transStatus, acceptsAttempts);
    if (decision === 'settle') {
      report(`attempt authenticated: ${transStatus}`);
      await this.#attempts.noteTransStatus(id, transStatus);
      return true;
    }
    if (decision === 'challenge') await this.#refusedOrUnknown(id, reply?.kind === 'refused' ? reply : { kind: 'unanswered' }, 'settling');
    else await this.#attempts.move(id, ['settling'], 'failed', { transStatus, failure: decision });
    return false;
  }

  /** The gateway said that it has charged. When the attempt was given up meanwhile, no order waits for that: it is taken back. */
  async #markCharged(id: string, from: readonly AttemptState[], entered: Entered): Promise<void> {
    const { gateway, report, afterPayment } = this.#options;
    if (await this.#attempts.move(id, from, 'paid', entered.access)) {
      await afterPayment(id);
      return;
    }
    if ((await this.#attempts.read(id)).state === 'paid') return;
    const { kind } = await gateway.cancel(entered);
    report(`attempt charged after it was given up: ${kind === 'answered' ? 'voided' : 'NOT voided, somebody has to'}`);
  }

  async #refusedOrUnknown(id: string, reply: Refusal | Silence, from: AttemptState): Promise<void> {
    if (reply.kind === 'refused' && reply.failure) {
      await this.#attempts.move(id, [from, 'unknown'], 'failed', { failure: reply.failure });
      return;
    }
    await this.#attempts.move(id, [from], 'unknown');
    if (reply.kind === 'refused' && reply.byState) await this.resolve(id, { answered: true });
  }

  /**
   * The shopper left the challenge and pays anew. Our record says that SecureTran2 was never sent; the gateway is asked
   * all the same.
   */
  async #abandon(attempt: Attempt, amount: number): Promise<boolean> {
    const { gateway, report } = this.#options;
    const { status: trade } = await gateway.search({ orderId: attempt.gateway_order_id, amount });
    if (trade === 'unanswered') return false;
    const next = trade === 'settled' ? 'paid' : 'released';
    const moved = await this.#attempts.move(attempt.id, ['challenging'], next, { since: attempt.changed_at });
    if (moved) report(`attempt challenging -> ${next} (paid anew; SearchTrade: ${trade})`);
    if (moved && next === 'paid') await this.#options.afterPayment(attempt.id);
    return true;
  }

  /** Waits until no request of this attempt is under way here or in another request. Bounded by `patience`. */
  async #whenAnswered(attempt: Attempt): Promise<Attempt> {
    let current = attempt;
    const until = performance.now() + this.#options.patience;
    while (['entering', 'executing', 'authenticating', 'settling'].includes(current.state) && performance.now() < until) {
      await pause(25);
      current = await this.#attempts.read(current.id);
    }
    return current;
  }

  #outcomeOf(attempt: Attempt, challenge: 'redirect' | 'waiting'): Outcome {
    switch (attempt.state) {
      case 'paid':
      case 'released':
        return { status: attempt.state };
      case 'failed':
        return { status: 'failed', failure: attempt.failure ?? 'unavailable' };
      case 'challenging':
        if (attempt.means === 'link') return { status: 'elsewhere', url: attempt.redirect_url ?? '' };
        return challenge === 'redirect' && attempt.redirect_url
          ? { status: 'redirect', url: attempt.redirect_url, accessId: attempt.access_id ?? '', returnId: attempt.return_id }
          : { status: 'waiting', url: attempt.redirect_url };
      default:
        return { status: 'unknown' };
    }
  }
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

function accessOf({ access_id: accessId, access_pass: accessPass }: Attempt): Access {
  if (accessId === null || accessPass === null) throw new Error('an attempt under way has no access pass');
  return { accessId, accessPass };
}

/** Pure: what SearchTrade's word means for an attempt. Undefined: it stays as it is. */
export function nextState(
  state: AttemptState,
  trade: TradeStatus,
  when: { tooOld: boolean; quiet: boolean; restarted: boolean; returned: boolean; elsewhere?: boolean },
): AttemptState | undefined {
  const { tooOld, quiet, restarted, returned, elsewhere = false } = when;
  // SecureTran2 has gone out, and charges whenever it gets there, even after this server or its process gave up waiting. So does a
  // recurring ExecTran, which counts as `returned`. On the gateway's own page somebody may pay until it has expired.
  const isSent = state === 'unknown' || state === 'executing';
  const mayCharge = state === 'settling' || (isSent && returned && !quiet) || (elsewhere && state === 'challenging' && !tooOld);
  switch (trade) {
    case 'settled':
      return state === 'entering' ? undefined : 'paid';
    case 'cancelled':
      if (state === 'settling') return undefined;
      return state === 'entering' ? 'released' : 'failed';
    case 'missing':
    case 'unprocessed':
      if (mayCharge) return undefined;
      // ExecTran with Tds2Type=2 does not charge, SecureTran2 does, and the pass for it goes with the release.
      return quiet || restarted || tooOld ? 'released' : undefined;
    case 'authenticated':
      if (mayCharge) return undefined;
      if (tooOld) return 'released';
      if (state === 'unknown') return 'challenging';
      // Tds2Auth is answered once: what came of it is lost, and it cannot charge.
      if (state === 'authenticating') return quiet || restarted ? 'released' : undefined;
      // ExecTran is over, only its answer was lost.
      return state === 'executing' && (quiet || restarted) ? 'challenging' : undefined;
    case 'unanswered':
      return undefined;
  }
}
