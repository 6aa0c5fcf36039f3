/**
 * Adds up the summaries of node's test runner in an output: `ℹ pass 12` (spec reporter) or `# pass 12` (TAP).
 * A cancelled test is a failed one; one that is marked as still to do is left out like a skipped one.
 */
export function totalsOf(output) {
  const plain = output.replace(/\u001b\[[0-9;]*m/g, '');
  const sum = (...words) => {
    const lines = plain.matchAll(new RegExp(`^(?:ℹ|#) (?:${words.join('|')}) (\\d+)\\r?$`, 'gm'));
    return [...lines].reduce((total, [, count]) => total + Number(count), 0);
  };
  return { passed: sum('pass'), failed: sum('fail', 'cancelled'), skipped: sum('skipped', 'todo') };
}
