/** Content-Security-Policy, as text: which directive decides, and what it has to say instead. */

/** Which directive decides in place of one that is not there (CSP level 3, "fetch directives fallback list"). */
const FALLBACKS: Readonly<Record<string, readonly string[]>> = {
  'frame-src': ['child-src', 'default-src'],
  'script-src': ['default-src'],
};

/**
 * The policy with one source more, wherever that has to stand.
 * @param directive - which forbade it, e.g. `frame-src`
 */
export function allow(policy: string, directive: string, source: string): string {
  const directives = policy.split(';').flatMap((text) => {
    const [name, ...sources] = text.trim().split(/\s+/);
    return name ? [{ name, sources }] : [];
  });
  const find = (wanted: string) => directives.find(({ name }) => name.toLowerCase() === wanted);
  const deciding = [directive, ...(FALLBACKS[directive] ?? [])].map(find).find(Boolean);
  const sources = [...(deciding?.sources ?? []).filter((each) => each !== `'none'`), source];
  const isShared = deciding?.name.toLowerCase() === 'default-src';
  const mended = { name: isShared || !deciding ? directive : deciding.name, sources };
  const others = isShared ? directives : directives.filter((each) => each !== deciding);
  const at = deciding && !isShared ? directives.indexOf(deciding) : others.length;
  // a nonce is another one for every answer
  return [...others.slice(0, at), mended, ...others.slice(at)]
    .map(({ name, sources: all }) => [name, ...all].join(' '))
    .join('; ')
    .replace(/'nonce-[^']*'/g, `'nonce-NONCE'`);
}
