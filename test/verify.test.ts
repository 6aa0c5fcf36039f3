/** What `npm run verify` makes of the registry's answers. They are written in the form that npm 10 and 11 print. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { auditVerdict } from './support/audit-verdict.mjs';

const report = (vulnerabilities: object) => {
  const total = Object.keys(vulnerabilities).length;
  return JSON.stringify({ auditReportVersion: 2, vulnerabilities, metadata: { vulnerabilities: { total } } });
};
const weak = (name: string, severity: string) => ({
  [name]: { name, severity, isDirect: true, via: [], effects: [], range: '*', nodes: [] },
});

describe('the verdict on an answer of npm audit', () => {
  it('is clean when nothing is known', () => {
    assert.deepEqual(auditVerdict(report({})), { kind: 'clean', text: 'nothing known' });
  });

  it('is a finding when anything is, and names it', () => {
    const answer = report({ ...weak('lit', 'low'), ...weak('hepburn', 'critical') });
    assert.deepEqual(auditVerdict(answer), { kind: 'finding', text: 'hepburn (critical), lit (low)' });
  });

  it('leaves out the packages that do not count', () => {
    const answer = report({ ...weak('eslint', 'high'), ...weak('hepburn', 'low') });
    assert.equal(auditVerdict(answer, ['hepburn']).text, 'hepburn (low)');
    assert.equal(auditVerdict(answer, ['lit']).kind, 'clean');
  });

  const refusals: readonly (readonly [what: string, output: string, says: RegExp])[] = [
    ['a registry without that address', JSON.stringify({ message: '405 Method Not Allowed', error: { summary: '' } }), /405/],
    ['a line that is dead', JSON.stringify({ error: { code: 'ENOTFOUND', summary: 'request failed', detail: '' } }), /request failed/],
    ['a page of a proxy', '<!doctype html>\n<title>Blocked</title>', /doctype/],
    ['silence', '', /no answer/],
    ['another form of report', JSON.stringify({ auditReportVersion: 3, vulnerabilities: {} }), /does not say/],
    ['a report without its list', JSON.stringify({ auditReportVersion: 2 }), /does not say/],
    ['null', 'null', /does not say/],
  ];
  for (const [what, output, says] of refusals) {
    it(`is neither after ${what}`, () => {
      const { kind, text } = auditVerdict(output);
      assert.equal(kind, 'refused');
      assert.match(text, says);
    });
  }
});
