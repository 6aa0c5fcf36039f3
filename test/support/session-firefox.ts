import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Frame, Page } from 'puppeteer-core';
import puppeteer from 'puppeteer-core';
import { find } from './browsers.mjs';
import { focusSettled } from './session-focus.ts';
import { keyActionsOf, pressesOf, SHIFT_TAB, TAB } from './session-keys.ts';
import { answerOf, onlyOnTop, question } from './session-scripts.ts';
import type { Session } from './session.ts';

let shared: Promise<Browser> | undefined;

const launch = (): Promise<Browser> => {
  const executablePath = find('firefox');
  if (!executablePath) throw new Error('Firefox is not installed');
  return puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    timeout: 60_000,
    protocolTimeout: 120_000,
    extraPrefsFirefox: {
      'intl.accept_languages': 'ja-JP, ja',
      // No back/forward cache, as in Playwright's Chromium: Puppeteer waits for events that a document out of it does not have.
      'browser.sessionhistory.max_total_viewers': 0,
      'fission.bfcacheInParent': false,
    },
  });
};

export async function closeFirefox(): Promise<void> {
  await (await shared?.catch(() => undefined))?.close();
  shared = undefined;
}

export async function startFirefox(): Promise<Session> {
  const browser = await (shared ??= launch());
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(`pageerror: ${error instanceof Error ? error.message : String(error)}`));
  const run = async <T>(script: string) => answerOf<T>((await page.evaluate(question(script))) as string);

  return {
    engine: 'firefox',
    version: await browser.version(),
    goto: async (url) => {
      await page.goto(url);
    },
    url: () => run('location.href'),
    run,
    async runInFrame(script) {
      const frame = page.frames().find((each) => each.parentFrame() === page.mainFrame());
      if (!frame) throw new Error('there is no frame');
      return answerOf((await frame.evaluate(question(script))) as string);
    },
    async click(css) {
      await page.waitForSelector(css, { visible: true, timeout: 15_000 });
      await page.click(css);
    },
    async keys(text) {
      if (await run<boolean>('crossOriginIsolated')) {
        await pressInFocusedFrame(page, text);
        return;
      }
      for (const press of pressesOf(text)) {
        if (press.kind === 'character') await page.keyboard.press(press.character as 'a');
        else if (press.kind === 'command') {
          await page.keyboard.down('Control');
          await page.keyboard.press(press.letter as 'a');
          await page.keyboard.up('Control');
        } else {
          if (press.shift) await page.keyboard.down('Shift');
          await page.keyboard.press(press.name);
          if (press.shift) await page.keyboard.up('Shift');
          if (press.name === 'Tab') await focusSettled(() => page.frames());
        }
      }
    },
    back: async () => {
      await page.goBack();
    },
    reload: async () => {
      await page.reload();
    },
    async runInFrameOf(origin, script) {
      const frame = page.frames().find((each) => each.url().startsWith(`${origin}/`));
      if (!frame) return null;
      // a frame that its page leaves meanwhile may never answer
      const answer = await Promise.race([frame.evaluate(question(script)), pause(3_000, null, { ref: false })]);
      return answer === null ? null : answerOf(answer as string);
    },
    clickAt: (x, y) => page.mouse.click(x, y),
    resize: (width, height) => page.setViewport({ width, height }),
    screenshot: async (path) => {
      await page.screenshot({ path });
    },
    onNewDocument: async (script) => {
      await page.evaluateOnNewDocument(onlyOnTop(script));
    },
    consoleText: () => [...said],
    close: () => context.close(),
  };
}

/** What Puppeteer's frame has for Firefox, although its types do not say so. */
interface BidiFrame {
  readonly browsingContext: { performActions(actions: readonly object[]): Promise<void> };
}

/**
 * In a page that is isolated from other origins, keys that are sent to the page never arrive in a frame of another one, although that
 * frame has the focus: Firefox' driver looks for it in the page's own process. Sent to the frame itself, they do.
 */
async function pressInFocusedFrame(page: Page, text: string): Promise<void> {
  for (const run of text.split(new RegExp(`(${TAB}|${SHIFT_TAB})`, 'u')).filter(Boolean)) {
    const focused = await Promise.all(page.frames().map(async (frame) => ((await hasFocus(frame)) ? frame : null)));
    const frame = focused.findLast((each) => each !== null) ?? page.mainFrame();
    const { browsingContext } = frame as unknown as BidiFrame;
    await browsingContext.performActions([{ type: 'key', id: 'keyboard', actions: keyActionsOf(run) }]);
    if (run === TAB || run === SHIFT_TAB) await focusSettled(() => page.frames());
  }
}

const hasFocus = (frame: Frame) => frame.evaluate(() => document.hasFocus()).catch(() => false);
