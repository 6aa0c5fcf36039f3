import { importBeside } from '../import-beside.js';

type Module = typeof import('./doctor.js');

/** The script tag's way: the same file, which lies beside the script. Takes the place of `import-doctor.ts` there. */
export const importDoctor = (): Promise<Module> => importBeside<Module>('doctor.js');
