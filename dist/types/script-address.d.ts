/**
 * @param path - e.g. `hosted/index.html`
 * @throws TypeError for a script that has no address, such as one that stands in the page
 */
export declare const besideScript: (path: string) => URL;
