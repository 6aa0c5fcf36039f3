/** 日本語: what the shopper reads. `{…}` is filled in by the element. The type of every other locale is taken from this one. */
export declare const ja: {
    /** Words that travel to the hosted document. */
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
        /** For the form's own validation, too. */
        incomplete: string;
        'too-many-attempts': string;
        'hosted-unavailable': string;
        tampered: string;
        /** By type, for codes without a sentence of their own. */
        network: string;
        gateway: string;
        merchant: string;
        internal: string;
    };
};
export declare const messages: {
    /** Words that travel to the hosted document. */
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
        /** For the form's own validation, too. */
        incomplete: string;
        'too-many-attempts': string;
        'hosted-unavailable': string;
        tampered: string;
        /** By type, for codes without a sentence of their own. */
        network: string;
        gateway: string;
        merchant: string;
        internal: string;
    };
};
