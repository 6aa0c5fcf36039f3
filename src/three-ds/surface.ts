/** A closed root of its own for what the shopper sees of 3-D Secure, in the words of the place, inside the element's root. */
import { threeDs as en } from '../locales/three-ds/en.js';
import { threeDs as ja, type ThreeDsWords } from '../locales/three-ds/ja.js';
import type { Stage } from './stage.js';
import { surfaceStyles } from './surface.styles.js';

export type WordKey = keyof ThreeDsWords;

/** Japanese and English are here; every other language brings its words along. */
const wordsOf = ({ language, words }: ReturnType<Stage['language']>): ThreeDsWords => words ?? (language === 'ja' ? ja : en);

export class Surface {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly #stage: Stage;
  /** What says which word: a language can change at any time. */
  readonly #said = new Map<HTMLElement, WordKey>();

  /** @param parts - which parts inside a shop may style, e.g. `consent, error` */
  constructor(stage: Stage, parts: string) {
    this.#stage = stage;
    this.host = document.createElement('div');
    this.host.setAttribute('exportparts', parts);
    this.root = stage.pristine.attachRoot(this.host);
    stage.pristine.setStyles(this.root, surfaceStyles);
    this.host.lang = this.language;
  }

  get words(): ThreeDsWords {
    return wordsOf(this.#stage.language());
  }

  get language(): string {
    return this.#stage.language().language;
  }

  /** An element that says this word, whatever the language. */
  say<E extends HTMLElement>(element: E, key: WordKey): E {
    this.#said.set(element, key);
    element.textContent = this.words[key];
    return element;
  }

  /** It says nothing any more. */
  hush(element: HTMLElement): void {
    this.#said.delete(element);
    element.textContent = '';
  }

  button(key: WordKey, className: string, press: () => void): HTMLButtonElement {
    const button = this.say(make('button', { type: 'button', class: className }), key);
    button.addEventListener('click', press);
    return button;
  }

  /** The language may be another one. */
  speak(): void {
    this.host.lang = this.language;
    for (const [element, key] of this.#said) element.textContent = this.words[key];
  }
}

export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: Node[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  element.append(...children);
  return element;
}
