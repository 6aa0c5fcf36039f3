/** An app of a framework as it runs: its built files, or a server of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { proxy } from 'hono/proxy';
import { listen } from '../listen.ts';
import { environmentOf, folderOf, manifestOf } from './prepare.mjs';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};
const START_DEADLINE = 120_000;

export interface App {
  answer(request: Request): Promise<Response>;
  /** Of its server on 127.0.0.1, which may speak by websockets; undefined for files. */
  readonly port: number | undefined;
  close(): Promise<void>;
}

/** An app that is installed and built. */
export const startApp = (name: string): Promise<App> =>
  manifestOf(name).scripts?.['start'] ? startServer(folderOf(name), 'start', environmentOf(name)) : Promise.resolve(serveFiles(join(folderOf(name), 'build')));

function serveFiles(folder: string): App {
  return {
    port: undefined,
    async answer({ url }) {
      const path = decodeURIComponent(new URL(url).pathname); // no `..`: an URL has none
      const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
      const bytes = await readFile(file).catch(() => null);
      if (!bytes) return new Response('Not Found', { status: 404 });
      return new Response(new Uint8Array(bytes), { headers: { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' } });
    },
    close: () => Promise.resolve(),
  };
}

/** Runs `npm run <script>` in the folder, with a port of its own. */
export async function startServer(folder: string, script: string, environment = process.env): Promise<App> {
  const reserved = await listen('app');
  const { port } = reserved;
  await reserved.close(); // its port goes to the process
  const said: string[] = [];
  const isWindows = process.platform === 'win32';
  const child = spawn('npm', ['run', '--silent', script], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...environment, PORT: String(port), HOST: '127.0.0.1', HOSTNAME: '127.0.0.1' },
    detached: !isWindows, // npm's own children end with it, as a group
    shell: isWindows,
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(String(chunk)));
  const ended = once(child, 'close'); // of all that write to its output: npm itself ends before the server does
  const address = `http://127.0.0.1:${port}`;
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  const app: App = {
    port,
    answer(request) {
      const { pathname, search, host } = new URL(request.url);
      return proxy(`${address}${pathname}${search}`, { raw: request, redirect: 'manual', headers: { ...Object.fromEntries(request.headers), 'x-forwarded-host': host } });
    },
    async close() {
      if (!isRunning() || !child.pid) return;
      if (isWindows) child.kill();
      else process.kill(-child.pid, 'SIGTERM');
      await ended;
    },
  };
  const end = Date.now() + START_DEADLINE;
  while (!(await fetch(address).then(() => true, () => false))) {
    if (!isRunning() || Date.now() > end) {
      await app.close();
      throw new Error(`npm run ${script} in ${folder} does not answer:\n${said.join('')}`);
    }
    await pause(100);
  }
  return app;
}
