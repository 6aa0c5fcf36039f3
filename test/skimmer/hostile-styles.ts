/** Values that a style of the page's could have to make the frame ask for an address, or to get out of its rule. */

/** Where `at` is the address that must never be asked for. */
interface Vector {
  readonly name: string;
  readonly value: (at: string) => string;
  /** A page that puts the value into a rule as text loads it, in every engine. */
  readonly loads: boolean;
}

export const VECTORS: readonly Vector[] = [
  { name: 'address', value: (at) => `url(${at})`, loads: true },
  { name: 'address-in-double-quotes', value: (at) => `url("${at}")`, loads: true },
  { name: 'address-in-quotes', value: (at) => `url('${at}')`, loads: true },
  { name: 'address-in-capitals', value: (at) => `URL(${at})`, loads: true },
  { name: 'address-with-an-escape', value: (at) => `\\75rl(${at})`, loads: true },
  { name: 'address-with-a-comment', value: (at) => `u/**/rl(${at})`, loads: false },
  { name: 'address-by-src', value: (at) => `src("${at}")`, loads: false },
  { name: 'image-set', value: (at) => `image-set("${at}" 1x)`, loads: true },
  { name: 'cross-fade', value: (at) => `cross-fade(url(${at}), red)`, loads: false },
  { name: 'second-declaration', value: (at) => `red; background: url(${at})`, loads: true },
  { name: 'importance', value: (at) => `red; background-image: url(${at}) !important`, loads: true },
  { name: 'way-out-of-a-text', value: (at) => `"a"; background: url(${at})`, loads: true },
  { name: 'way-out-of-the-rule', value: (at) => `red } * { background: url(${at}) } a {`, loads: true },
  { name: 'import', value: (at) => `red } @import "${at}"; a {`, loads: false },
  { name: 'font', value: (at) => `red } @font-face { font-family: stolen; src: url(${at}) } * { font-family: stolen } a {`, loads: true },
  { name: 'custom-property', value: (at) => `var(--x, url(${at}))`, loads: true },
  { name: 'environment', value: (at) => `env(x, url(${at}))`, loads: true },
  { name: 'picture-of-an-element', value: () => 'element(#number)', loads: false },
  { name: 'worklet', value: () => 'paint(x)', loads: false },
];

/** What our frame takes over, what loads, and names that are none. */
const PROPERTIES = [
  'color', 'font-family', 'accent-color', 'color-scheme', 'direction', 'background-image', 'background', 'list-style-image',
  'border-image-source', 'cursor', 'content', 'mask-image', 'filter', '--x', 'quotes', 'src', '__proto__', 'constructor',
];

/** The message that brings a style into the frame: the one place to change when the protocol does. */
export const styleMessage = (value: string): object => ({ type: 'style', style: stylesOf(value) });
/** In every place that there is: the element itself, each part, one field of it, and one state. */
const PLACES = [
  'host', 'form', 'field', 'label', 'input', 'placeholder', 'hint', 'error', 'brand', 'input number', 'input number focused', 'label empty',
];
export const stylesOf = (value: string): object[] => {
  const values = Object.defineProperty(Object.fromEntries(PROPERTIES.map((name) => [name, value])), '__proto__', { value, enumerable: true });
  return PLACES.map((at) => ({ at, values }));
};

export const hostileMessages = (at: string): object[] => VECTORS.map(({ name, value }) => styleMessage(value(`${at}/${name}`)));
