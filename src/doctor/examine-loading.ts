/** What the page loads for the element: what did not come, what came late, and what a policy forbids. */
import type { Patient, Symptom } from './diagnosis.js';
import { folder, hasScriptTag, hostedAddress } from './places.js';
import { allow } from './policy.js';
import { tagOf } from './tag.js';
import { violations, type Violation } from './violations.js';

/** Longer than this, shoppers wait. Milliseconds. */
const LONG = 3_000;
/** Whether something can be loaded shows by then, or counts as not. Milliseconds. */
const PATIENCE = 3_000;

/** The page's policy does not let the frame in: no other reason is needed. */
export const FORBIDDEN = 'csp-frame-src';

const OURS = /^(?:shoji-card|part-mirror|three-ds|doctor)\.js|^locales\//;
const isOurs = (address: string): boolean => address.startsWith(folder) && OURS.test(address.slice(folder.length));

/** Asks again for what is missing, so that the browser says why. */
export async function examineLoading(patient: Patient): Promise<Symptom[]> {
  const hosted = hostedAddress(patient.host);
  const files = hasScriptTag() ? missingFiles(patient).map((file) => folder + file) : [];
  const states = files.map((file) => preload(patient, file));
  if (hosted && hasNoFields(patient)) await frame(patient, hosted.href);
  const missing = await Promise.all(states);
  const policies = violations().flatMap((violation) => symptomOf(violation, patient, hosted));
  const isForbidden = (address: string) => policies.some(({ values }) => values?.['blocked'] === address);
  // Firefox says of some modules that failed that they are there: only of one that was not needed yet is that the word that counts
  const isKnown = (address: string) => !(patient.host.challenge === 'dialog' && address.endsWith('three-ds.js'));
  const isAbsent = (address: string, index: number) => (isKnown(address) || missing[index]) && !isForbidden(address);
  const absent = files.filter(isAbsent).map((address) => absence(address, patient));
  const silence: Symptom[] = [];
  if (hosted && isWaiting(patient) && !policies.some(({ code }) => code === FORBIDDEN)) {
    silence.push({ code: 'hosted-silent', severity: 'warning', values: { address: hosted.href }, fix: preconnect(hosted.origin) });
  }
  return [...policies, ...silence, ...absent, ...slowness(hosted)];
}

const isWaiting = ({ host }: Patient): boolean => host.state === 'loading';
/** With fields the same error is that of a consent without `three-ds.js`. */
export const hasNoFields = (patient: Patient): boolean =>
  isWaiting(patient) || (patient.error() === 'hosted-unavailable' && patient.host.state !== 'editing');

const asks = ({ consent, save }: Patient['host']): boolean => consent || save === 'ask' || save === 'always';

/** Files that should have left a trace by now. */
function missingFiles({ skeleton, host, language }: Patient): string[] {
  const root = skeleton.getRootNode() as ShadowRoot;
  return [
    ...(skeleton.querySelector('.watchers') ? [] : ['part-mirror.js']),
    // the hint at the badge is no first word
    ...(root.querySelector<HTMLElement>('.badge')?.title ? [] : [`locales/${language()}.js`]),
    // the dialog's is loaded when it is needed
    ...(host.challenge === 'dialog' || (asks(host) && !root.querySelector('[exportparts^=consent], [exportparts^=save]')) ? ['three-ds.js'] : []),
  ];
}

/** @returns true when it does not come. As a module, because that is how it is loaded; it is not run */
function preload({ skeleton }: Patient, address: string): Promise<boolean> {
  const link = document.createElement('link');
  link.rel = 'modulepreload';
  link.crossOrigin = 'anonymous'; // as import() asks
  link.href = address;
  return attempt(link, skeleton);
}

/** Another frame with the same address and without script. */
function frame({ skeleton, pristine }: Patient, address: string): Promise<boolean> {
  const probe = pristine.createFrame();
  for (const [name, value] of Object.entries({ sandbox: '', hidden: '', referrerpolicy: 'strict-origin', src: address })) pristine.setAttribute(probe, name, value);
  return attempt(probe, skeleton);
}

function attempt(element: HTMLElement, skeleton: HTMLElement): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (isMissing: boolean) => {
      clearTimeout(timer);
      document.removeEventListener('securitypolicyviolation', fail);
      element.remove();
      resolve(isMissing);
    };
    // what a policy forbids is told in a task of its own
    const fail = () => setTimeout(end, 100, true);
    const timer = setTimeout(end, PATIENCE, true);
    element.addEventListener('load', () => setTimeout(end, 100, false));
    element.addEventListener('error', fail);
    document.addEventListener('securitypolicyviolation', fail);
    skeleton.after(element);
  });
}

function symptomOf({ directive, blocked, policy, isReportOnly, sample }: Violation, { host }: Patient, hosted: URL | null): Symptom[] {
  const isFrame = directive === 'frame-src' && hosted !== null && blocked.startsWith(hosted.origin);
  const isScript = directive === 'script-src' && isOurs(blocked);
  const isForm = directive === 'form-action' && host.form !== null && Boolean(host.name);
  const isLit = directive === 'trusted-types' && /^lit-html/.test(sample); // a report may have none
  if (!isFrame && !isScript && !isForm && !isLit) return [];
  const mended = allow(policy, directive, isLit ? 'lit-html' : sourceOf(blocked));
  const isMeta = [...document.querySelectorAll('meta[http-equiv="Content-Security-Policy" i]')].find((meta) => meta.getAttribute('content')?.trim() === policy.trim());
  const header = `Content-Security-Policy${isReportOnly ? '-Report-Only' : ''}: ${mended}`;
  return [
    {
      code: `csp-${directive}`,
      severity: isReportOnly ? 'note' : 'error',
      says: isReportOnly ? 'policy-would' : 'policy',
      values: { directive, blocked },
      fix: isMeta ? tagOf(isMeta, { content: mended }) : header,
    },
  ];
}

/** The origin, as a source; of this page's it has a name. */
function sourceOf(address: string): string {
  const origin = URL.canParse(address) ? new URL(address).origin : address;
  return origin === location.origin ? `'self'` : origin;
}

function absence(address: string, { host }: Patient): Symptom {
  const status = entriesOf(address).at(-1)?.responseStatus ?? 0;
  const isNeeded = (host.consent || host.save === 'always') && address.endsWith('three-ds.js');
  const severity = isNeeded ? 'error' : 'warning';
  if (status < 400) return { code: 'file-blocked', severity, values: { address }, fix: 'Access-Control-Allow-Origin: *' };
  const file = address.slice(folder.length);
  return { code: 'file-missing', severity, values: { address, status: String(status) }, fix: `dist/${file} → ${address}` };
}

const entriesOf = (address: string): PerformanceResourceTiming[] =>
  performance.getEntriesByName(address, 'resource') as PerformanceResourceTiming[];

function slowness(hosted: URL | null): Symptom[] {
  const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  return entries.flatMap(({ name, duration }) => {
    if (duration < LONG || !(isOurs(name) || name === hosted?.href)) return [];
    const values = { address: name, seconds: (duration / 1000).toFixed(1) };
    const { origin } = new URL(name);
    return [{ code: 'slow', severity: 'warning', values, fix: preconnect(origin, name !== hosted?.href) }];
  });
}

/** Modules are asked for in another way than documents. */
const preconnect = (origin: string, isModule = false): string => `<link rel="preconnect" href="${origin}"${isModule ? ' crossorigin' : ''}>`;
