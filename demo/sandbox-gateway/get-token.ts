/** The token endpoint: decrypts a card, checks its format, answers with JavaScript that calls the callback. */
import { constants, createDecipheriv, createHash, privateDecrypt } from 'node:crypto';
import { Hono } from 'hono';
import { delayOf, droppedAnswer, never, pause } from './faults.ts';
import { tokenExpiry } from './japan-time.ts';
import type { SandboxContext } from './sandbox-context.ts';
import { SCRIPT_HEADERS, type TokenKeys } from './token-script.ts';
import { issueTokens } from './tokens.ts';

/** Result codes of the token script, version 1. */
export const RESULT_CODES = {
  '000': 'a token was issued',
  '100': 'the card number is missing',
  '101': 'the card number has other characters than digits',
  '102': 'the card number has not 10 to 16 digits',
  '110': 'the expiry is missing',
  '111': 'the expiry has other characters than digits',
  '112': 'the expiry has neither 4 nor 6 digits',
  '113': 'the month of the expiry is 13 or more',
  '121': 'the security code has other characters than digits',
  '122': 'the security code has 5 digits or more',
  '131': 'the holder name has characters that are not allowed',
  '132': 'the holder name is longer than 50',
  '141': 'the number of tokens is not numeric',
  '142': 'the number of tokens is not 1 to 10',
  '160': 'the shop ID is missing',
  '161': 'the shop ID is longer than 13',
  '162': 'the shop ID is not alphanumeric',
  '200': 'the callback is missing',
  '201': 'the callback has characters that are not allowed',
  '501': 'the shop ID was not sent',
  '502': 'the shop ID is not registered',
  '511': 'the card was not sent',
  '512': 'the card cannot be decrypted',
  '521': 'the key was not sent',
  '522': 'the key cannot be decrypted',
  '531': 'the callback was not sent',
  '541': 'the seal is missing',
  '552': 'the seal is wrong',
} as const;

export type ResultCode = keyof typeof RESULT_CODES;

type Query = Readonly<Record<string, string>>;

/** The card as it came out of the envelope: lives for one request. */
export interface TypedCard {
  readonly number: string;
  readonly expire: string;
  readonly securityCode: string;
  readonly holderName: string;
  readonly tokenNumber: string;
}

type Rule = readonly [breaks: (card: TypedCard) => boolean, code: ResultCode];

/** In this order. The first that breaks is the answer of version 1. */
const CARD_RULES: readonly Rule[] = [
  [({ number }) => number === '', '100'],
  [({ number }) => !/^\d+$/.test(number), '101'],
  [({ number }) => !/^\d{10,16}$/.test(number), '102'],
  [({ expire }) => expire === '', '110'],
  [({ expire }) => !/^\d+$/.test(expire), '111'],
  [({ expire }) => !/^(?:\d{4}|\d{6})$/.test(expire), '112'],
  [({ expire }) => Number(expire.slice(-2)) > 12, '113'],
  [({ securityCode }) => !/^\d*$/.test(securityCode), '121'],
  [({ securityCode }) => securityCode.length > 4, '122'],
  [({ holderName }) => !/^[a-z0-9 ,./-]*$/i.test(holderName), '131'],
  [({ holderName }) => holderName.length > 50, '132'],
  [({ tokenNumber }) => !/^\d*$/.test(tokenNumber), '141'],
  [({ tokenNumber }) => tokenNumber !== '' && (Number(tokenNumber) < 1 || Number(tokenNumber) > 10), '142'],
];

/** The first broken rule of each value: number, expiry, security code, holder name, number of tokens. */
export function brokenRules(card: TypedCard): readonly ResultCode[] {
  const broken = new Map<string, ResultCode>();
  for (const [breaks, code] of CARD_RULES) if (!broken.has(code.slice(0, 2)) && breaks(card)) broken.set(code.slice(0, 2), code);
  return [...broken.values()];
}

/** `/ext/api/getToken` */
export function getTokenRoutes(context: SandboxContext, keys: TokenKeys): Hono {
  const { faults } = context;
  const routes = new Hono();
  routes.get('/ext/api/getToken', async (c) => {
    const fault = faults.get('getToken');
    if (fault === 'drop') return droppedAnswer(c);
    if (fault === 'silent') return never();
    if (fault === 'status-500') return c.body('', 500, SCRIPT_HEADERS);
    await pause(delayOf(fault), c.req.raw.signal);
    const query = c.req.query();
    const response = fault.startsWith('result:') ? { resultCode: fault.slice('result:'.length) } : tokenize(query, context, keys);
    // a name that is not a name must never be written into a script
    const callback = /^[\w.]+$/.test(query['callback'] ?? '') ? query['callback'] : '';
    return c.body(`${callback ?? ''}(${JSON.stringify(response)})`, 200, SCRIPT_HEADERS);
  });
  return routes;
}

function tokenize(query: Query, context: SandboxContext, { privateKey }: TokenKeys): object {
  const refused = faultOfQuery(query, context);
  if (refused) return { resultCode: refused };
  const key = attempt(() =>
    privateDecrypt({ key: privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }, decoded(query, 'key')),
  );
  if (key?.length !== 32) return { resultCode: '522' };
  const text = attempt(() => {
    const decipher = createDecipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16));
    return Buffer.concat([decipher.update(decoded(query, 'encrypted')), decipher.final()]).toString('utf8');
  });
  const card = text === null ? null : parseCard(text);
  if (!card) return { resultCode: '512' };
  const [broken] = brokenRules(card);
  if (broken) return { resultCode: broken };

  const isSecurityCodeSet = card.securityCode !== '';
  const held = context.store.holdCard(card.number, card.expire, card.holderName);
  const { tokens, expiresAt } = issueTokens(held, isSecurityCodeSet, Number(card.tokenNumber || '1'), context);
  return {
    resultCode: '000',
    tokenObject: {
      token: tokens.length === 1 ? tokens[0] : tokens,
      toBeExpiredAt: tokenExpiry(expiresAt),
      maskedCardNo: held.masked,
      isSecurityCodeSet,
    },
  };
}

function faultOfQuery(query: Query, { shopId }: SandboxContext): ResultCode | null {
  const { publicKey, callback, encrypted, key, seal } = query;
  if (callback === undefined) return '531';
  if (callback === '') return '200';
  if (!/^[\w.]+$/.test(callback)) return '201';
  if (publicKey === undefined) return '501';
  if (publicKey === '') return '160';
  if (publicKey.length > 13) return '161';
  if (!/^[a-z0-9]+$/i.test(publicKey)) return '162';
  if (publicKey !== shopId) return '502';
  if (!key) return '521';
  if (!encrypted) return '511';
  if (!seal) return '541';
  const expected = createHash('sha256').update([publicKey, key, encrypted, callback].join('|')).digest('hex');
  return seal === expected ? null : '552';
}

/** The holder name may hold a stray separator: it is the part that is checked for characters. */
function parseCard(text: string): TypedCard | null {
  const parts = text.split('|');
  if (parts.length < 5) return null;
  const [number = '', expire = '', securityCode = ''] = parts;
  return { number, expire, securityCode, holderName: parts.slice(3, -1).join('|'), tokenNumber: parts.at(-1) ?? '' };
}

const decoded = (query: Query, name: string): Buffer => Buffer.from(query[name] ?? '', 'base64url');

/** What it returns, or null when it throws. */
export function attempt<Value>(run: () => Value): Value | null {
  try {
    return run();
  } catch {
    return null;
  }
}
