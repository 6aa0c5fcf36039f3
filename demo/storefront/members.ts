/** Members of the shop: an e-mail address, a password, and the random name by which the gateway knows them. */
import { createHash, randomBytes } from 'node:crypto';
import { type Database, isUniqueViolation } from './database.ts';
import { hashPassword, isPassword, type PasswordCosts } from './passwords.ts';

export interface Member {
  readonly id: string;
  /** The gateway's MemberID: nothing about the person, and nobody can guess another's. */
  readonly member_id: string;
  readonly email: string;
  /**
   * The card that is offered first. In the shop's own books: of the public descriptions of SaveCard none changes DefaultFlag alone,
   * without the card itself.
   */
  readonly default_card: string | null;
  /** SaveMember was answered. */
  readonly registered_at: Date | null;
  readonly created_at: Date;
}

export type SignInError = 'email-malformed' | 'password-short' | 'password-long' | 'email-taken' | 'wrong' | 'wait';

/** NIST SP 800-63B, 3.1.1.2: at least eight characters, and no rules about which. */
const SHORTEST = 8;
const LONGEST = 200;
/** So many wrong passwords in a row, and the address has to wait. */
const TRIES = 5;
const WAIT = 60_000;

const COLUMNS = 'id, member_id, email, default_card, registered_at, created_at';

export const plainEmail = (typed: string): string => typed.replace(/\p{Cc}/gu, ' ').normalize('NFKC').trim().toLowerCase();

export class Members {
  readonly #database: Database;
  readonly #now: () => Date;
  readonly #costs: PasswordCosts | undefined;

  constructor(database: Database, now: () => Date, costs: PasswordCosts | undefined) {
    this.#database = database;
    this.#now = now;
    this.#costs = costs;
  }

  async find(id: string): Promise<Member | undefined> {
    return (await this.#database.query<Member>(`select ${COLUMNS} from members where id = $1`, [id]))[0];
  }

  async signUp(typedEmail: string, password: string): Promise<Member | SignInError> {
    const email = plainEmail(typedEmail);
    if (email.length > 254 || !/^[^\s@"<>(),:;\\[\]]+@[a-z\d-]+(\.[a-z\d-]+)+$/.test(email)) return 'email-malformed';
    if (password.length < SHORTEST) return 'password-short';
    if (password.length > LONGEST) return 'password-long';
    try {
      const [member] = await this.#database.query<Member>(
        `insert into members (member_id, email, password, created_at) values ($1, $2, $3, $4) returning ${COLUMNS}`,
        [`m-${randomBytes(15).toString('base64url')}`, email, await hashPassword(password, this.#costs), this.#now()],
      );
      if (!member) throw new Error('no member was made');
      return member;
    } catch (error) {
      if (isUniqueViolation(error)) return 'email-taken';
      throw error;
    }
  }

  /** The same answer, after the same time, to a wrong password and to an address that nobody has. */
  async signIn(typedEmail: string, password: string): Promise<Member | SignInError> {
    const { query } = this.#database;
    const email = plainEmail(typedEmail);
    const digest = createHash('sha256').update(email).digest('base64url');
    // Counted before the password is looked at, so that many tries at once are counted as well.
    const [failures] = await query<{ count: number }>(
      `insert into sign_in_failures as f (email_digest, count, latest_at) values ($1, 1, $2)
        on conflict (email_digest) do update set
          count = case when f.latest_at <= $3 then 1 else f.count + 1 end,
          latest_at = case when f.count >= $4 and f.latest_at > $3 then f.latest_at else $2 end
        returning count`,
      [digest, this.#now(), new Date(this.#now().getTime() - WAIT), TRIES],
    );
    if ((failures?.count ?? 0) > TRIES) return 'wait';
    const [kept] = await query<{ id: string; password: string }>('select id, password from members where email = $1', [email]);
    if (!(await isPassword(password.slice(0, LONGEST), kept?.password, this.#costs)) || !kept) return 'wrong';
    await query('delete from sign_in_failures where email_digest = $1', [digest]);
    return (await this.find(kept.id)) ?? 'wrong';
  }

  async forgetFailures(): Promise<void> {
    await this.#database.query('delete from sign_in_failures where latest_at <= $1', [new Date(this.#now().getTime() - WAIT)]);
  }

  async markRegistered(member: Member): Promise<void> {
    const sql = 'update members set registered_at = $2 where id = $1 and registered_at is null';
    await this.#database.query(sql, [member.id, this.#now()]);
  }

  async setDefaultCard(member: Member, card: string | null): Promise<void> {
    await this.#database.query('update members set default_card = $2 where id = $1', [member.id, card]);
  }
}
