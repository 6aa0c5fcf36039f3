/** What the document of the fields is served with, in the demo as in the recipes: each is there for a reason of the threat model. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createFields } from '../../demo/fields.ts';

const headersOf = async (isOpaque: boolean): Promise<Record<string, string>> => {
  const answer = await createFields('http://gateway.localhost:1', { isOpaque }).app.fetch(new Request('http://fields.localhost/hosted/index.html'));
  return Object.fromEntries(answer.headers);
};

const SAME = {
  'access-control-allow-origin': '*',
  'cache-control': 'no-store',
  'content-type': 'text/html; charset=utf-8',
  'cross-origin-embedder-policy': 'credentialless',
  'cross-origin-resource-policy': 'cross-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), clipboard-read=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

describe('the hosted document’s headers', () => {
  it('on an origin of its own: these and no others, framed by the demo’s shop alone', async () => {
    const { 'content-security-policy': policy, ...rest } = await headersOf(false);
    assert.deepEqual(rest, SAME);
    assert.match(policy ?? '', /^frame-ancestors http:\/\/localhost:\* http:\/\/\*\.localhost:\* /);
    assert.doesNotMatch(policy ?? '', /\s(?:\*|https?:)(?:\s|$)/);
  });

  it('on the shop’s own origin: opaque as well', async () => {
    const { 'content-security-policy': policy, ...rest } = await headersOf(true);
    assert.deepEqual(rest, SAME);
    assert.equal(policy, `sandbox allow-scripts allow-forms; frame-ancestors 'self'`);
  });
});
