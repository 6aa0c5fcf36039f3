/**
 * Which card does what. The 3-D Secure numbers are the public ones of GPayments' TestLabs; the error numbers are those of public
 * lists of GMO's test cards. Rows marked "ours" are the sandbox's own, because no public list has them. None is a real card.
 */
import { authorisationError, type AuthorisationError } from './error-codes.ts';

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

const BY_NUMBER = new Map(NUMBERS.map(([number, authentication, decline = null]) => [number, { authentication, decline }]));

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
  return { authentication: 'frictionless', decline };
}
