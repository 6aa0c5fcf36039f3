/** Absent outside a browser: importing the package in Node touches no DOM. */
export declare const pristine: Readonly<{
    /** Closed; the dictionary has no prototype that somebody could add `serializable` to. */
    attachRoot: (host: Element) => ShadowRoot;
    attachInternals: (self: unknown) => ElementInternals;
    createFrame: () => HTMLIFrameElement;
    setAttribute: (self: unknown, qualifiedName: string, value: string) => void;
    getAttribute: (self: unknown, qualifiedName: string) => string | null;
    append: (self: Node, child: Node) => Node;
    remove: (self: unknown) => void;
    /** In the capture phase: `load` does not bubble. */
    listenForLoad: (root: ShadowRoot, listener: () => void) => void;
    computedStyle: (element: Element) => CSSStyleDeclaration;
    focus: (self: HTMLElement, options?: FocusOptions) => void;
    setHeight: (element: HTMLElement, pixels: number) => void;
    setStyles: (root: ShadowRoot, styles: string) => void;
    /** The origin of the page; a frame from there could be read. */
    pageOrigin: string;
    contentDocument: (self: HTMLIFrameElement) => Document | null;
    contentWindow: (self: HTMLIFrameElement) => Window | null;
    postToWindow: (target: Window, message: unknown, origin: string, port: MessagePort) => void;
    createChannel: () => MessageChannel;
    port1: (self: MessageChannel) => MessagePort;
    port2: (self: MessageChannel) => MessagePort;
    postToPort: (self: MessagePort, message: unknown) => void;
    closePort: (self: unknown) => void;
    setOnMessage: (self: MessagePort, value: (event: MessageEvent) => void) => void;
    data: (self: MessageEvent<any>) => unknown;
    origin: (self: URL) => string;
    href: (self: URL) => string;
    /** In a task of its own, where `window.event` names nothing of ours. */
    later: (work: () => void) => void;
}>;
/** What code that is loaded later is given, because it would capture a platform that others had time to change. */
export type Pristine = typeof pristine;
