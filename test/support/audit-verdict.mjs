/**
 * What an answer of `npm audit --json` means. A registry that refuses the question has not said that all is well, and has not said
 * the opposite either: mirrors often do not offer it.
 * @param only - the packages that count; left out, all do
 * @returns {{kind: 'clean' | 'finding' | 'refused', text: string}}
 */
export function auditVerdict(output, only) {
  let answer;
  try {
    answer = JSON.parse(output);
  } catch {
    answer = null;
  }
  const found = answer?.auditReportVersion === 2 ? answer.vulnerabilities : null;
  if (typeof found !== 'object' || found === null) {
    const said = answer?.message ?? answer?.error?.summary ?? output;
    const line = String(said || 'no answer').trim().split('\n', 1)[0].slice(0, 160);
    return { kind: 'refused', text: `not checked, the registry does not say (${line})` };
  }
  const names = Object.keys(found).filter((name) => !only || only.includes(name)).sort();
  if (names.length === 0) return { kind: 'clean', text: 'nothing known' };
  return { kind: 'finding', text: names.map((name) => `${name} (${found[name]?.severity ?? 'unknown'})`).join(', ') };
}
