/**
 * The issuer's side, on an origin of its own: the 3DS method and the challenge. A password stands in for whatever a real
 * issuer asks: three wrong ones, or the button to give up, end the challenge without authentication. Where the card, the amount
 * or the console page wants it, the password takes its time, or the shopper is to approve in the issuer's app instead.
 */
import iconv from 'iconv-lite';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { delayOf, withoutFraming, withPageFault } from './faults.ts';
import { challengeFault, endChallenge, type Authenticating } from './issuer.ts';
import { messagePage, postingPage, writePage, type Markup, type Page } from './page.ts';
import { readParameters, type Parameters } from './protocol-body.ts';
import type { SandboxContext } from './sandbox-context.ts';
import type { Transaction, TransStatus } from './store.ts';
import { challengeNotificationUrl, isMethodNotificationUrl } from './three-ds-server.ts';
import { decodeMessage, encodeMessage, MESSAGE_VERSION } from './three-ds-messages.ts';

/** The password of every test card, as in GPayments' TestLabs. */
export const PASSWORD = '123456';

const MOST_ATTEMPTS = 3;

/** Seconds between two looks at whether the app has answered. */
const APP_INTERVAL = 2;

const STYLE = `
  :root { font: 16px/1.6 system-ui, "Hiragino Sans", "Noto Sans JP", sans-serif; color: #1b2733; background: #eef1f5; }
  * { box-sizing: border-box; }
  body { margin: 0; padding: 1rem .75rem 2rem; }
  main { max-width: 26rem; margin: 0 auto; background: #fff; border: 1px solid #d5dbe3; border-radius: 12px; overflow: hidden; }
  header { display: flex; justify-content: space-between; align-items: center; gap: 1rem; padding: 1rem 1.25rem;
    border-bottom: 3px solid #0b6b5d; }
  header strong { color: #0b6b5d; letter-spacing: .04em; }
  header > span { font-size: .75rem; border: 1px solid #5b6a7a; border-radius: 4px; padding: 0 .4rem; color: #44515e; }
  section { padding: 1.25rem; }
  h1 { font-size: 1.15rem; line-height: 1.4; margin: 0 0 1rem; }
  small, [lang=en] { font-size: .8125rem; color: #4a5866; }
  dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem; margin: 0 0 1.25rem; padding: .75rem 1rem;
    background: #f5f7f9; border-radius: 8px; }
  dt { color: #4a5866; } dd { margin: 0; text-align: right; overflow-wrap: anywhere; font-weight: 600; }
  label { display: block; font-weight: 600; }
  input { width: 100%; min-height: 3rem; margin: .35rem 0 1rem; padding: 0 .9rem; border: 1px solid #75818e; border-radius: 8px;
    font: inherit; font-size: 1.25rem; letter-spacing: .2em; }
  input[aria-invalid=true] { border-color: #b42318; border-width: 2px; }
  [role=alert] { margin: 0 0 1rem; padding: .6rem .9rem; border-left: 4px solid #b42318; background: #fdf1f0; color: #8a1a12; }
  [role=alert] [lang=en] { color: inherit; }
  button { display: block; width: 100%; min-height: 3rem; margin-top: .6rem; border-radius: 8px; font: inherit; font-weight: 600;
    border: 1px solid #0b6b5d; background: #0b6b5d; color: #fff; cursor: pointer; }
  button.quiet { background: #fff; color: #0b6b5d; }
  input:focus-visible, button:focus-visible { outline: 3px solid #2f80ed; outline-offset: 2px; }
  footer { padding: .9rem 1.25rem; border-top: 1px solid #e3e8ed; }
  footer p { margin: 0; }
`;

const shopNameOf = ({ threeDs }: Transaction, shopId: string): string =>
  // TdTenantName is EUC-JP in Base64
  threeDs.tenantName === '' ? shopId : iconv.decode(Buffer.from(threeDs.tenantName, 'base64'), 'euc-jp');

function amountOf({ entryJobCd, amount, tax }: Transaction): string {
  if (entryJobCd === 'CHECK') return '0円（カードの確認） / Card check';
  return `${(amount + tax).toLocaleString('en')}円 (JPY)`;
}

/** Every wrong password so far is told; the field is announced as wrong. */
function passwordPage(transaction: Authenticating, shopId: string, late: number): Page {
  const { session } = transaction;
  const wrong = session.wrongPasswords > 0;
  const left = MOST_ATTEMPTS - session.wrongPasswords;
  return frame(
    transaction,
    shopId,
    html`${wrong
          ? html`<p role="alert" id="wrong">
              パスワードが違います。あと${left}回入力できます。<br />
              <span lang="en">That password is wrong. ${left} ${left === 1 ? 'attempt' : 'attempts'} left.</span>
            </p>`
          : ''}
        ${late
          ? html`<p role="status">
              ワンタイムパスワードを送っています。届くまであと${late}秒ほどかかります。<br />
              <span lang="en">Your one-time password is on its way: about ${late} seconds.</span>
            </p>`
          : ''}
        <form method="post" action="/challenge/answer">
          <input type="hidden" name="acsTransID" value="${session.acsTransId}" />
          <label for="password">ワンタイムパスワード <span lang="en">One-time password</span></label>
          <input
            id="password"
            name="password"
            inputmode="numeric"
            autocomplete="one-time-code"
            maxlength="10"
            autofocus
            ${wrong ? html`aria-invalid="true" aria-describedby="wrong"` : ''}
          />
          <button name="action" value="verify">送信する / Verify</button>
          <button name="action" value="cancel" class="quiet">キャンセル / Cancel</button>
        </form>
`,
    late
      ? html`パスワードはまだ届いていません。<br /><span lang="en">The password has not arrived yet.</span>`
      : html`パスワードは ${PASSWORD} です。<br /><span lang="en">The password is ${PASSWORD}.</span>`,
    late,
  );
}

/** Looks again by itself until the app has answered; without a refresh, the button does. */
const appPage = (transaction: Authenticating, shopId: string): Page =>
  frame(
    transaction,
    shopId,
    html`<p role="status">
        スマートフォンのアプリで承認してください。<br />
        <span lang="en">Please approve the payment in your banking app.</span>
      </p>
      <form method="post" action="/challenge/answer">
        <input type="hidden" name="acsTransID" value="${transaction.session.acsTransId}" />
        <button name="action" value="check">承認しました / I have approved it</button>
        <button name="action" value="cancel" class="quiet">キャンセル / Cancel</button>
      </form>`,
    html`承認はサンドボックスの画面で行えます。<br /><span lang="en">Approve it on the console page of the sandbox.</span>`,
    APP_INTERVAL,
  );

/** What every page of a challenge shows. `wait`: seconds until the page loads itself again. */
const frame = (transaction: Authenticating, shopId: string, content: Markup, hint: Markup, wait = 0): Page => ({
  language: 'ja',
  title: 'ご本人確認 / Verify your payment',
  style: STYLE,
  ...(wait > 0 && { refresh: { seconds: wait, url: `/challenge?acsTransID=${transaction.session.acsTransId}` } }),
  body: html`<main>
    <header><strong>サンドボックス銀行<br /><span lang="en">SANDBOX BANK</span></strong><span>ID Check</span></header>
    <section>
      <h1>ご本人確認をお願いします<br /><span lang="en">Please verify your payment</span></h1>
      <dl>
        <dt>ご利用店舗 <span lang="en">Shop</span></dt>
        <dd>${shopNameOf(transaction, shopId)}</dd>
        <dt>金額 <span lang="en">Amount</span></dt>
        <dd>${amountOf(transaction)}</dd>
        <dt>カード <span lang="en">Card</span></dt>
        <dd>${transaction.card?.masked ?? ''}</dd>
      </dl>
      ${content}
    </section>
    <footer>
      <p><small>テスト用の画面です。${hint}</small></p>
    </footer>
  </main>`,
});

export function acsRoutes(context: SandboxContext): Hono {
  const { store, shopId, now } = context;
  const routes = new Hono();

  /** Tells the 3DS server how it ended (EMV 3DS: RReq), then lets the browser say that it ended (CRes). */
  const finish = (transaction: Authenticating, shopper: TransStatus): Promise<Response> => {
    const { session } = transaction;
    endChallenge(transaction, shopper, context);
    const response = {
      messageType: 'CRes',
      messageVersion: MESSAGE_VERSION,
      threeDSServerTransID: session.transId,
      acsTransID: session.acsTransId,
      transStatus: session.transStatus ?? shopper,
    };
    return writePage(postingPage(challengeNotificationUrl(context), { cres: encodeMessage(response) }));
  };

  routes.post('/method', async (c) => {
    const data = (await readParameters(c.req.raw)).get('threeDSMethodData');
    const message = decodeMessage(data);
    const url = message?.['threeDSMethodNotificationURL'] ?? '';
    // the address came through the browser: nowhere but to the 3DS server
    if (!isMethodNotificationUrl(url, context)) return unknown();
    const answer = encodeMessage({ threeDSServerTransID: message?.['threeDSServerTransID'] ?? '' });
    return writePage(postingPage(url, { threeDSMethodData: answer }));
  });

  /** Milliseconds since the shopper was first asked. */
  const waitedBy = ({ session }: Authenticating): number => {
    session.challengedAt ??= now();
    return now().getTime() - session.challengedAt.getTime();
  };

  /** Seconds until the password arrives. */
  const lateness = (transaction: Authenticating): number => {
    const delay = delayOf(challengeFault('challengeForm', transaction, context), 'otp');
    return Math.ceil(Math.max(0, delay - waitedBy(transaction)) / 1000);
  };

  const isApp = (transaction: Authenticating): boolean =>
    challengeFault('challengeForm', transaction, context).startsWith('app');

  /** What the app said; null while it has said nothing, or where there is none to ask. */
  const appAnswer = (transaction: Authenticating): TransStatus | null => {
    const form = challengeFault('challengeForm', transaction, context);
    const { approval } = transaction.session;
    if (approval) return approval === 'approved' ? 'Y' : 'N';
    return form.startsWith('app:') && waitedBy(transaction) >= delayOf(form, 'app') ? 'Y' : null;
  };

  const ask = async (transaction: Authenticating): Promise<Response> => {
    const over = transaction.session.transStatus ?? appAnswer(transaction);
    if (over) return finish(transaction, over);
    const late = lateness(transaction);
    const page = await writePage(isApp(transaction) ? appPage(transaction, shopId) : passwordPage(transaction, shopId, late));
    return challengeFault('challengePage', transaction, context) === 'no-framing' ? withoutFraming(page) : page;
  };

  routes.post('/challenge', async (c) => {
    const message = decodeMessage((await readParameters(c.req.raw)).get('creq'));
    const transaction = store.transactionOfSession('acsTransId', message?.['acsTransID'] ?? '');
    if (!transaction?.session.wantsChallenge || message?.['messageType'] !== 'CReq') return unknown();
    return withPageFault(challengeFault('challengePage', transaction, context), c, () => ask(transaction));
  });

  // a page that waits for a password or for the app loads itself again
  routes.get('/challenge', (c) => {
    const transaction = store.transactionOfSession('acsTransId', c.req.query('acsTransID') ?? '');
    return transaction?.session.wantsChallenge ? ask(transaction) : unknown();
  });

  routes.post('/challenge/answer', async (c) => {
    const form = await readParameters(c.req.raw);
    const transaction = store.transactionOfSession('acsTransId', form.get('acsTransID'));
    if (!transaction?.session.wantsChallenge) return unknown();
    const answer = judge(transaction, form);
    if (!answer) return ask(transaction);
    // the issuer knows the end, whatever becomes of the page that says so
    endChallenge(transaction, answer, context);
    return withPageFault(challengeFault('challengeAnswer', transaction, context), c, () => finish(transaction, answer));
  });

  /** Null: the shopper is asked once more. */
  const judge = (transaction: Authenticating, form: Parameters): TransStatus | null => {
    const { session } = transaction;
    if (session.transStatus) return session.transStatus;
    if (form.get('action') === 'cancel') return 'N';
    if (isApp(transaction)) return appAnswer(transaction);
    // nobody can know a password that was not sent yet
    if (lateness(transaction) > 0) return null;
    if (form.get('password') === PASSWORD) return 'Y';
    session.wrongPasswords += 1;
    return session.wrongPasswords >= MOST_ATTEMPTS ? 'N' : null;
  };

  return routes;
}

const unknown = (): Promise<Response> =>
  writePage(messagePage('お取引が見つかりません / Unknown transaction', 'お店に戻ってください。Please go back to the shop.'), 404);
