import type { LocaleName, LoadedMessages } from './messages.js';

type Load = () => Promise<{ readonly messages: LoadedMessages }>;

/** One file each, so that a bundler splits them. */
const LOADS: Readonly<Record<LocaleName, Load>> = {
  ja: () => import('./ja.js'),
  en: () => import('./en.js'),
  'zh-Hans': () => import('./zh-Hans.js'),
  'zh-Hant': () => import('./zh-Hant.js'),
  ko: () => import('./ko.js'),
  vi: () => import('./vi.js'),
  th: () => import('./th.js'),
  pt: () => import('./pt.js'),
  es: () => import('./es.js'),
  fr: () => import('./fr.js'),
  de: () => import('./de.js'),
  id: () => import('./id.js'),
};

/** The npm package's way to a locale; the script tag has one of its own (`import-locale-beside.ts`). */
export const importLocale = async (name: LocaleName): Promise<LoadedMessages> => (await LOADS[name]()).messages;
