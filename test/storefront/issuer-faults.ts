/** An issuer that misbehaves, and a page that counts what a challenge leaves behind. All on one checkout page: nothing is paid. */
import { randomBytes } from 'node:crypto';
import type { ChallengeFaultValues } from '../../demo/sandbox-gateway/faults.ts';
import type { ChallengeOutcome } from '../../src/three-ds/challenge.js';
import type { ChallengeShopper } from './challenge-shopper.ts';
import type { Ground } from './ground.ts';

export interface IssuerFault {
  readonly name: string;
  readonly faults: Partial<ChallengeFaultValues>;
  /** What the shopper does: types the password, approves in the app, or waits. */
  readonly shopper: 'answers' | 'approves' | 'waits';
  readonly status: 'returned' | 'expired';
}

const C = { transStatus: 'C' } as const;

export const ISSUER_FAULTS: readonly IssuerFault[] = [
  ...(['Y', 'A', 'N', 'U', 'R'] as const).map(
    (transStatus) => ({ name: `says ${transStatus} at once`, faults: { transStatus }, shopper: 'waits', status: 'returned' }) as const,
  ),
  ...(['Y', 'A', 'N', 'U', 'R'] as const).map(
    (challengeResult) =>
      ({ name: `asks, and says ${challengeResult}`, faults: { ...C, challengeResult }, shopper: 'answers', status: 'returned' }) as const,
  ),
  { name: 'sends the password at once', faults: { ...C, challengeForm: 'otp:0' }, shopper: 'answers', status: 'returned' },
  { name: 'sends the password late', faults: { ...C, challengeForm: 'otp:1000' }, shopper: 'answers', status: 'returned' },
  { name: 'sends the password after five minutes', faults: { ...C, challengeForm: 'otp:300000' }, shopper: 'waits', status: 'expired' },
  { name: 'asks in its app', faults: { ...C, challengeForm: 'app' }, shopper: 'approves', status: 'returned' },
  { name: 'is approved in its app by itself', faults: { ...C, challengeForm: 'app:500' }, shopper: 'waits', status: 'returned' },
  { name: 'begins slowly', faults: { ...C, challengePage: 'slow:1000' }, shopper: 'answers', status: 'returned' },
  { name: 'never shows a page', faults: { ...C, challengePage: 'silent' }, shopper: 'waits', status: 'expired' },
  { name: 'closes the connection', faults: { ...C, challengePage: 'close' }, shopper: 'waits', status: 'expired' },
  { name: 'breaks off in the middle', faults: { ...C, challengePage: 'drop' }, shopper: 'waits', status: 'expired' },
  { name: 'answers 500', faults: { ...C, challengePage: 'status-500' }, shopper: 'waits', status: 'expired' },
  { name: 'refuses to be framed', faults: { ...C, challengePage: 'no-framing' }, shopper: 'waits', status: 'expired' },
  { name: 'never answers after the password', faults: { ...C, challengeAnswer: 'silent' }, shopper: 'answers', status: 'expired' },
  { name: 'closes the connection after the password', faults: { ...C, challengeAnswer: 'close' }, shopper: 'answers', status: 'expired' },
  { name: 'answers 500 after the password', faults: { ...C, challengeAnswer: 'status-500' }, shopper: 'answers', status: 'expired' },
  { name: 'sends the shopper back twice', faults: { ...C, returning: 'twice' }, shopper: 'answers', status: 'returned' },
  { name: 'has a 3DS server that never answers', faults: { ...C, redirectPage: 'silent' }, shopper: 'waits', status: 'expired' },
  { name: 'has a 3DS server that refuses to be framed', faults: { ...C, redirectPage: 'no-framing' }, shopper: 'waits', status: 'expired' },
];

/** What is running in the page, by kind. */
export interface Ledger {
  readonly timers: number;
  readonly listeners: number;
  readonly surfaces: number;
  readonly remembered: boolean;
}

/** From here on the page counts its timers, and what listens on its window and document. */
export async function keepLedger({ session }: ChallengeShopper): Promise<void> {
  await session.run(`(() => {
    const timers = new Map();
    const listeners = new Set();
    const { setTimeout, clearTimeout, setInterval, clearInterval } = window;
    window.setTimeout = (run, delay, ...values) => {
      const timer = setTimeout(() => { timers.delete(timer); run(...values); }, delay);
      timers.set(timer, { run, delay });
      return timer;
    };
    window.setInterval = (run, delay, ...values) => {
      const timer = setInterval(run, delay, ...values);
      timers.set(timer, { run, delay: 0 });
      return timer;
    };
    window.clearTimeout = (timer) => { timers.delete(timer); clearTimeout(timer); };
    window.clearInterval = (timer) => { timers.delete(timer); clearInterval(timer); };
    const { addEventListener, removeEventListener } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (type, listener, options) {
      if (this === window || this === document) {
        const entry = { target: this, type, listener };
        listeners.add(entry);
        addEventListener.call(options?.signal ?? new EventTarget(), 'abort', () => listeners.delete(entry));
      }
      return addEventListener.call(this, type, listener, options);
    };
    EventTarget.prototype.removeEventListener = function (type, listener, options) {
      for (const entry of listeners) {
        if (entry.target === this && entry.type === type && entry.listener === listener) listeners.delete(entry);
      }
      return removeEventListener.call(this, type, listener, options);
    };
    // so that nobody has to wait for it: the longest deadline is the attempt's own
    window.expire = () => {
      for (const [timer, { run, delay }] of timers) if (delay > 60000) { window.clearTimeout(timer); run(); }
    };
    window.ledger = () => ({
      timers: timers.size,
      listeners: listeners.size,
      surfaces: document.querySelector('shoji-card').shadowRoot.querySelectorAll('div[exportparts]').length,
      remembered: sessionStorage.getItem('shoji-attempt') !== null,
    });
  })()`);
}

export const ledger = ({ session }: ChallengeShopper): Promise<Ledger> => session.run<Ledger>('ledger()');

/** Pays with a card that nobody typed, and shows the challenge: the page stays when that is over. */
export async function challenge({ session }: ChallengeShopper, ground: Ground): Promise<void> {
  const { store } = ground.demo.sandbox;
  const token = randomBytes(32).toString('hex');
  const card = store.holdCard('4100000000000100', '3012', 'HANAKO YAMADA');
  store.tokens.set(token, { card, expiresAt: new Date(8.64e15), isSecurityCodeSet: true, state: 'ready' });
  await session.run(`(async () => {
    const body = new URLSearchParams(new FormData(document.querySelector('form[action="/checkout/pay"]')));
    body.set('token', '${token}');
    const answer = await (await fetch('/checkout/pay', { method: 'POST', headers: { Accept: 'application/json' }, body })).json();
    window.outcomes = [];
    document.querySelector('shoji-card').authenticate(answer.redirectUrl, { accessId: answer.accessId })
      .then((outcome) => outcomes.push(outcome));
  })()`);
}

export const outcomes = ({ session }: ChallengeShopper) => session.run<ChallengeOutcome[]>('outcomes');

/** The attempt's deadline is over. */
export const expire = ({ session }: ChallengeShopper) => session.run('void expire()');

/** The issuer knows how it ended. */
export const isDecided = (ground: Ground): boolean => Boolean(ground.transactions.at(-1)?.session?.transStatus);

/** On the console page, as the shopper would in the app. */
export function approve(ground: Ground): boolean {
  const session = ground.transactions.at(-1)?.session;
  if (!session?.challengedAt) return false;
  session.approval = 'approved';
  return true;
}
