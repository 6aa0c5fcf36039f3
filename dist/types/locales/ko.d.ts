import type { LoadedMessages } from './messages.js';
/** 한국어: what the shopper reads. */
export declare const messages: LoadedMessages;
