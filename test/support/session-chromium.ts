import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Locator, Page } from '@playwright/test';
import { chromium } from '@playwright/test';
import { CHROMIUM_ARGS, find } from './browsers.mjs';
import { focusSettled } from './session-focus.ts';
import { pressesOf } from './session-keys.ts';
import { answerOf, onlyOnTop, question } from './session-scripts.ts';
import type { Session } from './session.ts';

let shared: Promise<Browser> | undefined;

/** A browser process of one's own, for tests that need more of Chromium than a session has. */
export const launchChromium = (args: readonly string[] = []): Promise<Browser> => {
  const executablePath = find('chromium');
  if (!executablePath) throw new Error('Chromium is not installed: npm run browsers');
  return chromium.launch({ executablePath, args: [...CHROMIUM_ARGS, ...args], timeout: 60_000 });
};

export async function closeChromium(): Promise<void> {
  await (await shared?.catch(() => undefined))?.close();
  shared = undefined;
}

/** What a session asks a page, for tests that hold a page of their own. */
export const askPage = (page: Page): Pick<Session, 'engine' | 'goto' | 'run' | 'runInFrame' | 'keys'> => ({
  engine: 'chromium',
  goto: async (url) => {
    await page.goto(url);
  },
  run: async (script) => answerOf(await page.evaluate<string>(question(script))),
  async runInFrame(script) {
    const frame = page.frames().find((each) => each.parentFrame() === page.mainFrame());
    if (!frame) throw new Error('there is no frame');
    return answerOf(await frame.evaluate<string>(question(script)));
  },
  async keys(text) {
    for (const press of pressesOf(text)) {
      if (press.kind === 'key') {
        await page.keyboard.press(press.shift ? `Shift+${press.name}` : press.name);
        if (press.name === 'Tab') await focusSettled(() => page.frames());
      } else if (press.kind === 'command') await page.keyboard.press(`Control+${press.letter}`);
      else if (press.character === ' ') await page.keyboard.press('Space');
      else if (/^[!-~]$/.test(press.character)) await page.keyboard.press(press.character);
      else await page.keyboard.insertText(press.character); // no key of the keyboard writes it: as an input method would
    }
  },
});

export async function startChromium(): Promise<Session> {
  const browser = await (shared ??= launchChromium());
  const context = await browser.newContext({ locale: 'ja-JP' });
  return chromiumSession(await context.newPage(), browser.version());
}

/**
 * Until it has drawn a frame after a scroll, Chromium sends a click to the frame of another origin that stood there before: no hand is
 * that fast. A page that is about to be left draws no more.
 */
async function scrollTo(page: Page, target: Locator): Promise<void> {
  const before = await target.boundingBox({ timeout: 15_000 });
  await target.scrollIntoViewIfNeeded({ timeout: 15_000 });
  const after = await target.boundingBox();
  if (before?.y === after?.y) return;
  const drawn = page.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))));
  await Promise.race([drawn.catch(() => undefined), pause(1_000, undefined, { ref: false })]);
}

/** For a test that made its own page, because it needs more of it than a session can do. */
export function chromiumSession(page: Page, version: string): Session {
  const said: string[] = [];
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(`pageerror: ${error.message}`));

  return {
    ...askPage(page),
    version,
    url: () => Promise.resolve(page.url()),
    // css:light, because Playwright's own css selectors look into open shadow roots and the other engines' do not
    click: async (css) => {
      const target = page.locator(`css:light=${css}`).first();
      await scrollTo(page, target);
      await target.click({ timeout: 15_000 });
    },
    back: async () => {
      await page.goBack();
    },
    reload: async () => {
      await page.reload();
    },
    async runInFrameOf(origin, script) {
      const frame = page.frames().find((each) => each.url().startsWith(`${origin}/`));
      return frame ? answerOf(await frame.evaluate<string>(question(script))) : null;
    },
    clickAt: (x, y) => page.mouse.click(x, y),
    resize: (width, height) => page.setViewportSize({ width, height }),
    screenshot: async (path) => {
      await page.screenshot({ path });
    },
    onNewDocument: async (script) => {
      await page.addInitScript({ content: onlyOnTop(script) });
    },
    consoleText: () => [...said],
    close: () => page.context().close(),
  };
}
