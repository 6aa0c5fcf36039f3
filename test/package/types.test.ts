/** The published types, read as a shop's compiler reads them: without skipLibCheck. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import ts from 'typescript';

const OPTIONS: ts.CompilerOptions = {
  noEmit: true,
  strict: true,
  skipLibCheck: false,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
};

/** What the compiler says of a file of a shop that imports the package. */
function complaintsOf(source: string): string[] {
  const name = 'test/shop-of-somebody.ts';
  const host = ts.createCompilerHost(OPTIONS);
  const { readFile, fileExists, getSourceFile } = host;
  host.fileExists = (file) => file === name || fileExists(file);
  host.readFile = (file) => (file === name ? source : readFile(file));
  host.getSourceFile = (file, ...rest) =>
    file === name ? ts.createSourceFile(file, source, ts.ScriptTarget.ES2022) : getSourceFile(file, ...rest);
  const program = ts.createProgram([name], OPTIONS, host);
  const about = (file: string) => file === name || file.includes('/dist/') || file.startsWith('dist/');
  return ts
    .getPreEmitDiagnostics(program)
    .filter(({ file }) => !file || about(file.fileName))
    .map(({ file, messageText }) => `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
}

const SHOP = `
import { ShojiError, type CardToken, type ShojiCard } from '../dist/types/index.js';
const card: ShojiCard | null = document.querySelector('shoji-card');
card?.addEventListener('shoji-token', ({ token, maskedNumber }) => [token.trim(), maskedNumber.trim()]);
card?.addEventListener('shoji-error', ({ error }) => error.type === 'customer' && error.code);
export const pay = async (): Promise<CardToken | undefined> => card?.tokenize().catch((e: unknown) => { throw e instanceof ShojiError ? e : e; });
`;

it('the published types compile in a shop that checks its libraries', () => {
  assert.deepEqual(complaintsOf(SHOP), []);
});

it('a wrong use of the published types is an error', () => {
  const complaints = complaintsOf(`${SHOP}\ncard?.addEventListener('shoji-token', ({ cardNumber }) => cardNumber);`);
  assert.equal(complaints.length, 1);
  assert.match(complaints[0] ?? '', /cardNumber/);
});
