/**
 * Looks for what is wrong with the way in which a page uses the element. For developers: loaded when `diagnose()` is called, or for a
 * test page whose address asks for it. It sees what every script of the page can see, and the outline of the empty fields.
 */
import type { Diagnosis, Finding, Host, Patient, Severity, Symptom } from './diagnosis.js';
import { examineForm } from './examine-form.js';
import { examineLoading, FORBIDDEN } from './examine-loading.js';
import { examineLook } from './examine-look.js';
import { examineError, examineSetup } from './examine-setup.js';
import { show } from './overlay.js';
import { wordsFor, type WordKey, type Words } from './words.js';

export type { Diagnosis, Finding, Severity };

/** The fields are there by then, or this is worth telling. Milliseconds. */
const PATIENCE = 4_000;

const ORDER: readonly Severity[] = ['error', 'warning', 'note'];

/** @param isShown - in the page, too, where it stays and follows what changes */
export async function diagnose(patient: Patient, isShown: boolean): Promise<Diagnosis> {
  await settled(patient.host);
  const loading = await examineLoading(patient);
  const symptoms = [
    ...(loading.some(({ code }) => code === FORBIDDEN) ? [] : examineError(patient)),
    ...loading,
    ...examineSetup(patient),
    ...examineForm(patient.host),
    ...examineLook(patient),
  ].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  const words = wordsFor(patient.language());
  const diagnosis = { findings: symptoms.map((symptom) => findingOf(symptom, words)) };
  if (isShown) show(patient, diagnosis);
  return diagnosis;
}

/** Until the fields are there or are known not to come: what they look like and why they are missing shows only then. */
const settled = (host: Host): Promise<void> =>
  new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(end, host.state === 'loading' ? PATIENCE : 0);
    for (const type of ['shoji-ready', 'shoji-error']) host.addEventListener(type, end, { once: true });
  });

function findingOf({ code, severity, fix = '', says = code, values = {} }: Symptom, words: Words): Finding {
  const message = words[says as WordKey].replace(/\{(\w+)\}/g, (_hole, name: string) => values[name] ?? '');
  return { code, severity, message, fix };
}
