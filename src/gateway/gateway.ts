/** What a payment gateway's adapter must do. One contract suite (test/support/gateway-contract.ts) holds all of them to it. */
import type { MonthOfYear } from '../card/verification.js';
import type { ErrorCode } from '../errors.js';

export type Environment = 'live' | 'test';

/** A card as typed, normalised. It exists in the hosted realm only, for the length of one call. */
export interface CardDetails {
  /** PAN, digits only. */
  readonly number: string;
  readonly expiry: MonthOfYear;
  /** Security code, digits only; empty when the shop does not ask for it. */
  readonly cvc: string;
  /** Half-width Latin capitals; empty when the shop does not ask for it. */
  readonly cardholderName: string;
}

/** What the gateway gives for a card. */
export interface IssuedToken {
  /** At least one; as many as asked for. */
  readonly tokens: readonly string[];
  /** As the gateway masks it, e.g. asterisks and the last three digits. */
  readonly maskedNumber: string;
  /** As the gateway writes it (GMO: `yyyy-MM-dd-HH-mm-ss`, zone not stated). Show it; do not compute with it. */
  readonly expiresAt: string;
  readonly securityCodeSet: boolean;
}

/** Why there is no token. */
export interface Refusal {
  readonly code: ErrorCode;
}

export interface TokenizeOptions {
  /** How many tokens to issue, 1–10. Each can be used once. */
  readonly count: number;
  readonly signal: AbortSignal;
}

/** Exchanges a card for one-time tokens. Never repeats a token call by itself. */
export interface Gateway {
  /** Starts loading what the first tokenize() needs. A failure is kept quiet here and told by tokenize(). */
  prepare(): void;
  /** A refusal, silence or a broken line is a result, not an exception. */
  tokenize(card: CardDetails, options: TokenizeOptions): Promise<IssuedToken | Refusal>;
}

/** What the page's attributes say of the gateway. */
export interface GatewayChoice {
  readonly provider: string;
  readonly environment: Environment;
  readonly shopId: string;
  /** Token v2 has two keys instead of a shop's ID. */
  readonly apiKey: string;
  readonly publicKey: string;
  /** The gateway's script may send a fingerprint of the device. */
  readonly sendFingerprint: boolean;
}

/** What an adapter's script gives to the hosted document. */
export type CreateGateway = (choice: GatewayChoice) => Gateway;
