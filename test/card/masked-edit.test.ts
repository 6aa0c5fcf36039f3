import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { digitsOf, toAsciiDigits } from '../../src/card/digits.js';
import type { Mask, MaskedText } from '../../src/card/masked-edit.js';
import { CVC_MASK, EXPIRY_MASK, maskedEdit, NUMBER_MASK } from '../../src/card/masked-edit.js';

/** `'41|11'` is the value 4111 with the caret behind the second digit. */
const at = (marked: string): MaskedText => ({ value: marked.replace('|', ''), caret: marked.indexOf('|') });
const marked = ({ value, caret }: MaskedText): string => `${value.slice(0, caret)}|${value.slice(caret)}`;
const leftDigits = ({ value, caret }: MaskedText): string => digitsOf(value.slice(0, caret));

const MASKS = { number: NUMBER_MASK, expiry: EXPIRY_MASK, cvc: CVC_MASK } as const;
type MaskName = keyof typeof MASKS;
const BACKSPACE = 'deleteContentBackward';
const DELETE = 'deleteContentForward';

/** What a browser does to a text field, as far as formatting is concerned. */
const press = (mask: Mask, text: MaskedText, key: string): MaskedText => {
  const { value, caret } = text;
  if (key === BACKSPACE) {
    if (caret === 0) return text;
    const left = { value: value.slice(0, caret - 1) + value.slice(caret), caret: caret - 1 };
    return maskedEdit(mask, left, { previous: value, inputType: key });
  }
  if (key === DELETE) {
    if (caret === value.length) return text;
    const left = { value: value.slice(0, caret) + value.slice(caret + 1), caret };
    return maskedEdit(mask, left, { previous: value, inputType: key });
  }
  const left = { value: value.slice(0, caret) + key + value.slice(caret), caret: caret + key.length };
  return maskedEdit(mask, left, { previous: value, inputType: 'insertText' });
};

const typed = (mask: Mask, keys: string): string[] => {
  let text: MaskedText = { value: '', caret: 0 };
  return [...keys].map((key) => marked((text = press(mask, text, key))));
};

describe('masked edit', () => {
  const edits: readonly (readonly [mask: MaskName, left: string, result: string, why: string])[] = [
    ['number', '|', '|', 'nothing'],
    ['number', '4111|', '4111|', 'no space at the end'],
    ['number', '41115|', '4111 5|', 'the caret goes over the new space'],
    ['number', '9|4111 1', '9|411 11', 'typed in front'],
    ['number', '411|1 1111', '411|1 1111', 'unchanged'],
    ['number', '4119|1 1111', '4119| 1111 1', 'typed in the middle'],
    ['number', '4111 | 1111', '4111 |1111', 'a typed space steps over the space'],
    ['number', '4111x| 1111', '4111| 1111', 'a letter vanishes, and the caret stays'],
    ['number', '３７|14496353', '37|14 496353', 'full-width digits, another grouping'],
    ['number', '𝟜𝟙𝟙𝟙𝟝|', '4111 5|', 'digits of two UTF-16 units'],
    ['number', '4111-1111-1111-1111|', '4111 1111 1111 1111|', 'a paste with separators is not cut'],
    ['number', '4111  1111  1111  1111  110|', '4111 1111 1111 1111 110|', '19 digits with separators'],
    ['number', '41111111111111111109|', '4111 1111 1111 1111 110|', 'the twentieth digit does not get in'],
    ['number', '49|111 1111 1111 1111 110', '4|111 1111 1111 1111 110', 'nor in the middle, where it would push another one out'],
    ['expiry', '1|', '1|', 'no slash yet'],
    ['expiry', '12|', '12|', 'no slash yet'],
    ['expiry', '12/|', '12/|', 'a typed slash stays'],
    ['expiry', '123|', '12/3|', 'the caret goes over the new slash'],
    ['expiry', '12/|/30', '12/|30', 'a typed slash steps over the slash'],
    ['expiry', '125|/30', '12/5|30', 'typed in the middle'],
    ['expiry', '1|/30', '1|/30', 'the slash stays when a digit of the month goes'],
    ['expiry', '１２／３０|', '12/30|', 'full-width'],
    ['expiry', '2030-12|', '2030/12|', 'autofill with a month of the platform'],
    ['expiry', '12/20309|', '12/2030|', 'the seventh digit does not get in'],
    ['expiry', '12/9|2030', '12/|2030', 'nor in the middle'],
    ['cvc', '12a|3', '12|3', 'a letter vanishes'],
    ['cvc', '12345|', '1234|', 'the fifth digit does not get in'],
    ['cvc', '１２３４|', '1234|', 'the fourth full-width digit does'],
  ];
  for (const [name, left, result, why] of edits) {
    it(`turns "${left}" into "${result}" (${name}): ${why}`, () => {
      assert.equal(marked(maskedEdit(MASKS[name], at(left))), result);
    });
  }

  const deletions: readonly (readonly [mask: MaskName, before: string, key: string, result: string, why: string])[] = [
    ['number', '4111 |2222', BACKSPACE, '411|2 222', 'the space would come back, so the digit in front goes'],
    ['number', '4111| 2222', DELETE, '4111 |222', 'the space would come back, so the digit behind goes'],
    ['number', '4111 2|', BACKSPACE, '4111|', 'the space goes with the last digit of its group'],
    ['number', '|4111', BACKSPACE, '|4111', 'nothing in front'],
    ['expiry', '12/|30', BACKSPACE, '1|/30', 'the slash would come back; the year keeps its place'],
    ['expiry', '12|/30', DELETE, '12/|0', 'the slash would come back, so the digit behind goes'],
    ['expiry', '12/3|', BACKSPACE, '12/|', 'one character'],
    ['expiry', '12/|', BACKSPACE, '12|', 'the slash does not come back by itself'],
    ['expiry', '1/|30', BACKSPACE, '1|3/0', 'a typed slash goes alone'],
    ['cvc', '12|3', BACKSPACE, '1|3', 'no separators'],
  ];
  for (const [name, before, key, result, why] of deletions) {
    it(`turns "${before}" by ${key} into "${result}" (${name}): ${why}`, () => {
      assert.equal(marked(press(MASKS[name], at(before), key)), result);
    });
  }

  it('takes the digit for every kind of backward and forward deletion, and for no other edit', () => {
    const left = at('4111|2222');
    const previous = '4111 2222';
    for (const inputType of ['deleteWordBackward', 'deleteSoftLineBackward', BACKSPACE]) {
      assert.equal(marked(maskedEdit(NUMBER_MASK, left, { previous, inputType })), '411|2 222');
    }
    assert.equal(marked(maskedEdit(NUMBER_MASK, left, { previous, inputType: 'deleteWordForward' })), '4111 |222');
    for (const inputType of ['deleteByCut', 'historyUndo', 'insertText', '']) {
      assert.equal(marked(maskedEdit(NUMBER_MASK, left, { previous, inputType })), '4111| 2222');
    }
  });

  it('takes no digit when the browser deleted nothing', () => {
    const text = at('12/|30');
    assert.equal(marked(maskedEdit(EXPIRY_MASK, text, { previous: text.value, inputType: BACKSPACE })), '12/|30');
  });

  it('shows an expiry key by key', () => {
    assert.deepEqual(typed(EXPIRY_MASK, '1230'), ['1|', '12|', '12/3|', '12/30|']);
    assert.deepEqual(typed(EXPIRY_MASK, '12/30'), ['1|', '12|', '12/|', '12/3|', '12/30|']);
    assert.deepEqual(typed(EXPIRY_MASK, '5/30'), ['5|', '5/|', '5/3|', '5/30|']);
    assert.deepEqual(typed(EXPIRY_MASK, '2030-12'), ['2|', '20|', '20/3|', '20/30|', '2030/|', '2030/1|', '2030/12|']);
  });

  it('shows a number key by key, in the grouping of its brand', () => {
    assert.equal(typed(NUMBER_MASK, '371449635398431').at(-1), '3714 496353 98431|');
    assert.equal(typed(NUMBER_MASK, '30569309025904').at(-1), '3056 930902 5904|');
    assert.equal(typed(NUMBER_MASK, '4111111111111111').at(-1), '4111 1111 1111 1111|');
  });

  it('empties every field by Backspace alone', () => {
    for (const [mask, value] of [
      [NUMBER_MASK, '4111 1111 1111 1111'],
      [NUMBER_MASK, '3714 496353 98431'],
      [EXPIRY_MASK, '12/30'],
      [EXPIRY_MASK, '1/'],
      [EXPIRY_MASK, '2030/12'],
      [CVC_MASK, '1234'],
    ] as const) {
      let text: MaskedText = { value, caret: value.length };
      for (let count = 0; count < value.length + 2; count += 1) text = press(mask, text, BACKSPACE);
      assert.deepEqual(text, { value: '', caret: 0 });
    }
  });

  const maskName = fc.constantFrom<MaskName>('number', 'expiry', 'cvc');
  const untidy = fc.oneof(
    fc.stringMatching(/^[0-9 /\-０-９ー　x]{0,25}$/u),
    fc.string({ unit: 'binary', maxLength: 25 }),
  );
  const textWithCaret = fc.tuple(untidy, fc.nat(100)).map(([value, spot]) => ({ value, caret: spot % (value.length + 1) }));

  it('changes nothing in what it has formatted', () => {
    fc.assert(
      fc.property(maskName, textWithCaret, (name, text) => {
        const once = maskedEdit(MASKS[name], text);
        assert.deepEqual(maskedEdit(MASKS[name], once), once);
      }),
      { numRuns: 3000 },
    );
  });

  it('keeps all digits in their order, and the caret behind the same one, unless there are too many', () => {
    fc.assert(
      fc.property(maskName, textWithCaret, (name, text) => {
        const mask = MASKS[name];
        const result = maskedEdit(mask, text);
        // A caret inside a surrogate pair splits the digit; browsers do not put it there.
        fc.pre(digitsOf(text.value.slice(0, text.caret)) + digitsOf(text.value.slice(text.caret)) === digitsOf(text.value));
        const all = digitsOf(text.value);
        if (all.length <= mask.mostDigits) {
          assert.equal(digitsOf(result.value), all);
          assert.equal(leftDigits(result), leftDigits(text));
          return;
        }
        const right = digitsOf(text.value.slice(text.caret)).slice(0, mask.mostDigits);
        const left = leftDigits(text).slice(0, mask.mostDigits - right.length);
        assert.equal(digitsOf(result.value), left + right);
        assert.equal(leftDigits(result), left);
      }),
      { numRuns: 3000 },
    );
  });

  it('equals a plain list of digits with a cursor through any script of keys', () => {
    const step = fc.oneof(
      fc.constantFrom('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '３', 'x', '123', '4111-11'),
      fc.constantFrom(BACKSPACE, DELETE),
      fc.nat(30),
    );
    fc.assert(
      fc.property(fc.constantFrom<MaskName>('number', 'cvc'), fc.array(step, { maxLength: 60 }), (name, steps) => {
        const mask = MASKS[name];
        let text: MaskedText = { value: '', caret: 0 };
        let digits = '';
        let cursor = 0;
        for (const each of steps) {
          if (typeof each === 'number') {
            text = { ...text, caret: each % (text.value.length + 1) };
            cursor = leftDigits(text).length;
            continue;
          }
          text = press(mask, text, each);
          if (each === BACKSPACE) {
            digits = digits.slice(0, Math.max(0, cursor - 1)) + digits.slice(cursor);
            cursor = Math.max(0, cursor - 1);
          } else if (each === DELETE) {
            digits = digits.slice(0, cursor) + digits.slice(cursor + 1);
          } else {
            const added = toAsciiDigits(each).replace(/\D/g, '').slice(0, mask.mostDigits - digits.length);
            digits = digits.slice(0, cursor) + added + digits.slice(cursor);
            cursor += added.length;
          }
          assert.equal(digitsOf(text.value), digits);
          assert.equal(leftDigits(text).length, cursor);
          assert.equal(text.value, mask.format(digits));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('never traps a deletion: each one takes a character while there is one', () => {
    const step = fc.oneof(fc.constantFrom('0', '1', '2', '3', '/', '-'), fc.constantFrom(BACKSPACE, DELETE), fc.nat(8));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let text: MaskedText = { value: '', caret: 0 };
        for (const each of steps) {
          if (typeof each === 'number') {
            text = { ...text, caret: each % (text.value.length + 1) };
            continue;
          }
          const before = text;
          text = press(EXPIRY_MASK, before, each);
          assert.equal(text.value, EXPIRY_MASK.format(text.value));
          const isAble = each === BACKSPACE ? before.caret > 0 : each === DELETE && before.caret < before.value.length;
          if (isAble) assert.notEqual(text.value, before.value);
          const lost = digitsOf(before.value).length - digitsOf(text.value).length;
          if (isAble) assert.ok(lost === 0 || lost === 1);
        }
        for (let count = 0; count < 20; count += 1) {
          text = press(EXPIRY_MASK, { value: text.value, caret: text.value.length }, BACKSPACE);
        }
        assert.equal(text.value, '');
      }),
      { numRuns: 3000 },
    );
  });

  it('never throws, and takes no time, on a long text', () => {
    for (const value of ['4'.repeat(5000), '/'.repeat(5000), '1/'.repeat(2500), '\ud83d'.repeat(5000), '𝟜'.repeat(2500)]) {
      for (const mask of Object.values(MASKS)) {
        for (const caret of [0, 2501, 5000]) {
          const result = maskedEdit(mask, { value, caret });
          assert.ok(digitsOf(result.value).length <= mask.mostDigits);
          assert.ok(result.caret <= result.value.length);
        }
      }
    }
  });
});
