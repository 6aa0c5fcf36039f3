/**
 * A reporter of node's runner: what became of which check in which app, as JSON at the end. The app is the first word of the outermost suite, the
 * check what stands before the colon in a test's name.
 */
export default async function* checkTable(source) {
  const results = [];
  let app = '';
  for await (const { type, data } of source) {
    if (type === 'test:start' && data.nesting === 0) app = data.name.split(' ')[0]; // files report in turn
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const outcome = type === 'test:fail' ? 'failed' : data.skip !== undefined ? 'skipped' : 'passed';
    if (data.details.type === 'suite' && (outcome === 'passed' || data.details.error?.failureType === 'subtestsFailed')) continue;
    const isSuite = data.details.type === 'suite'; // what failed there is what goes before or comes after its tests
    results.push({ app, check: isSuite ? 'around' : data.name.split(': ')[0], outcome, seconds: isSuite ? 0 : data.details.duration_ms / 1000 });
  }
  yield JSON.stringify(results);
}
