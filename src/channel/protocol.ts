/**
 * The closed set of messages between the page realm and the hosted realm, and the guards that both ends put on what arrives.
 * The two realms meet here and nowhere else. Nothing that goes to the page has room for a digit of the card, its security
 * code or its expiry, nor for how many were typed: codes, booleans and names from fixed sets only, besides the tokens and
 * what the gateway itself returns with them.
 */
import type { Brand } from '../card/brands.js';
import type { FieldName, Reason } from '../card/verification.js';
import { isErrorCode, type ErrorCode } from '../errors.js';
import { isExactly, isGuarded, isShape, isText, isTexts, type Guard, type Guards } from './shape.js';
import { isFonts, isStyle, type FieldLook } from './style-protocol.js';

/** Raised when either end could misread the other. Both files of a release carry the same number. */
export const PROTOCOL_VERSION = 1;

export type EnvironmentName = 'live' | 'test';

/** What the frame shows. The page sends the words, so that the frame carries no locale. */
export type WordKey =
  | 'frame-title'
  | 'label-number'
  | 'label-expiry'
  | 'label-cvc'
  | 'label-name'
  | 'placeholder-expiry'
  | 'placeholder-name'
  | 'hint-cvc'
  | 'hint-cvc-amex'
  | 'hint-number-test'
  | 'name-will-be'
  | 'card-ready'
  | 'swapped-group'
  | 'wait'
  | 'wait-over'
  | 'idle-cleared'
  | Reason;
/** Some may be missing: of a locale that did not come there are the first words only, and `check` for what is wrong with a field. */
export type SentWords = Readonly<Record<string, string>>;
export type Words = Readonly<Record<WordKey, string>>;

export interface InitMessage extends FieldLook {
  readonly type: 'init';
  readonly version: typeof PROTOCOL_VERSION;
  readonly gateway: string;
  readonly environment: EnvironmentName;
  /** Names of the shop at the gateway. Each document asks for its own, and refuses with a code what it does not understand. */
  readonly provider: string;
  readonly shopId: string;
  readonly apiKey: string;
  readonly publicKey: string;
  readonly fieldsBy: string;
  readonly sendFingerprint: boolean;
  readonly fields: readonly FieldName[];
  /** What the shop takes; empty: whatever the gateway takes. */
  readonly brands: readonly Brand[];
  /** BCP 47 language of the words. */
  readonly language: string;
  readonly words: SentWords;
  readonly disabled: boolean;
}

/** `first` field, first `wrong` field with every error shown, or `none`: the errors only. */
export type FocusTarget = 'first' | 'wrong' | 'none';

export type PageMessage =
  | { readonly type: 'style'; readonly style: FieldLook['style'] }
  | { readonly type: 'labels'; readonly language: string; readonly words: SentWords }
  | { readonly type: 'focus'; readonly target: FocusTarget }
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
/** A closed set of words, as `Reason` has them: no digit fits in, spelled out or not. */
const REASON =
  /^(?:number|expiry|cvc|name)-(?:missing|incomplete|invalid|too-long|month|past|far|brand|characters|kanji|is-number)$/;
/** Is this what a field says is wrong? */
export const isReason = (value: string): value is Reason => REASON.test(value);

const ID = /^[\w-]{1,64}$/;
/** A masked number keeps the last four digits at most, and no other script's digits either. */
const MASKED_NUMBER = /^\P{N}{0,20}\d{0,4}$/u;

/** Whatever the gateway shows of a number, as the page may see it: `4111**********11` → `**************11`. */
export const maskNumber = (shown: string): string => {
  const last = /\d{0,4}$/.exec(shown)?.[0] ?? '';
  return last.padStart(Math.min(shown.length, 20), '*');
};

const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
const isNullOr = <T>(value: unknown, guard: (value: unknown) => value is T): value is T | null => value === null || guard(value);

const isFieldName = (value: unknown): value is FieldName => FIELDS.has(value);
const isBrand = (value: unknown): value is Brand => BRANDS.has(value);

/** Known names, each once. */
const isListOf = <T>(value: unknown, guard: (item: unknown) => item is T): value is readonly T[] =>
  Array.isArray(value) && value.every(guard) && new Set(value).size === value.length;

/** Number and expiry are needed for any token. */
export const isFieldList = (value: unknown): value is readonly FieldName[] =>
  isListOf(value, isFieldName) && value.includes('number') && value.includes('expiry');

/** None at all for a shop that takes every brand. */
export const isBrandList = (value: unknown): value is readonly Brand[] => isListOf(value, isBrand);

/** GMO: at most 13 half-width alphanumerics (codes 161, 162). Empty: token v2 has keys instead. */
export const isShopId = (value: unknown): value is string => typeof value === 'string' && /^[0-9A-Za-z]{0,13}$/.test(value);

/** GMO: 1 to 10 (codes 141, 142). */
export const isTokenCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 10;

const isLanguage: Guard = (value) => isText(value, 35);
/** Long enough for a public key of 8,192 bits. */
const isKey: Guard = (value) => isText(value, 2000);
const isCallId: Guard = (value) => typeof value === 'string' && ID.test(value);

const INIT_GUARDS: Readonly<Record<keyof InitMessage, Guard>> = {
  type: (type) => type === 'init',
  version: (version) => version === PROTOCOL_VERSION,
  gateway: isKey,
  environment: (environment) => environment === 'live' || environment === 'test',
  provider: isKey,
  shopId: isShopId,
  apiKey: isKey,
  publicKey: isKey,
  fieldsBy: isKey,
  sendFingerprint: isBoolean,
  fields: isFieldList,
  brands: isBrandList,
  language: isLanguage,
  words: isTexts,
  style: isStyle,
  fonts: isFonts,
  disabled: isBoolean,
};

/** The first message, from the page to the hosted document. */
export const isInitMessage = (value: unknown): value is InitMessage => isExactly(value, INIT_GUARDS);

/** Of what is there besides `type`. */
const PAGE_GUARDS: Readonly<Record<PageMessage['type'], Guards>> = {
  style: { style: isStyle },
  labels: { language: isLanguage, words: isTexts },
  focus: { target: (target) => target === 'first' || target === 'wrong' || target === 'none' },
  disabled: { disabled: isBoolean },
  tokenize: { id: isCallId, count: isTokenCount },
  clear: {},
};

/** Is this one of the messages that the hosted document obeys? */
export const isPageMessage = (value: unknown): value is PageMessage => isGuarded(value, PAGE_GUARDS);

const FIELD_VERDICT: Guards = {
  empty: isBoolean,
  complete: isBoolean,
  error: (error) => error === null || (typeof error === 'string' && REASON.test(error)),
};

const CARD_STATE: Guards = {
  complete: isBoolean,
  empty: isBoolean,
  brand: (brand) => isNullOr(brand, isBrand),
  focused: (focused) => isNullOr(focused, isFieldName),
  fields: (fields) =>
    isShape(fields) && Object.entries(fields).every(([name, verdict]) => isFieldName(name) && isExactly(verdict, FIELD_VERDICT)),
};

const TOKEN: Guards = {
  id: isCallId,
  tokens: (tokens) =>
    Array.isArray(tokens) && isTokenCount(tokens.length) && tokens.every((token) => isText(token, 1000) && token !== ''),
  maskedNumber: (masked) => isText(masked, 24) && MASKED_NUMBER.test(masked),
  expiresAt: (expiresAt) => isText(expiresAt, 40),
  securityCodeSet: isBoolean,
  brand: (brand) => isNullOr(brand, isBrand),
};

/** Would the page believe that this is what a gateway issued? */
export const isTokenMessage = (value: unknown): value is TokenMessage => isExactly(value, { type: (type) => type === 'token', ...TOKEN });

const HOSTED_GUARDS: Readonly<Record<HostedMessage['type'], Guards>> = {
  ready: {},
  state: { state: (state) => isExactly(state, CARD_STATE) },
  resize: { height: (height) => typeof height === 'number' && height > 0 && height < 4000 },
  submit: {},
  token: TOKEN,
  error: { id: (id) => id === null || isCallId(id), code: isErrorCode },
  tamper: {},
};

/** Is this one of the messages that the page side believes? */
export const isHostedMessage = (value: unknown): value is HostedMessage => isGuarded(value, HOSTED_GUARDS);
