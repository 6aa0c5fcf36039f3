import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type LocaleName } from './messages.js';
/** The words of one kind of elements. */
export interface Lexicon<Words> {
    /** What is at hand of them. */
    readonly first: Readonly<Partial<Record<LocaleName, Words>>> & {
        readonly en: Words;
    };
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
export declare class LocalizeController<Words> implements ReactiveController {
    #private;
    constructor(host: ReactiveControllerHost & HTMLElement, lexicon: Lexicon<Words>);
    /** BCP 47 language of the words. */
    get language(): LocaleName;
    get messages(): Words;
    /** Fulfilled when the locale of the place is there, or will not come. */
    get arrival(): Promise<void>;
    hostConnected(): void;
    hostDisconnected(): void;
}
