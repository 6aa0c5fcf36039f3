import type { FieldName } from '../card/verification.js';
import { arrange, rowsOf } from '../theme/tokens.js';
import { make } from './make.js';

/**
 * The outline of the empty fields. It bears the parts, so it is styled by the shop and takes the very room that the fields will take;
 * it is there until they are. It never holds anything of a card.
 */
export class Skeleton {
  readonly element = make('div', { class: 'skeleton', 'aria-hidden': 'true', inert: '' });
  #names: readonly FieldName[] = [];
  #form: HTMLElement | undefined;
  #width = -1;
  #rows = '';
  readonly #rearranged: () => void;

  /** @param rearranged - other fields share a row now, or it is shown again after it was not */
  constructor(rearranged: () => void) {
    this.#rearranged = rearranged;
    // in the next frame: an observer that changes what it observes is an error of the page's
    new ResizeObserver(() => {
      requestAnimationFrame(() => {
        if (this.element.clientWidth !== this.#width) this.#arrange();
      });
    }).observe(this.element);
  }

  /**
   * @param wanted - in their order; what is no field at all is told elsewhere
   * @param words - of the frame: `label-…`, `placeholder-…` and `hint-…` of a field
   * @param isNeeded - the fields themselves are not there
   */
  show(wanted: readonly FieldName[], words: Readonly<Record<string, string>>, isNeeded: boolean): void {
    const names = wanted.filter((name) => /^[a-z]+$/.test(name));
    const isOther = names.join() !== this.#names.join();
    this.#names = names;
    if (isOther || !isNeeded) {
      this.#form?.remove();
      this.#form = undefined;
    }
    if (!isNeeded) return;
    if (!this.#form) {
      this.#form = makeForm(names);
      this.element.prepend(this.#form);
      this.#arrange();
    }
    for (const node of this.#form.querySelectorAll('.label, .placeholder, .hint')) {
      const [part = '', name = ''] = node.part;
      node.textContent = words[`${part}-${name}`] ?? '';
    }
  }

  /** Another one, as it would stand here now. */
  outline(): HTMLElement {
    const form = makeForm(this.#names);
    arrange(form, fieldsOf(form), this.#width);
    return form;
  }

  #arrange(): void {
    const form = this.#form;
    form?.classList.remove('apart');
    const width = (this.#width = this.element.clientWidth);
    if (form) {
      // label, input and message are rows of the form, too: what lies between its rows is to lie between fields only
      form.style.setProperty('--row-gap', getComputedStyle(form).rowGap.replace('normal', ''));
      arrange(form, fieldsOf(form), width);
      form.classList.add('apart');
    }
    const rows = width ? rowsOf(this.#names, width) : [];
    this.element.parentElement?.classList.toggle('shared', (rows[0]?.length ?? 0) > 1);
    const before = this.#rows;
    this.#rows = rows.join(';');
    if (this.#rows && this.#rows !== before) this.#rearranged();
  }
}

const makeForm = (names: readonly FieldName[]) => make('div', { class: 'form', part: 'form' }, ...names.map(makeField));

const fieldsOf = (form: Element) => new Map([...form.children].map((field) => [field.classList[1] as FieldName, field]));

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
