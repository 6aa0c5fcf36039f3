/**
 * Reads what the shop's style sheets say of the parts, and follows it. The fields stand in another document, so their outlines in the
 * page (elements/skeleton.ts) bear the parts; the computed values go to the frame. Loaded beside the frame, which waits for it.
 */
import { isFontFile, type FieldLook, type FontFile, type StyleRule } from '../channel/style-protocol.js';
import type { Pristine } from '../pristine.js';
import { formLook } from '../theme/form-look.js';
import { FIELD_STATES, isSafeValue, MIRRORED, type FieldState, type MirroredPart } from '../theme/mirrored-parts.js';
import { mirrorStyles } from './part-mirror.styles.js';
import { tellWhatStays } from './what-stays.js';

/** What the element lends. */
export interface MirrorStage {
  readonly pristine: Pristine;
  readonly host: HTMLElement;
  /** The outline of the fields, in the element's closed root. */
  readonly skeleton: HTMLElement;
  /** More style sheets for that root. */
  addStyles(text: string): void;
  /** The look is another one. */
  changed(look: FieldLook): void;
}

/** The states that are read; those that hold at once come one over the other in this order. Focus on a wrong field has its own. */
const READ: readonly (readonly FieldState[])[] = [[], ['empty'], ['complete'], ['focused'], ['invalid'], ['focused', 'invalid'], ['disabled']];

type Values = Record<string, string>;

export class PartMirror {
  readonly #stage: MirrorStage;
  readonly #form: HTMLElement;
  /** Every field in every other state. */
  readonly #states = document.createElement('div');
  /** Outlines without parts: what our own style sheet says of the places of the fields. */
  readonly #plain = document.createElement('div');
  #isChanging = false;
  #isHidden = false;
  /** Of the fields that have outlines. */
  #names = '';
  #read = '';

  constructor(stage: MirrorStage) {
    const { skeleton } = stage;
    this.#stage = stage;
    this.#form = skeleton.firstElementChild as HTMLElement;
    const aside = document.createElement('div');
    aside.className = 'aside';
    aside.append(this.#states, this.#plain);
    skeleton.append(aside);
    this.#states.className = 'form';
    stage.addStyles(formLook + mirrorStyles);
    // every outline changes by a transition that is over at once: its start tells of any change, whatever it comes from
    skeleton.addEventListener('transitionrun', this.#handleChange);
    // what is not shown has no transitions: when it is shown, it may have another look than when it was hidden
    new ResizeObserver(([entry]) => {
      const isShown = (entry?.contentRect.width ?? 0) > 0;
      if (isShown && this.#isHidden) this.#handleChange();
      this.#isHidden = !isShown;
    }).observe(skeleton);
  }

  /** The look of this moment. */
  read(): FieldLook {
    const { host, skeleton } = this.#stage;
    const style: StyleRule[] = [];
    this.#prepare();
    this.#withoutBoxes(() => {
      style.push({ at: 'host', values: this.#valuesOf(host, 'host') });
      const form = difference(this.#valuesOf(this.#form, 'form'), this.#valuesOf(this.#plain, 'form'));
      if (Object.keys(form).length) style.push({ at: 'form', values: form });
      for (const field of this.#form.children) this.#readField(field, style);
    });
    skeleton.classList.add('shown');
    this.#read = JSON.stringify(style);
    return { style, fonts: fontsOf(host) };
  }

  /** Tells whoever builds the page what their style sheet says of the parts and no frame can show. */
  tellWhatStays(): void {
    this.#prepare();
    tellWhatStays(this.#form, this.#plain, this.#stage.pristine.computedStyle);
  }

  /** Values are as computed then, not as used: a percentage stays one, and `auto` is not a number of pixels. */
  #withoutBoxes(work: () => void): void {
    const { classList } = this.#stage.skeleton;
    classList.add('reading');
    this.#form.classList.remove('apart'); // the gap between its rows, as the shop has it
    work();
    this.#form.classList.add('apart');
    classList.remove('reading');
  }

  /** Adds what differs from what the rules so far say of this field, state by state. */
  #readField(field: Element, style: StyleRule[]): void {
    const isFirst = field === this.#form.firstElementChild;
    const name = nameOf(field);
    const plain = this.#plain.children[[...this.#form.children].indexOf(field)] as Element;
    for (const states of READ) {
      const outline = this.#states.querySelector(`.${[name, 'state', ...states].join('.')}:not(${others(states)})`) ?? field;
      for (const node of [outline, ...outline.querySelectorAll('[part]')]) {
        const part = partOf(node);
        const known: Values = part === 'field' ? this.#valuesOf(plain, part) : {};
        for (const rule of style) if (applies(rule, part, name, states)) Object.assign(known, rule.values);
        const values = difference(this.#valuesOf(node, part), known);
        if (Object.keys(values).length) style.push({ at: [part, ...(isFirst ? [] : [name]), ...inOrder(states)].join(' '), values });
      }
    }
  }

  /** Outlines for the fields that there are, where they stand now. */
  #prepare(): void {
    const fields = [...this.#form.children];
    this.#plain.className = `${this.#form.className.replace('apart', '')} plain`;
    this.#plain.replaceChildren(...fields.map((field) => stripped(field)));
    const names = fields.map(nameOf).join();
    if (names === this.#names) return;
    this.#names = names;
    this.#states.replaceChildren(...fields.flatMap((field) => READ.filter(isKept).map((states) => outlineOf(field, states))));
  }

  #valuesOf(element: Element, part: MirroredPart): Values {
    const computed = this.#stage.pristine.computedStyle(element);
    const values: Values = {};
    for (const property of MIRRORED[part]) {
      const value = computed.getPropertyValue(property);
      if (isSafeValue(value)) values[property] = value;
    }
    return values;
  }

  /** Once for all that changes in a frame. */
  readonly #handleChange = (): void => {
    if (this.#isChanging) return;
    this.#isChanging = true;
    requestAnimationFrame(() => {
      this.#isChanging = false;
      const before = this.#read;
      const look = this.read();
      if (this.#read !== before) this.#stage.changed(look);
    });
  };
}

/** The outline in the page is that of an empty field. */
const isKept = (states: readonly FieldState[]): boolean => states.join() !== 'empty';

/** In the order of the protocol. */
const inOrder = (states: readonly FieldState[]): FieldState[] => FIELD_STATES.filter((state) => states.includes(state));

const others = (states: readonly FieldState[]): string =>
  FIELD_STATES.filter((state) => !states.includes(state)).map((state) => `.${state}`).join();

const nameOf = (field: Element): string => field.classList[1] as string;
/** `message` is what hints and errors have in common. */
const partOf = (node: Element): MirroredPart => node.classList[node.classList[0] === 'message' ? 1 : 0] as MirroredPart;

function difference(values: Values, known: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([property, value]) => known[property] !== value));
}

/** Does a rule hold for this part of a field in these states? */
function applies({ at }: StyleRule, part: MirroredPart, name: string, states: readonly string[]): boolean {
  const [of, ...tokens] = at.split(' ');
  return of === part && tokens.every((token) => token === name || states.includes(token));
}

/** A field as it looks in these states; a wrong one has an error in place of its hint. */
function outlineOf(field: Element, states: readonly FieldState[]): HTMLElement {
  const outline = field.cloneNode(true) as HTMLElement;
  const name = nameOf(field);
  outline.classList.add('state', ...states);
  const message = outline.querySelector('.hint');
  if (message && states.includes('invalid')) message.className = 'message error';
  for (const node of [outline, ...outline.querySelectorAll('[part]')]) {
    node.setAttribute('part', [partOf(node), name, ...inOrder(states)].join(' '));
  }
  return outline;
}

function stripped(field: Element): HTMLElement {
  const plain = field.cloneNode(true) as HTMLElement;
  for (const node of [plain, ...plain.querySelectorAll('[part]')]) node.removeAttribute('part');
  return plain;
}

/**
 * Fonts that the shop declares to the element: `<link slot="font" href="brand.woff2" data-family="Brand" data-weight="400 700">`. One
 * that is not well-formed would make the frame drop the whole message, so it is left out here.
 */
function fontsOf(host: Element): FontFile[] {
  return [...host.querySelectorAll<HTMLLinkElement>(':scope > link[slot=font]')].flatMap(({ href, dataset }) => {
    const { family = '', weight = '400', style } = dataset;
    const font: FontFile = { family, address: href, weight, style: style === 'italic' ? 'italic' : 'normal' };
    return isFontFile(font) ? [font] : [];
  });
}
