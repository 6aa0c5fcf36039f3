/** `/payment/CreateToken.json`: tokens of version 2, for the token script and for any client that has the shop's public key. */
import { constants, privateDecrypt } from 'node:crypto';
import { Hono } from 'hono';
import { delayOf, droppedAnswer, never, pause } from './faults.ts';
import { attempt, brokenRules, RESULT_CODES, type ResultCode, type TypedCard } from './get-token.ts';
import { tokenExpiry } from './japan-time.ts';
import type { SandboxContext } from './sandbox-context.ts';
import type { TokenKeys } from './token-script.ts';
import { base64Token, issueTokens } from './tokens.ts';

/** Beside those of version 1: what can be wrong before there is a card. */
const CODES: Readonly<Record<string, string>> = {
  ...RESULT_CODES,
  '150': 'encryptedData is missing',
  '190': 'encryptedData cannot be decrypted: it is not under the public key of the shop',
  '191': 'encryptedData is no JSON',
  '551': 'the API key was not sent',
  '552': 'the API key is not valid',
  '701': 'card is missing in encryptedData',
};

/** Any page may ask, one with an opaque origin, too. */
const OPEN = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': 'content-type',
  'Access-Control-Max-Age': '600',
  'Cache-Control': 'no-store',
};

interface Failure {
  readonly result: 'validation_error';
  readonly errorList: readonly { readonly title: string; readonly field?: string; readonly detail: string; readonly legacyCode: string }[];
}

const failure = (code: string, fields: readonly (string | undefined)[] = [undefined]): Failure => ({
  result: 'validation_error',
  errorList: fields.map((field) => ({
    title: 'no token was issued',
    ...(field !== undefined && { field }),
    detail: CODES[code] ?? 'the gateway is not able to',
    legacyCode: code,
  })),
});

/** `/payment/CreateToken.json` */
export function createTokenRoutes(context: SandboxContext, keys: TokenKeys): Hono {
  const { faults } = context;
  const routes = new Hono();
  routes.options('/payment/CreateToken.json', (c) => c.body(null, 204, OPEN));
  routes.post('/payment/CreateToken.json', async (c) => {
    const fault = faults.get('getToken');
    if (fault === 'drop') return droppedAnswer(c, 'application/json');
    if (fault === 'silent') return never();
    if (fault === 'status-500') return c.body('', 500, OPEN);
    await pause(delayOf(fault), c.req.raw.signal);
    const request: unknown = await c.req.json().catch(() => null);
    const answer = fault.startsWith('result:') ? failure(fault.slice('result:'.length)) : tokenize(valuesOf(request), context, keys);
    return c.json(answer, 'errorList' in answer ? 400 : 200, OPEN);
  });
  return routes;
}

function tokenize(request: Values, context: SandboxContext, { privateKey }: TokenKeys) {
  const refused = faultOfAsker(valuesOf(request['encryptionParameters']), context);
  if (refused) return failure(refused);
  const encrypted = textOf(request['encryptedData']);
  if (encrypted === '') return failure('150');
  const text = attempt(() =>
    unpadded(privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, Buffer.from(encrypted, 'base64'))),
  );
  if (text === null) return failure('190');
  const decrypted = attempt((): unknown => JSON.parse(text));
  if (typeof decrypted !== 'object' || decrypted === null) return failure('191');
  const { card } = decrypted as Values;
  if (typeof card !== 'object' || card === null) return failure('701');

  const values = valuesOf(card);
  const [month, year] = [textOf(values['expiryMonth']), textOf(values['expiryYear'])];
  const typed: TypedCard = {
    number: textOf(values['cardNumber']),
    expire: year + month,
    securityCode: textOf(values['securityCode']),
    holderName: textOf(values['cardholderName']),
    tokenNumber: textOf(request['createCount']),
  };
  const errorList = brokenRules(typed).flatMap((code) => failure(code, fieldsOf(code, month, year)).errorList);
  if (errorList.length > 0) return { result: 'validation_error', errorList };

  const isSecurityCodeSet = typed.securityCode !== '';
  const held = context.store.holdCard(typed.number, typed.expire, typed.holderName);
  const { tokens, expiresAt } = issueTokens(held, isSecurityCodeSet, Number(typed.tokenNumber || '1'), context, base64Token);
  return {
    result: 'success',
    maskedCardNumber: held.masked,
    tokenExpiryDate: tokenExpiry(expiresAt),
    isSecurityCodeSet,
    tokenList: tokens,
  };
}

/** A shop by its API key. The script's init with a shop ID alone has none, and says `shopId`. */
function faultOfAsker({ type, apiKey, shopId }: Values, context: SandboxContext): string | null {
  if (type !== 'UNIQUE_PK') return '551';
  if (apiKey === undefined && shopId !== undefined) return shopId === context.shopId ? null : '502';
  if (textOf(apiKey) === '') return '551';
  return apiKey === context.apiKey ? null : '552';
}

/** PKCS#1 v1.5 by hand: what Node makes of it differs from version to version. */
function unpadded(block: Buffer): string {
  const end = block.indexOf(0, 2);
  if (block[0] !== 0 || block[1] !== 2 || end < 10) throw new RangeError('no PKCS#1 v1.5');
  return block.subarray(end + 1).toString('utf8');
}

/** Where a code of the card belongs, by its first two digits. */
function fieldsOf(code: ResultCode, month: string, year: string): readonly string[] {
  if (code.startsWith('10')) return ['card.cardNumber'];
  if (code.startsWith('12')) return ['card.securityCode'];
  if (code.startsWith('13')) return ['card.cardholderName'];
  if (code.startsWith('14')) return ['createCount'];
  return [
    ...(/^\d\d$/.test(month) && Number(month) <= 12 ? [] : ['card.expiryMonth']),
    ...(/^\d\d(?:\d\d)?$/.test(year) ? [] : ['card.expiryYear']),
  ];
}

type Values = Readonly<Record<string, unknown>>;

const valuesOf = (value: unknown): Values => (typeof value === 'object' && value !== null ? (value as Values) : {});
const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
