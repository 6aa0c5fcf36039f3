/**
 * What of the page's computed style may cross into the frame, by part. The page sends values, never CSS text; the frame filters them
 * once more and applies each with setProperty, so that no value can open a rule or ask for an address.
 */

const words = (text: string): readonly string[] => text.split(' ');
const SIDES = words('top right bottom left');

const TEXT = words(
  'color opacity font-family font-size font-weight font-style font-stretch font-variant-numeric font-variant-caps letter-spacing word-spacing line-height text-align text-indent text-transform text-shadow text-decoration-line text-decoration-color text-decoration-style text-decoration-thickness text-underline-offset',
);
const BOX = [
  ...SIDES.flatMap((side) => [
    `padding-${side}`, `margin-${side}`, `border-${side}-width`, `border-${side}-style`, `border-${side}-color`,
  ]),
  ...words(
    'border-top-left-radius border-top-right-radius border-bottom-right-radius border-bottom-left-radius background-color background-image box-shadow outline-color outline-style outline-width outline-offset box-sizing width min-width max-width height min-height max-height',
  ),
];
/** A form whose rows lie apart passes that on as a margin of its fields, since their inner rows are the form's own. */
const FORM = words('grid-template-columns column-gap row-gap');
const FIELD = words('grid-column-start grid-column-end align-self justify-self');
const INPUT = words('caret-color transition-property transition-duration transition-timing-function transition-delay');

/** What the frame takes over of the place where the element stands. */
const HOST = words('color color-scheme font-family accent-color direction');

/** Longhands by part. `host` is no part: it is the element itself. */
export const MIRRORED = {
  host: HOST,
  form: [...FORM, ...TEXT, ...BOX],
  field: [...FIELD, ...TEXT, ...BOX],
  label: [...TEXT, ...BOX],
  input: [...TEXT, ...BOX, ...INPUT],
  placeholder: TEXT,
  hint: [...TEXT, ...BOX],
  error: [...TEXT, ...BOX],
  brand: [...TEXT, ...BOX],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type MirroredPart = keyof typeof MIRRORED;

/** Part tokens of a state, in the order in which they come one over the other. */
export const FIELD_STATES = ['empty', 'complete', 'focused', 'invalid', 'disabled'] as const;
export type FieldState = (typeof FIELD_STATES)[number];

/** Characters of colours, lengths, keywords and family lists. No backslash, colon, brace or semicolon. */
const SAFE_VALUE = /^[\p{L}\p{N} ,.#%/'"_()+-]{1,500}$/u;
const FUNCTION = /([\w-]*)\(/g;
/** None of them loads anything, reads anything or takes text. */
const FUNCTIONS: ReadonlySet<string> = new Set(
  words(
    'rgb rgba hsl hsla hwb lab lch oklab oklch color light-dark color-mix calc min max clamp minmax fit-content repeat cubic-bezier steps linear linear-gradient radial-gradient conic-gradient repeating-linear-gradient repeating-radial-gradient repeating-conic-gradient',
  ),
);

/** May this value cross? */
export function isSafeValue(value: string): boolean {
  return SAFE_VALUE.test(value) && [...value.matchAll(FUNCTION)].every(([, name]) => FUNCTIONS.has(name?.toLowerCase() ?? ''));
}
