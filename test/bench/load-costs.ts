/**
 * From a trace to what it cost the main threads to load a form: that of the page, and those of its frames in other processes, from
 * their very first task on.
 */
import { costWithin, isSameThread, MARKS, marksOf, threadOf, type ThreadCost, type TraceEvent } from './trace.ts';

export interface LoadCost {
  readonly page: ThreadCost;
  /** Of all frames together; null when there is no other process. */
  readonly frames: ThreadCost | null;
}

/** Between the marks, which the page sets; the marks of the frames come later and only say which threads are theirs. */
export function loadCost(trace: readonly TraceEvent[]): LoadCost {
  const [start, end] = [marksOf(trace, MARKS.load)[0], marksOf(trace, MARKS.loaded)[0]];
  if (!start || !end) throw new Error('the trace lacks a mark');
  const frames = marksOf(trace, MARKS.frame).filter(
    (mark, index, all) => !isSameThread(mark, start) && all.findIndex((other) => isSameThread(other, mark)) === index,
  );
  const cost = (mark: TraceEvent) => costWithin(threadOf(trace, mark), start.ts, end.ts);
  return { page: cost(start), frames: frames.length ? frames.map(cost).reduce(added) : null };
}

export const added = (a: ThreadCost, b: ThreadCost): ThreadCost => ({
  script: a.script + b.script,
  task: a.task + b.task,
  calls: a.calls + b.calls,
  layouts: a.layouts + b.layouts,
  styleRecalcs: a.styleRecalcs + b.styleRecalcs,
});
