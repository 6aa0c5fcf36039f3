/** The events of <shoji-card>. All bubble and are composed; none carries anything of the card but what the gateway returns. */
import { ShojiError, type ErrorCode, type ErrorType } from '../errors.js';
import type { Announcement } from '../payment/payment-machine.js';
import { publicCard, type CardToken, type PaymentState } from '../payment/payment-state.js';
import type { ChallengeOutcome } from '../three-ds/challenge.js';
import { ShojiEvent } from './shoji-event.js';
type PublicCard = ReturnType<typeof publicCard>;
/** The card fields can be typed into. */
export declare class ShojiReadyEvent extends ShojiEvent {
    constructor();
}
/** What is known of the card changed. */
export declare class ShojiChangeEvent extends ShojiEvent {
    readonly complete: boolean;
    readonly empty: boolean;
    readonly brand: PublicCard['brand'];
    /** Per field: is it empty, is it complete, which error does it show. */
    readonly fields: PublicCard['fields'];
    constructor(card: PublicCard);
}
/** The gateway issued tokens for the card. */
export declare class ShojiTokenEvent extends ShojiEvent implements CardToken {
    readonly token: string;
    readonly tokens: readonly string[];
    readonly maskedNumber: string;
    readonly brand: CardToken['brand'];
    readonly expiresAt: string;
    readonly securityCodeSet: boolean;
    readonly browser: CardToken['browser'];
    readonly consent: CardToken['consent'];
    readonly saveConsent: CardToken['saveConsent'];
    constructor(token: CardToken);
}
/** Something went wrong; `error.type` says who must act. The element shows the shopper a sentence of its own. */
export declare class ShojiErrorEvent extends ShojiEvent {
    readonly error: {
        readonly type: ErrorType;
        readonly code: ErrorCode;
        readonly message: string;
    };
    constructor({ type, code, message }: ShojiError);
}
/** The challenge of the card issuer begins or ends. */
export declare class ShojiChallengeEvent extends ShojiEvent {
    readonly open: boolean;
    constructor(open: boolean);
}
/** The browser's part of the challenge is over. Ask your server, which asks the gateway, for the result. */
export declare class ShojiOutcomeEvent extends ShojiEvent implements ChallengeOutcome {
    readonly status: ChallengeOutcome['status'];
    readonly accessId?: string;
    constructor(outcome: ChallengeOutcome);
}
/** The public event for what the payment announces. */
export declare function eventFor(what: Announcement, state: PaymentState): Event | null;
declare global {
    interface HTMLElementEventMap {
        'shoji-ready': ShojiReadyEvent;
        'shoji-change': ShojiChangeEvent;
        'shoji-token': ShojiTokenEvent;
        'shoji-error': ShojiErrorEvent;
        'shoji-challenge': ShojiChallengeEvent;
        'shoji-outcome': ShojiOutcomeEvent;
    }
}
export {};
