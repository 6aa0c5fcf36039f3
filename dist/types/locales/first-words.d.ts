export declare const FIRST_WORDS: {
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
            check: string;
        };
        reload: string;
        'test-badge': string;
        errors: {
            incomplete: string;
            'hosted-unavailable': string;
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
            check: string;
        };
        reload: string;
        'test-badge': string;
        errors: {
            incomplete: string;
            'hosted-unavailable': string;
            internal: string;
        };
    };
};
