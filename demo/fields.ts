/**
 * The fields origin: what a merchant's CDN would be. It serves dist/ at its root. Its copies of the hosted documents and of the
 * gateway's adapters beside them are all that knows the sandbox: the test hosts of the gateway are replaced by the sandbox's address and
 * the document's policy is pinned anew; its copy of the wrapper for challenges lets issuers without https in, as the sandbox's is. The built documents have no
 * such doors.
 */
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { BUILT } from './built-files.mjs';
import { ADAPTERS, adapterAtSandbox, pointAtSandbox, TEST_HOSTS } from './point-at-sandbox.mjs';

const DIST = fileURLToPath(BUILT);
const WRAPPER = 'hosted/challenge.html';
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.map': 'application/json',
};
/** Both environments, for a test that shows what a live shop sees. */
export const GATEWAY_HOSTS: readonly string[] = [...TEST_HOSTS, 'https://static.mul-pay.jp', 'https://p01.mul-pay.jp'];
/** The demo may be framed from this machine only. (CSP knows no IPv6 loopback.) */
const LOOPBACK = ['http', 'https'].flatMap((scheme) => ['localhost', '*.localhost', '127.0.0.1'].map((host) => `${scheme}://${host}:*`));

const HOSTED_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': `frame-ancestors ${LOOPBACK.join(' ')}`,
  'referrer-policy': 'no-referrer',
  'origin-agent-cluster': '?1',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), clipboard-read=()',
  // for shops that are isolated from other origins; not `require-corp`: the gateway's script says nothing of who may load it
  'cross-origin-embedder-policy': 'credentialless',
  'cache-control': 'no-store',
};
/** Neither issuers nor the gateway's own fields say that they may be in an isolated page, so what is around them cannot ask for it. */
const FRAMING_HEADERS = Object.fromEntries(Object.entries(HOSTED_HEADERS).filter(([name]) => name !== 'cross-origin-embedder-policy'));
/** On the shop's own origin the document is let in by this alone: it makes it opaque. */
const OPAQUE = 'sandbox allow-scripts allow-forms';

export interface Fields {
  readonly app: Hono;
  /** A hosted document that cannot load, for tests. */
  setHostedDown(isDown: boolean): void;
  /** The same for the wrapper around challenges. */
  setWrapperDown(isDown: boolean): void;
}

export interface FieldsOptions {
  /** For the shop's own origin instead of one apart. */
  readonly isOpaque?: boolean;
  /** Whose place the sandbox takes; those of the gateway's test environment when left out. */
  readonly hosts?: readonly string[];
}

/** @param sandboxOrigin - null serves the hosted document as it was built, for the gateway's own test environment */
export function createFields(sandboxOrigin: string | null, { isOpaque = false, hosts = TEST_HOSTS }: FieldsOptions = {}): Fields {
  const app = new Hono();
  let isHostedDown = false;
  let isWrapperDown = false;

  app.get('*', async ({ req, body, notFound }) => {
    const file = `${req.path.slice(1)}${req.path.endsWith('/') ? 'index.html' : ''}`;
    // A list, not the file system's reading of the address: each file has one name, so its headers hang on that name.
    const files = (await readdir(DIST, { recursive: true })).map((name) => name.replaceAll('\\', '/'));
    const isHosted = Object.hasOwn(ADAPTERS, file);
    const isWrapper = file === WRAPPER;
    if (!files.includes(file) || (isHosted && isHostedDown) || (isWrapper && isWrapperDown)) return notFound();
    const bytes = await readFile(join(DIST, file)).catch(() => null);
    if (!bytes) return notFound(); // a folder
    const changed =
      sandboxOrigin === null ? null
      : isHosted ? pointAtSandbox(bytes.toString(), sandboxOrigin, hosts, file)
      : Object.values(ADAPTERS).includes(file) ? adapterAtSandbox(sandboxOrigin, hosts, file)
      : isWrapper ? letLoopbackIn(bytes.toString())
      : null;
    return body(changed ?? new Uint8Array(bytes), 200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      ...(isWrapper || ADAPTERS[file] === null ? FRAMING_HEADERS : isHosted ? HOSTED_HEADERS : { 'cache-control': 'no-cache' }),
      ...(isHosted && isOpaque && { 'content-security-policy': `${OPAQUE}; frame-ancestors 'self'` }),
    });
  });

  return {
    app,
    setHostedDown(isDown) {
      isHostedDown = isDown;
    },
    setWrapperDown(isDown) {
      isWrapperDown = isDown;
    },
  };
}

/** The same wrapper, open for issuers on this machine, which have no https. */
function letLoopbackIn(page: string): string {
  const changed = page.replace('frame-src https:', `frame-src https: ${LOOPBACK.filter((host) => host.startsWith('http:')).join(' ')}`);
  if (changed === page) throw new Error('dist/hosted/challenge.html lets in more than https');
  return changed;
}
