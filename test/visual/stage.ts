/** A shop's page for one element in any of its states: the built files, the fields on another site, and the sandbox gateway. */
import { createFields, GATEWAY_HOSTS } from '../../demo/fields.ts';
import { listen, type Listening } from '../../demo/listen.ts';
import { createSandbox, type Sandbox } from '../../demo/sandbox-gateway/sandbox.ts';
import { SANDBOX_SHOP } from '../../demo/serve.ts';
import type { Session } from '../support/session.ts';
import { TAB } from '../support/session-keys.ts';
import { until } from '../support/session-until.ts';
import type { VisualState } from './states.ts';

export type Tab = Pick<Session, 'engine' | 'goto' | 'run' | 'runInFrame' | 'keys'>;

const LOADING = '<p>カード入力欄を読み込んでいます…</p>';
const FALLBACK = '<p slot="fallback"><a href="#other">コンビニ払いを選ぶ</a></p>';

/**
 * The roots are opened before the element's script runs, for axe, which looks into open roots only. The font is one of those that
 * ensure-browsers.mjs installs.
 */
export const shopPage = (scriptAddress: string): string => `<!doctype html>
<html lang="ja">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>お支払い</title>
    <style>
      :root {
        color-scheme: light dark;
        background: light-dark(#fff, #17181c);
        color: light-dark(#1c1b1f, #ececf1);
        font: 16px/1.5 'Noto Sans CJK JP', sans-serif;
      }
      body { margin: 0 }
      main { max-inline-size: 480px; margin: 0 auto; padding: 16px }
      h1 { margin: 0 0 24px; font-size: 20px }
      a { color: light-dark(#33499e, #a9b8f5) }
    </style>
    <script>
      const attachShadow = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (init) { return attachShadow.call(this, { ...init, mode: 'open' }); };
    </script>
    <script src="${scriptAddress}"></script>
  </head>
  <body>
    <main><h1>お支払い</h1><form></form></main>
  </body>
</html>`;

/** In the page: the root of the element; in the frame: the root of the form. */
export const ELEMENT_ROOT = `document.querySelector('shoji-card').shadowRoot`;
export const FRAME_ROOT = `[...document.body.children].find(({ shadowRoot }) => shadowRoot).shadowRoot`;
const FRAME = `${ELEMENT_ROOT}.querySelector('shoji-vault').shadowRoot.querySelector('iframe')`;
const DRAWN = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))`;

export class Stage {
  readonly #sandbox: Sandbox;
  readonly #fields: ReturnType<typeof createFields>;
  readonly #servers: Readonly<Record<'shop' | 'fields' | 'gateway', Listening>>;

  private constructor(shop: Listening, fields: Listening, gateway: Listening) {
    this.#servers = { shop, fields, gateway };
    this.#sandbox = createSandbox({ ...SANDBOX_SHOP, gatewayOrigin: gateway.origin, acsOrigin: gateway.origin });
    // most states are those of a live shop: there is no gateway but the sandbox here
    this.#fields = createFields(gateway.origin, { hosts: GATEWAY_HOSTS });
    gateway.serve(this.#sandbox.gateway.fetch);
    fields.serve(this.#fields.app.fetch);
    shop.serve(({ url }) => {
      const { pathname } = new URL(url);
      if (pathname === '/held-back') return new Promise<Response>(() => undefined);
      if (pathname !== '/') return new Response('', { status: 404 });
      return new Response(shopPage(`${fields.origin}/shoji-card.js`), { headers: { 'content-type': 'text/html; charset=utf-8' } });
    });
  }

  static async open(): Promise<Stage> {
    return new Stage(await listen('shop'), await listen('fields'), await listen('gateway'));
  }

  async close(): Promise<void> {
    await Promise.all(Object.values(this.#servers).map((server) => server.close()));
  }

  /** Loads the page and brings a new element into the state. */
  async show(tab: Tab, state: VisualState): Promise<void> {
    const { shop, fields } = this.#servers;
    const { name, language = 'ja', direction = 'ltr', frame, phase = 'editing', faults = {}, typed = {}, then, times = 1, shows } = state;
    this.#sandbox.faults.reset();
    if (!this.#sandbox.faults.assign(faults)) throw new Error(`${name}: the sandbox has no such fault`);
    this.#fields.setHostedDown(frame === 'missing');
    const attributes = {
      'shop-id': SANDBOX_SHOP.shopId,
      // another origin than the page's, as it must be
      'hosted-url': frame === 'held-back' ? `${shop.loopback}/held-back` : `${fields.origin}/hosted/index.html`,
      ...state.attributes,
    };
    await tab.goto(`${shop.origin}/`);
    await tab.run(`(() => {
      const element = document.createElement('shoji-card');
      for (const [name, value] of Object.entries(${JSON.stringify(attributes)})) element.setAttribute(name, value);
      element.innerHTML = ${JSON.stringify(LOADING + FALLBACK)};
      Object.assign(document.documentElement, { lang: '${language}', dir: '${direction}' });
      document.querySelector('form').replaceChildren(element);
    })()`);
    await until(`${name}: ${phase}`, () => tab.run<boolean>(`document.querySelector('shoji-card').state === '${phase}'`));
    if (Object.keys(typed).length) {
      await until(`${name}: empty fields`, () => tab.runInFrame<boolean>(`${FRAME_ROOT}.getElementById('number').value === ''`));
      await tab.runInFrame(`((now) => { Date.now = () => now; })(Date.now())`); // what counts down stands still
    }
    const element = `document.querySelector('shoji-card')`;
    for (let attempt = 1; attempt <= times; attempt += 1) {
      if (Object.keys(typed).length) await tab.runInFrame(`(() => {
        for (const [id, text] of Object.entries(${JSON.stringify(typed)})) {
          const input = ${FRAME_ROOT}.getElementById(id);
          input.value = text;
          input.dispatchEvent(new Event('input', { bubbles: true }));
        }
      })()`);
      if (then === 'focus') await tab.run(`${element}.focus()`);
      if (then === 'report') await tab.run(`${element}.reportValidity()`);
      if (then === 'tokenize') await tab.run(`(${attempt < times ? '' : 'void '}${element}.tokenize().catch(() => null))`);
    }
    if (then === 'idle') {
      await tab.runInFrame(`((later) => { Date.now = () => later; document.dispatchEvent(new Event('visibilitychange')); })(Date.now() + 3_600_000)`);
    }
    await until(`${name}: “${shows}”`, async () => (await this.#texts(tab)).includes(shows));
    if (then === 'focus') {
      // WebKit lets no frame of another site give the focus to a field before the shopper touched it
      if (tab.engine === 'webkit') await tab.keys(TAB);
      await until(`${name}: the focus`, () => tab.runInFrame<boolean>(`${FRAME_ROOT}.activeElement !== null`));
    }
    // refusals are remembered in the tab, where the browser lets the frame: the next state begins without
    if (then === 'tokenize') await tab.runInFrame(`(() => { try { sessionStorage.clear(); } catch { /* nothing is kept */ } })()`);
    await this.settle(tab);
  }

  /** Waits until page and frame agree on the frame's size, and have drawn it. */
  async settle(tab: Tab): Promise<void> {
    const size = () => tab.run<string>(`(({ clientWidth, clientHeight }) => clientWidth + '×' + clientHeight)(${FRAME} ?? document.body)`);
    if (await this.#hasForm(tab)) {
      await until('the same size on both sides', async () => {
        const inside = await tab.runInFrame<string>(`(() => {
          const height = Math.ceil(${FRAME_ROOT}.querySelector('form').getBoundingClientRect().height);
          return innerHeight === height ? innerWidth + '×' + innerHeight : 'not yet';
        })()`);
        return inside === (await size());
      });
      await tab.runInFrame(DRAWN);
    }
    await tab.run(DRAWN);
  }

  /** Is there a form that a shopper sees? */
  async #hasForm(tab: Tab): Promise<boolean> {
    return tab.run<boolean>(`!['loading', 'failed'].includes(document.querySelector('shoji-card').state)`);
  }

  async #texts(tab: Tab): Promise<string> {
    const read = (root: string) => `[...${root}.children].map((child) => child.textContent).join(' ')`;
    const outside = await tab.run<string>(`${read(ELEMENT_ROOT)} + document.querySelector('shoji-card').textContent`);
    return outside + ((await this.#hasForm(tab)) ? await tab.runInFrame<string>(read(FRAME_ROOT)) : '');
  }
}
