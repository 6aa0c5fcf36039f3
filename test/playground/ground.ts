/** The demo with its playground, and Chromium pages that visit it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { serveDemo, type Demo } from '../../demo/serve.ts';
import type { SettingName } from '../../demo/playground/settings.ts';
import { launchChromium } from '../support/session-chromium.ts';
import { focusSettled } from '../support/session-focus.ts';
import { until } from '../support/session-until.ts';

export const CARD = { number: '4111111111111111', expiry: '1239', cvc: '737', name: 'TARO YAMADA' };

/** Chromium names every feature of a permissions policy that it does not know. */
const EXPECTED = /Unrecognized feature/;

export interface Visit {
  readonly page: Page;
  /** Violations of a policy, warnings and errors, of the page and of the frames in it. */
  readonly complaints: string[];
}

export class Ground {
  readonly demo: Demo;
  readonly #browser: Browser;
  readonly #data: string;

  private constructor(demo: Demo, browser: Browser, data: string) {
    this.demo = demo;
    this.#browser = browser;
    this.#data = data;
  }

  static async open(): Promise<Ground> {
    const data = mkdtempSync(join(tmpdir(), 'shoji-playground-'));
    return new Ground(await serveDemo({ dataDirectory: data, withShop: false }), await launchChromium(), data);
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.demo.close();
    rmSync(this.#data, { recursive: true, force: true });
  }

  address(query = ''): string {
    return `${this.demo.playground.origin}/${query}`;
  }

  /** In a context of its own; resolves when the element has become what it will be by itself. */
  async visit(query = '', options: BrowserContextOptions = {}): Promise<Visit> {
    const context = await this.#browser.newContext({ locale: 'ja-JP', viewport: { width: 1280, height: 900 }, ...options });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: this.demo.playground.origin });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      const text = message.text();
      if (['warning', 'error'].includes(message.type()) && !EXPECTED.test(text)) complaints.push(text);
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
        console.error(`refused: ${effectiveDirective} ${blockedURI}`);
      });
    });
    await page.goto(this.address(query), { waitUntil: 'domcontentloaded' }); // a frame that never answers would never let it load
    return { page, complaints };
  }
}

export const stateOf = (page: Page): Promise<string> => page.evaluate<string>(`document.querySelector('shoji-card')?.state ?? 'none'`);

export const hasState = (page: Page, state: string): Promise<void> => until(`the state ${state}`, async () => (await stateOf(page)) === state);

/** Types a card with the keyboard, beginning at the first field. */
export async function typeCard(page: Page, card: Readonly<Record<string, string>> = CARD): Promise<void> {
  await page.getByRole('button', { name: 'focus()' }).click();
  await until('the focus', () => page.evaluate<boolean>(`document.activeElement?.localName === 'shoji-card'`));
  await focusSettled(() => page.frames());
  for (const text of Object.values(card)) {
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
}

/** What the controls say, read from them and not from the page's own script. */
export const controlsOf = (page: Page): Promise<Partial<Record<SettingName, string>>> =>
  page.evaluate(`(() => {
    const data = new FormData(document.getElementById('settings'));
    return Object.fromEntries([...new Set(data.keys())].map((name) => [name, data.getAll(name).join(' ').replaceAll('\\r\\n', '\\n')]));
  })()`);

export const queryOfPage = (page: Page): string => new URL(page.url()).search;
