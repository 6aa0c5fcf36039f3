/**
 * What of the page's computed style may cross into the frame, by part. The page sends values, never CSS text; the frame filters them
 * once more and applies each with setProperty, so that no value can open a rule or ask for an address.
 */
/** Longhands by part. `host` is no part: it is the element itself. */
export declare const MIRRORED: {
    readonly host: readonly string[];
    readonly form: readonly string[];
    readonly field: readonly string[];
    readonly label: readonly string[];
    readonly input: readonly string[];
    readonly placeholder: readonly string[];
    readonly hint: readonly string[];
    readonly error: readonly string[];
    readonly brand: readonly string[];
};
export type MirroredPart = keyof typeof MIRRORED;
/** Part tokens of a state, in the order in which they come one over the other. */
export declare const FIELD_STATES: readonly ["empty", "complete", "focused", "invalid", "disabled"];
export type FieldState = (typeof FIELD_STATES)[number];
/** May this value cross? */
export declare function isSafeValue(value: string): boolean;
