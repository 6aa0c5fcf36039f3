/**
 * `node test/frameworks/run.mjs react vue`: installs and builds these apps of demo/frameworks/, or all of them, and pays with each. Needs
 * dist/. `core` stands for those that every test run covers. Ends with a table of app × check, and `N passed, N failed[, N skipped]`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apps, prepare } from '../../demo/frameworks/prepare.mjs';

const CORE = ['react', 'vue', 'plain'];

const asked = process.argv.slice(2).flatMap((name) => (name === 'core' ? CORE : name));
const names = asked.length ? asked : apps();
const prepared = prepare(names);
const results = [...prepared].map(([app, { isReady, seconds }]) => ({ app, check: 'built', outcome: isReady ? 'passed' : 'failed', seconds }));

const files = names.filter((name) => prepared.get(name).isReady).map((name) => `test/frameworks/${name}.*test.ts`);
if (files.length) {
  const folder = mkdtempSync(join(tmpdir(), 'shoji-frameworks-'));
  const file = join(folder, 'results.json');
  const reporters = { spec: 'stdout', './test/frameworks/check-table.mjs': file };
  const flags = Object.entries(reporters).flatMap(([reporter, to]) => [`--test-reporter=${reporter}`, `--test-reporter-destination=${to}`]);
  const { status } = spawnSync(process.execPath, ['test/support/run-node-tests.mjs', '--test-concurrency=2', ...flags, ...files], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
  const written = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (written) results.push(...JSON.parse(written));
  else results.push({ app: 'all', check: 'ran', outcome: 'failed', seconds: 0 });
  rmSync(folder, { recursive: true, force: true });
}

/** Of several tests of one check, the worst. */
const shown = (found) => ['failed', 'skipped', 'passed'].find((outcome) => found.some((each) => each.outcome === outcome)) ?? '';
const checks = [...new Set(results.map(({ check }) => check))];
const rows = [...new Set(results.map(({ app }) => app))].map((app) => {
  const ofApp = results.filter((each) => each.app === app);
  const cells = checks.map((check) => shown(ofApp.filter((each) => each.check === check)));
  return [app, ...cells, ofApp.reduce((sum, { seconds }) => sum + seconds, 0).toFixed(1)];
});
const table = [['', ...checks, 'seconds'], ...rows];
const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
console.log(`\n${table.map((row) => row.map((cell, column) => cell.padEnd(widths[column])).join('  ').trimEnd()).join('\n')}`);

const count = (outcome) => results.filter((each) => each.outcome === outcome).length;
for (const { app, check, outcome } of results) if (outcome === 'failed') console.log(`✖ ${app}: ${check}`);
if (count('failed')) process.exitCode ||= 1;
console.log(`\n${count('passed')} passed, ${count('failed')} failed${count('skipped') ? `, ${count('skipped')} skipped` : ''}`);
