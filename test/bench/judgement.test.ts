import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { GOALS, judge, medianRatio, numbersOf, script, tailRatio, verdictOf, type Round, type Verdict } from './judgement.ts';
import type { KeyCost, ThreadCost } from './key-costs.ts';
import { conclusion } from './report.ts';
import type { Estimate } from './statistics.ts';

const thread = (scriptTime: number, taskTime = 1000): ThreadCost => ({
  script: scriptTime, task: taskTime, calls: 1, layouts: 1, styleRecalcs: 0,
});
const key = (scriptTime: number, taskTime?: number, page: ThreadCost | null = null): KeyCost => ({
  fields: thread(scriptTime, taskTime),
  page,
});
const round = (cells: Readonly<Record<string, readonly number[]>>): Round =>
  new Map(Object.entries(cells).map(([name, times]) => [name, times.map((time) => key(time))]));
const between = (low: number, value: number, high: number): Estimate => ({ low, value, high });
const QUIET = between(0.9, 1, 1.1);

describe('the judgement', () => {
  it('compares inside each round, so that a loaded round weighs no more than another', () => {
    const pairs = [[10, 20], [900, 1800], [10, 10]] as const;
    const rounds = pairs.map(([ours, payform]) => round({ ours: [ours], payform: [payform] }));
    assert.equal(medianRatio(script)(rounds, 'ours', 'payform'), 0.5);
  });

  it('compares the slowest keys of all rounds together', () => {
    const many = (slowest: number) => [...Array.from({ length: 98 }, () => 1), slowest, slowest];
    assert.equal(tailRatio(script)([round({ ours: many(30), payform: many(20) })], 'ours', 'payform'), 1.5);
  });

  it('adds the page to what the frame costs', () => {
    const rounds: Round[] = [new Map([['ours', [key(10, 100, thread(5, 50))]]])];
    const { script50, task50, task50Fields, task50Page, layouts } = numbersOf(rounds, 'ours');
    assert.deepEqual([script50, task50, task50Fields, task50Page, layouts], [15, 150, 100, 50, 2]);
  });

  const verdicts: [verdict: Verdict, ratio: Estimate, control: Estimate, why: string][] = [
    ['met', between(0.4, 0.45, 0.6), QUIET, 'the value is within the limit'],
    ['open', between(0.49, 0.55, 0.6), QUIET, 'only the better end is within the limit'],
    ['missed', between(0.51, 0.55, 0.6), QUIET, 'the better end is beyond the limit'],
    ['too noisy to judge', between(0.51, 0.55, 0.6), between(0.79, 1, 1.1), 'a cell seems quicker than itself'],
    ['too noisy to judge', between(0.1, 0.1, 0.1), between(0.9, 1, 1.26), 'a cell seems slower than itself'],
  ];
  for (const [verdict, ratio, control, why] of verdicts) {
    it(`says "${verdict}" when ${why}`, () => assert.equal(verdictOf(ratio, 0.5, [QUIET, control]), verdict));
  }

  it('judges a goal against the twins of its cells', () => {
    const [goal] = GOALS;
    assert.ok(goal);
    const same = round({ ours: [10], 'ours#aa': [10], payform: [100] });
    assert.equal(judge(goal, [same, same], 1).verdict, 'met');
    const uneasy = round({ ours: [10], 'ours#aa': [20], payform: [100] });
    assert.equal(judge(goal, [uneasy, uneasy], 1).verdict, 'too noisy to judge');
  });

  it('concludes with what is missed and what could not be judged', () => {
    const [goal] = GOALS;
    assert.ok(goal);
    const judged = (verdict: Verdict) => ({ goal, ratio: QUIET, controls: [], verdict });
    assert.match(conclusion([judged('missed')], []), /^MISSED: own JavaScript/);
    assert.match(conclusion([judged('too noisy to judge')], []), /^TOO NOISY TO JUDGE/);
    assert.match(conclusion([judged('met')], [{ what: 'a count', is: '1', isMet: false }]), /^MISSED: a count\.$/);
    assert.equal(conclusion([judged('met'), judged('open')], []), 'No goal is missed.');
  });
});
