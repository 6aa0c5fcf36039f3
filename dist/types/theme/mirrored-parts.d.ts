/**
 * What of the page's computed style may cross into the frame. The page sends values, never CSS text; the frame filters them once
 * more and applies each with setProperty, so that no value can open a rule or ask for an address.
 */
/** Inherited properties of the host element that the frame takes over. */
export declare const HOST_PROPERTIES: readonly ["color", "color-scheme", "font-family", "accent-color", "direction"];
/** May this value cross? */
export declare function isSafeValue(value: string): boolean;
/** The values of an element that differ from nothing and may cross. */
export declare function hostStyle(computed: CSSStyleDeclaration): Record<string, string>;
