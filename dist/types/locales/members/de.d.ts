import type { MemberWords } from './ja.js';
/** Deutsch: what the shopper reads of saved cards and of ways to pay. */
export declare const members: MemberWords;
