/** Attempts as the database holds them. Every change of state is one conditional update: `move`. */
import { randomBytes } from 'node:crypto';
import type { TransStatus } from './authentication.ts';
import type { BrowserData } from './browser-data.ts';
import { type Database, isUniqueViolation, type Queries } from './database.ts';
import type { Connection, Failure, PaymentPlan } from './gateway.ts';
import { isIdentifier } from './orders.ts';

export type AttemptState =
  | 'entering'
  | 'executing'
  | 'challenging'
  | 'authenticating'
  | 'settling'
  | 'unknown'
  | 'paid'
  | 'failed'
  | 'released';

/** GMO's CallbackType: how the browser comes back from the 3DS server. 2 is the detailed flow. */
export type CallbackType = '1' | '2' | '3';

/** A challenge in a dialog comes back into a frame, which cannot be told by a cookie: it has none there. */
export type Presentation = 'redirect' | 'dialog';

/** A token of the card fields, a saved card, or the gateway's own page (Link Type Plus). */
export type Means = 'token' | 'card' | 'link';

/** How an attempt begins. */
export interface Beginning {
  readonly means: Means;
  readonly connection: Connection;
  readonly callbackType: CallbackType;
  readonly presentation: Presentation;
  readonly browser: BrowserData | null;
  readonly plan: PaymentPlan;
  /** The member is not there: without 3-D Secure, and ExecTran charges. */
  readonly isRecurring: boolean;
  /** The second token, and whose card it becomes when the payment has gone through. */
  readonly saving: { readonly memberId: string; readonly token: string } | null;
}

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
  readonly callback_type: CallbackType;
  readonly presentation: Presentation;
  /** In the detailed flow: what Tds2Auth answered, and after a challenge Tds2Result. */
  readonly trans_status: TransStatus | null;
  readonly means: Means;
  /** What sent its calls. */
  readonly connection: Connection;
  readonly is_recurring: boolean;
  readonly method: PaymentPlan['method'];
  readonly pay_times: number | null;
  readonly created_at: Date;
  readonly changed_at: Date;
  readonly returned_at: Date | null;
}

/** What the next step adds to an attempt, and under which condition it is taken. */
export interface Step {
  readonly accessId?: string;
  readonly accessPass?: string;
  readonly redirectUrl?: string;
  readonly failure?: Failure;
  readonly transStatus?: TransStatus;
  readonly onlyReturned?: boolean;
  readonly onlyUnauthenticated?: boolean;
  /** The shopper is back, or has to come back once more. */
  readonly returned?: boolean;
  readonly keepTime?: boolean;
  /** The `changed_at` that the decision was made on: the attempt must not have left the state and come back to it. */
  readonly since?: Date;
}

/** 24 of the 27 characters [A-Za-z0-9-] that OrderID may have. */
export const newGatewayOrderId = (now: Date): string =>
  `N${now.getTime().toString(36)}-${randomBytes(7).toString('hex')}`.toUpperCase();

/** 128 bits in the path of the return address. */
export const newReturnId = (): string => randomBytes(16).toString('base64url');

const LIVE = `('entering', 'executing', 'challenging', 'authenticating', 'settling', 'unknown')`;

export class Attempts {
  readonly #database: Database;
  readonly #now: () => Date;

  constructor(database: Database, now: () => Date) {
    this.#database = database;
    this.#now = now;
  }

  /** Undefined when another attempt of the order is live. */
  async begin(orderId: string, digest: string, how: Beginning): Promise<Attempt | undefined> {
    const { means, connection, callbackType, presentation, browser, plan, isRecurring, saving } = how;
    try {
      return await this.#database.transaction(async ({ query }) => {
        const [attempt] = await query<Attempt>(
          `insert into attempts (order_id, gateway_order_id, return_id, token_digest, state, created_at, changed_at,
              callback_type, presentation, browser, means, is_recurring, method, pay_times, connection)
            values ($1, $2, $3, $4, 'entering', $5, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning *`,
          [
            orderId,
            newGatewayOrderId(this.#now()),
            newReturnId(),
            digest,
            this.#now(),
            callbackType,
            presentation,
            browser && JSON.stringify(browser),
            means,
            isRecurring,
            plan.method,
            plan.payTimes,
            connection,
          ],
        );
        if (attempt && saving) {
          await query(`insert into card_savings (attempt_id, member_id, token, state, changed_at) values ($1, $2, $3, 'waiting', $4)`, [
            attempt.id,
            saving.memberId,
            saving.token,
            this.#now(),
          ]);
        }
        return attempt;
      });
    } catch (error) {
      if (isUniqueViolation(error)) return undefined;
      throw error;
    }
  }

  async read(id: string): Promise<Attempt> {
    const [attempt] = await this.#database.query<Attempt>('select * from attempts where id = $1', [id]);
    if (!attempt) throw new Error('the attempt is gone');
    return attempt;
  }

  /** Latest first. */
  ofOrder(orderId: string): Promise<Attempt[]> {
    return this.#database.query<Attempt>('select * from attempts where order_id = $1 order by id desc', [orderId]);
  }

  async ofReturnId(returnId: string): Promise<Attempt | undefined> {
    if (!isIdentifier(returnId)) return undefined;
    return (await this.#database.query<Attempt>('select * from attempts where return_id = $1', [returnId]))[0];
  }

  async markReturned(id: string): Promise<void> {
    const sql = 'update attempts set returned_at = $2 where id = $1 and returned_at is null';
    await this.#database.query(sql, [id, this.#now()]);
  }

  async noteTransStatus(id: string, transStatus: TransStatus): Promise<void> {
    await this.#database.query('update attempts set trans_status = $2 where id = $1', [id, transStatus]);
  }

  /** A live attempt about which the gateway may be asked now, with the amount of its order. Null: it may always be asked. */
  async claimQuestion(id: string, interval: number | null): Promise<(Attempt & { readonly amount: number }) | undefined> {
    const [attempt] = await this.#database.query<Attempt & { amount: number }>(
      `update attempts a set asked_at = $2 from orders o
        where a.id = $1 and o.id = a.order_id and a.state in ${LIVE} and (a.asked_at is null or a.asked_at <= $3 or $4)
        returning a.*, o.amount`,
      [id, this.#now(), new Date(this.#now().getTime() - (interval ?? 0)), interval === null],
    );
    return attempt;
  }

  /** The paid attempts of these orders about which the gateway has not been asked lately. */
  async claimTrades(orderIds: readonly string[], interval: number): Promise<Pick<Attempt, 'id' | 'gateway_order_id'>[]> {
    return this.#database.query(
      `update attempts set trade_asked_at = $2
        where order_id = any($1::bigint[]) and state = 'paid' and changed_at <= $3 and (trade_asked_at is null or trade_asked_at <= $3)
        returning id, gateway_order_id`,
      [orderIds, this.#now(), new Date(this.#now().getTime() - interval)],
    );
  }

  async noteTrade(id: string, status: string): Promise<void> {
    await this.#database.query('update attempts set trade_status = $2 where id = $1', [id, status]);
  }

  /** What is too old, what has gone quiet, and at a start everything. */
  unfinished(all: boolean, tooOld: Date, quiet: Date): Promise<Pick<Attempt, 'id' | 'state' | 'changed_at'>[]> {
    return this.#database.query(
      `select id, state, changed_at from attempts where state in ${LIVE}
          and ($1 or (state <> 'settling' and created_at <= $2) or (state <> 'challenging' and changed_at <= $3))
        order by id`,
      [all, tooOld, quiet],
    );
  }

  /**
   * The one place where a state changes. Undefined when the attempt was no longer in one of the states given.
   * What is secret or of no more use goes with the last step; the paid cart goes with the payment.
   */
  async move(id: string, from: readonly AttemptState[], to: AttemptState, step: Step = {}): Promise<Attempt | undefined> {
    const final = to === 'paid' || to === 'failed' || to === 'released';
    const update = async ({ query }: Queries) => {
      const [attempt] = await query<Attempt>(
        `update attempts set state = $3, failure = $4,
            access_id = coalesce(access_id, $5),
            access_pass = case when $6 then null else coalesce(access_pass, $7) end,
            redirect_url = case when $6 then null else coalesce($8, redirect_url) end,
            changed_at = case when $9 then changed_at else $10::timestamptz end,
            returned_at = case $12 when 'yes' then $10::timestamptz when 'no' then null else returned_at end,
            trans_status = coalesce($14, trans_status)
          where id = $1 and state = any($2::text[]) and ($11 = false or returned_at is not null)
            and ($13::timestamptz is null or changed_at = $13) and ($15 = false or trans_status is null)
          returning *`,
        [
          id,
          from,
          to,
          step.failure ?? null,
          step.accessId ?? null,
          final,
          step.accessPass ?? null,
          step.redirectUrl ?? null,
          step.keepTime ?? false,
          this.#now(),
          step.onlyReturned ?? false,
          step.returned === undefined ? '' : step.returned ? 'yes' : 'no',
          step.since ?? null,
          step.transStatus ?? null,
          step.onlyUnauthenticated ?? false,
        ],
      );
      return attempt;
    };
    if (to !== 'paid') return update(this.#database);
    return this.#database.transaction(async (queries) => {
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
}
