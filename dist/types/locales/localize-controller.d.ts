import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Messages } from './messages.js';
/**
 * Keeps an element in the language of the place where it stands: the nearest `lang` around it wins (its own first), then the
 * browser's language (HTML, "the lang and xml:lang attributes"). Follows changes without polling.
 */
export declare class LocalizeController implements ReactiveController {
    #private;
    constructor(host: ReactiveControllerHost & HTMLElement);
    get language(): string;
    get messages(): Messages;
    hostConnected(): void;
    hostDisconnected(): void;
}
