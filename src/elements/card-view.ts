/** What stands around the frame in the element's shadow root. Built once; afterwards only texts and visibility change. */
import { make } from './make.js';
import type { Skeleton } from './skeleton.js';

export interface CardViewState {
  readonly isLoading: boolean;
  readonly isBusy: boolean;
  /** Nothing can be typed here: the merchant's fallback is shown. */
  readonly hasFailed: boolean;
  /** Text of the badge; empty in the live environment. */
  readonly badge: string;
  readonly badgeHint: string;
  readonly status: string;
  readonly error: string;
  /** Label of the button that loads the fields again; empty when that cannot help. */
  readonly reload: string;
}

export class CardView {
  readonly #frame = make('div', { class: 'frame' });
  readonly #slot = make('slot') as HTMLSlotElement;
  readonly #cover = make('div', { class: 'cover' }, this.#slot);
  readonly #badge = make('span', { class: 'badge', part: 'badge' });
  /** Both regions are there from the start: a region that comes with its text is not announced. */
  readonly #status = make('p', { role: 'status' });
  readonly #error = make('p', { role: 'alert', class: 'failure', part: 'error' });
  readonly #reload = make('button', { type: 'button' });
  readonly #fallback = make('slot', { name: 'fallback' });

  /** Badge and cover come before the frame, because they lie over its upper edge, wherever that is. */
  constructor(root: ShadowRoot, vault: HTMLElement, skeleton: Skeleton, reload: () => void) {
    this.#frame.append(skeleton.element, vault);
    this.#reload.addEventListener('click', reload);
    root.append(
      make('div', { class: 'room' }, this.#badge, this.#cover, this.#frame, this.#status, this.#error, this.#reload, this.#fallback),
    );
  }

  show({ isLoading, isBusy, hasFailed, badge, badgeHint, status, error, reload }: CardViewState): void {
    this.#frame.ariaBusy = String(isBusy);
    this.#frame.hidden = hasFailed;
    this.#frame.classList.toggle('loading', isLoading);
    this.#frame.classList.toggle('covered', this.#slot.assignedNodes().some(({ textContent }) => textContent?.trim()));
    this.#cover.hidden = !isLoading;
    this.#fallback.hidden = !hasFailed;
    this.#badge.title = badgeHint;
    write(this.#badge, badge);
    write(this.#status, status);
    write(this.#error, error);
    write(this.#reload, reload);
  }
}

/** An element without text takes no room (see the style sheet); one whose text did not change is not announced again. */
function write(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
