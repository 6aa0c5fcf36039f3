/**
 * Reads what the shop's style sheets say of the parts, and follows it. The fields stand in another document, so outlines of them in the
 * page bear the parts; the computed values go to the frame. Loaded beside the frame, which waits for it.
 */
import { type FieldLook } from '../channel/style-protocol.js';
import type { Pristine } from '../pristine.js';
/** What the element lends. */
export interface MirrorStage {
    readonly pristine: Pristine;
    readonly host: HTMLElement;
    /** In the element's closed root: holds the outline of the fields until they are there. */
    readonly skeleton: HTMLElement;
    /** Another such outline, as it would stand there now. */
    outline(): HTMLElement;
    /** More style sheets for that root. */
    addStyles(text: string): void;
    /** The look is another one. */
    changed(look: FieldLook): void;
}
export declare class PartMirror {
    #private;
    constructor(stage: MirrorStage);
    /** The look of this moment. */
    read(): FieldLook;
    /** Once for all that changes in a frame. */
    readonly follow: () => void;
    /** Tells whoever builds the page what their style sheet says of the parts and no frame can show. */
    tellWhatStays(): void;
}
