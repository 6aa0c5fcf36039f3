import type { MemberWords } from './members/ja.js';
import type { LocaleName } from './messages.js';

type Load = () => Promise<{ readonly members: MemberWords }>;

/** One file each, so that a bundler splits them. Those of the other two are in the script. */
const LOADS: Readonly<Partial<Record<LocaleName, Load>>> = {
  'zh-Hans': () => import('./members/zh-Hans.js'),
  'zh-Hant': () => import('./members/zh-Hant.js'),
  ko: () => import('./members/ko.js'),
  vi: () => import('./members/vi.js'),
  th: () => import('./members/th.js'),
  pt: () => import('./members/pt.js'),
  es: () => import('./members/es.js'),
  fr: () => import('./members/fr.js'),
  de: () => import('./members/de.js'),
  id: () => import('./members/id.js'),
};

/** The npm package's way to these words; the script tag has one of its own (`import-member-words-beside.ts`). */
export const importMemberWords = async (name: LocaleName): Promise<MemberWords> => {
  const load = LOADS[name];
  if (!load) throw new TypeError(name);
  return (await load()).members;
};
