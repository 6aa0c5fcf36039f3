/**
 * The hosted document with another test gateway. Plain JavaScript, because the configuration of the component tests imports it,
 * too, where no loader of TypeScript runs.
 */
import { createHash } from 'node:crypto';

/** GMO's test environment: where the script is, and where it sends its calls. */
export const TEST_HOSTS = ['https://stg.static.mul-pay.jp', 'https://pt01.mul-pay.jp'];

const scriptHash = (page) => {
  const script = /<script type="module">([^]*)<\/script>/.exec(page)?.[1] ?? '';
  return `sha256-${createHash('sha256').update(script).digest('base64')}`;
};

/** The same document with another gateway in place of these hosts, and with the hash of its changed script in its own policy. */
export function pointAtSandbox(page, gatewayOrigin, hosts = TEST_HOSTS) {
  const changed = hosts.reduce((text, host) => text.replaceAll(host, gatewayOrigin), page);
  if (changed === page) throw new Error('dist/hosted/index.html does not name the test gateway: build it first');
  return changed.replace(scriptHash(page), () => scriptHash(changed));
}
