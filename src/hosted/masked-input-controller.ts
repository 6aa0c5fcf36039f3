import { digitsOf, isDigitsAndSeparators } from '../card/digits.js';
import { CVC_MASK, EXPIRY_MASK, NUMBER_MASK, maskedEdit, type Edit, type Mask } from '../card/masked-edit.js';
import type { FieldName } from '../card/verification.js';

const MASKS: Readonly<Partial<Record<FieldName, Mask>>> = { number: NUMBER_MASK, expiry: EXPIRY_MASK, cvc: CVC_MASK };

/** Edits that come key by key: a run of them is one step for undo, as browsers have it. */
const RUNS: readonly string[] = ['insertText', 'deleteContentBackward', 'deleteContentForward'];
const MOST_STEPS = 50;

interface Selected {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** What an input showed, and how to get back to it. */
interface Track {
  value: string;
  caret: number;
  /** The selection before the edit that is under way. */
  before: Selected | undefined;
  run: string;
  past: Selected[];
  future: Selected[];
}

/**
 * Carries the browser's edits through the mask of a field, and touches nothing while an input method composes. Writing a value
 * ends the browser's own undo history, so undo and redo are ours in these fields.
 */
export class MaskedInputController {
  readonly #tracks = new WeakMap<HTMLInputElement, Track>();

  /** @returns true when the event was an undo or a redo, and changed the field */
  handleBeforeInput(name: FieldName, input: HTMLInputElement, event: InputEvent): boolean {
    if (!MASKS[name]) return false;
    const { inputType, data, isComposing } = event;
    const track = this.#trackOf(input);
    if (inputType === 'insertText' && !isComposing && data && isDigit(data)) {
      track.before = undefined; // nearly every key: where it came in is seen afterwards
      return false;
    }
    const now = selectedIn(input);
    if (now.value === track.value) track.before = now;
    if (isComposing) return false;
    if (inputType === 'historyUndo' || inputType === 'historyRedo') {
      event.preventDefault();
      return this.#travel(input, inputType === 'historyUndo');
    }
    // What has no digit never takes the place of what is selected. A separator may stand where the caret is.
    const isIdle = data && !digitsOf(data) && (now.start !== now.end || !isDigitsAndSeparators(data));
    if (isIdle && inputType.startsWith('insert')) event.preventDefault();
    return false;
  }

  /** The shortcuts: a browser whose own history is empty fires no `beforeinput` for them. @returns as `handleBeforeInput` does */
  handleKey(name: FieldName, input: HTMLInputElement, event: KeyboardEvent): boolean {
    const { key, code, ctrlKey, altKey, shiftKey, isComposing } = event;
    if (!MASKS[name] || isComposing || altKey) return false;
    const letter = (/^[a-z]$/i.test(key) ? key : code.slice(3)).toLowerCase(); // a Thai or Korean layout has no letter z
    const isUndo = letter === 'z' && !shiftKey;
    if (!isUndo && letter !== 'z' && !(letter === 'y' && ctrlKey)) return false;
    event.preventDefault();
    return this.#travel(input, isUndo);
  }

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
    if (this.#trackOf(input).value !== input.value) this.#apply(name, input);
  }

  /** What was typed is gone for good: no undo brings it back. */
  forget(input: HTMLInputElement): void {
    this.#tracks.delete(input);
  }

  #apply(name: FieldName, input: HTMLInputElement, inputType = ''): void {
    const mask = MASKS[name];
    const track = this.#trackOf(input);
    let { value, selectionStart } = input;
    if (mask) {
      const { caret, run } = track;
      const before = track.before ?? beforeTyping(track, value, inputType === 'insertText' ? selectionStart : null);
      const isAtCaret = before.start === before.end;
      const edit: Edit | undefined = inputType && isAtCaret ? { previous: track.value, inputType } : undefined;
      const next = maskedEdit(mask, { value, caret: selectionStart ?? value.length }, edit);
      // writing a value, even the same one, ends the browser's undo history and moves the caret
      if (next.value !== value) {
        write(input, { value: next.value, start: next.caret, end: next.caret });
        ({ value, selectionStart } = input);
      }
      if (next.value !== track.value) {
        const isSameRun = isAtCaret && before.start === caret && inputType === run && RUNS.includes(run);
        if (!isSameRun) track.past = [...track.past, before].slice(-MOST_STEPS);
        track.future = [];
        track.run = inputType;
      }
    }
    track.before = undefined;
    track.value = value;
    track.caret = selectionStart ?? value.length;
  }

  #travel(input: HTMLInputElement, isBack: boolean): boolean {
    const track = this.#trackOf(input);
    const [from, to] = isBack ? [track.past, track.future] : [track.future, track.past];
    const text = input.readOnly ? undefined : from.pop();
    if (!text) return false;
    to.push(selectedIn(input));
    write(input, text);
    track.value = text.value;
    track.run = '';
    return true;
  }

  #trackOf(input: HTMLInputElement): Track {
    let track = this.#tracks.get(input);
    if (!track) {
      track = { value: '', caret: 0, before: undefined, run: '', past: [], future: [] };
      this.#tracks.set(input, track);
    }
    return track;
  }
}

const isDigit = (data: string): boolean => data.length === 1 && data >= '0' && data <= '9';

/** What was selected before one digit was typed, seen from where the caret is now; of any other edit only the last caret is known. */
function beforeTyping({ value, caret }: Track, typed: string, end: number | null): Selected {
  const removed = value.length + 1 - typed.length;
  return end && removed >= 0 ? { value, start: end - 1, end: end - 1 + removed } : { value, start: caret, end: caret };
}

function selectedIn({ value, selectionStart, selectionEnd }: HTMLInputElement): Selected {
  const start = selectionStart ?? value.length;
  return { value, start, end: selectionEnd ?? start };
}

function write(input: HTMLInputElement, { value, start, end }: Selected): void {
  input.value = value;
  input.setSelectionRange(start, end);
}
