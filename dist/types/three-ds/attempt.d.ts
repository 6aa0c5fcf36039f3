/**
 * One attempt to authenticate the shopper, as the tab remembers it while the browser is elsewhere: what is needed to go on, and never
 * anything of the card. What is read back was within reach of every script of the page, so it is checked like a stranger's.
 */
import { type ChallengeOptions, type Presentation } from './challenge.js';
export interface Attempt {
    readonly id: string;
    /** How the challenge was shown last; resuming shows it so again. */
    readonly phase: Presentation;
    /** Milliseconds since 1970. */
    readonly startedAt: number;
    readonly deadline: number;
    readonly redirectUrl: string;
    readonly returnUrl?: string;
    readonly accessId?: string;
}
/**
 * @param id - unguessable
 * @param now - milliseconds since 1970
 * @param page - where relative addresses start
 */
export declare function newAttempt(redirectUrl: string, options: ChallengeOptions, id: string, now: number, page: string): Attempt;
/** @returns null for anything that is not an attempt of ours */
export declare function parseAttempt(text: string | null): Attempt | null;
/** @returns null when it is none */
export declare const readAccessId: (value: unknown) => string | null;
