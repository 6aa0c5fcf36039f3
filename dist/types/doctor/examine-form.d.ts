/** The form around the element. */
import type { Host, Symptom } from './diagnosis.js';
export declare function examineForm(host: Host): Symptom[];
