import type { LoadedMessages } from './messages.js';
/** Bahasa Indonesia: what the shopper reads. */
export declare const messages: LoadedMessages;
