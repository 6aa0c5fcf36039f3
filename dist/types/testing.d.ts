/** `shoji-card/testing`: fills the fields in a shop's own tests, with Playwright. Runs in Node, and changes nothing by being imported. */
export { cardOf, type Card, type CardValues, type WaitOptions } from './testing/card.js';
export { CardFailure, type CardFieldName } from './testing/card-readiness.js';
export { answerChallenge, challengeOf, type Challenge } from './testing/challenge.js';
export { userOf, type User } from './testing/user-event.js';
export { within, type CardQueries } from './testing/within.js';
