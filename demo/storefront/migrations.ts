/**
 * The schema, step by step; a step that has been released is never edited, only followed by another.
 * What must never happen is forbidden here and not only in the code: a wrong transition, two live attempts for one order,
 * an order paid twice, an access pass that outlives its use.
 */
export const migrations: readonly (readonly string[])[] = [
  [
    `create table sessions (
      id text primary key,
      language text not null default 'ja' check (language in ('ja', 'en')),
      cart jsonb not null default '{}',
      details jsonb not null default '{}',
      checkout_key text unique,
      created_at timestamptz not null,
      seen_at timestamptz not null
    )`,
    `create table orders (
      id bigint generated always as identity primary key,
      public_id text not null unique,
      checkout_key text not null unique,
      session_id text not null references sessions (id),
      amount integer not null check (amount > 0),
      shipping integer not null check (shipping >= 0),
      details jsonb not null,
      created_at timestamptz not null
    )`,
    'create index orders_of_session on orders (session_id)',
    `create table order_lines (
      order_id bigint not null references orders (id),
      product text not null,
      unit_price integer not null check (unit_price > 0),
      quantity integer not null check (quantity between 1 and 99),
      primary key (order_id, product)
    )`,
    `create table attempts (
      id bigint generated always as identity primary key,
      order_id bigint not null references orders (id),
      gateway_order_id text not null unique check (gateway_order_id ~ '^[A-Za-z0-9-]{1,27}$'),
      return_id text not null unique,
      token_digest text not null,
      access_id text unique,
      access_pass text,
      redirect_url text,
      state text not null check
        (state in ('entering', 'executing', 'challenging', 'settling', 'unknown', 'paid', 'failed', 'released')),
      failure text,
      created_at timestamptz not null,
      changed_at timestamptz not null,
      returned_at timestamptz,
      asked_at timestamptz,
      constraint pass_only_while_needed check (access_pass is null or state not in ('paid', 'failed', 'released')),
      constraint access_from_executing check (state in ('entering', 'failed', 'released') or access_id is not null),
      constraint failed_with_a_reason check ((state = 'failed') = (failure is not null))
    )`,
    // At most one attempt of an order is under way or paid: this is what makes a second charge impossible.
    `create unique index one_live_or_paid_attempt on attempts (order_id)
      where state in ('entering', 'executing', 'challenging', 'settling', 'unknown', 'paid')`,
    `create table attempt_transitions (
      from_state text not null, to_state text not null, reason text not null, primary key (from_state, to_state)
    )`,
    `insert into attempt_transitions values
      ('entering', 'executing', 'EntryTran answered'),
      ('entering', 'failed', 'EntryTran refused or unanswered: nothing can be charged'),
      ('entering', 'released', 'left by a server that stopped'),
      ('executing', 'challenging', 'ExecTran answered ACS=2'),
      ('executing', 'paid', 'ExecTran answered ACS=0'),
      ('executing', 'failed', 'ExecTran refused'),
      ('executing', 'unknown', 'ExecTran unanswered'),
      ('executing', 'released', 'left by a server that stopped'),
      ('challenging', 'settling', 'the shopper is back: SecureTran2 goes out'),
      ('challenging', 'released', 'abandoned by the shopper or too old'),
      ('challenging', 'paid', 'SearchTrade says settled'),
      ('challenging', 'failed', 'SearchTrade says cancelled'),
      ('settling', 'paid', 'SecureTran2 answered'),
      ('settling', 'failed', 'SecureTran2 refused'),
      ('settling', 'unknown', 'SecureTran2 unanswered'),
      ('unknown', 'challenging', 'SearchTrade says that SecureTran2 never arrived'),
      ('unknown', 'paid', 'SearchTrade says settled'),
      ('unknown', 'failed', 'SearchTrade says cancelled'),
      ('unknown', 'released', 'SearchTrade says not settled, and too old')`,
    `create function guard_attempt() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' then
          if new.state <> 'entering' then
            raise exception 'an attempt begins in entering, not in %', new.state using errcode = '23514';
          end if;
          return new;
        end if;
        if new.order_id <> old.order_id or new.gateway_order_id <> old.gateway_order_id or new.return_id <> old.return_id
          or (old.access_id is not null and new.access_id is distinct from old.access_id) then
          raise exception 'an attempt keeps its order and its identifiers' using errcode = '23514';
        end if;
        if new.state <> old.state and not exists
          (select 1 from attempt_transitions where from_state = old.state and to_state = new.state) then
          raise exception 'no attempt goes from % to %', old.state, new.state using errcode = '23514';
        end if;
        return new;
      end
    $$`,
    'create trigger guard_attempt before insert or update on attempts for each row execute function guard_attempt()',
  ],
  // The detailed flow, and challenges in a dialog.
  [
    `alter table attempts
      add column callback_type text not null default '1' check (callback_type in ('1', '2', '3')),
      add column presentation text not null default 'redirect' check (presentation in ('redirect', 'dialog')),
      add column trans_status text check (trans_status in ('Y', 'A', 'C', 'N', 'U', 'R')),
      add column browser jsonb`,
    'alter table attempts drop constraint attempts_state_check',
    `alter table attempts
      add constraint attempts_state_check check (state in
        ('entering', 'executing', 'challenging', 'authenticating', 'settling', 'unknown', 'paid', 'failed', 'released')),
      add constraint settled_when_authenticated check
        (callback_type <> '2' or state <> 'settling' or coalesce(trans_status, '') in ('Y', 'A', 'C'))`,
    'drop index one_live_or_paid_attempt',
    `create unique index one_live_or_paid_attempt on attempts (order_id)
      where state in ('entering', 'executing', 'challenging', 'authenticating', 'settling', 'unknown', 'paid')`,
    `insert into attempt_transitions values
      ('challenging', 'authenticating', 'the 3DS method is over: Tds2Auth goes out'),
      ('authenticating', 'challenging', 'Tds2Auth answered Y, A or C'),
      ('authenticating', 'failed', 'Tds2Auth answered N, U or R, or nothing: it cannot charge'),
      ('authenticating', 'released', 'left by a server that stopped'),
      ('authenticating', 'paid', 'SearchTrade says settled')`,
  ],
  // Members: their sessions and orders, saved cards, the monthly box, 支払方法, and payments on the gateway's own page.
  [
    `create table members (
      id bigint generated always as identity primary key,
      member_id text not null unique check (member_id ~ '^[A-Za-z0-9_.@-]{1,60}$'),
      email text not null unique check (email = lower(email)),
      password text not null,
      default_card text,
      registered_at timestamptz,
      created_at timestamptz not null
    )`,
    // Of addresses that have no member, too: whether there is one must not be told by how often it may be tried.
    `create table sign_in_failures (
      email_digest text primary key, count integer not null, latest_at timestamptz not null
    )`,
    'alter table sessions add column member_id bigint references members (id)',
    `create table boxes (
      id bigint generated always as identity primary key,
      member_id bigint not null references members (id),
      card text,
      price integer not null check (price > 0),
      details jsonb not null,
      created_at timestamptz not null,
      retry_at timestamptz,
      ended_at timestamptz
    )`,
    'create unique index one_box_of_a_member on boxes (member_id) where ended_at is null',
    'alter table orders drop constraint orders_session_id_fkey',
    // A session that signs in gets another secret: the orders go with it.
    `alter table orders
      alter column session_id drop not null,
      add constraint orders_session_id_fkey foreign key (session_id) references sessions (id) on update cascade,
      add column member_id bigint references members (id),
      add column box_id bigint references boxes (id),
      add column box_month integer check (box_month > 0),
      add constraint somebodys_order check (session_id is not null or member_id is not null),
      add constraint a_box_has_months check ((box_id is null) = (box_month is null) and (box_id is null or member_id is not null)),
      add constraint one_order_a_month unique (box_id, box_month)`,
    'create index orders_of_member on orders (member_id)',
    `alter table attempts
      add column means text not null default 'token' check (means in ('token', 'card', 'link')),
      add column is_recurring boolean not null default false,
      add column method text not null default '1' check (method in ('1', '2', '3', '4', '5')),
      add column pay_times integer check ((pay_times is not null) = (method in ('2', '4'))),
      add column trade_status text,
      add column trade_asked_at timestamptz,
      drop constraint access_from_executing,
      add constraint access_from_executing check
        (means = 'link' or state in ('entering', 'failed', 'released') or access_id is not null)`,
    // The second token of a payment, until the payment has ended.
    `create table card_savings (
      attempt_id bigint primary key references attempts (id),
      member_id bigint not null references members (id),
      token text,
      state text not null check (state in ('waiting', 'saving', 'saved', 'refused', 'unknown')),
      failure text,
      changed_at timestamptz not null,
      constraint token_only_while_needed check ((token is not null) = (state = 'waiting'))
    )`,
    `create table card_registrations (
      id bigint generated always as identity primary key,
      member_id bigint not null references members (id),
      gateway_order_id text not null unique check (gateway_order_id ~ '^[A-Za-z0-9-]{1,27}$'),
      return_id text not null unique,
      token_digest text not null,
      next text not null,
      access_id text unique,
      access_pass text,
      redirect_url text,
      state text not null check (state in ('entering', 'challenging', 'settling', 'saved', 'failed')),
      failure text,
      created_at timestamptz not null,
      changed_at timestamptz not null,
      returned_at timestamptz,
      unique (member_id, token_digest),
      constraint registration_pass_only_while_needed check (access_pass is null or state not in ('saved', 'failed')),
      constraint registration_failed_with_a_reason check ((state = 'failed') = (failure is not null))
    )`,
  ],
  // Connection types. With the OpenAPI type the charge itself is what gives a transaction its identifier.
  [
    `alter table attempts
      add column connection text not null default 'protocol' check (connection in ('protocol', 'openapi', 'linkplus')),
      drop constraint access_from_executing,
      add constraint access_from_executing check
        (means = 'link' or access_id is not null or state in ('entering', 'failed', 'released')
          or (connection = 'openapi' and state in ('executing', 'unknown')))`,
  ],
];
