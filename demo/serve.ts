/**
 * The whole demo on one machine: shop, fields, gateway, the issuer's ACS and the playground, each on an origin of its own. Prints their
 * addresses, one a line, the shop first.
 *
 * `--gateway=gmo|gmo-v2` (or `SHOP_GATEWAY`) is which of GMO's token scripts the shop's pages use, `--fields-by=shoji|gateway` (or
 * `SHOP_FIELDS_BY`) whose fields they show. `--connection=protocol|openapi|linkplus` (or `SHOP_CONNECTION`) is the connection type of its
 * server.
 *
 * `GMO_BASE_URL` (with `GMO_SHOP_ID`, `GMO_SHOP_PASS`, `GMO_SITE_ID`, `GMO_SITE_PASS`) points the shop at another gateway, such as
 * GMO's test environment; token v2 there needs `GMO_API_KEY` and `GMO_PUBLIC_KEY`, the OpenAPI type `GMO_OPENAPI_URL`;
 * `GMO_REDIRECT_ORIGIN` is the origin of its RedirectUrl and `GMO_LINK_ORIGIN` that of Link Type Plus, where those are
 * not the API's. `DATABASE_URL`
 * points it at a PostgreSQL server. `SHOP_CALLBACK_TYPE=2` is the detailed flow of 3-D Secure, `SHOP_CHALLENGE=dialog` shows the
 * challenge over the checkout page.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createFields, GATEWAY_HOSTS, type Fields } from './fields.ts';
import { listen, type Listening } from './listen.ts';
import { createPlayground } from './playground/playground.ts';
import { SANDBOX_SHOP } from './sandbox-gateway/sandbox-shop.ts';
import { createSandbox, type Sandbox } from './sandbox-gateway/sandbox.ts';
import { readCardOptions } from './storefront/card-options.ts';
import { readChallengeOptions } from './storefront/challenge-options.ts';
import { readConnection } from './storefront/connect.ts';
import { createStorefront, type Storefront, type StorefrontOptions } from './storefront/storefront.ts';

export { SANDBOX_SHOP };

export const PORTS = { shop: 3000, fields: 3001, gateway: 3002, acs: 3003, playground: 3004 };

export interface Demo {
  readonly shop: Listening;
  readonly fields: Listening & Fields;
  readonly gateway: Listening;
  readonly acs: Listening;
  readonly playground: Listening;
  readonly sandbox: Sandbox;
  readonly storefront: Storefront | undefined;
  /** What a shop on these addresses is started with. */
  readonly storefrontOptions: StorefrontOptions;
  close(): Promise<void>;
}

export interface DemoOptions {
  readonly ports?: typeof PORTS;
  readonly dataDirectory: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** False leaves the shop's port to a process of its own, which a test can kill. */
  readonly withShop?: boolean;
}

export async function serveDemo(options: DemoOptions): Promise<Demo> {
  const { ports = { shop: 0, fields: 0, gateway: 0, acs: 0, playground: 0 }, environment: variables = {}, withShop = true } = options;
  // before anything listens: a wrong word leaves nothing open
  const other = readGateway(variables);
  const chosen = { ...readCardOptions(variables), ...readChallengeOptions(variables), connection: readConnection(variables) };
  const scriptIntegrity = await integrityOf(new URL('../dist/shoji-card.js', import.meta.url));
  const membersIntegrity = await integrityOf(new URL('../dist/shoji-members.js', import.meta.url));
  const shop = await listen('shop', ports.shop);
  const fields = await listen('fields', ports.fields);
  const gateway = await listen('gateway', ports.gateway);
  const acs = await listen('acs', ports.acs);
  const playground = await listen('playground', ports.playground);

  const sandbox = createSandbox({ ...SANDBOX_SHOP, gatewayOrigin: gateway.origin, acsOrigin: acs.origin });
  gateway.serve(sandbox.gateway.fetch);
  acs.serve(sandbox.acs.fetch);
  const fieldsFiles = createFields(other ? null : gateway.origin, { hosts: GATEWAY_HOSTS }); // `live`, too, stays on this machine
  fields.serve(fieldsFiles.app.fetch);

  const storefrontOptions: StorefrontOptions = {
    fieldsUrl: fields.origin,
    shopOrigin: shop.origin,
    scriptIntegrity,
    membersIntegrity,
    ...chosen,
    ...(other ?? {
      gatewayUrl: gateway.loopback,
      openApiUrl: gateway.loopback,
      gatewayOrigin: gateway.origin,
      ...SANDBOX_SHOP,
      publicKey: sandbox.publicKey,
    }),
    environment: 'test',
    dataDirectory: options.dataDirectory,
    ...(variables['DATABASE_URL'] ? { databaseUrl: variables['DATABASE_URL'] } : {}),
  };
  const storefront = withShop ? await createStorefront(storefrontOptions) : undefined;
  if (storefront) {
    await storefront.recover();
    shop.serve(storefront.app.fetch);
  }
  const { gatewayUrl, shopId, shopPass, siteId, sitePass, apiKey = '', publicKey = '' } = storefrontOptions;
  playground.serve(
    createPlayground({
      origin: playground.origin,
      shopOrigin: shop.origin,
      fieldsOrigin: fields.origin,
      scriptIntegrity,
      merchant: { gatewayUrl, shopId, shopPass, siteId, sitePass },
      keys: { apiKey, publicKey },
      sandbox: other ? null : { app: sandbox.gateway, origin: gateway.origin },
    }).fetch,
  );
  return {
    shop,
    fields: Object.assign(fields, fieldsFiles),
    gateway,
    acs,
    playground,
    sandbox,
    storefront,
    storefrontOptions,
    async close() {
      await Promise.all([shop, fields, gateway, acs, playground].map((server) => server.close()));
      await storefront?.close();
    },
  };
}

type Gateway = Pick<StorefrontOptions, 'gatewayUrl' | 'gatewayOrigin' | 'shopId' | 'shopPass' | 'siteId' | 'sitePass' | 'linkOrigin' | 'openApiUrl'>;

/** Undefined: the sandbox. Its passwords are never sent to another gateway, nor another gateway's to the sandbox. */
function readGateway(variables: NonNullable<DemoOptions['environment']>): Gateway | undefined {
  const gatewayUrl = variables['GMO_BASE_URL'];
  if (!gatewayUrl) return undefined;
  const needed = { shopId: 'GMO_SHOP_ID', shopPass: 'GMO_SHOP_PASS', siteId: 'GMO_SITE_ID', sitePass: 'GMO_SITE_PASS' } as const;
  const missing = Object.values(needed).filter((name) => !variables[name]);
  if (missing.length) throw new Error(`GMO_BASE_URL is set, but not ${missing.join(', ')}`);
  const read = (name: keyof typeof needed) => variables[needed[name]] ?? '';
  return {
    gatewayUrl,
    gatewayOrigin: readOrigin('GMO_REDIRECT_ORIGIN', variables['GMO_REDIRECT_ORIGIN'] || readOrigin('GMO_BASE_URL', gatewayUrl)),
    shopId: read('shopId'),
    shopPass: read('shopPass'),
    siteId: read('siteId'),
    sitePass: read('sitePass'),
    ...(variables['GMO_OPENAPI_URL'] && { openApiUrl: readOrigin('GMO_OPENAPI_URL', variables['GMO_OPENAPI_URL']) }),
    ...(variables['GMO_LINK_ORIGIN'] && { linkOrigin: readOrigin('GMO_LINK_ORIGIN', variables['GMO_LINK_ORIGIN']) }),
  };
}

function readOrigin(name: string, address: string): string {
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) throw new Error(`${name} is not an http(s) address`);
  return new URL(address).origin;
}

/** Subresource Integrity, section 3.1. */
async function integrityOf(file: URL): Promise<string> {
  return `sha384-${createHash('sha384').update(await readFile(file)).digest('base64')}`;
}

/** What may be said on the command line, and the environment variable that says the same. */
const ARGUMENTS: Readonly<Record<string, string>> = { gateway: 'SHOP_GATEWAY', 'fields-by': 'SHOP_FIELDS_BY', connection: 'SHOP_CONNECTION' };

/** `--gateway=gmo-v2` is `{ SHOP_GATEWAY: 'gmo-v2' }`. */
export function readArguments(given: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    given.map((text) => {
      const [, name = '', value = ''] = /^--([a-z-]+)=(.+)$/.exec(text) ?? [];
      const variable = ARGUMENTS[name];
      if (!variable) throw new Error(`${text} is none of ${Object.keys(ARGUMENTS).map((each) => `--${each}=…`).join(', ')}`);
      return [variable, value];
    }),
  );
}

async function start(): Promise<void> {
  const dataDirectory = fileURLToPath(new URL('../.demo/shop', import.meta.url));
  const demo = await serveDemo({ ports: PORTS, dataDirectory, environment: { ...process.env, ...readArguments(process.argv.slice(2)) } });
  for (const name of ['shop', 'fields', 'gateway', 'acs', 'playground'] as const) {
    if (demo[name].port !== PORTS[name]) console.error(`port ${String(PORTS[name])} is taken`);
    console.log(`${name.padEnd(10)} ${demo[name].origin}`);
  }
  const stop = () => {
    void demo.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  start().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error); // such as: the database is in use by another demo
    process.exit(1);
  });
}
