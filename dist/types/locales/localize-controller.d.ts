import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type LoadedMessages, type LocaleName, type Messages } from './messages.js';
/**
 * Keeps an element in the language of the place where it stands: the nearest `lang` around it wins (its own first), then the
 * browser's language (HTML, "the lang and xml:lang attributes"). Follows changes without polling. A locale that
 * is not at hand is loaded, and English is shown until it is there; should it not come, English stays, and the next change asks for
 * it again.
 */
export declare class LocalizeController implements ReactiveController {
    #private;
    constructor(host: ReactiveControllerHost & HTMLElement);
    /** BCP 47 language of the words. */
    get language(): LocaleName;
    get messages(): Messages & Partial<LoadedMessages>;
    hostConnected(): void;
    hostDisconnected(): void;
}
