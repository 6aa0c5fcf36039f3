export declare function make(name: string, attributes?: Readonly<Record<string, string>>, ...children: Node[]): HTMLElement;
