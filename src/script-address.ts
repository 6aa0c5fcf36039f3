/**
 * Where the files of ours that are loaded later lie: beside the script that is running. Taken once, while the script is evaluated,
 * because `document.currentScript` is known only then.
 */
/** Taken now as well: a script that comes later could put another frame in the place of ours. */
const Address = URL;
/** The class is named only where there is a page: Node has none. */
const scriptAddress =
  (typeof document !== 'undefined' && document.currentScript instanceof HTMLScriptElement && document.currentScript.src) || import.meta.url;

/**
 * @param path - e.g. `hosted/index.html`
 * @param base - the script, when left out
 * @throws TypeError for what is no address, and for a script that has none, such as one that stands in the page
 */
export const addressOf = (path: string, base = scriptAddress): URL => new Address(path, base);
