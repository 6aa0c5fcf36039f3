import { addressOf } from './script-address.js';

let failures = 0;

/**
 * The script tag's way to what is loaded later: a module that lies beside the script. After a failure the address is another one: a
 * browser may remember that a module failed (HTML, "fetch a single module script"); Chromium does, and looks past a fragment. Not on a
 * page with an import map: its `integrity` is of one address, and another would not be checked.
 */
export const importBeside = async <T>(path: string): Promise<T> => {
  try {
    const isPinned = document.querySelector('script[type=importmap]');
    const address = addressOf(failures && !isPinned ? `${path}?${String(failures)}` : path).href;
    return (await import(/* @vite-ignore */ address)) as T;
  } catch (error) {
    failures += 1;
    throw error;
  }
};
