import { type ThreeDsWords } from '../locales/three-ds/ja.js';
import type { Stage } from './stage.js';
export type WordKey = keyof ThreeDsWords;
export declare class Surface {
    #private;
    readonly host: HTMLElement;
    readonly root: ShadowRoot;
    /** @param parts - which parts inside a shop may style, e.g. `consent, error` */
    constructor(stage: Stage, parts: string);
    get words(): ThreeDsWords;
    get language(): string;
    /** An element that says this word, whatever the language. */
    say<E extends HTMLElement>(element: E, key: WordKey): E;
    /** It says nothing any more. */
    hush(element: HTMLElement): void;
    button(key: WordKey, className: string, press: () => void): HTMLButtonElement;
    /** The language may be another one. */
    speak(): void;
}
export declare function make<K extends keyof HTMLElementTagNameMap>(name: K, attributes?: Readonly<Record<string, string>>, ...children: Node[]): HTMLElementTagNameMap[K];
