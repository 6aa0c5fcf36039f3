/**
 * The whole demo on one machine: shop, fields, gateway and the issuer's ACS, each on an origin of its own. Prints their addresses,
 * one a line, the shop first.
 *
 * `GMO_BASE_URL` (with `GMO_SHOP_ID`, `GMO_SHOP_PASS`, `GMO_SITE_ID`, `GMO_SITE_PASS`) points the shop at another gateway, such as
 * GMO's test environment; `DATABASE_URL` at a PostgreSQL server.
 */
import { fileURLToPath } from 'node:url';
import { createFields, type Fields } from './fields.ts';
import { listen, type Listening } from './listen.ts';
import { createSandbox, type Sandbox } from './sandbox-gateway/sandbox.ts';
import { createStorefront, type Storefront, type StorefrontOptions } from './storefront/storefront.ts';

/** What the sandbox knows and the shop uses: no secrets, the sandbox charges nobody. */
export const SANDBOX_SHOP = {
  shopId: 'tshop00000001',
  shopPass: 'shoppass01',
  siteId: 'tsite00000001',
  sitePass: 'sitepass01',
};

export const PORTS = { shop: 3000, fields: 3001, gateway: 3002, acs: 3003 };

export interface Demo {
  readonly shop: Listening;
  readonly fields: Listening & Pick<Fields, 'setHostedDown'>;
  readonly gateway: Listening;
  readonly acs: Listening;
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
  const { ports = { shop: 0, fields: 0, gateway: 0, acs: 0 }, environment: variables = {}, withShop = true } = options;
  const shop = await listen('shop', ports.shop);
  const fields = await listen('fields', ports.fields);
  const gateway = await listen('gateway', ports.gateway);
  const acs = await listen('acs', ports.acs);

  const sandbox = createSandbox({ ...SANDBOX_SHOP, gatewayOrigin: gateway.origin, acsOrigin: acs.origin });
  gateway.serve(sandbox.gateway.fetch);
  acs.serve(sandbox.acs.fetch);
  const { app, setHostedDown } = createFields(variables['GMO_BASE_URL'] ? null : gateway.origin);
  fields.serve(app.fetch);

  const gatewayUrl = variables['GMO_BASE_URL'] ?? gateway.loopback;
  const storefrontOptions: StorefrontOptions = {
    fieldsOrigin: fields.origin,
    gatewayUrl,
    gatewayOrigin: variables['GMO_BASE_URL'] ? new URL(gatewayUrl).origin : gateway.origin,
    shopOrigin: shop.origin,
    shopId: variables['GMO_SHOP_ID'] ?? SANDBOX_SHOP.shopId,
    shopPass: variables['GMO_SHOP_PASS'] ?? SANDBOX_SHOP.shopPass,
    siteId: variables['GMO_SITE_ID'] ?? SANDBOX_SHOP.siteId,
    sitePass: variables['GMO_SITE_PASS'] ?? SANDBOX_SHOP.sitePass,
    environment: 'test',
    dataDirectory: options.dataDirectory,
    ...(variables['DATABASE_URL'] ? { databaseUrl: variables['DATABASE_URL'] } : {}),
  };
  const storefront = withShop ? await createStorefront(storefrontOptions) : undefined;
  if (storefront) {
    await storefront.recover();
    shop.serve(storefront.app.fetch);
  }
  return {
    shop,
    fields: Object.assign(fields, { setHostedDown }),
    gateway,
    acs,
    sandbox,
    storefront,
    storefrontOptions,
    async close() {
      await Promise.all([shop, fields, gateway, acs].map((server) => server.close()));
      await storefront?.close();
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const dataDirectory = fileURLToPath(new URL('../.demo/shop', import.meta.url));
  const demo = await serveDemo({ ports: PORTS, dataDirectory, environment: process.env });
  for (const name of ['shop', 'fields', 'gateway', 'acs'] as const) console.log(`${name.padEnd(8)} ${demo[name].origin}`);
  const stop = () => {
    void demo.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}
