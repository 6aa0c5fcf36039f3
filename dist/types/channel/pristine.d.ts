/** Absent outside a browser: importing the package in Node touches no DOM. */
export declare const pristine: Readonly<{
    attachShadow: (self: unknown, init: ShadowRootInit) => ShadowRoot;
    attachInternals: (self: unknown) => ElementInternals;
    createFrame: () => HTMLIFrameElement;
    setAttribute: (self: unknown, qualifiedName: string, value: string) => void;
    append: (self: Node, child: Node) => Node;
    remove: (self: unknown) => void;
    listen: (self: EventTarget, type: string, listener: () => void) => void;
    setSheets: (self: ShadowRoot, value: CSSStyleSheet[]) => void;
    contentWindow: (self: HTMLIFrameElement) => Window | null;
    postToWindow: (self: Window, message: unknown, origin: string, transfer: Transferable[]) => void;
    createChannel: () => MessageChannel;
    port1: (self: MessageChannel) => MessagePort;
    port2: (self: MessageChannel) => MessagePort;
    postToPort: (self: MessagePort, message: unknown) => void;
    closePort: (self: unknown) => void;
    setOnMessage: (self: MessagePort, value: (event: MessageEvent) => void) => void;
    data: (self: MessageEvent<any>) => unknown;
}>;
