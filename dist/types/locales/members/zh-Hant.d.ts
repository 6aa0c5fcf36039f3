import type { MemberWords } from './ja.js';
/** 繁體中文: what the shopper reads of saved cards and of ways to pay. */
export declare const members: MemberWords;
