import { importBeside } from '../import-beside.js';
import type { LocaleName, LoadedMessages } from './messages.js';

/** The script tag's way to a locale: one of the package's own files. Takes the place of `import-locale.ts` there. */
export const importLocale = async (name: LocaleName): Promise<LoadedMessages> =>
  (await importBeside<{ readonly messages: LoadedMessages }>(`locales/${name}.js`)).messages;
