/** The way back from 3-D Secure: over the gateway, which may ask the issuer, to the shop's callbackUrl. Always by GET. */
import { Hono } from 'hono';
import { challengeFault } from '../issuer.ts';
import { postingPage, writePage } from '../page.ts';
import type { SandboxContext } from '../sandbox-context.ts';
import type { OpenApiOrder, Transaction } from '../store.ts';
import { gone } from '../three-ds-server.ts';
import { authorize, RETURN } from './credit-calls.ts';
import { Problem } from './problems.ts';

export function callbackRoutes(context: SandboxContext): Hono {
  const routes = new Hono();
  routes.get(RETURN, (c) => {
    const accessId = c.req.query('AccessID') ?? '';
    const transaction = context.store.transactions.get(accessId);
    const order = context.store.openApiOrders.get(accessId);
    if (!order || !transaction?.session?.transStatus) return gone();
    if (order.authorizesItself && !order.isReturned) authorizeQuietly(transaction, context);
    order.isReturned = true;
    const url = new URL(order.callbackUrl);
    const p = parameterOf(transaction, order);
    if (challengeFault('returning', transaction, context) === 'twice') {
      const fields = { ...Object.fromEntries(url.searchParams), p };
      url.search = '';
      return writePage(postingPage(url.href, fields, { method: 'get', twice: true }));
    }
    url.search = url.search === '' ? `?p=${p}` : `${url.search}&p=${p}`;
    return new Response(null, { status: 302, headers: { Location: url.href, 'Cache-Control': 'no-store' } });
  });
  return routes;
}

/** The browser is told nothing of the outcome; the shop asks for it. */
function authorizeQuietly(transaction: Transaction, context: SandboxContext): void {
  try {
    authorize(transaction, { ...context, endpoint: 'autoAuthorization' });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
}

/** JSON in Base64URL. The published example keeps the padding, so it is here too. */
function parameterOf({ accessId, entryJobCd }: Transaction, { authorizesItself, csrfToken }: OpenApiOrder): string {
  const finished = entryJobCd === 'CHECK' ? 'TDS_VERIFICATION_FINISHED' : 'TDS_CHARGE_FINISHED';
  const text = JSON.stringify({ accessId, event: authorizesItself ? finished : 'TDS_FINISHED', csrfToken });
  const encoded = Buffer.from(text).toString('base64url');
  return encoded.padEnd(Math.ceil(encoded.length / 4) * 4, '=');
}
