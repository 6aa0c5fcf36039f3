import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { FIELD_NAMES, type FieldName } from '../../src/card/verification.js';
import { rowsOf } from '../../src/theme/tokens.js';

/** Of a form on a phone, and in a wide column. CSS pixels. */
const USUAL = 360;
const WIDE = 640;
const NARROW = 279;

const table: readonly (readonly [fields: readonly FieldName[], rows: readonly (readonly FieldName[])[]])[] = [
  [[], []],
  [['number', 'expiry'], [['number'], ['expiry']]],
  [['number', 'expiry', 'cvc'], [['number'], ['expiry', 'cvc']]],
  [['number', 'cvc', 'expiry'], [['number'], ['cvc', 'expiry']]],
  [['number', 'expiry', 'cvc', 'name'], [['number'], ['expiry', 'cvc'], ['name']]],
  [['cvc', 'number', 'expiry'], [['cvc'], ['number'], ['expiry']]],
  [['expiry', 'name', 'cvc', 'number'], [['expiry'], ['name'], ['cvc'], ['number']]],
];

const wide: typeof table = [
  [['number', 'expiry'], [['number', 'expiry']]],
  [['number', 'expiry', 'cvc'], [['number', 'expiry', 'cvc']]],
  [['number', 'cvc', 'expiry', 'name'], [['number', 'cvc', 'expiry'], ['name']]],
  [['name', 'number', 'expiry', 'cvc'], [['name'], ['number', 'expiry', 'cvc']]],
  [['expiry', 'cvc', 'number'], [['expiry', 'cvc'], ['number']]],
  [['number', 'name', 'expiry', 'cvc'], [['number'], ['name'], ['expiry', 'cvc']]],
];

describe('rowsOf', () => {
  for (const [width, rowsByFields] of [[USUAL, table], [WIDE, wide]] as const) {
    for (const [fields, rows] of rowsByFields) {
      const plan = rows.map((row) => row.join('+')).join(', ') || 'nothing';
      it(`lays ${fields.join(' ') || 'nothing'} out as ${plan} in ${String(width)} pixels`, () => {
        assert.deepEqual(rowsOf(fields, width), rows);
      });
    }
  }

  it('puts one under the other where half of the width is no input', () => {
    assert.deepEqual(rowsOf(['number', 'expiry', 'cvc'], NARROW), [['number'], ['expiry'], ['cvc']]);
    assert.deepEqual(rowsOf(['number', 'expiry', 'cvc'], NARROW + 1), [['number'], ['expiry', 'cvc']]);
  });

  it('keeps two rows up to the width of a line', () => {
    assert.deepEqual(rowsOf(['number', 'expiry', 'cvc'], WIDE - 1), [['number'], ['expiry', 'cvc']]);
  });

  it('keeps every field once and in its order, at any width', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...FIELD_NAMES]), fc.nat(2000), (fields, width) => {
        const rows = rowsOf(fields, width);
        assert.deepEqual(rows.flat(), fields);
        assert.ok(rows.every((row) => row.length >= 1 && row.length <= 3));
        assert.ok(rows.every((row) => row.length === 1 || !row.includes('name')));
      }),
    );
  });
});
