import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadCost } from './load-costs.ts';
import { MARKS, type TraceEvent } from './trace.ts';

const span = (name: string, pid: number, ts: number, dur: number, tdur = dur): TraceEvent => ({ name, ph: 'X', pid, tid: 1, ts, dur, tdur });
const mark = (message: string, pid: number, ts: number): TraceEvent => ({
  name: 'TimeStamp', ph: 'I', pid, tid: 1, ts, args: { data: { message } },
});
const TASK = 'ThreadControllerImpl::RunTask';
const borders = [mark(MARKS.load, 1, 100), mark(MARKS.loaded, 1, 1000)];

describe('the cost of a load', () => {
  it('is what the page did between the marks', () => {
    const around = [span(TASK, 1, 50, 20), span(TASK, 1, 1001, 20)];
    const within = [span(TASK, 1, 200, 50, 40), span('EvaluateScript', 1, 210, 30, 25), span('Layout', 1, 245, 3), span('UpdateLayoutTree', 1, 241, 3)];
    assert.deepEqual(loadCost([...borders, ...around, ...within]), {
      page: { script: 25, task: 40, calls: 1, layouts: 1, styleRecalcs: 1 },
      frames: null,
    });
  });

  it('has the frames of other processes apart, all of them, each process once', () => {
    const frames = [2, 2, 3].map((pid, index) => mark(MARKS.frame, pid, 1100 + index));
    const trace = [...borders, ...frames, span(TASK, 1, 150, 9), span(TASK, 2, 300, 10), span(TASK, 3, 300, 7), span(TASK, 4, 300, 100)];
    const { page, frames: others } = loadCost(trace);
    assert.deepEqual([page.task, others?.task], [9, 17]);
  });

  it('counts a frame that shares the thread of the page once', () => {
    const { page, frames } = loadCost([...borders, mark(MARKS.frame, 1, 1100), span(TASK, 1, 150, 9)]);
    assert.deepEqual([page.task, frames], [9, null]);
  });

  it('is not told from a trace without its marks', () => {
    assert.throws(() => loadCost(borders.slice(0, 1)), /mark/);
  });
});
