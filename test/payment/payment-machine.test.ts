import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { CardState } from '../../src/channel/protocol.js';
import {
  advance,
  ignores,
  PHASES,
  type Effect,
  type PaymentEvent,
  type Step,
} from '../../src/payment/payment-machine.js';
import { INITIAL_STATE, NO_CARD, type CardToken, type PaymentState, type Phase } from '../../src/payment/payment-state.js';

type EventType = PaymentEvent['type'];

const TYPED: CardState = {
  complete: true,
  empty: false,
  brand: 'visa',
  focused: 'cvc',
  fields: { number: { empty: false, complete: true, error: null } },
};
const TOKEN: CardToken = {
  token: 'token-1',
  tokens: ['token-1'],
  maskedNumber: '*************111',
  brand: 'visa',
  expiresAt: '2031-01-31-12-00-00',
  securityCodeSet: true,
  browser: { colorDepth: 24, timezone: -540, language: 'ja', screenWidth: 390, screenHeight: 844 },
  consent: null,
  saveConsent: null,
};

/** One of each; the type asks for a new one when the machine learns a new event. */
const EVENTS: { readonly [T in EventType]: Extract<PaymentEvent, { type: T }> } = {
  opened: { type: 'opened' },
  ready: { type: 'ready' },
  lost: { type: 'lost', code: 'tampered' },
  'card-changed': { type: 'card-changed', card: TYPED },
  'tokenize-asked': { type: 'tokenize-asked', id: 'call-1', count: 2 },
  'token-issued': { type: 'token-issued', token: TOKEN },
  'token-refused': { type: 'token-refused', code: 'number-invalid' },
  'challenge-asked': { type: 'challenge-asked' },
  'challenge-ended': { type: 'challenge-ended', outcome: { status: 'returned' } },
  cleared: { type: 'cleared' },
};
const EVENT_TYPES = Object.keys(EVENTS) as EventType[];

const READY: PaymentState = { ...INITIAL_STATE, frame: 'ready' };

/** A state as it stands in each phase. */
const STATES: Readonly<Record<Phase, PaymentState>> = {
  loading: INITIAL_STATE,
  editing: { ...READY, phase: 'editing', error: 'number-invalid' },
  tokenizing: { ...READY, phase: 'tokenizing', card: TYPED },
  'awaiting-merchant': { ...READY, phase: 'awaiting-merchant', token: TOKEN },
  challenging: { ...READY, frame: 'loading', phase: 'challenging', token: TOKEN },
  settled: { ...READY, phase: 'settled', outcome: { status: 'returned' } },
  failed: { ...INITIAL_STATE, frame: 'lost', phase: 'failed', error: 'hosted-unavailable' },
};

/** What each phase ignores on purpose, and why. */
const IGNORED: Readonly<Record<Phase, readonly EventType[]>> = {
  // nothing can be typed, so nothing can be emptied or tokenised
  loading: ['card-changed', 'tokenize-asked', 'token-issued', 'token-refused', 'challenge-ended', 'cleared'],
  // an answer to a call that was given up
  editing: ['ready', 'token-issued', 'token-refused', 'challenge-ended'],
  // one thing at a time
  tokenizing: ['ready', 'tokenize-asked', 'challenge-asked', 'challenge-ended'],
  'awaiting-merchant': ['ready', 'token-issued', 'token-refused', 'challenge-ended'],
  // the browser is on its way to the issuer: the frame and the form do not matter until it is back
  challenging: ['tokenize-asked', 'token-issued', 'token-refused', 'challenge-asked', 'cleared'],
  // the token is spent: the shopper types or the merchant clears first
  settled: ['ready', 'tokenize-asked', 'token-issued', 'token-refused', 'challenge-ended'],
  // there is no frame; loading it again is the only way on, besides a challenge, which needs none
  failed: ['ready', 'lost', 'card-changed', 'tokenize-asked', 'token-issued', 'token-refused', 'challenge-ended', 'cleared'],
};

/** Where each handled pair leads, and what is done: effects in their order, `announce` written as `!what`. */
const HANDLED: Readonly<Record<Phase, Readonly<Partial<Record<EventType, readonly [next: Phase, ...effects: string[]]>>>>> = {
  loading: {
    opened: ['loading'],
    ready: ['editing', '!ready'],
    lost: ['failed', '!error'],
    'challenge-asked': ['challenging', '!challenge-open'],
  },
  editing: {
    opened: ['loading'],
    lost: ['failed', '!error'],
    'card-changed': ['editing', '!change'],
    'tokenize-asked': ['tokenizing', 'request-token'],
    'challenge-asked': ['challenging', '!challenge-open'],
    cleared: ['editing', 'clear-card', '!change'],
  },
  tokenizing: {
    opened: ['loading'],
    lost: ['failed', '!error'],
    'card-changed': ['tokenizing', '!change'],
    'token-issued': ['awaiting-merchant', '!token'],
    'token-refused': ['editing', '!error'],
    cleared: ['editing', 'clear-card', '!change'],
  },
  'awaiting-merchant': {
    opened: ['loading'],
    lost: ['failed', '!error'],
    'card-changed': ['editing', '!change'],
    'tokenize-asked': ['tokenizing', 'request-token'],
    'challenge-asked': ['challenging', '!challenge-open'],
    cleared: ['editing', 'clear-card', '!change'],
  },
  challenging: {
    opened: ['challenging'],
    ready: ['challenging', '!ready'],
    lost: ['challenging', '!error'],
    'card-changed': ['challenging', '!change'],
    'challenge-ended': ['loading', '!challenge-close', '!outcome'],
  },
  settled: {
    opened: ['loading'],
    lost: ['failed', '!error'],
    'card-changed': ['editing', '!change'],
    'challenge-asked': ['challenging', '!challenge-open'],
    cleared: ['editing', 'clear-card', '!change'],
  },
  failed: {
    opened: ['loading'],
    'challenge-asked': ['challenging', '!challenge-open'],
  },
};

const written = (effect: Effect): string => (effect.type === 'announce' ? `!${effect.what}` : effect.type);

describe('payment machine, every phase and event', () => {
  it('has the phases of a payment in their order', () => {
    assert.deepEqual(PHASES, Object.keys(STATES));
  });

  for (const phase of PHASES) {
    for (const type of EVENT_TYPES) {
      const handled = HANDLED[phase][type];
      if (handled) {
        const [next, ...effects] = handled;
        it(`leads from ${phase} by ${type} to ${next}${effects.length ? `, with ${effects.join(' ')}` : ''}`, () => {
          const step = advance(STATES[phase], EVENTS[type]);
          assert.deepEqual([step.state.phase, ...step.effects.map(written)], handled);
          assert.equal(ignores(phase, type), false);
        });
      } else {
        it(`ignores ${type} in ${phase}`, () => {
          const before = STATES[phase];
          const step = advance(before, EVENTS[type]);
          assert.ok(IGNORED[phase].includes(type), 'nobody decided what this pair does');
          assert.equal(step.state, before, 'the very same state');
          assert.deepEqual(step.effects, []);
          assert.equal(ignores(phase, type), true);
        });
      }
    }

    it(`decides about each event once in ${phase}`, () => {
      assert.deepEqual([...IGNORED[phase], ...Object.keys(HANDLED[phase])].sort(), [...EVENT_TYPES].sort());
    });
  }
});

describe('payment machine', () => {
  it('keeps the token when the frame empties itself after it was issued', () => {
    const { state, effects } = advance(STATES['awaiting-merchant'], { type: 'card-changed', card: NO_CARD });
    assert.equal(state.token, TOKEN);
    assert.equal(state.phase, 'awaiting-merchant');
    assert.deepEqual(effects, [], 'to the merchant nothing changed: the token stands for the card');
  });

  it('forgets the token with the first key of another card', () => {
    assert.equal(advance(STATES['awaiting-merchant'], EVENTS['card-changed']).state.token, null);
  });

  it('stays settled while the emptied card is told, and starts anew with the first key', () => {
    const emptied = advance(STATES.settled, { type: 'card-changed', card: NO_CARD });
    assert.deepEqual(emptied.state, STATES.settled);
    assert.deepEqual(advance(emptied.state, EVENTS['card-changed']).state.outcome, null);
  });

  it('tells why there is no token, and leaves the card as it is', () => {
    const { state } = advance(STATES.tokenizing, EVENTS['token-refused']);
    assert.equal(state.error, 'number-invalid');
    assert.deepEqual(state.card, TYPED);
  });

  it('takes an error back as soon as the card is changed, emptied or sent again', () => {
    for (const type of ['card-changed', 'cleared', 'tokenize-asked'] as const) {
      assert.equal(advance(STATES.editing, EVENTS[type]).state.error, null, type);
    }
  });

  it('forgets the spent token and keeps the outcome when the challenge is over', () => {
    const { state } = advance(STATES.challenging, EVENTS['challenge-ended']);
    assert.equal(state.token, null);
    assert.deepEqual(state.outcome, { status: 'returned' });
  });

  it('forgets card and token with a lost document', () => {
    const { state } = advance(STATES['awaiting-merchant'], EVENTS.lost);
    assert.deepEqual([state.card, state.token, state.error], [NO_CARD, null, 'tampered']);
  });

  it('starts from nothing whenever the document is opened', () => {
    for (const phase of PHASES.filter((each) => each !== 'challenging')) {
      assert.equal(advance(STATES[phase], EVENTS.opened).state, INITIAL_STATE, phase);
    }
  });

  it('goes on with the challenge when the document is opened anew', () => {
    const { state, effects } = advance(STATES.challenging, EVENTS.opened);
    assert.deepEqual([state, effects], [{ ...INITIAL_STATE, phase: 'challenging' }, []]);
  });

  it('takes a card that was typed during the challenge for another one, to be edited on', () => {
    const typed = advance({ ...STATES.challenging, frame: 'ready' }, EVENTS['card-changed']);
    assert.deepEqual([typed.state.card, typed.state.token], [TYPED, null]);
    const { state } = advance(typed.state, EVENTS['challenge-ended']);
    assert.deepEqual([state.phase, state.card], ['editing', TYPED]);
  });

  it('says nothing when the frame empties itself during the challenge', () => {
    assert.deepEqual(advance(STATES.challenging, { type: 'card-changed', card: NO_CARD }).effects, []);
  });

  it('goes on where the document is when the challenge ends', () => {
    const table = [['loading', 'loading'], ['ready', 'settled'], ['lost', 'failed']] as const;
    for (const [frame, phase] of table) {
      assert.equal(advance({ ...STATES.challenging, frame }, EVENTS['challenge-ended']).state.phase, phase, frame);
    }
  });

  it('hands on which call asks for a token, and for how many', () => {
    assert.deepEqual(advance(STATES.editing, EVENTS['tokenize-asked']).effects, [{ type: 'request-token', id: 'call-1', count: 2 }]);
  });

  it('keeps an error while only the focus moves, and announces nothing', () => {
    const before: PaymentState = { ...STATES.editing, card: TYPED };
    const { state, effects } = advance(before, { type: 'card-changed', card: { ...TYPED, focused: 'name' } });
    assert.deepEqual(state, { ...before, card: { ...TYPED, focused: 'name' } });
    assert.deepEqual(effects, []);
  });
});

interface Move {
  readonly before: PaymentState;
  readonly event: PaymentEvent;
  readonly step: Step;
}

const anyEvent = fc.oneof(
  ...EVENT_TYPES.map((type) => fc.constant<PaymentEvent>(EVENTS[type])),
  fc.constant<PaymentEvent>({ type: 'card-changed', card: NO_CARD }),
);
/** Mostly what can happen next, so that long payments come up; now and then anything. */
const anyWalk = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 4 }), anyEvent), { maxLength: 60 }).map((choices) => {
  const moves: Move[] = [];
  let before = INITIAL_STATE;
  for (const [pick, chance, other] of choices) {
    const possible = EVENT_TYPES.filter((type) => !ignores(before.phase, type));
    const type = possible[pick % possible.length];
    const event = chance === 0 || !type ? other : EVENTS[type];
    const step = advance(before, event);
    moves.push({ before, event, step });
    before = step.state;
  }
  return moves;
});
/** Every assertion here has a message: to make one up, node parses this file, for each of many tries to shrink a failure. */
const along = (check: (moves: readonly Move[]) => void) => {
  fc.assert(fc.property(anyWalk, check), { numRuns: 1000 });
};

describe('payment machine, random payments', () => {
  it('walks far enough to mean something', () => {
    const seen = new Set(fc.sample(anyWalk, 1000).flatMap((moves) => moves.map(({ step }) => step.state.phase)));
    assert.deepEqual([...seen].sort(), [...PHASES].sort());
  });

  it('holds a token only while the merchant or the issuer is asked', () => {
    along((moves) => {
      for (const { step } of moves) {
        if (step.state.token) assert.ok(['awaiting-merchant', 'challenging'].includes(step.state.phase), step.state.phase);
      }
    });
  });

  it('never has a new outcome without announcing it', () => {
    along((moves) => {
      for (const { before, step } of moves) {
        const isNew = step.state.outcome !== null && step.state.outcome !== before.outcome;
        assert.equal(isNew, step.effects.map(written).includes('!outcome'));
      }
    });
  });

  it('asks for a token exactly when it enters tokenizing', () => {
    along((moves) => {
      for (const { before, step } of moves) {
        const asked = step.effects.filter(({ type }) => type === 'request-token').length;
        assert.equal(asked, Number(before.phase !== 'tokenizing' && step.state.phase === 'tokenizing'));
      }
    });
  });

  it('never asks for a second token before the first call has ended', () => {
    const ends: readonly EventType[] = ['token-issued', 'token-refused', 'lost', 'opened', 'cleared'];
    along((moves) => {
      let isOpen = false;
      for (const { event, step } of moves) {
        if (isOpen && ends.includes(event.type)) isOpen = false;
        if (step.effects.some(({ type }) => type === 'request-token')) {
          assert.equal(isOpen, false);
          isOpen = true;
        }
      }
    });
  });

  it('opens and closes challenges in turn, and announces the outcome right after the close', () => {
    along((moves) => {
      let isOpen = false;
      for (const { step } of moves) {
        const effects = step.effects.map(written);
        if (effects.includes('!challenge-open')) {
          assert.deepEqual(effects, ['!challenge-open']);
          isOpen = true;
        }
        if (effects.includes('!challenge-close')) {
          assert.ok(isOpen, 'closed without having been opened');
          assert.deepEqual(effects, ['!challenge-close', '!outcome']);
          isOpen = false;
        }
      }
    });
  });

  it('announces only what the new state can tell', () => {
    along((moves) => {
      for (const { event, step } of moves) {
        const { state } = step;
        for (const effect of step.effects.map(written)) {
          if (effect === '!token') assert.ok(state.token, effect);
          if (effect === '!error') assert.ok(state.error, effect);
          if (effect === '!outcome') assert.ok(state.outcome, effect);
          if (effect === '!ready') assert.equal(state.frame, 'ready');
          if (effect === '!change') {
            assert.equal(state.card, event.type === 'card-changed' ? event.card : NO_CARD);
          }
        }
      }
    });
  });

  it('announces ready at most once for each document', () => {
    along((moves) => {
      let count = 0;
      for (const { event, step } of moves) {
        if (event.type === 'opened') count = 0;
        count += step.effects.filter((effect) => written(effect) === '!ready').length;
        assert.ok(count <= 1, 'ready twice');
      }
    });
  });

  it('changes neither the state nor the event that it is given', () => {
    along((moves) => {
      for (const { before, event } of moves) {
        const copies = structuredClone([before, event]);
        advance(before, event);
        assert.deepEqual([before, event], copies);
      }
    });
  });
});

describe('payment machine, ten thousand events', () => {
  /** As the code of 3-D Secure speaks: an outcome once for each attempt that has begun, now and then a stray one. */
  it('never has two results for an attempt, and never none', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 9 })), { minLength: 10_000, maxLength: 10_000 }), (choices) => {
        let state = INITIAL_STATE;
        let attempts = 0;
        let results = 0;
        for (const [pick, chance] of choices) {
          const possible = EVENT_TYPES.filter((type) => !ignores(state.phase, type));
          const types = chance === 0 ? EVENT_TYPES : possible;
          const event = EVENTS[types[pick % types.length] ?? 'opened'];
          const step = advance(state, event);
          const effects = step.effects.map(written);
          attempts += effects.filter((effect) => effect === '!challenge-open').length;
          results += effects.filter((effect) => effect === '!outcome').length;
          const isOpen = step.state.phase === 'challenging';
          assert.equal(attempts - results, Number(isOpen), `${event.type} in ${state.phase}`);
          state = step.state;
        }
        // whatever the walk led to, the end of what is under way is the one result that is missing
        const { effects } = advance(state, EVENTS['challenge-ended']);
        assert.equal(attempts - results, effects.map(written).filter((effect) => effect === '!outcome').length, 'the last one');
        assert.ok(attempts > 100, 'walked through challenges');
      }),
      { numRuns: 5 },
    );
  });
});
