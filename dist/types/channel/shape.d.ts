/** What every guard of the channel is made of: a value is of one exact shape, or it is nothing that we know. */
export type Shape = Readonly<Record<string, unknown>>;
export type Guard = (value: unknown) => boolean;
export type Guards = Readonly<Record<string, Guard>>;
export declare const isShape: (value: unknown) => value is Shape;
export declare const isText: (value: unknown, length: number) => value is string;
/** Names and texts that are not endless. */
export declare const isTexts: (value: unknown) => value is Readonly<Record<string, string>>;
/** Exactly these properties: a guard that looked only at those it knows would let any other pass along. */
export declare const isExactly: (value: unknown, guards: Guards) => value is Shape;
/** Own keys only: a type called `constructor` or `__proto__` finds no guard. */
export declare function isGuarded(value: unknown, guards: Readonly<Record<string, Guards>>): boolean;
