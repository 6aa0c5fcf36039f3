/** Chromium for the bench: pages in contexts of their own, and what the browser knows of their memory and processor time. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Browser, CDPSession, Frame, Page } from '@playwright/test';
import { launchChromium } from '../support/session-chromium.ts';
import type { Cell } from './cells.ts';
import type { Served } from './serve.ts';

/** Nothing but this machine can be reached. */
const OFFLINE = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1';

export const launch = (args: readonly string[] = []): Promise<Browser> => launchChromium([OFFLINE, ...args]);

export interface Opened {
  readonly page: Page;
  readonly session: CDPSession;
  /** Runs a script of the harness in the page. */
  run<Result>(script: string): Promise<Result>;
  /** Another session for what runs in a frame of another process. */
  sessionOf(frame: Frame): Promise<CDPSession>;
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly reserve?: number;
  readonly init?: () => void;
}

/** A page of its own for a cell: nothing is loaded yet, and everything that will be is in the HTTP cache. */
export async function open(browser: Browser, cell: Cell, served: Served, options: OpenOptions = {}): Promise<Opened> {
  const context = await browser.newContext({
    viewport: { width: 800, height: 900 }, locale: 'en', permissions: ['clipboard-read', 'clipboard-write'],
  });
  try {
    if (options.init) await context.addInitScript(options.init);
    const page = await context.newPage();
    await page.goto(served.pageOf(cell, options));
    const { script } = served.loadOf(cell);
    const run = <Result>(code: string): Promise<Result> => page.evaluate<Result>(code);
    if (script) await run(`bench.fetchAhead([${JSON.stringify(script)}])`);
    const session = await context.newCDPSession(page);
    return { page, session, run, sessionOf: (frame) => context.newCDPSession(frame), close: () => context.close() };
  } catch (error) {
    await context.close();
    throw error;
  }
}

/** The same, with the script and the styles loaded and nothing mounted. */
export async function openLoaded(browser: Browser, cell: Cell, served: Served, options: OpenOptions = {}): Promise<Opened> {
  const opened = await open(browser, cell, served, options);
  try {
    await addScript(opened, cell, served);
    return opened;
  } catch (error) {
    await opened.close();
    throw error;
  }
}

export async function addScript({ run }: Pick<Opened, 'run'>, cell: Cell, served: Served): Promise<void> {
  const { script, isModule, styles } = served.loadOf(cell);
  if (script) await run(`bench.addScript(${JSON.stringify(script)}, ${isModule})`);
  if (styles) await run(`bench.addStyles(${JSON.stringify(styles)})`);
}

/** Where the number is typed: the page, or one of its frames. */
export async function realmOf(page: Page, cell: Cell): Promise<Frame> {
  if (cell.field === null) throw new Error(`${cell.name} has no field`);
  for (const frame of page.frames()) if (await frame.locator(cell.field).count()) return frame;
  throw new Error(`${cell.name}: the field is not found`);
}

export interface Heap {
  /** KiB of JavaScript and of the DOM that is kept by it, after collecting garbage. */
  readonly kilobytes: number;
  readonly nodes: number;
  readonly listeners: number;
}

export async function heapOf(session: CDPSession): Promise<Heap> {
  for (let turn = 0; turn < 3; turn += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize = 0 } = (await session.send('Runtime.getHeapUsage')) as {
    usedSize: number;
    embedderHeapUsedSize?: number;
  };
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  return { kilobytes: (usedSize + embedderHeapUsedSize) / 1024, nodes, listeners: jsEventListeners };
}

/** What the renderer processes of a browser have used. */
export interface Renderers {
  /** Milliseconds of processor time so far, all threads, by process. */
  cpu(): Promise<ReadonlyMap<number, number>>;
  /** Private dirty memory in MiB; null where the system does not say. */
  memory(): Promise<number | null>;
  close(): Promise<void>;
}

export async function renderersOf(browser: Browser): Promise<Renderers> {
  const session = await browser.newBrowserCDPSession();
  const processes = async () =>
    (await session.send('SystemInfo.getProcessInfo')).processInfo.filter(({ type }) => type === 'renderer');
  return {
    async cpu() {
      return new Map((await processes()).map(({ id, cpuTime }) => [id, scheduled(id) ?? cpuTime * 1000]));
    },
    async memory() {
      const sizes = (await processes()).map(({ id }) => privateDirty(id));
      return sizes.includes(null) ? null : sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
    },
    close: () => session.detach(),
  };
}

/** Linux tells the time of each thread in nanoseconds; the browser itself, in hundredths of a second. */
function scheduled(process: number): number | null {
  try {
    const tasks = `/proc/${process}/task`;
    return readdirSync(tasks).reduce((sum, task) => {
      try {
        return sum + Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
      } catch {
        return sum; // a thread that ended meanwhile
      }
    }, 0);
  } catch {
    return null;
  }
}

function privateDirty(process: number): number | null {
  try {
    const size = /^Private_Dirty:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${process}/smaps_rollup`, 'utf8'))?.[1];
    return size === undefined ? null : Number(size) / 1024;
  } catch {
    return null;
  }
}
