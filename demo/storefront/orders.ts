/**
 * Orders: the cart and the details as they were when the shopper pressed the button. Only the session that made one can
 * see it, and the member whose it is.
 */
import { randomInt } from 'node:crypto';
import type { Database, Queries } from './database.ts';
import type { Details } from './details.ts';
import type { PaymentPlan } from './gateway.ts';
import { findProduct, monthlyBox, priceCart, type CartLine } from './products.ts';
import type { Session } from './sessions.ts';
import type { Language } from './wording.ts';

export interface Order {
  readonly id: string;
  readonly public_id: string;
  readonly checkout_key: string;
  readonly session_id: string | null;
  readonly member_id: string | null;
  /** An order of the monthly box: which box, and the number of its month. */
  readonly box_id: string | null;
  readonly box_month: number | null;
  readonly amount: number;
  readonly shipping: number;
  readonly details: Details;
  readonly created_at: Date;
  readonly paid_at: Date | null;
  /** What the gateway said last of the payment, in its own word; null while nobody has asked. */
  readonly trade_status: string | null;
  readonly method: PaymentPlan['method'] | null;
  readonly pay_times: number | null;
}

/** Only such identifiers are ever made. For others the database is not asked: PostgreSQL answers a NUL with an error. */
export const isIdentifier = (text: string): boolean => /^[\w-]{1,64}$/.test(text);

/** A call to the gateway is under way, or its answer was lost: whether this order will be charged is not known. */
const IN_DOUBT = `exists (select 1 from attempts a
  where a.order_id = o.id and a.state in ('entering', 'executing', 'settling', 'unknown'))`;

const ELSEWHERE = `exists (select 1 from attempts a where a.order_id = o.id and a.state = 'challenging' and a.means = 'link')`;

const SELECT = `select o.*, p.changed_at as paid_at, p.trade_status, p.method, p.pay_times
  from orders o left join attempts p on p.order_id = o.id and p.state = 'paid'`;

/** Of the session $1 or the member $2. */
const MINE = '(o.session_id = $1 or o.member_id = $2)';
const mine = ({ id, member_id: memberId }: Session) => [id, memberId];

export class Orders {
  readonly #database: Database;
  readonly #now: () => Date;

  constructor(database: Database, now: () => Date) {
    this.#database = database;
    this.#now = now;
  }

  /**
   * The order of this checkout key, made when it is the first time; or, as `inDoubt`, another order of the shopper's that may
   * yet be charged, and nothing is placed beside it. Neither: the cart is another one by now.
   */
  place(session: Session, checkoutKey: string, details: Details): Promise<{ order?: Order; inDoubt?: Order }> {
    return this.#database.transaction(async (queries) => {
      const { query } = queries;
      const [current] = await query<Session>('select * from sessions where id = $1 for update', [session.id]);
      if (!current) return {};
      // The order of the current key may be in doubt itself: the schema and `Payments.pay` keep it to one live attempt.
      const [inDoubt] = await query<Order>(
        `${SELECT} where ${MINE} and o.box_id is null and o.checkout_key is distinct from $3 and ${IN_DOUBT} order by o.id desc limit 1`,
        [...mine(current), current.checkout_key],
      );
      if (inDoubt) return { inDoubt };
      if (current.checkout_key !== checkoutKey) return {};
      const cart = priceCart(current.cart);
      if (cart.total === 0) return {};
      const [placed] = await query<{ id: string; fresh: boolean }>(
        `insert into orders (public_id, checkout_key, session_id, amount, shipping, details, created_at, member_id)
          values ($1, $2, $3, $4, $5, $6, $7, $8)
          on conflict (checkout_key) do update set details = excluded.details returning id, public_id = $1 as fresh`,
        [
          this.#publicId(),
          checkoutKey,
          session.id,
          cart.total,
          cart.shipping,
          JSON.stringify(details),
          this.#now(),
          current.member_id,
        ],
      );
      if (!placed) return {};
      if (placed.fresh) {
        for (const { product, quantity } of cart.lines) {
          await query('insert into order_lines (order_id, product, unit_price, quantity) values ($1, $2, $3, $4)', [
            placed.id,
            product.slug,
            product.price,
            quantity,
          ]);
        }
      }
      const order = await one(queries, 'o.id = $1', [placed.id]);
      return order ? { order } : {};
    });
  }

  /** The orders of which it is not known whether they will be charged, or have been, on the gateway's own page. */
  inDoubt(session: Session): Promise<Order[]> {
    return this.#database.query<Order>(`${SELECT} where ${MINE} and o.box_id is null and (${IN_DOUBT} or ${ELSEWHERE}) order by o.id desc`, mine(session));
  }

  async findByKey(session: Session, checkoutKey: string): Promise<Order | undefined> {
    if (!isIdentifier(checkoutKey)) return undefined;
    return one(this.#database, `${MINE} and o.checkout_key = $3`, [...mine(session), checkoutKey]);
  }

  async findByPublicId(session: Session, publicId: string): Promise<Order | undefined> {
    if (!isIdentifier(publicId)) return undefined;
    return one(this.#database, `${MINE} and o.public_id = $3`, [...mine(session), publicId]);
  }

  /** The order that a return address belongs to, with the attempt. */
  async findByReturnId(session: Session, returnId: string): Promise<{ order: Order; attemptId: string } | undefined> {
    if (!isIdentifier(returnId)) return undefined;
    const [row] = await this.#database.query<{ public_id: string; id: string }>(
      'select o.public_id, a.id from attempts a join orders o on o.id = a.order_id where a.return_id = $1',
      [returnId],
    );
    const order = row && (await this.findByPublicId(session, row.public_id));
    return order && { order, attemptId: row.id };
  }

  /** The language of the shopper whose order it is, for a page that no cookie comes with. */
  async languageOf(orderId: string): Promise<Language> {
    const [row] = await this.#database.query<{ language: Language }>(
      'select s.language from orders o join sessions s on s.id = o.session_id where o.id = $1',
      [orderId],
    );
    return row?.language ?? 'ja';
  }

  ofSession(session: Session): Promise<Order[]> {
    return this.#database.query<Order>(`${SELECT} where ${MINE} order by o.id desc limit 100`, mine(session));
  }

  /**
   * The order of a month of a box, made when it is the first time. However often and by whomever it is asked for, a month has one order,
   * and an order is paid once.
   */
  ofBoxMonth(box: { id: string; member_id: string; price: number; details: Details }, month: number, session: Session | null): Promise<Order> {
    return this.#database.transaction(async (queries) => {
      const { query } = queries;
      const [placed] = await query<{ id: string; fresh: boolean }>(
        `insert into orders (public_id, checkout_key, session_id, member_id, box_id, box_month, amount, shipping, details, created_at)
          values ($1, $2, $3, $4, $5, $6, $7, 0, $8, $9) on conflict (box_id, box_month)
          do update set details = excluded.details
            where not exists (select 1 from attempts a where a.order_id = orders.id and a.state = 'paid')
          returning id, public_id = $1 as fresh`,
        [
          this.#publicId(),
          `box-${box.id}-${String(month)}`,
          session?.id ?? null,
          box.member_id,
          box.id,
          month,
          box.price,
          JSON.stringify(box.details),
          this.#now(),
        ],
      );
      if (placed?.fresh) {
        const sql = 'insert into order_lines (order_id, product, unit_price, quantity) values ($1, $2, $3, 1)';
        await query(sql, [placed.id, monthlyBox.slug, box.price]);
      }
      const order = await one(queries, 'o.box_id = $1 and o.box_month = $2', [box.id, month]);
      if (!order) throw new Error('the month has no order');
      return order;
    });
  }

  /** The details of a member's latest paid order, for a browser that knows none yet. */
  async latestDetails(memberId: string): Promise<Details | undefined> {
    const sql = `select o.details from orders o join attempts a on a.order_id = o.id and a.state = 'paid' where o.member_id = $1 order by o.id desc limit 1`;
    return (await this.#database.query<{ details: Details }>(sql, [memberId]))[0]?.details;
  }

  async lines(order: Order): Promise<CartLine[]> {
    const rows = await this.#database.query<{ product: string; unit_price: number; quantity: number }>(
      'select product, unit_price, quantity from order_lines where order_id = $1 order by product',
      [order.id],
    );
    return rows.flatMap((row) => {
      const product = findProduct(row.product);
      return product ? [{ product, quantity: row.quantity, sum: row.unit_price * row.quantity }] : [];
    });
  }

  /** Read out on the telephone, so without letters that are mistaken for digits. The year keeps it short in a list. */
  #publicId(): string {
    const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
    const tail = Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join('');
    return `${String(this.#now().getUTCFullYear())}-${tail}`;
  }
}

async function one({ query }: Queries, where: string, parameters: unknown[]): Promise<Order | undefined> {
  return (await query<Order>(`${SELECT} where ${where}`, parameters))[0];
}
