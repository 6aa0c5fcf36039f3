/**
 * The headers of the README, line by line as they stand there, on a page with nothing but our element: it becomes ready, a card that
 * is typed becomes a token, and no policy is violated, neither the page's nor the hosted document's own. Needs dist/.
 */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { createFields } from '../../demo/fields.ts';
import { SANDBOX_SHOP, serveDemo, type Demo } from '../../demo/serve.ts';
import { ENGINES, type Session, TAB, missing, startSession, until } from '../support/session.ts';
import { headersOf, recipes, scriptTags } from './readme-recipes.ts';

const NUMBER = '4111111111111111';
/** In kana, so that the hosted document loads its second script. */
const NAME = 'やまだ たろう';

const HOSTED = '/hosted/index.html';
const ROMANISER = '/hosted/romanise.js';

interface Page {
  readonly recipe: string;
  /** Where the script tag comes from, and the hosted document. */
  readonly from?: 'fields' | 'shop';
  readonly hosted?: 'fields' | 'shop';
  /** Changes what the recipe says, for the controls. */
  readonly change?: readonly [from: string, to: string];
  /** Watches the hosted document with this policy instead of its own. */
  readonly watch?: string;
  readonly isScriptChanged?: boolean;
  /** Leaves the header out that shuts the document on the shop's own origin in. */
  readonly isOpen?: boolean;
}

/** Without a second origin. */
const ON_SHOP = { from: 'shop', hosted: 'shop', change: ['frame-src https://FIELDS', `frame-src 'self'`] } as const;

/** Runs first and under the same policy: everything that the page could be told. */
const LISTENER = `window.seen = [];
for (const type of ['shoji-ready', 'shoji-error', 'securitypolicyviolation'])
  document.addEventListener(type, ({ error, effectiveDirective: refused }) => seen.push([type, error?.code ?? refused].join(' ').trim()));`;

const [tag = ''] = scriptTags();
const typeOf = (path: string) => (path.endsWith('.js') ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8');

class Ground {
  readonly demo: Demo;
  readonly #data: string;
  readonly #nonce = randomBytes(16).toString('base64');
  #page: Page = { recipe: 'cdn' };
  /** What the hosted document's own policy had to refuse, as browsers report it. */
  readonly reports: string[] = [];
  /** Files of ours that were asked for. */
  readonly asked = new Set<string>();

  private constructor(demo: Demo, data: string) {
    this.demo = demo;
    this.#data = data;
    const { shop, fields, gateway, sandbox } = demo;
    const { app } = createFields(gateway.origin);
    const fileOf = async (path: string): Promise<Uint8Array<ArrayBuffer>> => {
      this.asked.add(path);
      const file = new Uint8Array(await (await app.request(`${fields.origin}${path}`)).arrayBuffer());
      return path === '/shoji-card.js' && this.#page.isScriptChanged ? new Uint8Array([...file, 10]) : file;
    };
    fields.serve(async (request) => {
      const { pathname } = new URL(request.url);
      if (pathname === '/reports') {
        this.reports.push(await request.text());
        return new Response(null, { status: 204 });
      }
      return this.#answer(pathname, await fileOf(pathname), this.#headers(pathname === HOSTED ? 'hosted' : 'files'));
    });
    shop.serve(async (request) => {
      const { pathname } = new URL(request.url);
      if (pathname === '/listener.js') return new Response(LISTENER, { headers: { 'content-type': typeOf(pathname) } });
      if (pathname === '/') {
        return this.#answer(pathname, new TextEncoder().encode(this.#html()), this.#headers(this.#page.recipe, this.#page.change));
      }
      const others = pathname === HOSTED ? this.#headers('hosted').filter(([name]) => name !== 'Content-Security-Policy') : [];
      const own = pathname === HOSTED ? 'hosted-on-shop' : /^\/hosted\/\w+\.js$/.test(pathname) ? 'beside-on-shop' : null;
      return this.#answer(pathname, await fileOf(pathname), [...(own && !this.#page.isOpen ? this.#headers(own) : []), ...others]);
    });
    // The real gateway may say nothing of other origins, so here it does not.
    gateway.serve(async (request) => {
      const answer = await sandbox.gateway.fetch(request);
      const silent = new Response(answer.body, answer);
      silent.headers.delete('cross-origin-resource-policy');
      return silent;
    });
  }

  static async open(): Promise<Ground> {
    const data = mkdtempSync(join(tmpdir(), 'shoji-csp-'));
    return new Ground(await serveDemo({ dataDirectory: data, withShop: false }), data);
  }

  async close(): Promise<void> {
    await this.demo.close();
    rmSync(this.#data, { recursive: true, force: true });
  }

  async visit(session: Session, page: Page): Promise<void> {
    this.#page = page;
    this.reports.length = 0;
    this.asked.clear();
    await session.goto(`${this.demo.shop.origin}/`);
  }

  #headers(recipe: string, [from, to]: readonly [string, string] = ['', '']): [string, string][] {
    const { fields, shop, gateway } = this.demo;
    const hosts = { FIELDS: fields.origin, SHOP: shop.origin, GATEWAY: gateway.origin };
    return headersOf(recipe).map(([name, value]) => [
      name,
      value
        .replace(from, () => to)
        .replace(/https:\/\/([A-Z]+)\b/g, (_, host: string) => hosts[host as keyof typeof hosts])
        .replaceAll('nonce-NONCE', `nonce-${this.#nonce}`),
    ]);
  }

  #answer(path: string, content: Uint8Array<ArrayBuffer>, headers: readonly (readonly [name: string, value: string])[]): Response {
    const answer = new Response(content, { headers: { 'content-type': typeOf(path) } });
    for (const [name, value] of headers) answer.headers.set(name, value);
    if (path === HOSTED) answer.headers.set('content-security-policy-report-only', this.#watcher(content));
    return answer;
  }

  /** The policy that the document brings, once more, because the one in its markup cannot send reports. */
  #watcher(document: Uint8Array): string {
    const own = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(Buffer.from(document).toString())?.[1] ?? '';
    return `${this.#page.watch ?? own}; report-uri ${this.demo.fields.origin}/reports`;
  }

  #html(): string {
    const { from = 'fields', hosted = 'fields' } = this.#page;
    const element = hosted === from ? '' : `hosted-url="${this.demo.fields.origin}${HOSTED}"`;
    const origin = from === 'fields' ? this.demo.fields.origin : '';
    const script = tag.replace('https://fields.example', () => origin).replace('<script', `<script nonce="${this.#nonce}"`);
    // in Thai, so that a locale is loaded
    return `<!doctype html>
<html lang="th">
  <head><meta charset="utf-8"><title>Checkout</title><script nonce="${this.#nonce}" src="/listener.js"></script>${script}</head>
  <body>
    <form>
      <input id="before" aria-label="Before">
      <shoji-card name="token" shop-id="${SANDBOX_SHOP.shopId}" environment="test" ${element}></shoji-card>
    </form>
  </body>
</html>`;
  }
}

const seen = (session: Session) => session.run<string[]>('window.seen');
const isReady = (session: Session) => session.run<boolean>(`window.seen?.includes('shoji-ready') ?? false`);
/** On the shop's own origin the vault looks at the document in a frame without script first, of which Chromium tells. */
const PROBE = /sandboxed and the 'allow-scripts' permission is not set/;
const complaints = (session: Session) =>
  session
    .consoleText()
    .filter((line) => /content.security|trusted|violat|refused|blocked|cross-origin/i.test(line) && !PROBE.test(line));

describe('the README', () => {
  it('has a script tag with its integrity, and headers for every part', () => {
    assert.match(tag, /integrity="sha384-[\w+/]{64}"/);
    assert.deepEqual(recipes(), [
      'cdn', 'self-hosted', 'strict-dynamic', 'strictest', 'hosted', 'files', 'hosted-on-shop', 'beside-on-shop',
    ]);
  });

  it('shuts the document on the shop’s own origin in with exactly what it asks for', () => {
    assert.deepEqual(headersOf('hosted-on-shop'), [['Content-Security-Policy', 'sandbox allow-scripts allow-forms']]);
    assert.deepEqual(headersOf('beside-on-shop'), [['Access-Control-Allow-Origin', '*']]);
  });

  it('allows nothing unsafe', () => {
    for (const [name, value] of recipes().flatMap(headersOf)) {
      if (name === 'Content-Security-Policy') assert.doesNotMatch(value, /unsafe|\*|data:|blob:|http:/, value);
    }
  });
});

// one browser waits while the others work
describe('the README’s headers', { concurrency: ENGINES.length }, () => {
  for (const engine of ENGINES) {
    const reason = missing(engine);
    describe(`in ${engine}${reason ? ` (skipped: ${reason})` : ''}`, { skip: reason !== false, timeout: 300_000, concurrency: 1 }, () => {
      let ground: Ground;
      let session: Session;
      before(async () => {
        ground = await Ground.open();
        session = await startSession(engine);
      }, { timeout: 120_000 });
      after(async () => {
        await session.close();
        await ground.close();
      });

      const give = (what: string, page: Page) => {
        it(`give a token without a violation: ${what}`, { timeout: 60_000 }, async () => {
          await ground.visit(session, page);
          await until('shoji-ready', () => isReady(session));
          await session.click('#before');
          await session.keys(`${TAB}${NUMBER}${TAB}11/38${TAB}737${TAB}${NAME}${TAB}`);
          await until('a complete card', () => session.run<boolean>(`document.querySelector('shoji-card').complete`));
          const token = await session.run<string>(`document.querySelector('shoji-card').tokenize().then(({ token }) => token)`);
          assert.equal(ground.demo.sandbox.store.tokens.get(token)?.card.holderName, 'YAMADA TARO');
          assert.ok(ground.asked.has(ROMANISER));
          await until('the locale', () => ground.asked.has('/locales/th.js'));
          if (page.recipe === 'strictest' && engine !== 'webkit') assert.equal(await session.run('crossOriginIsolated'), true);
          assert.deepEqual(await seen(session), ['shoji-ready']);
          assert.deepEqual(ground.reports, []);
          assert.deepEqual(complaints(session), []);
        });
      };

      give('script from another origin', { recipe: 'cdn' });
      give('script from the shop', { recipe: 'self-hosted', from: 'shop' });
      give('script by nonce', { recipe: 'strict-dynamic' });
      give('everything from the shop', { recipe: 'self-hosted', ...ON_SHOP });

      it('name the fields origin for a reason: without it in frame-src the card never becomes ready', { timeout: 60_000 }, async () => {
        await ground.visit(session, { recipe: 'cdn', change: ['frame-src https://FIELDS', `frame-src 'none'`] });
        const heard = async (start: string) => (await seen(session)).some((each) => each.startsWith(start));
        await until('a violation', () => heard('securitypolicyviolation frame-src'));
        // elsewhere a frame that is refused does not load, so that the error comes after the element's longest deadline
        if (engine === 'chromium') await until('an error', () => heard('shoji-error hosted-unavailable'));
        assert.equal(await session.run(`document.querySelector('shoji-card').state === 'editing'`), false);
        assert.equal(await isReady(session), false);
        assert.ok(!ground.asked.has(HOSTED));
      });

      it('shut the document in on the shop’s own origin: open, it never starts', { timeout: 60_000 }, async () => {
        await ground.visit(session, { recipe: 'self-hosted', ...ON_SHOP, isOpen: true });
        await until('an error', async () => (await seen(session)).length > 0);
        assert.deepEqual(await seen(session), ['shoji-error hosted-readable']);
      });

      it('pin the script: with one more byte it does not run', { timeout: 60_000 }, async () => {
        await ground.visit(session, { recipe: 'cdn', isScriptChanged: true });
        assert.ok(ground.asked.has('/shoji-card.js'));
        assert.equal(await session.run(`document.querySelector('shoji-card:defined')`), null);
        assert.ok(!ground.asked.has(HOSTED));
      });

      it('hear of what the hosted document refuses, were it anything', { timeout: 60_000 }, async () => {
        await ground.visit(session, { recipe: 'cdn', watch: `script-src 'none'` });
        await until('a report', () => ground.reports.some((report) => report.includes('script-src')));
        // and so does the console, of which WebKit's driver does not tell
        if (engine !== 'webkit') await until('a complaint', () => complaints(session).some((line) => line.includes('script-src')));
      });

      describe('on an isolated page', { concurrency: 1 }, () => {
        // A tab of its own each: Firefox's driver gets lost on the way there from a page with frames.
        beforeEach(async () => {
          await session.close();
          session = await startSession(engine);
        }, { timeout: 120_000 });

        give('the strictest page', { recipe: 'strictest' });
        give('the strictest page, everything from the shop', { recipe: 'strictest', ...ON_SHOP });
        // WebKit does not know `credentialless`, so there the gateway's script would have to say that it may be embedded
        if (engine !== 'webkit') {
          give('the strictest page, with require-corp', { recipe: 'strictest', change: ['credentialless', 'require-corp'] });
        }
      });
    });
  }
});
