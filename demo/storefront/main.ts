/**
 * The shop as a process of its own, set up by environment variables. Prints `shop <origin>` when it is ready.
 *
 * Besides those in `NEEDED`: `SHOP_POLICY=strict` sends the strictest policy that a shop can have, and goes to the card issuer by
 * a page of its own; `SHOP_ISOLATED=yes` makes the pages cross-origin isolated; `DATABASE_URL` is a PostgreSQL server in place of
 * the folder in `SHOP_DATA`; `GMO_LINK_ORIGIN` is where Link Type Plus is, if elsewhere; `SHOP_DEADLINE` and `SHOP_QUIET_PERIOD` are milliseconds;
 * `SHOP_GATEWAY=gmo-v2` (with `GMO_API_KEY` and `GMO_PUBLIC_KEY`) shows the card with token v2, and `SHOP_FIELDS_BY=gateway` in the gateway's own fields;
 * `SHOP_CONNECTION` is `protocol`, `openapi` (at `GMO_OPENAPI_URL`) or `linkplus`. `StorefrontOptions` explains them.
 */
import { listen } from '../listen.ts';
import { readCardOptions } from './card-options.ts';
import { readChallengeOptions } from './challenge-options.ts';
import { readConnection } from './connect.ts';
import { createStorefront } from './storefront.ts';

const NEEDED = [
  'SHOP_PORT',
  'SHOP_ORIGIN',
  'FIELDS_URL',
  'GATEWAY_ORIGIN',
  'GMO_BASE_URL',
  'GMO_SHOP_ID',
  'GMO_SHOP_PASS',
  'GMO_SITE_ID',
  'GMO_SITE_PASS',
  'GMO_ENVIRONMENT',
  'SHOP_DATA',
] as const;

function readEnvironment(): Record<(typeof NEEDED)[number], string> {
  const missing = NEEDED.filter((name) => !process.env[name]);
  if (missing.length) throw new Error(`missing environment variables: ${missing.join(', ')}`);
  return Object.fromEntries(NEEDED.map((name) => [name, process.env[name]])) as Record<(typeof NEEDED)[number], string>;
}

function readNumber(name: string): number | undefined {
  const text = process.env[name];
  if (!text) return undefined;
  if (!/^\d+$/.test(text)) throw new Error(`${name} is not a number`);
  return Number(text);
}

async function start(): Promise<void> {
  const settings = readEnvironment();
  const port = readNumber('SHOP_PORT') ?? 0;
  const environment = settings.GMO_ENVIRONMENT;
  if (environment !== 'live' && environment !== 'test') throw new Error('GMO_ENVIRONMENT is neither live nor test');
  const { DATABASE_URL: databaseUrl, GMO_LINK_ORIGIN: linkOrigin, GMO_OPENAPI_URL: openApiUrl } = process.env;
  const deadline = readNumber('SHOP_DEADLINE');
  const quietPeriod = readNumber('SHOP_QUIET_PERIOD');
  const server = await listen('shop', port);
  if (server.port !== port) {
    await server.close();
    throw new Error(`SHOP_PORT ${String(port)} is taken`);
  }
  const shop = await createStorefront({
    fieldsUrl: settings.FIELDS_URL,
    gatewayUrl: settings.GMO_BASE_URL,
    gatewayOrigin: settings.GATEWAY_ORIGIN,
    shopOrigin: settings.SHOP_ORIGIN,
    shopId: settings.GMO_SHOP_ID,
    shopPass: settings.GMO_SHOP_PASS,
    siteId: settings.GMO_SITE_ID,
    sitePass: settings.GMO_SITE_PASS,
    environment,
    dataDirectory: settings.SHOP_DATA,
    ...readChallengeOptions(process.env),
    ...readCardOptions(process.env),
    isStrict: process.env['SHOP_POLICY'] === 'strict',
    isIsolated: process.env['SHOP_ISOLATED'] === 'yes',
    connection: readConnection(process.env),
    ...(openApiUrl && { openApiUrl }),
    ...(linkOrigin && { linkOrigin }),
    ...(databaseUrl && { databaseUrl }),
    ...(deadline !== undefined && { deadline }),
    ...(quietPeriod !== undefined && { quietPeriod }),
    print: (line) => {
      console.log(line);
    },
  });
  await shop.recover();
  server.serve((request) => shop.app.fetch(request));
  console.log(`shop ${settings.SHOP_ORIGIN}`);

  const stop = async () => {
    await server.close();
    await shop.close();
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
