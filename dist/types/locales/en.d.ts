import type { Messages } from './messages.js';
/** English: what the shopper reads. */
export declare const en: Messages;
