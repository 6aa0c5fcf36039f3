/** Design tokens and measures that both realms must agree on, so that the page can reserve the frame's height before it answers. */
import type { FieldName } from '../card/verification.js';

/** CSS pixels. A field is its label, its input and one line for a hint or an error, which is there even when it is empty. */
export const MEASURES = { label: 20, labelGap: 6, input: 48, messageGap: 4, message: 20, rowGap: 8, columnGap: 16, ring: 4 } as const;

/** One or two fields side by side: expiry and CVC share a row wherever they are neighbours. */
export function rowsOf(fields: readonly FieldName[]): FieldName[][] {
  const rows: FieldName[][] = [];
  for (const field of fields) {
    const row = rows.at(-1);
    const neighbour = row?.length === 1 ? row[0] : undefined;
    if ((field === 'cvc' && neighbour === 'expiry') || (field === 'expiry' && neighbour === 'cvc')) row?.push(field);
    else rows.push([field]);
  }
  return rows;
}

/** Height of the form with no message longer than a line, CSS pixels. `ring` keeps room for the focus ring at the frame's edge. */
export function formHeight(fields: readonly FieldName[]): number {
  const { label, labelGap, input, messageGap, message, rowGap, ring } = MEASURES;
  const rows = fields.length - Number(/expiry,cvc|cvc,expiry/.test(fields.join())); // as many as `rowsOf` makes, in fewer bytes
  return rows * (label + labelGap + input + messageGap + message) + (rows - 1) * rowGap + 2 * ring;
}
