/** Why an authentication ended as it did (EMV 3DS: Transaction Status Reason), as GMO answers it in Tds2TransResultReason. */
import type { TransStatus } from './store.ts';

export type TransStatusReason = (typeof REASONS)[number][0];

const REASONS = [
  ['01', 'card authentication failed'],
  ['02', 'unknown device'],
  ['03', 'unsupported device'],
  ['04', 'too many authentications'],
  ['05', 'expired card'],
  ['06', 'invalid card number'],
  ['07', 'invalid transaction'],
  ['08', 'no card record'],
  ['09', 'security failure'],
  ['10', 'stolen card'],
  ['11', 'suspected fraud'],
  ['12', 'transaction not permitted to the cardholder'],
  ['13', 'cardholder not enrolled'],
  ['14', 'timed out at the issuer'],
  ['15', 'low confidence'],
  ['16', 'medium confidence'],
  ['17', 'high confidence'],
  ['18', 'very high confidence'],
  ['19', 'most challenges of the issuer used up'],
  ['20', 'non-payment not supported'],
  ['21', 'merchant-initiated request not supported'],
  ['22', 'technical problem of the issuer'],
  ['26', 'attempted, but not performed'],
  ['80', 'another reason'],
] as const;

export const TRANS_STATUS_REASONS: ReadonlyMap<TransStatusReason, string> = new Map(REASONS);

/** The reason of an outcome that nothing asked to have another. A success has none. */
export const USUAL_REASON: Readonly<Record<TransStatus, TransStatusReason | ''>> = {
  Y: '',
  A: '26',
  N: '01',
  U: '22',
  R: '11',
};
