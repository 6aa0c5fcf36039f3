/** The built files as a browser gets them: the hosted document pins itself, the script tag runs without trusted types. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { MEASURES } from '../src/theme/tokens.js';

/** Of the scripts, and of what they load by script. */
const V1_HOSTS = [
  'https://static.mul-pay.jp',
  'https://p01.mul-pay.jp',
  'https://stg.static.mul-pay.jp',
  'https://pt01.mul-pay.jp',
];

const read = (file: string) => readFileSync(new URL(`../dist/${file}`, import.meta.url));
interface Document {
  readonly file: string;
  readonly adapter: string;
  readonly hosts: readonly string[];
  /** Directives that the other document does not have. */
  readonly more: Readonly<Record<string, readonly string[]>>;
}

const DOCUMENTS: readonly Document[] = [
  { file: 'index', adapter: 'gmo', hosts: V1_HOSTS, more: {} },
  {
    file: 'gmo-v2',
    adapter: 'gmo-v2',
    hosts: [...V1_HOSTS, 'https://stg-static.smbc-gp.co.jp'],
    // where mp-token.js sends its calls is not published
    more: { 'connect-src': ['https://*.mul-pay.jp', 'https://*.smbc-gp.co.jp'] },
  },
];

const hash = (text: string) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

for (const { file, adapter, hosts, more } of DOCUMENTS) {
  describe(`dist/hosted/${file}.html`, () => {
    const bytes = read(`hosted/${file}.html`);
    const page = new TextDecoder('utf-8', { fatal: true }).decode(bytes);

    const inlined = (name: string): string[] =>
      [...page.matchAll(new RegExp(`<${name}\\b[^>]*>([^]*?)</${name}>`, 'g'))].map(([, text]) => text ?? '');

    /** The document without what is inside its script and its style. */
    const markup = page.replace(/(<(script|style)\b[^>]*>)[^]*?<\/\2>/g, '$1');
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
    const directives = new Map(
      policy.split(';').map((part) => {
        const [name = '', ...sources] = part.trim().split(/\s+/);
        return [name, sources];
      }),
    );

    it('is UTF-8 and says so within the first 1024 bytes (HTML, "Specifying the document’s character encoding")', () => {
      assert.match(bytes.subarray(0, 1024).toString('latin1'), /^<!doctype html>.*<meta charset="utf-8"/is);
    });

    it('has one script and one style, both inlined', () => {
      assert.equal(inlined('script').length, 1);
      assert.equal(inlined('style').length, 1);
      assert.ok((inlined('script')[0] ?? '').length > 1000);
    });

    it('has every measure of its style sheet where the source has it', () => {
      const source = readFileSync(new URL('../src/theme/form-structure.ts', import.meta.url), 'utf8');
      const wanted = [...source.matchAll(/([\w-]+): [^;{}$]*\$\{px\(MEASURES\.(\w+)\)\}/g)].map(
        ([, property, name]) => `${String(property)} ${String(MEASURES[name as keyof typeof MEASURES])}`,
      );
      const built = [...(inlined('script')[0] ?? '').matchAll(/([\w-]+):[^;{}$]*\$\{\w+\((\d+)\)\}/g)].map(
        ([, property, value]) => `${String(property)} ${String(value)}`,
      );
      assert.ok(wanted.length >= 9);
      assert.deepEqual(built.sort(), wanted.sort());
    });

    it('asks for no other file', () => {
      assert.doesNotMatch(markup, /\b(?:src|href|srcset|data|action|poster|background)\s*=/i);
      assert.doesNotMatch(markup, /<(?:link|base|iframe|object|embed|img|form)\b/i);
      assert.doesNotMatch(inlined('style')[0] ?? '', /url\(|@import/i);
    });

    it('has its policy before anything that the policy is about', () => {
      assert.ok(policy);
      assert.ok(page.indexOf('http-equiv="Content-Security-Policy"') < page.search(/<(?:script|style)\b/));
    });

    it('pins its own script and style, and what lies beside it, by their hashes', () => {
      assert.deepEqual(directives.get('style-src'), inlined('style').map(hash));
      const scripts = [...inlined('script'), ...[`${adapter}.js`, 'romanise.js'].map((file) => read(`hosted/${file}`).toString('utf8'))];
      const hashes = directives.get('script-src')?.filter((source) => source.startsWith("'"));
      assert.deepEqual(hashes?.sort(), scripts.map(hash).sort());
    });

    it('lets in the gateway’s hosts and nothing else', () => {
      const sources = [...directives.values()].flat();
      assert.deepEqual(sources.filter((source) => !source.startsWith("'")), [...hosts, ...(more['connect-src'] ?? [])]);
      assert.deepEqual(directives.get('script-src')?.slice(3), hosts);
    });

    it('forbids everything that it does not name', () => {
      for (const name of ['default-src', 'base-uri', 'form-action']) assert.deepEqual(directives.get(name), ["'none'"], name);
      assert.deepEqual(directives.get('font-src'), ["'self'"], 'a font of the shop’s lies on the fields origin');
      for (const [name, sources] of Object.entries(more)) assert.deepEqual(directives.get(name), sources, name);
      const names = ['base-uri', 'default-src', 'font-src', 'form-action', 'script-src', 'style-src', ...Object.keys(more)];
      assert.deepEqual([...directives.keys()].sort(), names.sort());
    });

    it('allows nothing unsafe', () => {
      assert.doesNotMatch(policy.replace(/https:\/\/\*\.(?:mul-pay\.jp|smbc-gp\.co\.jp)(?= |;|$)/g, ''), /unsafe|\*|data:|blob:|http:/);
    });

    it('tells no address to anybody', () => {
      assert.match(markup, /<meta name="referrer" content="no-referrer"/);
    });

    it('never gives a control a name: a stray native submission has nothing to send', () => {
      assert.doesNotMatch(markup.replace(/<meta\b[^>]*>/g, ''), /\bname\s*=/i);
      assert.doesNotMatch(inlined('script')[0] ?? '', /setAttribute\(\s*["'`]name["'`]/);
      assert.doesNotMatch(inlined('script')[0] ?? '', /<(?:input|select|textarea|button)\b[^>]*\bname=/i);
    });

    it('knows no address but the gateway’s, nor does its adapter, and the name of SVG', () => {
      const text = `${page}${read(`hosted/${adapter}.js`).toString()}`.replaceAll('http://www.w3.org/2000/svg', '');
      const addresses = [...text.matchAll(/https?:\/\/[\w.-]+/g)].map(([address]) => address);
      assert.ok(addresses.length > hosts.length);
      assert.deepEqual([...new Set(addresses)].sort(), [...hosts].sort());
    });
  });
}

/** What `require-trusted-types-for 'script'` with `trusted-types 'none'` would stop, and other ways from text to code. */
const SINKS = new RegExp(
  [
    /\.(?:inner|outer)HTML\b|\["(?:inner|outer)HTML"\]|insertAdjacentHTML|createContextualFragment/,
    /setHTMLUnsafe|parseHTMLUnsafe|parseFromString|document\.write|srcdoc|createPolicy|javascript:/,
    /\beval\s*\(|\bFunction\s*\(|\bset(?:Timeout|Interval)\(\s*["'`]/,
  ]
    .map(({ source }) => source)
    .join('|'),
);

describe('from text to code', () => {
  const samples: readonly string[] = [
    'a.innerHTML=b',
    'a["innerHTML"]=b',
    'a.outerHTML=b',
    'a.insertAdjacentHTML("beforeend",b)',
    'document.write(b)',
    'a.srcdoc=b',
    'trustedTypes.createPolicy("a",{})',
    'eval(b)',
    'new Function("return 1")',
    'Function("return 1")()',
    'setTimeout("a()",1)',
  ];
  for (const sample of samples) {
    it(`is found in a sample: ${sample}`, () => {
      assert.match(sample, SINKS);
    });
  }

  for (const file of ['shoji-card.js', 'three-ds.js', 'return.js', 'hosted/index.html', 'hosted/challenge.html', 'hosted/romanise.js', 'hosted/gmo.js', 'hosted/gmo-v2.html', 'hosted/gmo-v2.js', 'part-mirror.js']) {
    it(`never goes dist/${file}`, () => {
      assert.equal(SINKS.exec(read(file).toString('utf8'))?.[0], undefined);
    });
  }
});
