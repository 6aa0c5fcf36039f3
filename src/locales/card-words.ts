import { FIRST_WORDS } from './first-words.js';
import { importLocale } from './import-locale.js';
import type { Lexicon } from './localize-controller.js';
import type { ShownMessages } from './messages.js';

/** What the shopper reads of the card fields. */
export const cardWords: Lexicon<ShownMessages> = { first: FIRST_WORDS, load: importLocale, loaded: new Map() };
