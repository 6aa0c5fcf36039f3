import type { ThreeDsWords } from './ja.js';
/** Deutsch: what the shopper reads of 3-D Secure. */
export declare const threeDs: ThreeDsWords;
