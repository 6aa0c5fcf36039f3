/** What a policy has to say instead, as text. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allow } from '../../src/doctor/policy.js';

const FIELDS = 'https://fields.example';

const cases: readonly (readonly [what: string, policy: string, directive: string, mended: string])[] = [
  ['adds to the directive', `frame-src 'self'; object-src 'none'`, 'frame-src', `frame-src 'self' ${FIELDS}; object-src 'none'`],
  ['takes the place of none', `frame-src 'none'`, 'frame-src', `frame-src ${FIELDS}`],
  ['leaves the shared directive alone', `default-src 'self'; img-src *`, 'frame-src', `default-src 'self'; img-src *; frame-src 'self' ${FIELDS}`],
  ['takes over nothing from none', `default-src 'none'`, 'script-src', `default-src 'none'; script-src ${FIELDS}`],
  ['adds to the one that decides', `child-src 'self'; default-src 'none'`, 'frame-src', `child-src 'self' ${FIELDS}; default-src 'none'`],
  ['has no fallback for forms', `default-src 'self'; form-action 'self'`, 'form-action', `default-src 'self'; form-action 'self' ${FIELDS}`],
  ['reads any spelling', ` Frame-Src  'self' ;; `, 'frame-src', `Frame-Src 'self' ${FIELDS}`],
  ['shows no nonce', `script-src 'nonce-abc123=='`, 'script-src', `script-src 'nonce-NONCE' ${FIELDS}`],
];

describe('a policy with one source more', () => {
  for (const [what, policy, directive, mended] of cases) {
    it(what, () => {
      assert.equal(allow(policy, directive, FIELDS), mended);
    });
  }
});
