type Module = typeof import('./doctor.js');
/** The npm package's way to the doctor: a file of its own. The script tag has another (`import-doctor-beside.ts`). */
export declare const importDoctor: () => Promise<Module>;
export {};
