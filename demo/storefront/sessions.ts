/**
 * Who is shopping: a cookie with a random value, and one row found by its digest, so that a copy of the database opens no
 * session.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { Database } from './database.ts';
import type { Cart } from './products.ts';
import type { Details } from './details.ts';
import type { Language } from './wording.ts';

export interface Session {
  readonly id: string;
  readonly language: Language;
  readonly cart: Cart;
  readonly details: Partial<Details>;
  readonly checkout_key: string | null;
  readonly member_id: string | null;
  readonly created_at: Date;
}

export const SESSION_SECONDS = 60 * 60 * 24 * 30;

const isSameCart = (one: Cart, other: Cart) =>
  Object.keys(one).length === Object.keys(other).length && Object.keys(one).every((slug) => one[slug] === other[slug]);

const digestOf = (secret: string) => createHash('sha256').update(secret).digest('base64url');

export class Sessions {
  readonly #database: Database;
  readonly #now: () => Date;

  constructor(database: Database, now: () => Date) {
    this.#database = database;
    this.#now = now;
  }

  async find(secret: string | undefined): Promise<Session | undefined> {
    if (!secret || !/^[\w-]{43}$/.test(secret)) return undefined;
    const [session] = await this.#database.query<Session>(
      'update sessions set seen_at = $2 where id = $1 and seen_at > $3 returning *',
      [digestOf(secret), this.#now(), new Date(this.#now().getTime() - SESSION_SECONDS * 1000)],
    );
    return session;
  }

  /** A new session, and the value for its cookie. */
  async start(): Promise<{ session: Session; secret: string }> {
    const secret = randomBytes(32).toString('base64url');
    const [session] = await this.#database.query<Session>(
      'insert into sessions (id, created_at, seen_at) values ($1, $2, $2) returning *',
      [digestOf(secret), this.#now()],
    );
    if (!session) throw new Error('no session was made');
    return { session, secret };
  }

  /**
   * Gives a guest's session to a member, under another secret: whoever knew the old one is outside. What was bought as a guest
   * goes along. Undefined when it was signed in meanwhile.
   */
  async signIn(session: Session, memberId: string): Promise<string | undefined> {
    const secret = randomBytes(32).toString('base64url');
    const isChanged = await this.#database.transaction(async ({ query }) => {
      const [changed] = await query(
        'update sessions set id = $2, member_id = $3 where id = $1 and member_id is null returning id',
        [session.id, digestOf(secret), memberId],
      );
      if (changed) await query('update orders set member_id = $2 where session_id = $1 and member_id is null', [digestOf(secret), memberId]);
      return changed !== undefined;
    });
    return isChanged ? secret : undefined;
  }

  /** Nobody has the secret of what is left of the session; its orders are the member's. */
  async signOut(session: Session): Promise<void> {
    const sql = `update sessions set id = $2, cart = '{}', details = '{}', checkout_key = null where id = $1`;
    await this.#database.query(sql, [session.id, digestOf(randomBytes(32).toString('base64url'))]);
  }

  async setLanguage(session: Session, language: Language): Promise<void> {
    await this.#database.query('update sessions set language = $2 where id = $1', [session.id, language]);
  }

  async setDetails(session: Session, details: Partial<Details>): Promise<void> {
    await this.#database.query('update sessions set details = $2 where id = $1', [session.id, JSON.stringify(details)]);
  }

  /**
   * Another cart is another order: the checkout key goes, so that no page with an older total can pay for it. The same cart
   * stays the same order.
   */
  async changeCart(session: Session, change: (cart: Cart) => Cart): Promise<void> {
    await this.#database.transaction(async ({ query }) => {
      const [current] = await query<Session>('select * from sessions where id = $1 for update', [session.id]);
      if (!current) return;
      const cart = Object.fromEntries(Object.entries(change(current.cart)).filter(([, quantity]) => quantity > 0));
      if (isSameCart(cart, current.cart)) return;
      await query('update sessions set cart = $2, checkout_key = null where id = $1', [session.id, JSON.stringify(cart)]);
    });
  }

  /** The key of the cart as it is now: one key, one order, however often its form is sent. */
  async checkoutKey(session: Session): Promise<string> {
    const [row] = await this.#database.query<{ checkout_key: string }>(
      'update sessions set checkout_key = coalesce(checkout_key, $2) where id = $1 returning checkout_key',
      [session.id, randomBytes(16).toString('base64url')],
    );
    if (!row) throw new Error('the session is gone');
    return row.checkout_key;
  }
}
