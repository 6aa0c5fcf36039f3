/**
 * The fields origin: what a merchant's CDN would be. It serves dist/ at its root. Its copy of the hosted document is the one
 * thing that knows the sandbox: the test hosts of the gateway are replaced by the sandbox's address and the document's policy is
 * pinned anew. The built document itself has no door for another gateway.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';

const DIST = fileURLToPath(new URL('../dist/', import.meta.url));
const HOSTED = 'hosted/index.html';
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.map': 'application/json',
};
/** GMO's test environment: where the script is, and where it sends its calls. */
const TEST_HOSTS = ['https://stg.static.mul-pay.jp', 'https://pt01.mul-pay.jp'];
/** The demo may be framed from this machine only. (CSP knows no IPv6 loopback.) */
const LOOPBACK = ['http', 'https'].flatMap((scheme) => ['localhost', '*.localhost', '127.0.0.1'].map((host) => `${scheme}://${host}:*`));

const HOSTED_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': `frame-ancestors ${LOOPBACK.join(' ')}`,
  'referrer-policy': 'no-referrer',
  'origin-agent-cluster': '?1',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), clipboard-read=()',
  'cross-origin-resource-policy': 'cross-origin',
  // for shops that are isolated from other origins; not `require-corp`: the gateway's script says nothing of who may load it
  'cross-origin-embedder-policy': 'credentialless',
  'cache-control': 'no-store',
};
/** On the shop's own origin the document is let in by this alone: it makes it opaque. */
const OPAQUE = 'sandbox allow-scripts allow-forms';

export interface Fields {
  readonly app: Hono;
  /** A hosted document that cannot load, for tests. */
  setHostedDown(isDown: boolean): void;
}

/**
 * @param sandboxOrigin - null serves the hosted document as it was built, for the gateway's own test environment
 * @param isOpaque - for the shop's own origin instead of one apart
 */
export function createFields(sandboxOrigin: string | null, isOpaque = false): Fields {
  const app = new Hono();
  let isHostedDown = false;

  app.get('*', async ({ req, body, notFound }) => {
    const file = `${req.path.slice(1)}${req.path.endsWith('/') ? 'index.html' : ''}`;
    // A list, not the file system's reading of the address: each file has one name, so its headers hang on that name.
    const files = (await readdir(DIST, { recursive: true })).map((name) => name.replaceAll('\\', '/'));
    const isHosted = file === HOSTED;
    if (!files.includes(file) || (isHosted && isHostedDown)) return notFound();
    const bytes = await readFile(join(DIST, file)).catch(() => null);
    if (!bytes) return notFound(); // a folder
    return body(isHosted && sandboxOrigin ? pointAtSandbox(bytes.toString(), sandboxOrigin) : new Uint8Array(bytes), 200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'access-control-allow-origin': '*',
      ...(isHosted ? HOSTED_HEADERS : { 'cache-control': 'no-cache' }),
      ...(isHosted && isOpaque && { 'content-security-policy': `${OPAQUE}; frame-ancestors 'self'` }),
    });
  });

  return {
    app,
    setHostedDown(isDown) {
      isHostedDown = isDown;
    },
  };
}

/** The same document with another test gateway, and with the hash of its changed script in its own policy. */
function pointAtSandbox(page: string, gatewayOrigin: string): string {
  const before = scriptHash(page);
  const changed = TEST_HOSTS.reduce((text, host) => text.replaceAll(host, gatewayOrigin), page);
  if (changed === page) throw new Error('dist/hosted/index.html does not name the test gateway: build it first');
  return changed.replace(before, () => scriptHash(changed));
}

function scriptHash(page: string): string {
  const script = /<script type="module">([^]*)<\/script>/.exec(page)?.[1] ?? '';
  return `sha256-${createHash('sha256').update(script).digest('base64')}`;
}
