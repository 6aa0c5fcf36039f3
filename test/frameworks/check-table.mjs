/**
 * A reporter of node's runner: what became of which check in which app, as JSON at the end. The app is the first word of the outermost suite, the
 * check what stands before the colon in a test's name.
 */
export default async function* checkTable(source) {
  const results = [];
  let app = '';
  for await (const { type, data } of source) {
    if (type === 'test:start' && data.nesting === 0) app = data.name.split(' ')[0]; // files report in turn
    if ((type !== 'test:pass' && type !== 'test:fail') || data.details.type === 'suite') continue;
    const outcome = type === 'test:fail' ? 'failed' : data.skip !== undefined ? 'skipped' : 'passed';
    results.push({ app, check: data.name.includes(': ') ? data.name.split(': ')[0] : 'all', outcome, seconds: data.details.duration_ms / 1000 });
  }
  yield JSON.stringify(results);
}
