import type { ThreeDsWords } from './ja.js';
/** Español: what the shopper reads of 3-D Secure. */
export declare const threeDs: ThreeDsWords;
