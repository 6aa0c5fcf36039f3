/** The document around the gateway's own fields, as built: what it may load, and that it has nothing that reads a card. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const read = (file: string) => readFileSync(new URL(`../dist/hosted/${file}`, import.meta.url), 'utf8');
const hash = (text: string) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

describe('dist/hosted/gateway-fields.html', () => {
  const page = read('gateway-fields.html');
  const inlined = (name: string) => new RegExp(`<${name}\\b[^>]*>([^]*?)</${name}>`).exec(page)?.[1] ?? '';
  const policy = new Map(
    (/http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '').split(';').map((part) => {
      const [name = '', ...sources] = part.trim().split(/\s+/);
      return [name, sources.sort()] as const;
    }),
  );

  it('allows itself, what lies beside it, the gateway’s scripts, calls and frames, and no more', () => {
    const anyOfTheirs = ['https://*.mul-pay.jp', 'https://*.smbc-gp.co.jp'];
    const scripts = ['https://p01.mul-pay.jp', 'https://pt01.mul-pay.jp', 'https://static.mul-pay.jp', 'https://stg-static.smbc-gp.co.jp', 'https://stg.static.mul-pay.jp'];
    assert.deepEqual(Object.fromEntries(policy), {
      'default-src': [`'none'`],
      'script-src': [hash(inlined('script')), hash(read('romanise.js')), ...scripts].sort(),
      'style-src': [hash(inlined('style'))],
      'font-src': [`'self'`],
      'connect-src': anyOfTheirs,
      'frame-src': anyOfTheirs,
      'base-uri': [`'none'`],
      'form-action': [`'none'`],
    });
  });

  it('tells the gateway its origin and nothing else', () => {
    assert.match(page, /<meta name="referrer" content="strict-origin"/);
  });

  it('has no table of card numbers and no mask of theirs, which the document with our fields has', () => {
    for (const sign of [/2221\s*,\s*2720/, /3528\s*,\s*3589/, /mostDigits/, /historyUndo/]) {
      assert.match(read('index.html'), sign);
      assert.doesNotMatch(page, sign);
    }
  });
});
