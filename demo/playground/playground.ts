/**
 * The playground: one page for every attribute, state, locale, theme, width and fault of the element, on an origin of its own. Its
 * server writes the page, passes faults on to the sandbox gateway, and is the merchant's server when a challenge is tried.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Hono, type Context } from 'hono';
import ts from 'typescript';
import type { GatewayOptions } from '../storefront/gateway.ts';
import { ProtocolClient } from '../storefront/protocol-client.ts';
import { readManifest } from './manifest.ts';
import { MODULES, playgroundPage, returnPage } from './page.ts';
import { readThemes } from './themes.ts';
import type { Language } from './wording.ts';

export interface PlaygroundOptions {
  readonly origin: string;
  readonly shopOrigin: string;
  /** Where dist/ is served. */
  readonly fieldsOrigin: string;
  /** Subresource integrity of shoji-card.js. */
  readonly scriptIntegrity: string;
  /** For the challenge: who is asked, server to server. */
  readonly merchant: Omit<GatewayOptions, 'deadline' | 'report'>;
  /** The shop's keys, for version 2 of the token script. */
  readonly keys: { readonly apiKey: string; readonly publicKey: string };
  /** The sandbox's own pages, for the faults. Null when the gateway is another. */
  readonly sandbox: { readonly app: Pick<Hono, 'request'>; readonly origin: string } | null;
}

/** A frame that is given this address waits for ever: the same server, under a name that is another origin. */
const HELD_BACK = 'held-back.localhost';
const DEADLINE = 20_000;

/** What the browser gets as it lies here, or as the compiler leaves it when the types are taken out. */
const STYLE = new URL('./playground.css', import.meta.url);
const MARK = new URL('./mark.svg', import.meta.url);
const SCRIPTS = new Map(
  ['/browser/main.js', ...MODULES].map((path) => [path, new URL(`.${path.replace(/js$/, 'ts')}`, import.meta.url)]),
);

export function createPlayground(options: PlaygroundOptions): Hono {
  const { origin, shopOrigin, fieldsOrigin, scriptIntegrity, keys, sandbox } = options;
  const heldBackOrigin = `http://${HELD_BACK}:${new URL(origin).port}`;
  const gateway = new ProtocolClient({ ...options.merchant, deadline: DEADLINE, report: () => undefined, tenantName: 'Playground' });
  const app = new Hono();

  app.use(async (c, next) => {
    if (new URL(c.req.url).hostname === HELD_BACK) return new Promise<never>(() => undefined);
    // a page of another origin must not press our buttons; the way back from a challenge is from another by nature, and changes nothing
    const site = c.req.header('sec-fetch-site') ?? 'none';
    if (c.req.method !== 'GET' && c.req.path !== '/returned' && !['none', 'same-origin'].includes(site)) return c.text('Forbidden', 403);
    await next();
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'same-origin');
    c.header('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
    c.header('Cache-Control', 'no-store');
    if (!c.res.headers.has('Content-Security-Policy')) c.header('Content-Security-Policy', policy(null, "'none'"));
  });

  const policy = (nonce: string | null, ancestors: string): string =>
    [
      "default-src 'none'",
      `script-src ${nonce === null ? "'none'" : `'nonce-${nonce}' 'strict-dynamic'`}`,
      "style-src 'self'",
      "img-src 'self' data:",
      "connect-src 'self'",
      `frame-src ${fieldsOrigin} ${heldBackOrigin}`,
      "form-action 'self'",
      "base-uri 'none'",
      `frame-ancestors ${ancestors}`,
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ].join('; ');

  app.get('/', async (c) => {
    const nonce = randomBytes(16).toString('base64');
    const language = languageOf(c);
    const page = await playgroundPage({
      language,
      nonce,
      addresses: {
        script: `${fieldsOrigin}/shoji-card.js`,
        integrity: scriptIntegrity,
        language,
        hosted: { 'held-back': `${heldBackOrigin}/`, unreachable: `${fieldsOrigin}/hosted/nowhere.html` },
        keys: { 'api-key': keys.apiKey, 'public-key': keys.publicKey },
      },
      themes: await readThemes(),
      manifest: await readManifest(),
      shopOrigin,
      gatewayOrigin: sandbox?.origin ?? null,
    });
    c.header('Content-Security-Policy', policy(nonce, "'none'"));
    return c.html(page);
  });

  const file = async (c: Context, address: URL, type: string) => c.body(await readFile(address, 'utf8'), 200, { 'Content-Type': type });
  app.get('/playground.css', (c) => file(c, STYLE, 'text/css; charset=utf-8'));
  app.get('/mark.svg', (c) => file(c, MARK, 'image/svg+xml'));
  for (const [path, address] of SCRIPTS) {
    app.get(path, async (c) => c.body(await compile(address), 200, { 'Content-Type': 'text/javascript; charset=utf-8' }));
  }

  // {"tokenScript": "drop"}: sets exactly these faults, and takes all others back
  app.post('/faults', async (c) => {
    if (!sandbox) return c.json({ error: 'the gateway is not the sandbox' }, 404);
    const post = (values: unknown) =>
      sandbox.app.request('/sandbox/faults', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(values) });
    const wanted: unknown = await c.req.json().catch(() => null);
    await post({ reset: true });
    const answer = await post(wanted);
    return new Response(answer.body, { status: answer.status, headers: { 'content-type': 'application/json' } });
  });

  // what a merchant's server does with a token, up to the address that authenticate() is given
  app.post('/challenge', async (c) => {
    const { token } = await c.req.json<{ token?: unknown }>().catch(() => ({ token: undefined }));
    if (typeof token !== 'string') return c.json({ error: 'no token' }, 400);
    const charge = { orderId: `play-${randomUUID().slice(0, 20)}`, amount: 1000 };
    const entry = await gateway.enter(charge);
    if (entry.kind !== 'answered') return c.json({ error: `EntryTran: ${entry.kind}` }, 502);
    const threeDs = { returnUrl: `${origin}/returned`, callbackType: '3', risk: {} } as const;
    const plan = { method: '1', payTimes: null } as const;
    const exec = await gateway.execute({ ...charge, access: entry.access, source: { token }, plan, payerName: '', threeDs });
    if (exec.kind !== 'answered') return c.json({ error: `ExecTran: ${exec.kind}` }, 502);
    return c.json({ redirectUrl: exec.redirectUrl ?? null });
  });

  app.on(['GET', 'POST'], '/returned', (c) => {
    const nonce = randomBytes(16).toString('base64');
    c.header('Content-Security-Policy', policy(nonce, `'self' ${fieldsOrigin}`));
    return c.html(returnPage({ language: languageOf(c), nonce, script: `${fieldsOrigin}/return.js`, next: '/' }));
  });

  return app;
}

function languageOf(c: Context): Language {
  const asked = c.req.query('ui') ?? c.req.header('Accept-Language') ?? '';
  return /^en/i.test(asked) ? 'en' : 'ja';
}

/** Types out, imports of `.ts` become `.js`; nothing else is changed, so that what runs is what one reads. */
async function compile(address: URL): Promise<string> {
  const { outputText } = ts.transpileModule(await readFile(address, 'utf8'), {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
      rewriteRelativeImportExtensions: true,
    },
  });
  return outputText;
}
