/** What was found, in the page: a badge in the top layer that opens a list. In a closed root of its own, inside the element's. */
import type { Diagnosis, Patient } from './diagnosis.js';
/** Shows it, or shows it anew. */
export declare function show(patient: Patient, diagnosis: Diagnosis): void;
