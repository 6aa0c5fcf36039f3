import type { Attempt } from './attempt.js';
import type { Stage } from './stage.js';
import { make, Surface, type WordKey } from './surface.js';

/** What the shopper decided about an attempt that has no result here. */
export type Decision = 'resume' | 'check';

/** What is known of an attempt, above the fields. It never says that something failed: this page cannot know. */
export class Notice {
  readonly #surface: Surface;
  readonly #box: HTMLElement;
  #says: () => void = () => undefined;

  constructor(stage: Stage) {
    const surface = new Surface(stage, 'resume');
    this.#surface = surface;
    this.#box = make('section', { class: 'notice', part: 'resume' });
    surface.root.append(this.#box);
    stage.root.prepend(surface.host);
  }

  /** Asks what is to be done with the attempt; `signal` takes the question away. */
  ask({ startedAt }: Attempt, signal: AbortSignal): Promise<Decision> {
    const surface = this.#surface;
    return new Promise((resolve) => {
      // there before its text: a region that comes with its text is not announced
      const title = make('h2');
      const text = make('p');
      const said = make('div', { role: 'status' });
      const buttons = make(
        'div',
        { class: 'buttons' },
        surface.button('resume', 'primary', () => resolve('resume')),
        surface.button('check', '', () => resolve('check')),
      );
      this.#box.append(said, buttons);
      said.append(title, text);
      surface.say(title, 'unfinished');
      this.#says = () => {
        const time = new Intl.DateTimeFormat(surface.language, { hour: 'numeric', minute: '2-digit' }).format(startedAt);
        text.textContent = surface.words['unfinished-text'].replace('{time}', time);
      };
      this.#says();
      signal.addEventListener('abort', () => this.remove(), { once: true });
    });
  }

  /** Only tells. */
  tell(key: WordKey): void {
    const text = make('p', { role: 'status' });
    this.#box.append(text);
    this.#surface.say(text, key);
  }

  speak(): void {
    this.#surface.speak();
    this.#says();
  }

  remove(): void {
    this.#surface.host.remove();
  }
}
