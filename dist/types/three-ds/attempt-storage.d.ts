export declare const readAttempt: () => string | null;
export declare const forgetAttempt: () => void;
export declare function rememberAttempt(text: string): void;
