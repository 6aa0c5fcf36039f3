/** A browser as far as the shop's server can tell: cookies, forms, redirects that are looked at before they are followed. */
import type { FakeGateway } from './fake-gateway.ts';

export type Fetch = (path: string, init: RequestInit) => Promise<Response>;

/** What a response said, and the page in it. */
export interface Visited {
  readonly status: number;
  readonly location: string;
  readonly headers: Headers;
  readonly text: string;
}

export const details = {
  name: '山田 花子',
  email: 'hanako+shop@example.jp',
  phone: '09012345678',
  postalCode: '１１０−０００１',
  prefecture: '東京都',
  address: '台東区谷中 1-2-3',
  building: '',
};

export class Shopper {
  /** Every body and address this shopper was ever given. */
  readonly seen: string[] = [];
  readonly #fetch: Fetch;
  #cookie = '';

  constructor(fetch: Fetch) {
    this.#fetch = fetch;
  }

  get cookie(): string {
    return this.#cookie;
  }

  async get(path: string): Promise<Visited> {
    return this.#send(path, { headers: this.#headers() });
  }

  async post(path: string, fields: Readonly<Record<string, string>>): Promise<Visited> {
    return this.#send(path, { method: 'POST', body: new URLSearchParams(fields), headers: this.#headers() });
  }

  /** As a page does that sends its form by script. */
  async postForJson(path: string, fields: Readonly<Record<string, string>>): Promise<Visited> {
    const headers = { ...this.#headers(), accept: 'application/json', 'sec-fetch-site': 'same-origin' };
    return this.#send(path, { method: 'POST', body: new URLSearchParams(fields), headers });
  }

  /** In a frame that another site has sent here: without the cookie. */
  async getInFrame(path: string): Promise<Visited> {
    return this.#send(path, { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'iframe' } });
  }

  /** A form posted from another site: the browser keeps a Lax cookie back. */
  async postFromElsewhere(path: string, fields: Readonly<Record<string, string>>): Promise<Visited> {
    const headers = { origin: 'https://acs.example', 'sec-fetch-site': 'cross-site' };
    return this.#send(path, { method: 'POST', body: new URLSearchParams(fields), headers });
  }

  /** Follows redirects within the shop. */
  async follow(visited: Visited): Promise<Visited> {
    let current = visited;
    for (let hop = 0; current.location.startsWith('/') && hop < 5; hop++) current = await this.get(current.location);
    return current;
  }

  async fillCart(product = 'letter-set'): Promise<string> {
    await this.post('/cart/add', { product });
    return this.checkoutKey();
  }

  async checkoutKey(): Promise<string> {
    const { text } = await this.get('/checkout');
    return /name="checkout" value="([\w-]+)"/.exec(text)?.[1] ?? '';
  }

  pay(checkout: string, token: string, other: Partial<typeof details> = {}): Promise<Visited> {
    return this.post('/checkout/pay', { ...details, ...other, checkout, token });
  }

  /** From the bank's page back to the shop: the cross-site POST, and the GET it leads to. */
  async comeBack(gateway: FakeGateway, redirectUrl: string): Promise<Visited> {
    return this.get(await this.postBack(gateway, redirectUrl));
  }

  async postBack(gateway: FakeGateway, redirectUrl: string): Promise<string> {
    const { path, accessId } = gateway.challenge(redirectUrl);
    const { status, location } = await this.postFromElsewhere(path, { AccessID: accessId });
    if (status !== 303) throw new Error(`the return was answered ${String(status)}`);
    return location;
  }

  #headers(): Record<string, string> {
    return this.#cookie ? { cookie: this.#cookie } : {};
  }

  async #send(path: string, init: RequestInit): Promise<Visited> {
    const response = await this.#fetch(path, { ...init, redirect: 'manual' });
    const set = response.headers.getSetCookie()[0];
    if (set) this.#cookie = set.split(';')[0] ?? '';
    const { status, headers } = response;
    const visited = { status, headers, location: headers.get('location') ?? '', text: await response.text() };
    this.seen.push(`${visited.location}\n${visited.text}`);
    return visited;
  }
}
