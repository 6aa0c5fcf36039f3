/** The built wrapper of a challenge: pins itself, frames https and nothing else, speaks of nothing but where the issuer is. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const page = readFileSync(new URL('../dist/hosted/challenge.html', import.meta.url), 'utf8');
const inlined = (name: string) => new RegExp(`<${name}\\b[^>]*>([^]*?)</${name}>`).exec(page)?.[1] ?? '';
const hash = (text: string) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';

describe('dist/hosted/challenge.html', () => {
  it('lets in its own script and style, and issuers with https', () => {
    assert.deepEqual(policy.split('; ').sort(), [
      "base-uri 'none'",
      "default-src 'none'",
      "form-action 'none'",
      'frame-src https:',
      `script-src ${hash(inlined('script'))}`,
      `style-src ${hash(inlined('style'))}`,
    ]);
  });

  it('has its policy before anything that the policy is about', () => {
    assert.ok(page.indexOf('http-equiv="Content-Security-Policy"') < page.search(/<(?:script|style)\b/));
  });

  it('asks for no other file', () => {
    const markup = page.replace(/(<(script|style)\b[^>]*>)[^]*?<\/\2>/g, '$1');
    assert.doesNotMatch(markup, /\b(?:src|href|srcset|data|action)\s*=/i);
  });

  it('gives the issuer’s frame what issuers need, and never the way to the top', () => {
    const sandbox = /"(allow-scripts[^"]*)"|\[("allow-scripts"[^\]]*)\]/.exec(inlined('script'))?.[0] ?? '';
    for (const token of ['allow-scripts', 'allow-forms', 'allow-same-origin', 'allow-popups', 'allow-popups-to-escape-sandbox']) {
      assert.ok(sandbox.includes(token), token);
    }
    assert.doesNotMatch(page, /allow-top-navigation|allow-modals|allow-downloads/);
    for (const feature of ['publickey-credentials-get *', 'payment *']) assert.ok(page.includes(feature), feature);
  });

  it('knows nothing of the gateway, of cards or of results', () => {
    assert.doesNotMatch(page, /mul-pay|Multipayment|cardno|transStatus|\bcres\b/i);
  });
});
