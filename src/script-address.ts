/**
 * Where the files of ours that are loaded later lie: beside the script that is running. Taken once, while the script is evaluated,
 * because `document.currentScript` is known only then.
 */
const script = typeof document === 'undefined' ? null : document.currentScript;
const scriptAddress = script instanceof HTMLScriptElement && script.src ? script.src : import.meta.url;

/**
 * @param path - e.g. `hosted/index.html`
 * @throws TypeError for a script that has no address, such as one that stands in the page
 */
export const besideScript = (path: string): URL => new URL(path, scriptAddress);
