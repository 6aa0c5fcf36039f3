import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Brand } from '../../src/card/brands.js';
import { verifyCvc } from '../../src/card/cvc.js';
import type { Reason } from '../../src/card/verification.js';

describe('cvc', () => {
  type Row = readonly [input: string, brand: Brand | undefined, reason: Reason | undefined, mend: boolean, why: string];
  const table: readonly Row[] = [
    ['', undefined, 'cvc-missing', true, 'nothing'],
    ['', 'american-express', 'cvc-missing', true, 'nothing'],
    ['12', undefined, 'cvc-incomplete', true, 'two digits'],
    ['123', undefined, undefined, true, 'three are enough for an unknown brand'],
    ['1234', undefined, undefined, true, 'four may be an American Express'],
    ['12345', undefined, 'cvc-invalid', false, 'GMO 122'],
    ['123', 'visa', undefined, true, 'three'],
    ['1234', 'visa', 'cvc-invalid', false, 'one too many'],
    ['123', 'american-express', 'cvc-incomplete', true, 'one is missing'],
    ['1234', 'american-express', undefined, true, 'four'],
    ['12345', 'american-express', 'cvc-invalid', false, 'one too many'],
    ['000', 'jcb', undefined, true, 'zeros are digits'],
    ['１２３', 'jcb', undefined, true, 'full-width'],
    ['１２３４', 'american-express', undefined, true, 'the fourth full-width digit'],
    [' 123 ', 'jcb', undefined, true, 'pasted with spaces'],
    ['12a', 'jcb', 'cvc-invalid', false, 'a letter'],
    ['\ud83d', undefined, 'cvc-invalid', false, 'a lone surrogate'],
    ['1'.repeat(5000), undefined, 'cvc-invalid', false, '5,000 digits'],
  ];
  for (const [input, brand, reason, mend, why] of table) {
    it(`finds "${input.slice(0, 10)}" for ${brand ?? 'an unknown brand'} ${reason ?? 'valid'}: ${why}`, () => {
      const verdict = verifyCvc(input, brand);
      assert.deepEqual([verdict.isValid, verdict.isPotentiallyValid, verdict.reason], [!reason, mend, reason]);
    });
  }

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 10 }), fc.nat(0xffff), (text, unit) => {
        assert.equal(typeof verifyCvc(text + String.fromCharCode(unit), undefined).isValid, 'boolean');
      }),
    );
  });
});
