/**
 * A second origin for component tests: the hosted document as built, a hosted document that a test drives (stub-hosted.html), and
 * a gateway whose answer is chosen by the shop ID (`ok`, `code101`, `silent`, `refuse`, `malformed`). It is the card issuer, too:
 * `/issuer` shows its page, and `/issuer?to=…` sends the browser on at once. The wrapper for challenges lies beside the hosted
 * document, and under `/as-built/` with its own policy, which lets no http address in; under
 * `/lone/` there is none, and under `/mute/` it never comes.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { ADAPTERS, adapterAtSandbox, pointAtSandbox } from '../../demo/point-at-sandbox.mjs';

const DIST = new URL('../../dist/', import.meta.url);
const ROMANISER = new URL('../../dist/hosted/romanise.js', import.meta.url);
const WRAPPER = new URL('../../dist/hosted/challenge.html', import.meta.url);
const STUB = new URL('stub-hosted.html', import.meta.url);

/** dist/hosted/index.html, or another document with our fields, with this gateway. */
export const hostedDocument = async (gatewayOrigin, file = 'hosted/index.html') =>
  pointAtSandbox(await readFile(new URL(file, DIST), 'utf8'), gatewayOrigin, undefined, file);

/** dist/hosted/challenge.html, which lets this machine's issuers in besides those with https. */
async function wrapperDocument() {
  const page = await readFile(WRAPPER, 'utf8');
  return page.replace('frame-src https:', 'frame-src https: http://127.0.0.1:* http://localhost:*');
}

const issuerPage = (to, says) => `<!doctype html><html lang="en"><title>Card issuer</title>
  <style>body { margin: 0; padding: 24px; font: 16px/1.5 system-ui, sans-serif } input, button { font: inherit; padding: 10px; margin-block: 8px }
  button { border: 0; border-radius: 6px; background: #0a5; color: #fff }</style>
  <h1>Example Bank</h1><p>We have sent a code to 090-****-1234.</p>
  <form><label>Code <input inputmode="numeric" autocomplete="one-time-code"></label><br><button>Confirm</button></form>
  ${says ? `<script>top.postMessage({ shoji: 'returned' }, '*')</script>` : ''}
  ${to ? `<script>location.replace(${JSON.stringify(to)})</script>` : ''}`;

/** Asks for its answer by JSONP, as GMO's script does. No card detail leaves it. */
const tokenScript = (origin) => `window.Multipayment = {
  init(shopId) { this.shopId = shopId; },
  getToken(card, callback) {
    const script = document.createElement('script');
    const query = new URLSearchParams({ shop: this.shopId, callback: callback.name, count: card.tokennumber });
    script.src = '${origin}/ext/api/getToken?' + query;
    document.head.append(script);
  },
};`;

/** @returns the script that answers, or null for a line that breaks */
function tokenAnswer(query) {
  const shop = query.get('shop') ?? '';
  const call = (answer) => `${query.get('callback')}(${JSON.stringify(answer)});`;
  const code = /^code(\d+)$/.exec(shop)?.[1];
  if (code) return call({ resultCode: code });
  if (shop === 'silent') return '';
  if (shop === 'malformed') return call({ resultCode: '000', tokenObject: {} });
  if (shop === 'refuse') return null;
  const token = Array.from({ length: Number(query.get('count')) }, (_, index) => `token-${index + 1}`);
  const tokenObject = { token, maskedCardNo: '*************111', toBeExpiredAt: '2031-01-31-12-00-00', isSecurityCodeSet: true };
  return call({ resultCode: '000', tokenObject });
}

export async function startStubOrigin() {
  let origin = '';
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', origin);
    const send = (type, body) => {
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store', 'access-control-allow-origin': '*' }).end(body);
    };
    try {
      const file = pathname.slice(1);
      if (Object.hasOwn(ADAPTERS, file)) send('text/html', await hostedDocument(origin, file));
      else if (Object.values(ADAPTERS).includes(file)) send('text/javascript', adapterAtSandbox(origin, undefined, file));
      else if (pathname === '/hosted/romanise.js') send('text/javascript', await readFile(ROMANISER));
      else if (pathname === '/challenge.html' || pathname === '/hosted/challenge.html') send('text/html', await wrapperDocument());
      else if (pathname === '/as-built/challenge.html') send('text/html', await readFile(WRAPPER));
      else if (pathname === '/issuer') send('text/html', issuerPage(searchParams.get('to'), searchParams.has('say')));
      else if (/^\/(?:as-built\/|lone\/|mute\/)?stub-hosted\.html$/.test(pathname)) send('text/html', await readFile(STUB));
      else if (pathname === '/redirect') response.writeHead(302, { location: searchParams.get('to') ?? '' }).end();
      else if (pathname === '/endless' || pathname === '/mute/challenge.html') response.writeHead(200, { 'content-type': 'text/html' }).write('<!doctype html>');
      else if (pathname === '/ext/js/token.js') send('text/javascript', tokenScript(origin));
      else if (pathname === '/ext/api/getToken') {
        const answer = tokenAnswer(searchParams);
        if (answer === null) response.destroy();
        else send('text/javascript', answer);
      } else response.writeHead(404).end();
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  server.unref();
  const { port } = server.address();
  origin = `http://127.0.0.1:${port}`;
  return { origin, otherOrigin: `http://localhost:${port}` };
}
