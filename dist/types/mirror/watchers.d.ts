import { type Outline } from './outlines.js';
/** @param fields - each in all its states, the first of which is none */
export declare function watchersOf(fields: readonly (readonly Outline[])[]): HTMLElement[];
