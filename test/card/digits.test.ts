import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { digitsOf, endsWithSeparator, isDigitsAndSeparators, slashed, toAsciiDigits } from '../../src/card/digits.js';

const allDecimalDigits = (): string[] => {
  const found: string[] = [];
  for (let code = 0; code <= 0x10ffff; code += 1) {
    const character = String.fromCodePoint(code);
    if (/\p{Nd}/u.test(character)) found.push(character);
  }
  return found;
};

describe('digits', () => {
  const table: readonly (readonly [input: string, digits: string, why: string])[] = [
    ['', '', 'nothing'],
    ['\ud835', '', 'a lone high surrogate'],
    ['1\udfce2', '12', 'a lone low surrogate'],
    ['４１１１', '4111', 'full-width'],
    ['𝟘𝟡𝟎𝟗', '0909', 'mathematical digits stand in unbroken runs of several tens'],
    ['٠١٢٣٤٥٦٧٨٩', '0123456789', 'Arabic-Indic'],
    ['4111\u30001111', '41111111', 'ideographic space'],
    ['1ー2－3−4‐5‑6–7—8―9ｰ0', '1234567890', 'every dash of a Japanese keyboard'],
    ['\u202a4111\u202c\u200b1', '41111', 'bidi marks and a zero-width space'],
    ['💳4', '4', 'emoji'],
    ['①²½', '', 'numbers that are not decimal digits'],
  ];
  for (const [input, digits, why] of table) {
    it(`reads ${JSON.stringify(input)} as "${digits}": ${why}`, () => assert.equal(digitsOf(input), digits));
  }

  it('gives every decimal digit of Unicode its value', () => {
    const found = allDecimalDigits();
    assert.ok(found.length >= 600);
    assert.equal(found.map(toAsciiDigits).join(''), '0123456789'.repeat(found.length / 10));
  });

  it('agrees with NFKC wherever NFKC knows an ASCII form', () => {
    for (const character of allDecimalDigits()) {
      const compatible = character.normalize('NFKC');
      if (/^\d$/.test(compatible)) assert.equal(toAsciiDigits(character), compatible);
    }
  });

  it('joins runs of digits by single slashes', () => {
    assert.equal(slashed('2030年 12月'), '2030/12/');
    assert.equal(slashed('１２／３０'), '12/30');
    assert.equal(slashed('12/x/30'), '12/30');
  });

  it('knows separators from other characters', () => {
    assert.ok(isDigitsAndSeparators('4111 1111-1111／1111.\u3000\u200e'));
    for (const text of ['4x', '💳', '\ud835', '①']) assert.ok(!isDigitsAndSeparators(text), text);
    assert.ok(endsWithSeparator('12／'));
    assert.ok(!endsWithSeparator('12'));
  });

  it('never throws and gives ASCII digits only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(0xffff), (text, unit) => {
        assert.match(digitsOf(text + String.fromCharCode(unit)), /^[0-9]*$/);
      }),
    );
  });

  it('is done after one pass', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => assert.equal(digitsOf(digitsOf(text)), digitsOf(text))));
  });
});
