/**
 * The closed set of messages between the page realm and the hosted realm, and the guards that both ends put on what arrives.
 * The two realms meet here and nowhere else. Nothing that goes to the page has room for a digit of the card, its security
 * code or its expiry, nor for how many were typed: codes, booleans and names from fixed sets only, besides the tokens and
 * what the gateway itself returns with them.
 */
import type { Brand } from '../card/brands.js';
import type { FieldName, Reason } from '../card/verification.js';
import { type ErrorCode } from '../errors.js';
import { type FieldLook } from './style-protocol.js';
/** Raised when either end could misread the other. Both files of a release carry the same number. */
export declare const PROTOCOL_VERSION = 1;
export type EnvironmentName = 'live' | 'test';
/** What the frame shows. The page sends the words, so that the frame carries no locale. */
export type WordKey = 'frame-title' | 'label-number' | 'label-expiry' | 'label-cvc' | 'label-name' | 'placeholder-expiry' | 'placeholder-name' | 'hint-cvc' | 'hint-cvc-amex' | 'hint-number-test' | 'name-will-be' | 'card-ready' | 'swapped-group' | 'wait' | 'wait-over' | 'idle-cleared' | Reason;
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
export type PageMessage = {
    readonly type: 'style';
    readonly style: FieldLook['style'];
} | {
    readonly type: 'labels';
    readonly language: string;
    readonly words: SentWords;
} | {
    readonly type: 'focus';
    readonly target: FocusTarget;
} | {
    readonly type: 'disabled';
    readonly disabled: boolean;
} | {
    readonly type: 'tokenize';
    readonly id: string;
    readonly count: number;
} | {
    readonly type: 'clear';
};
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
export type HostedMessage = {
    readonly type: 'ready';
} | {
    readonly type: 'state';
    readonly state: CardState;
} | {
    readonly type: 'resize';
    readonly height: number;
} | {
    readonly type: 'submit';
} | TokenMessage
/** `id` is the call it answers; null for a document that refuses to start. */
 | {
    readonly type: 'error';
    readonly id: string | null;
    readonly code: ErrorCode;
} | {
    readonly type: 'tamper';
};
/** Is this what a field says is wrong? */
export declare const isReason: (value: string) => value is Reason;
/** Whatever the gateway shows of a number, as the page may see it: `4111**********11` → `**************11`. */
export declare const maskNumber: (shown: string) => string;
/** Number and expiry are needed for any token. */
export declare const isFieldList: (value: unknown) => value is readonly FieldName[];
/** None at all for a shop that takes every brand. */
export declare const isBrandList: (value: unknown) => value is readonly Brand[];
/** GMO: at most 13 half-width alphanumerics (codes 161, 162). Empty: token v2 has keys instead. */
export declare const isShopId: (value: unknown) => value is string;
/** GMO: 1 to 10 (codes 141, 142). */
export declare const isTokenCount: (value: unknown) => value is number;
/** The first message, from the page to the hosted document. */
export declare const isInitMessage: (value: unknown) => value is InitMessage;
/** Is this one of the messages that the hosted document obeys? */
export declare const isPageMessage: (value: unknown) => value is PageMessage;
/** Would the page believe that this is what a gateway issued? */
export declare const isTokenMessage: (value: unknown) => value is TokenMessage;
/** Is this one of the messages that the page side believes? */
export declare const isHostedMessage: (value: unknown) => value is HostedMessage;
