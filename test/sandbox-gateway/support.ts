/** A sandbox on free ports with a clock of its own, and small stand-ins for the shop's server and the shopper's browser. */
import vm from 'node:vm';
import { listen } from '../../demo/listen.ts';
import { createSandbox, type Sandbox } from '../../demo/sandbox-gateway/sandbox.ts';

export const SHOP = { ShopID: 'tshop00000001', ShopPass: 'shoppass01' } as const;
export const SITE = { SiteID: 'tsite00000001', SitePass: 'sitepass0001' } as const;

export const RETURN_URL = 'https://shop.example/return?order=7';

export type Answer = Readonly<Record<string, string>>;

export interface TestSandbox extends Sandbox {
  readonly gatewayOrigin: string;
  readonly acsOrigin: string;
  /** Moves the sandbox's clock. */
  advance(milliseconds: number): void;
  setClock(date: Date): void;
  /** One call of the shop's server. */
  call(name: string, parameters: Readonly<Record<string, string>>): Promise<Answer>;
  close(): Promise<void>;
}

export const MINUTE = 60_000;
export const DAY = 86_400_000;

/** `around` stands between the callers and the gateway. */
export async function startSandbox(
  around: (request: Request, next: () => Response | Promise<Response>) => Response | Promise<Response> = (_, next) => next(),
): Promise<TestSandbox> {
  const [gateway, acs] = await Promise.all([listen('gateway'), listen('acs')]);
  // noon in Japan, in the middle of a month
  let now = new Date('2026-05-15T03:00:00Z');
  const sandbox = createSandbox({
    shopId: SHOP.ShopID,
    shopPass: SHOP.ShopPass,
    siteId: SITE.SiteID,
    sitePass: SITE.SitePass,
    gatewayOrigin: gateway.loopback,
    acsOrigin: acs.loopback,
    now: () => now,
  });
  gateway.serve((request, bindings) => around(request, () => sandbox.gateway.fetch(request, bindings)));
  acs.serve(sandbox.acs.fetch);
  return {
    ...sandbox,
    gatewayOrigin: gateway.loopback,
    acsOrigin: acs.loopback,
    advance(milliseconds) {
      now = new Date(now.getTime() + milliseconds);
    },
    setClock(date) {
      now = date;
    },
    async call(name, parameters) {
      const response = await fetch(`${gateway.loopback}/payment/${name}.idPass`, {
        method: 'POST',
        body: new URLSearchParams(parameters),
      });
      return parseAnswer(await response.text());
    },
    async close() {
      await Promise.all([gateway.close(), acs.close()]);
    },
  };
}

/** Reads an answer as GMO's clients must: RedirectUrl is the last key, and everything after it is its value. */
export function parseAnswer(text: string): Answer {
  const [, head = '', url] = /^(.*?)(?:&RedirectUrl=(.*))?$/s.exec(text) ?? [];
  const pairs = head.split('&').map((pair): [string, string] => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), pair.slice(at + 1)];
  });
  return Object.fromEntries(url === undefined ? pairs : [...pairs, ['RedirectUrl', url]]);
}

/** What the token script answers. */
export interface TokenResponse {
  readonly resultCode: string;
  readonly tokenObject?: {
    readonly token: string | string[];
    readonly toBeExpiredAt: string;
    readonly maskedCardNo: string;
    readonly isSecurityCodeSet: boolean;
  };
}

export type TypedCard = Readonly<Record<string, unknown>>;

export interface TokenPage {
  /** The global object of the page. */
  readonly window: Record<string, unknown>;
  /** Every address that the token script asked for. */
  readonly addresses: string[];
  getToken(card: TypedCard): Promise<TokenResponse>;
  run(code: string): unknown;
}

/** A document without eval, fetch or inline script, into which the token script may inject scripts. */
export async function openTokenPage(sandbox: TestSandbox, shopId: string = SHOP.ShopID): Promise<TokenPage> {
  const addresses: string[] = [];
  const inject = async (script: { src: string; onload?: () => void; onerror?: () => void }) => {
    addresses.push(script.src);
    try {
      const response = await fetch(script.src);
      const text = await response.text();
      if (response.ok) vm.runInContext(text, context);
      (response.ok ? script.onload : script.onerror)?.();
    } catch {
      script.onerror?.();
    }
  };
  const window: Record<string, unknown> = {
    crypto,
    TextEncoder,
    URLSearchParams,
    btoa,
    document: {
      createElement: () => ({ remove: () => undefined }),
      head: { append: (script: { src: string }) => void inject(script) },
    },
  };
  window['window'] = window;
  const context = vm.createContext(window, { codeGeneration: { strings: false, wasm: false } });
  vm.runInContext(await (await fetch(`${sandbox.gatewayOrigin}/ext/js/token.js`)).text(), context);
  const client = window['Multipayment'] as {
    init(shopId: string): void;
    getToken(card: TypedCard, callback: unknown): void;
  };
  client.init(shopId);
  return {
    window,
    addresses,
    getToken: (card) =>
      new Promise((resolve) => {
        client.getToken(card, (response: TokenResponse) => {
          resolve(response);
        });
      }),
    run: (code) => vm.runInContext(code, context) as unknown,
  };
}

export const CARD = { cardno: '4111111111111111', expire: '3012', securitycode: '123', holdername: 'TARO YAMADA' } as const;

/** One fresh token for a card number. */
export async function tokenFor(sandbox: TestSandbox, cardno: string = CARD.cardno): Promise<string> {
  const { tokenObject } = await (await openTokenPage(sandbox)).getToken({ ...CARD, cardno });
  return String(tokenObject?.token);
}

/** What SaveCard says of CARD in the first place. */
export const SAVED_CARD = {
  CardSeq: '0',
  CardNo: '*************111',
  Forward: '2a99662',
  Brand: 'VISA',
  DomesticFlag: '2',
  IssuerCode: '2a99662',
  DebitPrepaidFlag: '',
  DebitPrepaidIssuerName: '',
  ForwardFinal: '2a99662',
} as const;

export interface Entered {
  readonly AccessID: string;
  readonly AccessPass: string;
  readonly OrderID: string;
}

let orders = 0;

/** EntryTran with an order number of its own. */
export async function enter(sandbox: TestSandbox, overrides: Readonly<Record<string, string>> = {}): Promise<Entered> {
  orders += 1;
  const OrderID = overrides['OrderID'] ?? `order-${String(orders)}`;
  const { AccessID = '', AccessPass = '' } = await sandbox.call('EntryTran', {
    ...SHOP,
    OrderID,
    JobCd: 'AUTH',
    Amount: '1200',
    ...overrides,
  });
  return { AccessID, AccessPass, OrderID };
}

/** EntryTran and ExecTran without 3-D Secure. */
export async function pay(sandbox: TestSandbox, overrides: Readonly<Record<string, string>> = {}): Promise<Entered> {
  const entered = await enter(sandbox, overrides);
  await sandbox.call('ExecTran', { ...entered, Method: '1', Token: await tokenFor(sandbox) });
  return entered;
}

export const statusOf = async (sandbox: TestSandbox, { OrderID }: Entered): Promise<string | undefined> =>
  (await sandbox.call('SearchTrade', { ...SHOP, OrderID }))['Status'];

/** EntryTran and ExecTran with 3-D Secure 2; the answer has the RedirectUrl. */
export async function enterWith3ds(
  sandbox: TestSandbox,
  cardno: string,
  entry: Readonly<Record<string, string>> = {},
  execution: Readonly<Record<string, string>> = {},
): Promise<Entered & { readonly answer: Answer }> {
  const entered = await enter(sandbox, { TdFlag: '2', Tds2Type: '2', ...entry });
  const answer = await sandbox.call('ExecTran', {
    ...entered,
    Method: '1',
    Token: await tokenFor(sandbox, cardno),
    RetUrl: RETURN_URL,
    CallbackType: '1',
    ...execution,
  });
  return { ...entered, answer };
}

export interface Form {
  readonly action: string;
  readonly method: string;
  /** Its script sends it two times. */
  readonly isTwice: boolean;
  readonly name: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** The forms of a page, with their hidden fields. */
export const formsOf = (page: string, base: string): Form[] =>
  [...page.matchAll(/<form([^>]*)>(.*?)<\/form>/gs)].map(([, attributes = '', content = '']) => ({
    action: new URL(unescape(/action="([^"]*)"/.exec(attributes)?.[1] ?? ''), base).href,
    method: /method="([^"]*)"/.exec(attributes)?.[1] ?? 'get',
    isTwice: attributes.includes('data-twice'),
    name: /name="([^"]*)"/.exec(attributes)?.[1] ?? '',
    fields: Object.fromEntries(
      [...content.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
        name,
        unescape(value),
      ]),
    ),
  }));

const ENTITIES: Readonly<Record<string, string>> = { quot: '"', '#39': "'", lt: '<', gt: '>', amp: '&' };

const unescape = (text: string): string => text.replace(/&([\w#]+);/g, (entity, name: string) => ENTITIES[name] ?? entity);

export interface Walk {
  /** Paths of the pages seen, in order. */
  readonly pages: readonly string[];
  /** The challenge pages among them, as HTML. */
  readonly challenges: readonly string[];
  readonly returned: {
    readonly method: 'GET' | 'POST';
    readonly url: string;
    readonly fields: Readonly<Record<string, string>>;
  } | null;
}

export type ChallengeStep = { readonly password: string } | { readonly action: 'cancel' | 'check' };

/** A shopper's browser, from the RedirectUrl back to the shop. `steps` answer the challenge; without any it stops there. */
export async function walk(sandbox: TestSandbox, redirectUrl: string, steps: readonly ChallengeStep[] = []): Promise<Walk> {
  const pages: string[] = [];
  const challenges: string[] = [];
  const left = [...steps];
  const ours = (url: string) => url.startsWith(`${sandbox.gatewayOrigin}/`) || url.startsWith(`${sandbox.acsOrigin}/`);
  let request: { url: string; body?: URLSearchParams } = { url: redirectUrl };
  for (;;) {
    const { url, body } = request;
    pages.push(new URL(url).pathname);
    const response = await fetch(url, { redirect: 'manual', ...(body ? { method: 'POST', body } : {}) });
    const location = response.headers.get('Location');
    if (location !== null) return { pages, challenges, returned: { method: 'GET', url: location, fields: {} } };
    const page = await response.text();
    const forms = formsOf(page, url);
    // the page of the 3DS method: its frame first, then on
    const method = forms.find(({ name }) => name === 'method');
    if (method) pages.push(...(await walkMethod(method)));
    const form = forms[0];
    if (!form) return { pages, challenges, returned: null };
    if (!ours(form.action)) return { pages, challenges, returned: { method: 'POST', url: form.action, fields: form.fields } };
    const fields: Record<string, string> = { ...form.fields };
    if (method) fields['threeDSCompInd'] = 'Y';
    if (form.action.endsWith('/challenge/answer')) {
      challenges.push(page);
      const step = left.shift();
      if (!step) return { pages, challenges, returned: null };
      Object.assign(fields, { action: 'verify', ...step });
    }
    request = { url: form.action, body: new URLSearchParams(fields) };
  }
}

async function walkMethod(method: Form): Promise<string[]> {
  const answer = await fetch(method.action, { method: 'POST', body: new URLSearchParams(method.fields) });
  const [notify] = formsOf(await answer.text(), method.action);
  if (!notify) throw new Error('the 3DS method does not notify');
  const notified = await fetch(notify.action, { method: 'POST', body: new URLSearchParams(notify.fields) });
  await notified.text();
  return [new URL(method.action).pathname, new URL(notify.action).pathname];
}
