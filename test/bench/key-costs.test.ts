import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { keyCosts } from './key-costs.ts';
import { MARKS, type TraceEvent } from './trace.ts';

/** Two keys typed into our fields in a frame of another process; the page hears of the first. Process 1 is the page's. */
const recorded = JSON.parse(readFileSync(new URL('recorded-trace.json', import.meta.url), 'utf8')) as TraceEvent[];

const span = (name: string, ts: number, dur: number, tdur = dur, type?: string): TraceEvent => ({
  name, ph: 'X', pid: 1, tid: 1, ts, dur, tdur, ...(type && { args: { data: { type } } }),
});
const mark = (message: string, ts: number): TraceEvent => ({
  name: 'TimeStamp', ph: 'I', pid: 1, tid: 1, ts, args: { data: { message } },
});
const TASK = 'ThreadControllerImpl::RunTask';
const keyDown = (ts: number) => [span(TASK, ts, 50, 40), span('EventDispatch', ts + 5, 40, 30, 'keydown')];

describe('the cost of a key', () => {
  it('is counted on the thread of the fields and on that of the page', () => {
    // sums of the `tdur` of the recorded events, added up by hand
    assert.deepEqual(keyCosts(recorded), [
      {
        fields: { script: 249 + 210 + 963, task: 8673, calls: 3, layouts: 2, styleRecalcs: 6 },
        page: { script: 91 + 231, task: 1007, calls: 2, layouts: 0, styleRecalcs: 1 },
      },
      {
        fields: { script: 67 + 52 + 214 + 18 + 50, task: 3946, calls: 5, layouts: 1, styleRecalcs: 0 },
        page: { script: 0, task: 146, calls: 0, layouts: 0, styleRecalcs: 0 },
      },
    ]);
  });

  it('has no page part when page and fields share a thread', () => {
    const [key] = keyCosts([mark(MARKS.page, 1), mark(MARKS.start, 2), ...keyDown(100), mark(MARKS.end, 900)]);
    assert.deepEqual(key, { fields: { script: 0, task: 40, calls: 0, layouts: 0, styleRecalcs: 0 }, page: null });
  });

  it('lasts from the task that brings it to the task that brings the next one', () => {
    const others = [span(TASK, 50, 10), span(TASK, 200, 10, 7), span(TASK, 890, 20)];
    const trace = [mark(MARKS.page, 1), mark(MARKS.start, 2), mark(MARKS.end, 900), ...others, ...keyDown(100), ...keyDown(300)];
    assert.deepEqual(keyCosts(trace).map(({ fields }) => fields.task), [47, 40]);
  });

  it('counts a script inside a script once', () => {
    const scripts = [span('FunctionCall', 110, 20, 18), span('RunMicrotasks', 115, 10, 9), span('RunMicrotasks', 135, 5, 4)];
    const [key] = keyCosts([mark(MARKS.page, 1), mark(MARKS.start, 2), ...keyDown(100), ...scripts, mark(MARKS.end, 900)]);
    assert.equal(key?.fields.script, 22);
    assert.equal(key.fields.calls, 2);
  });

  it('leaves out what is typed between two repetitions', () => {
    const times = [mark(MARKS.start, 2), mark(MARKS.end, 200), mark(MARKS.start, 400), mark(MARKS.end, 900)];
    const trace = [mark(MARKS.page, 1), ...times, ...keyDown(100), ...keyDown(300), ...keyDown(500)];
    assert.equal(keyCosts(trace).length, 2);
  });

  it('is not told from a trace without its marks', () => {
    assert.throws(() => keyCosts(recorded.filter(({ name }) => name !== 'TimeStamp')), /mark/);
  });
});
