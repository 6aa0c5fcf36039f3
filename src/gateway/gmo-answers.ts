/** What GMO's token scripts answer, whichever the version: result codes, and the shapes around them. */
import { isErrorCode, type ErrorCode } from '../errors.js';
import type { IssuedToken, Refusal } from './gateway.js';

/** Codes that a shopper can mend belong to one field; 901 and 902 are the gateway's own trouble; the rest is the shop's set-up. */
const RESULTS: Readonly<Record<string, ErrorCode>> = {
  '100': 'number-missing',
  '101': 'number-invalid',
  '102': 'number-invalid',
  '110': 'expiry-missing',
  '111': 'expiry-invalid',
  '112': 'expiry-invalid',
  '113': 'expiry-month',
  '121': 'cvc-invalid',
  '122': 'cvc-invalid',
  '131': 'name-characters',
  '132': 'name-too-long',
  '901': 'gateway-internal',
  '902': 'gateway-busy',
};

export const refusal = (code: ErrorCode): Refusal => ({ code });

/** `resultCode` has been seen as text, number and array, `token` as text and array. */
export function fromLegacyAnswer(answer: unknown): IssuedToken | Refusal {
  const { resultCode, tokenObject } = shape(answer);
  const code = toErrorCode(first(resultCode));
  if (code !== null) return refusal(code);
  const { token, maskedCardNo, toBeExpiredAt, isSecurityCodeSet } = shape(tokenObject);
  return issued(token, maskedCardNo, toBeExpiredAt, isSecurityCodeSet);
}

/** Token v2 has a shape of its own besides the one that it shares with v1. Of a list of errors the first that is known counts. */
export function fromV2Answer(answer: unknown): IssuedToken | Refusal {
  const { result, tokenList, maskedCardNumber, tokenExpiryDate, isSecurityCodeSet, errorList } = shape(answer);
  if (result === undefined) return fromLegacyAnswer(answer);
  if (result === 'success') return issued(tokenList, maskedCardNumber, tokenExpiryDate, isSecurityCodeSet);
  const codes = Object.values(shape(errorList)).map((error) => toErrorCode(shape(error)['legacyCode']));
  return refusal(codes.find((code) => code !== null && code !== 'gateway-answer') ?? 'gateway-answer');
}

/** @returns null for success */
export function toErrorCode(result: unknown): ErrorCode | null {
  const digits = text(result);
  if (!/^\d{1,3}$/.test(digits)) return 'gateway-answer'; // an empty text is no success
  const code = digits.padStart(3, '0');
  const setup = `gmo-${code}`;
  return code === '000' ? null : (RESULTS[code] ?? (isErrorCode(setup) ? setup : 'gateway-answer'));
}

function issued(token: unknown, masked: unknown, expiresAt: unknown, securityCode: unknown): IssuedToken | Refusal {
  const tokens = [token].flat().filter((each): each is string => typeof each === 'string' && each !== '');
  if (!tokens.length) return refusal('gateway-answer');
  return {
    tokens,
    maskedNumber: text(masked),
    expiresAt: text(expiresAt),
    securityCodeSet: securityCode === true || securityCode === 'true',
  };
}

/** Junk is no text: it could even refuse to be made into one. */
const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);
export const shape = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
