/** Finds the words for a language and the sentence for an error. */
import type { ja } from './ja.js';
import type { ThreeDsWords } from './three-ds/ja.js';
export type Messages = typeof ja;
/** A locale brings the words of 3-D Secure along; Japanese and English leave them to the code that shows them. */
export type LoadedMessages = Messages & {
    readonly threeDs?: ThreeDsWords;
};
/** What can be shown: a locale, or the first words of one. */
export interface ShownMessages {
    readonly frame: Readonly<Record<string, string>> & Record<'frame-title', string>;
    readonly reload: string;
    readonly 'test-badge': string;
    /** What is only seen later has no first words. */
    readonly 'test-badge-hint'?: string;
    readonly busy?: string;
    readonly errors: Readonly<Record<string, string>> & Record<'incomplete' | 'internal', string>;
    readonly threeDs?: ThreeDsWords;
}
/** Every locale there is: BCP 47 language, with its script where there are two. */
export declare const LOCALE_NAMES: readonly ["ja", "en", "zh-Hans", "zh-Hant", "ko", "vi", "th", "pt", "es", "fr", "de", "id"];
export type LocaleName = (typeof LOCALE_NAMES)[number];
/**
 * @param language - BCP 47, e.g. `ja-JP`. Chinese without a script is written as its region writes it
 * @returns the locale of its primary subtag, or English
 */
export declare function localeFor(language: string): LocaleName;
/**
 * The shopper's sentence for an error: of its code, else of its type, else that of any error. What is the shopper's to mend and has no
 * sentence of its own is said at its field.
 * @param type - who must act, as `errors.ts` has it
 */
export declare const errorText: ({ errors }: ShownMessages, code: string, type: string) => string;
