/** A shop's page with the gateway's own fields: the built files, the fields on another site, and the sandbox gateway. */
import { createFields } from '../../demo/fields.ts';
import { listen, type Listening } from '../../demo/listen.ts';
import { createSandbox, type Sandbox } from '../../demo/sandbox-gateway/sandbox.ts';
import { SANDBOX_SHOP } from '../../demo/serve.ts';

/** Writes down, in the hosted document, every key, every value of an input and every message that comes by or is sent. */
const SPY = String.raw`
  window.heard = [];
  const note = (...values) => heard.push(values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value) ?? '')).join(' '));
  for (const type of ['keydown', 'beforeinput', 'input', 'paste', 'change'])
    addEventListener(type, (event) => note(type, event.key ?? event.data ?? '', event.composedPath()[0]?.value ?? ''), true);
  addEventListener('message', ({ data }) => note('message', data), true);
  const { set } = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage');
  Object.defineProperty(MessagePort.prototype, 'onmessage', {
    set(handler) { set.call(this, function (event) { note('port', event.data); return handler.call(this, event); }); },
  });
  const post = MessagePort.prototype.postMessage;
  MessagePort.prototype.postMessage = function (message, ...more) { note('posted', message); return post.call(this, message, ...more); };
`;

export interface ShopOptions {
  /** More attributes of the element. */
  readonly attributes?: string;
  /** Of the page. */
  readonly style?: string;
  readonly fieldsBy?: 'shoji' | 'gateway';
}

export class FieldsGround {
  readonly sandbox: Sandbox;
  readonly gatewayOrigin: string;
  readonly fieldsOrigin: string;
  readonly shopOrigin: string;
  readonly #servers: readonly Listening[];
  #page: ShopOptions = {};

  private constructor(shop: Listening, fields: Listening, gateway: Listening) {
    this.#servers = [shop, fields, gateway];
    this.gatewayOrigin = gateway.origin;
    this.fieldsOrigin = fields.origin;
    this.shopOrigin = shop.origin;
    this.sandbox = createSandbox({ ...SANDBOX_SHOP, gatewayOrigin: gateway.origin, acsOrigin: gateway.origin });
    gateway.serve(this.sandbox.gateway.fetch);
    const { app } = createFields(gateway.origin);
    fields.serve(async (request) => {
      const response = await app.fetch(request);
      if (!/\/hosted\/[\w-]+\.html$/.test(new URL(request.url).pathname) || !response.ok) return response;
      // before the policy of the document, which would not let it run
      return new Response((await response.text()).replace('<head>', `<head><script>${SPY}</script>`), { headers: response.headers });
    });
    shop.serve(async (request) => {
      const { pathname } = new URL(request.url);
      if (pathname === '/paid') {
        const tokens = (await request.formData()).getAll('token').map(String);
        return page(`<title>Paid</title><pre id="tokens">${JSON.stringify(tokens)}</pre>`);
      }
      return pathname === '/' ? page(this.#shopPage()) : new Response('', { status: 404 });
    });
  }

  static async open(): Promise<FieldsGround> {
    return new FieldsGround(await listen('shop'), await listen('fields'), await listen('gateway'));
  }

  async close(): Promise<void> {
    await Promise.all(this.#servers.map((server) => server.close()));
  }

  /** What the shop's page is from now on. */
  setUp(options: ShopOptions): void {
    this.#page = options;
  }

  /** The roots are opened before the element's script runs, so that drivers and measures find the frames. */
  #shopPage(): string {
    const { attributes = '', style = '', fieldsBy = 'gateway' } = this.#page;
    return `<title>Checkout</title>
      <style>
        :root { color-scheme: light dark; background: light-dark(#fff, #17181c); color: light-dark(#1c1b1f, #ececf1); font: 16px/1.5 sans-serif }
        body { margin: 0 } main { max-inline-size: 480px; margin: 0 auto; padding: 16px }
        ${style}
      </style>
      <script>
        const attachShadow = Element.prototype.attachShadow;
        Element.prototype.attachShadow = function (init) { return attachShadow.call(this, { ...init, mode: 'open' }); };
        window.told = [];
        for (const type of ['change', 'token', 'error', 'ready']) {
          document.addEventListener('shoji-' + type, (event) => {
            window.told.push(type + (event.error ? ' ' + event.error.code : ''));
            window.fields = event.fields ?? window.fields;
          });
        }
      </script>
      <script src="${this.fieldsOrigin}/shoji-card.js"></script>
      <main><form action="/paid" method="post"><p><input id="before" aria-label="Before"></p>
        <shoji-card name="token" environment="test" gateway="gmo-v2" fields-by="${fieldsBy}"
          api-key="${SANDBOX_SHOP.apiKey}" public-key="${this.sandbox.publicKey}" ${attributes}></shoji-card>
        <p><button>Pay</button></p></form></main>`;
  }
}

const page = (body: string): Response =>
  new Response(`<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${body}</html>`, {
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
