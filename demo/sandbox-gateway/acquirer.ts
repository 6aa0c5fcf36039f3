/** What the acquirer and the card network would say: of a card, and of a payment. */
import { randomInt } from 'node:crypto';

/** One acquirer answers for every card: the number in public recordings of answers for 4111…1111. */
export const FORWARD = '2a99662';

/** What a shop is told of a card beside its mask. */
export type Brand = 'VISA' | 'MASTER' | 'JCB' | 'AMEX' | 'DINERS' | '';

const BRANDS: readonly (readonly [begins: RegExp, brand: Brand])[] = [
  [/^4/, 'VISA'],
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, 'MASTER'],
  [/^35(?:2[89]|[3-8])/, 'JCB'],
  [/^3[47]/, 'AMEX'],
  [/^3(?:0[0-5]|[689])/, 'DINERS'],
];

/** `brandOf('3528000000000106')` is `JCB`. */
export const brandOf = (number: string): Brand => BRANDS.find(([begins]) => begins.test(number))?.[1] ?? '';

const digits = (count: number): string => Array.from({ length: count }, () => String(randomInt(10))).join('');

/** Approve: seven characters, of which the first is a blank now and then, so that nobody trims it. */
export const approvalNumber = (): string => `${randomInt(4) === 0 ? ' ' : String(randomInt(10))}${digits(6)}`;

/** TranID: 28 digits, YYMMDDHHmm of the TranDate and 18 of the network's own. */
export const transactionNumber = (tranDate: string): string => `${tranDate.slice(2, 12)}${digits(18)}`;
