/**
 * The verdict every field engine gives about a typed text. The idea of telling "wrong" from "not finished" comes from
 * card-validator: an error is shown while typing only when nothing typed later could mend it.
 */
/** The card fields, in the order in which a shopper meets them. Names are part of the public contract. */
export declare const FIELD_NAMES: readonly ["number", "expiry", "cvc", "name"];
export type FieldName = (typeof FIELD_NAMES)[number];
/** Why a text is not a valid value. The locales have one sentence for each. */
export type Reason = 'number-missing' | 'number-incomplete' | 'number-invalid' | 'number-too-long' | 'number-brand' | 'expiry-missing' | 'expiry-incomplete' | 'expiry-invalid' | 'expiry-month' | 'expiry-past' | 'expiry-far' | 'cvc-missing' | 'cvc-incomplete' | 'cvc-invalid' | 'name-missing' | 'name-characters' | 'name-kanji' | 'name-too-long' | 'name-is-number';
export interface Verification {
    /** The text can be sent to the gateway as it is. */
    readonly isValid: boolean;
    /** Typing on could still make it valid. */
    readonly isPotentiallyValid: boolean;
    /** What is wrong or missing; absent when valid. */
    readonly reason?: Reason;
    /** In which group of the printed number, from 1, one swap of neighbouring digits would explain a wrong check digit. */
    readonly swappedGroup?: number;
}
/** Calendar month of a card or of today. `month` is 1–12, `year` has four digits. */
export interface MonthOfYear {
    readonly month: number;
    readonly year: number;
}
export declare const VALID: Verification;
/** Not finished: `reason` is what to say when the shopper leaves the field like this. */
export declare const unfinished: (reason: Reason) => Verification;
/** Cannot become right by typing on. */
export declare const wrong: (reason: Reason) => Verification;
