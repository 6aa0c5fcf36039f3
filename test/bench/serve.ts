/** The origins of the bench, all on this machine: a shop, the fields origin, a gateway that answers nothing, and a rival's servers. */
import { readFileSync } from 'node:fs';
import { createFields, GATEWAY_HOSTS } from '../../demo/fields.ts';
import { listen } from '../../demo/listen.ts';
import { bundle, type Bundle } from './bundle.ts';
import { ALL, type Cell } from './cells.ts';
import { RoundTrips } from './round-trips.ts';

export interface Served {
  readonly origins: { readonly shop: string; readonly fields: string };
  /** What was asked for, in its order: `fields/hosted/index.html`. */
  readonly requests: string[];
  readonly bundles: ReadonlyMap<string, Bundle>;
  /** Where the page of a cell is. */
  pageOf(cell: Cell, options?: { readonly reserve?: number }): string;
  /** What it loads. */
  loadOf(cell: Cell): { readonly script: string | null; readonly isModule: boolean; readonly styles: string };
  /** From now on answers come in rounds: everything that is asked for before anything is answered is one. */
  inRoundTrips(): RoundTrips;
  /** And from now on at once, as at first. */
  inOneGo(): void;
  close(): Promise<unknown>;
}

const HERE = new URL('./', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, HERE), 'utf8');

/** The fields are to be used without the gateway; only a payment would need it. */
const GATEWAY_SCRIPT = 'window.Multipayment = { init() {}, getToken() {} }';

const EMPTY = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Empty</title><body>
<script>document.body.getBoundingClientRect(); parent.postMessage('ready', '*')</script></body></html>`;

const fieldsPage = (script: string) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Card details</title>
<style>html, body { margin: 0 }</style><body><script type="module">${script.replaceAll('</script', '<\\/script')}</script></body></html>`;

/** @param cells - those that are bundled */
export async function serve(cells: readonly Cell[]): Promise<Served> {
  const [shop, fields, gateway, rival] = [await listen('shop'), await listen('fields'), await listen('gateway'), await listen('rival-test')];
  const requests: string[] = [];
  let trips: RoundTrips | undefined;

  const bundles = new Map<string, Bundle>();
  for (const { name, entry } of cells) if (entry) bundles.set(name, await bundle(entry));
  const fieldsInFrame = await bundle('controls/fields-in-frame.ts');
  const frameScript = fieldsInFrame.files.get(fieldsInFrame.entry) ?? '';

  const logged = (origin: string, handle: (path: string, request: Request) => Response | Promise<Response>) => async (request: Request) => {
    const path = decodeURIComponent(new URL(request.url).pathname.slice(1));
    requests.push(`${origin}/${path}`);
    await trips?.pass(`${origin}/${path}`);
    return handle(path, request);
  };

  const answer = (body: string, type: string, headers: Readonly<Record<string, string>> = {}) =>
    new Response(body, { headers: { 'content-type': `${type}; charset=utf-8`, 'access-control-allow-origin': '*', ...headers } });
  const lasting = { 'cache-control': 'max-age=3600' };
  const nothing = () => new Response(null, { status: 404, headers: { 'access-control-allow-origin': '*' } });

  const pageOf = (cell: Cell, reserve: number) => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Checkout</title><link rel="icon" href="data:,">
<meta name="rival-origin" content="${rival.origin}">
<style>body { font: 16px sans-serif; margin: 20px; max-inline-size: 480px } label, label > input { display: block }
label > input { inline-size: 100%; box-sizing: border-box; font: inherit; padding: 10px }
#card { min-block-size: ${reserve}px } #below { block-size: 300px; background: #eee }</style>
<script src="/controls/harness.js"></script>
${cell.kind === 'ours' ? '<script src="/controls/ours.js"></script>' : ''}
${cell.frames ? `<script src="/controls/frames.js" data-fields-origin="${fields.origin}" data-frames="${cell.frames.paths.join(' ')}"
  data-order="${cell.frames.order}"></script>` : ''}
</head><body><h1>Checkout</h1><form action="/pay" method="post"><div id="card"></div></form><div id="below">Order summary</div></body></html>`;

  shop.serve(logged('shop', (path, request) => {
    const cell = ALL.find(({ name }) => path === `cell/${name}`);
    if (cell) return answer(pageOf(cell, Number(new URL(request.url).searchParams.get('reserve'))), 'text/html');
    if (/^controls\/(?:harness|ours|frames)\.js$/.test(path)) return answer(read(path), 'text/javascript', lasting);
    for (const { files } of bundles.values()) {
      const code = files.get(path);
      if (code !== undefined) return answer(code, 'text/javascript', lasting);
    }
    return nothing();
  }));

  const { app } = createFields(gateway.origin, { hosts: GATEWAY_HOSTS });
  const kept = new Map<string, { readonly body: string; readonly headers: Headers }>();
  /** Read once, so that the server is as quick for ours as for an empty document. */
  const fieldsFile = async (path: string) => {
    const file = await app.fetch(new Request(`${fields.origin}/${path}`));
    if (!file.ok) return null;
    const headers = new Headers(file.headers);
    // as a CDN has it: what is not the document may be kept
    if (headers.get('cache-control') === 'no-cache') headers.set('cache-control', 'max-age=3600');
    const found = { body: await file.text(), headers };
    kept.set(path, found);
    return found;
  };
  const hosted = await fieldsFile('hosted/index.html');
  if (!hosted) throw new Error('dist/ has no hosted document: build it first');
  for (const [path, body] of [['bench/empty.html', EMPTY], ['bench/fields.html', fieldsPage(frameScript)]] as const) {
    kept.set(path, { body, headers: hosted.headers });
  }
  fields.serve(logged('fields', async (path) => {
    const file = kept.get(path) ?? (await fieldsFile(path));
    return file ? new Response(file.body, { headers: file.headers }) : nothing();
  }));
  gateway.serve(logged('gateway', () => answer(GATEWAY_SCRIPT, 'text/javascript', { 'cross-origin-resource-policy': 'cross-origin' })));
  rival.serve(logged('rival', (path) => {
    if (path.endsWith('securedFields.html')) return answer(read('rivals/adyen-field.html'), 'text/html');
    if (path.endsWith('.html')) return answer('<!doctype html>', 'text/html');
    if (path.endsWith('.svg')) return answer('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="26"/>', 'image/svg+xml');
    return answer('{}', 'application/json', { 'access-control-allow-headers': 'content-type' });
  }));

  return {
    origins: { shop: shop.origin, fields: fields.origin },
    requests,
    bundles,
    pageOf: ({ name }, { reserve = 0 } = {}) => `${shop.origin}/cell/${encodeURIComponent(name)}?reserve=${reserve}`,
    loadOf({ name, kind, twinOf }) {
      if (kind === 'ours') return { script: `${fields.origin}/shoji-card.js`, isModule: false, styles: '' };
      const built = bundles.get(twinOf ?? name) ?? bundles.get(name);
      return { script: built ? `${shop.origin}/${built.entry}` : null, isModule: true, styles: built?.styles ?? '' };
    },
    inRoundTrips: () => (trips = new RoundTrips()),
    inOneGo: () => {
      trips = undefined;
    },
    close: () => Promise.all([shop, fields, gateway, rival].map((each) => each.close())),
  };
}
