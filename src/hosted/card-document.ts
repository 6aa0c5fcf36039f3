/** The document with our own fields, whichever the gateway. */
import type { Romanise } from '../card/cardholder-name.js';
import { acceptPage } from '../channel/hosted-end.js';
import type { InitMessage } from '../channel/protocol.js';
import type { ErrorCode } from '../errors.js';
import type { CreateGateway } from '../gateway/gateway.js';
import { LateGateway } from '../gateway/late-gateway.js';
import { CardForm } from './card-form.js';
import { isReadableFromOutside } from './framing.js';
import { loadBeside } from './load-beside.js';

/** The build puts the hash of the built file in, which lies beside the document. */
const ROMANISER = 'sha256-of-romanise.js';

/**
 * @param gateway - as the page has to name it; its adapter lies beside the document under that name
 * @param integrity - of that adapter
 * @param wrongIn - what the gateway would not understand
 */
export function openCardDocument(gateway: string, integrity: string, wrongIn: (init: InitMessage) => ErrorCode | false): void {
  void acceptPage(window).then((end) => {
    const { init } = end;
    const loadGateway = async () => (await loadBeside<CreateGateway>(document, `${gateway}.js`, integrity))?.(init) ?? null;
    const loadRomaniser = () => loadBeside<Romanise>(document, 'romanise.js', ROMANISER);
    const code =
      (isReadableFromOutside(window) && 'hosted-readable') ||
      (init.gateway !== gateway && 'gateway-unsupported') ||
      (init.fieldsBy !== 'shoji' && 'fields-by-unsupported') ||
      wrongIn(init);
    if (code) end.send({ type: 'error', id: null, code });
    else new CardForm(end, new LateGateway(loadGateway), loadRomaniser).start();
  });
}
