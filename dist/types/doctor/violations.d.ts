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
/** Of one that was not seen before: what looks for them makes them happen again. */
export declare const listenForViolations: (listener: () => void) => void;
export declare const violations: () => readonly Violation[];
