/**
 * From a trace to what each key cost the main threads: the one where the fields live and, when they live in a frame of another
 * process, that of the page around it too.
 */
import { costWithin, endOf, isSameThread, isTask, MARKS, marksOf, outermost, threadOf, type ThreadCost, type TraceEvent } from './trace.ts';

export interface KeyCost {
  readonly fields: ThreadCost;
  /** Null when page and fields share a thread. */
  readonly page: ThreadCost | null;
}

/** The keys typed between the marks, in their order. */
export function keyCosts(trace: readonly TraceEvent[]): KeyCost[] {
  const starts = marksOf(trace, MARKS.start);
  const ends = marksOf(trace, MARKS.end);
  const [start, pageMark] = [starts[0], marksOf(trace, MARKS.page)[0]];
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
