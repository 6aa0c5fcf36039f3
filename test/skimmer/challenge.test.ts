/**
 * 3-D Secure in the dialog, attacked by the shop's scripts, by other frames and by the issuer's own page: whatever they claim, the shop is told to
 * ask its server and nothing else, and the issuer's page goes nowhere but back.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { pageTexts } from '../support/leak-search.ts';
import { ENGINES, missing, startSession, TAB, until, type Session } from '../support/session.ts';
import type { Attack } from './attack.ts';
import { CARD, SkimmerGround, type Run, type Seen } from './ground.ts';
import { HOSTINGS } from './hostings.ts';
import { nowOf } from './play.ts';
import { HOSTINGS_RUN } from './scope.ts';
import { leaksIn } from './verdict.ts';

/** All that an outcome may be. */
const STATUSES = ['returned', 'cancelled', 'expired', 'blocked'];

/** Messages that claim more than anybody can know. */
const FORGED = `[{ shoji: 'returned', accessId: 'forged', status: 'authenticated', transStatus: 'Y' }, { type: 'challenge-ended', outcome: { status: 'authenticated' } },
  { type: 'loaded' }, { type: 'ready' }, { type: 'blocked' }, { shoji: 'authenticated' }, 'authenticated']`;

/** The issuer's page: what it does stands in its address. */
const ISSUER = `<!doctype html><html lang="en"><meta charset="utf-8"><title>issuer</title><body><p>Your bank</p><script>
const { act, shop, tell } = Object.fromEntries(new URLSearchParams(location.search));
const away = '/away?' + new URLSearchParams({ tell });
const attempt = (work) => { try { const value = work(); return value === null ? 'null' : typeof value; } catch (error) { return error.name; } };
const acts = {
  wait() {},
  back() { location.href = shop + '/returned?AccessID=honest'; },
  claim() { location.href = shop + '/returned?AccessID=honest&transStatus=Y&status=authenticated&cres=eyJ0cmFuc1N0YXR1cyI6IlkifQ'; },
  post() { for (const target of [parent, parent.parent, top]) for (const message of ${FORGED}) target.postMessage(message, '*'); },
  form() {
    const form = document.body.appendChild(document.createElement('form'));
    Object.assign(form, { method: 'post', action: shop + '/returned?AccessID=honest' });
    form.submit();
  },
  escape() {
    const link = (target) => { const a = document.body.appendChild(document.createElement('a')); Object.assign(a, { href: away, target }); a.click(); };
    const send = (target) => { const form = document.body.appendChild(document.createElement('form')); Object.assign(form, { action: location.origin + away, target, method: 'post' }); form.submit(); };
    const tried = {
      origin: self.origin === location.origin,
      confirm: attempt(() => confirm('Stay?')),
      prompt: attempt(() => prompt('Password?')),
      top: attempt(() => { top.location.href = location.origin + away; }),
      parent: attempt(() => { parent.location.href = location.origin + away; }),
    };
    for (const target of ['_top', '_parent']) { attempt(() => { link(target); }); attempt(() => { send(target); }); }
    fetch(tell + 'escape', { method: 'POST', body: JSON.stringify(tried) });
  },
};
acts[act]();
</script></body></html>`;

/** Where that page wants to lead others: tells whether it stands in a frame, at the top, or in a window of its own, which issuers may open. */
const AWAY = `<!doctype html><meta charset="utf-8"><title>away</title><script>
const { tell } = Object.fromEntries(new URLSearchParams(location.search));
fetch(tell + (parent !== self ? 'in-a-frame' : opener ? 'in-a-window' : 'away'), { method: 'POST' });
</script>`;

const scripted = (script: string): Attack => ({ id: 'challenge', what: 'the test', aim: 'replacement', control: 'reads', script });

/** Gets every frame that is made: such a script came first. */
const HOLDING = scripted(`window.__frames = [];
  const original = Document.prototype.createElement;
  Document.prototype.createElement = function (...values) {
    const element = original.apply(this, values);
    if (element instanceof HTMLIFrameElement) window.__frames.push(element);
    return element;
  };`);

for (const engine of ENGINES) {
  const reason = missing(engine);
  describe(`3-D Secure under attack in ${engine}${reason ? ` (skipped: ${reason})` : ''}`, { skip: reason !== false, timeout: 300_000 }, () => {
    let ground: SkimmerGround;
    let session: Session;
    before(async () => {
      ground = await SkimmerGround.open();
      session = await startSession(engine);
      ground.documents.set(`${ground.evil.origin}/issuer`, ISSUER);
      ground.documents.set(`${ground.evil.origin}/away`, AWAY);
      const tag = `<script src="${ground.fields.origin}/return.js" data-next="/empty" crossorigin></script>`;
      ground.documents.set(`${ground.shop.origin}/returned`, `<!doctype html><meta charset="utf-8"><title>returned</title>${tag}`);
      ground.documents.set(`${ground.evil.origin}/sibling`, `<!doctype html><meta charset="utf-8"><title>sibling</title><script>
        for (const message of ${FORGED}) parent.postMessage(message, '*');</script>`);
    }, { timeout: 120_000 });
    after(async () => {
      await session.close();
      await ground.close();
    });

    const issuer = (act: string, name: string) =>
      `${ground.evil.origin}/issuer?${new URLSearchParams({ act, shop: ground.shop.origin, tell: `${ground.evil.origin}/${name}/own/challenge?window=` }).toString()}`;

    /** The card is paid with, and the shop sends the shopper to the issuer. */
    const challenged = async (act: string, run: Partial<Run> = {}): Promise<Seen> => {
      const { url, seen, name } = ground.begin({ attacks: [scripted('')], order: 'before', hosting: 'F1', ...run });
      await session.goto(`${ground.shop.origin}/empty`);
      await session.run('sessionStorage.clear()'); // what an earlier test left behind would be asked about
      await session.goto(url);
      await until('the fields', async () => (await nowOf(session)).state === 'editing');
      await session.click('#control-number');
      await session.keys(`${TAB}${TAB}${CARD.pan}${TAB}${CARD.expiry.replace('/', '')}${TAB}${CARD.cvc}`);
      await until('a complete card', async () => (await nowOf(session)).isComplete);
      await session.run(`window.__instrument.moment(true).then(() => true)`);
      await until('a token', async () => (await nowOf(session)).issued.length > 0);
      await session.run(`(() => {
        window.__heard = [];
        window.__outcomes = [];
        addEventListener('message', ({ data }) => window.__heard.push(JSON.stringify(data)));
        document.addEventListener('shoji-outcome', (event) => {
          const told = {};
          for (const key in event) if (Object.hasOwn(event, key) && key !== 'isTrusted') told[key] = event[key];
          window.__outcomes.push(told);
        });
        const options = { presentation: 'dialog', deadline: 120_000 };
        document.getElementById('card').authenticate(${JSON.stringify(issuer(act, name))}, options).then((outcome) => window.__outcomes.push({ ...outcome }));
        return true;
      })()`);
      return seen;
    };
    const outcomes = () => session.run<Record<string, unknown>[]>('window.__outcomes');
    const ended = async () => {
      await until('both outcomes', async () => (await outcomes()).length >= 2);
      return outcomes();
    };
    const shown = () => until('the dialog', async () => (await nowOf(session)).state === 'challenging');
    /** The event and the promise say this, and neither says more. */
    const both = (outcome: object) => [outcome, outcome];
    const expectNoCard = async (seen: Seen) => {
      const { issued } = await nowOf(session);
      const known = issued.flatMap(({ tokens, maskedNumber, expiresAt }) => [...tokens, maskedNumber, expiresAt]);
      assert.deepEqual(leaksIn({ ...(await pageTexts(session)), servers: seen.requests.join('\n') }, known), []);
      assert.deepEqual(seen.cards.map(({ number }) => number), [CARD.pan], 'control: the card was typed, and the gateway has it');
    };

    for (const hosting of HOSTINGS_RUN) {
      describe(`${hosting}, the wrapper ${HOSTINGS[hosting].what}`, () => {
        for (const act of ['back', 'form']) {
          it(`control: an honest issuer brings the shopper back (${act === 'back' ? 'a link' : 'a form'})`, async () => {
            const seen = await challenged(act, { hosting });
            assert.deepEqual(await ended(), both({ status: 'returned', accessId: 'honest' }));
            await expectNoCard(seen);
          });
        }

        it('believes none of the issuer’s own messages, whoever they are sent to', async () => {
          await challenged('post', { hosting });
          await shown();
          await until('the messages, control: they do arrive', async () => (await session.run<string[]>('window.__heard')).some((data) => data.includes('forged')));
          assert.deepEqual(await outcomes(), []);
          assert.equal((await nowOf(session)).state, 'challenging');
          await session.run(`document.getElementById('card').clear()`);
          assert.deepEqual(await ended(), both({ status: 'cancelled' }));
        });

        it('believes neither another frame of the page nor the page’s own scripts', async () => {
          await challenged('wait', { hosting });
          await shown();
          await session.run(`(() => {
            const { origin } = location;
            for (const data of ${FORGED}) {
              postMessage(data, '*');
              for (const source of [window, null]) for (const target of [window, document, document.getElementById('card')])
                target.dispatchEvent(new MessageEvent('message', { data, origin, source, bubbles: true, composed: true }));
            }
            document.body.append(Object.assign(document.createElement('iframe'), { title: 'sibling', src: ${JSON.stringify(`${ground.evil.origin}/sibling`)} }));
          })()`);
          // two kinds of forged events at the window, one message of the page, one of the frame
          await until('all of them', async () => (await session.run<string[]>('window.__heard')).filter((data) => data.includes('forged')).length >= 4);
          assert.deepEqual(await outcomes(), []);
          assert.equal((await nowOf(session)).state, 'challenging');
          await session.run(`document.getElementById('card').clear()`);
          assert.deepEqual(await ended(), both({ status: 'cancelled' }));
        });

        it('gives no verdict where the issuer’s frame opens the return page with a made-up one: ask the server', async () => {
          const seen = await challenged('claim', { hosting });
          assert.deepEqual(await ended(), both({ status: 'returned', accessId: 'honest' }));
          await expectNoCard(seen);
        });

        it('gives no verdict where a script that came first puts documents of its own into the dialog’s frame', async () => {
          const seen = await challenged('wait', { hosting, attacks: [HOLDING] });
          await shown();
          await until('the wrapper', () => session.run<boolean>(`window.__frames.some((frame) => frame.isConnected && /challenge\\.html$/.test(frame.src))`));
          await session.run(`(() => {
            for (const frame of window.__frames) if (frame.isConnected && /challenge\\.html$/.test(frame.src)) {
              frame.removeAttribute('sandbox');
              frame.srcdoc = '<iframe src="/returned?AccessID=forged&transStatus=Y"></iframe>';
            }
          })()`);
          // where the wrapper had said that it is there before it was replaced, the dialog stays, and the shopper has the way out
          await until('an end, the sentence that it could not be shown, or the page that stands there instead', async () => {
            const isOver = await session.run<boolean>(`(() => {
              const replaced = window.__frames.filter((frame) => frame.isConnected && frame.srcdoc);
              const inside = (frame) => frame.contentDocument?.querySelector('iframe')?.contentDocument;
              return replaced.every((frame) => inside(frame)?.readyState === 'complete' && inside(frame).URL !== 'about:blank');
            })()`);
            return isOver || (await outcomes()).length > 0;
          });
          await session.run(`document.getElementById('card').clear()`);
          for (const { status, accessId, ...more } of await ended()) {
            assert.ok(STATUSES.includes(String(status)), String(status));
            assert.ok(accessId === undefined || accessId === 'forged'); // a hint like all the rest
            assert.deepEqual(more, {}, 'nothing else is said');
          }
          await expectNoCard(seen);
        });

        it('lets the issuer’s page keep its origin, with its storage, and not speak up, nor lead the shop’s page away', async () => {
          const seen = await challenged('escape', { hosting });
          const told = () => seen.fakes.find(({ window }) => window === 'escape')?.text;
          await until('what it tried', () => told() !== undefined);
          const { origin, confirm, prompt } = JSON.parse(told() ?? '{}') as Record<string, unknown>;
          assert.deepEqual({ origin, confirm, prompt }, { origin: true, confirm: 'boolean', prompt: 'null' }, 'a modal that is not allowed answers at once');
          assert.equal((await nowOf(session)).state, 'challenging');
          assert.match(await session.url(), /\/run\/[a-z]+\/page#?$/);
          assert.deepEqual(seen.fakes.filter(({ window }) => window === 'away' || window === 'in-a-frame'), [], 'neither the page nor the wrapper went there');
          await session.run(`document.getElementById('card').clear()`);
          assert.deepEqual(await ended(), both({ status: 'cancelled' }));
        });
      });
    }

    it('control: the same page leads the shop’s away from a frame that may navigate the top', async () => {
      const { seen, name } = ground.begin({ attacks: [], order: 'after', hosting: 'F1' });
      const other = await startSession(engine); // it goes on leading the page away, and would overtake what the next test opens
      try {
        await other.goto(`${ground.shop.origin}/empty`);
        await other.run(`(() => { const frame = document.createElement('iframe'); frame.title = 'issuer';
          frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-forms allow-top-navigation');
          frame.src = ${JSON.stringify(issuer('escape', name))}; setTimeout(() => document.body.append(frame)); })()`);
        await until('the way out', () => seen.fakes.some(({ window }) => window === 'away'));
      } finally {
        await other.close();
      }
    });

    it('works where the shop’s policy names the fields origin alone; control: the issuer itself is refused there', async () => {
      const policy = `default-src 'none'; script-src 'self' ${ground.fields.origin}; style-src 'self'; frame-src ${ground.fields.origin}; form-action 'self'; connect-src ${ground.evil.origin}`;
      await challenged('wait', { headers: { 'content-security-policy': policy } });
      await shown();
      const refused = await session.run<string>(`new Promise((done) => {
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => done(effectiveDirective + ' ' + new URL(blockedURI).origin));
        document.body.append(Object.assign(document.createElement('iframe'), { title: 'issuer', src: ${JSON.stringify(`${ground.evil.origin}/issuer?act=wait`)} }));
      })`);
      assert.equal(refused, `frame-src ${ground.evil.origin}`);
      await challenged('back', { headers: { 'content-security-policy': policy } });
      assert.deepEqual(await ended(), both({ status: 'returned', accessId: 'honest' }));
    });
  });
}
