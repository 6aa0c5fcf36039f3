/** The package in Node, where servers render pages and tests run: it can be imported, and does nothing there. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { it } from 'node:test';

const IMPORT = `
  globalThis.fetch = () => { throw new Error('a request'); };
  const { ShojiCard } = await import('shoji-card/define');
  const all = await import('shoji-card');
  if (all.ShojiCard !== ShojiCard) throw new Error('two classes');
  console.log(Object.keys(all).length > 5, typeof document, typeof window);
`;

it('is imported without a page, and says nothing', () => {
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', IMPORT], { encoding: 'utf8', timeout: 30_000 });
  assert.deepEqual({ stdout, stderr }, { stdout: 'true undefined undefined\n', stderr: '' });
});
