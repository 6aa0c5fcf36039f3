/**
 * The monthly box: a member agrees to it once, in front of 3-D Secure, and the shop's server charges the saved card every month from then
 * on. A month has one order, and an order is paid at most once (see `Orders.ofBoxMonth` and migrations.ts).
 */
import type { Database } from './database.ts';
import type { Details } from './details.ts';
import type { Member } from './members.ts';
import type { Order, Orders } from './orders.ts';
import { NOTHING_KNOWN, type Outcome, type Payments } from './payments.ts';
import { monthlyBox } from './products.ts';

export interface Box {
  readonly id: string;
  readonly member_id: string;
  /** Of the member's saved cards; null when that was removed. */
  readonly card: string | null;
  readonly price: number;
  readonly details: Details;
  /** The months that are paid; 0 until the member has agreed in front of 3-D Secure. */
  readonly months: number;
  /** When the first of them was paid. */
  readonly since: Date | null;
  /** And the latest. */
  readonly latest: Date | null;
  /** The latest month could not be charged, and is not tried again before. */
  readonly retry_at: Date | null;
}

/** Months that nobody got a box in are not charged afterwards, one upon the other. */
const SHORTEST_MONTH = 20 * 24 * 60 * 60_000;

/** After a month that could not be charged. */
const RETRY = 3 * 24 * 60 * 60_000;

const PAID = `from orders o join attempts a on a.order_id = o.id and a.state = 'paid' where o.box_id = b.id`;
const SELECT = `select b.*, (select count(*)::int ${PAID}) as months, (select min(a.changed_at) ${PAID}) as since, (select max(a.changed_at) ${PAID}) as latest from boxes b`;

/**
 * The same day so many months later, or the last of a shorter month. In Japan time, which has no summer.
 * @example monthsAfter(new Date('2026-01-31T03:00:00Z'), 1) // 2026-02-28T03:00:00Z
 */
export function monthsAfter(date: Date, months: number): Date {
  const tokyo = new Date(date.getTime() + 9 * 3_600_000);
  const day = tokyo.getUTCDate();
  tokyo.setUTCMonth(tokyo.getUTCMonth() + months);
  if (tokyo.getUTCDate() !== day) tokyo.setUTCDate(0);
  return new Date(tokyo.getTime() - 9 * 3_600_000);
}

/** When the next month is to be charged. */
export const dueAt = ({ since, months, latest }: Box): Date | null =>
  since && latest && new Date(Math.max(monthsAfter(since, months).getTime(), latest.getTime() + SHORTEST_MONTH));

export class Boxes {
  readonly #database: Database;
  readonly #orders: Orders;
  readonly #payments: Payments;
  readonly #now: () => Date;

  constructor({ database, orders, payments, now }: { database: Database; orders: Orders; payments: Payments; now: () => Date }) {
    this.#database = database;
    this.#orders = orders;
    this.#payments = payments;
    this.#now = now;
  }

  async ofMember(member: Member): Promise<Box | undefined> {
    return (await this.#database.query<Box>(`${SELECT} where b.member_id = $1 and b.ended_at is null`, [member.id]))[0];
  }

  /** The member's one box, with this card and this address from now on. */
  async start(member: Member, card: string, details: Details): Promise<Box> {
    await this.#database.query(
      `insert into boxes (member_id, card, price, details, created_at) values ($1, $2, $3, $4, $5)
        on conflict (member_id) where ended_at is null do update set card = excluded.card, details = excluded.details`,
      [member.id, card, monthlyBox.price, JSON.stringify(details), this.#now()],
    );
    const box = await this.ofMember(member);
    if (!box) throw new Error('no box was made');
    return box;
  }

  async changeCard(member: Member, card: string): Promise<void> {
    await this.#database.query('update boxes set card = $2 where member_id = $1 and ended_at is null', [member.id, card]);
  }

  async end(member: Member): Promise<void> {
    const sql = 'update boxes set ended_at = $2 where member_id = $1 and ended_at is null';
    await this.#database.query(sql, [member.id, this.#now()]);
  }

  /**
   * Charges a month by the server. A month that is paid is never charged again, and months come one after the other: whatever else is
   * asked for is answered with nothing done.
   */
  async renew(member: Member, month: number, press: string): Promise<{ order: Order; outcome: Outcome } | undefined> {
    const box = await this.ofMember(member);
    if (!box || box.months === 0) return undefined;
    const paid = month <= box.months;
    if (!paid && (month !== box.months + 1 || box.card === null)) return undefined;
    const order = await this.#orders.ofBoxMonth(box, month, null);
    if (order.paid_at) return { order, outcome: { status: 'paid' } };
    const means = { memberId: member.member_id, cardSeq: box.card ?? '', press };
    const outcome = await this.#payments.pay(order, means, { ...NOTHING_KNOWN, payerName: box.details.name, isRecurring: true });
    const retryAt = outcome.status === 'paid' ? null : new Date(this.#now().getTime() + RETRY);
    await this.#database.query('update boxes set retry_at = $2 where id = $1', [box.id, retryAt]);
    return { order, outcome };
  }

  /** Every box whose month has come. */
  async renewDue(find: (memberId: string) => Promise<Member | undefined>): Promise<void> {
    const where = 'b.ended_at is null and b.card is not null and (b.retry_at is null or b.retry_at <= $1)';
    for (const box of await this.#database.query<Box>(`${SELECT} where ${where}`, [this.#now()])) {
      const due = dueAt(box);
      const member = due && due <= this.#now() ? await find(box.member_id) : undefined;
      if (member) await this.renew(member, box.months + 1, `due-${box.retry_at?.toISOString() ?? ''}`);
    }
  }
}
