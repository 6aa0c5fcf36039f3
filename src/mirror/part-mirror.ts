/**
 * Reads what the shop's style sheets say of the parts, and follows it. The fields stand in another document, so outlines of them in the
 * page bear the parts; the computed values go to the frame. Loaded beside the frame, which waits for it.
 */
import { isFontFile, type FieldLook, type FontFile, type StyleRule } from '../channel/style-protocol.js';
import type { Pristine } from '../pristine.js';
import { formLook } from '../theme/form-look.js';
import { isSafeValue, MIRRORED, type MirroredPart } from '../theme/mirrored-parts.js';
import { nodesOf, outlinesOf, partOf, type Outline } from './outlines.js';
import { mirrorStyles } from './part-mirror.styles.js';
import { watchersOf } from './watchers.js';
import { tellWhatStays } from './what-stays.js';

/** What the element lends. */
export interface MirrorStage {
  readonly pristine: Pristine;
  readonly host: HTMLElement;
  /** In the element's closed root: holds the outline of the fields until they are there. */
  readonly skeleton: HTMLElement;
  /** Another such outline, as it would stand there now. */
  outline(): HTMLElement;
  /** More style sheets for that root. */
  addStyles(text: string): void;
  /** The look is another one. */
  changed(look: FieldLook): void;
}

type Values = Record<string, string>;

/** What is read, while it is read: none of it has a box. */
interface Stand {
  readonly form: HTMLElement;
  /** Without parts: what our own style sheet says. */
  readonly plain: HTMLElement;
  readonly fields: readonly {
    /** Of the plain one, what bears parts in the others. */
    readonly own: readonly Element[];
    /** In every state. */
    readonly outlines: readonly Outline[];
  }[];
}

export class PartMirror {
  readonly #stage: MirrorStage;
  /** All that stays in the page: they tell of a change, and it is read again. */
  #watchers: Element = document.createElement('div');
  #isChanging = false;
  /** Of the look that was read last. */
  #digest = 0;

  constructor(stage: MirrorStage) {
    const { skeleton } = stage;
    this.#stage = stage;
    skeleton.append(this.#watchers);
    stage.addStyles(formLook + mirrorStyles);
    // every watcher changes by a transition that is over at once: its start tells of any change, whatever it comes from
    skeleton.addEventListener('transitionrun', this.follow);
  }

  /** The look of this moment. */
  read(): FieldLook {
    const { host, skeleton, pristine } = this.#stage;
    const style: StyleRule[] = [];
    this.#withOutlines(({ form, plain, fields }) => {
      style.push({ at: 'host', values: { ...this.#valuesOf(host, 'host'), ...this.#schemeOf(plain) } });
      const values = difference(this.#valuesOf(form, 'form'), this.#valuesOf(plain, 'form'));
      if (Object.keys(values).length) style.push({ at: 'form', values });
      for (const { own, outlines } of fields) {
        const ours = own.map((node) => this.#valuesOf(node, partOf(node)));
        for (const outline of outlines) this.#readOutline(outline, ours, own === fields[0]?.own, style);
      }
      const watchers = form.cloneNode() as HTMLElement;
      watchers.className += ' watchers';
      watchers.append(...watchersOf(fields.map(({ outlines }) => outlines)));
      this.#watchers.replaceWith(watchers);
      this.#watchers = watchers;
      pristine.computedStyle(watchers).getPropertyValue('color'); // from here on they follow
    });
    skeleton.classList.add('shown');
    this.#digest = digestOf(JSON.stringify(style));
    return { style, fonts: fontsOf(host) };
  }

  /** Once for all that changes in a frame. */
  readonly follow = (): void => {
    if (this.#isChanging) return;
    this.#isChanging = true;
    requestAnimationFrame(() => {
      this.#isChanging = false;
      if (!this.#stage.host.isConnected) return;
      const before = this.#digest;
      const look = this.read();
      if (this.#digest !== before) this.#stage.changed(look);
    });
  };

  /** Tells whoever builds the page what their style sheet says of the parts and no frame can show. */
  tellWhatStays(): void {
    this.#withOutlines(({ form, plain }) => {
      (form.parentElement as HTMLElement).hidden = false; // some values there are for boxes alone
      tellWhatStays(form, plain, this.#stage.pristine.computedStyle);
    });
  }

  /** Values are as computed then, not as used: a percentage stays one, and `auto` is not a number of pixels. */
  #withOutlines(work: (stand: Stand) => void): void {
    const stage = this.#stage;
    const [form, plain, stand] = [stage.outline(), stage.outline(), document.createElement('div')];
    const fields = [...form.children].map((field, index) => {
      const own = nodesOf(plain.children[index] as HTMLElement);
      for (const node of own) node.removeAttribute('part');
      return { own, outlines: outlinesOf(field as HTMLElement) };
    });
    plain.removeAttribute('part');
    plain.classList.add('plain');
    form.append(...fields.flatMap(({ outlines }) => outlines.map(({ element }) => element)));
    stand.hidden = true;
    stand.append(form, plain);
    stage.skeleton.append(stand);
    try {
      work({ form, plain, fields });
    } finally {
      stand.remove();
    }
  }

  /** Adds what differs from what the rules so far say of this field, state by state. */
  #readOutline({ name, states, nodes, looks }: Outline, own: readonly Values[], isFirst: boolean, style: StyleRule[]): void {
    nodes.forEach((node, index) => {
      const part = partOf(node);
      const values = this.#valuesOf(node, part);
      const ours = own[index] as Values;
      looks.push(JSON.stringify(difference(values, ours)));
      const known: Values = part === 'field' ? { ...ours } : {};
      for (const rule of style) if (applies(rule, part, name, states)) Object.assign(known, rule.values);
      const news = difference(values, known);
      if (Object.keys(news).length) style.push({ at: [part, ...(isFirst ? [] : [name]), ...states].join(' '), values: news });
    });
  }

  /** Of a page that leaves the scheme to its `<meta name="color-scheme">` the computed value says nothing: `light-dark()` knows. */
  #schemeOf(plain: HTMLElement): Values {
    const probe = document.createElement('div');
    probe.className = 'scheme';
    plain.append(probe);
    return this.#stage.pristine.computedStyle(probe).color === 'rgb(1, 1, 1)' ? { 'color-scheme': 'dark' } : {};
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
}

function difference(values: Values, known: Values): Values {
  const news: Values = {};
  for (const property of Object.keys(values)) if (known[property] !== values[property]) news[property] = values[property] as string;
  return news;
}

/** Does a rule hold for this part of a field in these states? */
function applies({ at }: StyleRule, part: MirroredPart, name: string, states: readonly string[]): boolean {
  const [of, ...tokens] = at.split(' ');
  return of === part && tokens.every((token) => token === name || states.includes(token));
}

/** Fifty-three bits tell two looks apart, and keep neither. No method is called for each letter: some page may have patched it. */
function digestOf(text: string): number {
  let [high, low] = [0, 0];
  const bytes = new TextEncoder().encode(text);
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] as number;
    high = Math.imul(high ^ byte, 2654435761);
    low = Math.imul(low ^ byte, 1597334677);
  }
  return (high & 0x1fffff) * 2 ** 32 + (low >>> 0);
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
