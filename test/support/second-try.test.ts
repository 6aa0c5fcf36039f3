import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { after, it } from 'node:test';
import { closingLine, lateIn, mergeOutcomes } from './second-try.mjs';

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

it('counts a file that was run again once', () => {
  const of = (file: string, outcome: string) => ({ file, name: 'pays', outcome });
  const { outcomes, late } = mergeOutcomes([of('a', 'passed'), of('b', 'failed'), of('c', 'skipped')], [of('b', 'passed')]);
  assert.equal(closingLine({ outcomes, late }), 'passed at the second try only: pays\n2 passed, 0 failed, 1 skipped');
});
