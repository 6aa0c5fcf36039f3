/** What a page has to load of a cell: built as a shop's bundler would, minified, for production, and weighed. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';

export interface Weight {
  readonly minified: number;
  readonly gzip: number;
  readonly brotli: number;
}

export interface Bundle {
  /** The script that the page asks for. */
  readonly entry: string;
  /** Every file by its name: the entry, and what it imports at once or later. */
  readonly files: ReadonlyMap<string, string>;
  readonly styles: string;
  /** Scripts that come before anything is shown. */
  readonly eager: Weight;
  readonly lazy: Weight;
  readonly css: Weight;
}

/** @param entry - of this folder, e.g. `rivals/payform.js` */
export async function bundle(entry: string): Promise<Bundle> {
  const output = (await build({
    configFile: false,
    root: fileURLToPath(new URL('.', import.meta.url)),
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      cssCodeSplit: false,
      reportCompressedSize: false,
      rolldownOptions: { input: fileURLToPath(new URL(entry, import.meta.url)) },
    },
  })) as Rolldown.RolldownOutput;
  const chunks = output.output.filter((file) => file.type === 'chunk');
  const start = chunks.find(({ isEntry }) => isEntry);
  if (!start) throw new Error(`${entry} has no script`);
  const named = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const eager = new Set<string>();
  const take = (name: string): void => {
    const chunk = named.get(name);
    if (!chunk || eager.has(name)) return;
    eager.add(name);
    chunk.imports.forEach(take);
  };
  take(start.fileName);
  const styles = output.output.flatMap((file) => (file.type === 'asset' && file.fileName.endsWith('.css') ? [String(file.source)] : [])).join('');
  return {
    entry: start.fileName,
    files: new Map(chunks.map(({ fileName, code }) => [fileName, code])),
    styles,
    eager: weigh(chunks.filter(({ fileName }) => eager.has(fileName)).map(({ code }) => code)),
    lazy: weigh(chunks.filter(({ fileName }) => !eager.has(fileName)).map(({ code }) => code)),
    css: weigh(styles ? [styles] : []),
  };
}

export const weighFiles = (files: readonly URL[]): Weight => weigh(files.map((file) => readFileSync(file)));

/** Each file is compressed by itself, as a server does it. */
export function weigh(files: readonly (string | Buffer)[]): Weight {
  const sizes = files.map((file) => {
    const bytes = Buffer.from(file);
    return {
      minified: bytes.length,
      gzip: gzipSync(bytes, { level: 9 }).length,
      brotli: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
    };
  });
  return sizes.reduce(together, { minified: 0, gzip: 0, brotli: 0 });
}

export const together = (a: Weight, b: Weight): Weight => ({
  minified: a.minified + b.minified,
  gzip: a.gzip + b.gzip,
  brotli: a.brotli + b.brotli,
});
