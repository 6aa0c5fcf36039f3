/** The start tag of an element, as it stands in the page but for these attributes; null takes one away. */
export declare function tagOf(element: Element, changes?: Readonly<Record<string, string | null>>): string;
