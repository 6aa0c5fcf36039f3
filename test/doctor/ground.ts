/** A shop's page that a test writes, with the files of dist/ on an origin of its own. Needs dist/. */
import { createFields, GATEWAY_HOSTS } from '../../demo/fields.ts';
import { listen, type Listening } from '../../demo/listen.ts';
import { createSandbox } from '../../demo/sandbox-gateway/sandbox.ts';
import { SANDBOX_SHOP } from '../../demo/serve.ts';
import type { Diagnosis, Finding } from '../../src/doctor/diagnosis.js';
import type { Session } from '../support/session.ts';

export interface Page {
  /** Attributes of the start tags. */
  readonly html?: string;
  readonly form?: string;
  readonly card?: string;
  readonly head?: string;
  readonly style?: string;
  /** Around the element, in the form; null for no form. */
  readonly inForm?: string | null;
  readonly viewport?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: string;
  /** A file of the fields origin that is not there, or that is sent without the header for other origins. */
  readonly missing?: string;
  readonly shut?: string;
}

export const CARD = `document.querySelector('shoji-card')`;

export class Ground {
  readonly #servers: readonly Listening[];
  readonly shop: Listening;
  readonly fields: Listening;
  #page: Page = {};
  readonly asked: string[] = [];

  private constructor(shop: Listening, fields: Listening, gateway: Listening) {
    this.#servers = [shop, fields, gateway];
    this.shop = shop;
    this.fields = fields;
    gateway.serve(createSandbox({ ...SANDBOX_SHOP, gatewayOrigin: gateway.origin, acsOrigin: gateway.origin }).gateway.fetch);
    const { app } = createFields(gateway.origin, { hosts: GATEWAY_HOSTS });
    fields.serve(async (request) => {
      const { pathname } = new URL(request.url);
      this.asked.push(pathname);
      if (this.#page.missing === pathname) return new Response('', { status: 404, headers: { 'access-control-allow-origin': '*' } });
      const answer = await app.fetch(request);
      if (this.#page.shut !== pathname) return answer;
      const shut = new Response(answer.body, answer);
      shut.headers.delete('access-control-allow-origin');
      return shut;
    });
    shop.serve(async (request) => {
      const { pathname } = new URL(request.url);
      if (pathname.startsWith('/hosted/')) return app.fetch(new Request(`${fields.origin}${pathname}`));
      if (pathname !== '/') return new Response('', { status: 404 });
      return new Response(this.#html(), { headers: { 'content-type': 'text/html; charset=utf-8', ...this.#page.headers } });
    });
  }

  static async open(): Promise<Ground> {
    return new Ground(await listen('shop'), await listen('fields'), await listen('gateway'));
  }

  async close(): Promise<void> {
    await Promise.all(this.#servers.map((server) => server.close()));
  }

  async visit(tab: Pick<Session, 'goto'>, page: Page = {}): Promise<void> {
    this.#page = page;
    this.asked.length = 0;
    await tab.goto(`${this.shop.origin}/${page.query ?? ''}`);
  }

  /** Opens the page and asks the element. */
  async diagnose(tab: Session, page: Page = {}): Promise<readonly Finding[]> {
    await this.visit(tab, page);
    return (await tab.run<Diagnosis>(`${CARD}.diagnose()`)).findings;
  }

  #html(): string {
    const { html = 'lang="en"', form = 'method="post"', card = 'name="token"', head = '', style = '', inForm = '' } = this.#page;
    const { viewport = '<meta name="viewport" content="width=device-width, initial-scale=1">' } = this.#page;
    const base = card.includes('environment=') ? card : `${card} environment="test"`;
    const element = `<shoji-card ${base.includes('shop-id') ? base : `${base} shop-id="${SANDBOX_SHOP.shopId}"`}></shoji-card>`;
    return `<!doctype html>
<html ${html}>
  <head>
    <meta charset="utf-8"><title>Checkout</title>${viewport}
    <link rel="icon" href="data:,">
    <style>${style}</style>
    ${head}
    <script src="${this.fields.origin}/shoji-card.js" crossorigin="anonymous"></script>
  </head>
  <body><main><h1>Checkout</h1>${inForm === null ? element : `<form ${form}>${inForm}${element}<button>Pay</button></form>`}</main></body>
</html>`;
  }
}
