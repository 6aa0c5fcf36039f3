import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { optionsFor, optionText, parseMethodOptions, parseOption } from '../../src/choice/method-options.js';

const texts = (list: string, brand: string | null = null) => optionsFor(parseMethodOptions(list), brand).map(optionText);

describe('an option', () => {
  const known: readonly (readonly [text: string, method: string, payTimes: number | null])[] = [
    ['1', '1', null],
    ['2-2', '2', 2],
    ['2-3', '2', 3],
    ['2-99', '2', 99],
    ['3', '3', null],
    ['4-2', '4', 2],
    ['5', '5', null],
  ];
  for (const [text, method, payTimes] of known) {
    it(`is ${text}`, () => {
      assert.deepEqual(parseOption(text), { method, payTimes });
    });
  }

  const unknown: readonly (readonly [text: string, why: string])[] = [
    ['2', 'instalments without their number'],
    ['2-1', 'one instalment is none'],
    ['2-0', 'no instalment'],
    ['2-03', 'another way to write a number'],
    ['2-100', 'PayTimes has two digits'],
    ['1-3', 'one payment has no number'],
    ['3-2', 'nor has the one with the bonus'],
    ['4', 'bonuses without their number'],
    ['4-3', 'a year has two bonuses'],
    ['5-0', 'revolving has no number'],
    ['6', 'no method'],
    ['', 'nothing'],
    ['２-３', 'full-width digits'],
    ['2–3', 'a dash that is no hyphen'],
  ];
  for (const [text, why] of unknown) {
    it(`is not ${text || 'an empty text'}: ${why}`, () => {
      assert.equal(parseOption(text), undefined);
    });
  }

  it('is written as it was read', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9-]{0,5}$/), (text) => {
        const option = parseOption(text);
        assert.ok(option === undefined || optionText(option) === text);
      }),
    );
  });
});

describe('a list of options', () => {
  const table: readonly (readonly [list: string, brand: string | null, offered: string[], why: string])[] = [
    ['1 2-3 2-6 2-12 3 5', null, ['1', '2-3', '2-6', '2-12', '3', '5'], 'in its order'],
    ['5 1', null, ['5', '1'], 'in its order'],
    ['1  2-3\n2-6', null, ['1', '2-3', '2-6'], 'any white space'],
    ['1 1 2-3 2-3', null, ['1', '2-3'], 'once each'],
    ['', null, ['1'], 'the lump sum when there is nothing'],
    ['7 2', null, ['1'], 'the lump sum when there is nothing that is known'],
    ['1 2-3; amex: 1', 'american-express', ['1'], 'what the brand allows, by its short name'],
    ['1 2-3; american-express: 1', 'american-express', ['1'], 'and by its long one'],
    ['1 2-3; AMEX : 1', 'american-express', ['1'], 'in any letters'],
    ['1 2-3; amex: 1', 'visa', ['1', '2-3'], 'another brand'],
    ['1 2-3; amex: 1', null, ['1', '2-3'], 'a brand that is not known yet'],
    ['1 2-3; amex: 1; diners: 1 5', 'diners-club', ['1', '5'], 'several brands'],
    ['1 2-3; amex:', 'american-express', ['1'], 'a brand without a list has the lump sum'],
    ['1; visa: 1 2-3', 'visa', ['1', '2-3'], 'more than the others'],
    ['1;;', null, ['1'], 'nothing between'],
    ['1 2-3; constructor: 1', 'toString', ['1', '2-3'], 'a property of every object'],
  ];
  for (const [list, brand, offered, why] of table) {
    it(`offers ${offered.join(' ')} for “${list}” and ${brand ?? 'no brand'}: ${why}`, () => {
      assert.deepEqual(texts(list, brand), offered);
    });
  }

  it('tells what is no option', () => {
    assert.deepEqual(parseMethodOptions('1 2 2-3 x; amex 1; jcb: 9').unknown, ['2', 'x', 'amex 1', '9']);
    assert.deepEqual(parseMethodOptions('1 2-3 4-2 5; amex: 1').unknown, []);
  });

  it('offers something for any text at all', () => {
    fc.assert(
      fc.property(fc.string(), fc.option(fc.string()), (list, brand) => {
        const offered = optionsFor(parseMethodOptions(list), brand);
        assert.ok(offered.length > 0);
        assert.equal(new Set(offered.map(optionText)).size, offered.length);
      }),
    );
  });
});
