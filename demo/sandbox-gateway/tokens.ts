/** One-time tokens: issued for a card, spent by one call. */
import { randomBytes } from 'node:crypto';
import { Refusal, type ErrInfo } from './error-codes.ts';
import type { SandboxContext } from './sandbox-context.ts';
import type { HeldCard, Token, TokenState } from './store.ts';

/** Half an hour. */
const LIFETIME = 30 * 60_000;

export interface IssuedTokens {
  readonly tokens: readonly string[];
  readonly expiresAt: Date;
}

/** As version 1 makes them: 64 hexadecimal digits. */
const hexadecimalToken = (): string => randomBytes(32).toString('hex');

/** As version 2 makes them: 64 characters of base64. All have `+` and `/`, so that a shop is found out that posts them as they are. */
export function base64Token(): string {
  for (;;) {
    const token = randomBytes(48).toString('base64');
    if (token.includes('+') && token.includes('/')) return token;
  }
}

/** Tokens for one card, each good for one call. */
export function issueTokens(
  card: HeldCard,
  isSecurityCodeSet: boolean,
  count: number,
  context: SandboxContext,
  makeToken = hexadecimalToken,
): IssuedTokens {
  const { store, faults, now } = context;
  const fault = faults.get('issuedTokens');
  const expiresAt = new Date(now().getTime() + LIFETIME);
  const tokens = Array.from({ length: count }, makeToken);
  for (const token of tokens) {
    store.tokens.set(token, { card, expiresAt, isSecurityCodeSet, state: fault === 'ok' ? 'ready' : fault });
  }
  return { tokens, expiresAt };
}

const REFUSALS: Readonly<Record<Exclude<TokenState, 'ready'>, ErrInfo>> = {
  spent: 'EX1000302',
  expired: 'EX1000303',
  malformed: 'EX1000304',
};

/** The card of a token, which is worth nothing afterwards, whatever becomes of the call. */
export function spendToken(text: string, context: SandboxContext): HeldCard {
  const token = readyToken(text, context);
  token.state = 'spent';
  return token.card;
}

/** The card of a token that is good for a call yet; looking spends nothing. */
export const cardOfToken = (text: string, context: SandboxContext): HeldCard => readyToken(text, context).card;

function readyToken(text: string, { store, now }: SandboxContext): Token {
  if (!/^[0-9a-z+/]{64}$/i.test(text)) throw new Refusal('EX1000304');
  const token = store.tokens.get(text);
  if (!token) throw new Refusal('EX1000301');
  if (token.state === 'ready' && now() >= token.expiresAt) token.state = 'expired';
  if (token.state !== 'ready') throw new Refusal(REFUSALS[token.state]);
  return token;
}
