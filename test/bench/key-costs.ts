/**
 * From a Chromium trace (categories `devtools.timeline` and `toplevel`) to what each key cost the main threads: the one where the
 * fields live and, when they live in a frame of another process, that of the page around it too.
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

/** What one key cost one thread. */
export interface ThreadCost {
  /** Scripts of the document: listeners, timers, microtasks. */
  readonly script: number;
  /** Everything the thread did, style, layout and paint included. */
  readonly task: number;
  /** How often a script was entered. */
  readonly calls: number;
  readonly layouts: number;
  readonly styleRecalcs: number;
}

export interface KeyCost {
  readonly fields: ThreadCost;
  /** Null when page and fields share a thread. */
  readonly page: ThreadCost | null;
}

/** `console.timeStamp` with these words tells which thread is which, and when there was typing. */
export const MARKS = { page: 'bench: page', start: 'bench: typing', end: 'bench: typed' } as const;

const SCRIPTS = new Set(['FunctionCall', 'RunMicrotasks', 'EvaluateScript']);
const isTask = ({ name }: TraceEvent) => /(?:^|::)RunTask$/.test(name);

/** The keys typed between the marks, in their order. */
export function keyCosts(trace: readonly TraceEvent[]): KeyCost[] {
  const marks = (words: string) => trace.filter(({ name, args }) => name === 'TimeStamp' && args?.data?.message === words);
  const starts = marks(MARKS.start);
  const ends = marks(MARKS.end);
  const [start, pageMark] = [starts[0], marks(MARKS.page)[0]];
  if (!start || !pageMark || starts.length !== ends.length) throw new Error('the trace lacks a mark');

  const fields = threadOf(trace, start);
  const page = isSameThread(start, pageMark) ? null : threadOf(trace, pageMark);
  const tasks = outermost(fields.filter(isTask));
  // a key begins with the task that brings it, and lasts until the next one or the task that ends the typing
  const beginOf = (event: TraceEvent) => tasks.findLast((task) => task.ts <= event.ts && event.ts <= endOf(task))?.ts ?? event.ts;
  return starts.flatMap(({ ts }, index) => {
    const end = ends[index] as TraceEvent;
    const keys = fields.filter((event) => isKeyDown(event) && event.ts > ts && event.ts < end.ts);
    const borders = [...keys, end].map(beginOf);
    return keys.map((_, key) => {
      const [from, to] = borders.slice(key) as [number, number];
      return { fields: costWithin(fields, from, to), page: page && costWithin(page, from, to) };
    });
  });
}

const isKeyDown = ({ name, args }: TraceEvent) => name === 'EventDispatch' && args?.data?.type === 'keydown';

const isSameThread = (a: TraceEvent, b: TraceEvent) => a.pid === b.pid && a.tid === b.tid;

/** Events with a length that ran on the thread of this one, the outer before the inner. */
const threadOf = (trace: readonly TraceEvent[], mark: TraceEvent) =>
  trace.filter((event) => event.ph === 'X' && isSameThread(event, mark)).sort((a, b) => a.ts - b.ts || endOf(b) - endOf(a));

const endOf = ({ ts, dur = 0 }: TraceEvent) => ts + dur;

function costWithin(thread: readonly TraceEvent[], from: number, to: number): ThreadCost {
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
function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  let end = -1;
  return events.filter((event) => {
    if (event.ts < end) return false;
    end = endOf(event);
    return true;
  });
}
