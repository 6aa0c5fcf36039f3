/**
 * The page inside the frame for `fields-by="gateway"`. It is built into one self-contained file, dist/hosted/gateway-fields.html. Its
 * fields are frames of the gateway's, so it has to have an origin: theirs would lose their own with it.
 */
import type { Romanise } from './card/cardholder-name.js';
import { acceptPage } from './channel/hosted-end.js';
import { GmoFieldsV2 } from './gateway/gmo-fields-v2.js';
import { wrongKeys } from './gateway/gmo-keys.js';
import { isReadableFromOutside } from './hosted/framing.js';
import { GatewayForm } from './hosted/gateway-form.js';
import { loadBeside } from './hosted/load-beside.js';

/** The build puts the hash of the built file in, which lies beside the document. */
const ROMANISER = 'sha256-of-romanise.js';

void acceptPage(window).then((end) => {
  const { init } = end;
  const code =
    (isReadableFromOutside(window) && 'hosted-readable') ||
    ((init.gateway !== 'gmo-v2' || init.fieldsBy !== 'gateway' || window.origin === 'null') && 'fields-by-unsupported') ||
    wrongKeys(init);
  const loadRomaniser = () => loadBeside<Romanise>(document, 'romanise.js', ROMANISER);
  if (code) end.send({ type: 'error', id: null, code });
  else new GatewayForm(end, (stage) => new GmoFieldsV2({ ...init, stage }), loadRomaniser).start();
});
