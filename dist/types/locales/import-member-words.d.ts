import type { MemberWords } from './members/ja.js';
import type { LocaleName } from './messages.js';
/** The npm package's way to these words; the script tag has one of its own (`import-member-words-beside.ts`). */
export declare const importMemberWords: (name: LocaleName) => Promise<MemberWords>;
