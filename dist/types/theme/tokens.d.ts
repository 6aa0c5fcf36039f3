/** Measures and the arrangement of the fields that both realms must agree on: the page draws the fields' place before they come. */
import type { FieldName } from '../card/verification.js';
/** CSS pixels. A field is its label, its input and one line for a hint or an error, which is there even when it is empty. */
export declare const MEASURES: {
    readonly label: 20;
    readonly labelGap: 6;
    readonly input: 48;
    readonly messageGap: 4;
    readonly message: 20;
    readonly rowGap: 8;
    readonly columnGap: 16;
    readonly ring: 4;
};
/**
 * Which fields share a row, by the width of the form itself. Expiry and CVC do wherever they are neighbours; in a wide form they join
 * a number that stands right before them.
 */
export declare function rowsOf(fields: readonly FieldName[], width: number): FieldName[][];
/**
 * Gives form and fields the class names of their places: `line` for three in a row, `whole` for a field that has a row of its own,
 * `later` for those that are not in the first.
 */
export declare function arrange(form: Element, fields: ReadonlyMap<FieldName, Element>, width: number): void;
