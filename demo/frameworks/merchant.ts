/**
 * A merchant's server for whichever app shows the card: the way from a token to a charge, on the origin where the app's pages are.
 * `npx tsx demo/frameworks/merchant.ts react` serves an app that is prepared (`prepare.mjs`), for eyes.
 */
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Context, Hono } from 'hono';
import { createFields } from '../fields.ts';
import { listen } from '../listen.ts';
import { createSandbox, type Sandbox } from '../sandbox-gateway/sandbox.ts';
import { SANDBOX_SHOP } from '../serve.ts';
import type { Access } from '../storefront/gateway.ts';
import { ProtocolClient } from '../storefront/protocol-client.ts';
import { type App, startApp } from './app.ts';

/** What the apps' sources call the fields origin. */
const PLACEHOLDER = 'https://fields.example';
const TEXT = /^(text\/(?!event-stream)|application\/(javascript|json)|image\/svg)/;
const AMOUNT = 1980;

export interface Merchant {
  /** Of the shop, as all below for browsers. */
  readonly origin: string;
  readonly fieldsOrigin: string;
  readonly acsOrigin: string;
  readonly sandbox: Sandbox;
  /** Every body of POST /pay, as it came. */
  readonly received: readonly string[];
  /** What the gateway was asked, and what became of it. */
  readonly log: readonly string[];
  /** Changes every text of the app on its way to the browser. */
  rewrite: (text: string) => string;
  close(): Promise<void>;
}

export async function openMerchant(app: App, ports = { shop: 0, fields: 0, gateway: 0, acs: 0 }): Promise<Merchant> {
  const shop = await listen('shop', ports.shop);
  const fields = await listen('fields', ports.fields);
  const gateway = await listen('gateway', ports.gateway);
  const acs = await listen('acs', ports.acs);
  const sandbox = createSandbox({ ...SANDBOX_SHOP, gatewayOrigin: gateway.origin, acsOrigin: acs.origin });
  gateway.serve(sandbox.gateway.fetch);
  acs.serve(sandbox.acs.fetch);
  fields.serve(createFields(gateway.origin).app.fetch);

  const received: string[] = [];
  const log: string[] = [];
  const report = (line: string) => log.push(line);
  const client = new ProtocolClient({ gatewayUrl: gateway.loopback, ...SANDBOX_SHOP, deadline: 20_000, report, tenantName: 'Nanakusa' });
  const accesses = new Map<string, Access>();

  /** The address to go to: the card issuer's, `/thanks`, or `/declined`. */
  const pay = async (token: string, email: string): Promise<string> => {
    const orderId = randomBytes(12).toString('hex');
    const charge = { orderId, amount: AMOUNT };
    const entry = await client.enter(charge);
    if (entry.kind !== 'answered') return '/declined';
    accesses.set(orderId, entry.access);
    const returnUrl = `${shop.origin}/return/${orderId}`;
    const threeDs = { returnUrl, callbackType: '1', risk: { Tds2Email: email } } as const;
    const plan = { method: '1', payTimes: null } as const;
    const reply = await client.execute({ ...charge, access: entry.access, source: { token }, plan, payerName: '', threeDs });
    if (reply.kind !== 'answered') return '/declined';
    return reply.redirectUrl ?? '/thanks';
  };

  const goTo = (c: Context, address: string) => {
    if (c.req.header('HX-Request')) return c.body(null, 200, { 'HX-Redirect': address });
    if (c.req.header('Accept')?.includes('application/json')) return c.json({ next: address });
    return c.redirect(address, 303);
  };

  const routes = new Hono();
  routes.post('/pay', async (c) => {
    const body = await c.req.text();
    received.push(body);
    const type = c.req.header('Content-Type') ?? '';
    const form = await new Response(body, { headers: { 'content-type': type } }).formData();
    const [token, email] = [form.get('token'), form.get('email')];
    return goTo(c, typeof token === 'string' && typeof email === 'string' ? await pay(token, email) : '/declined');
  });
  routes.post('/return/:order', async (c) => {
    const orderId = c.req.param('order');
    const access = accesses.get(orderId);
    const reply = access && (await client.settle({ orderId, access }));
    return c.redirect(reply?.kind === 'answered' ? '/thanks' : '/declined', 303);
  });
  const pageOf = (title: string, more = '') => `<!doctype html><title>${title}</title><link rel="icon" href="data:,"><h1>${title}</h1>${more}`;
  routes.get('/thanks', (c) => c.html(pageOf('Thank you')));
  routes.get('/declined', (c) => c.html(pageOf('Not paid', '<p><a href="/">Back</a>')));
  routes.all('*', async ({ req }) => {
    const answer = await app.answer(req.raw);
    if (!TEXT.test(answer.headers.get('content-type') ?? '') || !answer.body) return answer;
    const headers = new Headers(answer.headers);
    headers.delete('content-length');
    return new Response(merchant.rewrite((await answer.text()).replaceAll(PLACEHOLDER, fields.origin)), { status: answer.status, headers });
  });
  shop.serve(routes.fetch);
  const { port } = app;
  if (port !== undefined) shop.passUpgrades(() => connect(port, '127.0.0.1')); // by which hot reload is told

  const merchant: Merchant = {
    origin: shop.origin,
    fieldsOrigin: fields.origin,
    acsOrigin: acs.origin,
    sandbox,
    received,
    log,
    rewrite: (text) => text,
    async close() {
      await Promise.all([app, shop, fields, gateway, acs].map((server) => server.close()));
    },
  };
  return merchant;
}

async function start(name: string): Promise<void> {
  const merchant = await openMerchant(await startApp(name), { shop: 3010, fields: 3011, gateway: 3012, acs: 3013 });
  console.log(merchant.origin);
  const stop = () => {
    void merchant.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await start(process.argv[2] ?? 'react');
