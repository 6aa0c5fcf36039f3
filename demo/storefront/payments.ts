/**
 * One order, any number of attempts, at most one charge. Every step is written down before the gateway hears of it, every
 * change of state is one conditional update, and the schema refuses what must not be (see migrations.ts).
 *
 *   entering ─► executing ─► challenging ─► settling ─► paid | failed
 *                   │          ▲      │         │
 *                   └────────► unknown ◄────────┘         released: given up, can never be settled
 *
 * An answer that does not come means `unknown`, never "failed". SearchTrade gets an attempt out of it (back to `challenging`,
 * or to an end), and so does the answer itself when it comes late. SearchTrade also ends a `challenging` one. Every live state
 * but `settling` has a way to `released`, and none has while a call that charges may be on its way.
 */
import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Database, isUniqueViolation, type Queries } from './database.ts';
import { type Failure, type GatewayClient, readFailure, type TradeStatus } from './gateway-client.ts';
import { isIdentifier } from './orders.ts';

export type AttemptState = 'entering' | 'executing' | 'challenging' | 'settling' | 'unknown' | 'paid' | 'failed' | 'released';

export interface Attempt {
  readonly id: string;
  readonly order_id: string;
  readonly gateway_order_id: string;
  readonly return_id: string;
  readonly token_digest: string;
  readonly access_id: string | null;
  readonly access_pass: string | null;
  readonly redirect_url: string | null;
  readonly state: AttemptState;
  readonly failure: Failure | null;
  readonly created_at: Date;
  readonly changed_at: Date;
  readonly returned_at: Date | null;
}

/** What the shopper is to be told or shown next. */
export type Outcome =
  | { readonly status: 'redirect'; readonly url: string }
  | { readonly status: 'paid' | 'unknown' | 'released' }
  | { readonly status: 'waiting'; readonly url: string | null }
  | { readonly status: 'failed'; readonly failure: Failure };

export interface PaymentsOptions {
  readonly database: Database;
  readonly gateway: GatewayClient;
  readonly now: () => Date;
  readonly report: (line: string) => void;
  readonly returnUrl: (returnId: string) => string;
  readonly tenantName: string;
  /** Milliseconds after which no earlier call can still be on its way to the gateway. */
  readonly quietPeriod: number;
  /** Milliseconds that a double click waits for the answer to the first. */
  readonly patience: number;
}

/** An authentication that nobody finished: EMV 3DS gives a challenge minutes, so a quarter of an hour is generous. */
export const CHALLENGE_DEADLINE = 15 * 60_000;
/** SearchTrade is asked at most this often for one attempt, however often a page is reloaded. */
const ASK_INTERVAL = 1_000;
const LIVE = `('entering', 'executing', 'challenging', 'settling', 'unknown')`;

export class Payments {
  readonly #options: PaymentsOptions;

  constructor(options: PaymentsOptions) {
    this.#options = options;
  }

  /** Pays an order with a token. The same token again is the same click again: it joins the attempt that is under way. */
  async pay(order: { id: string; amount: number; email: string }, token: string): Promise<Outcome> {
    const digest = createHash('sha256').update(token).digest('base64url');
    // Each round either ends here or has brought the order's live attempt one step on; the bound only guards against a mistake.
    for (let round = 0; round < 8; round++) {
      const attempts = await this.#attemptsOf(order.id);
      if (attempts.some((attempt) => attempt.state === 'paid')) return { status: 'paid' };
      const same = attempts.find((attempt) => attempt.token_digest === digest);
      if (same) return this.#outcomeOf(await this.#whenAnswered(same), 'redirect');
      const live = attempts.find((attempt) => attempt.state !== 'failed' && attempt.state !== 'released');
      if (!live) {
        const attempt = await this.#begin(order.id, digest);
        if (attempt) return this.#execute(attempt, order, token);
        continue;
      }
      const earlier = await this.#whenAnswered(live);
      if (earlier.state === 'challenging') {
        if (!(await this.#abandon(earlier, order.amount))) return { status: 'failed', failure: 'unreachable' };
      } else if (earlier.state === 'unknown') {
        await this.resolve(earlier.id);
        if ((await this.#read(earlier.id)).state === 'unknown') return { status: 'unknown' };
      } else if (earlier.state === live.state) {
        return { status: 'unknown' };
      }
    }
    return { status: 'unknown' };
  }

  /** The browser came back by the cross-site POST. It proves nothing; it only allows SecureTran2 to be asked. */
  async acceptReturn(returnId: string, accessId: string): Promise<'accepted' | 'refused' | 'missing'> {
    const { database, now } = this.#options;
    if (!isIdentifier(returnId)) return 'missing';
    const [attempt] = await database.query<Attempt>('select * from attempts where return_id = $1', [returnId]);
    if (!attempt) return 'missing';
    if (!accessId || attempt.access_id !== accessId) return 'refused';
    await database.query('update attempts set returned_at = $2 where id = $1 and returned_at is null', [attempt.id, now()]);
    return 'accepted';
  }

  /** Settles an attempt whose shopper is back, once: whoever moves it from `challenging` to `settling` calls SecureTran2. */
  async settle(attemptId: string): Promise<Outcome> {
    // A second time only when SearchTrade has said that the first call never arrived.
    for (let time = 0; time < 2; time++) {
      const claimed = await this.#move(attemptId, ['challenging'], 'settling', { onlyReturned: true });
      if (claimed) await this.#settleClaimed(claimed);
      const attempt = await this.#whenAnswered(await this.#read(attemptId));
      if (attempt.state !== 'unknown') break;
      await this.resolve(attemptId);
    }
    return this.#outcomeOf(await this.#read(attemptId), 'waiting');
  }

  /**
   * Asks the gateway what became of an attempt that this server does not know the end of.
   * `restarted`: the process that was working on it is gone; what it sent last may still be on its way to the gateway.
   * `answered`: the gateway has just answered the last call, so nothing is on its way.
   */
  async resolve(attemptId: string, { restarted = false, answered = false } = {}): Promise<void> {
    const { database, gateway, now, quietPeriod, report } = this.#options;
    const [attempt] = await database.query<Attempt & { amount: number }>(
      `update attempts a set asked_at = $2 from orders o
        where a.id = $1 and o.id = a.order_id and a.state in ${LIVE} and (a.asked_at is null or a.asked_at <= $3 or $4)
        returning a.*, o.amount`,
      [attemptId, now(), new Date(now().getTime() - ASK_INTERVAL), restarted || answered],
    );
    if (!attempt) return;
    const trade = await gateway.searchTrade({ orderId: attempt.gateway_order_id, amount: attempt.amount });
    const age = now().getTime() - attempt.created_at.getTime();
    const next = nextState(attempt.state, trade, {
      tooOld: age >= CHALLENGE_DEADLINE,
      quiet: answered || now().getTime() - attempt.changed_at.getTime() >= quietPeriod,
      restarted,
      returned: attempt.returned_at !== null,
    });
    if (!next) return;
    const moved = await this.#move(attemptId, [attempt.state], next, {
      // No reason of the gateway's is known here: it was cancelled on its side.
      ...(next === 'failed' && { failure: 'unavailable' as const }),
      // The gateway refused to settle an authentication that is not over: the shopper has to come back once more.
      forgetReturn: answered,
      since: attempt.changed_at,
    });
    if (moved) report(`attempt ${attempt.state} -> ${next} (SearchTrade: ${trade})`);
  }

  /** At start: everything unfinished was left by a process that is gone. Later: what has gone quiet or grown too old. */
  async recover({ restarted }: { restarted: boolean }): Promise<void> {
    const { database, now, quietPeriod } = this.#options;
    const before = (milliseconds: number) => new Date(now().getTime() - milliseconds);
    const attempts = await database.query<Pick<Attempt, 'id' | 'state' | 'changed_at'>>(
      `select id, state, changed_at from attempts where state in ${LIVE}
          and ($1 or (state <> 'settling' and created_at <= $2) or (state <> 'challenging' and changed_at <= $3))
        order by id`,
      [restarted, before(CHALLENGE_DEADLINE), before(quietPeriod)],
    );
    for (const { id, state, changed_at: since } of attempts) {
      // Whether SecureTran2 went out before the end is not known. `changed_at` is kept: the call may still be on its way.
      if (state === 'settling') await this.#move(id, ['settling'], 'unknown', { keepTime: true, since });
      await this.resolve(id, { restarted });
    }
  }

  /** How an order stands: its latest attempt decides, after the gateway was asked where that is needed. */
  async look(orderId: string): Promise<{ outcome: Outcome; attempt: Attempt | undefined }> {
    const [latest] = await this.#attemptsOf(orderId);
    if (!latest) return { outcome: { status: 'released' }, attempt: undefined };
    if (latest.state === 'unknown') await this.resolve(latest.id);
    const attempt = await this.#read(latest.id);
    return { outcome: this.#outcomeOf(attempt, 'waiting'), attempt };
  }

  async #begin(orderId: string, digest: string): Promise<Attempt | undefined> {
    const { database, now } = this.#options;
    // 24 of the 27 characters [A-Za-z0-9-] that OrderID may have; 128 bits in the path of the return address.
    const gatewayOrderId = `N${now().getTime().toString(36)}-${randomBytes(7).toString('hex')}`.toUpperCase();
    try {
      const [attempt] = await database.query<Attempt>(
        `insert into attempts (order_id, gateway_order_id, return_id, token_digest, state, created_at, changed_at)
          values ($1, $2, $3, $4, 'entering', $5, $5) returning *`,
        [orderId, gatewayOrderId, randomBytes(16).toString('base64url'), digest, now()],
      );
      return attempt;
    } catch (error) {
      if (isUniqueViolation(error)) return undefined;
      throw error;
    }
  }

  async #execute(attempt: Attempt, order: { amount: number; email: string }, token: string): Promise<Outcome> {
    const { gateway, returnUrl, tenantName } = this.#options;
    const { id } = attempt;
    const orderId = attempt.gateway_order_id;
    const entry = await gateway.entryTran({ orderId, amount: order.amount, tenantName });
    const accessId = entry.kind === 'answered' ? entry.answer.accessid : undefined;
    const accessPass = entry.kind === 'answered' ? entry.answer.accesspass : undefined;
    if (!accessId || !accessPass) {
      // EntryTran cannot charge, so even an unanswered one has an end.
      const failure = entry.kind === 'refused' ? (readFailure(entry.codes) ?? 'unreachable') : 'unreachable';
      await this.#move(id, ['entering'], 'failed', { failure });
      return this.#outcomeOf(await this.#read(id), 'redirect');
    }
    const executing = await this.#move(id, ['entering'], 'executing', { accessId, accessPass });
    if (!executing) return this.#outcomeOf(await this.#read(id), 'redirect');

    const access = { accessId, accessPass };
    const reply = await gateway.execTran({
      orderId,
      ...access,
      token,
      returnUrl: returnUrl(attempt.return_id),
      email: order.email,
    });
    const from: AttemptState[] = ['executing', 'unknown'];
    if (reply.kind === 'answered' && reply.answer.acs === '0' && reply.answer.orderid === orderId) {
      await this.#markCharged(id, from, access);
    } else if (reply.kind === 'answered' && reply.answer.acs === '2' && reply.redirectUrl) {
      await this.#move(id, from, 'challenging', { redirectUrl: reply.redirectUrl });
    } else if (reply.kind === 'unsent') {
      await this.#move(id, ['executing'], 'failed', { failure: 'unreachable' });
    } else {
      await this.#refusedOrUnknown(id, reply.kind === 'refused' ? reply.codes : [], 'executing');
    }
    return this.#outcomeOf(await this.#read(id), 'redirect');
  }

  async #settleClaimed(attempt: Attempt): Promise<void> {
    const { gateway } = this.#options;
    const { id, access_id: accessId, access_pass: accessPass } = attempt;
    if (!accessId || !accessPass) throw new Error('an attempt in settling has no access pass');
    const reply = await gateway.secureTran2({ accessId, accessPass });
    if (reply.kind === 'answered' && reply.answer.orderid === attempt.gateway_order_id) {
      await this.#markCharged(id, ['settling', 'unknown', 'challenging'], { accessId, accessPass });
    } else {
      await this.#refusedOrUnknown(id, reply.kind === 'refused' ? reply.codes : [], 'settling');
    }
  }

  /** The gateway said that it has charged. When the attempt was given up meanwhile, no order waits for that: it is taken back. */
  async #markCharged(
    id: string,
    from: readonly AttemptState[],
    access: { accessId: string; accessPass: string },
  ): Promise<void> {
    const { gateway, report } = this.#options;
    if (await this.#move(id, from, 'paid')) return;
    if ((await this.#read(id)).state === 'paid') return;
    const { kind } = await gateway.voidCharge(access);
    report(`attempt charged after it was given up: ${kind === 'answered' ? 'voided' : 'NOT voided, somebody has to'}`);
  }

  async #refusedOrUnknown(id: string, codes: readonly string[], from: AttemptState): Promise<void> {
    const failure = readFailure(codes);
    if (failure) {
      await this.#move(id, [from, 'unknown'], 'failed', { failure });
      return;
    }
    await this.#move(id, [from], 'unknown');
    // A refusal by state is an answer: the call is over, and SearchTrade tells the truth already now.
    if (codes.some((code) => /^(E11|E01E50004)/.test(code))) await this.resolve(id, { answered: true });
  }

  /**
   * The shopper left the challenge and pays anew. Our record says that SecureTran2 was never sent; the gateway is asked
   * all the same.
   */
  async #abandon(attempt: Attempt, amount: number): Promise<boolean> {
    const { gateway, report } = this.#options;
    const trade = await gateway.searchTrade({ orderId: attempt.gateway_order_id, amount });
    if (trade === 'unanswered') return false;
    const next = trade === 'settled' ? 'paid' : 'released';
    const moved = await this.#move(attempt.id, ['challenging'], next, { since: attempt.changed_at });
    if (moved) report(`attempt challenging -> ${next} (paid anew; SearchTrade: ${trade})`);
    return true;
  }

  /** Waits until no request of this attempt is under way here or in another request. Bounded by `patience`. */
  async #whenAnswered(attempt: Attempt): Promise<Attempt> {
    let current = attempt;
    const until = performance.now() + this.#options.patience;
    while (['entering', 'executing', 'settling'].includes(current.state) && performance.now() < until) {
      await pause(25);
      current = await this.#read(current.id);
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
        return challenge === 'redirect' && attempt.redirect_url
          ? { status: 'redirect', url: attempt.redirect_url }
          : { status: 'waiting', url: attempt.redirect_url };
      default:
        return { status: 'unknown' };
    }
  }

  /**
   * The one place where a state changes. Undefined when the attempt was no longer in one of the states given.
   * What is secret or of no more use goes with the last step; the paid cart goes with the payment.
   */
  async #move(
    id: string,
    from: readonly AttemptState[],
    to: AttemptState,
    more: {
      accessId?: string;
      accessPass?: string;
      redirectUrl?: string;
      failure?: Failure;
      onlyReturned?: boolean;
      forgetReturn?: boolean;
      keepTime?: boolean;
      /** The `changed_at` that the decision was made on: the attempt must not have left the state and come back to it. */
      since?: Date;
    } = {},
  ): Promise<Attempt | undefined> {
    const final = to === 'paid' || to === 'failed' || to === 'released';
    const update = async ({ query }: Queries) => {
      const [attempt] = await query<Attempt>(
        `update attempts set state = $3, failure = $4,
            access_id = coalesce(access_id, $5),
            access_pass = case when $6 then null else coalesce(access_pass, $7) end,
            redirect_url = case when $6 then null else coalesce($8, redirect_url) end,
            changed_at = case when $9 then changed_at else $10::timestamptz end,
            returned_at = case when $12 then null else returned_at end
          where id = $1 and state = any($2::text[]) and ($11 = false or returned_at is not null)
            and ($13::timestamptz is null or changed_at = $13)
          returning *`,
        [
          id,
          from,
          to,
          more.failure ?? null,
          more.accessId ?? null,
          final,
          more.accessPass ?? null,
          more.redirectUrl ?? null,
          more.keepTime ?? false,
          this.#options.now(),
          more.onlyReturned ?? false,
          more.forgetReturn ?? false,
          more.since ?? null,
        ],
      );
      return attempt;
    };
    if (to !== 'paid') return update(this.#options.database);
    return this.#options.database.transaction(async (queries) => {
      const attempt = await update(queries);
      if (attempt) {
        // Only the cart that this order was made of: what was put in afterwards stays.
        await queries.query(
          `update sessions s set cart = '{}', checkout_key = null from orders o
            where o.id = $1 and s.id = o.session_id and s.checkout_key = o.checkout_key`,
          [attempt.order_id],
        );
      }
      return attempt;
    });
  }

  async #read(id: string): Promise<Attempt> {
    const [attempt] = await this.#options.database.query<Attempt>('select * from attempts where id = $1', [id]);
    if (!attempt) throw new Error('the attempt is gone');
    return attempt;
  }

  #attemptsOf(orderId: string): Promise<Attempt[]> {
    return this.#options.database.query<Attempt>('select * from attempts where order_id = $1 order by id desc', [orderId]);
  }
}

/** Pure: what SearchTrade's word means for an attempt. Undefined: it stays as it is. */
export function nextState(
  state: AttemptState,
  trade: TradeStatus,
  { tooOld, quiet, restarted, returned }: { tooOld: boolean; quiet: boolean; restarted: boolean; returned: boolean },
): AttemptState | undefined {
  // SecureTran2 has gone out, and charges whenever it gets there, even after this server or its process gave up waiting.
  const mayCharge = state === 'settling' || (state === 'unknown' && returned && !quiet);
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
      // ExecTran is over, only its answer was lost.
      return state === 'executing' && (quiet || restarted) ? 'challenging' : undefined;
    case 'unanswered':
      return undefined;
  }
}
