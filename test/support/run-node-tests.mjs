/**
 * Runs TypeScript tests under node's own runner: `node test/support/run-node-tests.mjs [--flag …] "<glob>" …`.
 * The globs are resolved here, because the runner of Node 20 takes file names only. A glob without a file is an error:
 * a suite that was moved must not pass by being empty.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { matchesGlob } from 'node:path';

const words = process.argv.slice(2);
const flags = words.filter((word) => word.startsWith('--'));
const all = readdirSync('test', { recursive: true }).map((file) => `test/${String(file).replaceAll('\\', '/')}`);
const files = words
  .filter((word) => !word.startsWith('--'))
  .flatMap((glob) => {
    const found = all.filter((file) => matchesGlob(file, glob)).sort();
    if (!found.length) throw new Error(`no test file matches ${glob}`);
    return found;
  });

const { status } = spawnSync(
  process.execPath,
  ['--disable-warning=ExperimentalWarning', '--import', 'tsx', '--test', ...flags, ...new Set(files)],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;
