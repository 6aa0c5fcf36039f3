import { PageEnd } from '../channel/page-end.js';
import { PROTOCOL_VERSION, type HostedMessage, type PageMessage } from '../channel/protocol.js';
import type { ErrorCode } from '../errors.js';
import { pristine } from '../pristine.js';
import type { Appearance, VaultSettings } from './vault-settings.js';

/** From the first byte asked for to the `load` event: our choice, so that a slow phone line still gets there. */
const LOAD_DEADLINE = 20_000;
/** From `load` to `ready`: the document is complete and its script has run by then, so an answer is a matter of milliseconds. */
const READY_DEADLINE = 3_000;

/**
 * allow-same-origin lets the document keep its own origin, which is not the page's. The rest is left out on purpose: no popups, top
 * navigation, modals or downloads for a compromised token script.
 */
const SANDBOX = 'allow-scripts allow-same-origin allow-forms';
/** The document must not keep the page's own origin. */
const OPAQUE_SANDBOX = 'allow-scripts allow-forms';

/** A name for editors and the build, which minifies what bears it. */
const css = String.raw;

const STYLES = css`
  :host { display: block }
  :host([hidden]) { display: none }
  iframe { display: block; inline-size: 100%; border: 0; color-scheme: inherit }
`;

/** A message of the hosted document, or the reason why there will be none. */
export type VaultReport =
  | Exclude<HostedMessage, { readonly type: 'resize' | 'tamper' }>
  | { readonly type: 'lost'; readonly code: ErrorCode };

/** What can be done with a vault. The element itself has no methods: its prototype is within reach of every script of the page. */
export interface VaultHandle {
  readonly element: HTMLElement;
  /** Loads the hosted document; a document that is open already is closed first. */
  open(settings: VaultSettings, report: (report: VaultReport) => void): void;
  /** What the document waits for before it shows the fields. Afterwards it follows a change of their style. */
  dress(appearance: Appearance): void;
  /** Passes a message on; without an open document it goes nowhere. */
  send(message: PageMessage): void;
  /** Moves the keyboard into the frame; the document itself finds the field. */
  focusFrame(options?: FocusOptions): void;
  /** The frame's accessible name. */
  rename(title: string): void;
  /** Takes the frame away, and everything typed in it. */
  close(): void;
}

/** In Node there is nothing to extend; the class is never constructed there. */
const PlainElement = typeof HTMLElement === 'undefined' ? (class {} as unknown as typeof HTMLElement) : HTMLElement;

let handleOf: (vault: Vault) => VaultHandle;

/**
 * The plain element that holds the one frame and its port, and gives out neither. Lit exposes its own shadow root, so Lit must
 * not hold them: this class has no library, private members only, and makes its root and internals in the constructor, before
 * anybody else can.
 *
 * It reports through a function, not through events: an event could be forged by any script of the page.
 */
export class Vault extends PlainElement {
  static {
    handleOf = (vault) => ({
      element: vault,
      open: (settings, report) => {
        vault.#open(settings, report);
      },
      dress: (appearance) => {
        vault.#dress(appearance);
      },
      send: (message) => {
        vault.#end?.send(message);
      },
      focusFrame: (options) => {
        if (vault.#frame) pristine.focus(vault.#frame, options);
      },
      rename: (title) => {
        if (vault.#frame) pristine.setAttribute(vault.#frame, 'title', title);
      },
      close: () => {
        vault.#close();
      },
    });
  }

  readonly #root: ShadowRoot;
  #frame: HTMLIFrameElement | undefined;
  #end: PageEnd | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #handleLoad: () => void = () => undefined;
  /** Until it is said. */
  #appearance: Appearance | undefined;
  /** Says `init` when the document is there and its appearance is known. */
  #begin: () => void = () => undefined;
  #report: (report: VaultReport) => void = () => undefined;

  constructor() {
    super();
    pristine.attachInternals(this); // taken, so that nobody else can ask it for the root
    this.#root = pristine.attachRoot(this);
    pristine.setStyles(this.#root, STYLES);
    // on the root and before there is a frame: nobody can come first and keep the event from us
    pristine.listenForLoad(this.#root, () => {
      this.#handleLoad();
    });
  }

  #open(settings: VaultSettings, report: (report: VaultReport) => void): void {
    this.#close();
    const { address: { href, origin }, title } = settings;
    this.#report = report;
    this.#appearance = undefined;
    if (origin !== pristine.pageOrigin) {
      this.#load(settings, origin, SANDBOX);
      return;
    }
    // On the page's own origin the attribute is not enough: whoever takes it off could read the fields. The document's own response
    // header has to make it opaque, which shows where the attribute does not: in a frame that has no script and no card.
    const probe = this.#show(href, 'allow-same-origin', title);
    this.#handleLoad = () => {
      const readable = pristine.contentDocument(probe);
      if (readable) {
        // our own document, or the server's sentence that it is not there
        this.#lose(readable.title === 'Card details' ? 'hosted-readable' : 'hosted-unavailable');
        return;
      }
      this.#close();
      // An opaque origin cannot be named, so the first message goes to whatever is in the frame: it carries nothing secret.
      this.#load(settings, '*', OPAQUE_SANDBOX);
    };
  }

  #load({ address, title, init }: VaultSettings, target: string, sandbox: string): void {
    const frame = this.#show(address.href, sandbox, title);
    let isLoaded = false;
    this.#handleLoad = () => {
      // A second document in our frame is not ours, and neither is one that somebody who came before us let out of its sandbox or
      // put another address to: a tripwire, not a barrier.
      const isOurs = pristine.getAttribute(frame, 'sandbox') === sandbox && pristine.getAttribute(frame, 'src') === address.href;
      if (isLoaded || !isOurs) {
        this.#lose('tampered');
        return;
      }
      isLoaded = true;
      this.#begin();
    };
    this.#begin = () => {
      const content = pristine.contentWindow(frame);
      if (!isLoaded || !content || !this.#appearance || this.#end) return;
      this.#loseAfter(READY_DEADLINE);
      this.#end = new PageEnd(content, target, { type: 'init', version: PROTOCOL_VERSION, ...this.#appearance, ...init }, (message) => {
        if (frame !== this.#frame) return;
        if (message.type === 'ready') clearTimeout(this.#timer);
        if (message.type === 'resize') pristine.setHeight(frame, message.height);
        else if (message.type === 'tamper') this.#lose('tampered');
        else if (message.type === 'error' && message.id === null) this.#lose(message.code);
        else this.#report(message);
      });
      this.#appearance = undefined;
    };
  }

  #dress(appearance: Appearance): void {
    if (this.#end) this.#end.send({ type: 'style', style: appearance.style });
    else {
      this.#appearance = appearance;
      this.#begin();
    }
  }

  #show(src: string, sandbox: string, title: string): HTMLIFrameElement {
    const frame = pristine.createFrame();
    this.#frame = frame;
    // without a prototype: nobody can add a name
    const attributes: Readonly<Record<string, string>> = {
      __proto__: null as never,
      // No name, id, part or srcdoc: a frame with a name can be found and navigated from outside.
      title,
      sandbox,
      allow: "autofill 'src'; camera 'none'; microphone 'none'; geolocation 'none'; clipboard-read 'none'",
      referrerpolicy: 'strict-origin', // never the path or query of the shop's page
      loading: 'eager',
      src,
    };
    for (const name in attributes) pristine.setAttribute(frame, name, attributes[name] as string);
    this.#loseAfter(LOAD_DEADLINE);
    pristine.append(this.#root, frame);
    return frame;
  }

  #loseAfter(deadline: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#lose('hosted-unavailable');
    }, deadline);
  }

  #lose(code: ErrorCode): void {
    this.#close();
    this.#report({ type: 'lost', code });
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#end?.close();
    if (this.#frame) pristine.remove(this.#frame);
    this.#frame = this.#end = undefined;
    this.#handleLoad = this.#begin = () => undefined;
  }
}

export const createVault = (): VaultHandle => handleOf(new Vault());
