import { importMemberWords } from './import-member-words.js';
import type { Lexicon } from './localize-controller.js';
import { members as en } from './members/en.js';
import { members as ja, type MemberWords } from './members/ja.js';

/** What the shopper reads of saved cards and of ways to pay: Japanese and English are at hand, every other language is loaded. */
export const memberWords: Lexicon<MemberWords> = {
  first: { en },
  load: importMemberWords,
  loaded: new Map([
    ['ja', ja],
    ['en', en],
  ]),
};
