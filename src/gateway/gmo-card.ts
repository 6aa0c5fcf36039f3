/** A card as both of GMO's token scripts want it. */
import type { CardDetails } from './gateway.js';

export interface GmoCard {
  readonly cardno: string;
  /** YYMM. */
  readonly expire: string;
  readonly securitycode: string;
  readonly holdername: string;
  readonly tokennumber: string;
}

export function toGmoCard({ number, expiry, cvc, cardholderName }: CardDetails, count: number): GmoCard {
  const two = (value: number) => String(value % 100).padStart(2, '0');
  return {
    cardno: number,
    expire: two(expiry.year) + two(expiry.month),
    securitycode: cvc,
    holdername: cardholderName,
    tokennumber: String(count),
  };
}
