import type { LoadedMessages } from './messages.js';
/** Deutsch: what the shopper reads. */
export declare const messages: LoadedMessages;
