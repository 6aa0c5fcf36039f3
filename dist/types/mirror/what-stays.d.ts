/**
 * @param form - the outline that bears the parts
 * @param plain - the same without them, with our own style alone
 */
export declare function tellWhatStays(form: Element, plain: Element, computedStyle: (element: Element) => CSSStyleDeclaration): void;
