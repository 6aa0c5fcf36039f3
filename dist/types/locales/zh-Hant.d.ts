import type { LoadedMessages } from './messages.js';
/** 繁體中文: what the shopper reads. */
export declare const messages: LoadedMessages;
