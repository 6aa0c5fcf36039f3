/**
 * The closed set of messages between the page and the wrapper document in which a challenge runs (hosted/challenge.html). They say
 * where the challenge is and whether something was shown; how it ended is said by nobody here, because everything in a browser can be
 * forged.
 */
import { isExactly, isGuarded, isText, type Guard, type Guards } from './shape.js';

export interface ChallengeInit {
  readonly type: 'challenge';
  /** RedirectUrl of ExecTran. */
  readonly address: string;
  /** Accessible name of the issuer's frame, in the shopper's language. */
  readonly title: string;
}

export type ChallengeMessage =
  /** The wrapper is there and has begun. */
  | { readonly type: 'ready' }
  /** The issuer's frame loaded a document: one of many on its way, or an error page. Nobody can tell from outside. */
  | { readonly type: 'loaded' }
  /** The wrapper's own policy refused the address. */
  | { readonly type: 'blocked' };

/** Anything but http(s) would run as script in the wrapper's origin. */
const isAddress: Guard = (value) => isText(value, 4000) && /^https?:\/\//.test(value);

const INIT_GUARDS: Readonly<Record<keyof ChallengeInit, Guard>> = {
  type: (type) => type === 'challenge',
  address: isAddress,
  title: (title) => isText(title, 200),
};

/** The first message and the only one of the page. */
export const isChallengeInit = (value: unknown): value is ChallengeInit => isExactly(value, INIT_GUARDS);

const GUARDS: Readonly<Record<ChallengeMessage['type'], Guards>> = {
  ready: {},
  loaded: {},
  blocked: {},
};

/** Is this something that the page believes of the wrapper? */
export const isChallengeMessage = (value: unknown): value is ChallengeMessage => isGuarded(value, GUARDS);
