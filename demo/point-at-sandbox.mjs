/**
 * The hosted document with another test gateway. Plain JavaScript, because the configuration of the component tests imports it,
 * too, where no loader of TypeScript runs.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { BUILT } from './built-files.mjs';

/** GMO's test environment: where the script is, and where it sends its calls. */
export const TEST_HOSTS = ['https://stg.static.mul-pay.jp', 'https://pt01.mul-pay.jp'];

const ADAPTER = new URL('hosted/gmo.js', BUILT);

const hashOf = (script) => `sha256-${createHash('sha256').update(script).digest('base64')}`;
const inlined = (page) => /<script type="module">([^]*)<\/script>/.exec(page)?.[1] ?? '';

const withGateway = (text, gatewayOrigin, hosts) => hosts.reduce((changed, host) => changed.replaceAll(host, gatewayOrigin), text);

/** The gateway's adapter, hosted/gmo.js, with another gateway in place of these hosts. */
export function adapterAtSandbox(gatewayOrigin, hosts = TEST_HOSTS) {
  const adapter = readFileSync(ADAPTER, 'utf8');
  const changed = withGateway(adapter, gatewayOrigin, hosts);
  if (changed === adapter) throw new Error('dist/hosted/gmo.js does not name the test gateway: build it first');
  return changed;
}

/** The same document, which lets that adapter and that gateway in: the hashes of both scripts in its policy are the new ones. */
export function pointAtSandbox(page, gatewayOrigin, hosts = TEST_HOSTS) {
  const built = hashOf(readFileSync(ADAPTER));
  const adapter = hashOf(adapterAtSandbox(gatewayOrigin, hosts));
  const changed = withGateway(page, gatewayOrigin, hosts).replaceAll(built, adapter);
  if (!changed.includes(adapter)) throw new Error('dist/hosted/index.html does not pin its adapter: build it first');
  return changed.replace(hashOf(inlined(page)), () => hashOf(inlined(changed)));
}
