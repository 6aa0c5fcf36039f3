import type { Lexicon } from './localize-controller.js';
import type { ShownMessages } from './messages.js';
/** What the shopper reads of the card fields. */
export declare const cardWords: Lexicon<ShownMessages>;
