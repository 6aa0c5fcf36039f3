import type { FieldName } from '../card/verification.js';
import { arrange } from '../theme/tokens.js';
import { make } from './make.js';

/**
 * The outline of the empty fields. It bears the parts, so it is styled by the shop and takes the very room that the fields will take;
 * it is seen until they are there. Afterwards it stays behind them, unseen, as what the look of the fields is read from (`mirror/`).
 * It never holds anything of a card.
 */
export class Skeleton {
  readonly #form = make('div', { class: 'form', part: 'form' });
  readonly element = make('div', { class: 'skeleton', 'aria-hidden': 'true', inert: '' }, this.#form);
  #fields: ReadonlyMap<FieldName, HTMLElement> = new Map();

  constructor() {
    // in the next frame: an observer that changes what it observes is an error of the page's
    new ResizeObserver(() => {
      requestAnimationFrame(() => {
        this.#arrange();
      });
    }).observe(this.element);
  }

  /**
   * @param wanted - in their order; what is no field at all is told elsewhere
   * @param words - of the frame: `label-…`, `placeholder-…` and `hint-…` of a field
   */
  show(wanted: readonly FieldName[], words: Readonly<Record<string, string>>): void {
    const names = wanted.filter((name) => /^[a-z]+$/.test(name));
    if (names.join() !== [...this.#fields.keys()].join()) {
      this.#fields = new Map(names.map((name) => [name, makeField(name)]));
      this.#form.replaceChildren(...this.#fields.values());
      this.#arrange();
    }
    for (const [name, field] of this.#fields) {
      for (const part of ['label', 'placeholder', 'hint']) {
        const node = field.querySelector(`.${part}`);
        if (node) node.textContent = words[`${part}-${name}`] ?? '';
      }
    }
  }

  #arrange(): void {
    arrange(this.#form, this.#fields, this.element.clientWidth);
    // label, input and message are rows of the form, too: what lies between its rows is to lie between fields only
    const { classList, style } = this.#form;
    classList.remove('apart');
    style.setProperty('--row-gap', getComputedStyle(this.#form).rowGap.replace('normal', ''));
    classList.add('apart');
  }
}

/** As the frame builds it (hosted/card-field.ts). */
function makeField(name: FieldName): HTMLElement {
  const part = (partName: string, className: string, ...children: Node[]) =>
    make('div', { class: className, part: `${partName} ${name} empty` }, ...children);
  const input = part('input', 'input', part('placeholder', 'placeholder'));
  return part(
    'field',
    `field ${name}`,
    part('label', 'label'),
    make('div', { class: 'box' }, input, part('brand', 'brand')),
    part('hint', 'message hint'),
  );
}
