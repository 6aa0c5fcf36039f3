/** How long a form in frames takes to be usable: the script of the page is there already, and the clock runs from the first element on. */
import type { Browser } from '@playwright/test';
import { addScript, openLoaded } from './browser.ts';
import type { Cell } from './cells.ts';
import type { Served } from './serve.ts';

/** Milliseconds of the clock on the wall. */
export interface Readiness {
  /** The first time in this browser context. */
  readonly cold: number;
  /** In another page of the same context: what may be cached is. The process of the frames is a new one all the same. */
  readonly warm: number;
}

export async function readiness(browser: Browser, cell: Cell, served: Served): Promise<Readiness> {
  const first = await openLoaded(browser, cell, served);
  try {
    const cold = await first.run<number>('bench.mountOnce()');
    const second = await first.page.context().newPage();
    await first.page.close();
    await second.goto(served.pageOf(cell));
    const run = <Result>(code: string): Promise<Result> => second.evaluate<Result>(code);
    await addScript({ run }, cell, served);
    await run('bench.frames(2)');
    return { cold, warm: await run<number>('bench.mountOnce()') };
  } finally {
    await first.close();
  }
}

/** Private memory of all renderers with the form in its page, in MiB; null where the system does not say. */
export async function memoryOf(browser: Browser, cell: Cell, served: Served, memory: () => Promise<number | null>): Promise<number | null> {
  const { run, session, close } = await openLoaded(browser, cell, served);
  try {
    await run('bench.mountMany(1)');
    await session.send('HeapProfiler.collectGarbage');
    return await memory();
  } finally {
    await close();
  }
}
