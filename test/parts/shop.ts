/** A shop's page with our element beside plain controls, and a style sheet that a test writes. Needs dist/. */
import { createFields, GATEWAY_HOSTS } from '../../demo/fields.ts';
import { listen, type Listening } from '../../demo/listen.ts';
import { createSandbox } from '../../demo/sandbox-gateway/sandbox.ts';
import { SANDBOX_SHOP } from '../../demo/serve.ts';
import { until, type Session } from '../support/session.ts';

/** Roots are opened before the element’s script runs: WebKit’s driver finds a frame only there. What is sent to the frame is counted in frames. */
const page = (scriptAddress: string, { style, attributes, content }: Required<PageOptions>): string => `<!doctype html>
<html lang="ja">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>お支払い</title>
    <style>
      :root { color-scheme: light; --shop-ink: #2a4b8d; --shop-line: 2px; font: 16px/1.5 'Noto Sans CJK JP', sans-serif }
      :root[data-scheme=dark] { color-scheme: dark }
      body { margin: 0 }
      main { max-width: 560px; margin: 0 auto; padding: 16px; container: checkout / inline-size }
      .plain { display: grid }
      .plain-input { box-sizing: border-box; width: 100%; height: 48px; font: inherit; line-height: 1.25; appearance: none }
      .plain-hint, .plain-error, .plain-label { margin: 0; font-size: 13px }
      ${style}
    </style>
    <script>
      const attachShadow = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (init) { return attachShadow.call(this, { ...init, mode: 'open' }); };
      window.frameCount = 0;
      const count = () => { window.frameCount += 1; requestAnimationFrame(count); };
      requestAnimationFrame(count);
      window.styles = [];
      const post = MessagePort.prototype.postMessage;
      MessagePort.prototype.postMessage = function (message, ...more) {
        if (message.type === 'style') window.styles.push({ frame: window.frameCount, style: message.style });
        return post.call(this, message, ...more);
      };
      window.shifts = [];
      try { new PerformanceObserver((list) => { for (const { value } of list.getEntries()) window.shifts.push(value); }).observe({ type: 'layout-shift', buffered: true }); } catch { /* not every browser measures */ }
    </script>
    <script src="${scriptAddress}"></script>
  </head>
  <body>
    <main class="checkout">
      <form><shoji-card name="token" shop-id="${SANDBOX_SHOP.shopId}" ${attributes}>${content}</shoji-card></form>
      <div class="plain"><label class="plain-label">カード番号</label><input class="plain-input" placeholder="TARO YAMADA"><p class="plain-hint">裏面</p><p class="plain-error">誤り</p>
        <div class="plain-form"></div><div class="plain-field"></div><span class="plain-brand">Visa</span></div>
    </main>
  </body>
</html>`;

export interface PageOptions {
  /** The shop's, in the page from the first byte on. */
  readonly style?: string;
  readonly attributes?: string;
  readonly content?: string;
}

export const CARD = `document.querySelector('shoji-card')`;
export const FRAME_ROOT = `[...document.body.children].find(({ shadowRoot }) => shadowRoot).shadowRoot`;

export class Shop {
  readonly #servers: readonly Listening[];
  readonly #address: string;
  readonly fields: Listening;
  #page = '';
  /** What the fields origin was asked for. */
  readonly asked: string[] = [];
  /** Further files of the fields origin, by path. */
  readonly files = new Map<string, Uint8Array<ArrayBuffer>>();
  /** A file that was not uploaded. */
  missing = '';
  /** A file that comes only when this is fulfilled. */
  held: { readonly path: string; readonly until: Promise<unknown> } | undefined;

  private constructor(shop: Listening, fields: Listening, gateway: Listening) {
    this.#servers = [shop, fields, gateway];
    this.#address = `${shop.origin}/`;
    this.fields = fields;
    const sandbox = createSandbox({ ...SANDBOX_SHOP, gatewayOrigin: gateway.origin, acsOrigin: gateway.origin });
    gateway.serve(sandbox.gateway.fetch);
    const { app } = createFields(gateway.origin, { hosts: GATEWAY_HOSTS });
    fields.serve(async (request) => {
      const { pathname } = new URL(request.url);
      this.asked.push(pathname);
      if (this.held?.path === pathname) await this.held.until;
      if (this.missing === pathname) return new Response('', { status: 404 });
      const file = this.files.get(pathname);
      return file ? new Response(file, { headers: { 'access-control-allow-origin': '*', 'content-type': 'font/ttf' } }) : app.fetch(request);
    });
    shop.serve(({ url }) =>
      new URL(url).pathname === '/'
        ? new Response(this.#page, { headers: { 'content-type': 'text/html; charset=utf-8' } })
        : new Response('', { status: 404 }),
    );
  }

  static async open(): Promise<Shop> {
    return new Shop(await listen('shop'), await listen('fields'), await listen('gateway'));
  }

  async close(): Promise<void> {
    await Promise.all(this.#servers.map((server) => server.close()));
  }

  /** Opens the page; the fields may still load. */
  async visit(tab: Session, options: PageOptions = {}): Promise<void> {
    this.#page = page(`${this.fields.origin}/shoji-card.js`, { style: '', attributes: '', content: '', ...options });
    await tab.goto(this.#address);
  }

  /** Opens the page and waits for the fields. */
  async enter(tab: Session, options: PageOptions = {}): Promise<void> {
    await this.visit(tab, options);
    await until('the fields', () => tab.run<boolean>(`${CARD}.state === 'editing'`), 60_000);
  }
}
