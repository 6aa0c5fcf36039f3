/** The events of <shoji-card>. All bubble and are composed; none carries anything of the card but what the gateway returns. */
import { ShojiError, type ErrorCode, type ErrorType } from '../errors.js';
import type { Announcement } from '../payment/payment-machine.js';
import { publicCard, type CardToken, type PaymentState } from '../payment/payment-state.js';
import type { ChallengeOutcome } from '../three-ds/challenge.js';
import { ShojiEvent } from './shoji-event.js';

type PublicCard = ReturnType<typeof publicCard>;

/** The card fields can be typed into. */
export class ShojiReadyEvent extends ShojiEvent {
  constructor() {
    super('shoji-ready');
  }
}

/** What is known of the card changed. */
export class ShojiChangeEvent extends ShojiEvent {
  declare readonly complete: boolean;
  declare readonly empty: boolean;
  declare readonly brand: PublicCard['brand'];
  /** Per field: is it empty, is it complete, which error does it show. */
  declare readonly fields: PublicCard['fields'];

  constructor(card: PublicCard) {
    super('shoji-change', card);
  }
}

/** The gateway issued tokens for the card. */
export class ShojiTokenEvent extends ShojiEvent implements CardToken {
  declare readonly token: string;
  declare readonly tokens: readonly string[];
  declare readonly maskedNumber: string;
  declare readonly brand: CardToken['brand'];
  declare readonly expiresAt: string;
  declare readonly securityCodeSet: boolean;
  declare readonly browser: CardToken['browser'];
  declare readonly consent: CardToken['consent'];
  declare readonly saveConsent: CardToken['saveConsent'];

  constructor(token: CardToken) {
    super('shoji-token', token);
  }
}

/** Something went wrong; `error.type` says who must act. The element shows the shopper a sentence of its own. */
export class ShojiErrorEvent extends ShojiEvent {
  declare readonly error: { readonly type: ErrorType; readonly code: ErrorCode; readonly message: string };

  constructor({ type, code, message }: ShojiError) {
    super('shoji-error', { error: { type, code, message } });
  }
}

/** The challenge of the card issuer begins or ends. */
export class ShojiChallengeEvent extends ShojiEvent {
  declare readonly open: boolean;

  constructor(open: boolean) {
    super('shoji-challenge', { open });
  }
}

/** The browser's part of the challenge is over. Ask your server, which asks the gateway, for the result. */
export class ShojiOutcomeEvent extends ShojiEvent implements ChallengeOutcome {
  declare readonly status: ChallengeOutcome['status'];
  declare readonly accessId?: string;

  constructor(outcome: ChallengeOutcome) {
    super('shoji-outcome', outcome);
  }
}

/** The public event for what the payment announces. */
export function eventFor(what: Announcement, state: PaymentState): Event | null {
  switch (what) {
    case 'ready':
      return new ShojiReadyEvent();
    case 'change':
      return new ShojiChangeEvent(publicCard(state));
    case 'token':
      return state.token && new ShojiTokenEvent(state.token);
    case 'error':
      return state.error && new ShojiErrorEvent(new ShojiError(state.error));
    case 'challenge-open':
      return new ShojiChallengeEvent(true);
    case 'challenge-close':
      return new ShojiChallengeEvent(false);
    case 'outcome':
      return state.outcome && new ShojiOutcomeEvent(state.outcome);
  }
}

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
