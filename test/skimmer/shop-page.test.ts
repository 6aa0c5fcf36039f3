/** What else the design promises of a shop's page, in the engines: see README.md for the number of each in the list of permanent tests. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { ENGINES, missing, startSession, until, type Session } from '../support/session.ts';
import type { Attack } from './attack.ts';
import { ATTACKS } from './attacks/all.ts';
import { CARD, CLOSED_CONTROL, SkimmerGround, type Run } from './ground.ts';
import { HOSTINGS } from './hostings.ts';
import { nowOf, play } from './play.ts';
import { HOSTINGS_RUN } from './scope.ts';
import { runsIn } from './verdict.ts';

const integrity = `sha384-${createHash('sha384').update(readFileSync(new URL('../../dist/shoji-card.js', import.meta.url))).digest('base64')}`;

/** A script of the test, in the place of an attack. */
const scripted = (script: string): Attack => ({ id: 'test', what: 'the test', aim: 'replacement', control: 'reads', script });
const NOTHING = scripted('');

/** Came first and got at the frame; waits until the shopper could type. */
const WAITING = scripted(`const frames = [];
  const original = Document.prototype.createElement;
  Document.prototype.createElement = function (...values) {
    const element = original.apply(this, values);
    if (element instanceof HTMLIFrameElement) frames.push(element);
    return element;
  };
  window.__replace = () => { for (const frame of frames) if (frame.isConnected && !frame.name) { frame.src = FAKE; frame.contentWindow.location = FAKE; } };`);

for (const engine of ENGINES) {
  const reason = missing(engine);
  describe(`a shop’s page in ${engine}${reason ? ` (skipped: ${reason})` : ''}`, { skip: reason !== false, timeout: 300_000 }, () => {
    let ground: SkimmerGround;
    let session: Session;
    before(async () => {
      ground = await SkimmerGround.open();
      session = await startSession(engine);
    }, { timeout: 120_000 });
    after(async () => {
      await session.close();
      await ground.close();
    });

    const open = async (run: Partial<Run>) => {
      const { url, seen } = ground.begin({ attacks: [NOTHING], order: 'after', hosting: 'F1', ...run });
      await session.goto(url);
      return seen;
    };
    const stateIs = (state: string) => until(`the state ${state}`, async () => (await nowOf(session)).state === state, 10_000);
    const tokenize = () =>
      session.run<string>(`document.getElementById('card').tokenize().then(() => 'a token', (error) => error.code ?? String(error))`);
    const pay = async (run: Partial<Run>) => {
      const played = await play(session, ground, { attacks: [NOTHING], order: 'after', hosting: 'F1', ...run });
      assert.deepEqual(played.exposed, []);
      assert.deepEqual(played.seen.cards.map(({ number }) => number), [CARD.pan], JSON.stringify(played.now));
      return played;
    };

    for (const hosting of HOSTINGS_RUN) {
      it(`${hosting}: says tampered and issues no token within 2 s of a document that took the place of ours`, async () => {
        await open({ attacks: [WAITING], order: 'before', hosting });
        await stateIs('editing');
        const answer = await session.run<{ code: string; reports: string[]; after: number }>(`(async () => {
          const card = document.getElementById('card');
          const told = new Promise((done) => document.addEventListener('shoji-error', done, { once: true }));
          const began = performance.now();
          window.__replace();
          await told;
          const code = await card.tokenize().then(() => 'a token', (error) => error.code);
          return { code, reports: window.__instrument.now().reports, after: performance.now() - began };
        })()`);
        assert.deepEqual(answer.reports, ['tampered']);
        assert.equal(answer.code, 'not-ready');
        assert.ok(answer.after < 2_000, `${answer.after} ms`);
      });

      it(`${hosting}: tells the server of the fields the shop’s origin and no more of its address`, async () => {
        const { seen } = await pay({ hosting });
        const asked = seen.requests.filter((request) => /\/hosted\/index\.html/.test(request));
        assert.ok(asked.length > 0, 'the document was asked for');
        for (const request of asked) {
          const referer = /^referer: (.*)$/m.exec(request)?.[1];
          assert.equal(referer, `${ground.shop.origin}/`);
          assert.doesNotMatch(request, /^cookie: /m);
        }
      });

      it(`${hosting}: does not run a hosted document whose script was changed`, async () => {
        ground.tamper = async (answer) =>
          new Response((await answer.text()).replace('<script type="module">', (tag) => `${tag}globalThis.changed=1;`), { headers: answer.headers });
        try {
          await open({ hosting });
          await stateIs('failed');
          assert.deepEqual((await nowOf(session)).reports, ['hosted-unavailable']);
          assert.equal(await tokenize(), 'not-ready');
        } finally {
          ground.tamper = undefined;
        }
        await open({ hosting });
        await stateIs('editing'); // control: the same document unchanged
      });
    }

    it('F2: refuses to start without the response header, though the attribute is there', async () => {
      ground.tamper = (answer) => {
        const headers = new Headers(answer.headers);
        headers.delete('content-security-policy');
        return Promise.resolve(new Response(answer.body, { headers }));
      };
      try {
        await open({ hosting: 'F2' });
        await stateIs('failed');
        assert.deepEqual((await nowOf(session)).reports, ['hosted-readable']);
        assert.equal(await tokenize(), 'not-ready');
      } finally {
        ground.tamper = undefined;
      }
    });

    for (const hosting of HOSTINGS_RUN) {
      it(`${hosting}: works in a cross-origin isolated shop`, async () => {
        const headers = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };
        if (engine === 'webkit') {
          // WebKit knows no `credentialless`, which the document is served with: there it needs the stricter word
          await open({ headers, hosting });
          await stateIs('failed');
          ground.tamper = (answer) => {
            const strict = new Headers(answer.headers);
            strict.set('cross-origin-embedder-policy', 'require-corp');
            return Promise.resolve(new Response(answer.body, { headers: strict }));
          };
        }
        await pay({ headers, hosting }).finally(() => {
          ground.tamper = undefined;
        });
        assert.equal(await session.run<boolean>('crossOriginIsolated'), true);
        await session.close(); // a tab that was isolated goes nowhere else in Firefox's protocol
        session = await startSession(engine);
      });
    }

    it('runs our script with the right hash, and not with another', async () => {
      await pay({ scriptIntegrity: integrity });
      await open({ scriptIntegrity: integrity.replace(/.{4}$/, 'AAAA') });
      await until('the page', async () => (await nowOf(session)).isLoaded);
      assert.equal(await session.run<boolean>(`customElements.get('shoji-card') === undefined`), true);
    });

    it('runs under Integrity-Policy with its hash, and not without; a browser that does not know this header runs it both ways', async (context) => {
      const headers = { 'integrity-policy': 'blocked-destinations=(script)' };
      const isDefined = async (run: Partial<Run>) => {
        await open({ headers, ...run });
        await until('the page', () => session.run<boolean>(`document.readyState === 'complete'`));
        return session.run<boolean>(`customElements.get('shoji-card') !== undefined`);
      };
      assert.equal(await isDefined({ scriptIntegrity: integrity }), true);
      // control: the page's other scripts have no hash
      const isKnown = await session.run<boolean>('window.__instrument === undefined');
      if (!isKnown) context.diagnostic('this browser does not know Integrity-Policy');
      assert.equal(await isDefined({}), !isKnown);
    });

    for (const hosting of HOSTINGS_RUN) {
      it(`${hosting}: a second copy of our script changes nothing`, async () => {
        const again = `<script src="${HOSTINGS[hosting].script(ground)}?again" crossorigin></script>`;
        await pay({ hosting, tail: again });
      });
    }

    it('leaves an element alone that somebody registered first, and makes no half of a form', async () => {
      const first = scripted(`customElements.define('shoji-card', class extends HTMLElement {});`);
      await open({ attacks: [first], order: 'before' });
      await until('the page', async () => (await nowOf(session)).isLoaded);
      assert.equal(await session.run<string>(`typeof document.getElementById('card').tokenize`), 'undefined');
      assert.equal(await session.run<boolean>(`customElements.get('shoji-vault') === undefined`), true);
      const said = session.consoleText().join('\n');
      if (engine !== 'webkit') assert.match(said, /shoji-card is registered already; this copy does nothing/);
    });

    it('is not registered at all where somebody took the vault’s name: it would run with another’s vault', async () => {
      const first = scripted(`customElements.define('shoji-vault', class extends HTMLElement { constructor() { super(); steal('made'); } });`);
      await open({ attacks: [first], order: 'before' });
      await until('the page', async () => (await nowOf(session)).isLoaded);
      assert.equal(await session.run<boolean>(`customElements.get('shoji-card') === undefined`), true);
      assert.equal(await session.run<string>(`window.__loot['test'] ?? ''`), '');
    });

    it('the detector works: fields in a closed root of the page lose the number to listeners, paths, selections and patches', async () => {
      // what leads into a closed root differs: the selection does in Chromium, paths do in Firefox
      const ids = ['ev-key', 'sh-attach', ...{ chromium: ['sh-select'], firefox: ['ev-path'], webkit: [] }[engine]];
      const attacks = ids.map((id) => ATTACKS.find((attack) => attack.id === id));
      for (const attack of attacks) {
        assert.ok(attack);
        await open({ attacks: [attack], order: 'before' });
        await until('the control', () => session.run<boolean>(`window.__naive !== undefined`));
        await session.run(`document.querySelector('naive-card').renderRoot.querySelector('input').focus()`);
        await session.keys(CLOSED_CONTROL);
        await session.run(`window.__instrument.moment(false).then(() => true)`);
        const loot = Object.values(await session.run<Record<string, string>>('window.__loot')).join('\n');
        assert.deepEqual(runsIn(loot, CLOSED_CONTROL, 8), [CLOSED_CONTROL], attack.id);
      }
    });
  });
}
