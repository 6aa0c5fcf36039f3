/**
 * The hosted document with another test gateway. Plain JavaScript, because the configuration of the component tests imports it,
 * too, where no loader of TypeScript runs.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { BUILT } from './built-files.mjs';

/** The test environments of GMO and of SMBC GMO Payment: where the scripts are, and where they send their calls. */
export const TEST_HOSTS = ['https://stg.static.mul-pay.jp', 'https://pt01.mul-pay.jp', 'https://stg-static.smbc-gp.co.jp'];
/** The documents of token v2 let in every host of theirs. */
const ANY_HOSTS = ['https://*.mul-pay.jp', 'https://*.smbc-gp.co.jp'];

/** Each document with card fields, and the gateway's adapter beside it; the one with the gateway's own fields has it in itself. */
export const ADAPTERS = { 'hosted/index.html': 'hosted/gmo.js', 'hosted/gmo-v2.html': 'hosted/gmo-v2.js', 'hosted/gateway-fields.html': null };

const hashOf = (script) => `sha256-${createHash('sha256').update(script).digest('base64')}`;
const inlined = (page) => /<script type="module">([^]*)<\/script>/.exec(page)?.[1] ?? '';

const withGateway = (text, gatewayOrigin, hosts) => [...hosts, ...ANY_HOSTS].reduce((changed, host) => changed.replaceAll(host, gatewayOrigin), text);

/** A gateway's adapter with another gateway in place of these hosts. */
export function adapterAtSandbox(gatewayOrigin, hosts = TEST_HOSTS, file = 'hosted/gmo.js') {
  const adapter = readFileSync(new URL(file, BUILT), 'utf8');
  const changed = withGateway(adapter, gatewayOrigin, hosts);
  if (changed === adapter) throw new Error(`dist/${file} does not name the test gateway: build it first`);
  return changed;
}

/** The same document, which lets its adapter and that gateway in: the hashes of both scripts in its policy are the new ones. */
export function pointAtSandbox(page, gatewayOrigin, hosts = TEST_HOSTS, file = 'hosted/index.html') {
  const adapterFile = ADAPTERS[file];
  let changed = withGateway(page, gatewayOrigin, hosts);
  if (changed === page) throw new Error(`dist/${file} does not name the test gateway: build it first`);
  if (adapterFile) {
    const built = hashOf(readFileSync(new URL(adapterFile, BUILT)));
    if (!page.includes(built)) throw new Error(`dist/${file} does not pin its adapter: build it first`);
    changed = changed.replaceAll(built, hashOf(adapterAtSandbox(gatewayOrigin, hosts, adapterFile)));
  }
  return changed.replace(hashOf(inlined(page)), () => hashOf(inlined(changed)));
}
