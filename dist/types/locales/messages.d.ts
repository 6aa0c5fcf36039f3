import { ja } from './ja.js';
export type Messages = typeof ja;
/** Every locale there is, by primary language subtag (BCP 47). */
export declare const LOCALES: Readonly<Record<string, Messages>>;
/**
 * @param language - BCP 47, e.g. `ja-JP`
 * @returns the locale of its primary subtag, or English
 */
export declare function messagesFor(language: string): Messages;
/** Puts values in for `{name}`. */
export declare const fill: (text: string, values: Readonly<Record<string, string>>) => string;
/**
 * The shopper's sentence for an error: of its code, else of its type.
 * @param type - who must act, as `errors.ts` has it
 */
export declare function errorText({ errors }: Messages, code: string, type: string): string;
