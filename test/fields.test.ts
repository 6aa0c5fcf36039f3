/** The demo's fields origin: one document, one address, and its headers always with it. Needs dist/. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createFields } from '../demo/fields.ts';
import { headersOf } from './strict-page/readme-recipes.ts';

const SANDBOX = 'http://gateway.localhost:3002';

describe('the fields origin', () => {
  const { app, setHostedDown } = createFields(SANDBOX);
  const get = async (path: string) => app.request(`http://fields.localhost${path}`);

  // every way that an address can be written: each is the document, or nothing at all
  for (const path of [
    '/hosted/index.html',
    '/hosted/',
    '/hosted/./index.html',
    '/hosted/x/../index.html',
    '/hosted/%69ndex.html',
    '/%68osted/index.html',
    '/hosted/%2e/index.html',
    '/hosted\\index.html',
    '/hosted/index.html?a=1',
  ]) {
    it(`gives ${JSON.stringify(path)} with its headers and the sandbox's address`, async () => {
      const response = await get(path);
      assert.equal(response.status, 200);
      const text = await response.text();
      assert.match(response.headers.get('content-security-policy') ?? '', /^frame-ancestors http:\/\/localhost:\*/);
      assert.equal(response.headers.get('referrer-policy'), 'no-referrer');
      assert.equal(response.headers.get('cache-control'), 'no-store');
      assert.equal(response.headers.get('origin-agent-cluster'), '?1');
      assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
      assert.ok(response.headers.has('permissions-policy'));
      assert.ok(text.includes(SANDBOX));
      assert.doesNotMatch(text, /stg\.static\.mul-pay\.jp|pt01\.mul-pay\.jp/);
    });
  }

  const advised: readonly (readonly [recipe: string, path: string])[] = [
    ['hosted', '/hosted/index.html'], ['files', '/shoji-card.js'], ['files', '/hosted/romanise.js'], ['files', '/locales/de.js'],
  ];
  for (const [recipe, path] of advised) {
    it(`sends with ${path} what the README advises`, async () => {
      const { headers } = await get(path);
      for (const [name, value] of headersOf(recipe)) {
        // it lets every page of this machine frame the document, and not one shop
        if (name !== 'Content-Security-Policy') assert.equal(headers.get(name), value, name);
      }
    });
  }

  it('serves the document and the script at their own addresses', async () => {
    assert.equal((await get('/hosted/')).status, 200);
    assert.equal((await get('/hosted/index.html')).status, 200);
    const script = await get('/shoji-card.js');
    assert.equal(script.status, 200);
    assert.equal(script.headers.get('content-type'), 'text/javascript; charset=utf-8');
    assert.equal(script.headers.get('access-control-allow-origin'), '*');
  });

  for (const path of [
    '/hosted',
    '/hosted//index.html',
    '//hosted/index.html',
    '/hosted%2findex.html',
    '/hosted%2Findex.html',
    '/hosted/x%2f..%2findex.html',
    '/hosted%5cindex.html',
    '/hosted/index.html/',
    '/hosted/index.html%00',
    '/HOSTED/index.html',
    '/.%2fhosted/index.html',
    '/../dist/hosted/index.html',
    '/%2e%2e/dist/hosted/index.html',
    '/..%2fdist%2fhosted%2findex.html',
    '/%252e%252e/dist/hosted/index.html',
    '/', '/types', '/nothing.js', '/..%2fpackage.json', '/%2e%2e/package.json', '/..%5cpackage.json', '/%00', '/%',
  ]) {
    it(`has nothing at ${JSON.stringify(path)}`, async () => {
      assert.equal((await get(path)).status, 404);
    });
  }

  it('can be made to lose the document', async () => {
    setHostedDown(true);
    assert.equal((await get('/hosted/')).status, 404);
    assert.equal((await get('/hosted/index.html')).status, 404);
    setHostedDown(false);
    assert.equal((await get('/hosted/')).status, 200);
  });

  it('opens its copy of the wrapper for challenges to issuers of this machine, and leaves it free of isolation', async () => {
    const response = await get('/hosted/challenge.html');
    const text = await response.text();
    assert.match(text, /frame-src https: http:\/\/localhost:\* http:\/\/\*\.localhost:\* http:\/\/127\.0\.0\.1:\*;/);
    assert.match(response.headers.get('content-security-policy') ?? '', /^frame-ancestors http:\/\/localhost:\*/);
    assert.equal(response.headers.has('cross-origin-embedder-policy'), false, 'issuers do not say that they may be in an isolated page');
  });

  it('serves the wrapper as it was built for the gateway’s own test environment', async () => {
    const response = await createFields(null).app.request('http://fields.localhost/hosted/challenge.html');
    assert.match(await response.text(), /frame-src https:;/);
  });
});
