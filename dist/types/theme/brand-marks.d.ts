/**
 * Small pictures of the brands that Japanese shops take most, drawn for this project: plain shapes and letters that a shopper
 * recognises at 32 by 20 pixels. The others are shown by their word. A picture never stands alone: its word is beside it for
 * assistive technology.
 */
import type { Brand } from '../card/brands.js';
export declare const BRAND_NAMES: Readonly<Record<Brand, string>>;
/** The brand as it stands at the end of the number field: a picture and its word, or the word alone. */
export declare function brandMark(brand: Brand): HTMLElement;
/** A card with the place of its security code; decoration, the hint says it in words. */
export declare const codePlace: (side: "front" | "back") => SVGElement;
