import type { LoadedMessages } from './messages.js';
/** Tiếng Việt: what the shopper reads. */
export declare const messages: LoadedMessages;
