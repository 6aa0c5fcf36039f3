/**
 * The whole life of a payment as one pure function: state and event give the next state and effects as data. Effects are
 * performed by the payment controller and nowhere else. A pair that is not in the table is ignored on purpose.
 */
import type { CardState } from '../channel/protocol.js';
import type { ErrorCode } from '../errors.js';
import type { ChallengeOutcome } from '../three-ds/challenge.js';
import { INITIAL_STATE, NO_CARD, type CardToken, type PaymentState, type Phase } from './payment-state.js';

export type PaymentEvent =
  /** The hosted document is asked for, first or again. */
  | { readonly type: 'opened' }
  | { readonly type: 'ready' }
  /** The hosted document will never answer again. */
  | { readonly type: 'lost'; readonly code: ErrorCode }
  | { readonly type: 'card-changed'; readonly card: CardState }
  | { readonly type: 'tokenize-asked' }
  | { readonly type: 'token-issued'; readonly token: CardToken }
  | { readonly type: 'token-refused'; readonly code: ErrorCode }
  | { readonly type: 'challenge-asked'; readonly redirectUrl: string }
  | { readonly type: 'challenge-ended'; readonly outcome: ChallengeOutcome }
  /** The merchant, the form or a restored page wants an empty element. */
  | { readonly type: 'cleared' };

export type Effect =
  | { readonly type: 'request-token' }
  | { readonly type: 'clear-card' }
  | { readonly type: 'start-challenge'; readonly redirectUrl: string }
  | { readonly type: 'announce'; readonly what: Announcement };

/** What is told to the merchant's page, as one event each. */
export type Announcement = 'ready' | 'change' | 'token' | 'error' | 'challenge-open' | 'challenge-close' | 'outcome';

export interface Step {
  readonly state: PaymentState;
  readonly effects: readonly Effect[];
}

type Handler<E extends PaymentEvent['type']> = (state: PaymentState, event: Extract<PaymentEvent, { type: E }>) => Step;
type Handlers = { readonly [E in PaymentEvent['type']]?: Handler<E> };

const announce = (what: Announcement): Effect => ({ type: 'announce', what });
const step = (state: PaymentState, ...effects: Effect[]): Step => ({ state, effects });

const opened: Handler<'opened'> = () => step(INITIAL_STATE);
const lost: Handler<'lost'> = (state, { code }) =>
  step({ ...state, phase: 'failed', card: NO_CARD, token: null, error: code }, announce('error'));
const cleared: Handler<'cleared'> = (state) =>
  step({ ...state, phase: 'editing', token: null, outcome: null, error: null }, { type: 'clear-card' });

/** Typing mends what was wrong, and a token belongs to the card that was there when it was issued. */
const edited: Handler<'card-changed'> = (state, { card }) =>
  step({ ...state, phase: 'editing', card, error: null, token: null, outcome: null }, announce('change'));

/** The frame empties itself after a token was issued: that is no edit. Anything typed afterwards is. */
const afterToken: Handler<'card-changed'> = (state, event) =>
  event.card.empty ? step({ ...state, card: event.card }, announce('change')) : edited(state, event);

const challengeAsked: Handler<'challenge-asked'> = (state, { redirectUrl }) =>
  step({ ...state, phase: 'challenging', outcome: null }, announce('challenge-open'), { type: 'start-challenge', redirectUrl });

const usable: Handlers = { opened, lost, cleared, 'challenge-asked': challengeAsked };

const TABLE: Readonly<Record<Phase, Handlers>> = {
  loading: {
    opened,
    lost,
    ready: (state) => step({ ...state, phase: 'editing' }, announce('ready')),
    // after a return from a full-page challenge nothing of the card is needed
    'challenge-asked': challengeAsked,
  },
  editing: {
    ...usable,
    'card-changed': edited,
    'tokenize-asked': (state) => step({ ...state, phase: 'tokenizing', error: null, token: null }, { type: 'request-token' }),
  },
  tokenizing: {
    opened,
    lost,
    cleared,
    // the fields are locked meanwhile; what still arrives is the answer to the last key
    'card-changed': (state, { card }) => step({ ...state, card }, announce('change')),
    'token-issued': (state, { token }) => step({ ...state, phase: 'awaiting-merchant', token }, announce('token')),
    'token-refused': (state, { code }) => step({ ...state, phase: 'editing', error: code }, announce('error')),
  },
  'awaiting-merchant': {
    ...usable,
    'card-changed': afterToken,
    // the merchant wants another token for the card that is being typed; without one the frame says so
    'tokenize-asked': (state) => step({ ...state, phase: 'tokenizing', error: null, token: null }, { type: 'request-token' }),
  },
  challenging: {
    opened,
    'card-changed': (state, { card }) => step({ ...state, card }),
    'challenge-ended': (state, { outcome }) =>
      step({ ...state, phase: 'settled', outcome, token: null }, announce('challenge-close'), announce('outcome')),
  },
  settled: { ...usable, 'card-changed': afterToken },
  failed: { opened, 'challenge-asked': challengeAsked },
};

/** Every phase, in the order of a payment. */
export const PHASES = Object.keys(TABLE) as readonly Phase[];

/** Is the event ignored in this phase? */
export const ignores = (phase: Phase, type: PaymentEvent['type']): boolean => !(type in TABLE[phase]);

/** @returns the next state and what is to be done; the same state and nothing for an event that the phase ignores */
export function advance(state: PaymentState, event: PaymentEvent): Step {
  const handler = TABLE[state.phase][event.type] as Handler<typeof event.type> | undefined;
  return handler ? handler(state, event) : step(state);
}
