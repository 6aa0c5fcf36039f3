/**
 * The issuer's side, on an origin of its own: the 3DS method and the challenge. A password stands in for whatever a real
 * issuer asks: three wrong ones, or the button to give up, end the challenge without authentication.
 */
import iconv from 'iconv-lite';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { messagePage, postingPage, writePage, type Page } from './page.ts';
import { readParameters } from './protocol-body.ts';
import type { SandboxContext } from './sandbox-context.ts';
import type { ThreeDsSession, Transaction, TransStatus } from './store.ts';
import { challengeNotificationUrl, isMethodNotificationUrl } from './three-ds-server.ts';
import { decodeMessage, encodeMessage, MESSAGE_VERSION } from './three-ds-messages.ts';

type Authenticating = Transaction & { session: ThreeDsSession };

/** The password of every test card, as in GPayments' TestLabs. */
export const PASSWORD = '123456';

const MOST_ATTEMPTS = 3;

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
function challengePage(transaction: Authenticating, shopId: string): Page {
  const { session, card } = transaction;
  const wrong = session.wrongPasswords > 0;
  const left = MOST_ATTEMPTS - session.wrongPasswords;
  return {
    language: 'ja',
    title: 'ご本人確認 / Verify your payment',
    style: STYLE,
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
          <dd>${card?.masked ?? ''}</dd>
        </dl>
        ${wrong
          ? html`<p role="alert" id="wrong">
              パスワードが違います。あと${left}回入力できます。<br />
              <span lang="en">That password is wrong. ${left} ${left === 1 ? 'attempt' : 'attempts'} left.</span>
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
      </section>
      <footer>
        <p><small>テスト用の画面です。パスワードは ${PASSWORD} です。<br />
          <span lang="en">A test page of the sandbox gateway. The password is ${PASSWORD}.</span></small></p>
      </footer>
    </main>`,
  };
}

export function acsRoutes(context: SandboxContext): Hono {
  const { store, shopId } = context;
  const routes = new Hono();

  /** Tells the 3DS server how it ended (EMV 3DS: RReq), then lets the browser say that it ended (CRes). */
  const finish = ({ session }: Authenticating, transStatus: TransStatus): Promise<Response> => {
    session.transStatus ??= transStatus;
    const response = {
      messageType: 'CRes',
      messageVersion: MESSAGE_VERSION,
      threeDSServerTransID: session.transId,
      acsTransID: session.acsTransId,
      transStatus: session.transStatus,
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

  routes.post('/challenge', async (c) => {
    const message = decodeMessage((await readParameters(c.req.raw)).get('creq'));
    const transaction = store.transactionOfSession('acsTransId', message?.['acsTransID'] ?? '');
    if (!transaction || message?.['messageType'] !== 'CReq') return unknown();
    const { transStatus } = transaction.session;
    return transStatus ? finish(transaction, transStatus) : writePage(challengePage(transaction, shopId));
  });

  routes.post('/challenge/answer', async (c) => {
    const form = await readParameters(c.req.raw);
    const transaction = store.transactionOfSession('acsTransId', form.get('acsTransID'));
    if (!transaction) return unknown();
    const { session } = transaction;
    if (session.transStatus) return finish(transaction, session.transStatus);
    if (form.get('action') === 'cancel') return finish(transaction, 'N');
    if (form.get('password') === PASSWORD) return finish(transaction, 'Y');
    session.wrongPasswords += 1;
    return session.wrongPasswords >= MOST_ATTEMPTS ? finish(transaction, 'N') : writePage(challengePage(transaction, shopId));
  });

  return routes;
}

const unknown = (): Promise<Response> =>
  writePage(messagePage('お取引が見つかりません / Unknown transaction', 'お店に戻ってください。Please go back to the shop.'), 404);
