import type { LocaleName, LoadedMessages } from './messages.js';
/** The npm package's way to a locale; the script tag has one of its own (`import-locale-beside.ts`). */
export declare const importLocale: (name: LocaleName) => Promise<LoadedMessages>;
