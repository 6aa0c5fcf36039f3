/** What the doctor says of a page, and what the element lends for it. Nothing here is of a card. */
import type { Pristine } from '../pristine.js';
/** `error`: shoppers cannot pay, or not safely. `warning`: some of them cannot, or some day. `note`: worth knowing. */
export type Severity = 'error' | 'warning' | 'note';
export interface Finding {
    /** Stable. */
    readonly code: string;
    readonly severity: Severity;
    /** In the language of the element: Japanese, or English for all others. */
    readonly message: string;
    /** The line or the header as it should be; empty where none would help. */
    readonly fix: string;
}
/** Errors come first. Empty findings: nothing is known to be wrong. */
export interface Diagnosis {
    readonly findings: readonly Finding[];
}
/** As much of the element as anybody sees. */
export interface Host extends HTMLElement {
    readonly name: string | null;
    readonly environment: string;
    readonly gateway: string;
    readonly fieldsBy: string;
    readonly shopId: string;
    readonly apiKey: string;
    readonly hostedUrl: string;
    readonly challenge: string;
    readonly consent: boolean;
    readonly save: string;
    readonly state: string;
    readonly form: HTMLFormElement | null;
    diagnose(): Promise<Diagnosis>;
}
/** What the element lends: neither the frame nor anything that leads to its port. */
export interface Patient {
    readonly pristine: Pristine;
    readonly host: Host;
    /** The outline of the fields, in the element's closed root. */
    readonly skeleton: HTMLElement;
    /** BCP 47. */
    readonly language: () => string;
    /** The code of the last error that was not mended yet. */
    readonly error: () => string | null;
}
/** A finding before it is put into words. */
export interface Symptom {
    readonly code: string;
    readonly severity: Severity;
    readonly fix?: string;
    /** Which sentence, when it is not that of the code; and what stands in its holes. */
    readonly says?: string;
    readonly values?: Readonly<Record<string, string>>;
}
