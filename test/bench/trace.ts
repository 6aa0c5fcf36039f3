/**
 * What a Chromium trace (categories `devtools.timeline` and `toplevel`) says of a main thread.
 *
 * Times are CPU time of the thread (`tdur`), in microseconds: time during which the thread had to wait for a core does not count.
 */

export interface TraceEvent {
  readonly name: string;
  /** `X` is an event with a length. */
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly type?: string; readonly message?: string } };
}

/** What something cost one thread. */
export interface ThreadCost {
  /** Scripts of the document: evaluation, listeners, timers, microtasks. */
  readonly script: number;
  /** Everything the thread did, style, layout and paint included. */
  readonly task: number;
  /** How often a script was entered. */
  readonly calls: number;
  readonly layouts: number;
  readonly styleRecalcs: number;
}

/** `console.timeStamp` with these words tells which thread is which, and when something began and ended. */
export const MARKS = {
  page: 'bench: page',
  frame: 'bench: frame',
  load: 'bench: load',
  loaded: 'bench: loaded',
  start: 'bench: typing',
  end: 'bench: typed',
} as const;

const SCRIPTS = new Set(['FunctionCall', 'RunMicrotasks', 'EvaluateScript', 'v8.evaluateModule']);
export const isTask = ({ name }: TraceEvent) => /(?:^|::)RunTask$/.test(name);

export const marksOf = (trace: readonly TraceEvent[], words: string) =>
  trace.filter(({ name, args }) => name === 'TimeStamp' && args?.data?.message === words);

export const isSameThread = (a: TraceEvent, b: TraceEvent) => a.pid === b.pid && a.tid === b.tid;

/** Events with a length that ran on the thread of this one, the outer before the inner. */
export const threadOf = (trace: readonly TraceEvent[], mark: TraceEvent) =>
  trace.filter((event) => event.ph === 'X' && isSameThread(event, mark)).sort((a, b) => a.ts - b.ts || endOf(b) - endOf(a));

export const endOf = ({ ts, dur = 0 }: TraceEvent) => ts + dur;

/** @param thread - as `threadOf` has it */
export function costWithin(thread: readonly TraceEvent[], from: number, to: number): ThreadCost {
  const events = thread.filter(({ ts }) => ts >= from && ts < to);
  const scripts = outermost(events.filter(({ name }) => SCRIPTS.has(name)));
  const count = (counted: string) => events.filter(({ name }) => name === counted).length;
  return {
    script: cpuTime(scripts),
    task: cpuTime(outermost(events.filter(isTask))),
    calls: scripts.length,
    layouts: count('Layout'),
    styleRecalcs: count('UpdateLayoutTree'),
  };
}

const cpuTime = (events: readonly TraceEvent[]) => events.reduce((sum, { tdur = 0 }) => sum + tdur, 0);

/** Without those that lie inside another one. */
export function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  let end = -1;
  return events.filter((event) => {
    if (event.ts < end) return false;
    end = endOf(event);
    return true;
  });
}
