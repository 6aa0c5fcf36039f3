/**
 * A reporter of node's runner: what became of each test, as JSON at the end: `{file, path, name, outcome, isStalled}`. `file` is where it is
 * written, `path` are the names of its suites and its own. A suite counts where it failed by itself. Stalled: a wait that ended (session-until.ts),
 * a time-out of the runner's, or whatever is no assertion, such as a driver's error.
 */
export default async function* outcomes(source) {
  const told = [];
  const names = []; // files report in turn
  for await (const { type, data } of source) {
    if (type === 'test:start') {
      names.length = data.nesting;
      names.push(data.name);
    }
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const isSuite = data.details.type === 'suite';
    const { error } = data.details;
    if (isSuite && (type === 'test:pass' || error?.failureType === 'subtestsFailed')) continue;
    const outcome = type === 'test:fail' ? 'failed' : data.skip !== undefined ? 'skipped' : 'passed';
    const path = [...names.slice(0, data.nesting), data.name].join(' › ');
    told.push({ file: data.file, path, name: data.name, outcome, isStalled: outcome === 'failed' && isStalled(error?.cause) });
  }
  yield JSON.stringify(told);
}

const isStalled = (cause) => cause?.code !== 'ERR_ASSERTION' || String(cause.message).startsWith('waited ');
