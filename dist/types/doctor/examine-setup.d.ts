/** The page, its addresses, and what the element is told of shop and environment. */
import type { Patient, Symptom } from './diagnosis.js';
/** What the element's last error means for whoever builds the page. */
export declare function examineError(patient: Patient): Symptom[];
export declare function examineSetup({ host }: Patient): Symptom[];
