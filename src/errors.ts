/**
 * Every way a payment can go wrong. Codes are stable and public. What a developer can do about one says `doctor/`, the shopper's
 * sentence comes from `locales/`. Nothing here ever quotes what was typed.
 */

/** Who must act. */
export type ErrorType = 'merchant' | 'customer' | 'network' | 'gateway' | 'internal';

/** `gmo-NNN` are GMO's own result codes that mean "this call is wrong", not "this card is wrong"; the README says what each means. */
const CODES = {
  customer:
    'incomplete consent-missing too-many-attempts number-missing number-invalid expiry-missing expiry-invalid expiry-month cvc-invalid name-characters name-too-long',
  merchant: 'shop-id-invalid api-key-invalid public-key-invalid environment-unknown gateway-unsupported provider-unsupported fields-by-unsupported challenge-unsupported fields-unknown brands-unknown token-count-invalid hosted-url-invalid hosted-readable redirect-url-invalid gmo-141 gmo-142 gmo-150 gmo-160 gmo-161 gmo-162 gmo-170 gmo-180 gmo-190 gmo-191 gmo-200 gmo-201 gmo-501 gmo-502 gmo-511 gmo-512 gmo-521 gmo-522 gmo-531 gmo-541 gmo-551 gmo-552 gmo-553 gmo-701',
  network: 'hosted-unavailable gateway-script gateway-unreachable gateway-timeout',
  gateway: 'gateway-internal gateway-busy gateway-answer',
  internal: 'tampered busy not-ready aborted',
} as const;
type WordsOf<Text extends string, Found = never> = Text extends `${infer First} ${infer Rest}` ? WordsOf<Rest, Found | First> : Found | Text;

/** Stable code of an error. */
export type ErrorCode = WordsOf<(typeof CODES)[ErrorType]>;

const TYPES = /* @__PURE__ */ new Map<unknown, ErrorType>();
for (const type in CODES) for (const code of CODES[type as ErrorType].split(' ')) TYPES.set(code, type as ErrorType);

export const ERROR_CODES = /* @__PURE__ */ Array.from(TYPES, ([code]) => code) as readonly ErrorCode[];

/** Is this one of our codes? Guards what crosses the channel. */
export const isErrorCode = (value: unknown): value is ErrorCode => TYPES.has(value);

export const errorTypeOf = (code: ErrorCode): ErrorType => TYPES.get(code) ?? 'internal';

/** The one error class: `type` says who must act, `code` is stable, `message` is English and for developers. */
export class ShojiError extends Error {
  override readonly name = 'ShojiError';
  readonly type: ErrorType;
  readonly code: ErrorCode;

  constructor(code: ErrorCode) {
    const type = errorTypeOf(code);
    super(`${code} (${type}); diagnose() says more`);
    this.type = type;
    this.code = code;
  }
}
