import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Listening } from '../../demo/listen.ts';
import { listen } from '../../demo/listen.ts';
import { BACKSPACE, ENGINES, ENTER, SHIFT_TAB, TAB, missing, startSession, until } from './session.ts';

const html = (body: string) =>
  new Response(`<!doctype html><html lang="en"><title>test</title>${body}`, {
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });

const shopPage = (frame: string, elsewhere: string) => `
  <input id="name"><div id="host" style="width: 300px; height: 150px"></div><button id="pay">Pay</button><p id="out"></p>
  <div style="height: 5000px"></div><a id="elsewhere" href="${elsewhere}">elsewhere</a>
  <script>
    console.log('early is ' + window.early);
    const frame = document.createElement('iframe');
    frame.src = '${frame}';
    frame.onload = () => { document.querySelector('#host').dataset.ready = ''; };
    document.querySelector('#host').attachShadow({ mode: 'closed' }).append(frame);
    addEventListener('message', ({ data }) => { document.querySelector('#out').textContent = data; });
    document.querySelector('#pay').onclick = () => { document.querySelector('#pay').dataset.paid = ''; };
    setTimeout(() => { throw new Error('uncaught on purpose'); });
  </script>`;

const framePage = `
  <style>input { display: block; width: 250px; height: 60px }</style><input id="number"><input id="cvc">
  <script>
    const values = () => [...document.querySelectorAll('input')].map((input) => input.value).join('|');
    addEventListener('input', () => parent.postMessage(values() + (window.early ?? ''), '*'));
  </script>`;

describe('a session', () => {
  let shop: Listening;
  let vault: Listening;

  before(async () => {
    [shop, vault] = await Promise.all([listen('shop'), listen('vault')]);
    shop.serve((request) => {
      const cookie = request.headers.get('cookie') ?? '';
      const response = html(`<meta name="cookie" content="${cookie}">${shopPage(vault.origin, `${vault.origin}/elsewhere`)}`);
      response.headers.set('set-cookie', 'seen=1');
      return response;
    });
    vault.serve((request) => html(request.url.endsWith('/elsewhere') ? '<h1>elsewhere</h1>' : framePage));
  });
  after(() => Promise.all([shop.close(), vault.close()]));

  for (const engine of ENGINES) {
    test(`drives ${engine}`, { skip: missing(engine), timeout: 180_000 }, async (t) => {
      const session = await startSession(engine);
      t.after(() => session.close());
      t.diagnostic(session.version);
      const text = (css: string) => session.run<string>(`document.querySelector('${css}').textContent`);
      const frameReady = () => until('the frame', () => session.run('"ready" in document.querySelector("#host").dataset'));

      await t.test('runs a script before those of the page, in the top document only', async () => {
        if (engine === 'webkit') await assert.rejects(session.onNewDocument('window.early = 1'), /cannot run a script before/);
        else await session.onNewDocument('window.early = 1');
        await session.goto(`${shop.origin}/`);
        assert.equal(await session.run('window.early'), engine === 'webkit' ? null : 1);
      });

      await t.test('types by keyboard alone into a cross-origin frame in a closed shadow root', async () => {
        await frameReady();
        await session.click('#name');
        await session.keys(`山田 Taro${TAB}42424${BACKSPACE}2 4242`);
        await until('the first number', async () => (await text('#out')) === '42422 4242|', 10_000);
        await session.keys(`${TAB}737${SHIFT_TAB}`);
        await session.keys(`9${TAB}${TAB}${ENTER}`);
        await until('the values', async () => (await text('#out')).startsWith('9'));
        assert.equal(await session.run('document.querySelector("#name").value'), '山田 Taro');
        assert.equal(await text('#out'), '9|737'); // Shift+Tab selects what the field holds
        await until('the button', () => session.run('"paid" in document.querySelector("#pay").dataset'));
      });

      await t.test('clicks into the frame, and on what must be scrolled to', async () => {
        await session.click('#host');
        await session.keys('1');
        await until('the key', async () => /1/.test(await text('#out')), 10_000);
        await session.click('#elsewhere');
        await until('the other origin', async () => (await session.url()) === `${vault.origin}/elsewhere`);
      });

      await t.test('goes back from another origin, and reloads', async () => {
        await session.back();
        await until('the shop', async () => (await session.url()) === `${shop.origin}/`);
        assert.equal(await session.run('document.querySelector("#pay").textContent'), 'Pay');
        await session.reload();
        assert.equal(await session.run('document.querySelector("meta[name=cookie]").content'), 'seen=1');
        assert.equal(await session.run('performance.getEntriesByType("navigation")[0].type'), 'reload');
        await session.goto(`${vault.origin}/elsewhere`);
        await session.back();
        assert.equal(await session.url(), `${shop.origin}/`);
        await session.goto(`${shop.origin}/again`);
        assert.equal(await session.url(), `${shop.origin}/again`);
      });

      await t.test('survives questions that a navigation overtakes', async () => {
        for (let round = 0; round < 10; round++) {
          await session.run(`void setTimeout(() => location.assign('/?round=${String(round)}'), ${String(round * 5)})`);
          await until(`round ${String(round)}`, () =>
            session.run(`new Promise((go) => setTimeout(go, 20)).then(() => location.search === '?round=${String(round)}')`),
          );
        }
      });

      await t.test('runs promises, and rejects with the error of the page', async () => {
        assert.deepEqual(await session.run('Promise.resolve({ a: [1, "é"] })'), { a: [1, 'é'] });
        assert.deepEqual(await session.run('(async () => { await null; return [navigator.language, isSecureContext]; })();'), [
          engine === 'webkit' ? 'en-US' : 'ja-JP',
          true,
        ]);
        await assert.rejects(session.run('Promise.reject(new Error("said no"))'), /said no/);
      });

      await t.test('resizes, and takes a picture', async () => {
        await session.resize(640, 480);
        await until('the size', async () => (await session.run<string>('innerWidth + "x" + innerHeight')) === '640x480');
        const path = join(tmpdir(), `session-${engine}-${String(process.pid)}.png`);
        await session.screenshot(path);
        const picture = await readFile(path);
        await rm(path);
        assert.equal(picture.subarray(1, 4).toString(), 'PNG');
        assert.deepEqual([picture.readUInt32BE(16), picture.readUInt32BE(20)], [640, 480]);
      });

      await t.test('hears the console and uncaught errors', () => {
        const said = session.consoleText().join('\n');
        if (engine === 'webkit') assert.equal(said, '');
        else {
          assert.match(said, /early is 1/);
          assert.match(said, /uncaught on purpose/);
        }
      });

      await t.test('starts without the cookies of another', async () => {
        const other = await startSession(engine);
        await other.goto(`${shop.origin}/`);
        assert.equal(await other.run('document.querySelector("meta[name=cookie]").content'), '');
        await other.close();
      });
    });
  }

  test('until fails with what it waited for, and with errors that no navigation explains', async () => {
    await assert.rejects(until('godot', () => false, 60), /waited 60 ms in vain for: godot/);
    await assert.rejects(until('godot', () => Promise.reject(new Error('broken'))), /^Error: broken$/);
  });
});
