/** A shop's page with a challenge in any of its states, a wrapper as built, and an issuer that is always the same. */
import type { Page } from '@playwright/test';
import { createFields, GATEWAY_HOSTS } from '../../demo/fields.ts';
import { listen, type Listening } from '../../demo/listen.ts';
import { createSandbox } from '../../demo/sandbox-gateway/sandbox.ts';
import { SANDBOX_SHOP } from '../../demo/serve.ts';
import { until as untilThen } from '../support/session-until.ts';
import { shopPage } from './stage.ts';

export interface ChallengeState {
  /** The name of its file. */
  readonly name: string;
  /** `silent` never shows a page; `left` was left for another page, `late` is over since; `none`: there was no challenge. */
  readonly issuer: 'asks' | 'silent' | 'no-wrapper' | 'left' | 'late' | 'none';
  readonly consent?: boolean;
  /** Which deadline is over at once, milliseconds. */
  readonly passes?: number;
  /** Where the shopper presses then: a selector of what is shown, or the button of the shop's form. */
  readonly press?: string;
  readonly shows: string;
}

const until = (what: string, check: () => Promise<boolean> | boolean) => untilThen(what, check, 20_000);

/** When everything happens: the 28th of November 2026, ten past ten in Japan. */
const NOW = Date.UTC(2026, 10, 28, 1, 10);

const ISSUER = `<!doctype html><html lang="ja"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
  <title>本人認証</title><style>
    body { margin: 0; padding: 24px 20px; font: 15px/1.6 'Noto Sans CJK JP', sans-serif; color: #1b2733; background: #fff }
    header { display: flex; justify-content: space-between; margin-bottom: 20px; padding-bottom: 12px; border-bottom: 3px solid #0b6b5d; color: #0b6b5d; font-weight: 700 }
    dl { display: grid; grid-template-columns: auto 1fr; gap: 4px 16px; margin: 16px 0; padding: 12px 16px; background: #f5f7f9; border-radius: 8px }
    dd { margin: 0; text-align: end; font-weight: 600 } label { font-weight: 600 }
    input { box-sizing: border-box; width: 100%; height: 48px; margin: 6px 0 16px; border: 1px solid #75818e; border-radius: 8px }
    button { width: 100%; height: 48px; border: 0; border-radius: 8px; background: #0b6b5d; color: #fff; font: inherit; font-weight: 600 }
  </style><header><span>見本銀行</span><span>ID Check</span></header>
  <p>ご登録の電話番号に、ワンタイムパスワードを送りました。</p>
  <dl><dt>ご利用店舗</dt><dd>七草</dd><dt>金額</dt><dd>2,420円</dd><dt>カード</dt><dd>**** 1111</dd></dl>
  <label for="password">ワンタイムパスワード</label><input id="password" inputmode="numeric"><button>送信する</button></html>`;

const ROOTS = `[...document.querySelector('shoji-card').shadowRoot.querySelectorAll('div[exportparts]')].map(({ shadowRoot }) => shadowRoot)`;

export class ChallengeStage {
  readonly #servers: readonly Listening[];
  readonly #shop: Listening;
  readonly #fields: Listening;
  readonly #issuer: Listening;
  readonly #setWrapperDown: (isDown: boolean) => void;

  private constructor(shop: Listening, fields: Listening, gateway: Listening, issuer: Listening) {
    this.#servers = [shop, fields, gateway, issuer];
    [this.#shop, this.#fields, this.#issuer] = [shop, fields, issuer];
    const { app, setWrapperDown } = createFields(gateway.origin, { hosts: GATEWAY_HOSTS });
    this.#setWrapperDown = setWrapperDown;
    const sandbox = createSandbox({ ...SANDBOX_SHOP, gatewayOrigin: gateway.origin, acsOrigin: issuer.origin });
    gateway.serve(sandbox.gateway.fetch);
    fields.serve(app.fetch);
    const page = (text: string) => new Response(text, { headers: { 'content-type': 'text/html; charset=utf-8' } });
    issuer.serve(({ url }) => (new URL(url).pathname === '/silent' ? new Promise<Response>(() => undefined) : page(ISSUER)));
    shop.serve(({ url }) => (new URL(url).pathname === '/' ? page(shopPage(`${fields.origin}/shoji-card.js`)) : new Response('', { status: 404 })));
  }

  static async open(): Promise<ChallengeStage> {
    return new ChallengeStage(await listen('shop'), await listen('fields'), await listen('gateway'), await listen('acs'));
  }

  async close(): Promise<void> {
    await Promise.all(this.#servers.map((server) => server.close()));
  }

  /**
   * Loads the page and brings a challenge into the state.
   * @param page - a new one; its clock stands still
   */
  async show(page: Page, { name, issuer, consent = false, passes, press, shows }: ChallengeState): Promise<void> {
    this.#setWrapperDown(issuer === 'no-wrapper');
    const address = `${this.#issuer.origin}/${issuer === 'silent' ? 'silent' : ''}`;
    const attempt = { id: 'left-behind', phase: 'dialog', startedAt: NOW - 120_000, redirectUrl: address };
    const remembered = { left: { ...attempt, deadline: NOW + 480_000 }, late: { ...attempt, deadline: NOW - 1 } }[issuer as string];
    await page.clock.setFixedTime(NOW);
    await page.goto(`${this.#shop.origin}/`);
    await page.evaluate(`(() => {
      sessionStorage.clear();
      const remembered = ${JSON.stringify(remembered ?? null)};
      if (remembered) sessionStorage.setItem('shoji-attempt', JSON.stringify(remembered));
      const element = document.createElement('shoji-card');
      const attributes = { 'shop-id': '${SANDBOX_SHOP.shopId}', challenge: 'dialog', 'hosted-url': '${this.#fields.origin}/hosted/index.html' };
      for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
      element.toggleAttribute('consent', ${String(consent)});
      document.querySelector('form').replaceChildren(element);
    })()`);
    const isTrue = (script: string) => page.evaluate<boolean>(`Boolean(${script})`);
    await until(`${name}: the fields`, () => isTrue(`['editing', 'challenging', 'settled'].includes(document.querySelector('shoji-card').state)`));
    if (passes !== undefined) {
      await page.evaluate(`{
        const { setTimeout } = window;
        window.setTimeout = (run, delay, ...values) => setTimeout(run, delay === ${String(passes)} ? 0 : delay, ...values);
      }`);
    }
    if (['asks', 'silent', 'no-wrapper'].includes(issuer)) {
      await page.evaluate(`void document.querySelector('shoji-card').authenticate('${address}')`);
      await until(`${name}: the dialog`, () => isTrue(`${ROOTS}.some((root) => root.querySelector('dialog')?.open)`));
    }
    if (issuer === 'asks') {
      await until(`${name}: the issuer`, () => isTrue(`${ROOTS}.some((root) => root.querySelector('.veil')?.hidden)`));
      await until(`${name}: its page`, () => page.frames().some((frame) => frame.url().startsWith(this.#issuer.origin)));
    }
    if (press === 'submit') await page.evaluate(`(() => { void document.querySelector('shoji-card').tokenize().catch(() => null); })()`);
    else if (press) await page.evaluate(`${ROOTS}.map((root) => root.querySelector('${press}')).find(Boolean).click()`);
    await until(`${name}: “${shows}”`, () => isTrue(`${ROOTS}.some((root) => root.firstElementChild.innerText.includes(${JSON.stringify(shows)}))`));
  }
}
