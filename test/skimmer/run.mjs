/**
 * Runs the suite, or with the word `core` what `npm test` has time for, then prints the table that its engines wrote. Fails when a test failed
 * or an attack of the list did not run.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const cells = mkdtempSync(join(tmpdir(), 'shoji-skimmer-'));
const scope = process.argv[2] === 'core' ? 'core' : 'all';
const run = (...words) =>
  spawnSync(process.execPath, words, { stdio: 'inherit', env: { ...process.env, SKIMMER_CELLS: cells, SKIMMER_SCOPE: scope } }).status ?? 1;

const tests = run('test/support/run-node-tests.mjs', '--second-try=stalled', '--test-concurrency=3', 'test/skimmer/**/*.test.ts');
const table = run('--import', 'tsx', 'test/skimmer/table.ts', cells);
rmSync(cells, { recursive: true, force: true });
process.exitCode = tests || table;
