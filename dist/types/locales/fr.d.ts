import type { LoadedMessages } from './messages.js';
/** Français: what the shopper reads. */
export declare const messages: LoadedMessages;
