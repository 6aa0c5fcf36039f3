import type { LoadedMessages } from './messages.js';
/** Português, as in Brazil: what the shopper reads. */
export declare const messages: LoadedMessages;
