import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { hasKana, normaliseCardholderName, verifyCardholderName } from '../../src/card/cardholder-name.js';
import type { Reason } from '../../src/card/verification.js';

describe('cardholder name', () => {
  type Row = readonly [input: string, sent: string, reason: Reason | undefined, mend: boolean, why: string];
  const table: readonly Row[] = [
    ['', '', 'name-missing', true, 'nothing'],
    [' 　', '', 'name-missing', true, 'spaces only'],
    ['A'.repeat(50), 'A'.repeat(50), undefined, true, 'the longest'],
    ['A'.repeat(51), 'A'.repeat(51), 'name-too-long', false, 'GMO 132'],
    [`${'A'.repeat(50)}   `, 'A'.repeat(50), undefined, true, 'outer spaces are not sent'],
    ['Taro 123456789', 'TARO 123456789', undefined, true, 'nine digits are no card number'],
    ['4111111111', '4111111111', 'name-is-number', false, 'ten digits are one'],
    ['４１１１ １１１１ １１１１ １１１１', '4111 1111 1111 1111', 'name-is-number', false, 'full-width card number'],
    ['123', '123', 'name-characters', true, 'a letter may follow'],
    ['TARO YAMADA', 'TARO YAMADA', undefined, true, 'as printed'],
    [' ｔａｒｏ　  Yamada ', 'TARO YAMADA', undefined, true, 'full-width, ideographic space, small letters'],
    ['Ｊ．Ａ．－Ｂ，／Ｃ', 'J.A.-B,/C', undefined, true, 'full-width symbols'],
    ['ANNA‐MARIAーK', 'ANNA-MARIA-K', undefined, true, 'dashes of a Japanese keyboard'],
    ['\u200fTARO\u200b', 'TARO', undefined, true, 'invisible characters'],
    ['TARO|YAMADA', 'TARO|YAMADA', 'name-characters', false, "GMO's separator"],
    ['TARO｜YAMADA', 'TARO|YAMADA', 'name-characters', false, "GMO's separator, full-width"],
    ['山田太郎', '山田太郎', 'name-kanji', false, 'kanji: GMO 131'],
    ['ﾔﾏﾀﾞ', 'ヤマダ', 'name-characters', false, 'half-width kana, and nobody to romanise it'],
    ['JOSÉ', 'JOSÉ', 'name-characters', false, 'an accent'],
    ['TARO💳', 'TARO💳', 'name-characters', false, 'an emoji'],
    ['\ud83d', '\ud83d', 'name-characters', false, 'a lone surrogate'],
  ];
  for (const [input, sent, reason, mend, why] of table) {
    it(`sends "${input.slice(0, 30)}" as "${sent.slice(0, 30)}", ${reason ?? 'valid'}: ${why}`, () => {
      const verdict = verifyCardholderName(input);
      assert.equal(normaliseCardholderName(input), sent);
      assert.deepEqual([verdict.isValid, verdict.isPotentiallyValid, verdict.reason], [!reason, mend, reason]);
    });
  }

  it('finds kana of any width, and only kana', () => {
    for (const text of ['や', 'ヤ', 'ﾔ', 'TARO や', 'ゔ']) assert.equal(hasKana(text), true, text);
    for (const text of ['', 'TARO', '山田', 'ANNAーK', '・', 'ＴＡＲＯ', '\ud83d']) assert.equal(hasKana(text), false, text);
  });

  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.stringMatching(/^[A-Za-z　 .\-|ａ-ｚ０-９]{0,60}$/u),
  );

  it('never passes anything but the allowed characters', () => {
    fc.assert(
      fc.property(anything, (text) => {
        if (verifyCardholderName(text).isValid) assert.match(normaliseCardholderName(text), /^[A-Z0-9 ,.\-/]{1,50}$/);
      }),
    );
  });

  it('changes nothing in what it would send', () => {
    fc.assert(
      fc.property(anything, (text) => {
        if (!verifyCardholderName(text).isValid) return;
        const name = normaliseCardholderName(text);
        assert.equal(normaliseCardholderName(name), name);
        assert.equal(verifyCardholderName(name).isValid, true);
      }),
    );
  });

  it('never throws on a long text', () => {
    assert.equal(verifyCardholderName('あ'.repeat(5000)).reason, 'name-characters');
    assert.equal(verifyCardholderName('A'.repeat(5000)).reason, 'name-too-long');
    assert.equal(verifyCardholderName('\ud800'.repeat(5000)).reason, 'name-characters');
  });
});
