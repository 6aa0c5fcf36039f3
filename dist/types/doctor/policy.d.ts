/** Content-Security-Policy, as text: which directive decides, and what it has to say instead. */
/**
 * The policy with one source more, wherever that has to stand.
 * @param directive - which forbade it, e.g. `frame-src`
 */
export declare function allow(policy: string, directive: string, source: string): string;
