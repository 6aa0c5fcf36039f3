import { unfinished, VALID, wrong, type Reason, type Verification } from '../card/verification.js';
import type { Words } from '../channel/protocol.js';
import type { FieldReport, GatewayFieldName } from '../gateway/fields-gateway.js';
import { CardField } from './card-field.js';

const UNTOUCHED: FieldReport & { type: 'change' } = { type: 'change', isEmpty: true, isComplete: false, code: null };

/** A field of the gateway's with our label, our box and our line of message. What stands in it never comes here. */
export class GatewayField {
  readonly name: GatewayFieldName;
  readonly field: CardField<HTMLElement>;
  /** In the document itself, shown inside the box. */
  readonly place = document.createElement('div');
  readonly #box = document.createElement('div');
  /** A field that was never touched says nothing: it is empty. */
  #last = UNTOUCHED;

  constructor(name: GatewayFieldName) {
    this.name = name;
    const slot = document.createElement('slot');
    this.place.slot = slot.name = name;
    this.#box.role = 'group';
    this.#box.append(slot);
    this.field = new CardField(name, this.#box);
    this.#judge();
  }

  get isEmpty(): boolean {
    return this.#last.isEmpty;
  }

  /** @returns whether something was typed */
  hear(report: FieldReport): boolean {
    if (report.type === 'change') {
      const isEdit = !report.isEmpty || !this.isEmpty;
      this.#last = report;
      this.#judge();
      return isEdit;
    }
    const isFocused = report.type === 'focus';
    this.field.show('focused', isFocused);
    if (!isFocused && !this.isEmpty) this.field.reveal();
    return false;
  }

  empty(): void {
    this.#last = UNTOUCHED;
    this.field.empty();
    this.#judge();
  }

  say(words: Words): void {
    const label = words[`label-${this.name}`];
    this.field.say(words);
    this.#box.ariaLabel = label;
    // the gateway's document has no word of ours; its frame can
    this.place.querySelector('iframe')?.setAttribute('title', label);
  }

  #judge(): void {
    this.field.judge(this.#verification(), this.isEmpty, true);
  }

  #verification(): Verification {
    const { name } = this;
    const { isEmpty, isComplete, code } = this.#last;
    if (isEmpty) return unfinished(`${name}-missing`);
    if (isComplete) return VALID;
    if (code === null) return unfinished(`${name}-incomplete`);
    return wrong(code.startsWith(`${name}-`) ? (code as Reason) : `${name}-invalid`); // codes that begin with a field's name are reasons
  }
}
