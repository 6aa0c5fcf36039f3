/** A stand-in for GMO Payment Gateway's Multi-Payment service, for development and tests: see README.md. */
import { Hono, type MiddlewareHandler } from 'hono';
import { acsRoutes } from './acs.ts';
import { consoleRoutes } from './console-page.ts';
import { createTokenRoutes } from './create-token.ts';
import { Faults } from './faults.ts';
import { getTokenRoutes } from './get-token.ts';
import { linkPageRoutes } from './link-page.ts';
import { linkPlusRoutes } from './link-plus.ts';
import { mpFieldRoutes } from './mp-fields.ts';
import { mpTokenScriptRoutes } from './mp-token-script.ts';
import { openApiRoutes } from './openapi/routes.ts';
import { protocolRoutes } from './protocol.ts';
import type { SandboxContext } from './sandbox-context.ts';
import { SANDBOX_SHOP } from './sandbox-shop.ts';
import { SandboxStore, type RequestLogEntry } from './store.ts';
import { threeDsServerRoutes } from './three-ds-server.ts';
import { publicKeyText, tokenKeys, tokenScriptRoutes } from './token-script.ts';

export interface SandboxOptions {
  readonly shopId: string;
  readonly shopPass: string;
  readonly siteId: string;
  readonly sitePass: string;
  /** Of version 2 of the token script; without it that of `SANDBOX_SHOP`. */
  readonly apiKey?: string;
  /** Where browsers find the gateway. */
  readonly gatewayOrigin: string;
  /** Where browsers find the issuer: another origin. */
  readonly acsOrigin: string;
  readonly now?: () => Date;
}

export interface Sandbox {
  readonly gateway: Hono;
  readonly acs: Hono;
  readonly faults: Faults;
  readonly store: SandboxStore;
  /** The shop's, for version 2 of the token script: SubjectPublicKeyInfo, DER in base64. */
  readonly publicKey: string;
}

const DAY = 86_400_000;

/** What the calls would refuse later is refused here. */
const FORMATS = {
  shopId: /^[a-z0-9]{1,13}$/i,
  shopPass: /^[a-z0-9]{1,10}$/i,
  siteId: /^[a-z0-9]{1,13}$/i,
  sitePass: /^[a-z0-9]{1,20}$/i,
};

export function createSandbox(options: SandboxOptions): Sandbox {
  for (const [name, format] of Object.entries(FORMATS)) {
    if (!format.test(options[name as keyof typeof FORMATS])) throw new TypeError(`${name} must match ${String(format)}`);
  }
  const store = new SandboxStore();
  const faults = new Faults();
  const { now = () => new Date(), apiKey = SANDBOX_SHOP.apiKey } = options;
  const context: SandboxContext = { ...options, apiKey, now: () => new Date(now().getTime() + store.daysAhead * DAY), store, faults };
  const keys = tokenKeys();

  const gateway = new Hono();
  gateway.use(logged(store, 'gateway'));
  gateway.route('/', tokenScriptRoutes(context, keys));
  gateway.route('/', getTokenRoutes(context, keys));
  gateway.route('/', mpTokenScriptRoutes(context, keys));
  gateway.route('/', mpFieldRoutes(context));
  gateway.route('/', createTokenRoutes(context, keys));
  gateway.route('/', linkPlusRoutes(context)); // before the protocol type, which takes every other call
  gateway.route('/', linkPageRoutes(context));
  gateway.route('/', protocolRoutes(context));
  gateway.route('/', openApiRoutes(context));
  gateway.route('/', threeDsServerRoutes(context));
  gateway.route('/', consoleRoutes(context));

  const acs = new Hono();
  acs.use(logged(store, 'acs'));
  acs.route('/', acsRoutes(context));

  return { gateway, acs, faults, store, publicKey: publicKeyText(keys) };
}

const logged =
  (store: SandboxStore, server: RequestLogEntry['server']): MiddlewareHandler =>
  async (c, next) => {
    const entry = store.logRequest({ server, method: c.req.method, path: c.req.path, status: null });
    await next();
    entry.status = c.res.status;
  };
