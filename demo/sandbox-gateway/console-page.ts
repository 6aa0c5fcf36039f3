/**
 * The sandbox's own pages: what it holds, what can be done to a payment today, the faults; and the same as JSON for tests in other
 * processes.
 */
import { Hono, type Context } from 'hono';
import { html } from 'hono/html';
import { ERROR_CODES } from './error-codes.ts';
import { FAULT_CHOICES, type FaultName } from './faults.ts';
import { isExpired, japanTime, processDate } from './japan-time.ts';
import { writePage, type Markup } from './page.ts';
import { callProtocol } from './protocol.ts';
import { Parameters, readParameters } from './protocol-body.ts';
import type { SandboxContext } from './sandbox-context.ts';
import type { HistoryEntry, Token, Transaction } from './store.ts';
import { alter, type AlterJobCd } from './transaction-states.ts';

type Language = 'ja' | 'en';

const WORDS = {
  ja: {
    title: 'サンドボックス決済ゲートウェイ',
    note: 'テスト用です。カード番号は保存していません。',
    transactions: '取引', tokens: 'トークン', members: '会員', faults: '障害の再現',
    order: '注文', status: '状態', amount: '金額', card: 'カード', history: '履歴', operations: '操作',
    jobs: { SALES: '売上確定', VOID: '取消', RETURN: '返金（当月）', RETURNX: '返金（翌月以降）' },
    approve: 'アプリで承認', refuse: 'アプリで拒否',
    expires: '有効期限', state: '状態', member: '会員', cards: '登録カード', sequence: '物理連番 / 論理連番', holder: '名義人',
    isDefault: '既定のカード', isExpired: '期限切れ', noCards: '登録カードはありません。',
    clock: '日付', tomorrow: '1日進める', nextMonth: '31日進める', today: '今日に戻す',
    none: 'まだありません。', apply: '反映', reset: 'すべて戻す', yen: '円', other: 'English', failed: '操作できませんでした',
    done: '操作しました',
  },
  en: {
    title: 'Sandbox payment gateway',
    note: 'For tests. No card number is stored.',
    transactions: 'Transactions', tokens: 'Tokens', members: 'Members', faults: 'Faults',
    order: 'Order', status: 'Status', amount: 'Amount', card: 'Card', history: 'History', operations: 'Operations',
    jobs: { SALES: 'Capture', VOID: 'Void', RETURN: 'Refund (this month)', RETURNX: 'Refund (a later month)' },
    approve: 'Approve in app', refuse: 'Refuse in app',
    expires: 'Expires', state: 'State', member: 'Member', cards: 'Saved cards', sequence: 'Physical / logical', holder: 'Holder',
    isDefault: 'default card', isExpired: 'expired', noCards: 'No saved cards.',
    clock: 'Date', tomorrow: 'A day forward', nextMonth: '31 days forward', today: 'Back to today',
    none: 'None yet.', apply: 'Apply', reset: 'Reset all', yen: ' yen', other: '日本語', failed: 'Not possible', done: 'Done',
  },
} as const;

const STYLE = `
  :root { color-scheme: light dark; --line: light-dark(#d9dee5, #38414c); --soft: light-dark(#5a6674, #a3afbc);
    --card: light-dark(#fff, #1b2129); --accent: light-dark(#0b6b5d, #5fd0bd); font: 15px/1.55 system-ui, "Hiragino Sans",
    "Noto Sans JP", sans-serif; background: light-dark(#f3f5f7, #12161b); }
  body { margin: 0 auto; max-width: 72rem; padding: 1.5rem 1rem 3rem; }
  header { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: baseline; }
  h1 { font-size: 1.35rem; margin: 0; } h2 { font-size: 1rem; margin: 0 0 .75rem; }
  header p { margin: 0; color: var(--soft); flex: 1 1 16rem; }
  a { color: var(--accent); }
  section { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 1rem 1.25rem;
    margin-top: 1rem; overflow-x: auto; }
  table { border-collapse: collapse; width: 100%; }
  th { text-align: start; font-weight: 500; color: var(--soft); font-size: .8125rem; }
  th, td { padding: .45rem .75rem .45rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
  tr:last-child td { border-bottom: 0; }
  code { font-size: .8125rem; }
  .number { white-space: nowrap; }
  .status { display: inline-block; padding: 0 .5rem; border-radius: 999px; border: 1px solid currentColor;
    color: var(--accent); font-size: .8125rem; }
  ol { margin: 0; padding-inline-start: 1.1rem; font-size: .8125rem; }
  form { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; margin: 0; }
  label { display: grid; gap: .2rem; font-size: .8125rem; color: var(--soft); }
  select, button { font: inherit; min-height: 2.25rem; border-radius: 8px; border: 1px solid var(--line); padding: 0 .75rem;
    background: transparent; color: inherit; }
  button { cursor: pointer; border-color: var(--accent); color: var(--accent); }
  :focus-visible { outline: 3px solid #4f8ef7; outline-offset: 2px; }
  [role=status] { margin: 1rem 0 0; font-weight: 600; }
`;

/** What anybody may see of a payment: neither AccessPass nor anything of the card but its mask. */
export const publicTransaction = (transaction: Transaction) => ({
  orderId: transaction.orderId,
  accessId: transaction.accessId,
  status: transaction.status,
  jobCd: transaction.jobCd,
  amount: transaction.amount,
  tax: transaction.tax,
  card: transaction.card?.masked ?? null,
  expire: transaction.card?.expire ?? null,
  memberId: transaction.memberId,
  threeDs: transaction.session && {
    transStatus: transaction.session.transStatus,
    transStatusReason: transaction.session.transStatusReason,
    isChallenging: transaction.session.challengedAt !== null && transaction.session.transStatus === null,
    callbackType: transaction.session.callbackType,
    riskFields: transaction.session.riskFields,
    wrongPasswords: transaction.session.wrongPasswords,
  },
  processDate: processDate(transaction.processedAt),
  history: transaction.history.map(({ at, call, status, errInfo }) => ({ at: at.toISOString(), call, status, errInfo })),
});

const publicToken = ({ card, state, expiresAt, isSecurityCodeSet }: Token) => ({
  card: card.masked,
  state,
  expiresAt: expiresAt.toISOString(),
  isSecurityCodeSet,
});

/** What the console can do to a payment, where its state and its day allow it. */
const BUTTONS = ['SALES', 'VOID', 'RETURN', 'RETURNX'] as const satisfies readonly AlterJobCd[];

function publicState({ store, faults, now }: SandboxContext) {
  return {
    now: now().toISOString(),
    daysAhead: store.daysAhead,
    faults: faults.toJSON(),
    transactions: [...store.transactions.values()].map((transaction) => ({
      ...publicTransaction(transaction),
      alterations: BUTTONS.filter((job) => 'to' in alter(transaction, job, now())),
    })),
    tokens: [...store.tokens.values()].map(publicToken),
    members: [...store.members.values()].map(({ memberId, memberName, cards }) => ({
      memberId,
      memberName,
      cards: cards.map(({ cardSeq, card, holderName, cardName, isDefault }) => ({
        cardSeq,
        card: card.masked,
        brand: card.brand,
        expire: card.expire,
        isExpired: isExpired(card.expire, now()),
        holderName,
        cardName,
        isDefault,
      })),
    })),
    requests: store.requests,
  };
}

type PublicState = ReturnType<typeof publicState>;

/** `/`, `/sandbox/state`, `/sandbox/faults` and the forms of the page */
export function consoleRoutes(context: SandboxContext): Hono {
  const { store, faults } = context;
  const routes = new Hono();

  // a page of another origin must not press our buttons
  routes.use('/sandbox/*', async (c, next) => {
    const site = c.req.header('Sec-Fetch-Site') ?? 'none';
    if (c.req.method !== 'GET' && !['none', 'same-origin'].includes(site)) return c.text('Forbidden', 403);
    return next();
  });

  routes.get('/', (c) => writeConsole(c, publicState(context)));

  routes.get('/sandbox/state', (c) => c.json(publicState(context)));

  routes.get('/sandbox/faults', (c) => c.json(faults.toJSON()));

  // {"tokenScript": "drop"} sets, {"reset": true} takes all back
  routes.post('/sandbox/faults', async (c) => {
    const wanted: unknown = await c.req.json().catch(() => null);
    if (typeof wanted === 'object' && wanted !== null && 'reset' in wanted) faults.reset();
    else if (!faults.assign(wanted)) return c.json({ error: 'unknown fault', choices: FAULT_CHOICES }, 400);
    return c.json(faults.toJSON());
  });

  routes.post('/sandbox/console/faults', async (c) => {
    const form = await readParameters(c.req.raw);
    if (form.get('reset') !== '') faults.reset();
    else {
      const given = Object.keys(FAULT_CHOICES).filter((name) => form.get(name) !== '');
      faults.assign(Object.fromEntries(given.map((name) => [name, form.get(name)])));
    }
    return c.redirect(`/?lang=${languageOf(c)}`, 303);
  });

  // the day decides between a void and a refund, and whether a card has expired: {"daysAhead": 31}, or a button
  routes.post('/sandbox/clock', async (c) => {
    const wanted = ((await c.req.json().catch(() => null)) as { daysAhead?: unknown } | null)?.daysAhead;
    if (!isDays(wanted)) return c.json({ error: 'daysAhead is not a number of days' }, 400);
    store.daysAhead = wanted;
    return c.json({ daysAhead: store.daysAhead });
  });

  routes.post('/sandbox/console/clock', async (c) => {
    const days = (await readParameters(c.req.raw)).get('days');
    const wanted = days === '' ? 0 : store.daysAhead + Number(days);
    if (isDays(wanted)) store.daysAhead = wanted;
    return c.redirect(`/?lang=${languageOf(c)}`, 303);
  });

  // the issuer's app, on the shopper's telephone
  routes.post('/sandbox/console/transactions/:accessId/app', async (c) => {
    const answer = (await readParameters(c.req.raw)).get('answer');
    const transaction = store.transactions.get(c.req.param('accessId'));
    if (!transaction?.session) return c.text('Not Found', 404);
    transaction.session.approval ??= answer === 'approve' ? 'approved' : 'refused';
    return c.redirect(`/?lang=${languageOf(c)}&result=ok`, 303);
  });

  // the same way as the shop's AlterTran
  routes.post('/sandbox/console/transactions/:accessId', async (c) => {
    const job = (await readParameters(c.req.raw)).get('job');
    const transaction = store.transactions.get(c.req.param('accessId'));
    if (!transaction) return c.text('Not Found', 404);
    const answer = callProtocol(
      'AlterTran',
      new Parameters(
        new Map([
          ['ShopID', context.shopId],
          ['ShopPass', context.shopPass],
          ['AccessID', transaction.accessId],
          ['AccessPass', transaction.accessPass],
          ['JobCd', job],
          ['Amount', String(transaction.amount || '')],
          ['Tax', String(transaction.tax)],
        ]),
      ),
      context,
    );
    const errInfo = new Map(answer).get('ErrInfo') ?? 'ok';
    return c.redirect(`/?lang=${languageOf(c)}&result=${encodeURIComponent(errInfo)}`, 303);
  });

  return routes;
}

/** A hundred years are enough for any card. */
const isDays = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 36_525;

function languageOf(c: Context): Language {
  const asked = c.req.query('lang') ?? c.req.header('Accept-Language') ?? '';
  return /^en/i.test(asked) ? 'en' : 'ja';
}

function writeConsole(c: Context, state: PublicState): Promise<Response> {
  const language = languageOf(c);
  const words = WORDS[language];
  const heads = [words.order, words.status, words.amount, words.card, words.history, words.operations];
  const result = c.req.query('result');
  return writePage({
    language,
    title: words.title,
    style: STYLE,
    body: html`<main><header>
        <h1>${words.title}</h1>
        <p>${words.note}</p>
        <a href="/?lang=${language === 'ja' ? 'en' : 'ja'}">${words.other}</a>
      </header>
      ${result === undefined ? '' : html`<p role="status">${resultText(result, language)}</p>`}
      <section>
        <h2>${words.clock}</h2>
        <form method="post" action="/sandbox/console/clock?lang=${language}">
          <span>${japanTime(new Date(state.now))}${state.daysAhead === 0 ? '' : ` (+${String(state.daysAhead)})`}</span>
          <button name="days" value="1">${words.tomorrow}</button>
          <button name="days" value="31">${words.nextMonth}</button>
          <button name="days" value="">${words.today}</button>
        </form>
      </section>
      <section>
        <h2>${words.faults}</h2>
        ${faultForm(state, language)}
      </section>
      ${table(words.transactions, heads, words.none,
        state.transactions.toReversed().map((transaction) => transactionRow(transaction, language)))}
      ${table(words.tokens, [words.card, words.state, words.expires], words.none,
        state.tokens.toReversed().map(({ card, state: tokenState, expiresAt }) => html`<tr>
          <td><code>${card}</code></td>
          <td><span class="status">${tokenState}</span></td>
          <td>${expiresAt}</td>
        </tr>`))}
      ${table(words.members, [words.member, words.cards], words.none,
        state.members.map(({ memberId, memberName, cards }) => html`<tr>
          <td>${memberId}<br /><small>${memberName}</small></td>
          <td>${cards.length === 0 ? words.noCards : cardTable(cards, words)}</td>
        </tr>`))}</main>`,
  });
}

const resultText = (result: string, language: Language): string =>
  result === 'ok' ? WORDS[language].done : `${WORDS[language].failed}: ${result} (${ERROR_CODES.get(result)?.[1] ?? '?'})`;

const table = (title: string, heads: readonly string[], none: string, rows: readonly Markup[]): Markup => html`<section>
  <h2>${title}</h2>
  ${rows.length === 0
    ? html`<p>${none}</p>`
    : html`<table>
        <thead>
          <tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr>
        </thead>
        <tbody>${rows}</tbody>
      </table>`}
</section>`;

const cardTable = (cards: PublicState['members'][number]['cards'], words: (typeof WORDS)[Language]): Markup => html`<table>
  <thead>
    <tr>${[words.sequence, words.card, words.expires, words.holder].map((head) => html`<th scope="col">${head}</th>`)}</tr>
  </thead>
  <tbody>
    ${cards.map(
      ({ cardSeq, brand, card, cardName, expire, isExpired: isOver, holderName, isDefault }, logical) => html`<tr>
        <td class="number">${cardSeq} / ${logical}</td>
        <td>
          ${brand} <code>${card}</code> ${cardName}
          ${isDefault ? html`<span class="status">${words.isDefault}</span>` : ''}
        </td>
        <td>${expire.slice(2)}/${expire.slice(0, 2)} ${isOver ? html`<span class="status">${words.isExpired}</span>` : ''}</td>
        <td>${holderName}</td>
      </tr>`,
    )}
  </tbody>
</table>`;

const historyText = ({ call, status, errInfo }: Pick<HistoryEntry, 'call' | 'status'> & { errInfo: string | null }): string =>
  errInfo === null ? `${call} → ${status}` : `${call}: ${errInfo} (${ERROR_CODES.get(errInfo)?.[1] ?? '?'})`;

function transactionRow(transaction: PublicState['transactions'][number], language: Language): Markup {
  const words = WORDS[language];
  const { orderId, accessId, status, amount, tax, card, memberId, threeDs, history, alterations } = transaction;
  return html`<tr>
    <td>${orderId}</td>
    <td>
      <span class="status">${status}</span>
      ${threeDs ? html`<br /><small>3DS ${threeDs.transStatus ?? '…'} ${threeDs.transStatusReason}</small>` : ''}
    </td>
    <td>${(amount + tax).toLocaleString('en')}${words.yen}</td>
    <td><code>${card ?? ''}</code>${memberId === '' ? '' : html`<br /><small>${memberId}</small>`}</td>
    <td><ol>${history.map((entry) => html`<li>${historyText(entry)}</li>`)}</ol></td>
    <td>
      <form method="post" action="/sandbox/console/transactions/${accessId}?lang=${language}">
        ${alterations.map((job) => html`<button name="job" value="${job}">${words.jobs[job]}</button>`)}
      </form>
      ${threeDs?.isChallenging
        ? html`<form method="post" action="/sandbox/console/transactions/${accessId}/app?lang=${language}">
            <button name="answer" value="approve">${words.approve}</button>
            <button name="answer" value="refuse">${words.refuse}</button>
          </form>`
        : ''}
    </td>
  </tr>`;
}

const faultForm = ({ faults }: PublicState, language: Language): Markup =>
  html`<form method="post" action="/sandbox/console/faults?lang=${language}">
    ${(Object.keys(FAULT_CHOICES) as FaultName[]).map((name) => {
      const current = faults[name];
      const choices = FAULT_CHOICES[name].includes(current) ? FAULT_CHOICES[name] : [...FAULT_CHOICES[name], current];
      return html`<label>${name}
        <select name="${name}">
          ${choices.map((choice) => html`<option ${choice === current ? 'selected' : ''}>${choice}</option>`)}
        </select>
      </label>`;
    })}
    <button>${WORDS[language].apply}</button>
    <button name="reset" value="1">${WORDS[language].reset}</button>
  </form>`;
