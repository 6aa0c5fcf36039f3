/**
 * The saved cards of members. The gateway keeps them, and its list is the only truth; the shop's books know which one is offered first,
 * and the registrations that are under way.
 *
 *   entering ─► challenging ─► settling ─► saved          each of them ─► failed
 *
 * A registration checks the card (JobCd=CHECK) with 3-D Secure and charges nothing, so that an answer which does not come is simply a
 * failure: the shopper looks at the list, and tries again.
 */
import { createHash } from 'node:crypto';
import { type CallbackType, newGatewayOrderId, newReturnId } from './attempts.ts';
import { type Database, isUniqueViolation } from './database.ts';
import { type Failure, failureOf, type Gateway, type Refusal, type Reply, type SavedCard, type Silence } from './gateway.ts';
import type { Member, Members } from './members.ts';
import { isIdentifier } from './orders.ts';

export interface SavedCardsOptions {
  readonly database: Database;
  readonly gateway: Gateway;
  readonly members: Members;
  readonly now: () => Date;
  readonly report: (line: string) => void;
  readonly returnUrl: (returnId: string) => string;
  readonly callbackType: CallbackType;
}

export interface MemberCard extends SavedCard {
  readonly isExpired: boolean;
}

/** `next` is the page of the shop that the member came from. */
export type Registration = { readonly next: string } & (
  | { readonly status: 'redirect'; readonly url: string }
  | { readonly status: 'saved' | 'waiting' }
  | { readonly status: 'failed'; readonly failure: Failure }
);

/** What became of the second token of a payment. */
export type Saving = { readonly state: 'waiting' | 'saving' | 'saved' | 'refused' | 'unknown'; readonly failure: Failure | null };

interface Row {
  readonly id: string;
  readonly member_id: string;
  readonly gateway_order_id: string;
  readonly return_id: string;
  readonly next: string;
  readonly access_id: string | null;
  readonly access_pass: string | null;
  readonly redirect_url: string | null;
  readonly state: 'entering' | 'challenging' | 'settling' | 'saved' | 'failed';
  readonly failure: Failure | null;
  readonly returned_at: Date | null;
}

/**
 * After the last day of its month, in Japan.
 * @param expire - YYMM
 */
export function isExpired(expire: string, now: Date): boolean {
  const tokyo = new Date(now.getTime() + 9 * 3_600_000);
  return /^\d{4}$/.test(expire) && Number(`20${expire}`) < tokyo.getUTCFullYear() * 100 + tokyo.getUTCMonth() + 1;
}

/** A shopper who has not come back by then never will. */
const REGISTRATION_DEADLINE = 15 * 60_000;

export class SavedCards {
  readonly #options: SavedCardsOptions;

  constructor(options: SavedCardsOptions) {
    this.#options = options;
  }

  /** The default card first known to the shop, or else to the gateway, or else the first. Undefined: the gateway does not answer. */
  async list(member: Member): Promise<readonly MemberCard[] | undefined> {
    if (!member.registered_at) return [];
    const cards = await this.#options.gateway.listCards(member.member_id);
    const preferred =
      cards?.find(({ cardSeq }) => cardSeq === member.default_card) ?? cards?.find(({ isDefault }) => isDefault) ?? cards?.[0];
    const now = this.#options.now();
    return cards?.map((card) => ({ ...card, isDefault: card === preferred, isExpired: isExpired(card.expire, now) }));
  }

  /** Null: done. */
  async remove(member: Member, cardSeq: string): Promise<Failure | null> {
    const { database, gateway, members } = this.#options;
    const reply = await gateway.deleteCard(member.member_id, cardSeq);
    if (reply.kind !== 'answered') return failureOf(reply);
    if (member.default_card === cardSeq) await members.setDefaultCard(member, null);
    await database.query('update boxes set card = null where member_id = $1 and card = $2', [member.id, cardSeq]);
    return null;
  }

  async setDefault(member: Member, cardSeq: string): Promise<Failure | null> {
    const cards = await this.list(member);
    if (!cards) return 'unreachable';
    if (!cards.some((card) => card.cardSeq === cardSeq)) return 'card-gone';
    await this.#options.members.setDefaultCard(member, cardSeq);
    return null;
  }

  /** The gateway has to know the member before it can keep a card. Said each time: a gateway for tests forgets its members. */
  async introduce(member: Member): Promise<boolean> {
    if (!(await this.#options.gateway.saveMember(member.member_id))) return false;
    await this.#options.members.markRegistered(member);
    return true;
  }

  /** Begins the registration of a card. The same token again is the same click again. */
  async register(member: Member, token: string, risk: Readonly<Record<string, string>>, next: string): Promise<Registration> {
    const { database, gateway, now, returnUrl, callbackType } = this.#options;
    if (!(await this.introduce(member))) return { status: 'failed', failure: 'unreachable', next };
    const digest = createHash('sha256').update(token).digest('base64url');
    let row: Row | undefined;
    try {
      [row] = await database.query<Row>(
        `insert into card_registrations (member_id, gateway_order_id, return_id, token_digest, state, created_at, changed_at, next)
          values ($1, $2, $3, $4, 'entering', $5, $5, $6) returning *`,
        [member.id, newGatewayOrderId(now()), newReturnId(), digest, now(), next],
      );
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      const sql = 'select * from card_registrations where member_id = $1 and token_digest = $2';
      const [same] = await database.query<Row>(sql, [member.id, digest]);
      if (same) return outcomeOf(same);
    }
    if (!row) throw new Error('no registration was made');
    const { id, gateway_order_id: orderId, return_id: returnId } = row;
    const charge = { orderId, amount: null };
    const entry = await gateway.enter(charge);
    if (entry.kind !== 'answered') return this.#fail(row, entry);
    const reply = await gateway.execute({
      ...charge,
      access: entry.access,
      source: { token },
      plan: null,
      memberId: member.member_id,
      payerName: member.email,
      // One callback is enough here, also for a shop that has payments authenticated in the detailed flow.
      threeDs: { returnUrl: returnUrl(returnId), callbackType: callbackType === '2' ? '1' : callbackType, risk },
    });
    if (reply.kind !== 'answered') return this.#fail(row, reply);
    if (!reply.redirectUrl) return this.#fail(row, { kind: 'unanswered' });
    const { accessId, accessPass } = reply.access;
    const [challenging] = await database.query<Row>(
      `update card_registrations set state = 'challenging', access_id = $2, access_pass = $3, redirect_url = $4, changed_at = $5
        where id = $1 and state = 'entering' returning *`,
      [id, accessId, accessPass, reply.redirectUrl, now()],
    );
    return outcomeOf(challenging ?? (await this.#read(id)));
  }

  /** The browser came back from the issuer, without a cookie. It proves nothing. */
  async acceptReturn(returnId: string, accessId: string): Promise<'accepted' | 'refused' | 'missing'> {
    const { database, now } = this.#options;
    if (!isIdentifier(returnId)) return 'missing';
    const [row] = await database.query<Row>('select * from card_registrations where return_id = $1', [returnId]);
    if (!row) return 'missing';
    if (!accessId || row.access_id !== accessId) return 'refused';
    await database.query('update card_registrations set returned_at = $2 where id = $1 and returned_at is null', [row.id, now()]);
    return 'accepted';
  }

  /** The member is back: whoever moves the registration on asks for its result and saves the card. Undefined: not this member's. */
  async finish(member: Member, returnId: string): Promise<Registration | undefined> {
    const { database, gateway, now } = this.#options;
    if (!isIdentifier(returnId)) return undefined;
    const [row] = await database.query<Row>(
      `update card_registrations set state = 'settling', changed_at = $3
        where return_id = $1 and member_id = $2 and state = 'challenging' and returned_at is not null returning *`,
      [returnId, member.id, now()],
    );
    if (!row) {
      const sql = 'select * from card_registrations where return_id = $1 and member_id = $2';
      const [other] = await database.query<Row>(sql, [returnId, member.id]);
      return other && outcomeOf(other);
    }
    const { id, gateway_order_id: orderId, access_id: accessId, access_pass: accessPass } = row;
    if (accessId === null || accessPass === null) throw new Error('a registration under way has no access pass');
    const kept = await gateway.keepChecked({ orderId, access: { accessId, accessPass } }, member.member_id);
    if (kept.kind !== 'answered') return this.#fail(row, kept);
    const sql = `update card_registrations set state = 'saved', access_pass = null, redirect_url = null, changed_at = $2 where id = $1`;
    await database.query(sql, [id, now()]);
    return { status: 'saved', next: row.next };
  }

  /** An order is paid, and the shopper wanted the card to be kept: its second token is used, once. Never rejects. */
  async saveAfterPayment(attemptId: string): Promise<void> {
    const { database, gateway, members, now, report } = this.#options;
    try {
      const [claimed] = await database.query<{ token: string; member_id: string }>(
        `update card_savings s set state = 'saving', token = null, changed_at = $2 from (select * from card_savings where attempt_id = $1) old
          where s.attempt_id = $1 and s.state = 'waiting' returning old.token, s.member_id`,
        [attemptId, now()],
      );
      const member = claimed && (await members.find(claimed.member_id));
      if (!member) return;
      const reply: Reply = (await this.introduce(member)) ? await gateway.saveCard(member.member_id, claimed.token) : { kind: 'unsent' };
      const state = reply.kind === 'answered' ? 'saved' : reply.kind === 'unanswered' ? 'unknown' : 'refused';
      const sql = `update card_savings set state = $2, failure = $3, changed_at = $4 where attempt_id = $1`;
      await database.query(sql, [attemptId, state, reply.kind === 'answered' || state !== 'refused' ? null : failureOf(reply), now()]);
    } catch (error) {
      report(`error ${error instanceof Error ? error.name : 'unknown'} while a card was saved`);
    }
  }

  async savingOf(orderId: string): Promise<Saving | undefined> {
    const sql = `select s.state, s.failure from card_savings s join attempts a on a.id = s.attempt_id where a.order_id = $1 and a.state = 'paid'`;
    return (await this.#options.database.query<Saving>(sql, [orderId]))[0];
  }

  /** What shoppers left, and what an earlier process left. */
  async tidy(): Promise<void> {
    const { database, now } = this.#options;
    await database.query(`delete from card_savings s using attempts a where a.id = s.attempt_id and a.state in ('failed', 'released')`);
    const before = new Date(now().getTime() - REGISTRATION_DEADLINE);
    await database.query(
      `update card_registrations set state = 'failed', failure = 'authentication', access_pass = null, redirect_url = null, changed_at = $1
        where state in ('entering', 'challenging', 'settling') and changed_at <= $2`,
      [now(), before],
    );
    const waiting = await database.query<{ attempt_id: string }>(
      `select s.attempt_id from card_savings s join attempts a on a.id = s.attempt_id where s.state = 'waiting' and a.state = 'paid'`,
    );
    for (const { attempt_id: id } of waiting) await this.saveAfterPayment(id);
  }

  async #fail({ id, next }: Row, reply: Refusal | Silence): Promise<Registration> {
    const failure = failureOf(reply);
    const sql = `update card_registrations set state = 'failed', failure = $2, access_pass = null, redirect_url = null, changed_at = $3
      where id = $1 and state <> 'saved'`;
    await this.#options.database.query(sql, [id, failure, this.#options.now()]);
    return { status: 'failed', failure, next };
  }

  async #read(id: string): Promise<Row> {
    const [row] = await this.#options.database.query<Row>('select * from card_registrations where id = $1', [id]);
    if (!row) throw new Error('the registration is gone');
    return row;
  }
}

function outcomeOf({ state, failure, redirect_url: url, next }: Row): Registration {
  if (state === 'saved') return { status: 'saved', next };
  if (state === 'failed') return { status: 'failed', failure: failure ?? 'unavailable', next };
  return state === 'challenging' && url ? { status: 'redirect', url, next } : { status: 'waiting', next };
}
