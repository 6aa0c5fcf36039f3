/**
 * The whole life of a payment as one pure function: state and event give the next state and effects as data. Effects are
 * performed by the payment controller and nowhere else. A pair that is not in the table is ignored on purpose.
 */
import type { CardState } from '../channel/protocol.js';
import type { ErrorCode } from '../errors.js';
import type { ChallengeEvent } from '../three-ds/challenge.js';
import { type CardToken, type PaymentState, type Phase } from './payment-state.js';
export type PaymentEvent = 
/** The hosted document is asked for, first or again. */
{
    readonly type: 'opened';
} | {
    readonly type: 'ready';
}
/** The hosted document will never answer again. */
 | {
    readonly type: 'lost';
    readonly code: ErrorCode;
} | {
    readonly type: 'card-changed';
    readonly card: CardState;
} | {
    readonly type: 'tokenize-asked';
    readonly id: string;
    readonly count: number;
} | {
    readonly type: 'token-issued';
    readonly token: CardToken;
} | {
    readonly type: 'token-refused';
    readonly code: ErrorCode;
} | ChallengeEvent
/** The merchant, the form or a restored page wants an empty element. */
 | {
    readonly type: 'cleared';
};
export type Effect = {
    readonly type: 'request-token';
    readonly id: string;
    readonly count: number;
} | {
    readonly type: 'clear-card';
} | {
    readonly type: 'announce';
    readonly what: Announcement;
};
/** What is told to the merchant's page, as one event each. */
export type Announcement = 'ready' | 'change' | 'token' | 'error' | 'challenge-open' | 'challenge-close' | 'outcome';
export interface Step {
    readonly state: PaymentState;
    readonly effects: readonly Effect[];
}
/** Every phase, in the order of a payment. */
export declare const PHASES: readonly Phase[];
/** Is the event ignored in this phase? */
export declare const ignores: (phase: Phase, type: PaymentEvent["type"]) => boolean;
/** @returns the next state and what is to be done; the same state and nothing for an event that the phase ignores */
export declare function advance(state: PaymentState, event: PaymentEvent): Step;
