import { besideScript } from '../script-address.js';
import type { LoadedLocaleName, Messages } from './messages.js';

let failures = 0;

/**
 * The script tag's way to a locale: one of the package's own files, which lie beside the script. Takes the place of
 * `import-locale.ts` when the script tag is built. After a failure the address is another one: a browser may remember that
 * a module failed (HTML, "fetch a single module script"); Chromium does, and looks past a fragment.
 */
export const importLocale = async (name: LoadedLocaleName): Promise<Messages> => {
  try {
    const address = besideScript(`locales/${name}.js${failures ? `?${String(failures)}` : ''}`).href;
    return ((await import(/* @vite-ignore */ address)) as { readonly messages: Messages }).messages;
  } catch (error) {
    failures += 1;
    throw error;
  }
};
