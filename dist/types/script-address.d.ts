/**
 * @param path - e.g. `hosted/index.html`
 * @param base - the script, when left out
 * @throws TypeError for what is no address, and for a script that has none, such as one that stands in the page
 */
export declare const addressOf: (path: string, base?: string) => URL;
