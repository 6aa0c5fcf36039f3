import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { instalments } from '../../src/choice/instalments.js';

describe('instalments', () => {
  const table: readonly (readonly [amount: number, count: number, each: number, last: number, why: string])[] = [
    [10_000, 3, 3333, 3334, 'a yen is left over'],
    [9_999, 3, 3333, 3333, 'nothing is left over'],
    [12_800, 6, 2133, 2135, 'two yen are left over'],
    [3, 3, 1, 1, 'a yen each'],
    [5, 3, 1, 3, 'as much as can be left over'],
    [9_999_999, 2, 4_999_999, 5_000_000, 'the largest amount that the gateway takes'],
    [100, 1, 100, 100, 'one payment is the whole amount'],
  ];
  for (const [amount, count, each, last, why] of table) {
    it(`divides ${amount} by ${count}: ${why}`, () => {
      assert.deepEqual(instalments(amount, count), { count, each, last });
    });
  }

  const refused: readonly (readonly [amount: number, count: number, why: string])[] = [
    [2, 3, 'less than a yen each'],
    [0, 3, 'nothing'],
    [-10_000, 3, 'less than nothing'],
    [100.5, 3, 'half a yen'],
    [Number.NaN, 3, 'no number'],
    [Number.POSITIVE_INFINITY, 3, 'without end'],
    [2 ** 53, 3, 'more than a number can tell apart'],
    [10_000, 0, 'no payment'],
    [10_000, 2.5, 'half a payment'],
  ];
  for (const [amount, count, why] of refused) {
    it(`says nothing of ${amount} by ${count}: ${why}`, () => {
      assert.equal(instalments(amount, count), null);
    });
  }

  it('pays the amount to the yen, in equal whole payments of which the last takes the rest', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999 }), fc.integer({ min: 1, max: 99 }), (amount, count) => {
        const divided = instalments(amount, count);
        if (amount < count) return divided === null;
        assert.ok(divided);
        const { each, last } = divided;
        assert.equal(each * (count - 1) + last, amount);
        assert.ok(Number.isInteger(each) && Number.isInteger(last) && each >= 1);
        assert.ok(last >= each && last - each < count, 'the rest is less than a yen for each payment');
        return true;
      }),
    );
  });
});
