import type { FieldName } from '../../src/card/verification.js';
import { MEASURES, rowsOf } from '../../src/theme/tokens.js';

const { label, labelGap, input, messageGap, message, rowGap, ring } = MEASURES;

/** Of a form of this width with no message longer than a line, where a shop says nothing of its style. CSS pixels. */
export function formHeight(fields: readonly FieldName[], width = 480): number {
  const rows = rowsOf(fields, width).length;
  return rows * (label + labelGap + input + messageGap + message) + (rows - 1) * rowGap + 2 * ring;
}
