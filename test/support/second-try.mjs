/** Said between the two tries; what failed after it has failed. */
export const SECOND_TRY = '== second try of what failed, alone';

/**
 * Which of the files that were run have to be run again for a test. It may be written in a file that several of them import, one for each
 * engine, which the name of its outermost suite then says.
 * @param sourceOf - the text of a file
 */
export function entriesOf({ file, path }, files, sourceOf) {
  const own = files.filter((each) => file.replaceAll('\\', '/').endsWith(`/${each}`));
  if (own.length) return own;
  const importing = files.filter((each) => sourceOf(each).includes(`/${file.split(/[\\/]/).at(-1)}'`));
  const [outermost] = path.split(' › ');
  const engine = ['chromium', 'firefox', 'webkit'].find((each) => outermost.toLowerCase().includes(each));
  const ofEngine = importing.filter((each) => engine && each.includes(engine));
  return ofEngine.length ? ofEngine : importing;
}

/**
 * What failed counts as it ended at the second try; it has failed where it was not run there. What fails there has failed.
 * @param first - `{file, path, outcome}` of each test
 * @param second - the same, of the files that were run again
 * @returns those that count, and the names of what passed at the second try only
 */
export function mergeOutcomes(first, second) {
  const again = new Map(second.map((each) => [each.path, each]));
  /** A file that did not run at all stands there by its own name. */
  const ran = (file) => second.some((each) => each.file === file) && !again.has(file);
  const isLate = ({ file, path, outcome }) => outcome === 'failed' && (again.get(path)?.outcome === 'passed' || (path === file && ran(file)));
  const known = new Set(first.map(({ path }) => path));
  return {
    outcomes: [
      ...first
        .filter(({ file, path }) => path !== file || !ran(file))
        .map((each) => (isLate(each) || again.get(each.path)?.outcome === 'failed' ? again.get(each.path) : each)),
      ...second.filter(({ path }) => !known.has(path)),
    ],
    late: [...new Set(first.filter(isLate).map(({ path }) => path))],
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
