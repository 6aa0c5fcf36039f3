/** The page inside the frame. It is built into one self-contained file, dist/hosted/index.html. */
import type { Romanise } from './card/cardholder-name.js';
import { acceptPage } from './channel/hosted-end.js';
import type { CreateGateway } from './gateway/gateway.js';
import { LateGateway } from './gateway/late-gateway.js';
import { CardForm } from './hosted/card-form.js';
import { isReadableFromOutside } from './hosted/framing.js';
import { loadBeside } from './hosted/load-beside.js';

/** The build puts the hashes of the built files in, which lie beside the document. */
const ROMANISER = 'sha256-of-romanise.js';
const GATEWAYS = { gmo: 'sha256-of-gmo.js' } as const;

void acceptPage(window).then((end) => {
  const { init } = end;
  const loadGateway = async () => {
    const create = await loadBeside<CreateGateway>(document, `${init.gateway}.js`, GATEWAYS[init.gateway]);
    return create?.(init) ?? null;
  };
  const loadRomaniser = () => loadBeside<Romanise>(document, 'romanise.js', ROMANISER);
  if (isReadableFromOutside(window)) end.send({ type: 'error', id: null, code: 'hosted-readable' });
  else new CardForm(end, new LateGateway(loadGateway), loadRomaniser).start();
});
