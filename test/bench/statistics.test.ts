import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bootstrap, mean, median, quantile, randomFrom, shuffled } from './statistics.ts';

describe('statistics', () => {
  const medians: [values: number[], middle: number][] = [
    [[7], 7],
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[10, 9, 100], 10], // by size, not by spelling
  ];
  for (const [values, middle] of medians) {
    it(`takes ${middle} as the median of ${values.join(' ')}`, () => assert.equal(median(values), middle));
  }

  it('leaves the order of the values alone', () => {
    const values = [3, 1, 2];
    median(values);
    quantile(values, 0.5);
    assert.deepEqual(values, [3, 1, 2]);
  });

  const quantiles: [share: number, value: number][] = [[0, 10], [0.25, 10], [0.26, 20], [0.75, 30], [0.99, 40], [1, 40]];
  for (const [share, value] of quantiles) {
    it(`takes ${value} as the ${share} quantile of 10 20 30 40`, () => assert.equal(quantile([40, 10, 30, 20], share), value));
  }

  it('refuses to say anything about nothing', () => {
    assert.throws(() => median([]), RangeError);
    assert.throws(() => quantile([], 0.5), RangeError);
  });

  it('draws the same interval from the same seed, and another from another', () => {
    const rounds = [1, 2, 4, 7, 11, 16, 22];
    const of = (seed: number) => bootstrap(rounds, mean, seed);
    assert.deepEqual(of(1), of(1));
    assert.notDeepEqual(of(1), of(2));
  });

  it('finds an interval around the value, as wide as the rounds differ', () => {
    assert.deepEqual(bootstrap([5, 5, 5], median, 1), { value: 5, low: 5, high: 5 });
    // standard error of the mean of 0 and 1 in equal parts, 100 of them: 0.05; 1.96 of it to either side
    const { value, low, high } = bootstrap(Array.from({ length: 100 }, (_, index) => index % 2), mean, 1);
    assert.equal(value, 0.5);
    assert.ok(Math.abs(low - 0.402) < 0.02 && Math.abs(high - 0.598) < 0.02, `${low} to ${high}`);
  });

  it('keeps every value when it shuffles, in an order that the seed decides', () => {
    const values = Array.from({ length: 20 }, (_, index) => index);
    const once = shuffled(values, randomFrom(1));
    assert.deepEqual(once.toSorted((a, b) => a - b), values);
    assert.notDeepEqual(once, values);
    assert.deepEqual(once, shuffled(values, randomFrom(1)));
  });
});
