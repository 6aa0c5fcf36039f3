/**
 * Ten thousand messages that are none, to each end of the channel of the built files: nobody answers, nothing changes, nothing throws.
 * What the guards say of each stands in `../channel/protocol.test.ts`; here it is what the two ends do.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { isHostedMessage, isPageMessage } from '../../src/channel/protocol.js';
import { HOSTED_MESSAGES, INIT, PAGE_MESSAGES } from '../support/messages.ts';
import { ENGINES, missing, startSession, until, type Session } from '../support/session.ts';
import type { Attack } from './attack.ts';
import { SkimmerGround } from './ground.ts';
import { nowOf } from './play.ts';

const COUNT = 10_000;
/** Junk, and messages with a part too many, of another kind, or left out. */
function hostile(valid: readonly object[], isMessage: (value: unknown) => boolean): unknown[] {
  const names = [...new Set(valid.flatMap((message) => Object.keys(message))), 'number', 'debug', 'constructor'];
  const spoiled = fc.tuple(fc.constantFrom(...valid), fc.constantFrom(...names), fc.option(fc.jsonValue({ maxDepth: 2 }), { nil: undefined }));
  const message = spoiled.map(([from, name, value]): unknown => ({ ...from, [name]: value }));
  const all = fc.sample(fc.oneof(message, message, fc.jsonValue({ maxDepth: 2 })), { numRuns: COUNT * 3, seed: 5 });
  return all.filter((value) => !isMessage(JSON.parse(JSON.stringify(value ?? null)))).slice(0, COUNT);
}

/** In the place of the hosted document: speaks to the page as it is told to. */
const SPEAKER = `addEventListener('message', ({ ports: [port] }) => { if (!port) return; window.port = port; port.postMessage({ type: 'ready' }); parent.postMessage('begun', '*');
  addEventListener('message', ({ data }) => { if (data.say) for (const message of data.say) port.postMessage(message); }); });`;

for (const engine of ENGINES) {
  const reason = missing(engine);
  describe(`hostile messages in ${engine}${reason ? ` (skipped: ${reason})` : ''}`, { skip: reason !== false, timeout: 180_000 }, () => {
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
    const threw = () => session.consoleText().filter((line) => /pageerror|Uncaught|TypeError/.test(line));

    it('the hosted document answers none of ten thousand, keeps its state, and goes on', async () => {
      const messages = hostile(Object.values(PAGE_MESSAGES), isPageMessage);
      assert.equal(messages.length, COUNT);
      await session.goto(`${ground.shop.origin}/empty`);
      const { heard, answer } = await session.run<{ heard: unknown[]; answer: { code: string } }>(`(async () => {
        const frame = Object.assign(document.createElement('iframe'), { title: 'fields', src: ${JSON.stringify(`${ground.fields.origin}/hosted/index.html`)} });
        const loaded = new Promise((done) => frame.addEventListener('load', done));
        document.body.append(frame);
        await loaded;
        const { port1, port2 } = new MessageChannel();
        const heard = [];
        let answered, laidOut;
        const answers = new Promise((done) => { answered = done; });
        const settled = new Promise((done) => { laidOut = done; });
        port1.onmessage = ({ data }) => {
          if (data.id === 'control') answered(data);
          heard.push(data);
          if (new Set(heard.map(({ type }) => type)).size > 2) laidOut(); // ready, resize and state
        };
        frame.contentWindow.postMessage(${JSON.stringify(INIT)}, '*', [port2]);
        await settled;
        heard.length = 0;
        for (const message of JSON.parse(${JSON.stringify(JSON.stringify(messages))})) port1.postMessage(message);
        // control: it is still there, and answers what is a message
        port1.postMessage({ type: 'tokenize', id: 'control', count: 1 });
        const answer = await answers;
        return { heard: heard.slice(0, heard.indexOf(answer)), answer };
      })()`);
      assert.equal(answer.code, 'incomplete');
      // asked for a token of an empty form, it shows what is missing, and that is all it says
      assert.deepEqual(heard.filter((message) => (message as { type: string }).type !== 'state'), []);
      assert.ok(heard.length <= 1, JSON.stringify(heard));
      assert.deepEqual(threw(), []);
    });

    it('the page believes none of ten thousand, and goes on', async () => {
      const messages = hostile(Object.values(HOSTED_MESSAGES), isHostedMessage);
      assert.equal(messages.length, COUNT);
      ground.tamper = () => Promise.resolve(new Response(`<!doctype html><title>speaker</title><script>${SPEAKER}</script>`, { headers: { 'content-type': 'text/html' } }));
      const holding: Attack = {
        id: 'test', what: 'the test', aim: 'replacement', control: 'reads',
        script: `listen(window, 'message', ({ data, source }) => { if (data === 'begun') window.__speaker = source; });
          window.__told = [];
          for (const type of ['shoji-change', 'shoji-token', 'shoji-error', 'submit']) listen(document, type, () => window.__told.push(type), true);`,
      };
      const { url } = ground.begin({ attacks: [holding], order: 'before', hosting: 'F1' });
      try {
        await session.goto(url);
        await until('the speaker', async () => (await nowOf(session)).state === 'editing' && (await session.run<boolean>('window.__speaker !== undefined')));
        await session.run(`(() => { window.__told.length = 0; window.__speaker.postMessage({ say: JSON.parse(${JSON.stringify(JSON.stringify(messages))}) }, '*'); })()`);
        // control: what is a message is believed, after all the others
        await session.run(`window.__speaker.postMessage({ say: [${JSON.stringify(HOSTED_MESSAGES.state)}] }, '*')`);
        await until('the state that is one', async () => (await nowOf(session)).isComplete);
        assert.deepEqual(await session.run<string[]>('window.__told'), ['shoji-change']);
        const { state, reports, uncaught, issued } = await nowOf(session);
        assert.deepEqual({ state, reports, uncaught, issued }, { state: 'editing', reports: [], uncaught: [], issued: [] });
        assert.deepEqual(threw(), []);
      } finally {
        ground.tamper = undefined;
      }
    });
  });
}
