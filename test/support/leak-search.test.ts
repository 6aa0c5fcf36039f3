import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Listening } from '../../demo/listen.ts';
import { listen } from '../../demo/listen.ts';
import type { Secrets } from './leak-search.ts';
import { pageTexts, record, searchFor } from './leak-search.ts';
import { ENGINES, TAB, missing, startSession, until } from './session.ts';

const CARD: Secrets = { pan: '4987654321098769', cvc: '737', expiry: '11/38' };
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('searchFor()', () => {
  const found: readonly (readonly [string, keyof Secrets, string])[] = [
    [CARD.pan, 'pan', 'as it is'],
    [`id=${CARD.pan}0`, 'pan', 'inside a longer number'],
    ['4987 6543 2109 8769', 'pan', 'in groups'],
    ['4987-6543-2109-8769', 'pan', 'with dashes'],
    ['49 87\u00a065432 1098 7-69', 'pan', 'with blanks anywhere'],
    [JSON.stringify(Array.from(CARD.pan)), 'pan', 'as a list of digits'],
    ['4987%206543%202109%208769', 'pan', 'percent-encoded blanks'],
    [Array.from(CARD.pan, (digit) => `%3${digit}`).join(''), 'pan', 'percent-encoded digits'],
    [Array.from(CARD.pan, (digit) => `%253${digit}`).join(''), 'pan', 'percent-encoded twice'],
    [Array.from(CARD.pan, (digit) => `\\u003${digit}`).join(''), 'pan', 'JSON escapes'],
    [Array.from(CARD.pan, (digit) => `&#x3${digit};`).join(''), 'pan', 'HTML escapes'],
    ['４９８７６５４３２１０９８７６９', 'pan', 'full width'],
    ['9678901234567894', 'pan', 'reversed'],
    [base64(CARD.pan), 'pan', 'base64'],
    [base64(`{"n":"${CARD.pan}"}`), 'pan', 'base64 inside another text'],
    [base64(`{"no":"4987 6543 2109 8769"}`), 'pan', 'base64 in groups'],
    [Buffer.from(CARD.pan).toString('hex'), 'pan', 'hexadecimal'],
    ['49876543', 'pan', 'the first eight'],
    ['****21098769', 'pan', 'the last eight'],
    ['cvc=737', 'cvc', 'in a query'],
    ['{"c":"737"}', 'cvc', 'in JSON'],
    ['11/38', 'expiry', 'as typed'],
    ['11 / 2038', 'expiry', 'with the century'],
    ['expire=3811', 'expiry', 'as the gateway takes it'],
    ['203811', 'expiry', 'as the gateway gives it'],
    ['2026-11-28-18-38-11 737', 'cvc', 'beside a time'],
    ['at 2026-11-28-18-38-11 with 38-11', 'expiry', 'beside a time that has it'],
  ];
  for (const [text, secret, why] of found) {
    test(`finds the ${secret} ${why}`, () => {
      const findings = searchFor(CARD, { text: `before ${text} after` });
      assert.ok(findings.some((finding) => finding.secret === secret && finding.where === 'text'));
    });
  }

  const masked = ['************8769', '•••• 8769', '498765', '4987654'];
  const allowed = [...masked, '1737', '0.737', '7,737', '737px', '1.11/38', '2024-11-22', '2026-11-28-18-38-11', base64('nothing to see here')];
  for (const text of allowed) {
    test(`leaves ${text} alone`, () => {
      assert.deepEqual(searchFor(CARD, { text: `before ${text} after` }), []);
    });
  }

  test('refuses secrets that it could not find', () => {
    assert.throws(() => searchFor({ ...CARD, pan: '4987 6543 2109 8769' }, {}), TypeError);
  });
});

/** One leak per channel, each with its own number, `PAN` in the script. */
const LEAKS: Readonly<Record<string, string>> = {
  'a custom event': `document.dispatchEvent(new CustomEvent('leak', { detail: { deep: [{ number: PAN }] } }))`,
  'a field of an event class': `class Leak extends Event { get number() { return PAN; } }
    document.body.dispatchEvent(new Leak('leak'))`,
  'a number in an event': `document.body.dispatchEvent(Object.assign(new Event('leak'), { number: Number(PAN) }))`,
  'an event of a node outside the document': `new Image().dispatchEvent(new CustomEvent('leak', { detail: PAN }))`,
  'events of one digit each':
    `for (const digit of PAN) document.body.dispatchEvent(new CustomEvent('digit', { detail: digit }))`,
  'a message to the window': `window.postMessage({ number: PAN }, '*')`,
  'a message from a frame': `frames[0].parent.postMessage.call(frames[0].parent, PAN, '*')`,
  'a message of another realm': `frames[0].eval('parent.postMessage("' + PAN + '", "*")')`,
  'a message through a port': `const { port1, port2 } = new MessageChannel(); port1.onmessage = () => {}; port2.postMessage(PAN)`,
  'a message that a port receives': `const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {}); port1.start();
    frames[0].MessagePort.prototype.postMessage.call(port2, { number: PAN })`,
  'a broadcast': `new BroadcastChannel('leak').postMessage(PAN)`,
  'the console': `console.warn('card', { number: PAN })`,
  'an error': `setTimeout(() => { throw new Error('bad card ' + PAN); })`,
  'a rejection': `void Promise.reject(new Error('bad card ' + PAN))`,
  'the body of fetch': `fetch('/sink', { method: 'POST', body: JSON.stringify({ number: PAN }) })`,
  'a Request': `fetch(new Request('/sink', { method: 'POST', body: 'number=' + PAN }))`,
  'the address of fetch': `fetch('/sink?number=' + PAN)`,
  'XMLHttpRequest': `const request = new XMLHttpRequest(); request.open('POST', '/sink');
    request.send(new URLSearchParams({ number: PAN }))`,
  'a beacon': `navigator.sendBeacon('/sink', new Blob([PAN]))`,
  'bytes': `navigator.sendBeacon('/sink', new TextEncoder().encode(PAN))`,
  'an image': `new Image().src = '/sink?n=' + PAN`,
  'a form': `const form = document.createElement('form');
    form.action = '/sink'; form.method = 'post'; form.target = 'frame';
    const field = document.createElement('input'); field.name = 'n'; field.value = PAN; form.append(field);
    document.body.append(form);
    form.submit(); form.remove()`,
  'the value of a field': `document.querySelector('#kept').value = PAN`,
  'the document': `document.querySelector('p').textContent = PAN`,
  'an attribute that is taken away again': `document.body.title = PAN; setTimeout(() => document.body.removeAttribute('title'))`,
  'a closed shadow root': `document.createElement('div').attachShadow({ mode: 'closed' }).append(PAN)`,
  'localStorage': `localStorage.setItem('n', PAN)`,
  'localStorage for a moment': `localStorage.setItem('m', PAN); localStorage.removeItem('m')`,
  'sessionStorage': `sessionStorage.n = PAN`,
  'a cookie': `document.cookie = 'n=' + PAN`,
  'a cookie for a moment': `document.cookie = 'm=' + PAN; document.cookie = 'm=; max-age=0'`,
  'the history': `history.replaceState({ number: PAN }, '')`,
  'the address': `location.hash = PAN`,
  'the title': `document.title = PAN`,
  'the name of the window': `window.name = PAN`,
  'base64 in a message': `window.postMessage(btoa(JSON.stringify({ number: PAN })), '*')`,
};
const panOf = (index: number) => String(4_907_135_824_690_571n + BigInt(index) * 13_579_246_801_357n);

describe('pageTexts()', () => {
  let shop: Listening;
  before(async () => {
    shop = await listen('shop');
    shop.serve((request) => {
      const body = request.url.endsWith('/')
        ? '<title>shop</title><input id="typed"><input id="kept"><p>card ending in 8769</p><iframe name="frame"></iframe>'
        : 'sunk';
      return new Response(body, { headers: { 'content-type': 'text/html' } });
    });
  });
  after(() => shop.close());

  for (const engine of ENGINES) {
    test(`shows each leak in ${engine}`, { skip: missing(engine), timeout: 180_000 }, async (t) => {
      const session = await startSession(engine);
      t.after(() => session.close());
      await record(session);
      await session.goto(`${shop.origin}/`);
      await record(session);
      await session.click('#typed');
      await session.keys(`${CARD.pan}${TAB}`);
      await session.run('document.querySelector("#typed").remove()');
      const leaks = Object.entries(LEAKS);
      for (const [index, [, leak]] of leaks.entries()) {
        await session.run(`(() => { const PAN = '${panOf(index)}'; ${leak}; })()`);
      }

      const missed = async () => {
        const texts = await pageTexts(session);
        const seen = (pan: string) => searchFor({ ...CARD, pan }, texts).length > 0;
        return [...leaks.filter((_, index) => !seen(panOf(index))).map(([name]) => name), ...(seen(CARD.pan) ? [] : ['typing'])];
      };
      let left: string[] = [];
      // messages, errors and bodies arrive a little later
      await until('the leaks', async () => (left = await missed()).length === 0, 10_000).catch(() => undefined);
      assert.deepEqual(left, []);
    });

    test(`shows in ${engine} what the previous page submitted`, { skip: missing(engine), timeout: 180_000 }, async (t) => {
      const session = await startSession(engine);
      t.after(() => session.close());
      await record(session);
      await session.goto(`${shop.origin}/`);
      await record(session);
      assert.deepEqual(searchFor(CARD, await pageTexts(session)), []); // nothing is found where nothing is
      await session.run(`(() => { const form = document.createElement('form');
        form.action = '/next'; form.method = 'post';
        form.innerHTML = '<input name="n" value="${CARD.pan}">'; document.body.append(form);
        setTimeout(() => form.submit()); })()`);
      await until('the next page', async () => (await session.url()) === `${shop.origin}/next`);
      await record(session);
      const places = searchFor(CARD, await pageTexts(session)).map(({ where }) => where);
      assert.deepEqual([...new Set(places)], ['recorded']);
    });
  }
});
