import type { FieldLook, StyleRule } from '../channel/style-protocol.js';
import { isSafeValue, MIRRORED } from '../theme/mirrored-parts.js';

const ALLOWED: ReadonlySet<string> = new Set(Object.values(MIRRORED).flat());

/** Own names: what the form lays its rows apart with. */
const RENAMED: Readonly<Record<string, string>> = { 'row-gap': '--row-gap' };

/**
 * The page sees how high the frame is. A line of no certain height (`normal`) is as high as the fonts of its letters, so that a font without one
 * digit would tell where that digit is typed.
 */
export const followsText = (property: string, value: string): boolean => property === 'line-height' && !/^\d/.test(value);

/**
 * What the shop says of the look of the fields, as a style sheet. It gets values, never CSS: each goes through setProperty, and only
 * when property and value are on our list (theme/mirrored-parts.ts).
 */
export function sheetOf(rules: FieldLook['style']): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  for (const { at, values } of rules) {
    const { style } = sheet.cssRules[sheet.insertRule(`${selectorOf(at)}{}`, sheet.cssRules.length)] as CSSStyleRule;
    for (const [property, value] of Object.entries(values)) {
      if (ALLOWED.has(property) && isSafeValue(value) && !followsText(property, value)) style.setProperty(RENAMED[property] ?? property, value);
    }
  }
  return sheet;
}

/** All of the same weight, so that the later rule wins. The guard of the channel knows which words there are. */
function selectorOf(at: StyleRule['at']): string {
  const [part = '', ...tokens] = at.split(' ');
  if (part === 'host') return ':host';
  if (part === 'form') return '.form.form';
  const field = `:where(${['.field', ...tokens].join('.')})`;
  if (part === 'field') return `${field}.field.field`;
  return part === 'placeholder' ? `${field} .input.input::placeholder` : `${field} .${part}.${part}`;
}

/** Loads the shop's own fonts, each as a whole. One that does not come leaves the next family of the list. */
export function loadFonts(fonts: FieldLook['fonts'], into: FontFaceSet): void {
  for (const { family, address, weight, style } of fonts) {
    const font = new FontFace(family, `url("${address}")`, { weight, style });
    into.add(font);
    font.load().catch(() => undefined);
  }
}
