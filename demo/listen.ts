/** One loopback server per origin. The ports are taken before the applications exist, because each must know the others' addresses. */
import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { createAdaptorServer, type Http2Bindings, type HttpBindings } from '@hono/node-server';

/** The bindings are Node's own request and answer, for what a `Response` cannot do. */
type Handler = (request: Request, bindings: HttpBindings | Http2Bindings) => Response | Promise<Response>;

export interface Listening {
  readonly port: number;
  /** For browsers: `http://<name>.localhost:<port>`. Names under localhost resolve in browsers only. */
  readonly origin: string;
  /** For servers calling each other: `http://127.0.0.1:<port>`. */
  readonly loopback: string;
  /** Until this is called, every request is answered 503. */
  serve(handler: Handler): void;
  /** Passes websockets on, to a server that knows them. */
  passUpgrades(to: () => Socket): void;
  close(): Promise<void>;
}

/** Listens on the preferred port of 127.0.0.1, or on any free one when that is taken. */
export async function listen(name: string, preferred = 0): Promise<Listening> {
  let handler: Handler = () => new Response('starting', { status: 503 });
  const server = createAdaptorServer({ fetch: (request: Request, bindings: HttpBindings | Http2Bindings) => handler(request, bindings) }) as Server;
  await bind(server, preferred).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return bind(server, 0);
  });
  const { port } = server.address() as AddressInfo;
  const upgraded = new Set<Duplex>();
  return {
    port,
    origin: `http://${name}.localhost:${String(port)}`,
    loopback: `http://127.0.0.1:${String(port)}`,
    serve(next) {
      handler = next;
    },
    passUpgrades(to) {
      server.on('upgrade', ({ method, url, rawHeaders }, browser, head) => {
        const other = to();
        const ends = () => {
          for (const end of [browser, other]) end.destroy();
          upgraded.delete(browser);
        };
        for (const end of [browser, other]) end.on('error', ends).on('close', ends);
        upgraded.add(browser);
        const lines = rawHeaders.map((text, index) => text + (index % 2 ? '\r\n' : ': ')).join('');
        other.write(`${method ?? 'GET'} ${url ?? '/'} HTTP/1.1\r\n${lines}\r\n`);
        other.write(head);
        browser.pipe(other).pipe(browser);
      });
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
        for (const end of upgraded) end.destroy();
      }),
  };
}

const bind = (server: Server, port: number) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
