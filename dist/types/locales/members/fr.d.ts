import type { MemberWords } from './ja.js';
/** Français: what the shopper reads of saved cards and of ways to pay. */
export declare const members: MemberWords;
