/**
 * What is measured side by side. Every cell gets the same page and the same typing; the libraries are set up as their own documentation
 * shows it, without extras.
 */

export interface Cell {
  readonly name: string;
  readonly kind: 'floor' | 'ours' | 'rival' | 'control';
  /** In this folder, to be bundled; null for what needs no bundler. */
  readonly entry: string | null;
  /** Nothing of it can be mounted without its servers: its script is weighed and evaluated. */
  readonly isEvaluatedOnly?: boolean;
  /** Frames of ours that the page holds, by their path on the fields origin; how they are created. */
  readonly frames?: { readonly paths: readonly string[]; readonly order: 'parallel' | 'serial' };
  /** Finds the field of the number, in the page or in a frame; null when nothing of it can be typed into here. */
  readonly field: string | null;
  /** How many instances a page gets, where a hundred would take too long. */
  readonly instances?: number;
  /** The same again under another name: what differs between the two is noise. */
  readonly twinOf?: string;
}

const CC_NUMBER = 'input[autocomplete="cc-number"]';

export const BARE: Cell = { name: 'bare', kind: 'floor', entry: 'controls/bare.js', field: CC_NUMBER };

/** The script tag and the hosted document, as they are in dist/. */
export const OURS: Cell = { name: 'ours', kind: 'ours', entry: null, field: CC_NUMBER, instances: 40 };

const twin = (cell: Cell): Cell => ({ ...cell, name: `${cell.name}#aa`, twinOf: cell.name });

const rival = (name: string, file: string): Cell => ({ name, kind: 'rival', entry: `rivals/${file}.js`, field: CC_NUMBER });

export const RIVALS: readonly Cell[] = [
  rival('payform', 'payform'),
  rival('restricted-input + card-validator', 'braintree-kit'),
  rival('imask', 'imask'),
  rival('react-credit-cards-2', 'react-credit-cards'),
  rival('moyasar-payment-form', 'moyasar'),
  { ...rival('@adyen/adyen-web', 'adyen-web'), field: null, instances: 20 },
];

export const EVALUATED: readonly Cell[] = [
  { ...rival('braintree-web', 'braintree-web'), isEvaluatedOnly: true, field: null },
  { ...rival('braintree-web-drop-in', 'braintree-drop-in'), isEvaluatedOnly: true, field: null },
  { ...rival('@primer-io/primer-js', 'primer-js'), isEvaluatedOnly: true, field: null },
];

const frames = (name: string, paths: readonly string[], order: 'parallel' | 'serial' = 'parallel'): Cell => ({
  name, kind: 'control', entry: null, frames: { paths, order }, field: CC_NUMBER,
});

const ONE_EACH = ['number', 'expiry', 'cvc'].map((field) => `bench/fields.html?${field}`);

/** Our own field code, and an empty document, in other arrangements of frames. */
export const EMPTY_FRAME: Cell = { ...frames('empty frame', ['bench/empty.html']), field: null };
export const ONE_FRAME = frames('one frame', ['bench/fields.html?number,expiry,cvc']);
export const THREE_FRAMES = frames('three frames', ONE_EACH);
export const THREE_SERIAL = frames('three frames, one after the other', ONE_EACH, 'serial');
export const IN_PAGE: Cell = { name: 'fields in the page', kind: 'control', entry: 'controls/fields-in-page.ts', field: CC_NUMBER };

/** Every round. */
export const JUDGED: readonly Cell[] = [BARE, twin(BARE), OURS, twin(OURS)];
export const ARCHITECTURE: readonly Cell[] = [EMPTY_FRAME, twin(EMPTY_FRAME), ONE_FRAME, THREE_FRAMES, THREE_SERIAL, OURS, twin(OURS)];

export const ALL: readonly Cell[] = [
  ...new Map([...JUDGED, ...RIVALS, ...EVALUATED, ...ARCHITECTURE, IN_PAGE].map((cell) => [cell.name, cell])).values(),
];
