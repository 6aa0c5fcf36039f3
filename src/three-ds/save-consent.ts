import { agreed, type ConsentRecord } from './consent.js';
import type { Stage } from './stage.js';
import { make, Surface } from './surface.js';

/** Is the card to be saved for later payments: does the shopper say, or the shop? */
export type SaveMode = 'ask' | 'always' | 'never';

/** Changes with the meaning of the words, whatever the language. */
const VERSION = '1';

/** What the shopper reads of saving the card, with a box to be ticked where it is the shopper who says. A payment never waits for it. */
export class SaveConsent {
  readonly mode: SaveMode;
  readonly #stage: Stage;
  readonly #surface: Surface;
  readonly #box: HTMLInputElement | undefined;
  readonly #text: HTMLElement;

  constructor(stage: Stage, mode: Exclude<SaveMode, 'never'>) {
    const surface = new Surface(stage, 'save');
    const isAsking = mode === 'ask';
    this.mode = mode;
    this.#stage = stage;
    this.#surface = surface;
    this.#box = isAsking ? make('input', { type: 'checkbox', id: 'save' }) : undefined;
    this.#text = surface.say(isAsking ? make('label', { for: 'save' }) : make('span'), isAsking ? 'save' : 'save-always');
    surface.root.append(make('div', { class: 'consent', part: 'save' }, ...(this.#box ? [this.#box] : []), this.#text));
    stage.root.append(surface.host);
  }

  /** To which words it was agreed; null when the shopper did not. */
  record(): Promise<ConsentRecord | null> {
    return this.#box?.checked === false ? Promise.resolve(null) : agreed(VERSION, this.#text.textContent);
  }

  /** Other words were not agreed to; and a token that is there was issued for what was agreed to before. */
  speak(): void {
    const { textContent } = this.#text;
    this.#surface.speak();
    if (!this.#box) return;
    this.#box.disabled = this.#stage.isSettled();
    if (this.#text.textContent !== textContent) this.#box.checked = false;
  }

  remove(): void {
    this.#surface.host.remove();
  }
}
