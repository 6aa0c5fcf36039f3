/**
 * Which card does what. The 3-D Secure numbers are the public ones of GPayments' TestLabs; the error numbers are those of public
 * lists of GMO's test cards. Rows marked "ours" are the sandbox's own, because no public list has them. None is a real card.
 * What a card can ask for, an amount can ask for too.
 */
import { authorisationError, type AuthorisationError } from './error-codes.ts';
import type { ChallengeFaultValues } from './faults.ts';
import type { TransStatus } from './store.ts';
import { TRANS_STATUS_REASONS, type TransStatusReason } from './trans-status-reasons.ts';

/** How the issuer behaves when a payment with the card asks for 3-D Secure 2. */
export type Authentication =
  | 'frictionless'
  | 'frictionless-after-method'
  | 'challenge'
  | 'attempt'
  | 'not-enrolled'
  | 'failed'
  | 'unavailable'
  | 'rejected'
  | 'cannot-start';

/** All that is kept of what a card number means. */
export interface CardBehaviour {
  readonly authentication: Authentication;
  /** What the issuer answers when asked to authorise; null approves. */
  readonly decline: AuthorisationError | null;
  /** What goes wrong in the challenge. */
  readonly faults: Partial<ChallengeFaultValues>;
}

const NUMBERS: readonly (readonly [number: string, authentication: Authentication, decline?: AuthorisationError])[] = [
  ['4100000000000100', 'frictionless'],
  ['5100000000000107', 'frictionless'],
  ['3528000000000106', 'frictionless'],
  ['340000000000108', 'frictionless'],
  ['4100000000005000', 'challenge'],
  ['5100000000005007', 'challenge'],
  ['3528000000005006', 'challenge'],
  ['4100000000100009', 'attempt'],
  ['5100000000100006', 'attempt'],
  ['4100000000200007', 'not-enrolled'],
  ['4100000000300005', 'failed'],
  ['5100000000300002', 'failed'],
  ['3528000000300001', 'failed'],
  ['4100000000400003', 'unavailable'],
  ['4100000000500000', 'rejected'],
  ['5100000000500007', 'rejected'],
  ['3528000000500006', 'rejected'],
  ['4100000000600008', 'frictionless-after-method'],
  ['4100000000700006', 'cannot-start'], // ours
  ['4100000000005018', 'challenge', '42G120000'], // ours: refused after a successful challenge
  ['4100000000005026', 'challenge', '42G020000'], // ours: balance too low after a successful challenge
];

/** Ours: the challenge goes wrong, or takes long. By card number, and by the amount with its tax. */
const CHALLENGES: readonly (readonly [number: string, amount: number, faults: Partial<ChallengeFaultValues>])[] = [
  ['4100000000005034', 916001, { challengePage: 'silent' }],
  ['4100000000005042', 916002, { challengePage: 'close' }],
  ['4100000000005059', 916003, { challengePage: 'status-500' }],
  ['4100000000005067', 916004, { challengePage: 'no-framing' }],
  ['4100000000005075', 916005, { challengePage: 'slow:5000' }],
  ['4100000000005083', 916006, { challengeForm: 'otp:30000' }],
  ['4100000000005091', 916007, { challengeForm: 'app' }],
  ['4100000000005109', 916008, { challengeForm: 'app:5000' }],
  ['4100000000005117', 916009, { returning: 'twice' }],
  ['4100000000005125', 916010, { challengeAnswer: 'silent' }],
  ['4100000000005133', 916011, { challengeAnswer: 'close' }],
  ['4100000000005141', 916012, { challengeAnswer: 'status-500' }],
  ['4100000000005158', 916013, { challengeResult: 'U' }],
  ['4100000000005166', 916014, { challengeResult: 'R' }],
  ['4100000000005174', 916015, { challengeResult: 'A' }],
  ['4100000000005182', 916016, { challengeResult: 'N', transStatusReason: '04' }],
  ['4100000000005190', 916017, { challengePage: 'drop' }],
  ['4100000000005208', 916018, { redirectPage: 'no-framing' }],
  ['4100000000005216', 916019, { redirectPage: 'silent' }],
];

const BY_NUMBER = new Map<string, CardBehaviour>([
  ...NUMBERS.map(([number, authentication, decline = null]) => [number, { authentication, decline, faults: {} }] as const),
  ...CHALLENGES.map(([number, , faults]) => [number, { authentication: 'challenge', decline: null, faults }] as const),
]);

const BY_AMOUNT = new Map(CHALLENGES.map(([, amount, faults]) => [amount, { transStatus: 'C', ...faults } as const]));

/** 910000 is Y, 915000 a challenge; 911 N, 912 U, 913 R, 914 A, 917 a challenge and then N: the reason at the end, or 000. */
const OUTCOMES: Readonly<Record<string, TransStatus | 'C'>> = { 911: 'N', 912: 'U', 913: 'R', 914: 'A' };

/** What an amount asks for: `faultsOfAmount(913011)` is rejected for suspected fraud. */
export function faultsOfAmount(amount: number): Partial<ChallengeFaultValues> {
  const known = BY_AMOUNT.get(amount);
  if (known) return known;
  if (amount === 910000) return { transStatus: 'Y' };
  if (amount === 915000) return { transStatus: 'C' };
  const [, group = '', ending = ''] = /^(91\d)0(\d\d)$/.exec(String(amount)) ?? [];
  const isReason = TRANS_STATUS_REASONS.has(ending as TransStatusReason);
  if (!isReason && ending !== '00') return {};
  const reason = isReason ? { transStatusReason: ending as TransStatusReason } : {};
  if (group === '917') return { transStatus: 'C', challengeResult: 'N', ...reason };
  const transStatus = OUTCOMES[group];
  return transStatus ? { transStatus, ...reason } : {};
}

/** What a card number does. A number in no table is authenticated without friction and approved. */
export function behaviourOf(number: string): CardBehaviour {
  const known = BY_NUMBER.get(number);
  if (known) return known;
  const ending = number.slice(-2);
  const decline = /^49990{10}\d\d$/.test(number)
    ? authorisationError('G', ending)
    : /^59990{10}\d\d$/.test(number)
      ? authorisationError('C', ending)
      : null;
  return { authentication: 'frictionless', decline, faults: {} };
}
