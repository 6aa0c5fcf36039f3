/** The page inside the frame for `gateway="gmo-v2"`. It is built into one self-contained file, dist/hosted/gmo-v2.html. */
import { wrongKeys } from './gateway/gmo-keys.js';
import { openCardDocument } from './hosted/card-document.js';

openCardDocument('gmo-v2', 'sha256-of-gmo-v2.js', wrongKeys);
