export type Method = '1' | '2' | '3' | '4' | '5';
export interface MethodOption {
    readonly method: Method;
    /** Number of payments; null where the gateway takes none. */
    readonly payTimes: number | null;
}
export interface MethodOptions {
    readonly all: readonly MethodOption[];
    /** What is offered instead for cards of a brand. */
    readonly byBrand: ReadonlyMap<string, readonly MethodOption[]>;
    /** What is written in the list and is no option. */
    readonly unknown: readonly string[];
}
/** `'2-3'` → instalments, three payments; undefined for what the gateway does not know. PayTimes has two digits at most. */
export declare function parseOption(text: string): MethodOption | undefined;
/** The reverse: `2-3`. */
export declare const optionText: ({ method, payTimes }: MethodOption) => string;
/**
 * `'1 2-3 2-6 5; amex: 1'` → these four, and the lump sum alone for American Express. An option is offered once; without any, there is
 * the lump sum, which every card takes.
 */
export declare function parseMethodOptions(text: string): MethodOptions;
/** What is offered for a card of this brand; null while it is not known. */
export declare const optionsFor: ({ all, byBrand }: MethodOptions, brand: string | null) => readonly MethodOption[];
