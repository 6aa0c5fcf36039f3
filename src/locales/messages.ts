/** Finds the words for a language and the sentence for an error. */
import { en } from './en.js';
import { ja } from './ja.js';

export type Messages = typeof ja;

/** Every locale there is, by primary language subtag (BCP 47). */
export const LOCALES: Readonly<Record<string, Messages>> = { ja, en };

/**
 * @param language - BCP 47, e.g. `ja-JP`
 * @returns the locale of its primary subtag, or English
 */
export function messagesFor(language: string): Messages {
  const subtag = language.toLowerCase().split('-', 1)[0] ?? '';
  return Object.hasOwn(LOCALES, subtag) ? (LOCALES[subtag] ?? en) : en;
}

/** Puts values in for `{name}`. */
export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (hole, name: string) => values[name] ?? hole);

/**
 * The shopper's sentence for an error: of its code, else of its type.
 * @param type - who must act, as `errors.ts` has it
 */
export function errorText({ errors }: Messages, code: string, type: string): string {
  const texts: Readonly<Record<string, string>> = errors;
  return fill(texts[code] ?? texts[type] ?? '', { code });
}
