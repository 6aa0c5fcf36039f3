/**
 * One attempt to authenticate the shopper, as the tab remembers it while the browser is elsewhere: what is needed to go on, and never
 * anything of the card. What is read back was within reach of every script of the page, so it is checked like a stranger's.
 */
import { challengeAddress, type ChallengeOptions, type Presentation } from './challenge.js';

export interface Attempt {
  readonly id: string;
  /** How the challenge was shown last; resuming shows it so again. */
  readonly phase: Presentation;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly deadline: number;
  readonly redirectUrl: string;
  readonly returnUrl?: string;
  readonly accessId?: string;
}

/** Our choice: longer than issuers wait for a password, shorter than the life of GMO's tokens (30 minutes). */
const LIFETIME = 600_000;
/** Timers cannot wait longer (HTML, "timers": a signed 32-bit number of milliseconds). */
const LONGEST = 2_147_483_647;

/** GMO: a system-assigned identifier of letters and digits; the length is ours, with room. */
const ACCESS_ID = /^[\w-]{1,64}$/;

/**
 * @param id - unguessable
 * @param now - milliseconds since 1970
 * @param page - where relative addresses start
 */
export function newAttempt(redirectUrl: string, options: ChallengeOptions, id: string, now: number, page: string): Attempt {
  const returnUrl = options.returnUrl === undefined ? null : addressFrom(options.returnUrl, page);
  const accessId = readAccessId(options.accessId ?? returnUrl?.searchParams.get('AccessID'));
  return {
    id,
    phase: options.presentation === 'dialog' ? 'dialog' : 'redirect',
    startedAt: now,
    deadline: now + Math.min(Math.max(options.deadline ?? LIFETIME, 0), LONGEST),
    redirectUrl,
    ...(returnUrl && { returnUrl: returnUrl.href }),
    ...(accessId !== null && { accessId }),
  };
}

/** @returns null for anything that is not an attempt of ours */
export function parseAttempt(text: string | null): Attempt | null {
  try {
    const { id, phase, startedAt, deadline, redirectUrl, returnUrl, accessId } = JSON.parse(text ?? '') as Record<string, unknown>;
    if (typeof id !== 'string' || !ACCESS_ID.test(id)) return null;
    if (!isTime(startedAt) || !isTime(deadline) || deadline - startedAt > LONGEST) return null;
    const address = challengeAddress(String(redirectUrl));
    if (!address) return null;
    const next = typeof returnUrl === 'string' ? challengeAddress(returnUrl) : null;
    const access = readAccessId(accessId);
    return {
      id,
      phase: phase === 'dialog' ? 'dialog' : 'redirect',
      startedAt,
      deadline,
      redirectUrl: address.href,
      ...(next && { returnUrl: next.href }),
      ...(access !== null && { accessId: access }),
    };
  } catch {
    return null;
  }
}

/** @returns null when it is none */
export const readAccessId = (value: unknown): string | null => (typeof value === 'string' && ACCESS_ID.test(value) ? value : null);

const isTime = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0;

function addressFrom(text: string, page: string): URL | null {
  try {
    return challengeAddress(new URL(text, page).href);
  } catch {
    return null;
  }
}
