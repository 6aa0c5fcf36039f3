/** Design tokens and measures that both realms must agree on, so that the page can reserve the frame's height before it answers. */
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
/** One or two fields side by side: expiry and CVC share a row wherever they are neighbours. */
export declare function rowsOf(fields: readonly FieldName[]): FieldName[][];
/** Height of the form with no message longer than a line, CSS pixels. `ring` keeps room for the focus ring at the frame's edge. */
export declare function formHeight(fields: readonly FieldName[]): number;
