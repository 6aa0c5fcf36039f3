/**
 * The demo shop: a merchant's server as a merchant would write it. Pages are made here; the browser runs one script, on
 * one page.
 */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { routePath } from 'hono/route';
import type { CallbackType, Presentation } from './attempts.ts';
import { accountRoutes } from './account-routes.ts';
import { boxRoutes } from './box-routes.ts';
import { Boxes } from './boxes.ts';
import { cartRoutes } from './cart-routes.ts';
import { checkoutRoutes } from './checkout-routes.ts';
import { openDatabase } from './database.ts';
import { connect } from './connect.ts';
import type { Connection } from './gateway.ts';
import { Members } from './members.ts';
import { orderRoutes } from './order-routes.ts';
import { Orders } from './orders.ts';
import { messagePage } from './pages/message-page.ts';
import type { PasswordCosts } from './passwords.ts';
import { Payments } from './payments.ts';
import { SavedCards } from './saved-cards.ts';
import { contentSecurityPolicy, securityHeaders } from './security-headers.ts';
import { Sessions } from './sessions.ts';
import { createShopContext } from './shop-context.ts';
import { words } from './wording.ts';

export interface StorefrontOptions {
  /** Where dist/ is served, without a slash at the end: an origin, or a folder of one. */
  fieldsUrl: string;
  /** How the shop is connected: `protocol` unless it is said otherwise. */
  connection?: Connection;
  /** Server to server. */
  gatewayUrl: string;
  /** Of the OpenAPI type, which has hosts of its own. */
  openApiUrl?: string;
  /** Browser origin of the pages that RedirectUrl names. */
  gatewayOrigin: string;
  /** The shop's own browser origin. */
  shopOrigin: string;
  shopId: string;
  shopPass: string;
  siteId: string;
  sitePass: string;
  environment: 'live' | 'test';
  /** Of scrypt, where other ones are wanted: tests have no time. */
  passwordCosts?: PasswordCosts;
  /** A PostgreSQL server; without it the database is a folder in `dataDirectory`. */
  databaseUrl?: string;
  dataDirectory: string;
  now?: () => Date;
  /** Which of GMO's token scripts the pages use; `gmo-v2` needs both keys. */
  gateway?: 'gmo' | 'gmo-v2';
  apiKey?: string;
  publicKey?: string;
  /** Whose fields they show. */
  fieldsBy?: 'shoji' | 'gateway';
  /** Where Link Type Plus has its pages, when that is not the gateway's origin. */
  linkOrigin?: string;
  /** Subresource integrity of /shoji-card.js, and of /shoji-members.js. */
  scriptIntegrity?: string;
  membersIntegrity?: string;
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
  /** How the browser comes back from the 3DS server. With '2', GMO's detailed flow, the shop itself decides on the outcome. */
  callbackType?: CallbackType;
  /** In the detailed flow, and with the OpenAPI type: an attempt (A) is enough to charge. True unless it is said otherwise. */
  acceptsAttempts?: boolean;
  /**
   * `dialog`: the element shows the challenge in a dialog over the checkout page, whose form may be sent by script then. Without
   * script it is a redirect all the same.
   */
  challenge?: Presentation;
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
export async function createStorefront(options: StorefrontOptions): Promise<Storefront> {
  const { shopOrigin, now = () => new Date(), deadline = 20_000, quietPeriod = 30_000, isIsolated = false } = options;
  const log: string[] = [];
  const report = (line: string) => {
    log.push(line);
    if (log.length > LOG_LINES) log.shift();
    options.print?.(line);
  };

  const database = await openDatabase(options);
  const { gateway, linkPlus } = connect({ ...options, deadline, report });
  const callbackType = options.callbackType ?? '1';
  const members = new Members(database, now, options.passwordCosts);
  const orders = new Orders(database, now);
  const returnUrl = (returnId: string) => `${shopOrigin}/account/cards/return/${returnId}`;
  const cards = new SavedCards({ database, gateway, members, now, report, returnUrl, callbackType });
  const payments = new Payments({
    database,
    gateway,
    linkPlus,
    now,
    report,
    quietPeriod: Math.max(quietPeriod, deadline),
    patience: deadline + 2_000,
    callbackType,
    acceptsAttempts: options.acceptsAttempts ?? true,
    returnUrl: (returnId) => `${shopOrigin}/checkout/return/${returnId}`,
    linkReturnUrl: (returnId) => `${shopOrigin}/checkout/link/return/${returnId}`,
    afterPayment: (attemptId) => cards.saveAfterPayment(attemptId),
  });
  const boxes = new Boxes({ database, orders, payments, now });
  const shop = createShopContext({
    options,
    database,
    payments,
    sessions: new Sessions(database, now),
    orders,
    members,
    cards,
    boxes,
    now,
  });

  const app = new Hono();

  app.use(async (c, next) => {
    const started = performance.now();
    await next();
    report(`${c.req.method} ${routePath(c, -1)} ${String(c.res.status)} ${String(Math.round(performance.now() - started))} ms`);
  });

  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(securityHeaders(shop.isSecure, isIsolated))) c.header(name, value);
    if (!c.res.headers.has('Content-Security-Policy')) {
      c.header('Content-Security-Policy', contentSecurityPolicy({ formTargets: [] }));
    }
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
  });

  app.use(bodyLimit({ maxSize: 64 * 1024, onError: (c) => c.text('Payload Too Large', 413) }));

  // A Lax cookie already keeps other sites' forms without a session; sites beside this one under the same domain are kept
  // out here.
  app.use(async (c, next) => {
    const fromGateway = /^\/(?:checkout|checkout\/link|account\/cards)\/return\//.test(c.req.path);
    if (c.req.method === 'POST' && !fromGateway && !isOwnRequest(c)) {
      return shop.say(c, await shop.visit(c), 'refused', 403);
    }
    return next();
  });

  const isOwnRequest = (c: Context) => {
    const site = c.req.header('sec-fetch-site');
    const origin = c.req.header('origin');
    return site ? site === 'same-origin' || site === 'none' : origin === undefined || origin === shopOrigin;
  };

  for (const routes of [cartRoutes(shop), checkoutRoutes(shop), orderRoutes(shop), accountRoutes(shop), boxRoutes(shop)]) app.route('/', routes);

  app.notFound(async (c) => shop.say(c, await shop.visit(c), 'missing', 404));

  app.onError((error, c) => {
    const { code } = error as { code?: unknown };
    // The text of an error may hold values: its kind is enough here.
    report(`error ${error.name}${typeof code === 'string' ? ` ${code}` : ''}`);
    return shop.page(c, messagePage({ language: 'ja', words: words.ja, cartCount: 0, isMember: false, path: '/' }, 'broken'), 500);
  });

  let tidying: Promise<void> = Promise.resolve();
  const recover = (restarted: boolean) => {
    tidying = tidying
      .then(async () => {
        await payments.recover({ restarted });
        await cards.tidy();
        await members.forgetFailures();
        await boxes.renewDue((id) => members.find(id));
      })
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
