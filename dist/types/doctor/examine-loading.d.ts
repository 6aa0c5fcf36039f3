/** What the page loads for the element: what did not come, what came late, and what a policy forbids. */
import type { Patient, Symptom } from './diagnosis.js';
/** The page's policy does not let the frame in: no other reason is needed. */
export declare const FORBIDDEN = "csp-frame-src";
/** Asks again for what is missing, so that the browser says why. */
export declare function examineLoading(patient: Patient): Promise<Symptom[]>;
/** With fields the same error is that of a consent without `three-ds.js`. */
export declare const hasNoFields: (patient: Patient) => boolean;
