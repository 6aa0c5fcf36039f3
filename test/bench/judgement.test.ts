import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compared, controlOf, medianRatio, medianRatioAbove, tailRatio, verdictOf, type Round, type Verdict } from './judgement.ts';
import type { Estimate } from './statistics.ts';

const round = (cells: Readonly<Record<string, readonly number[]>>): Round => new Map(Object.entries(cells));
const between = (low: number, value: number, high: number): Estimate => ({ low, value, high });
const QUIET = between(0.9, 1, 1.1);

describe('the judgement', () => {
  it('compares inside each round, so that a loaded round weighs no more than another', () => {
    const rounds = ([[10, 20], [900, 1800], [10, 10]] as const).map(([ours, payform]) => round({ ours: [ours], payform: [payform] }));
    assert.equal(medianRatio(rounds, 'ours', 'payform'), 0.5);
  });

  it('compares the slowest keys of all rounds together', () => {
    const many = (slowest: number) => [...Array.from({ length: 98 }, () => 1), slowest, slowest];
    assert.equal(tailRatio([round({ ours: many(30), payform: many(20) })], 'ours', 'payform'), 1.5);
  });

  it('compares what lies above the floor of the same round', () => {
    const rounds = [round({ bare: [10], ours: [14], moyasar: [50] }), round({ bare: [20], ours: [24], moyasar: [60] })];
    assert.equal(medianRatioAbove('bare')(rounds, 'ours', 'moyasar'), 0.1);
  });

  it('leaves out rounds in which one of the two was not measured', () => {
    const rounds = [round({ ours: [10], react: [40] }), round({ ours: [1000] }), round({ ours: [20], react: [80] })];
    assert.deepEqual(compared(rounds, medianRatio, 'ours', 'react', 1), between(0.25, 0.25, 0.25));
    assert.equal(compared(rounds, medianRatio, 'ours', 'imask', 1), null);
  });

  it('compares what lies above the floor of the right round when one of them is missing', () => {
    const rounds = [round({ bare: [1], ours: [9] }), round({ bare: [10], ours: [14], moyasar: [50] })];
    assert.equal(compared(rounds, medianRatioAbove('bare'), 'ours', 'moyasar', 1)?.value, 0.1);
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

  it('finds the twin of a cell', () => {
    assert.deepEqual(controlOf([round({ ours: [10], 'ours#aa': [20] })], 'ours', 1), [between(0.5, 0.5, 0.5)]);
    assert.deepEqual(controlOf([round({ ours: [10] })], 'ours', 1), []);
  });
});
