/**
 * Small pictures of the brands that Japanese shops take most, drawn for this project: plain shapes and letters that a shopper
 * recognises at 32 by 20 pixels. The others are shown by their word. A picture never stands alone: its word is beside it for
 * assistive technology.
 */
import type { Brand } from '../card/brands.js';

export const BRAND_NAMES: Readonly<Record<Brand, string>> = {
  visa: 'Visa',
  mastercard: 'Mastercard',
  jcb: 'JCB',
  'american-express': 'Amex',
  'diners-club': 'Diners',
  discover: 'Discover',
  unionpay: 'UnionPay',
  maestro: 'Maestro',
};

/** Colour and path data of an area; with a width it is a line. */
type Stroke = readonly [colour: string, data: string, width?: number];

const PLATE = 'M3 0h26a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3z';
const WHITE = '#fff';
const BLUE = '#1a2b78';

const MARKS: Readonly<Partial<Record<Brand, readonly Stroke[]>>> = {
  visa: [
    [WHITE, PLATE],
    [BLUE, 'M5 6.5l2.3 7 2.9-7M13.2 6.5l-1.4 7M20 7.6c-1.6-1.2-4-.9-4 .6 0 1.9 3.4 1.4 3.1 3.5-.2 1.6-2.8 1.9-4.3.7M21.4 13.5l3.3-7h.6l1.5 7M23 11.2h3.2', 1.7],
  ],
  mastercard: [
    [WHITE, PLATE],
    ['#e0231f', 'M12.5 4a6 6 0 1 0 0 12 6 6 0 0 0 0-12z'],
    ['#f5a01c', 'M19.5 4a6 6 0 1 0 0 12 6 6 0 0 0 0-12z'],
    ['#f0641e', 'M16 5.1a6 6 0 0 1 0 9.8 6 6 0 0 1 0-9.8z'],
  ],
  jcb: [
    [WHITE, PLATE],
    ['#14569f', 'M6 3h5v11a3 3 0 0 1-3 3H5V6a3 3 0 0 1 1-3z'],
    ['#c0203a', 'M14 3h5v11a3 3 0 0 1-3 3h-3V6a3 3 0 0 1 1-3z'],
    ['#1c8a3c', 'M22 3h5v11a3 3 0 0 1-3 3h-3V6a3 3 0 0 1 1-3z'],
    [WHITE, 'M9.3 8v3a1.5 1.5 0 0 1-3 .2M18 8.8a2 2 0 1 0 0 2.6M22.7 8v4.2h1.6a1.1 1.1 0 0 0 0-2.2h-1.4 1.2a1 1 0 0 0 0-2z', 1.1],
  ],
  'american-express': [
    ['#0f6cb6', PLATE],
    [WHITE, 'M3.5 13.5l2.6-7 2.6 7M4.4 11.3h3.4M10.5 13.5v-7l2.7 4.2 2.7-4.2v7M22 6.5h-3.6v7H22M18.4 10h3.2M24 6.5l4.6 7M28.6 6.5l-4.6 7', 1.4],
  ],
  'diners-club': [
    [WHITE, PLATE],
    ['#1b5e9b', 'M16 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15z'],
    [WHITE, 'M16 4.3a5.7 5.7 0 1 0 0 11.4 5.7 5.7 0 0 0 0-11.4z'],
    ['#1b5e9b', 'M14.8 6v8a4.2 4.2 0 0 1 0-8zM17.2 6v8a4.2 4.2 0 0 0 0-8z'],
  ],
};

/** Where the code is printed: on the front above the number, four digits; on the back beside the signature, three. */
const CODE_PLACES: Readonly<Record<'front' | 'back', readonly Stroke[]>> = {
  front: [['currentColor', 'M4 8h5v4H4zM4 15.5h15', 1.2], ['currentColor', 'M19.5 5.5h9v5h-9z', 1.6], ['currentColor', 'M21.5 8h5', 1.4]],
  back: [['currentColor', 'M0 3.2h32v4H0z'], ['currentColor', 'M4 12.5h13', 1.2], ['currentColor', 'M19.5 10h9v5h-9z', 1.6], ['currentColor', 'M22 12.5h4', 1.4]],
};
const OUTLINE: Stroke = ['currentColor', 'M3 .6h26A2.4 2.4 0 0 1 31.4 3v14a2.4 2.4 0 0 1-2.4 2.4H3A2.4 2.4 0 0 1 .6 17V3A2.4 2.4 0 0 1 3 .6z', 1.2];

/** The brand as it stands at the end of the number field: a picture and its word, or the word alone. */
export function brandMark(brand: Brand): HTMLElement {
  const mark = document.createElement('span');
  const word = document.createElement('span');
  word.textContent = BRAND_NAMES[brand];
  const strokes = MARKS[brand];
  if (strokes) {
    mark.append(picture(strokes));
    word.className = 'heard';
  }
  mark.append(word);
  return mark;
}

/** A card with the place of its security code; decoration, the hint says it in words. */
export const codePlace = (side: 'front' | 'back'): SVGElement => picture([OUTLINE, ...CODE_PLACES[side]]);

function picture(strokes: readonly Stroke[]): SVGElement {
  const make = <N extends 'svg' | 'path'>(name: N, attributes: Readonly<Record<string, string>>) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
    return element;
  };
  const svg = make('svg', { viewBox: '0 0 32 20', width: '32', height: '20', 'aria-hidden': 'true' });
  for (const [colour, d, width] of strokes) {
    const paint = width ? { fill: 'none', stroke: colour, 'stroke-width': String(width) } : { fill: colour };
    svg.append(make('path', { d, ...paint }));
  }
  return svg;
}
