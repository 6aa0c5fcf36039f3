/**
 * `npm test`: every step in turn, non-zero if anything failed. The very last line is `N passed, N failed[, N skipped]`.
 * `node test/run.mjs lint test:pure` runs those steps only.
 * Of the skimmer suite the core is a step; all of it, `npm run test:skimmer`, takes some ten minutes.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { failedIn } from './support/failed-tests.mjs';
import { totalsOf } from './support/node-totals.mjs';
import { lateIn, SECOND_TRY } from './support/second-try.mjs';

/** Without these, nothing that follows means anything. */
const FOUNDATIONS = ['browsers', 'build'];
/** Steps that count no tests. */
const CHECKS = [...FOUNDATIONS, 'test:dist', 'typecheck', 'lint'];
const STEPS = [
  ...CHECKS,
  'test:pure',
  'test:package',
  'test:elements',
  'test:doctor',
  'test:sandbox',
  'test:shop',
  'test:storefront',
  'test:parts',
  'test:skimmer:core',
  'test:csp',
  'test:visual',
  'test:playground',
  'test:testing',
  'test:frameworks:core',
];

const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const total = { passed: 0, failed: 0, skipped: 0 };
/** What failed, said once more at the end: the record of a CI run may keep no more than its last lines. */
const failures = [];
/** What passed at the second try only. */
const late = [];

function run(step) {
  return new Promise((done) => {
    const child = spawn('npm', ['run', '--silent', step], {
      stdio: ['ignore', 'pipe', 'inherit'],
      shell: process.platform === 'win32',
    });
    child.stdout.setEncoding('utf8'); // so that a letter on the border of two chunks stays whole
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      process.stdout.write(chunk);
    });
    child.on('error', (error) => done({ code: error.message, output }));
    child.on('close', (code, signal) => done({ code: code ?? signal, output }));
  });
}

/** The plain closing line of a reporter of ours, else the summary of node's runner. */
function testsIn(output) {
  const closing = [...output.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?\r?$/gm)].at(-1);
  if (!closing) return totalsOf(output);
  const [passed, failed, skipped] = closing.slice(1).map((count) => Number(count ?? 0));
  return { passed, failed, skipped };
}

for (const step of process.argv.length > 2 ? process.argv.slice(2) : STEPS) {
  console.log(`\n== npm run ${step}`);
  const started = Date.now();
  const { code, output } = step in scripts ? await run(step) : { code: `package.json has no script ${step}`, output: '' };
  const tests = CHECKS.includes(step) ? { passed: 0, failed: 0, skipped: 0 } : testsIn(output);
  const empty = !CHECKS.includes(step) && tests.passed + tests.failed === 0;
  const broken = code !== 0 || empty;
  for (const outcome of Object.keys(total)) total[outcome] += tests[outcome];
  if (broken && tests.failed === 0) total.failed++; // a step that broke without a failed test
  const counts = CHECKS.includes(step) ? '' : `, ${tests.passed} passed, ${tests.failed} failed, ${tests.skipped} skipped`;
  const verdict = code !== 0 ? `FAILED (${code})` : empty ? 'FAILED (it ran no test)' : 'ok';
  console.log(`== ${step}: ${verdict}${counts}, ${((Date.now() - started) / 1000).toFixed(1)} s`);
  late.push(...lateIn(output).map((name) => `${step}: ${name}`));
  const failed = failedIn(output.split(SECOND_TRY).at(-1));
  if (broken) failures.push(...(failed.length ? failed : [verdict]).map((name) => `${step}: ${name}`));
  if (broken && FOUNDATIONS.includes(step)) break;
}

process.exitCode = total.failed ? 1 : 0;
if (late.length) console.log(`\nPassed at the second try only:\n${late.map((name) => `  ${name}`).join('\n')}`);
if (failures.length) console.log(`\nWhat failed:\n${failures.map((failure) => `  ${failure}`).join('\n')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`);
