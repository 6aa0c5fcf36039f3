type Module = typeof import('./three-ds.js');
/** The npm package's way to the code of 3-D Secure: a chunk of its own. The script tag has another (`import-three-ds-beside.ts`). */
export declare const importThreeDs: () => Promise<Module>;
export {};
