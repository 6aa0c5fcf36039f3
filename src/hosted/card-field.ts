import type { Brand } from '../card/brands.js';
import type { FieldName, Reason, Verification } from '../card/verification.js';
import type { FieldVerdict, Words } from '../channel/protocol.js';
import type { FieldState } from '../theme/mirrored-parts.js';
import { BRAND_NAMES, brandMark, codePlace } from '../theme/brand-marks.js';

/**
 * One label, one input, one line of message, which is an error or a hint. The line is there from the start, so nothing jumps. The input is
 * one of ours, or the box in which the gateway's stands.
 */
export class CardField<Input extends HTMLElement = HTMLInputElement> {
  readonly name: FieldName;
  readonly element: HTMLElement;
  readonly input: Input;

  readonly #label: HTMLLabelElement;
  readonly #message: HTMLElement;
  readonly #room = document.createElement('div');
  readonly #mark: HTMLElement;
  #marked = '';
  #verification: Verification = { isValid: false, isPotentiallyValid: true };
  #isEmpty = true;
  #error: FieldVerdict['error'] = null;
  #hint = '';
  #isQuiet = false;
  #brandText = '';
  #words!: Words;

  constructor(name: FieldName, input: Input) {
    this.name = name;
    this.input = input;
    this.element = document.createElement('div');
    this.element.className = `field ${name} empty`;
    this.#label = document.createElement('label');
    this.#label.className = 'label';
    this.#label.htmlFor = name;
    const box = document.createElement('div');
    box.className = 'box';
    this.#mark = document.createElement('span');
    this.#mark.className = 'brand';
    this.#mark.id = `${name}-brand`;
    this.#message = document.createElement('p');
    this.#message.className = 'message hint';
    this.#message.id = `${name}-message`;
    this.#message.setAttribute('aria-live', 'polite');

    input.classList.add('input');
    input.id = name;
    input.setAttribute('aria-describedby', name === 'number' ? `${this.#message.id} ${this.#mark.id}` : this.#message.id);
    box.append(input, this.#mark);
    this.#room.className = 'room';
    this.element.append(this.#label, box, this.#message, this.#room);
  }

  get verification(): Verification {
    return this.#verification;
  }

  get verdict(): FieldVerdict {
    return { empty: this.#isEmpty, complete: this.#verification.isValid, error: this.#error };
  }

  /** Nothing changed since the page was told this. */
  hasVerdict(told: FieldVerdict | undefined): boolean {
    return told?.empty === this.#isEmpty && told.complete === this.#verification.isValid && told.error === this.#error;
  }

  /** A new verdict about what stands in the field; an error that it mends goes away, one that cannot be mended any more shows. */
  judge(verification: Verification, isEmpty: boolean, isBeingTyped: boolean): void {
    this.#verification = verification;
    this.#isEmpty = isEmpty;
    this.show('empty', isEmpty);
    this.show('complete', verification.isValid);
    if (verification.isValid || (isBeingTyped && verification.isPotentiallyValid)) this.#showError(null);
    else if (!verification.isPotentiallyValid) this.#showError(verification.reason ?? null);
    else if (this.#error) this.#showError(verification.reason ?? null);
  }

  /** Shows what is missing or wrong, as when the shopper leaves the field. */
  reveal(): void {
    if (!this.#verification.isValid) this.#showError(this.#verification.reason ?? null);
  }

  /** The gateway says that this field is wrong. Holds until the next key. */
  reject(code: Reason): void {
    this.#showError(code);
  }

  clearError(): void {
    this.#showError(null);
  }

  empty(): void {
    this.#isEmpty = true;
    this.show('empty', true);
    this.hint('');
    this.mark([]);
    this.#showError(null);
  }

  /** @param isQuiet - not read out: it would change with every key */
  hint(text: string, isQuiet = false): void {
    this.#isQuiet = isQuiet;
    if (this.#hint === text) return;
    this.#hint = text;
    this.#write();
  }

  /** The brands at the end of the input, which are a part of its description. */
  mark(brands: readonly Brand[]): void {
    if (!this.#isOther(brands.join())) return;
    this.#mark.replaceChildren(...brands.map(brandMark));
    this.#brandText = brands.map((brand) => BRAND_NAMES[brand]).join(' / ');
    this.#write(); // an error may name the brand
  }

  /** A drawing of where the code is printed. */
  picture(side: 'front' | 'back'): void {
    if (this.#isOther(side)) this.#mark.replaceChildren(codePlace(side));
  }

  /** The shop may give each of these states a look of its own. */
  show(state: FieldState, holds: boolean): void {
    this.element.classList.toggle(state, holds);
  }

  say(words: Words): void {
    this.#words = words;
    this.#label.textContent = words[`label-${this.name}`];
    this.#write();
  }

  #isOther(marked: string): boolean {
    const isOther = this.#marked !== marked;
    this.#marked = marked;
    return isOther;
  }

  #showError(error: FieldVerdict['error']): void {
    if (this.#error === error) {
      if (error) this.#write(); // the sentence may name another group
      return;
    }
    this.#error = error;
    this.show('invalid', error !== null);
    this.#message.className = `message ${error ? 'error' : 'hint'}`;
    if (error) this.input.setAttribute('aria-invalid', 'true');
    else this.input.removeAttribute('aria-invalid');
    this.#write();
  }

  #write(): void {
    const error = this.#error;
    const { swappedGroup } = this.#verification;
    const text = error ? this.#sentence(error, swappedGroup) : this.#hint;
    if (this.#message.textContent === text) return;
    this.#message.setAttribute('aria-live', this.#isQuiet && text !== '' && !error ? 'off' : 'polite');
    this.#message.textContent = text;
    // The page sees how high the frame is: whatever group is named, and when none is, the room for every one of them is taken.
    this.#room.replaceChildren();
    if (error !== 'number-invalid') return;
    for (const group of [undefined, 1, 2, 3, 4]) {
      const line = document.createElement('p');
      line.className = 'message error';
      line.textContent = this.#sentence(error, group);
      this.#room.append(line);
    }
  }

  #sentence(error: Reason, swappedGroup: number | undefined): string {
    const sentence = this.#words[error]
      .replace('{brand}', () => this.#brandText)
      .replace('{label}', () => this.#words[`label-${this.name}`]);
    return error === 'number-invalid' && swappedGroup
      ? this.#words['swapped-group'].replace('{sentence}', sentence).replace('{group}', String(swappedGroup))
      : sentence;
  }
}
