/**
 * The closed set of messages between the page realm and the hosted realm, and the guards that both ends put on what arrives.
 * The two realms meet here and nowhere else. Nothing that goes to the page has room for a digit of the card, its security
 * code or its expiry, nor for how many were typed: codes, booleans and names from fixed sets only, besides the tokens and
 * what the gateway itself returns with them.
 */
import type { Brand } from '../card/brands.js';
import type { FieldName, Reason } from '../card/verification.js';
import { isErrorCode, type ErrorCode } from '../errors.js';

/** Raised when either end could misread the other. Both files of a release carry the same number. */
export const PROTOCOL_VERSION = 1;

export type GatewayName = 'gmo';
export type EnvironmentName = 'live' | 'test';

/** What the frame shows. The page sends the words, so that the frame carries no locale. */
export type WordKey =
  | 'form-label'
  | 'label-number'
  | 'label-expiry'
  | 'label-cvc'
  | 'label-name'
  | 'placeholder-expiry'
  | 'placeholder-name'
  | 'hint-cvc'
  | 'hint-cvc-amex'
  | 'card-ready'
  | Reason;
export type Words = Readonly<Record<WordKey, string>>;

/** Computed style of the host element that the frame takes over; values are filtered again in the frame. */
export type StyleValues = Readonly<Record<string, string>>;

export interface InitMessage {
  readonly type: 'init';
  readonly version: typeof PROTOCOL_VERSION;
  readonly gateway: GatewayName;
  readonly environment: EnvironmentName;
  readonly shopId: string;
  readonly fields: readonly FieldName[];
  /** BCP 47 language of the words. */
  readonly language: string;
  readonly words: Words;
  readonly style: StyleValues;
  readonly disabled: boolean;
}

export type PageMessage =
  | { readonly type: 'style'; readonly style: StyleValues }
  | { readonly type: 'labels'; readonly language: string; readonly words: Words }
  /** `wrong`: show every error and go to the first field that has one. */
  | { readonly type: 'focus'; readonly target: 'first' | 'wrong' }
  | { readonly type: 'disabled'; readonly disabled: boolean }
  | { readonly type: 'tokenize'; readonly id: string; readonly count: number }
  | { readonly type: 'clear' };

export interface FieldVerdict {
  readonly empty: boolean;
  readonly complete: boolean;
  /** What the field says is wrong; null while nothing is shown. */
  readonly error: Reason | null;
}

export interface CardState {
  readonly complete: boolean;
  readonly empty: boolean;
  readonly brand: Brand | null;
  readonly focused: FieldName | null;
  readonly fields: Readonly<Partial<Record<FieldName, FieldVerdict>>>;
}

/** What the gateway issued, as the page may know it. */
export interface TokenMessage {
  readonly type: 'token';
  readonly id: string;
  readonly tokens: readonly string[];
  readonly maskedNumber: string;
  readonly expiresAt: string;
  readonly securityCodeSet: boolean;
  readonly brand: Brand | null;
}

export type HostedMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'state'; readonly state: CardState }
  | { readonly type: 'resize'; readonly height: number }
  | { readonly type: 'submit' }
  | TokenMessage
  /** `id` is the call it answers; null for a document that refuses to start. */
  | { readonly type: 'error'; readonly id: string | null; readonly code: ErrorCode }
  | { readonly type: 'tamper' };

const FIELDS: ReadonlySet<unknown> = new Set<FieldName>(['number', 'expiry', 'cvc', 'name']);
const BRANDS: ReadonlySet<unknown> = new Set<Brand>([
  'visa', 'mastercard', 'jcb', 'american-express', 'diners-club', 'discover', 'unionpay', 'maestro',
]);
/** Error codes of fields are words joined by hyphens: no digit fits in. */
const FIELD_ERROR = /^(?:number|expiry|cvc|name)(?:-[a-z]+)+$/;
const ID = /^[\w-]{1,64}$/;
/** A masked number keeps the last four digits at most. */
const MASKED_NUMBER = /^[^\d]{0,20}\d{0,4}$/;

type Shape = Readonly<Record<string, unknown>>;

const isShape = (value: unknown): value is Shape => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown, length: number): value is string => typeof value === 'string' && value.length <= length;
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
const isNullOr = <T>(value: unknown, guard: (value: unknown) => value is T): value is T | null => value === null || guard(value);

const isFieldName = (value: unknown): value is FieldName => FIELDS.has(value);
const isBrand = (value: unknown): value is Brand => BRANDS.has(value);

/** Number and expiry are needed for any token; each field once. */
export const isFieldList = (value: unknown): value is readonly FieldName[] =>
  Array.isArray(value) &&
  value.every(isFieldName) &&
  new Set(value).size === value.length &&
  value.includes('number') &&
  value.includes('expiry');

/** GMO: at most 13 half-width alphanumerics (codes 161, 162). */
export const isShopId = (value: unknown): value is string => typeof value === 'string' && /^[0-9A-Za-z]{1,13}$/.test(value);

/** GMO: 1 to 10 (codes 141, 142). */
export const isTokenCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 10;

const isTexts = (value: unknown): value is Readonly<Record<string, string>> =>
  isShape(value) && Object.values(value).every((text) => isText(text, 500));

/** The first message, from the page to the hosted document. */
export function isInitMessage(value: unknown): value is InitMessage {
  return (
    isShape(value) &&
    value['type'] === 'init' &&
    value['version'] === PROTOCOL_VERSION &&
    value['gateway'] === 'gmo' &&
    (value['environment'] === 'live' || value['environment'] === 'test') &&
    isShopId(value['shopId']) &&
    isFieldList(value['fields']) &&
    isText(value['language'], 35) &&
    isTexts(value['words']) &&
    isTexts(value['style']) &&
    isBoolean(value['disabled'])
  );
}

const PAGE_GUARDS: Readonly<Record<PageMessage['type'], (message: Shape) => boolean>> = {
  style: ({ style }) => isTexts(style),
  labels: ({ language, words }) => isText(language, 35) && isTexts(words),
  focus: ({ target }) => target === 'first' || target === 'wrong',
  disabled: ({ disabled }) => isBoolean(disabled),
  tokenize: ({ id, count }) => typeof id === 'string' && ID.test(id) && isTokenCount(count),
  clear: () => true,
};

/** Is this one of the messages that the hosted document obeys? */
export const isPageMessage = (value: unknown): value is PageMessage => isGuarded(value, PAGE_GUARDS);

const isFieldVerdict = (value: unknown): value is FieldVerdict =>
  isShape(value) &&
  isBoolean(value['empty']) &&
  isBoolean(value['complete']) &&
  (value['error'] === null || (typeof value['error'] === 'string' && FIELD_ERROR.test(value['error'])));

const isCardState = (value: unknown): value is CardState =>
  isShape(value) &&
  isBoolean(value['complete']) &&
  isBoolean(value['empty']) &&
  isNullOr(value['brand'], isBrand) &&
  isNullOr(value['focused'], isFieldName) &&
  isShape(value['fields']) &&
  Object.entries(value['fields']).every(([name, verdict]) => isFieldName(name) && isFieldVerdict(verdict));

const HOSTED_GUARDS: Readonly<Record<HostedMessage['type'], (message: Shape) => boolean>> = {
  ready: () => true,
  state: ({ state }) => isCardState(state),
  resize: ({ height }) => typeof height === 'number' && height > 0 && height < 4000,
  submit: () => true,
  token: ({ id, tokens, maskedNumber, expiresAt, securityCodeSet, brand }) =>
    isText(id, 64) &&
    Array.isArray(tokens) &&
    isTokenCount(tokens.length) &&
    tokens.every((token) => isText(token, 1000) && token !== '') &&
    isText(maskedNumber, 24) &&
    MASKED_NUMBER.test(maskedNumber) &&
    isText(expiresAt, 40) &&
    isBoolean(securityCodeSet) &&
    isNullOr(brand, isBrand),
  error: ({ id, code }) => (id === null || isText(id, 64)) && isErrorCode(code),
  tamper: () => true,
};

/** Is this one of the messages that the page side believes? */
export const isHostedMessage = (value: unknown): value is HostedMessage => isGuarded(value, HOSTED_GUARDS);

/** Own keys only: a type called `constructor` or `__proto__` finds no guard. */
function isGuarded(value: unknown, guards: Readonly<Record<string, (message: Shape) => boolean>>): boolean {
  if (!isShape(value) || typeof value['type'] !== 'string' || !Object.hasOwn(guards, value['type'])) return false;
  return guards[value['type']]?.(value) ?? false;
}
