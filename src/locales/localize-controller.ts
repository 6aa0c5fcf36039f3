import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { localeFor, type LocaleName } from './messages.js';

/** The words of one kind of elements. */
export interface Lexicon<Words> {
  /** What is at hand of them. */
  readonly first: Readonly<Partial<Record<LocaleName, Words>>> & { readonly en: Words };
  readonly load: (name: LocaleName) => Promise<Words>;
  /** What was loaded, for every element of the page. */
  readonly loaded: Map<LocaleName, Words>;
}

/**
 * Keeps an element in the language of the place where it stands: the nearest `lang` around it wins (its own first), then the
 * browser's language (HTML, "the lang and xml:lang attributes"). Follows changes without polling. A locale that
 * is loaded when it is needed; until it is there, its first words are shown, or the English ones. Should it not come, they stay, and
 * the next change asks for it again.
 */
export class LocalizeController<Words> implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #lexicon: Lexicon<Words>;
  #observer: MutationObserver | undefined;
  /** The locale of the place. */
  #wanted: LocaleName | undefined;
  /** The locale that is shown. */
  #shown: LocaleName = 'en';
  #arrival = Promise.resolve();

  constructor(host: ReactiveControllerHost & HTMLElement, lexicon: Lexicon<Words>) {
    this.#host = host;
    this.#lexicon = lexicon;
    host.addController(this);
  }

  /** BCP 47 language of the words. */
  get language(): LocaleName {
    return this.#shown;
  }

  get messages(): Words {
    const { loaded, first } = this.#lexicon;
    return loaded.get(this.#shown) ?? first[this.#shown] ?? first.en;
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
    const { loaded, first } = this.#lexicon;
    this.#show(loaded.has(wanted) || first[wanted] ? wanted : 'en');
    if (!loaded.has(wanted)) this.#arrival = this.#load(wanted);
  }

  async #load(name: LocaleName): Promise<void> {
    const { load, loaded } = this.#lexicon;
    const messages = await load(name).catch(() => undefined);
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
