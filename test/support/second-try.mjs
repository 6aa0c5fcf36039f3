/** Said between the two tries; what failed after it has failed. */
export const SECOND_TRY = '== second try of what failed, alone';

/**
 * @param first - `{file, name, outcome}` of each test
 * @param second - the same, of the files that were run again
 * @returns those that count, and the names of what passed at the second try only
 */
export function mergeOutcomes(first, second) {
  const again = new Set(second.map(({ file }) => file));
  const passed = new Set(second.filter(({ outcome }) => outcome === 'passed').map(({ file, name }) => `${file} ${name}`));
  return {
    outcomes: [...first.filter(({ file }) => !again.has(file)), ...second],
    late: [...new Set(first.filter(({ file, name, outcome }) => outcome === 'failed' && passed.has(`${file} ${name}`)).map(({ name }) => name))],
  };
}

/** The line that test/run.mjs counts, and before it what passed at the second try only. */
export function closingLine({ outcomes, late = [] }) {
  const count = (wanted) => outcomes.filter(({ outcome }) => outcome === wanted).length;
  const skipped = count('skipped');
  const names = late.map((name) => `passed at the second try only: ${name}\n`).join('');
  return `${names}${count('passed')} passed, ${count('failed')} failed${skipped ? `, ${skipped} skipped` : ''}`;
}

export const lateIn = (output) => [...output.matchAll(/^passed at the second try only: (.+?)\r?$/gm)].map(([, name]) => name);
