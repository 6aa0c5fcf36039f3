/** Where things lie, as far as the page shows. */
import type { Host } from './diagnosis.js';
export declare const folder: string;
export declare const scriptTags: () => HTMLScriptElement[];
/** Are the files beside this one those of `dist/`? In a bundle they have other names. */
export declare const hasScriptTag: () => boolean;
/** The document that understands this gateway, with these fields. */
export declare const hostedFile: ({ gateway, fieldsBy }: Host) => string;
/** Null for what is no address. */
export declare function hostedAddress(host: Host): URL | null;
/** As browsers have it: what is on this machine needs no https. */
export declare const isHere: ({ hostname }: URL | Location) => boolean;
