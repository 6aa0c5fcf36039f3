/** What shoppers would see. */
import type { Patient, Symptom } from './diagnosis.js';
export declare function examineLook({ host, skeleton, pristine: { computedStyle } }: Patient): Symptom[];
