/**
 * The whole life of a payment as one pure function: state and event give the next state and effects as data. Effects are
 * performed by the payment controller and nowhere else. A pair that is not in the table is ignored on purpose.
 */
import type { CardState } from '../channel/protocol.js';
import type { ErrorCode } from '../errors.js';
import type { ChallengeEvent } from '../three-ds/challenge.js';
import { INITIAL_STATE, NO_CARD, type CardToken, type PaymentState, type Phase } from './payment-state.js';

export type PaymentEvent =
  /** The hosted document is asked for, first or again. */
  | { readonly type: 'opened' }
  | { readonly type: 'ready' }
  /** The hosted document will never answer again. */
  | { readonly type: 'lost'; readonly code: ErrorCode }
  | { readonly type: 'card-changed'; readonly card: CardState }
  | { readonly type: 'tokenize-asked'; readonly id: string; readonly count: number }
  | { readonly type: 'token-issued'; readonly token: CardToken }
  | { readonly type: 'token-refused'; readonly code: ErrorCode }
  | ChallengeEvent
  /** The merchant, the form or a restored page wants an empty element. */
  | { readonly type: 'cleared' };

export type Effect =
  | { readonly type: 'request-token'; readonly id: string; readonly count: number }
  | { readonly type: 'clear-card' }
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
const ready: Handler<'ready'> = (state) => step({ ...state, phase: 'editing', frame: 'ready' }, announce('ready'));
const lost: Handler<'lost'> = (state, { code }) =>
  step({ ...state, phase: 'failed', frame: 'lost', card: NO_CARD, token: null, error: code }, announce('error'));
const cleared: Handler<'cleared'> = (state) =>
  step(
    { ...state, phase: 'editing', card: NO_CARD, token: null, outcome: null, error: null },
    { type: 'clear-card' },
    announce('change'),
  );

/** Typing mends what was wrong, and a token belongs to the card that was there when it was issued. Moving the focus is no typing. */
const edited: Handler<'card-changed'> = (state, { card }) =>
  isSameCard(card, state.card)
    ? step({ ...state, card })
    : step({ ...state, phase: 'editing', card, error: null, token: null, outcome: null }, announce('change'));

/** The frame empties itself after a token was issued: that is no edit. Anything typed afterwards is. */
const afterToken: Handler<'card-changed'> = (state, event) =>
  event.card.empty ? step({ ...state, card: event.card }) : edited(state, event);

const tokenizeAsked: Handler<'tokenize-asked'> = (state, { id, count }) =>
  step({ ...state, phase: 'tokenizing', error: null, token: null }, { type: 'request-token', id, count });
const challengeAsked: Handler<'challenge-asked'> = (state) =>
  step({ ...state, phase: 'challenging', outcome: null }, announce('challenge-open'));

const afterChallenge = ({ frame, card }: PaymentState): Phase =>
  frame === 'lost' ? 'failed' : frame === 'loading' ? 'loading' : card.empty ? 'settled' : 'editing';

const usable: Handlers = { opened, lost, cleared, 'challenge-asked': challengeAsked };

const TABLE: Readonly<Record<Phase, Handlers>> = {
  // after a return from a full-page challenge nothing of the card is needed
  loading: { opened, lost, ready, 'challenge-asked': challengeAsked },
  editing: { ...usable, 'card-changed': edited, 'tokenize-asked': tokenizeAsked },
  tokenizing: {
    opened,
    lost,
    cleared,
    // the fields are locked meanwhile; what still arrives is the answer to the last key
    'card-changed': (state, { card }) => step({ ...state, card }, announce('change')),
    'token-issued': (state, { token }) => step({ ...state, phase: 'awaiting-merchant', token }, announce('token')),
    'token-refused': (state, { code }) => step({ ...state, phase: 'editing', error: code }, announce('error')),
  },
  // a merchant may want another token for the card that is being typed; without one the frame says so
  'awaiting-merchant': { ...usable, 'card-changed': afterToken, 'tokenize-asked': tokenizeAsked },
  challenging: {
    // the fields are loaded anew; the challenge does without them
    opened: (state) => step({ ...INITIAL_STATE, phase: state.phase }),
    // told once for each document, whatever the frame says
    ready: (state) => (state.frame === 'loading' ? step({ ...state, frame: 'ready' }, announce('ready')) : step(state)),
    lost: (state, { code }) => step({ ...state, frame: 'lost', card: NO_CARD, error: code }, announce('error')),
    // a shopper who came back by another way may type another card
    'card-changed': (state, event) => {
      const { state: next, effects } = afterToken(state, event);
      return step({ ...next, phase: state.phase }, ...effects);
    },
    'challenge-ended': (state, { outcome }) =>
      step({ ...state, phase: afterChallenge(state), outcome, token: null }, announce('challenge-close'), announce('outcome')),
  },
  settled: { ...usable, 'card-changed': afterToken },
  failed: { opened, 'challenge-asked': challengeAsked },
};

/** Every phase, in the order of a payment. */
export const PHASES = /* @__PURE__ */ Object.keys(TABLE) as readonly Phase[];

/** Is the event ignored in this phase? */
export const ignores = (phase: Phase, type: PaymentEvent['type']): boolean => !(type in TABLE[phase]);

/** @returns the next state and what is to be done; the same state and nothing for an event that the phase ignores */
export function advance(state: PaymentState, event: PaymentEvent): Step {
  const handler = TABLE[state.phase][event.type] as Handler<typeof event.type> | undefined;
  return handler ? handler(state, event) : step(state);
}

/** Nothing that the merchant is told of differs. */
const isSameCard = (a: CardState, b: CardState): boolean =>
  a.complete === b.complete && a.empty === b.empty && a.brand === b.brand && JSON.stringify(a.fields) === JSON.stringify(b.fields);
