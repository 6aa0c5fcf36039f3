/** The shadow root of an element with a choice: open, because it holds nothing that the page does not know. */
export declare function openChoiceRoot(host: HTMLElement, ...styles: readonly string[]): ShadowRoot;
/** A text that did not change is not announced again. */
export declare function say(element: HTMLElement, text: string): void;
/** `('{card} was removed.', { card: 'Visa' })` → `Visa was removed.` */
export declare const filled: (sentence: string, values: Readonly<Record<string, string>>) => string;
