/** The shop and the sandbox gateway, with a line between them that can be cut, and a browser that walks through both. */
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { type Database, openDatabase } from '../../demo/storefront/database.ts';
import { createStorefront, type Storefront, type StorefrontOptions } from '../../demo/storefront/storefront.ts';
import { formsOf, SHOP, SITE, startSandbox, type TestSandbox } from '../sandbox-gateway/support.ts';
import { freshDataDirectory } from './fresh-database.ts';
import { Shopper, type Visited } from './shopper.ts';

export type Call =
  | ('EntryTran' | 'ExecTran' | 'Tds2Auth' | 'Tds2Result' | 'SecureTran2' | 'SearchTrade')
  | ('SearchCard' | 'SaveCard' | 'TradedCard' | 'DeleteCard' | 'SaveMember');

/** What a call of the OpenAPI type is in the words of the protocol type, which the tests are written in. */
const OPENAPI_CALLS: Readonly<Record<string, readonly Call[]>> = {
  '/credit/charge': ['EntryTran', 'ExecTran'],
  '/credit/on-file/charge': ['EntryTran', 'ExecTran'],
  '/credit/verifyCard': ['EntryTran', 'ExecTran'],
  '/tds2/finalizeCharge': ['SecureTran2'],
  '/tds2/finalizeVerification': ['SecureTran2', 'TradedCard'],
  '/order/inquiry': ['SearchTrade'],
  '/member/create': ['SaveMember'],
  '/member/inquiry': ['SearchCard'],
  '/member/deleteItem': ['DeleteCard'],
  '/credit/storeCard': ['SaveCard'],
};

/** The call is lost on its way, or its answer is; or somebody on the way answers, and the gateway hears nothing. */
export type Cut = 'call' | 'answer' | Response;

export interface SandboxShop {
  readonly sandbox: TestSandbox;
  readonly shop: Storefront;
  readonly clock: { ahead: number };
  /** How often each call arrived. */
  readonly counts: ReadonlyMap<string, number>;
  /** Asked for every call of the shop, with its parameters where they are a form. */
  cut: (call: Call, parameters: URLSearchParams) => Cut | undefined;
  /** Link Type Plus does not answer. */
  refuseLinks: boolean;
  token(number: string): string;
  shopper(): Shopper;
  /** Ends the shop and reads its books. */
  readBooks<Result>(read: (database: Database) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

export const SHOP_ORIGIN = 'https://shop.example';

export async function openSandboxShop(options: Partial<StorefrontOptions> = {}): Promise<SandboxShop> {
  const counts = new Map<string, number>();
  const lost = () => new Response('Bad Gateway', { status: 502 });
  const sandbox = await startSandbox(async (request, next) => {
    if (place.refuseLinks && request.url.endsWith('/GetLinkplusUrlPayment.json')) return lost();
    const [, name] = /\/payment\/(\w+)\.idPass$/.exec(request.url) ?? [];
    const calls = name ? [name as Call] : OPENAPI_CALLS[new URL(request.url).pathname];
    if (!calls) return next();
    const parameters = new URLSearchParams(name ? await request.clone().text() : '');
    const cut = calls.map((call) => place.cut(call, parameters)).find(Boolean);
    if (cut === 'call') return lost();
    if (cut instanceof Response) return cut;
    for (const call of calls) counts.set(call, (counts.get(call) ?? 0) + 1);
    const answer = await next();
    return cut === 'answer' ? lost() : answer;
  });
  const dataDirectory = await freshDataDirectory();
  const clock = { ahead: 0 };
  const shop = await createStorefront({
    fieldsUrl: 'https://fields.example/card',
    gatewayUrl: sandbox.gatewayOrigin,
    openApiUrl: sandbox.gatewayOrigin,
    gatewayOrigin: sandbox.gatewayOrigin,
    shopOrigin: SHOP_ORIGIN,
    shopId: SHOP.ShopID,
    shopPass: SHOP.ShopPass,
    siteId: SITE.SiteID,
    sitePass: SITE.SitePass,
    environment: 'test',
    now: () => new Date(Date.now() + clock.ahead),
    dataDirectory,
    passwordCosts: { N: 2 ** 10, r: 8, p: 1 },
    ...options,
  });
  let isOpen = true;
  const closeShop = async () => {
    if (isOpen) await shop.close();
    isOpen = false;
  };
  const place: SandboxShop = {
    sandbox,
    shop,
    clock,
    counts,
    cut: () => undefined,
    refuseLinks: false,
    token(number) {
      const text = randomBytes(32).toString('hex');
      const card = sandbox.store.holdCard(number, '3012', 'HANAKO YAMADA');
      sandbox.store.tokens.set(text, { card, expiresAt: new Date(8.64e15), isSecurityCodeSet: true, state: 'ready' });
      return text;
    },
    shopper: () => new Shopper(async (path, init) => shop.app.request(path, init)),
    async readBooks(read) {
      await closeShop();
      const database = await openDatabase({ dataDirectory });
      try {
        return await read(database);
      } finally {
        await database.close();
      }
    },
    async close() {
      await closeShop();
      await sandbox.close();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
  return place;
}

export interface WalkOptions {
  /** In the frame of a dialog: whatever comes from another site comes without a cookie, also after a redirect. */
  readonly inFrame?: boolean;
  /** What the shopper answers, each time that the issuer asks. */
  readonly answers?: readonly Readonly<Record<string, string>>[];
  /** The shopper gives a page up that does not come. Not given: waits. */
  readonly isGivenUp?: () => boolean;
}

const RIGHT = { action: 'verify', password: '123456' };

/** From RedirectUrl to the page of the shop at which the walk ends. Null: it ends at a page of the issuer's or the gateway's. */
export async function walkThrough(
  { sandbox }: SandboxShop,
  shopper: Shopper,
  redirectUrl: string,
  { inFrame = false, answers = [RIGHT, RIGHT, RIGHT], isGivenUp }: WalkOptions = {},
): Promise<Visited | null> {
  const left = [...answers];
  let request: { url: string; body?: URLSearchParams } = { url: redirectUrl };
  for (let hop = 0; hop < 20; hop++) {
    const page = await open(request, isGivenUp);
    if (!page) return null;
    if (page.location) {
      if (page.location.startsWith(SHOP_ORIGIN)) {
        const back = await arrive(page.location);
        return back.location.startsWith('/') ? arrive(`${SHOP_ORIGIN}${back.location}`) : back;
      }
      request = { url: page.location };
      continue;
    }
    const forms = formsOf(page.text, request.url);
    const [form] = forms;
    // Link Type Plus, which asks for another card
    if (!form || form.action.endsWith('/link/plus/checkout')) return null;
    const method = forms.find(({ name }) => name === 'method');
    const fields: Record<string, string> = { ...form.fields, ...(method && { threeDSCompInd: 'Y' }) };
    if (!form.action.startsWith(SHOP_ORIGIN)) {
      if (form.action.endsWith('/challenge/answer')) {
        const answer = left.shift();
        if (!answer) return null;
        Object.assign(fields, answer);
      }
      const body = new URLSearchParams(fields);
      request = form.method === 'get' ? { url: `${form.action}?${String(body)}` } : { url: form.action, body };
      continue;
    }
    const times = form.isTwice ? 2 : 1;
    const { pathname, search } = new URL(form.action);
    const arrivals = await Promise.all(
      Array.from({ length: times }, () =>
        form.method === 'get'
          ? arrive(`${form.action}?${String(new URLSearchParams(fields))}`)
          : shopper.postFromElsewhere(`${pathname}${search}`, fields),
      ),
    );
    const [back] = arrivals;
    if (!back || form.method === 'get') return back ?? null;
    if (back.location.startsWith(sandbox.gatewayOrigin)) {
      request = { url: back.location };
      continue;
    }
    return back.location ? arrive(`${SHOP_ORIGIN}${back.location}`) : back;
  }
  throw new Error('the walk goes round in circles');

  function arrive(address: string): Promise<Visited> {
    const { pathname, search } = new URL(address);
    return inFrame ? shopper.getInFrame(`${pathname}${search}`) : shopper.get(`${pathname}${search}`);
  }
}

async function open(
  { url, body }: { url: string; body?: URLSearchParams },
  isGivenUp?: () => boolean,
): Promise<{ location: string; text: string } | null> {
  const giveUp = new AbortController();
  const watch = isGivenUp && setInterval(() => isGivenUp() && giveUp.abort(), 20);
  try {
    const init = { redirect: 'manual', signal: giveUp.signal, ...(body && { method: 'POST', body }) } as const;
    const response = await fetch(url, init);
    return response.status >= 400 ? null : { location: response.headers.get('Location') ?? '', text: await response.text() };
  } catch {
    return null;
  } finally {
    clearInterval(watch);
  }
}
