import { type HostedMessage, type PageMessage } from '../channel/protocol.js';
import type { ErrorCode } from '../errors.js';
import type { Appearance, VaultSettings } from './vault-settings.js';
/** A message of the hosted document, or the reason why there will be none. */
export type VaultReport = Exclude<HostedMessage, {
    readonly type: 'resize' | 'tamper';
}> | {
    readonly type: 'lost';
    readonly code: ErrorCode;
};
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
declare const PlainElement: {
    new (): HTMLElement;
    prototype: HTMLElement;
};
/**
 * The plain element that holds the one frame and its port, and gives out neither. Lit exposes its own shadow root, so Lit must
 * not hold them: this class has no library, private members only, and makes its root and internals in the constructor, before
 * anybody else can.
 *
 * It reports through a function, not through events: an event could be forged by any script of the page.
 */
export declare class Vault extends PlainElement {
    #private;
    constructor();
}
export declare const createVault: () => VaultHandle;
export {};
