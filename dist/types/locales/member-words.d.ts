import type { Lexicon } from './localize-controller.js';
import { type MemberWords } from './members/ja.js';
/** What the shopper reads of saved cards and of ways to pay: Japanese and English are at hand, every other language is loaded. */
export declare const memberWords: Lexicon<MemberWords>;
