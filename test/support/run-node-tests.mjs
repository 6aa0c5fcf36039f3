/**
 * Runs TypeScript tests under node's own runner: `node test/support/run-node-tests.mjs [--second-try[=stalled]] [--flag …] "<glob>" …`.
 * The globs are resolved here, because the runner of Node 20 takes file names only. A glob without a file is an error:
 * a suite that was moved must not pass by being empty.
 *
 * With `--second-try` the files in which a test failed are run once more, one at a time: browsers on a busy machine lose a key or a
 * navigation now and then. What passed only then is named. With `=stalled` that is done only when everything that failed is a wait that
 * ended or a browser that did not answer: a leak is never forgiven.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, matchesGlob } from 'node:path';
import { closingLine, entriesOf, mergeOutcomes, SECOND_TRY } from './second-try.mjs';

const words = process.argv.slice(2);
const isOurs = (word) => word.startsWith('--second-try');
const mode = words.find(isOurs)?.slice('--second-try'.length);
const flags = words.filter((word) => word.startsWith('--') && !isOurs(word));
const all = readdirSync('test', { recursive: true }).map((file) => `test/${String(file).replaceAll('\\', '/')}`);
const files = words
  .filter((word) => !word.startsWith('--'))
  .flatMap((glob) => {
    const found = all.filter((file) => matchesGlob(file, glob)).sort();
    if (!found.length) throw new Error(`no test file matches ${glob}`);
    return found;
  });

const run = (names, ...more) =>
  spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', '--import', 'tsx', '--test', ...flags, ...more, ...new Set(names)], { stdio: 'inherit' }).status ?? 1;

if (mode === undefined) process.exitCode = run(files);
else {
  const folder = mkdtempSync(join(tmpdir(), 'shoji-outcomes-'));
  const reporter = process.stdout.isTTY ? 'spec' : 'tap';
  const tell = (to) => [`--test-reporter=${reporter}`, '--test-reporter-destination=stdout', '--test-reporter=./test/support/outcomes.mjs', `--test-reporter-destination=${to}`];
  const outcomesOf = (names, name, ...more) => {
    const to = join(folder, name);
    const status = run(names, ...tell(to), ...more);
    return { status, outcomes: JSON.parse(readFileSync(to, 'utf8')) };
  };
  const first = outcomesOf(files, 'first.json');
  const failed = first.outcomes.filter(({ outcome }) => outcome === 'failed');
  const isWorth = failed.length > 0 && (mode !== '=stalled' || failed.every(({ isStalled }) => isStalled));
  if (isWorth) {
    console.log(`\n${SECOND_TRY}`);
    const again = new Set(failed.flatMap((each) => entriesOf(each, files, (file) => readFileSync(file, 'utf8'))));
    const second = again.size ? outcomesOf(again, 'second.json', '--test-concurrency=1') : first;
    const merged = mergeOutcomes(first.outcomes, second.outcomes);
    process.exitCode = second.status || Number(merged.outcomes.some(({ outcome }) => outcome === 'failed'));
    console.log(`\n${closingLine(merged)}`);
  } else {
    process.exitCode = first.status;
    console.log(`\n${closingLine(first)}`);
  }
  rmSync(folder, { recursive: true, force: true });
}
