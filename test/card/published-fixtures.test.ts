import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { brandsOf } from '../../src/card/brands.js';
import { verifyCardNumber } from '../../src/card/card-number.js';
import { verifyExpiry } from '../../src/card/expiry.js';
import type { Verification } from '../../src/card/verification.js';
import { BRANDS, CANDIDATES, EXPIRIES, NUMBERS, TODAY, type Verdict } from './published-fixtures.ts';

const verdictOf = ({ isValid, isPotentiallyValid }: Verification): Verdict =>
  isValid ? 'valid' : isPotentiallyValid ? 'unfinished' : 'wrong';

/** A row that differs must really differ, so that no reason outlives its cause. */
const expected = <Answer>(theirs: Answer, differs: { readonly ours: Answer } | undefined): Answer => {
  if (differs) assert.notEqual(differs.ours, theirs);
  return differs ? differs.ours : theirs;
};
const note = (differs: { readonly because: string } | undefined) => (differs ? `, unlike theirs: ${differs.because}` : '');

describe('what other libraries publish as valid and invalid', () => {
  for (const [input, theirs, why, differs] of NUMBERS) {
    it(`number "${input}" is ${differs?.ours ?? theirs}: ${why}${note(differs)}`, () => {
      assert.equal(verdictOf(verifyCardNumber(input, { luhn: true })), expected(theirs, differs));
    });
  }

  for (const [input, theirs, why, differs] of EXPIRIES) {
    it(`expiry "${input}" in 6/2026 is ${differs?.ours ?? theirs}: ${why}${note(differs)}`, () => {
      assert.equal(verdictOf(verifyExpiry(input, TODAY)), expected(theirs, differs));
    });
  }

  for (const [digits, theirs, differs] of [...BRANDS, ...CANDIDATES]) {
    it(`${digits} is of ${(differs?.ours ?? theirs) || 'no known brand'}${note(differs)}`, () => {
      assert.equal([...brandsOf(digits)].sort().join(' '), expected(theirs, differs));
    });
  }
});
