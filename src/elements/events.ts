/** The events of <shoji-card>. All bubble and are composed; none carries anything of the card but what the gateway returns. */
import { ShojiError, type ErrorCode, type ErrorType } from '../errors.js';
import type { Announcement } from '../payment/payment-machine.js';
import { publicCard, type CardToken, type PaymentState } from '../payment/payment-state.js';
import type { ChallengeOutcome } from '../three-ds/challenge.js';

type PublicCard = ReturnType<typeof publicCard>;

const init: EventInit = { bubbles: true, composed: true };

/** The card fields can be typed into. */
export class ShojiReadyEvent extends Event {
  constructor() {
    super('shoji-ready', init);
  }
}

/** What is known of the card changed. */
export class ShojiChangeEvent extends Event {
  readonly complete: boolean;
  readonly empty: boolean;
  readonly brand: PublicCard['brand'];
  /** Per field: is it empty, is it complete, which error does it show. */
  readonly fields: PublicCard['fields'];

  constructor({ complete, empty, brand, fields }: PublicCard) {
    super('shoji-change', init);
    this.complete = complete;
    this.empty = empty;
    this.brand = brand;
    this.fields = fields;
  }
}

/** The gateway issued tokens for the card. */
export class ShojiTokenEvent extends Event implements CardToken {
  readonly token: string;
  readonly tokens: readonly string[];
  readonly maskedNumber: string;
  readonly brand: CardToken['brand'];
  readonly expiresAt: string;
  readonly securityCodeSet: boolean;

  constructor({ token, tokens, maskedNumber, brand, expiresAt, securityCodeSet }: CardToken) {
    super('shoji-token', init);
    this.token = token;
    this.tokens = tokens;
    this.maskedNumber = maskedNumber;
    this.brand = brand;
    this.expiresAt = expiresAt;
    this.securityCodeSet = securityCodeSet;
  }
}

/** Something went wrong; `error.type` says who must act. The element shows the shopper a sentence of its own. */
export class ShojiErrorEvent extends Event {
  readonly error: { readonly type: ErrorType; readonly code: ErrorCode; readonly message: string };

  constructor({ type, code, message }: ShojiError) {
    super('shoji-error', init);
    this.error = { type, code, message };
  }
}

/** The challenge of the card issuer begins or ends. */
export class ShojiChallengeEvent extends Event {
  readonly open: boolean;

  constructor(open: boolean) {
    super('shoji-challenge', init);
    this.open = open;
  }
}

/** The browser's part of the challenge is over. Ask your server, which asks the gateway, for the result. */
export class ShojiOutcomeEvent extends Event implements ChallengeOutcome {
  readonly status: ChallengeOutcome['status'];

  constructor({ status }: ChallengeOutcome) {
    super('shoji-outcome', init);
    this.status = status;
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
