/** What the shop's own books say of a shopper: a member, or a guest's session. */
import type { Database } from './database.ts';
import type { Session } from './sessions.ts';

export interface ShopperHistory {
  readonly isMember: boolean;
  /** The account, or a guest's first visit. */
  readonly since: Date;
  /** Attempts to pay, whatever became of them. */
  readonly attemptsOfDay: number;
  readonly attemptsOfYear: number;
  /** Paid orders of the last six months. */
  readonly purchases: number;
  /** The first order that goes to the address of this one. */
  readonly addressSince: Date;
  /** Something of this order was bought before. */
  readonly hasBoughtSame: boolean;
}

const DAY = 86_400_000;

/** Before the attempt that it is asked for begins. */
export async function readHistory(
  { query }: Database,
  session: Session,
  order: { readonly id: string },
  now: Date,
): Promise<ShopperHistory> {
  const before = (days: number) => new Date(now.getTime() - days * DAY);
  const [row] = await query<Record<'day' | 'year' | 'purchases', number> & { address_since: Date | null; same: boolean; joined: Date | null }>(
    `with mine as (select id, details, created_at from orders where session_id = $1 or member_id = $6),
        tries as (select a.* from attempts a join mine on mine.id = a.order_id),
        this as (select details from orders where id = $2)
      select
        (select count(*)::int from tries where created_at > $3) as day,
        (select count(*)::int from tries where created_at > $4) as year,
        (select count(*)::int from tries where state = 'paid' and changed_at > $5) as purchases,
        (select min(mine.created_at) from mine, this where mine.details - '{name,email,phone}'::text[]
          = this.details - '{name,email,phone}'::text[]) as address_since,
        exists (select 1 from order_lines l join tries t on t.order_id = l.order_id and t.state = 'paid'
          where l.product in (select product from order_lines where order_id = $2)) as same,
        (select created_at from members where id = $6) as joined`,
    [session.id, order.id, before(1), before(365), before(183), session.member_id],
  );
  return {
    isMember: session.member_id !== null,
    since: row?.joined ?? session.created_at,
    attemptsOfDay: row?.day ?? 0,
    attemptsOfYear: row?.year ?? 0,
    purchases: row?.purchases ?? 0,
    addressSince: row?.address_since ?? now,
    hasBoughtSame: row?.same ?? false,
  };
}
