/** What can be counted exactly: what the frame says to the page for each key, and what is asked of the servers until the form is there. */
import type { Browser } from '@playwright/test';
import { openLoaded, realmOf } from './browser.ts';
import type { Cell } from './cells.ts';
import { PAN } from './sample.ts';
import type { Served } from './serve.ts';

/** @returns messages per key, in the order of the keys of a card number */
export async function countMessages(browser: Browser, cell: Cell, served: Served): Promise<number[]> {
  const init = () => {
    const { postMessage } = MessagePort.prototype;
    const counted = globalThis as unknown as { messages: number };
    counted.messages = 0;
    MessagePort.prototype.postMessage = function (this: MessagePort, ...args: unknown[]) {
      counted.messages += 1;
      Reflect.apply(postMessage, this, args);
    };
  };
  const { page, run, close } = await openLoaded(browser, cell, served, { init });
  try {
    await run('bench.mountOnce()');
    const realm = await realmOf(page, cell);
    /** After two frames on the screen, so that what a layout brings about has been said too. */
    const told = () =>
      realm.evaluate(async () => {
        for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
        return (globalThis as unknown as { messages: number }).messages;
      });
    await realm.locator(cell.field ?? '').focus();
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

export interface Requests {
  /** Answered before the form could be used, round trip by round trip; the script that makes the form is not among them. */
  readonly untilReady: readonly (readonly string[])[];
  /** All files of ours that a page loads, that script included. */
  readonly files: readonly string[];
}

export async function countRequests(browser: Browser, cell: Cell, served: Served): Promise<Requests> {
  const { run, close } = await openLoaded(browser, cell, served);
  try {
    const trips = served.inRoundTrips();
    const from = served.requests.length;
    await run('bench.mountOnce()');
    const untilReady = [...trips.rounds];
    await trips.settled();
    const files = served.requests.slice(from).filter((name) => name.startsWith('fields/'));
    return { untilReady, files: ['shoji-card.js', ...files.map((name) => name.slice('fields/'.length))] };
  } finally {
    served.inOneGo();
    await close();
  }
}
