/** The page inside the frame. It is built into one self-contained file, dist/hosted/index.html. */
import { acceptPage } from './channel/hosted-end.js';
import { loadGateway } from './gateway/load-gateway.js';
import { CardForm } from './hosted/card-form.js';
import { isReadableFromOutside } from './hosted/framing.js';
import { loadRomaniser } from './hosted/load-romaniser.js';

/** The build puts the hash of the built hosted/romanise.js in. */
const ROMANISER = 'sha256-of-the-romaniser';

void acceptPage(window).then((end) => {
  if (isReadableFromOutside(window)) end.send({ type: 'error', id: null, code: 'hosted-readable' });
  else new CardForm(end, loadGateway(end.init), () => loadRomaniser(document, ROMANISER)).start();
});
