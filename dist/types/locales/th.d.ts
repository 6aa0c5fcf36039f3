import type { LoadedMessages } from './messages.js';
/** ไทย: what the shopper reads. */
export declare const messages: LoadedMessages;
