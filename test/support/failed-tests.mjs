/**
 * The names of the tests that failed in an output: `not ok 3 - name` (TAP), `✖ name (12 ms)` (spec reporter) and
 * `❌ name (failed on Firefox)` (WTR). A suite that failed by a test in it is among them.
 */
export function failedIn(output) {
  const plain = output.replace(/\u001b\[[0-9;]*m/g, '');
  const lines = plain.matchAll(/^\s*(?:not ok \d+ - (?<tap>.+)|[✖❌] (?<spec>.+?)(?: \([\d.]+ ?ms\))?)\r?$/gmu);
  return [...new Set([...lines].map(({ groups }) => groups.tap ?? groups.spec))];
}
