/** Outlines of one field, one for each state that is read. */
import type { FieldState, MirroredPart } from '../theme/mirrored-parts.js';
export interface Outline {
    readonly name: string;
    readonly states: readonly FieldState[];
    readonly element: HTMLElement;
    /** Those that bear parts; the outermost is the element. */
    readonly nodes: readonly HTMLElement[];
    /** In what each differs from our own style of a field in no state, as text. */
    readonly looks: string[];
}
/** @param field - empty, as it stands in its place; a wrong one has an error in place of its hint */
export declare function outlinesOf(field: HTMLElement): Outline[];
export declare const nodesOf: (element: HTMLElement) => HTMLElement[];
/** `message` is what hints and errors have in common. */
export declare const partOf: ({ className }: Element) => MirroredPart;
