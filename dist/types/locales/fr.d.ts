import type { Messages } from './messages.js';
/** Français: what the shopper reads. */
export declare const messages: Messages;
