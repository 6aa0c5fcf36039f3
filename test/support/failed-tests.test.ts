import assert from 'node:assert/strict';
import { it } from 'node:test';
import { failedIn } from './failed-tests.mjs';

const OUTPUTS = {
  TAP: ['ok 1 - pays', '    not ok 2 - says so when blocked', 'not ok 3 - the shop'],
  spec: ['✔ pays (3.1ms)', '  ✖ says so when blocked (12.5ms)', '\u001b[31m✖ the shop (20ms)\u001b[39m'],
  WTR: [' 🚧 pays', ' ❌ says so when blocked', ' ❌ the shop'],
};

for (const [reporter, lines] of Object.entries(OUTPUTS)) {
  it(`finds the failed tests in the words of ${reporter}`, () => {
    assert.deepEqual(failedIn(lines.join('\n')), ['says so when blocked', 'the shop']);
  });
}
