/** The wrapper in which a challenge runs. It is built into one self-contained file, dist/hosted/challenge.html. */
import { acceptChallenge } from './channel/challenge-hosted-end.js';
import { showChallenge } from './hosted/show-challenge.js';

void acceptChallenge(window).then((end) => {
  showChallenge(document, end);
});
