import { ja } from './ja.js';
import type { ThreeDsWords } from './three-ds/ja.js';
export type Messages = typeof ja;
/** A locale that is loaded brings the words of 3-D Secure along; those at hand leave them to the code that shows them. */
export type LoadedMessages = Messages & {
    readonly threeDs: ThreeDsWords;
};
/** Every locale there is: BCP 47 language, with its script where there are two. */
export declare const LOCALE_NAMES: readonly ["ja", "en", "zh-Hans", "zh-Hant", "ko", "vi", "th", "pt", "es", "fr", "de", "id"];
export type LocaleName = (typeof LOCALE_NAMES)[number];
/** Those that are always at hand. */
export declare const LOCALES: {
    ja: {
        frame: {
            'frame-title': string;
            'label-number': string;
            'label-expiry': string;
            'label-cvc': string;
            'label-name': string;
            'placeholder-expiry': string;
            'placeholder-name': string;
            'hint-cvc': string;
            'hint-cvc-amex': string;
            'hint-number-test': string;
            'name-will-be': string;
            'card-ready': string;
            wait: string;
            'wait-over': string;
            'idle-cleared': string;
            'number-missing': string;
            'number-incomplete': string;
            'number-invalid': string;
            'swapped-group': string;
            'number-too-long': string;
            'number-brand': string;
            'expiry-missing': string;
            'expiry-incomplete': string;
            'expiry-invalid': string;
            'expiry-month': string;
            'expiry-past': string;
            'expiry-far': string;
            'cvc-missing': string;
            'cvc-incomplete': string;
            'cvc-invalid': string;
            'name-missing': string;
            'name-characters': string;
            'name-kanji': string;
            'name-too-long': string;
            'name-is-number': string;
        };
        reload: string;
        'test-badge': string;
        'test-badge-hint': string;
        busy: string;
        errors: {
            incomplete: string;
            'too-many-attempts': string;
            'hosted-unavailable': string;
            tampered: string;
            network: string;
            gateway: string;
            merchant: string;
            internal: string;
        };
    };
    en: {
        frame: {
            'frame-title': string;
            'label-number': string;
            'label-expiry': string;
            'label-cvc': string;
            'label-name': string;
            'placeholder-expiry': string;
            'placeholder-name': string;
            'hint-cvc': string;
            'hint-cvc-amex': string;
            'hint-number-test': string;
            'name-will-be': string;
            'card-ready': string;
            wait: string;
            'wait-over': string;
            'idle-cleared': string;
            'number-missing': string;
            'number-incomplete': string;
            'number-invalid': string;
            'swapped-group': string;
            'number-too-long': string;
            'number-brand': string;
            'expiry-missing': string;
            'expiry-incomplete': string;
            'expiry-invalid': string;
            'expiry-month': string;
            'expiry-past': string;
            'expiry-far': string;
            'cvc-missing': string;
            'cvc-incomplete': string;
            'cvc-invalid': string;
            'name-missing': string;
            'name-characters': string;
            'name-kanji': string;
            'name-too-long': string;
            'name-is-number': string;
        };
        reload: string;
        'test-badge': string;
        'test-badge-hint': string;
        busy: string;
        errors: {
            incomplete: string;
            'too-many-attempts': string;
            'hosted-unavailable': string;
            tampered: string;
            network: string;
            gateway: string;
            merchant: string;
            internal: string;
        };
    };
};
export type LoadedLocaleName = Exclude<LocaleName, keyof typeof LOCALES>;
/**
 * @param language - BCP 47, e.g. `ja-JP`. Chinese without a script is written as its region writes it
 * @returns the locale of its primary subtag, or English
 */
export declare function localeFor(language: string): LocaleName;
/** Puts values in for `{name}`. */
export declare const fill: (text: string, values: Readonly<Record<string, string>>) => string;
/**
 * The shopper's sentence for an error: of its code, else of its type.
 * @param type - who must act, as `errors.ts` has it
 */
export declare function errorText({ errors }: Messages, code: string, type: string): string;
