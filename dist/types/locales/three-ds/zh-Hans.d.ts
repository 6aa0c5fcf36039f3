import type { ThreeDsWords } from './ja.js';
/** 简体中文: what the shopper reads of 3-D Secure. */
export declare const threeDs: ThreeDsWords;
