/** The page inside the frame. It is built into one self-contained file, dist/hosted/index.html. */
import { acceptPage } from './channel/hosted-end.js';
import { loadGateway } from './gateway/load-gateway.js';
import { CardForm } from './hosted/card-form.js';
import { isReadableFromOutside } from './hosted/framing.js';

void acceptPage(window).then((end) => {
  if (isReadableFromOutside(window)) end.send({ type: 'error', id: null, code: 'hosted-readable' });
  else new CardForm(end, loadGateway(end.init)).start();
});
