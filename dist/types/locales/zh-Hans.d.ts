import type { LoadedMessages } from './messages.js';
/** 简体中文: what the shopper reads. */
export declare const messages: LoadedMessages;
