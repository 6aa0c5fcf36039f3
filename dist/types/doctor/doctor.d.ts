/**
 * Looks for what is wrong with the way in which a page uses the element. For developers: loaded when `diagnose()` is called, or for a
 * test page whose address asks for it. It sees what every script of the page can see, and the outline of the empty fields.
 */
import type { Diagnosis, Finding, Patient, Severity } from './diagnosis.js';
export type { Diagnosis, Finding, Severity };
/** @param isShown - in the page, too, where it stays and follows what changes */
export declare function diagnose(patient: Patient, isShown: boolean): Promise<Diagnosis>;
