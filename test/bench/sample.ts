/** One sample of a cell, in a page of its own: it is loaded, and a card number is typed into it with trusted key events. */
import { setTimeout as elapsed } from 'node:timers/promises';
import type { Browser, Frame, Page } from '@playwright/test';
import { open, realmOf, type Renderers } from './browser.ts';
import type { Cell } from './cells.ts';
import { keyCosts, type KeyCost } from './key-costs.ts';
import { loadCost, type LoadCost } from './load-costs.ts';
import type { Served } from './serve.ts';
import { MARKS, type TraceEvent } from './trace.ts';

export const PAN = '4242424242424242';
/** A quick typist's; also the time to paint in. */
const KEY_GAP = 25;
const REPETITIONS = 1;

export interface Sample {
  readonly load: LoadCost;
  /** Milliseconds of the clock on the wall: until the script had been evaluated, and until the fields could be used. */
  readonly evaluated: number;
  readonly ready: number;
  /** How much the page jumped when the form came, with nothing reserved for it. */
  readonly shift: number;
  /** What the form takes of the page, in pixels. */
  readonly height: number;
  /** Empty where nothing can be typed. */
  readonly keys: readonly KeyCost[];
  /** Processor time of all renderers for one key, milliseconds. */
  readonly typingCpu: number | null;
  /** What the field shows in the end. */
  readonly shown: string | null;
}

interface Loaded {
  readonly evaluated: number;
  readonly ready: number;
  readonly height: number;
}

export async function sample(browser: Browser, renderers: Renderers, cell: Cell, served: Served): Promise<Sample> {
  const { page, session, run, close } = await open(browser, cell, served);
  let isTracing = false;
  try {
    await session.send('HeapProfiler.collectGarbage');
    await browser.startTracing(page, { categories: ['devtools.timeline', 'toplevel'] });
    isTracing = true;
    const loaded = await run<Loaded>(`bench.load(${JSON.stringify({ ...served.loadOf(cell), marks: MARKS })})`);
    for (const frame of page.frames()) if (frame !== page.mainFrame()) await mark(frame, MARKS.frame);
    const shift = await run<number>('bench.shift');
    const typed = cell.field === null || cell.isEvaluatedOnly ? null : await typeInto(page, await realmOf(page, cell), cell, renderers);
    isTracing = false;
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
    const keys = typed ? keyCosts(traceEvents) : [];
    if (typed && keys.length !== PAN.length * REPETITIONS) throw new Error(`${cell.name}: ${keys.length} keys in the trace`);
    if (cell.kind === 'ours' && keys.some((key) => !key.page)) throw new Error(`${cell.name}: the frame shares the process of the page`);
    return { load: loadCost(traceEvents), ...loaded, shift, keys, typingCpu: typed?.cpu ?? null, shown: typed?.shown ?? null };
  } finally {
    if (isTracing) await browser.stopTracing();
    await close();
  }
}

async function typeInto(page: Page, realm: Frame, cell: Cell, renderers: Renderers) {
  const field = realm.locator(cell.field ?? '').first();
  await field.focus();
  await type(page, PAN.slice(0, 4)); // so that no key is the first ever
  await mark(page, MARKS.page);
  const before = await renderers.cpu();
  for (let count = 0; count < REPETITIONS; count += 1) {
    await empty(page);
    await mark(realm, MARKS.start);
    await type(page, PAN);
    await mark(realm, MARKS.end);
  }
  const after = await renderers.cpu();
  // of those that were there all the time: one that ends is of another page, and one that begins is kept in reserve
  const used = [...before].reduce((sum, [id, time]) => sum + ((after.get(id) ?? time) - time), 0);
  return { cpu: used / (PAN.length * REPETITIONS), shown: await field.inputValue() };
}

const mark = (where: Page | Frame, words: string) => where.evaluate((text) => console.timeStamp(text), words);

async function type(page: Page, text: string): Promise<void> {
  for (const key of text) {
    await page.keyboard.press(key);
    await elapsed(KEY_GAP);
  }
}

export async function empty(page: Page): Promise<void> {
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await elapsed(KEY_GAP);
}

/** The same load again, with the room for the form reserved. @returns how much the page jumps */
export async function shiftWithRoom(browser: Browser, cell: Cell, served: Served, height: number): Promise<number> {
  const { run, close } = await open(browser, cell, served, { reserve: height });
  try {
    await run(`bench.load(${JSON.stringify({ ...served.loadOf(cell), marks: MARKS })})`);
    return await run<number>('bench.shift');
  } finally {
    await close();
  }
}
