/**
 * The demo shop: a merchant's server as a merchant would write it. Pages are made here; the browser runs one script, on
 * one page.
 */
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import { routePath } from 'hono/route';
import { openDatabase } from './database.ts';
import { type DetailErrors, readDetails } from './details.ts';
import { GatewayClient } from './gateway-client.ts';
import { type Order, Orders } from './orders.ts';
import { cartPage } from './pages/cart-page.ts';
import { cataloguePage } from './pages/catalogue-page.ts';
import { checkoutPage } from './pages/checkout-page.ts';
import type { Markup, Visit } from './pages/layout.ts';
import { leavingPage, legalPage, messagePage } from './pages/message-page.ts';
import { orderPage, ordersPage } from './pages/order-page.ts';
import { type Outcome, Payments } from './payments.ts';
import { findProduct, MOST_OF_ONE, priceCart, readQuantity } from './products.ts';
import { contentSecurityPolicy, securityHeaders } from './security-headers.ts';
import { type Session, SESSION_SECONDS, Sessions } from './sessions.ts';
import { isLanguage, type Notice, words } from './wording.ts';

export interface StorefrontOptions {
  /** Where dist/ is served, without a slash at the end: an origin, or a folder of one. */
  fieldsUrl: string;
  /** Server to server. */
  gatewayUrl: string;
  /** Browser origin of the pages that RedirectUrl names. */
  gatewayOrigin: string;
  /** The shop's own browser origin. */
  shopOrigin: string;
  shopId: string;
  shopPass: string;
  siteId: string;
  sitePass: string;
  environment: 'live' | 'test';
  /** A PostgreSQL server; without it the database is a folder in `dataDirectory`. */
  databaseUrl?: string;
  dataDirectory: string;
  now?: () => Date;
  /** Subresource integrity of /shoji-card.js. */
  scriptIntegrity?: string;
  /** Milliseconds until a call to the gateway counts as unanswered. */
  deadline?: number;
  /** Milliseconds after which an unanswered call can no longer be on its way. */
  quietPeriod?: number;
  /**
   * Sends the strictest policy that a shop can have. Its forms lead to the shop alone, so the way to the card issuer is a page of its own
   * instead of a redirect.
   */
  isStrict?: boolean;
  /** Isolated from other origins (COOP and COEP). Safari then shows no frame whose scripts do not say who may load them: GMO's do not. */
  isIsolated?: boolean;
  /** Gets every line of the log as it is written. */
  print?: (line: string) => void;
}

export interface Storefront {
  readonly app: Hono;
  /** Settles or releases what an earlier process left. Call it before serving. */
  recover(): Promise<void>;
  close(): Promise<void>;
  /**
   * The latest thousand lines: method, path template, status, and what the gateway was asked; never a body, a query or an
   * identifier.
   */
  readonly log: readonly string[];
}

const LOG_LINES = 1000;
const TIDY_INTERVAL = 60_000;
/** Printable ASCII; GMO gives no length, and a token is well below this. */
const TOKEN = /^[\x21-\x7e]{1,2048}$/;

export async function createStorefront(options: StorefrontOptions): Promise<Storefront> {
  const { shopOrigin, gatewayOrigin, fieldsUrl, now = () => new Date(), deadline = 20_000, quietPeriod = 30_000 } = options;
  const { isStrict = false, isIsolated = false } = options;
  const secure = shopOrigin.startsWith('https:');
  // `__Host-` only exists for secure cookies: a demo on http goes without.
  const cookie = secure ? '__Host-shop' : 'shop';
  const log: string[] = [];
  const report = (line: string) => {
    log.push(line);
    if (log.length > LOG_LINES) log.shift();
    options.print?.(line);
  };

  const database = await openDatabase(options);
  const sessions = new Sessions(database, now);
  const orders = new Orders(database, now);
  const gateway = new GatewayClient({ ...options, deadline, report });
  const payments = new Payments({
    database,
    gateway,
    now,
    report,
    quietPeriod: Math.max(quietPeriod, deadline),
    patience: deadline + 2_000,
    tenantName: 'Nanakusa',
    returnUrl: (returnId) => `${shopOrigin}/checkout/return/${returnId}`,
  });

  const app = new Hono();

  app.use(async (c, next) => {
    const started = performance.now();
    await next();
    report(`${c.req.method} ${routePath(c, -1)} ${String(c.res.status)} ${String(Math.round(performance.now() - started))} ms`);
  });

  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(securityHeaders(secure, isIsolated))) c.header(name, value);
    if (!c.res.headers.has('Content-Security-Policy')) {
      c.header('Content-Security-Policy', contentSecurityPolicy({ formTargets: [] }));
    }
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
  });

  app.use(bodyLimit({ maxSize: 64 * 1024, onError: (c) => c.text('Payload Too Large', 413) }));

  // A Lax cookie already keeps other sites' forms without a session; sites beside this one under the same domain are kept
  // out here.
  app.use(async (c, next) => {
    const fromGateway = c.req.path.startsWith('/checkout/return/');
    if (c.req.method === 'POST' && !fromGateway && !isOwnRequest(c)) return say(c, await visit(c), 'refused', 403);
    return next();
  });

  const isOwnRequest = (c: Context) => {
    const site = c.req.header('sec-fetch-site');
    const origin = c.req.header('origin');
    return site ? site === 'same-origin' || site === 'none' : origin === undefined || origin === shopOrigin;
  };

  const startSession = async (c: Context): Promise<Session> => {
    const { session, secret } = await sessions.start();
    setCookie(c, cookie, secret, { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: SESSION_SECONDS, secure });
    return session;
  };

  type Guest = Visit & { readonly session: Session | undefined };

  const visit = async (c: Context, path = c.req.path): Promise<Guest> => {
    let session = await sessions.find(getCookie(c, cookie));
    const wanted = c.req.query('lang');
    if (isLanguage(wanted) && wanted !== session?.language) {
      session ??= await startSession(c);
      await sessions.setLanguage(session, wanted);
      session = { ...session, language: wanted };
    }
    const language = session?.language ?? 'ja';
    const cartCount = Object.values(session?.cart ?? {}).reduce((sum, quantity) => sum + quantity, 0);
    return { session, language, words: words[language], cartCount, path };
  };

  const say = (c: Context, guest: Visit, kind: 'refused' | 'missing' | 'broken', status: 403 | 404 | 500) => {
    // A page made for a form or a wrong address has no address that could be read again in the other language.
    return page(c, messagePage({ ...guest, path: '/' }, kind), status);
  };

  const page = async (c: Context, markup: Markup, status: Status = 200) => c.html(await markup, status);

  const form = async (c: Context): Promise<Record<string, string>> => {
    const entries = Object.entries(await c.req.parseBody());
    return Object.fromEntries(entries.flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])));
  };

  const showCheckout = async (
    c: Context,
    guest: Guest & { session: Session },
    { notice, errors = {} }: { notice?: Notice; errors?: DetailErrors } = {},
  ) => {
    const { session } = guest;
    const cart = priceCart(session.cart);
    if (!cart.lines.length) return c.redirect('/cart', 303);
    const nonce = randomBytes(16).toString('base64');
    const checkout = { nonce, fieldsOrigin: new URL(fieldsUrl).origin };
    c.header('Content-Security-Policy', contentSecurityPolicy({ checkout, formTargets: [gatewayOrigin], isStrict }));
    return page(
      c,
      checkoutPage(
        { ...guest, path: '/checkout' },
        {
          cart,
          checkoutKey: await sessions.checkoutKey(session),
          details: session.details,
          errors,
          notice,
          card: {
            shopId: options.shopId,
            environment: options.environment,
            script: { src: `${fieldsUrl}/shoji-card.js`, nonce, integrity: options.scriptIntegrity },
          },
        },
      ),
      statusOf(notice),
    );
  };

  for (const name of ['shop.css', ...readdirSync(new URL('pictures/', import.meta.url)).map((file) => `pictures/${file}`)]) {
    const content = readFileSync(new URL(name, import.meta.url), 'utf8');
    app.get(`/${name}`, (c) => {
      c.header('Content-Type', name.endsWith('.css') ? 'text/css; charset=utf-8' : 'image/svg+xml');
      c.header('Cache-Control', 'public, max-age=300');
      return c.body(content);
    });
  }

  app.get('/', async (c) => page(c, cataloguePage(await visit(c))));

  app.get('/legal', async (c) => page(c, legalPage(await visit(c))));

  app.get('/cart', async (c) => {
    const guest = await visit(c);
    return page(c, cartPage(guest, priceCart(guest.session?.cart ?? {})));
  });

  app.post('/cart/add', async (c) => {
    const { product = '', quantity } = await form(c);
    const guest = await visit(c);
    if (!findProduct(product)) return say(c, guest, 'missing', 404);
    const session = guest.session ?? (await startSession(c));
    await sessions.changeCart(session, (cart) => ({
      ...cart,
      [product]: Math.min((cart[product] ?? 0) + Math.max(readQuantity(quantity, 1), 1), MOST_OF_ONE),
    }));
    return c.redirect('/cart', 303);
  });

  app.post('/cart/change', async (c) => {
    const fields = await form(c);
    const { session } = await visit(c);
    if (session) {
      await sessions.changeCart(session, (cart) =>
        Object.fromEntries(
          Object.entries(cart).map(([slug, quantity]) => [
            slug,
            fields.remove === slug ? 0 : readQuantity(fields[`quantity-${slug}`], quantity),
          ]),
        ),
      );
    }
    return c.redirect('/cart', 303);
  });

  app.get('/checkout', async (c) => {
    const guest = await visit(c);
    const { session } = guest;
    if (!session) return c.redirect('/cart', 303);
    // Paying is only offered when it is certain that no earlier attempt of this shopper's, for whatever cart, will be charged.
    for (const order of await orders.inDoubt(session)) {
      const { outcome } = await payments.look(order.id);
      if (outcome.status === 'unknown' || outcome.status === 'paid') return c.redirect(`/orders/${order.public_id}`, 303);
    }
    return showCheckout(c, { ...guest, session });
  });

  app.post('/checkout/pay', async (c) => {
    const fields = await form(c);
    const guest = await visit(c);
    const { session } = guest;
    if (!session) return c.redirect('/cart', 303);
    const { checkout = '', token = '' } = fields;
    const { details, errors } = readDetails(fields);
    await sessions.setDetails(session, details);

    const known = await orders.findByKey(session, checkout);
    if (known?.paid_at) return c.redirect(`/orders/${known.public_id}`, 303);
    const attempted = { ...guest, session: { ...session, details } };
    if (Object.keys(errors).length) return showCheckout(c, attempted, { notice: 'check-form', errors });
    if (!TOKEN.test(token)) return showCheckout(c, attempted, { notice: 'card-missing' });
    const { order, inDoubt } = await orders.place(session, checkout, details);
    if (inDoubt) return c.redirect(`/orders/${inDoubt.public_id}`, 303);
    if (!order) {
      // Paid in the meantime by the same click, or a page from before the cart was changed.
      const paid = await orders.findByKey(session, checkout);
      if (paid?.paid_at) return c.redirect(`/orders/${paid.public_id}`, 303);
      return showCheckout(c, attempted, { notice: 'cart-changed' });
    }
    const outcome = await payments.pay({ id: order.id, amount: order.amount, email: details.email }, token);
    return answer(c, attempted, order, outcome);
  });

  app.post('/checkout/return/:returnId', async (c) => {
    const { AccessID: accessId = '' } = await form(c);
    const accepted = await payments.acceptReturn(c.req.param('returnId'), accessId);
    if (accepted === 'accepted') return c.redirect(c.req.path, 303);
    const guest = await visit(c);
    return accepted === 'missing' ? say(c, guest, 'missing', 404) : say(c, guest, 'refused', 403);
  });

  app.get('/checkout/return/:returnId', async (c) => {
    const guest = await visit(c);
    const found = guest.session && (await orders.findByReturnId(guest.session, c.req.param('returnId')));
    if (!guest.session || !found) return say(c, guest, 'missing', 404);
    if (found.order.paid_at) return c.redirect(`/orders/${found.order.public_id}`, 303);
    const outcome = await payments.settle(found.attemptId);
    return answer(c, { ...guest, session: guest.session }, found.order, outcome);
  });

  /** After a payment step: on to the issuer, to the order, or back to the checkout page with a reason. */
  const answer = async (c: Context, guest: Guest & { session: Session }, order: Order, outcome: Outcome) => {
    if (outcome.status === 'redirect') {
      if (!isStrict) return c.redirect(outcome.url, 303);
      c.header('Refresh', `0; url=${outcome.url}`);
      return page(c, leavingPage({ ...guest, path: '/checkout' }, outcome.url));
    }
    if (outcome.status === 'paid' || outcome.status === 'unknown') return c.redirect(`/orders/${order.public_id}`, 303);
    if (outcome.status !== 'waiting' && guest.session.checkout_key === order.checkout_key) {
      return showCheckout(c, guest, { notice: outcome.status === 'failed' ? outcome.failure : 'released' });
    }
    return page(c, orderPage({ ...guest, path: `/orders/${order.public_id}` }, order, await orders.lines(order), outcome));
  };

  app.get('/orders', async (c) => {
    const guest = await visit(c);
    return page(c, ordersPage(guest, guest.session ? await orders.ofSession(guest.session) : []));
  });

  app.get('/orders/:publicId', async (c) => {
    const guest = await visit(c);
    const order = guest.session && (await orders.findByPublicId(guest.session, c.req.param('publicId')));
    if (!order) return say(c, guest, 'missing', 404);
    const { outcome, attempt } = await payments.look(order.id);
    // The shopper was back already, but SecureTran2 never arrived: the return page does it.
    if (outcome.status === 'waiting' && attempt?.returned_at) return c.redirect(`/checkout/return/${attempt.return_id}`, 303);
    // Asked just now: the cart in the page's head is empty by then.
    const current = outcome.status === 'paid' ? await visit(c) : guest;
    return page(c, orderPage(current, order, await orders.lines(order), outcome));
  });

  app.notFound(async (c) => say(c, await visit(c), 'missing', 404));

  app.onError((error, c) => {
    const { code } = error as { code?: unknown };
    // The text of an error may hold values: its kind is enough here.
    report(`error ${error.name}${typeof code === 'string' ? ` ${code}` : ''}`);
    return page(c, messagePage({ language: 'ja', words: words.ja, cartCount: 0, path: '/' }, 'broken'), 500);
  });

  let tidying: Promise<void> = Promise.resolve();
  const recover = (restarted: boolean) => {
    tidying = tidying
      .then(() => payments.recover({ restarted }))
      .catch((error: unknown) => {
        report(`error ${error instanceof Error ? error.name : 'unknown'} while tidying up`);
      });
    return tidying;
  };
  const timer = setInterval(() => void recover(false), TIDY_INTERVAL);
  timer.unref();

  return {
    app,
    log,
    recover: () => recover(true),
    async close() {
      clearInterval(timer);
      await tidying;
      await database.close();
    },
  };
}

type Status = 200 | 402 | 403 | 404 | 409 | 422 | 500 | 503;

function statusOf(notice: Notice | undefined): Status {
  switch (notice) {
    case undefined:
      return 200;
    case 'check-form':
    case 'card-missing':
      return 422;
    case 'cart-changed':
    case 'released':
      return 409;
    case 'unreachable':
      return 503;
    default:
      return 402;
  }
}
