import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { chart } from './chart.ts';
import { exampleResults } from './example-results.ts';
import { conclusion, hasMarks, markdown, readmeSection, withSection } from './report.ts';
import type { Results } from './results.ts';

const rows = (text: string) => text.split('\n').filter((line) => line.startsWith('|'));

describe('the report', () => {
  it('has tables whose rows are as wide as their heads', () => {
    for (const text of [markdown(exampleResults), readmeSection(exampleResults)]) {
      for (const part of text.split('\n\n')) {
        const widths = new Set(rows(part).map((row) => row.split('|').length));
        assert.ok(widths.size <= 1, part);
      }
    }
  });

  it('says when, with which browser, on what kind of machine and how', () => {
    assert.match(readmeSection(exampleResults), /^2026-01-02, Chromium 1\.2\.3, machine of 2 x64 cores, Linux; 11 rounds/);
  });

  it('counts the verdicts and the moonshots', () => {
    assert.match(readmeSection(exampleResults), /Goals: 1 met, 1 missed, 0 open, 1 too noisy to judge, 1 moonshots reached/);
  });

  it('adds the frame to the page, and shows that a rival has more than can be measured', () => {
    const [ours, half] = ['ours', 'this & that'].map((name) => rows(readmeSection(exampleResults)).find((row) => row.startsWith(`| ${name} |`)));
    assert.match(ours ?? '', /\| 10\.0 \+ 20\.0 \|.*\| 60 \+ 70 \| 80 \+ 50 \| 5 \+ 10 \|/);
    assert.match(half ?? '', /\| 97,300 B \+ \|/);
  });

  it('marks controls that do not agree with themselves', () => {
    assert.match(markdown(exampleResults), /task per key 1\.00 \[0\.50, 1\.10\] NOISY/);
  });

  it('concludes with what is missed and what could not be judged', () => {
    assert.equal(
      conclusion(exampleResults.rows),
      'MISSED: B1 bytes. TOO NOISY TO JUDGE: F1 frame. Run it again on a quieter machine.',
    );
    assert.equal(conclusion(exampleResults.rows.filter(({ verdict }) => verdict === 'met')), 'No goal is missed.');
  });

  it('takes the place between the marks, and no other', () => {
    const readme = 'before\n<!-- bench -->\nold\n<!-- /bench -->\nafter\n';
    assert.equal(withSection(readme, 'new'), 'before\n<!-- bench -->\nnew\n<!-- /bench -->\nafter\n');
    assert.ok(hasMarks(readme) && !hasMarks('before') && !hasMarks('<!-- /bench --><!-- bench -->'));
    assert.throws(() => withSection('before', 'new'), /lacks/);
  });
});

describe('the run that the README shows', () => {
  const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');
  const readme = read('../../README.md').replaceAll('\r\n', '\n');

  it('is kept, and the table and the picture are made of it', () => {
    const isKept = existsSync(new URL('results/published.json', import.meta.url));
    if (!isKept) {
      assert.ok(!hasMarks(readme), 'README.md has a place for the table: npm run bench -- --write');
      return;
    }
    const results = JSON.parse(read('results/published.json')) as Results;
    assert.equal(withSection(readme, readmeSection(results)), readme);
    assert.equal(chart(results), read('../../demo/bench.svg').replaceAll('\r\n', '\n'));
  });
});
