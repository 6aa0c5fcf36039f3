import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { importLocale } from './import-locale.js';
import { FIRST_WORDS } from './first-words.js';
import { localeFor, type LocaleName, type ShownMessages } from './messages.js';

/** What was loaded, for every element of the page. */
const loaded = new Map<LocaleName, ShownMessages>();
const firstWords: Readonly<Partial<Record<LocaleName, ShownMessages>>> = FIRST_WORDS;

/**
 * Keeps an element in the language of the place where it stands: the nearest `lang` around it wins (its own first), then the
 * browser's language (HTML, "the lang and xml:lang attributes"). Follows changes without polling. A locale that
 * is loaded when it is needed; until it is there, its first words are shown, or the English ones. Should it not come, they stay, and
 * the next change asks for it again.
 */
export class LocalizeController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #observer: MutationObserver | undefined;
  /** The locale of the place. */
  #wanted: LocaleName | undefined;
  /** The locale that is shown. */
  #shown: LocaleName = 'en';
  #arrival = Promise.resolve();

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** BCP 47 language of the words. */
  get language(): LocaleName {
    return this.#shown;
  }

  get messages(): ShownMessages {
    return loaded.get(this.#shown) ?? firstWords[this.#shown] ?? FIRST_WORDS.en;
  }

  /** Fulfilled when the locale of the place is there, or will not come. */
  get arrival(): Promise<void> {
    return this.#arrival;
  }

  hostConnected(): void {
    this.#observer = new MutationObserver(() => {
      this.#read();
    });
    for (const root of rootsOf(this.#host)) {
      this.#observer.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true });
    }
    this.#read();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  #read(): void {
    const wanted = localeFor(languageAround(this.#host) || navigator.language);
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    this.#show(loaded.has(wanted) || firstWords[wanted] ? wanted : 'en');
    if (!loaded.has(wanted)) this.#arrival = this.#load(wanted);
  }

  async #load(name: LocaleName): Promise<void> {
    const messages = await importLocale(name).catch(() => undefined);
    if (messages) loaded.set(name, messages);
    if (this.#wanted !== name) return; // the language has changed meanwhile
    if (messages) this.#show(name);
    else this.#wanted = undefined;
  }

  #show(name: LocaleName): void {
    this.#shown = name;
    this.#host.requestUpdate();
  }
}

/** The node's own tree and, out of each shadow root, the tree around it. */
function rootsOf(element: Element): Node[] {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? [root, ...rootsOf(root.host)] : [root];
}

function languageAround(element: Element): string {
  const holder = element.closest('[lang]');
  if (holder) return holder.getAttribute('lang') ?? '';
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? languageAround(root.host) : '';
}
