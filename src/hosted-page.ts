/** The page inside the frame for `gateway="gmo"`. It is built into one self-contained file, dist/hosted/index.html. */
import { openCardDocument } from './hosted/card-document.js';

openCardDocument('gmo', 'sha256-of-gmo.js', ({ provider }) => provider !== 'gmo-pg' && 'provider-unsupported');
