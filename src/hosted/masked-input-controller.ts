import { CVC_MASK, EXPIRY_MASK, NUMBER_MASK, maskedEdit, type Edit, type Mask } from '../card/masked-edit.js';
import type { FieldName } from '../card/verification.js';

const MASKS: Readonly<Partial<Record<FieldName, Mask>>> = { number: NUMBER_MASK, expiry: EXPIRY_MASK, cvc: CVC_MASK };

/** Carries the browser's edits through the mask of a field, and touches nothing while an input method composes. */
export class MaskedInputController {
  readonly #shown = new WeakMap<HTMLInputElement, string>();

  /** @returns false while a composition goes on: the text is not the shopper's last word */
  handleInput(name: FieldName, input: HTMLInputElement, { isComposing, inputType }: InputEvent): boolean {
    if (isComposing) return false;
    this.#apply(name, input, inputType);
    return true;
  }

  handleCompositionEnd(name: FieldName, input: HTMLInputElement): void {
    this.#apply(name, input);
  }

  /** A value that came without an input event. */
  handleChange(name: FieldName, input: HTMLInputElement): void {
    if (this.#shown.get(input) !== input.value) this.#apply(name, input);
  }

  #apply(name: FieldName, input: HTMLInputElement, inputType?: string): void {
    const mask = MASKS[name];
    if (mask) {
      const { value, selectionStart } = input;
      const edit: Edit | undefined = inputType ? { previous: this.#shown.get(input) ?? '', inputType } : undefined;
      const next = maskedEdit(mask, { value, caret: selectionStart ?? value.length }, edit);
      // writing a value, even the same one, ends the browser's undo history and moves the caret
      if (next.value !== value) {
        input.value = next.value;
        input.setSelectionRange(next.caret, next.caret);
      }
    }
    this.#shown.set(input, input.value);
  }
}
