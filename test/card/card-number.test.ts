import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { brandOf, brandsOf, type Brand } from '../../src/card/brands.js';
import { formatCardNumber, isLuhn, swappedGroupOf, verifyCardNumber } from '../../src/card/card-number.js';
import { digitsOf } from '../../src/card/digits.js';
import type { Reason } from '../../src/card/verification.js';
import { GMO_TEST_NUMBERS, TESTLABS_NUMBERS } from './gmo-test-numbers.ts';

type Verdict = 'valid' | readonly ['unfinished' | 'wrong', Reason];

describe('card number', () => {
  const table: readonly (readonly [input: string, verdict: Verdict, why: string])[] = [
    ['', ['unfinished', 'number-missing'], 'nothing'],
    [' 　-', ['unfinished', 'number-missing'], 'separators only'],
    ['4', ['unfinished', 'number-incomplete'], 'one digit'],
    ['411111111111111', ['unfinished', 'number-incomplete'], '15 digits of a Visa'],
    ['4111111111111111', 'valid', '16 digits'],
    ['4111111111111112', ['wrong', 'number-invalid'], 'check digit'],
    ['41111111111111111', ['wrong', 'number-too-long'], '17 digits: GMO 102'],
    ['4111111111111111110', ['wrong', 'number-too-long'], 'a right 19-digit Visa: GMO 102'],
    ['4222222222222', ['unfinished', 'number-incomplete'], 'Visa gave up 13 digits'],
    ['37144963539843', ['unfinished', 'number-incomplete'], '14 digits of an American Express'],
    ['371449635398431', 'valid', '15 digits'],
    ['371449635398432', ['wrong', 'number-invalid'], 'check digit, and nothing may follow'],
    ['3714496353984310', ['wrong', 'number-too-long'], '16 digits of an American Express'],
    ['3056930902590', ['unfinished', 'number-incomplete'], '13 digits of a Diners Club'],
    ['30569309025904', 'valid', '14 digits'],
    ['30569309025905', ['unfinished', 'number-incomplete'], 'may be one of 16 digits'],
    ['180000000000002', 'valid', 'JCB of 15 digits'],
    ['213100000000001', 'valid', 'JCB of 15 digits'],
    ['1800000000000020', ['wrong', 'number-too-long'], 'old JCB ends at 15'],
    ['3530111333300000', 'valid', 'JCB'],
    ['353011133330000', ['unfinished', 'number-incomplete'], '15 digits of a new JCB'],
    ['6200000000000000', 'valid', 'UnionPay needs no check digit'],
    ['6221260000000001', 'valid', 'neither does a co-badged one'],
    ['900000000', ['unfinished', 'number-incomplete'], 'unknown brand: nine digits'],
    ['9000000001', 'valid', 'unknown brand: ten digits with a check digit'],
    ['9000000002', ['unfinished', 'number-incomplete'], 'unknown brand: more may follow'],
    ['9000000000000002', ['wrong', 'number-invalid'], 'unknown brand: 16 digits'],
    ['４１１１　１１１１ー１１１１－１１１１', 'valid', 'full-width with an ideographic space and dashes'],
    ['\u202a4111-1111-1111-1111\u202c ', 'valid', 'pasted with bidi marks'],
    ['4111x', ['wrong', 'number-invalid'], 'a letter'],
    ['💳', ['wrong', 'number-invalid'], 'an emoji'],
    ['\ud83d', ['wrong', 'number-invalid'], 'a lone surrogate'],
    ['4'.repeat(5000), ['wrong', 'number-too-long'], '5,000 digits'],
  ];
  for (const [input, verdict, why] of table) {
    it(`finds "${input.slice(0, 30)}" ${String(verdict)}: ${why}`, () => {
      const { isValid, isPotentiallyValid, reason } = verifyCardNumber(input, { luhn: true });
      if (verdict === 'valid') assert.deepEqual([isValid, isPotentiallyValid, reason], [true, true, undefined]);
      else assert.deepEqual([isValid, isPotentiallyValid, reason], [false, verdict[0] === 'unfinished', verdict[1]]);
    });
  }

  for (const number of [...GMO_TEST_NUMBERS, ...TESTLABS_NUMBERS]) {
    it(`accepts the test number ${number} when the check digit may be wrong`, () => {
      assert.equal(verifyCardNumber(number, { luhn: false }).isValid, true);
    });
  }

  it('accepts exactly three of the approving GMO numbers when the check digit counts', () => {
    const valid = GMO_TEST_NUMBERS.slice(0, 6).filter((number) => verifyCardNumber(number, { luhn: true }).isValid);
    assert.deepEqual(valid, ['4111111111111111', '36111111111111', '375987000000088']);
  });

  it('tells the brand, and leaves it out while uncertain', () => {
    assert.equal(verifyCardNumber('3528', { luhn: true }).brand, 'jcb');
    assert.equal('brand' in verifyCardNumber('', { luhn: true }), false);
    assert.equal('brand' in verifyCardNumber('3', { luhn: true }), false);
  });

  const refusals: readonly (readonly [digits: string, brands: readonly Brand[], isRefused: boolean, why: string])[] = [
    ['4111111111111111', [], false, 'the shop names no brand'],
    ['4111111111111111', ['visa'], false, 'the brand is taken'],
    ['4', ['jcb'], true, 'one digit is certain'],
    ['3', ['visa'], false, 'JCB, American Express or Diners Club: not certain'],
    ['', ['visa'], false, 'nothing typed'],
    ['371449635398431', ['visa', 'jcb'], true, 'a right number of another brand'],
    ['9000000000000001', ['visa'], false, 'an unknown brand'],
    ['622126', ['discover'], false, 'one of two marks is taken'],
    ['622126', ['unionpay'], false, 'the other one is'],
    ['622126', ['visa'], true, 'neither is'],
    ['62212', ['visa'], false, 'not certain which of two'],
  ];
  for (const [digits, brands, isRefused, why] of refusals) {
    it(`${isRefused ? 'refuses' : 'does not refuse'} ${digits || 'nothing'} where the shop takes ${brands.join(' ') || 'all'}: ${why}`, () => {
      assert.equal(verifyCardNumber(digits, { luhn: true, brands }).reason === 'number-brand', isRefused);
    });
  }

  it('never refuses for its brand what the shop takes', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{0,19}$/), (digits) => {
        const brands = brandsOf(digits);
        if (brands.length) assert.notEqual(verifyCardNumber(digits, { luhn: true, brands }).reason, 'number-brand');
      }),
    );
  });

  const formats: readonly (readonly [digits: string, text: string, why: string])[] = [
    ['', '', 'nothing'],
    ['4111', '4111', 'no space at the end'],
    ['41111', '4111 1', 'a space before the fifth'],
    ['4111111111111111', '4111 1111 1111 1111', '4-4-4-4'],
    ['4111111111111111110', '4111 1111 1111 1111 110', '4-4-4-4-3'],
    ['371449635398431', '3714 496353 98431', '4-6-5'],
    ['30569309025904', '3056 930902 5904', '4-6-4'],
    ['180000000000002', '1800 0000 0000 002', 'old JCB by four'],
  ];
  for (const [digits, text, why] of formats) {
    it(`shows ${digits || 'nothing'} as "${text}": ${why}`, () => {
      assert.equal(formatCardNumber(digits, brandOf(digits)), text);
    });
  }

  it('calls a number potentially valid exactly when some digits behind it make it valid', () => {
    const luhn = true;
    fc.assert(
      fc.property(fc.stringMatching(/^\d{13,17}$/), (digits) => {
        const tails = [''];
        for (const length of [1, 2, 3]) {
          for (let value = 0; value < 10 ** length; value += 1) tails.push(String(value).padStart(length, '0'));
        }
        const isReachable = tails.some((tail) => verifyCardNumber(digits + tail, { luhn }).isValid);
        assert.equal(verifyCardNumber(digits, { luhn }).isPotentiallyValid, isReachable);
      }),
      { numRuns: 300 },
    );
  });

  it('never lets a wrong digit or two swapped neighbours pass', () => {
    const place = fc.integer({ min: 1, max: 14 });
    const slipBy = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(fc.stringMatching(/^4\d{14}$/), place, slipBy, (head, at, by) => {
        const number = Array.from({ length: 10 }, (_, digit) => `${head}${digit}`).find(
          (candidate) => verifyCardNumber(candidate, { luhn: true }).isValid,
        );
        assert.ok(number);
        const slip = number.slice(0, at) + String((Number(number[at]) + by) % 10) + number.slice(at + 1);
        assert.equal(verifyCardNumber(slip, { luhn: true }).isValid, false);
        const pair = number.slice(at, at + 2);
        if (pair[0] === pair[1] || pair === '09' || pair === '90') return;
        const swap = number.slice(0, at) + pair[1] + pair[0] + number.slice(at + 2);
        assert.equal(verifyCardNumber(swap, { luhn: true }).isValid, false);
      }),
    );
  });

  it('gives the same verdict however the digits are separated', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9 　\-ー０-９]{0,30}$/u), (text) => {
        assert.deepEqual(verifyCardNumber(text, { luhn: true }), verifyCardNumber(digitsOf(text), { luhn: true }));
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.nat(0xffff), fc.boolean(), (text, unit, luhn) => {
        assert.equal(typeof verifyCardNumber(text + String.fromCharCode(unit), { luhn }).isValid, 'boolean');
      }),
    );
  });
});

describe('the group where a swap explains a wrong check digit', () => {
  const table: [number: string, group: number | undefined, why: string][] = [
    ['4571376012345674', 2, 'of 4571 7360 …, swapped in the second group'],
    ['371449365398431', 2, 'the long second group of an American Express'],
    ['371449635398413', 3, 'and its third one'],
    ['4012888888818881', undefined, 'the two may stand in two groups'],
    ['9480731629504818', undefined, 'more than one group would explain it'],
    ['4111111111111112', undefined, 'no swap mends it: a single slip may be anywhere'],
  ];
  for (const [number, group, why] of table) {
    it(`is ${String(group)} for ${number}: ${why}`, () => {
      assert.equal(swappedGroupOf(number), group);
      assert.equal(verifyCardNumber(number, { luhn: true }).swappedGroup, group);
    });
  }

  it('is the right one or none, for any number with any two neighbours of a group swapped', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 14, maxLength: 14 });
    let named = 0;
    fc.assert(
      fc.property(digits, fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 2 }), (list, group, place) => {
        const head = `4${list.join('')}`;
        const number = head + String([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].find((last) => isLuhn(head + String(last))));
        const at = group * 4 + place;
        const swapped = number.slice(0, at) + number.charAt(at + 1) + number.charAt(at) + number.slice(at + 2);
        if (!swapped.startsWith('4')) return;
        const found = isLuhn(swapped) ? undefined : swappedGroupOf(swapped);
        if (found !== undefined) {
          named += 1;
          assert.equal(found, group + 1, swapped);
        }
      }),
      { numRuns: 2_000 },
    );
    assert.ok(named > 200, `spoke ${String(named)} times`);
  });
});
