import type { FieldName } from '../card/verification.js';
/**
 * The outline of the empty fields. It bears the parts, so it is styled by the shop and takes the very room that the fields will take;
 * it is seen until they are there. Afterwards it stays behind them, unseen, as what the look of the fields is read from (`mirror/`).
 * It never holds anything of a card.
 */
export declare class Skeleton {
    #private;
    readonly element: HTMLElement;
    constructor();
    /**
     * @param wanted - in their order; what is no field at all is told elsewhere
     * @param words - of the frame: `label-…`, `placeholder-…` and `hint-…` of a field
     */
    show(wanted: readonly FieldName[], words: Readonly<Record<string, string>>): void;
}
