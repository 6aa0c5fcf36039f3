/**
 * The platform as it was when this file was evaluated. A script that patches a prototype later sees nothing of what the page
 * side does with its closed roots, the frame and its port. One that ran earlier is out of reach of any widget; the frame's origin is what
 * protects the card then.
 */
const { apply, getOwnPropertyDescriptor } = Reflect;

const { iterator } = Symbol;

/** A list of one, for which no iterator of the page's is asked. */
const only = <T>(value: T): Iterable<T> =>
  ({
    __proto__: null,
    [iterator]: () => {
      let done = false;
      const next = () => {
        const result = { __proto__: null, value, done };
        done = true;
        return result;
      };
      return { __proto__: null, next };
    },
  }) as unknown as Iterable<T>;

type Method<T, A extends unknown[], R> = (this: T, ...args: A) => R;

const method =
  <T, A extends unknown[], R>(original: Method<T, A, R>) =>
  (self: T, ...args: A): R =>
    apply(original, self, args) as R;

/** @throws TypeError where there is none: it is taken apart at once */
const descriptor = (prototype: object, name: string) => getOwnPropertyDescriptor(prototype, name) as PropertyDescriptor;
const getter =
  <T extends object, R>(prototype: T, name: string) => {
    const { get } = descriptor(prototype, name);
    return (self: T): R => apply(get as () => R, self, []) as R;
  };
const setter =
  <T extends object, V>(prototype: T, name: string) => {
    const { set } = descriptor(prototype, name);
    return (self: T, value: V): void => {
      apply(set as (value: V) => void, self, [value]);
    };
  };

function capture() {
  const createElement = method(Document.prototype.createElement) as (self: Document, name: string) => HTMLElement;
  const attachShadow = method(Element.prototype.attachShadow);
  const listen = method(EventTarget.prototype.addEventListener) as (self: EventTarget, type: string, run: () => void, capture: boolean) => void;
  const styleOf = getter<HTMLElement, CSSStyleDeclaration>(HTMLElement.prototype, 'style');
  const setProperty = method(CSSStyleDeclaration.prototype.setProperty);
  const setSheets = setter<ShadowRoot, Iterable<CSSStyleSheet>>(ShadowRoot.prototype, 'adoptedStyleSheets');
  const post = method(window.postMessage) as (self: Window, message: unknown, origin: string, transfer: Iterable<MessagePort>) => void;
  const setTimer = window.setTimeout.bind(window);
  const page = document;
  const Channel = MessageChannel;
  const Sheet = CSSStyleSheet;
  const fillSheet = method(Sheet.prototype.replaceSync);
  /** One for all the roots that wear it, by its text. */
  const sheets: Record<string, CSSStyleSheet> = { __proto__: null as never };
  return {
    /** Closed; the dictionary has no prototype that somebody could add `serializable` to. */
    attachRoot: (host: Element) => attachShadow(host, { __proto__: null, mode: 'closed', delegatesFocus: true } as ShadowRootInit),
    attachInternals: method(HTMLElement.prototype.attachInternals),
    createFrame: () => createElement(page, 'iframe') as HTMLIFrameElement,
    setAttribute: method(Element.prototype.setAttribute),
    getAttribute: method(Element.prototype.getAttribute),
    append: method(Node.prototype.appendChild) as (self: Node, child: Node) => Node,
    remove: method(Element.prototype.remove),
    /** In the capture phase: `load` does not bubble. */
    listenForLoad: (root: ShadowRoot, listener: () => void) => {
      listen(root, 'load', listener, true);
    },
    computedStyle: method(window.getComputedStyle).bind(null, window) as (element: Element) => CSSStyleDeclaration,
    focus: method(HTMLElement.prototype.focus) as (self: HTMLElement, options?: FocusOptions) => void,
    setHeight: (element: HTMLElement, pixels: number) => {
      setProperty(styleOf(element), 'height', `${String(pixels)}px`);
    },
    setStyles: (root: ShadowRoot, styles: string) => {
      let sheet = sheets[styles];
      if (!sheet) {
        sheet = sheets[styles] = new Sheet();
        fillSheet(sheet, styles);
      }
      setSheets(root, only(sheet));
    },
    /** The origin of the page; a frame from there could be read. */
    pageOrigin: window.origin,
    contentDocument: getter<HTMLIFrameElement, Document | null>(HTMLIFrameElement.prototype, 'contentDocument'),
    contentWindow: getter<HTMLIFrameElement, Window | null>(HTMLIFrameElement.prototype, 'contentWindow'),
    postToWindow: (target: Window, message: unknown, origin: string, port: MessagePort) => {
      post(target, message, origin, only(port));
    },
    createChannel: () => new Channel(),
    port1: getter<MessageChannel, MessagePort>(MessageChannel.prototype, 'port1'),
    port2: getter<MessageChannel, MessagePort>(MessageChannel.prototype, 'port2'),
    postToPort: method(MessagePort.prototype.postMessage) as (self: MessagePort, message: unknown) => void,
    closePort: method(MessagePort.prototype.close),
    setOnMessage: setter<MessagePort, (event: MessageEvent) => void>(MessagePort.prototype, 'onmessage'),
    data: getter<MessageEvent, unknown>(MessageEvent.prototype, 'data'),
    origin: getter<URL, string>(URL.prototype, 'origin'),
    href: getter<URL, string>(URL.prototype, 'href'),
    /** In a task of its own, where `window.event` names nothing of ours. */
    later: (work: () => void) => {
      setTimer(work, 0);
    },
  };
}

/** Absent outside a browser: importing the package in Node touches no DOM. */
export const pristine = typeof document === 'undefined' ? (undefined as never) : Object.freeze(capture());

/** What code that is loaded later is given, because it would capture a platform that others had time to change. */
export type Pristine = typeof pristine;
