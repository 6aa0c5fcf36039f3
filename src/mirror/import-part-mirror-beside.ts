import { importBeside } from '../import-beside.js';

type Module = typeof import('./part-mirror.js');

/** The script tag's way: the same file, which lies beside the script. Takes the place of `import-part-mirror.ts` there. */
export const importPartMirror = (): Promise<Module> => importBeside<Module>('part-mirror.js');
