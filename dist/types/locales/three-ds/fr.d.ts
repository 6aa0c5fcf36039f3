import type { ThreeDsWords } from './ja.js';
/** Français: what the shopper reads of 3-D Secure. */
export declare const threeDs: ThreeDsWords;
