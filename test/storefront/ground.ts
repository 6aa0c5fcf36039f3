/** The demo as a test needs it: every server on free ports, and the shop as a process of its own, so that it can be killed. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { proxy } from 'hono/proxy';
import { createFields, type Fields } from '../../demo/fields.ts';
import { listen } from '../../demo/listen.ts';
import { SANDBOX_SHOP, serveDemo, type Demo } from '../../demo/serve.ts';
import { openDatabase } from '../../demo/storefront/database.ts';
import type { Connection } from '../../demo/storefront/gateway.ts';

const MAIN = fileURLToPath(new URL('../../demo/storefront/main.ts', import.meta.url));

export interface GroundOptions {
  /** Where the card fields come from: an origin of their own, or the shop's, in an opaque document. */
  readonly hosting?: 'own-origin' | 'shop-origin';
  readonly isStrict?: boolean;
  readonly isIsolated?: boolean;
  /** The checkout page sends its form by script, and the element shows the challenge in a dialog. */
  readonly challenge?: 'dialog';
  /** How the browser comes back from the 3DS server; by a POST with the AccessID when left out. */
  readonly callbackType?: '2' | '3';
  /** Which token script the pages use; v1 when left out. */
  readonly gateway?: 'gmo-v2';
  /** Whose fields they show, with that; ours when left out. */
  readonly fieldsBy?: 'gateway';
  /** The shop's connection type; the protocol type when left out. */
  readonly connection?: Connection;
  /** The element's roots are open, so that what is in them can be measured. */
  readonly isOpen?: boolean;
}

export class Ground {
  readonly demo: Demo;
  readonly fields: Pick<Fields, 'setHostedDown' | 'setWrapperDown'>;
  readonly shopOrigin: string;
  /** The card is typed on the gateway's page. */
  readonly isLinkOnly: boolean;
  /** Everything that the shop's process printed. */
  readonly log: string[] = [];
  readonly #data: string;
  readonly #environment: Readonly<Record<string, string>>;
  readonly #fieldsUrl: string;
  readonly #port: number;
  #shop: ChildProcess | undefined;

  private constructor(demo: Demo, data: string, { isStrict, isIsolated, challenge, callbackType, gateway, fieldsBy, connection }: GroundOptions, shopFields?: { fields: Fields; port: number }) {
    this.demo = demo;
    this.shopOrigin = demo.shop.origin;
    this.isLinkOnly = connection === 'linkplus';
    this.#data = data;
    this.#environment = { ...(isStrict && { SHOP_POLICY: 'strict' }), ...(isIsolated && { SHOP_ISOLATED: 'yes' }),
      ...(challenge && { SHOP_CHALLENGE: challenge }),
      ...(callbackType && { SHOP_CALLBACK_TYPE: callbackType }),
      ...(gateway && { SHOP_GATEWAY: gateway, GMO_API_KEY: SANDBOX_SHOP.apiKey, GMO_PUBLIC_KEY: demo.sandbox.publicKey }),
      ...(fieldsBy && { SHOP_FIELDS_BY: fieldsBy }),
      ...(connection && { SHOP_CONNECTION: connection }),
    };
    this.fields = shopFields?.fields ?? demo.fields;
    this.#fieldsUrl = shopFields ? `${demo.shop.origin}/card` : demo.fields.origin;
    this.#port = shopFields?.port ?? demo.shop.port;
  }

  static async open(options: GroundOptions = {}): Promise<Ground> {
    const data = mkdtempSync(join(tmpdir(), 'shoji-storefront-'));
    const demo = await serveDemo({ dataDirectory: join(data, 'unused'), withShop: false });
    let shopFields: { fields: Fields; port: number } | undefined;
    if (options.hosting === 'shop-origin') {
      const fields = createFields(demo.gateway.origin, { isOpaque: true });
      const { port, close } = await listen('shop');
      await close(); // its port goes to the process
      demo.shop.serve(inFrontOf(`http://127.0.0.1:${String(port)}`, fields));
      shopFields = { fields, port };
    } else await demo.shop.close();
    if (options.isOpen) {
      const { app } = demo.fields;
      demo.fields.serve((request) => (new URL(request.url).pathname === '/shoji-card.js' ? withOpenRoots(app, request) : app.fetch(request)));
    }
    const ground = new Ground(demo, data, options, shopFields);
    await ground.startShop();
    return ground;
  }

  async startShop(): Promise<void> {
    const { shop, gateway, storefrontOptions } = this.demo;
    const { shopId, shopPass, siteId, sitePass } = storefrontOptions;
    const child = spawn(process.execPath, ['--import', 'tsx', MAIN], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        SHOP_PORT: String(this.#port),
        SHOP_ORIGIN: shop.origin,
        FIELDS_URL: this.#fieldsUrl,
        ...this.#environment,
        GATEWAY_ORIGIN: gateway.origin,
        GMO_BASE_URL: gateway.loopback,
        GMO_OPENAPI_URL: gateway.loopback,
        GMO_SHOP_ID: shopId,
        GMO_SHOP_PASS: shopPass,
        GMO_SITE_ID: siteId,
        GMO_SITE_PASS: sitePass,
        GMO_ENVIRONMENT: 'test',
        SHOP_DATA: join(this.#data, 'shop'),
      },
    });
    this.#shop = child;
    const errors = createInterface({ input: child.stderr });
    errors.on('line', (line) => this.log.push(line));
    const lines = createInterface({ input: child.stdout });
    await new Promise<void>((resolve, reject) => {
      lines.on('line', (line) => {
        this.log.push(line);
        if (line === `shop ${shop.origin}`) resolve();
      });
      child.once('exit', (code) => {
        reject(new Error(`the shop ended with ${String(code)}: ${this.log.slice(-5).join('\n')}`));
      });
    });
  }

  /** As a power cut does. */
  async killShop(): Promise<void> {
    const shop = this.#shop;
    assert.ok(shop);
    shop.removeAllListeners('exit');
    const ended = once(shop, 'exit');
    shop.kill('SIGKILL');
    await ended;
    this.#shop = undefined;
  }

  /** Every file of the order database, as bytes: what was deleted may still stand there. */
  databaseBytes(): string {
    const folder = join(this.#data, 'shop');
    return readdirSync(folder, { recursive: true })
      .map((file) => join(folder, String(file)))
      .filter((file) => statSync(file).isFile())
      .map((file) => readFileSync(file, 'latin1'))
      .join('\n');
  }

  /** Every row of every table. Ends the shop. */
  async databaseRows(): Promise<string> {
    if (this.#shop) await this.killShop();
    const database = await openDatabase({ dataDirectory: join(this.#data, 'shop') });
    const tables = await database.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public'`,
    );
    const rows: unknown[] = [];
    for (const { name } of tables) rows.push(...(await database.query(`select * from "${name}"`)));
    await database.close();
    return rows.map((row) => JSON.stringify(row)).join('\n');
  }

  /** What the gateway holds, oldest first. */
  get transactions() {
    return [...this.demo.sandbox.store.transactions.values()];
  }

  get charged() {
    return this.transactions.filter(({ status }) => status === 'CAPTURE' || status === 'AUTH' || status === 'SALES');
  }

  async close(): Promise<void> {
    if (this.#shop) await this.killShop();
    await this.demo.close();
    rmSync(this.#data, { recursive: true, force: true });
  }
}

/** Before it takes the platform as it is, the script is given one without closed roots. */
async function withOpenRoots({ fetch: ask }: Fields['app'], request: Request): Promise<Response> {
  const answer = await ask(request);
  const opening = `Element.prototype.attachShadow = ((attach) => function (init) { return attach.call(this, { ...init, mode: 'open' }); })(Element.prototype.attachShadow);`;
  return new Response(`${opening}${await answer.text()}`, { headers: answer.headers });
}

/** What a merchant's web server is: it has dist/ in a folder, and passes the rest on to the shop. */
function inFrontOf(shop: string, { app: fields }: Fields) {
  const front = new Hono();
  front.all('*', async ({ req, text }) => {
    const { pathname, search } = new URL(req.url);
    if (pathname.startsWith('/card/')) return fields.fetch(new Request(new URL(pathname.slice('/card'.length), req.url)));
    return proxy(`${shop}${pathname}${search}`, { raw: req.raw, redirect: 'manual' }).catch(() => text('Bad Gateway', 502));
  });
  return front.fetch;
}
