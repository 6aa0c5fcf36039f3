/** What the policy of the page forbade, also before this file was loaded where the browser remembers it. */

export interface Violation {
  /** Without `-elem`: a policy says `script-src`. */
  readonly directive: string;
  /** An address, or what stands for one. */
  readonly blocked: string;
  readonly policy: string;
  readonly isReportOnly: boolean;
  /** Of a Trusted Types policy, its name and `|`. */
  readonly sample: string;
}

/** What both the event and the report have (CSP level 3). */
type Told = Pick<SecurityPolicyViolationEvent, 'effectiveDirective' | 'originalPolicy' | 'disposition' | 'sample'>;

const listeners: (() => void)[] = [];

/** By directive and address: what is forbidden once is forbidden again and again. */
const seen = new Map<string, Violation>();

function note(told: Told, blocked: string): void {
  const directive = told.effectiveDirective.replace('-elem', '');
  const key = `${directive} ${blocked}`;
  if (seen.has(key)) return;
  const { originalPolicy: policy, disposition, sample } = told;
  seen.set(key, { directive, blocked, policy, isReportOnly: disposition === 'report', sample });
  for (const listener of listeners) listener();
}

document.addEventListener('securitypolicyviolation', (event) => {
  note(event, event.blockedURI);
});
// not in every browser
if ('ReportingObserver' in globalThis) {
  const take = (reports: readonly Report[]) => {
    for (const { body } of reports) {
      const told = body as unknown as Told & { readonly blockedURL: string | null };
      note(told, told.blockedURL ?? '');
    }
  };
  new ReportingObserver(take, { types: ['csp-violation'], buffered: true }).observe();
}

/** Of one that was not seen before: what looks for them makes them happen again. */
export const listenForViolations = (listener: () => void): void => {
  listeners.push(listener);
};

export const violations = (): readonly Violation[] => [...seen.values()];
