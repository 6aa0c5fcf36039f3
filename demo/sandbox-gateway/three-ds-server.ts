/**
 * The 3DS server, on the gateway's origin. It asks the issuer's 3DS method and the issuer itself, has the browser challenged
 * by the ACS where the issuer wants it, and sends the shopper back to the shop. The shop's page learns nothing but the
 * AccessID: the outcome stays here until SecureTran2 asks for it. In the detailed flow the shop is told after the 3DS method
 * already, and it is the shop that asks for the authentication (authentication-calls.ts).
 */
import { html } from 'hono/html';
import { Hono } from 'hono';
import { messagePage, postingPage, writePage } from './page.ts';
import { readParameters } from './protocol-body.ts';
import { withPageFault } from './faults.ts';
import { authenticate, challengeFault, type Authenticating } from './issuer.ts';
import type { SandboxContext } from './sandbox-context.ts';
import type { ThreeDsSession } from './store.ts';
import { decodeMessage, encodeMessage, MESSAGE_VERSION } from './three-ds-messages.ts';

/** The words of the detailed flow (CallbackType 2), which are ActiveServer's. */
type CallbackEvent = '3DSMethodFinished' | '3DSMethodSkipped' | 'AuthResultReady';

/** EMV 3DS allows the 3DS method ten seconds (requirement 315: then continue with threeDSCompInd = N). */
const METHOD_DEADLINE = 10_000;

/** How long a walk may take before its RedirectUrl is dead. */
const SESSION_LIFETIME = 30 * 60_000;

const CALLBACK = '/api/v2/brw/callback';
const METHOD_NOTIFICATION = '/api/v2/brw/method';
const CONTINUE = '/api/v2/brw/continue';
const CHALLENGE_START = '/api/v2/brw/challenge/start';
const CHALLENGE_NOTIFICATION = '/api/v2/brw/challenge';

const METHOD_DONE = '3ds-method-done';

/** Goes on when the frame says so, or when it does not in time. */
const METHOD_SCRIPT = `
  const frame = document.querySelector('iframe');
  const form = document.forms.continue;
  let sent = false;
  const proceed = (indicator) => {
    if (sent) return;
    sent = true;
    form.elements.threeDSCompInd.value = indicator;
    form.submit();
  };
  addEventListener('message', (event) => {
    if (event.source === frame.contentWindow && event.origin === location.origin && event.data === '${METHOD_DONE}') proceed('Y');
  });
  setTimeout(() => proceed('N'), Number(form.dataset.deadline));
  document.forms.method.submit();
`;

const NOTIFY_SCRIPT = `parent.postMessage('${METHOD_DONE}', location.origin);`;

/** `/api/v2/brw/…` */
export function threeDsServerRoutes(context: SandboxContext): Hono {
  const { store, gatewayOrigin, acsOrigin, now } = context;

  const find = (transId: string, ticket: string): Authenticating | null => {
    const transaction = store.transactionOfSession('transId', transId);
    if (transaction?.session.ticket !== ticket) return null;
    const expired = now().getTime() - transaction.session.startedAt.getTime() > SESSION_LIFETIME;
    return expired && transaction.session.transStatus === null ? null : transaction;
  };

  /** After the 3DS method, or without one. In the detailed flow the shop is asked, unless it has decided already. */
  const proceed = (transaction: Authenticating, event: CallbackEvent): Response | Promise<Response> => {
    const { session } = transaction;
    if (session.callbackType === '2' && !session.wantsChallenge && !session.transStatus) {
      session.askedShop = true;
      return notify(transaction, event, context);
    }
    authenticate(transaction, context);
    return challenge(transaction);
  };

  const challenge = (transaction: Authenticating): Response | Promise<Response> => {
    const { session } = transaction;
    if (session.transStatus) return sendBack(transaction, context);
    const request = {
      messageType: 'CReq',
      messageVersion: MESSAGE_VERSION,
      threeDSServerTransID: session.transId,
      acsTransID: session.acsTransId,
      challengeWindowSize: '05',
    };
    return writePage(postingPage(`${acsOrigin}/challenge`, { creq: encodeMessage(request) }));
  };

  const routes = new Hono();

  routes.get(CALLBACK, (c) => {
    const transaction = find(c.req.query('transId') ?? '', c.req.query('t') ?? '');
    if (!transaction) return gone();
    return withPageFault(challengeFault('redirectPage', transaction, context), c, () => begin(transaction));
  });

  const begin = (transaction: Authenticating): Response | Promise<Response> => {
    const { session, card } = transaction;
    const hasMethod = card?.behaviour.authentication === 'frictionless-after-method';
    if (!hasMethod || session.wantsChallenge || session.transStatus) return proceed(transaction, '3DSMethodSkipped');
    const data = encodeMessage({
      threeDSServerTransID: session.transId,
      threeDSMethodNotificationURL: `${gatewayOrigin}${METHOD_NOTIFICATION}`,
    });
    return writePage({
      language: 'ja',
      title: '本人認証 / Authentication',
      frames: `${acsOrigin} ${gatewayOrigin}`,
      script: METHOD_SCRIPT,
      body: html`<form name="continue" method="post" action="${CONTINUE}" data-deadline="${METHOD_DEADLINE}">
          <input type="hidden" name="transId" value="${session.transId}" />
          <input type="hidden" name="t" value="${session.ticket}" />
          <input type="hidden" name="threeDSCompInd" value="U" />
          <p role="status">カード会社に確認しています。<br /><span lang="en">Checking with your card issuer.</span></p>
          <noscript
            ><p><button>続ける / Continue</button></p></noscript
          >
        </form>
        <form name="method" method="post" action="${acsOrigin}/method" target="method">
          <input type="hidden" name="threeDSMethodData" value="${data}" />
        </form>
        <iframe name="method" title="3DS method" aria-hidden="true" tabindex="-1"></iframe>`,
    });
  };

  // ChallengeUrl of the detailed flow
  routes.get(CHALLENGE_START, (c) => {
    const transaction = find(c.req.query('transId') ?? '', c.req.query('t') ?? '');
    const known = transaction && (transaction.session.wantsChallenge || transaction.session.transStatus);
    return known ? challenge(transaction) : gone();
  });

  routes.post(METHOD_NOTIFICATION, () =>
    writePage({ language: 'en', title: '3DS method', body: html`<p>OK</p>`, script: NOTIFY_SCRIPT }),
  );

  routes.post(CONTINUE, async (c) => {
    const form = await readParameters(c.req.raw);
    const transaction = find(form.get('transId'), form.get('t'));
    return transaction ? proceed(transaction, '3DSMethodFinished') : gone();
  });

  // the browser only says that the challenge is over; how it ended came from the ACS directly (EMV 3DS: the RReq message)
  routes.post(CHALLENGE_NOTIFICATION, async (c) => {
    const message = decodeMessage((await readParameters(c.req.raw)).get('cres'));
    const transaction = store.transactionOfSession('transId', message?.['threeDSServerTransID'] ?? '');
    const known = transaction?.session.acsTransId === message?.['acsTransID'] && transaction?.session.transStatus;
    return transaction && known ? sendBack(transaction, context) : gone();
  });

  return routes;
}

/** Where a shop that uses the detailed flow sends the browser for the challenge. */
export const challengeUrl = ({ transId, ticket }: ThreeDsSession, { gatewayOrigin }: SandboxContext): string =>
  `${gatewayOrigin}${CHALLENGE_START}?transId=${transId}&t=${ticket}`;

/** Where the ACS sends the browser after a challenge. */
export const challengeNotificationUrl = ({ gatewayOrigin }: SandboxContext): string =>
  `${gatewayOrigin}${CHALLENGE_NOTIFICATION}`;

/** May the ACS's 3DS method post to this address? */
export const isMethodNotificationUrl = (url: string, { gatewayOrigin }: SandboxContext): boolean =>
  url === `${gatewayOrigin}${METHOD_NOTIFICATION}`;

/** Back to the shop, with the AccessID and no outcome: as a form for CallbackType 1, in the query for 3. */
function sendBack(transaction: Authenticating, context: SandboxContext): Response | Promise<Response> {
  const { accessId, session } = transaction;
  const { returnUrl, callbackType } = session;
  if (callbackType === '2') return notify(transaction, 'AuthResultReady', context);
  const twice = challengeFault('returning', transaction, context) === 'twice';
  if (callbackType === '1') return writePage(postingPage(returnUrl, { AccessID: accessId }, { twice }));
  const url = new URL(returnUrl);
  url.searchParams.set('AccessID', accessId);
  if (twice) {
    const fields = Object.fromEntries(url.searchParams);
    url.search = '';
    return writePage(postingPage(url.href, fields, { method: 'get', twice }));
  }
  return new Response(null, { status: 303, headers: { Location: url.href, 'Cache-Control': 'no-store' } });
}

/** One of the callbacks of the detailed flow: the AccessID is in the query, as MD. */
function notify(transaction: Authenticating, event: CallbackEvent, context: SandboxContext): Promise<Response> {
  const { accessId, session } = transaction;
  const url = new URL(session.returnUrl);
  url.searchParams.set('MD', accessId);
  const fields = { requestorTransId: session.requestorTransId, event, param: session.parameter };
  return writePage(postingPage(url.href, fields, { twice: challengeFault('returning', transaction, context) === 'twice' }));
}

/** For addresses that lead nowhere, or no longer. */
export const gone = (): Promise<Response> =>
  writePage(
    messagePage(
      'この画面は使えません / This page is no longer available',
      'お店に戻り、もう一度お試しください。Please go back to the shop and try again.',
    ),
    410,
  );
