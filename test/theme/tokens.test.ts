import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { FIELD_NAMES, type FieldName } from '../../src/card/verification.js';
import { formHeight, MEASURES, rowsOf } from '../../src/theme/tokens.js';

const ROW = MEASURES.label + MEASURES.labelGap + MEASURES.input + MEASURES.messageGap + MEASURES.message;

const table: readonly (readonly [fields: readonly FieldName[], rows: readonly (readonly FieldName[])[]])[] = [
  [[], []],
  [['number', 'expiry'], [['number'], ['expiry']]],
  [['number', 'expiry', 'cvc'], [['number'], ['expiry', 'cvc']]],
  [['number', 'cvc', 'expiry'], [['number'], ['cvc', 'expiry']]],
  [['number', 'expiry', 'cvc', 'name'], [['number'], ['expiry', 'cvc'], ['name']]],
  [['cvc', 'number', 'expiry'], [['cvc'], ['number'], ['expiry']]],
  [['expiry', 'name', 'cvc', 'number'], [['expiry'], ['name'], ['cvc'], ['number']]],
];

describe('rowsOf', () => {
  for (const [fields, rows] of table) {
    it(`lays ${fields.join(' ') || 'nothing'} out as ${rows.map((row) => row.join('+')).join(', ') || 'nothing'}`, () => {
      assert.deepEqual(rowsOf(fields), rows);
    });
  }

  it('keeps every field once and in its order, and puts two in a row at most', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...FIELD_NAMES]), (fields) => {
        const rows = rowsOf(fields);
        assert.deepEqual(rows.flat(), fields);
        assert.ok(rows.every((row) => row.length <= 2));
      }),
    );
  });
});

describe('formHeight', () => {
  it('counts the rows as they are laid out', () => {
    const { rowGap, ring } = MEASURES;
    fc.assert(
      fc.property(fc.shuffledSubarray([...FIELD_NAMES], { minLength: 1 }), (fields) => {
        const rows = rowsOf(fields).length;
        assert.equal(formHeight(fields), rows * ROW + (rows - 1) * rowGap + 2 * ring);
      }),
    );
  });

  it('is the height of each row, the gaps between them and room for the focus ring', () => {
    assert.equal(formHeight(['number', 'expiry']), 2 * ROW + MEASURES.rowGap + 2 * MEASURES.ring);
    assert.equal(formHeight(['number', 'expiry', 'cvc', 'name']), 3 * ROW + 2 * MEASURES.rowGap + 2 * MEASURES.ring);
  });

  it('does not depend on the order, as long as expiry and CVC are neighbours', () => {
    const fields: readonly FieldName[][] = [['number', 'expiry', 'cvc', 'name'], ['name', 'cvc', 'expiry', 'number']];
    assert.equal(new Set(fields.map(formHeight)).size, 1);
  });
});
