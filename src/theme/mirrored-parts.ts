/**
 * What of the page's computed style may cross into the frame. The page sends values, never CSS text; the frame filters them once
 * more and applies each with setProperty, so that no value can open a rule or ask for an address.
 */

/** Inherited properties of the host element that the frame takes over. */
export const HOST_PROPERTIES = ['color', 'color-scheme', 'font-family', 'accent-color', 'direction'] as const;

/** Characters of colours, keywords and family lists. No parenthesised function but colours; no backslash, colon, brace or semicolon. */
const SAFE_VALUE = /^[\p{L}\p{N} ,.#%/'"_()-]{1,300}$/u;
const FUNCTION = /([\w-]*)\(/g;
const COLOURS: ReadonlySet<string> = new Set(['rgb', 'rgba', 'hsl', 'hsla', 'hwb', 'lab', 'lch', 'oklab', 'oklch', 'color', 'light-dark']);

/** May this value cross? */
export function isSafeValue(value: string): boolean {
  return SAFE_VALUE.test(value) && [...value.matchAll(FUNCTION)].every(([, name]) => COLOURS.has(name?.toLowerCase() ?? ''));
}

/** The values of an element that differ from nothing and may cross. */
export function hostStyle(computed: CSSStyleDeclaration): Record<string, string> {
  const style: Record<string, string> = {};
  for (const property of HOST_PROPERTIES) {
    const value = computed.getPropertyValue(property);
    if (isSafeValue(value)) style[property] = value;
  }
  return style;
}
