import type { Messages } from './messages.js';
/** Deutsch: what the shopper reads. */
export declare const messages: Messages;
