/** The part of the protocol that is about the look of the fields. */
import { type Guard } from './shape.js';
/** Computed values by longhand; the frame filters them again. */
export type StyleValues = Readonly<Record<string, string>>;
/** What a part looks like in one field and in some states, or in all of them; a later rule wins. */
export interface StyleRule {
    /** Part tokens: `host` or a part, then a field and states: `input`, `label cvc`, `input number focused invalid`. */
    readonly at: string;
    readonly values: StyleValues;
}
/** A font file of the shop's, as a whole: no ranges of characters, so that what is loaded says nothing of what is typed. */
export interface FontFile {
    readonly family: string;
    /** Whole; the frame's own policy says which hosts. */
    readonly address: string;
    /** One weight, or the two ends of a variable font: `400`, `100 900`. */
    readonly weight: string;
    readonly style: 'normal' | 'italic';
}
/** What the shop says of the look of the fields. Fonts are loaded once, with the document. */
export interface FieldLook {
    readonly style: readonly StyleRule[];
    readonly fonts: readonly FontFile[];
}
/** Every part of every field in every state that is mirrored is some two hundred. */
export declare const isStyle: Guard;
export declare const isFontFile: (font: unknown) => font is FontFile;
export declare const isFonts: Guard;
