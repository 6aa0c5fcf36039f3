/**
 * The component tests in every browser that is installed, and once more, browser by browser, the files in which one failed: see
 * run-node-tests.mjs. Ends with `N passed, N failed[, N skipped]`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closingLine, mergeOutcomes, SECOND_TRY } from './second-try.mjs';

const folder = mkdtempSync(join(tmpdir(), 'shoji-outcomes-'));
let runs = 0;

/** @returns null where the runner itself came to nothing */
function run(environment, ...words) {
  const to = join(folder, `${String((runs += 1))}.json`);
  const { status } = spawnSync('npx', ['wtr', '--config', 'web-test-runner.config.js', ...words], {
    stdio: 'inherit',
    env: { ...process.env, ...environment, OUTCOMES: to },
    shell: process.platform === 'win32',
  });
  const outcomes = existsSync(to) ? JSON.parse(readFileSync(to, 'utf8')) : null;
  // a status that says no, of a run in which nothing failed, is a failure of its own, such as a browser that did not start
  const isTold = status === 0 || outcomes?.some(({ outcome }) => outcome === 'failed');
  return isTold ? outcomes : [...(outcomes ?? []), { file: 'wtr', path: 'wtr', name: 'the test runner', outcome: 'failed' }];
}

const first = run({});
const failed = [...new Set(first.filter(({ outcome }) => outcome === 'failed').map(({ file }) => file))];
const again = failed.filter((file) => file !== 'wtr');
let told = { outcomes: first };
if (again.length && again.length === failed.length) {
  console.log(`\n${SECOND_TRY}`);
  const browsers = [...new Set(again.map((file) => file.split(' ')[0]))];
  const second = browsers.flatMap((browser) =>
    run({ ONLY: browser }, '--files', ...again.filter((file) => file.startsWith(`${browser} `)).map((file) => file.slice(browser.length + 1))),
  );
  told = mergeOutcomes(first, second);
}
rmSync(folder, { recursive: true, force: true });
if (told.outcomes.some(({ outcome }) => outcome === 'failed')) process.exitCode = 1;
console.log(`\n${closingLine(told)}`);
