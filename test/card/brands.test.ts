import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Brand } from '../../src/card/brands.js';
import { brandOf, brandsOf, cvcLengthOf, gapsOf } from '../../src/card/brands.js';

describe('brands', () => {
  const table: readonly (readonly [digits: string, brand: Brand | undefined, why: string])[] = [
    ['', undefined, 'everything is possible'],
    ['4', 'visa', 'one digit is enough'],
    ['2220', undefined, 'before the 2-series'],
    ['2221', 'mastercard', 'first of the 2-series'],
    ['2720', 'mastercard', 'last of the 2-series'],
    ['2721', undefined, 'behind the 2-series'],
    ['50', 'maestro', 'before Mastercard'],
    ['51', 'mastercard', 'first of the 5-series'],
    ['55', 'mastercard', 'last of the 5-series'],
    ['56', 'maestro', 'behind Mastercard'],
    ['3527', undefined, 'before JCB'],
    ['3528', 'jcb', 'first of JCB'],
    ['3589', 'jcb', 'last of JCB'],
    ['3590', undefined, 'behind JCB'],
    ['2131', 'jcb', 'old JCB'],
    ['1800', 'jcb', 'old JCB'],
    ['1801', undefined, 'not old JCB'],
    ['33', undefined, 'between'],
    ['34', 'american-express', 'first range'],
    ['37', 'american-express', 'second range'],
    ['300', 'diners-club', 'first of 300–305'],
    ['305', 'diners-club', 'last of 300–305'],
    ['306', undefined, 'behind 305'],
    ['3094', undefined, 'before 3095'],
    ['3095', 'diners-club', '3095'],
    ['36', 'diners-club', '36'],
    ['38', 'diners-club', '38'],
    ['39', 'diners-club', '39'],
    ['6011', 'discover', '6011'],
    ['6010', 'maestro', 'before 6011'],
    ['643', undefined, 'before 644'],
    ['644', 'discover', '644'],
    ['659', 'discover', '65'],
    ['622125', 'unionpay', 'before the co-badged range'],
    ['622126', undefined, 'first co-badged'],
    ['622925', undefined, 'last co-badged'],
    ['622926', 'unionpay', 'behind the co-badged range'],
    ['8171', 'unionpay', 'last of 81'],
    ['8172', undefined, 'behind 8171'],
    ['2', undefined, 'Mastercard or old JCB'],
    ['3', undefined, 'three brands'],
    ['9', undefined, 'nobody'],
    ['3111111111111111', undefined, "GMO's test JCB lies outside JCB's ranges"],
  ];
  for (const [digits, brand, why] of table) {
    it(`takes ${digits || 'nothing'} for ${brand ?? 'no certain brand'}: ${why}`, () => assert.equal(brandOf(digits), brand));
  }

  it('gives both brands of a co-badged number', () => {
    assert.deepEqual(brandsOf('6221261111111111'), ['discover', 'unionpay']);
  });

  it('holds all brands possible for nothing typed, each once', () => {
    assert.equal(brandsOf('').length, 8);
    assert.equal(new Set(brandsOf('')).size, 8);
  });

  it('never makes a brand possible again that an earlier digit ruled out', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,19}$/), (digits) => {
        const before = brandsOf(digits.slice(0, -1));
        for (const brand of brandsOf(digits)) assert.ok(before.includes(brand));
      }),
    );
  });

  it('groups and counts the CVC as printed', () => {
    assert.deepEqual(gapsOf('american-express'), [4, 10]);
    assert.deepEqual(gapsOf('diners-club'), [4, 10]);
    assert.deepEqual(gapsOf(undefined), [4, 8, 12, 16]);
    assert.equal(cvcLengthOf('american-express'), 4);
    assert.equal(cvcLengthOf('jcb'), 3);
  });
});
