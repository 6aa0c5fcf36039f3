/** What one more form on a page costs in memory, and what is left of one that was taken away. */
import type { Browser, CDPSession } from '@playwright/test';
import { heapOf, openLoaded, type Heap, type Opened } from './browser.ts';
import type { Cell } from './cells.ts';
import type { Served } from './serve.ts';

const INSTANCES = 100;
const CYCLES = 100;
/** What happens once in a page is over by then. */
const WARM_UP = 10;

export interface Instances {
  readonly count: number;
  /** Of each further form, in the realm of the page. */
  readonly page: Heap;
  /** The same in the process of its frames; null when there is none. */
  readonly frames: Heap | null;
  readonly cycles: number;
  /** What each cycle of mounting and taking away leaves in the realm of the page. */
  readonly leak: Heap;
}

export async function instances(browser: Browser, cell: Cell, served: Served): Promise<Instances> {
  const count = cell.instances ?? INSTANCES;
  const perInstance = await withPage(browser, cell, served, async (opened) => {
    const { run, session } = opened;
    await run('bench.mountMany(1)');
    const frames = await frameSession(opened);
    const before = [await heapOf(session), frames && (await heapOf(frames))] as const;
    await run(`bench.mountMany(${count})`);
    return {
      page: share(before[0], await heapOf(session), count),
      frames: frames && before[1] && share(before[1], await heapOf(frames), count),
    };
  });
  const cycles = cell.instances ?? CYCLES;
  const leak = await withPage(browser, cell, served, async ({ run, session }) => {
    await run(`bench.cycle(${WARM_UP})`);
    const before = await heapOf(session);
    await run(`bench.cycle(${cycles})`);
    return share(before, await heapOf(session), cycles);
  });
  return { count, ...perInstance, cycles, leak };
}

async function withPage<Result>(browser: Browser, cell: Cell, served: Served, work: (opened: Opened) => Promise<Result>): Promise<Result> {
  const opened = await openLoaded(browser, cell, served);
  try {
    return await work(opened);
  } finally {
    await opened.close();
  }
}

/** Into the process of the first frame, which the frames of one site share. */
async function frameSession({ page, sessionOf }: Opened): Promise<CDPSession | null> {
  const frame = page.frames().find((each) => each.url().startsWith('http') && new URL(each.url()).origin !== new URL(page.url()).origin);
  return frame ? sessionOf(frame) : null;
}

const share = (before: Heap, after: Heap, count: number): Heap => ({
  kilobytes: (after.kilobytes - before.kilobytes) / count,
  nodes: (after.nodes - before.nodes) / count,
  listeners: (after.listeners - before.listeners) / count,
});
