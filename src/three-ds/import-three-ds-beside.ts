import { importBeside } from '../import-beside.js';

type Module = typeof import('./three-ds.js');

/** The script tag's way: the same file, which lies beside the script. Takes the place of `import-three-ds.ts` there. */
export const importThreeDs = (): Promise<Module> => importBeside<Module>('three-ds.js');
