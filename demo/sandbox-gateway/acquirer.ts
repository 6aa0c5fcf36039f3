/** Numbers that the acquirer and the card network would give. */
import { randomInt } from 'node:crypto';

/** One acquirer answers for every card: the number in public recordings of answers for 4111…1111. */
export const FORWARD = '2a99662';

const digits = (count: number): string => Array.from({ length: count }, () => String(randomInt(10))).join('');

/** Approve: seven characters, of which the first is a blank now and then, so that nobody trims it. */
export const approvalNumber = (): string => `${randomInt(4) === 0 ? ' ' : String(randomInt(10))}${digits(6)}`;

/** TranID: 28 digits, YYMMDDHHmm of the TranDate and 18 of the network's own. */
export const transactionNumber = (tranDate: string): string => `${tranDate.slice(2, 12)}${digits(18)}`;
