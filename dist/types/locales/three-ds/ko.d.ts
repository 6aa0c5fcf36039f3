import type { ThreeDsWords } from './ja.js';
/** 한국어: what the shopper reads of 3-D Secure. */
export declare const threeDs: ThreeDsWords;
