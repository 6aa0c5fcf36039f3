import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import type { Database } from '../../demo/storefront/database.ts';
import { onEveryGround, openEmptyDatabase } from './open-shop.ts';

const STATES = [
  ...(['entering', 'executing', 'challenging', 'authenticating', 'settling', 'unknown'] as const),
  ...(['paid', 'failed', 'released'] as const),
] as const;
type State = (typeof STATES)[number];

/** Written a second time on purpose, in another shape than the table in the database. */
const ALLOWED: Readonly<Record<State, readonly State[]>> = {
  entering: ['executing', 'failed', 'released'],
  executing: ['challenging', 'paid', 'failed', 'unknown', 'released'],
  challenging: ['authenticating', 'settling', 'released', 'paid', 'failed'],
  authenticating: ['challenging', 'failed', 'released', 'paid'],
  settling: ['paid', 'failed', 'unknown'],
  unknown: ['challenging', 'paid', 'failed', 'released'],
  paid: [],
  failed: [],
  released: [],
};

/** A way from `entering` to each state. */
const WAYS: Readonly<Record<State, readonly State[]>> = {
  entering: [],
  executing: ['executing'],
  challenging: ['executing', 'challenging'],
  authenticating: ['executing', 'challenging', 'authenticating'],
  settling: ['executing', 'challenging', 'settling'],
  unknown: ['executing', 'unknown'],
  paid: ['executing', 'paid'],
  failed: ['failed'],
  released: ['released'],
};

onEveryGround('the database', (ground) => {
  let database: Database;
  let close: () => Promise<void>;
  let serial = 0;

  before(async () => {
    ({ database, close } = await openEmptyDatabase(ground));
    await database.query('insert into sessions (id, created_at, seen_at) values ($1, now(), now())', ['s']);
  });
  after(() => close());

  const order = async () => {
    const [row] = await database.query<{ id: string }>(
      `insert into orders (public_id, checkout_key, session_id, amount, shipping, details, created_at)
        values ($1, $1, 's', 100, 0, '{}', now()) returning id`,
      [`o${String(serial++)}`],
    );
    assert.ok(row);
    return row.id;
  };
  const begin = async (orderId: string, state = 'entering') => {
    const [row] = await database.query<{ id: string }>(
      `insert into attempts (order_id, gateway_order_id, return_id, token_digest, state, created_at, changed_at)
        values ($1, $2, $2, 'd', $3, now(), now()) returning id`,
      [orderId, `g${String(serial++)}`, state],
    );
    assert.ok(row);
    return row.id;
  };
  const go = (id: string, state: State) =>
    database.query(
      `update attempts set state = $2::text, failure = case when $2::text = 'failed' then 'declined' end,
        access_id = case when $2::text in ('failed', 'released') then access_id else coalesce(access_id, $3) end where id = $1`,
      [id, state, `a${id}`],
    );
  const at = async (state: State) => {
    const id = await begin(await order());
    for (const step of WAYS[state]) await go(id, step);
    return id;
  };

  for (const from of STATES) {
    for (const to of STATES.filter((state) => state !== from)) {
      const allowed = ALLOWED[from].includes(to);
      it(`${allowed ? 'allows' : 'refuses'} ${from} to ${to}`, async () => {
        const id = await at(from);
        if (allowed) await go(id, to);
        else await assert.rejects(go(id, to), /no attempt goes from/);
        const [row] = await database.query<{ state: string }>('select state from attempts where id = $1', [id]);
        assert.equal(row?.state, allowed ? to : from);
      });
    }
  }

  it('refuses an attempt that does not begin in entering', async () => {
    await assert.rejects(begin(await order(), 'paid'));
  });

  it('refuses a state that does not exist', async () => {
    await assert.rejects(database.query('update attempts set state = $2 where id = $1', [await at('entering'), 'done']));
  });

  it('refuses a second live attempt for one order', async () => {
    const id = await order();
    await begin(id);
    await assert.rejects(begin(id), { code: '23505' });
  });

  it('allows a new attempt after a failed one, and none after a paid one', async () => {
    const id = await order();
    await go(await begin(id), 'failed');
    const second = await begin(id);
    await go(second, 'executing');
    await go(second, 'paid');
    await assert.rejects(begin(id), { code: '23505' });
  });

  it('refuses an access pass beside a final state', async () => {
    const id = await at('executing');
    await database.query(`update attempts set access_pass = 'secret' where id = $1`, [id]);
    await assert.rejects(go(id, 'paid'), /pass_only_while_needed/);
  });

  it('lets a charge be under way without an access identifier by the OpenAPI type alone, and nothing come of it before there is one', async () => {
    const id = await begin(await order());
    const move = (state: State) => database.query('update attempts set state = $2 where id = $1', [id, state]);
    await assert.rejects(move('executing'), /access_from_executing/);
    await database.query(`update attempts set connection = 'openapi' where id = $1`, [id]);
    await move('executing');
    await move('unknown');
    for (const state of ['challenging', 'paid'] as const) await assert.rejects(move(state), /access_from_executing/);
    await go(id, 'paid');
  });

  it('refuses the same access identifier twice, and another one for the same attempt', async () => {
    const [first, second] = [await at('executing'), await at('executing')];
    await assert.rejects(database.query('update attempts set access_id = $2 where id = $1', [second, `a${first}`]));
  });

  it('refuses a second order for a month of a box, a second box of a member, and an order of nobody', async () => {
    const [member] = await database.query<{ id: string }>(
      `insert into members (member_id, email, password, created_at) values ('m-1', 'a@b.example', 'x', now()) returning id`,
    );
    const box = () =>
      database.query<{ id: string }>(`insert into boxes (member_id, price, details, created_at) values ($1, 1, '{}', now()) returning id`, [member?.id]);
    const [first] = await box();
    await assert.rejects(box(), { code: '23505' });
    const month = (memberId: unknown) =>
      database.query(
        `insert into orders (public_id, checkout_key, member_id, box_id, box_month, amount, shipping, details, created_at)
          values ($1, $1, $2, $3, 2, 1, 0, '{}', now())`,
        [`o${String(serial++)}`, memberId, first?.id],
      );
    await month(member?.id);
    await assert.rejects(month(member?.id), { code: '23505' });
    await assert.rejects(month(null), /somebodys_order|a_box_has_months/);
  });

  it('refuses a number of payments beside a method that has none, and a second token that is kept too long', async () => {
    const id = await at('challenging');
    await assert.rejects(database.query('update attempts set pay_times = 3 where id = $1', [id]));
    const [member] = await database.query<{ id: string }>('select id from members limit 1');
    await database.query(`insert into card_savings (attempt_id, member_id, token, state, changed_at) values ($1, $2, 't', 'waiting', now())`, [
      id,
      member?.id,
    ]);
    await assert.rejects(database.query(`update card_savings set state = 'saving' where attempt_id = $1`, [id]), /token_only_while_needed/);
  });

  it('undoes a transaction that fails half-way', async () => {
    const before = await database.query('select id from orders');
    await assert.rejects(
      database.transaction(async ({ query }) => {
        await query(`insert into orders (public_id, checkout_key, session_id, amount, shipping, details, created_at)
          values ('half', 'half', 's', 1, 0, '{}', now())`);
        throw new Error('half-way');
      }),
      /half-way/,
    );
    assert.equal((await database.query('select id from orders')).length, before.length);
  });
});
