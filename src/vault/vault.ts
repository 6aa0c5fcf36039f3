import { PageEnd } from '../channel/page-end.js';
import { pristine } from '../channel/pristine.js';
import { PROTOCOL_VERSION, type HostedMessage, type PageMessage } from '../channel/protocol.js';
import type { ErrorCode } from '../errors.js';
import type { VaultSettings } from './vault-settings.js';

/** From the first byte asked for to the `load` event: a slow phone line still gets there. */
const LOAD_DEADLINE = 20_000;
/** From `load` to `ready`: the document is complete and its script has run by then, so an answer is a matter of milliseconds. */
const READY_DEADLINE = 3_000;

const SHEET = `
  :host { display: block }
  :host([hidden]) { display: none }
  iframe { display: block; inline-size: 100%; border: 0; color-scheme: inherit }
`;

/** A message of the hosted document, or the reason why there will be none. */
export type VaultReport = HostedMessage | { readonly type: 'lost'; readonly code: ErrorCode };

/** In Node there is nothing to extend; the class is never constructed there. */
const PlainElement = typeof HTMLElement === 'undefined' ? (class {} as unknown as typeof HTMLElement) : HTMLElement;

/**
 * The plain element that holds the one frame and its port, and gives out neither. Lit exposes its own shadow root, so Lit must
 * not hold them: this class has no library, private fields only, and makes its root and internals in the constructor, before
 * anybody else can.
 *
 * It reports through a function, not through events: an event could be forged by any script of the page.
 */
export class Vault extends PlainElement {
  readonly #root: ShadowRoot;
  #frame: HTMLIFrameElement | undefined;
  #end: PageEnd | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    pristine.attachInternals(this); // taken, so that nobody else can ask it for the root
    this.#root = pristine.attachShadow(this, { mode: 'closed', delegatesFocus: true });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(SHEET);
    pristine.setSheets(this.#root, [sheet]);
  }

  /** Loads the hosted document; a document that is open already is closed first. */
  open({ address, title, height, init }: VaultSettings, report: (report: VaultReport) => void): void {
    this.close();
    const frame = pristine.createFrame();
    this.#frame = frame;
    const { origin, href } = address;
    const lose = (code: ErrorCode) => {
      this.close();
      report({ type: 'lost', code });
    };
    const within = (deadline: number) => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(lose, deadline, 'hosted-unavailable');
    };

    // No name, id, part or srcdoc: a frame with a name can be found and navigated from outside (security.md 3.3).
    const attributes: readonly (readonly [string, string])[] = [
      ['title', title],
      // allow-same-origin lets the document keep its own origin, which is not the page's. The rest is left out on purpose:
      // no popups, top navigation, modals or downloads for a compromised token script.
      ['sandbox', 'allow-scripts allow-same-origin allow-forms'],
      ['allow', "autofill 'src'; camera 'none'; microphone 'none'; geolocation 'none'; clipboard-read 'none'"],
      ['referrerpolicy', 'strict-origin'], // never the path or query of the shop's page
      ['loading', 'eager'],
      ['src', href],
    ];
    for (const [name, value] of attributes) pristine.setAttribute(frame, name, value);
    frame.style.height = `${String(height)}px`;

    let loaded = false;
    pristine.listen(frame, 'load', () => {
      if (frame !== this.#frame) return;
      // A second document in our frame is not ours: a tripwire, not a barrier.
      if (loaded) {
        lose('tampered');
        return;
      }
      loaded = true;
      const content = pristine.contentWindow(frame);
      if (!content) return;
      within(READY_DEADLINE);
      this.#end = new PageEnd(content, origin, { type: 'init', version: PROTOCOL_VERSION, ...init }, (message) => {
        if (message.type === 'ready') clearTimeout(this.#timer);
        if (message.type === 'resize') frame.style.height = `${String(message.height)}px`;
        else if (message.type === 'tamper') lose('tampered');
        else if (message.type === 'error' && message.id === null) lose(message.code);
        else report(message);
      });
    });
    within(LOAD_DEADLINE);
    pristine.append(this.#root, frame);
  }

  /** Passes a message on; without an open document it goes nowhere. */
  send(message: PageMessage): void {
    this.#end?.send(message);
  }

  /** Moves the keyboard into the frame; the document itself finds the field. */
  focusFrame(): void {
    this.#frame?.focus();
  }

  rename(title: string): void {
    if (this.#frame) pristine.setAttribute(this.#frame, 'title', title);
  }

  /** Takes the frame away, and everything typed in it. */
  close(): void {
    clearTimeout(this.#timer);
    this.#end?.close();
    if (this.#frame) pristine.remove(this.#frame);
    this.#frame = this.#end = undefined;
  }
}
