import type { FieldName } from '../card/verification.js';
/**
 * The outline of the empty fields. It bears the parts, so it is styled by the shop and takes the very room that the fields will take;
 * it is there until they are. It never holds anything of a card.
 */
export declare class Skeleton {
    #private;
    readonly element: HTMLElement;
    /** @param rearranged - other fields share a row now, or it is shown again after it was not */
    constructor(rearranged: () => void);
    /**
     * @param wanted - in their order; what is no field at all is told elsewhere
     * @param words - of the frame: `label-…`, `placeholder-…` and `hint-…` of a field
     * @param isNeeded - the fields themselves are not there
     */
    show(wanted: readonly FieldName[], words: Readonly<Record<string, string>>, isNeeded: boolean): void;
    /** Another one, as it would stand here now. */
    outline(): HTMLElement;
}
