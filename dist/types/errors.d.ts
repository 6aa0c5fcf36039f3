/**
 * Every way a payment can go wrong. Codes are stable and public. What a developer can do about one says `doctor/`, the shopper's
 * sentence comes from `locales/`. Nothing here ever quotes what was typed.
 */
/** Who must act. */
export type ErrorType = 'merchant' | 'customer' | 'network' | 'gateway' | 'internal';
/** `gmo-NNN` are GMO's own result codes that mean "this call is wrong", not "this card is wrong"; the README says what each means. */
declare const CODES: {
    readonly customer: "incomplete consent-missing too-many-attempts number-missing number-invalid expiry-missing expiry-invalid expiry-month cvc-invalid name-characters name-too-long";
    readonly merchant: "shop-id-invalid api-key-invalid public-key-invalid environment-unknown gateway-unsupported provider-unsupported fields-by-unsupported challenge-unsupported fields-unknown brands-unknown token-count-invalid hosted-url-invalid hosted-readable redirect-url-invalid gmo-141 gmo-142 gmo-150 gmo-160 gmo-161 gmo-162 gmo-170 gmo-180 gmo-190 gmo-191 gmo-200 gmo-201 gmo-501 gmo-502 gmo-511 gmo-512 gmo-521 gmo-522 gmo-531 gmo-541 gmo-551 gmo-552 gmo-553 gmo-701";
    readonly network: "hosted-unavailable gateway-script gateway-unreachable gateway-timeout";
    readonly gateway: "gateway-internal gateway-busy gateway-answer";
    readonly internal: "tampered busy not-ready aborted";
};
type WordsOf<Text extends string, Found = never> = Text extends `${infer First} ${infer Rest}` ? WordsOf<Rest, Found | First> : Found | Text;
/** Stable code of an error. */
export type ErrorCode = WordsOf<(typeof CODES)[ErrorType]>;
export declare const ERROR_CODES: readonly ErrorCode[];
/** Is this one of our codes? Guards what crosses the channel. */
export declare const isErrorCode: (value: unknown) => value is ErrorCode;
export declare const errorTypeOf: (code: ErrorCode) => ErrorType;
/** The one error class: `type` says who must act, `code` is stable, `message` is English and for developers. */
export declare class ShojiError extends Error {
    readonly name = "ShojiError";
    readonly type: ErrorType;
    readonly code: ErrorCode;
    constructor(code: ErrorCode);
}
export {};
