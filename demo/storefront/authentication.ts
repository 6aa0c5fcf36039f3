/** What a shop makes of an authentication's outcome when it decides itself (CallbackType 2). Pure. */
import type { Failure } from './gateway.ts';

/** EMV 3DS Transaction Status: authenticated, attempted, challenge wanted, not authenticated, unavailable, rejected. */
export type TransStatus = 'Y' | 'A' | 'C' | 'N' | 'U' | 'R';

export const isTransStatus = (text: unknown): text is TransStatus => typeof text === 'string' && /^[YACNUR]$/.test(text);

export type Decision = 'settle' | 'challenge' | Failure;

/**
 * Y and A carry the liability shift, so the card may be charged; whether an attempt (A) is enough is the shop's own choice. N
 * and R must not be charged. Nor may U, in Japan: authentication has been obligatory for web shops since the end of March 2025.
 * @example decide('R', true) // 'rejected'
 */
export function decide(transStatus: TransStatus, acceptsAttempts: boolean): Decision {
  switch (transStatus) {
    case 'Y':
      return 'settle';
    case 'A':
      return acceptsAttempts ? 'settle' : 'authentication';
    case 'C':
      return 'challenge';
    case 'N':
      return 'authentication';
    case 'U':
      return 'authentication-unavailable';
    case 'R':
      return 'rejected';
  }
}
