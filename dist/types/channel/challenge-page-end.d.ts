/** The page's end towards the wrapper of a challenge: speaks first, once, to one origin, and believes guarded messages only. */
import type { Pristine } from '../pristine.js';
import { type ChallengeInit, type ChallengeMessage } from './challenge-protocol.js';
/**
 * @param origin - the fields origin; a document of any other origin in that frame never sees the address
 * @returns what closes the port
 */
export declare function beginChallenge(pristine: Pristine, wrapper: Window, origin: string, init: ChallengeInit, receive: (message: ChallengeMessage) => void): () => void;
