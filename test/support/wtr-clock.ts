/** Time in tests: deadlines that a test runs down by hand. Short timers, such as the test tools' own, go on as ever. */

/** From here on a timer is a deadline of the product. */
const LONG = 500;

export interface Deadlines {
  /** Delays of the deadlines that are running, in order of their start. */
  readonly running: readonly number[];
  /** Runs down the first deadline of this length. */
  expire(delay: number): void;
  release(): void;
}

interface Deadline {
  readonly delay: number;
  readonly run: () => void;
}

/** Out of the way of real handles, and never the same again: what an earlier test left may still clear its own. */
let handle = 1_000_000_000;

/** Holds every timer of half a second or more until `release`. */
export function holdDeadlines(): Deadlines {
  const { setTimeout: start, clearTimeout: stop } = window;
  const deadlines = new Map<number, Deadline>();
  window.setTimeout = ((handler: (...values: unknown[]) => void, delay = 0, ...values: unknown[]) => {
    if (delay < LONG) return start(handler, delay, ...values);
    handle += 1;
    deadlines.set(handle, { delay, run: () => handler(...values) });
    return handle;
  }) as typeof window.setTimeout;
  window.clearTimeout = (timer) => {
    if (!deadlines.delete(Number(timer))) stop(timer);
  };

  return {
    get running() {
      return [...deadlines.values()].map(({ delay }) => delay);
    },
    expire(delay) {
      const found = [...deadlines].find(([, deadline]) => deadline.delay === delay);
      if (!found) throw new Error(`no deadline of ${String(delay)} ms is running: ${this.running.join(', ')}`);
      deadlines.delete(found[0]);
      found[1].run();
    },
    release() {
      window.setTimeout = start;
      window.clearTimeout = stop;
    },
  };
}

/** Waits, by looking again and again, for what no event tells. The test's own time-out is its end. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
}
