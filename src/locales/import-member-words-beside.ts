import { importBeside } from '../import-beside.js';
import type { MemberWords } from './members/ja.js';
import type { LocaleName } from './messages.js';

/** The script tag's way to these words: one of the package's own files. Takes the place of `import-member-words.ts` there. */
export const importMemberWords = async (name: LocaleName): Promise<MemberWords> =>
  (await importBeside<{ readonly members: MemberWords }>(`locales/members/${name}.js`)).members;
