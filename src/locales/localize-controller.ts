import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { messagesFor, type Messages } from './messages.js';

/**
 * Keeps an element in the language of the place where it stands: the nearest `lang` around it wins (its own first), then the
 * browser's language (HTML, "the lang and xml:lang attributes"). Follows changes without polling.
 */
export class LocalizeController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #observer: MutationObserver | undefined;
  #language = '';

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  get language(): string {
    return this.#language;
  }

  get messages(): Messages {
    return messagesFor(this.#language);
  }

  hostConnected(): void {
    this.#observer = new MutationObserver(() => {
      if (this.#read()) this.#host.requestUpdate();
    });
    for (const root of rootsOf(this.#host)) {
      this.#observer.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true });
    }
    this.#read();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  #read(): boolean {
    const before = this.#language;
    this.#language = languageAround(this.#host) || navigator.language;
    return this.#language !== before;
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
