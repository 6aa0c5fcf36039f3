/** Measures and the arrangement of the fields that both realms must agree on: the page draws the fields' place before they come. */
import type { FieldName } from '../card/verification.js';

/** CSS pixels. A field is its label, its input and one line for a hint or an error, which is there even when it is empty. */
export const MEASURES = { label: 20, labelGap: 6, input: 48, messageGap: 4, message: 20, rowGap: 8, columnGap: 16, ring: 4 } as const;

/** From here on number, expiry and CVC stand in one line; the widest number with its brand has room then. CSS pixels. */
const LINE = 640;
/** Below this even expiry and CVC stand one under the other: half of it has no room for their labels. CSS pixels. */
const STACK = 280;

/**
 * Which fields share a row, by the width of the form itself. Expiry and CVC do wherever they are neighbours; in a wide form they join
 * a number that stands right before them.
 */
export function rowsOf(fields: readonly FieldName[], width: number): FieldName[][] {
  const rows: FieldName[][] = [];
  for (const field of fields) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    const isNeighbour = last === 'expiry' || last === 'cvc' || (last === 'number' && width >= LINE);
    if (row && isNeighbour && (field === 'expiry' || field === 'cvc') && width >= STACK) row.push(field);
    else rows.push([field]);
  }
  return rows;
}

/**
 * Gives form and fields the class names of their places: `line` for three in a row, `whole` for a field that has a row of its own,
 * `later` for those that are not in the first.
 */
export function arrange(form: Element, fields: ReadonlyMap<FieldName, Element>, width: number): void {
  const rows = rowsOf([...fields.keys()], width);
  form.classList.toggle('line', rows.some((row) => row.length > 2));
  rows.forEach((row, index) => {
    for (const name of row) {
      const { classList } = fields.get(name) as Element;
      classList.toggle('whole', row.length < 2);
      classList.toggle('later', index > 0);
    }
  });
}
