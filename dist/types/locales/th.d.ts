import type { Messages } from './messages.js';
/** ไทย: what the shopper reads. */
export declare const messages: Messages;
