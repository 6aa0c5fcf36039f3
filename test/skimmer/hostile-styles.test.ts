/**
 * Two layers keep what the page says of its style from loading anything in the frame: the list of properties and values, and the document's
 * own policy. Each has to do alone. A document that takes the same values as text, with and without that policy, shows that they load.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { INIT } from '../support/messages.ts';
import { ENGINES, missing, startSession, until, type Session } from '../support/session.ts';
import { SkimmerGround, type Seen } from './ground.ts';
import { hostileMessages, styleMessage, VECTORS } from './hostile-styles.ts';

/** Puts each style into a rule as text, in a sheet of every kind, and tells what was refused. */
const RAW = `addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => parent.postMessage({ refused: effectiveDirective + ' ' + blockedURI }, '*'));
let count = 0;
addEventListener('message', ({ data: { style } }) => {
  const name = 'styled-' + count++;
  document.body.append(Object.assign(document.createElement('p'), { className: name, textContent: 'text' }));
  for (const [property, value] of Object.entries(style[0].values)) {
    const text = '.' + name + '{' + property + ':' + value + '}';
    document.head.append(Object.assign(document.createElement('style'), { textContent: text }));
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
  parent.postMessage({ isStyled: count }, '*');
});
parent.postMessage('begun', '*');`;
const raw = (policy: string) => `<!doctype html><html lang="en"><head><meta charset="utf-8">${policy}<title>raw</title></head><body><script>${RAW}</script></body></html>`;

/** Embeds the documents, and says every message to each, the next when the one before was taken. */
const talk = (messages: Readonly<Record<string, readonly object[]>>, addresses: Readonly<Record<string, string>>) => `(async () => {
  const refused = { open: [], guarded: [] };
  const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const told = (source, check) => new Promise((done) => addEventListener('message', function hear(event) {
    if (event.source === source() && check(event.data)) { removeEventListener('message', hear); done(event); }
  }));
  const embed = (address) => Object.assign(document.createElement('iframe'), { src: address, title: 'frame' });
  const messages = JSON.parse(${JSON.stringify(JSON.stringify(messages))}); // a literal would lose __proto__
  const addresses = ${JSON.stringify(addresses)};
  const ours = async (name) => {
    const frame = embed(addresses[name]);
    const loaded = new Promise((done) => frame.addEventListener('load', done));
    document.body.append(frame);
    await loaded;
    const { port1, port2 } = new MessageChannel();
    let heard = () => undefined;
    const next = (check) => new Promise((done) => { heard = (data) => { if (check(data)) done(data); }; });
    port1.onmessage = ({ data }) => heard(data);
    const ready = next(({ type }) => type === 'ready');
    frame.contentWindow.postMessage(${JSON.stringify(INIT)}, '*', [port2]);
    await ready;
    let taken = 0;
    for (const message of messages[name]) {
      // every message is followed by a question, whose answer says that both were taken
      const answered = next(({ type, id }) => type === 'error' && id === 'style-' + taken);
      port1.postMessage(message);
      port1.postMessage({ type: 'tokenize', id: 'style-' + taken, count: 1 });
      await answered;
      await drawn();
      taken += 1;
    }
    return taken;
  };
  const naive = async (name) => {
    const frame = embed(addresses[name]);
    const begun = told(() => frame.contentWindow, (data) => data === 'begun');
    document.body.append(frame);
    await begun;
    addEventListener('message', ({ source, data }) => { if (source === frame.contentWindow && data.refused) refused[name.replace('raw-', '')].push(data.refused); });
    let taken = 0;
    for (const message of messages[name]) {
      const styled = told(() => frame.contentWindow, ({ isStyled }) => isStyled === taken + 1);
      frame.contentWindow.postMessage(message, '*');
      await styled;
      taken += 1;
    }
    return taken;
  };
  const taken = {};
  for (const name of ['ours-guarded', 'ours-open']) taken[name] = await ours(name);
  for (const name of ['raw-guarded', 'raw-open']) taken[name] = await naive(name);
  window.__refused = refused.guarded;
  return taken;
})()`;

for (const engine of ENGINES) {
  const reason = missing(engine);
  describe(`hostile styles in ${engine}${reason ? ` (skipped: ${reason})` : ''}`, { skip: reason !== false, timeout: 180_000 }, () => {
    let ground: SkimmerGround;
    let session: Session;
    let seen: Seen;
    let taken: Readonly<Record<string, number>>;
    /** What the sheets of a document asked for. */
    const asked = (document: string): Set<string> => new Set(seen.styles.filter(({ attack }) => attack === document).map(({ path }) => path));
    const wanted = VECTORS.filter(({ loads }) => loads).map(({ name }) => name);

    before(async () => {
      ground = await SkimmerGround.open();
      session = await startSession(engine);
      const genuine = await (await fetch(`${ground.fields.loopback}/hosted/index.html`)).text();
      const policy = /<meta http-equiv="Content-Security-Policy"[^>]*>/.exec(genuine)?.[0] ?? '';
      assert.ok(policy, 'the document has a policy');
      const own = createHash('sha256').update(RAW).digest('base64');
      const at = (file: string) => `${ground.fields.origin}/hosted/${file}.html`;
      ground.documents.set(at('open'), genuine.replace(policy, ''));
      ground.documents.set(at('raw-open'), raw(''));
      ground.documents.set(at('raw-guarded'), raw(policy.replace(/script-src 'sha256-[^']*'/, `script-src 'sha256-${own}'`)));
      const run = ground.begin({ attacks: [], order: 'after', hosting: 'F1' });
      seen = run.seen;
      const files = { 'ours-guarded': 'index', 'ours-open': 'open', 'raw-guarded': 'raw-guarded', 'raw-open': 'raw-open' };
      const addresses = Object.fromEntries(Object.entries(files).map(([name, file]) => [name, at(file)]));
      const messages = Object.fromEntries(Object.keys(files).map((name) => [name, hostileMessages(`${ground.evil.origin}/${run.name}/css/${name}`)]));
      await session.goto(`${ground.shop.origin}/empty`);
      taken = await session.run(talk(messages, addresses));
      // the last document of all that gets them, and the one that loads them: what the others asked for has long arrived then
      await until('what the unguarded document loads', () => wanted.every((name) => asked('raw-open').has(name))).catch(() => undefined);
    }, { timeout: 60_000 });
    after(async () => {
      await session.close();
      await ground.close();
    });

    it('are 19, and every document took them all', () => {
      assert.equal(VECTORS.length, 19);
      assert.deepEqual(taken, { 'ours-guarded': 19, 'ours-open': 19, 'raw-guarded': 19, 'raw-open': 19 });
    });

    it('control: load where they are taken as text, and no policy is there', () => {
      assert.deepEqual(wanted.filter((name) => !asked('raw-open').has(name)), []);
    });

    it('load nothing with both layers', () => {
      assert.deepEqual([...asked('ours-guarded')], []);
    });

    it('load nothing with the list of properties and values alone', () => {
      assert.deepEqual([...asked('ours-open')], []);
    });

    it('load nothing with the document’s policy alone, which refuses them', async () => {
      assert.deepEqual([...asked('raw-guarded')], []);
      const refused = () => session.run<string[]>('window.__refused');
      await until('what was refused', async () => (await refused()).some((line) => /^img-src |^font-src /.test(line)));
      const directives = new Set((await refused()).map((line) => line.split(' ', 1)[0]));
      assert.ok(directives.has('img-src') && directives.has('style-src-elem'), [...directives].join(' '));
    });

    it('control: the helper makes a message that the protocol knows', async () => {
      const { isPageMessage } = await import('../../src/channel/protocol.ts');
      assert.equal(isPageMessage(styleMessage('red')), true);
    });
  });
}
