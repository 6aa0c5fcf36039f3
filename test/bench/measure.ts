/** Types card numbers into a cell with trusted key events, in a browser context of its own, and says what each key cost. */
import { setTimeout as elapsed } from 'node:timers/promises';
import type { Browser, Frame, Page } from '@playwright/test';
import { launchChromium } from '../support/session-chromium.ts';
import type { Cell } from './cells.ts';
import { keyCosts, MARKS, type KeyCost, type TraceEvent } from './key-costs.ts';

export const PAN = '4242424242424242';
/** A quick typist's; also the time to paint in. */
const KEY_GAP = 30;
const REPETITIONS = 3;

export interface Sample {
  readonly keys: readonly KeyCost[];
  /** What the field shows in the end. */
  readonly shown: string;
}

export interface Origins {
  readonly shop: string;
  readonly fields: string;
}

/** Nothing but this machine can be reached; what the gateway would be is answered by `open`. */
const OFFLINE = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1';

export const launch = (): Promise<Browser> => launchChromium([OFFLINE]);

export async function measure(browser: Browser, cell: Cell, origins: Origins): Promise<Sample> {
  const { page, realm, close } = await open(browser, cell, origins);
  const field = realm.locator(cell.field);
  const mark = (where: Page | Frame, words: string) => where.evaluate((text) => console.timeStamp(text), words);
  try {
    await field.focus();
    await type(page, PAN.slice(0, 4)); // so that no key is the first ever
    await browser.startTracing(page, { categories: ['devtools.timeline', 'toplevel'] });
    await mark(page, MARKS.page);
    for (let count = 0; count < REPETITIONS; count += 1) {
      await empty(page);
      await mark(realm, MARKS.start);
      await type(page, PAN);
      await mark(realm, MARKS.end);
    }
    const shown = await field.inputValue();
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
    const keys = keyCosts(traceEvents);
    if (keys.length !== PAN.length * REPETITIONS) throw new Error(`${cell.name}: ${keys.length} keys in the trace`);
    if (cell.isFramed && keys.some((key) => !key.page)) throw new Error(`${cell.name}: the frame shares the process of the page`);
    return { keys, shown };
  } finally {
    await close();
  }
}

/**
 * Counts what the frame says to the page for each key of a card number, which is not measured at the same time.
 * @returns messages per key, in the order of the keys
 */
export async function countMessages(browser: Browser, cell: Cell, origins: Origins): Promise<number[]> {
  const { page, realm, close } = await open(browser, cell, origins, () => {
    const { postMessage } = MessagePort.prototype;
    const counted = globalThis as unknown as { messages: number };
    counted.messages = 0;
    MessagePort.prototype.postMessage = function (this: MessagePort, ...args: unknown[]) {
      counted.messages += 1;
      Reflect.apply(postMessage, this, args);
    };
  });
  /** After two frames on the screen, so that what a layout brings about has been said too. */
  const told = () =>
    realm.evaluate(async () => {
      for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
      return (globalThis as unknown as { messages: number }).messages;
    });
  try {
    await realm.locator(cell.field).focus();
    const counts: number[] = [];
    let before = await told();
    if (!before) throw new Error(`${cell.name}: nothing was counted, although the frame must have said that it is ready`);
    for (const key of PAN) {
      await page.keyboard.press(key);
      const after = await told();
      counts.push(after - before);
      before = after;
    }
    return counts;
  } finally {
    await close();
  }
}

/** A page of its own, ready to be typed into, and the realm where the fields are. */
async function open(browser: Browser, cell: Cell, origins: Origins, init: () => void = () => undefined) {
  const context = await browser.newContext({ viewport: { width: 800, height: 900 }, locale: 'en' });
  const close = () => context.close();
  try {
    await context.route(/^https:\/\/[^/]*\.mul-pay\.jp\//, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'window.Multipayment = { init() {}, getToken() {} }' }),
    );
    await context.addInitScript(init);
    const page = await context.newPage();
    await page.goto(`${origins.shop}/${encodeURIComponent(cell.name)}`);
    if (cell.isFramed) await page.locator('shoji-card:state(ready)').waitFor();
    const realm = cell.isFramed ? page.frames().find((frame) => frame.url().startsWith(origins.fields)) : page.mainFrame();
    if (!realm) throw new Error(`${cell.name}: there is no frame`);
    await realm.locator(cell.field).waitFor();
    return { page, realm, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function type(page: Page, text: string): Promise<void> {
  for (const key of text) {
    await page.keyboard.press(key);
    await elapsed(KEY_GAP);
  }
}

async function empty(page: Page): Promise<void> {
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await elapsed(KEY_GAP);
}
