type Module = typeof import('./part-mirror.js');
/** The npm package's way to the code of the parts: a chunk of its own. The script tag has another (`import-part-mirror-beside.ts`). */
export declare const importPartMirror: () => Promise<Module>;
export {};
