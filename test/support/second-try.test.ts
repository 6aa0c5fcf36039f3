import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { after, it } from 'node:test';
import { closingLine, entriesOf, lateIn, mergeOutcomes } from './second-try.mjs';

const folder = mkdtempSync(join('test', '.second-try-')); // the runner takes files below test/ only
after(() => {
  rmSync(folder, { recursive: true });
});

/** A file of tests, run as a step of `npm test` runs it. */
function runFile(code: string, flag: string) {
  const file = join(folder, `${String(Math.random()).slice(2)}.test.mjs`);
  writeFileSync(file, `import assert from 'node:assert'; import { existsSync, writeFileSync } from 'node:fs'; import { it } from 'node:test'; const mark = import.meta.filename + '.ran';
    const isFirst = !existsSync(mark); writeFileSync(mark, ''); ${code}`);
  const environment = { ...process.env, NODE_TEST_CONTEXT: undefined }; // else the runner takes itself for a part of this run
  const words = ['test/support/run-node-tests.mjs', flag, relative('.', file).replaceAll('\\', '/')];
  const { status, stdout } = spawnSync(process.execPath, words, { encoding: 'utf8', env: environment });
  return { status, last: stdout.trim().split('\n').at(-1), late: lateIn(stdout) };
}

it('forgives what passes at the second try, and names it', () => {
  const code = `it('loses a key', () => assert.ok(!isFirst)); it('pays', () => assert.ok(true));`;
  assert.deepEqual(runFile(code, '--second-try'), { status: 0, last: '2 passed, 0 failed', late: ['loses a key'] });
});

it('does not forgive what fails twice', () => {
  const code = `it('is wrong', () => assert.ok(false)); it('pays', () => assert.ok(true));`;
  assert.deepEqual(runFile(code, '--second-try'), { status: 1, last: '1 passed, 1 failed', late: [] });
});

it('forgives a wait but no finding where only what stalled is tried again', () => {
  const stalled = `it('waits', () => { if (isFirst) assert.fail('waited 3 ms in vain for: a frame'); });`;
  assert.deepEqual(runFile(stalled, '--second-try=stalled'), { status: 0, last: '1 passed, 0 failed', late: ['waits'] });
  const leak = `it('leaks', () => { if (isFirst) assert.deepEqual(['a card number'], []); });`;
  assert.deepEqual(runFile(leak, '--second-try=stalled'), { status: 1, last: '0 passed, 1 failed', late: [] });
});

it('runs again what stands in a file that the failed one imports, and never forgives what did not run', () => {
  const suite = join(folder, 'suite.mjs');
  writeFileSync(suite, `import assert from 'node:assert'; import { describe, it } from 'node:test'; export const suite = (isFirst) =>
    describe('in chromium', () => { it('waits', () => assert.ok(!isFirst)); it('pays', () => assert.ok(true)); });`);
  const entry = `const { suite } = await import('./suite.mjs'); suite(isFirst);`;
  assert.deepEqual(runFile(entry, '--second-try'), { status: 0, last: '2 passed, 0 failed', late: ['in chromium › waits'] });
  const gone = `if (isFirst) { const { suite } = await import('./suite.mjs'); suite(isFirst); } else it('does something else', () => assert.ok(true));`;
  assert.deepEqual(runFile(gone, '--second-try'), { status: 1, last: '2 passed, 1 failed', late: [] });
});

it('knows which file runs a test that is written elsewhere', () => {
  const sources: Record<string, string> = {
    'test/a.chromium.test.ts': `import { suite } from './a-suite.ts';`, 'test/a.webkit.test.ts': `import { suite } from './a-suite.ts';`, 'test/b.test.ts': '',
  };
  const of = (file: string, path: string) => entriesOf({ file, path, outcome: 'failed' }, Object.keys(sources), (each) => sources[each] ?? '');
  assert.deepEqual(of('/x/test/a-suite.ts', 'a in webkit › pays'), ['test/a.webkit.test.ts']);
  assert.deepEqual(of('/x/test/a-suite.ts', 'a › pays'), ['test/a.chromium.test.ts', 'test/a.webkit.test.ts']);
  assert.deepEqual(of('/x/test/b.test.ts', 'b › pays'), ['test/b.test.ts']);
});

it('counts a test once, and one that fails at the second try as failed', () => {
  const of = (path: string, outcome: string, file = 'f') => ({ file, path, outcome });
  const first = [of('a', 'passed'), of('b', 'failed'), of('c', 'skipped'), of('d', 'passed'), of('e', 'failed')];
  const { outcomes, late } = mergeOutcomes(first, [of('a', 'passed'), of('b', 'passed'), of('c', 'skipped'), of('d', 'failed')]);
  assert.equal(closingLine({ outcomes, late }), 'passed at the second try only: b\n2 passed, 2 failed, 1 skipped');
});

it('takes the tests of a file that ran at the second try only', () => {
  const of = (path: string, outcome: string) => ({ file: 'f', path, outcome });
  assert.equal(closingLine(mergeOutcomes([of('f', 'failed')], [of('a', 'passed'), of('b', 'passed')])), 'passed at the second try only: f\n2 passed, 0 failed');
  assert.equal(closingLine(mergeOutcomes([of('f', 'failed')], [of('f', 'failed')])), '0 passed, 1 failed');
});
