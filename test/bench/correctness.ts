/** Enters the corpus as fast as the browser takes it, on a processor that is slowed down, and says what stands there in the end. */
import type { Browser, CDPSession, Frame } from '@playwright/test';
import { openLoaded, realmOf } from './browser.ts';
import type { Cell } from './cells.ts';
import type { Case, Step } from './corpus.ts';
import type { Served } from './serve.ts';

export interface Correctness {
  /** How many times slower than the processor is. */
  readonly slowdown: number;
  readonly count: number;
  readonly wrong: readonly { readonly name: string; readonly shown: string; readonly expected: string }[];
}

export async function correctness(browser: Browser, cell: Cell, served: Served, cases: readonly Case[], slowdown: number): Promise<Correctness> {
  const { page, session, run, sessionOf, close } = await openLoaded(browser, cell, served);
  try {
    await run('bench.mountOnce()');
    const realm = await realmOf(page, cell);
    const slow = (target: CDPSession) => target.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await slow(session);
    if (realm !== page.mainFrame()) await slow(await sessionOf(realm));
    const field = realm.locator(cell.field ?? '').first();
    await field.focus();
    const wrong: { name: string; shown: string; expected: string }[] = [];
    for (const { name, steps, expected } of cases) {
      await enter(session, realm, [{ type: 'all' }, { type: 'press', key: 'Delete', times: 1 }, ...steps]);
      const shown = await field.inputValue();
      if (shown !== expected) wrong.push({ name, shown, expected });
    }
    return { slowdown, count: cases.length, wrong };
  } finally {
    await close();
  }
}

/** No key waits for the one before. */
async function enter(session: CDPSession, realm: Frame, steps: readonly Step[]): Promise<void> {
  for (const step of steps) if (step.type === 'paste') await realm.page().evaluate((text) => navigator.clipboard.writeText(text), step.text);
  await Promise.all(steps.flatMap(strokesOf).map((stroke) => session.send('Input.dispatchKeyEvent', stroke)));
}

interface Stroke {
  readonly type: 'keyDown' | 'keyUp';
  readonly key: string;
  readonly code: string;
  readonly windowsVirtualKeyCode: number;
  readonly text?: string;
  readonly modifiers?: number;
}

const CODES = { Backspace: 8, End: 35, Home: 36, ArrowRight: 39, Delete: 46 } as const;
const [SHIFT, CONTROL] = [8, 2];

function strokesOf(step: Step): Stroke[] {
  switch (step.type) {
    case 'keys':
      return [...step.text].flatMap((text) => stroke({ text, key: text, code: text === ' ' ? 'Space' : `Digit${text}`, windowsVirtualKeyCode: text.charCodeAt(0) }));
    case 'press': {
      const { key, times, isSelecting = false } = step;
      const one = stroke({ key, code: key, windowsVirtualKeyCode: CODES[key], modifiers: isSelecting ? SHIFT : 0 });
      return Array.from({ length: times }, () => one).flat();
    }
    case 'all':
      return stroke({ key: 'a', code: 'KeyA', windowsVirtualKeyCode: 65, modifiers: CONTROL });
    case 'paste':
      return stroke({ key: 'v', code: 'KeyV', windowsVirtualKeyCode: 86, modifiers: CONTROL });
  }
}

/** A key writes when it goes down. */
const stroke = ({ text, ...key }: Omit<Stroke, 'type'>): Stroke[] => [
  { ...key, type: 'keyDown', ...(text !== undefined && { text }) },
  { ...key, type: 'keyUp' },
];
