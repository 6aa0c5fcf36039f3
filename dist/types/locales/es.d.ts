import type { LoadedMessages } from './messages.js';
/** Español: what the shopper reads. Words that Spain and Latin America share: «escriba», neither «introduzca» nor «ingrese». */
export declare const messages: LoadedMessages;
