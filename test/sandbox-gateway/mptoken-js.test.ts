/**
 * GMO's own npm loader against the sandbox, in Chromium: its script address is fixed, so requests to it are answered by the sandbox's
 * gateway.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import ts from 'typescript';
import { listen, type Listening } from '../../demo/listen.ts';
import { SANDBOX_SHOP } from '../../demo/sandbox-gateway/sandbox-shop.ts';
import { missing, until } from '../support/session.ts';
import { launchChromium } from '../support/session-chromium.ts';
import { enter, startSandbox, type TestSandbox } from './support.ts';

const FIXED = 'https://stg.static.mul-pay.jp/payment/js/mp-token.js';
const reason = missing('chromium');

describe(`@mul-pay/mptoken-js${reason ? ` (skipped: ${reason})` : ''}`, { skip: reason !== false, timeout: 120_000 }, () => {
  let sandbox: TestSandbox;
  let shop: Listening;
  let browser: Browser;
  let page: Page;
  let asked: string[];

  before(async () => {
    [sandbox, shop, browser] = await Promise.all([startSandbox(), listen('shop'), launchChromium()]);
    const source = await readFile(new URL('merchant/page.ts', import.meta.url), 'utf8');
    const { outputText } = ts.transpileModule(source, { compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext } });
    const loader = await readFile(fileURLToPath(import.meta.resolve('@mul-pay/mptoken-js')), 'utf8');
    const imports = JSON.stringify({ imports: { '@mul-pay/mptoken-js': '/mptoken.js' } });
    const answers: Readonly<Record<string, readonly [type: string, text: string]>> = {
      '/': ['text/html', `<!doctype html><div id="number"></div><div id="expiry"></div><div id="cvc"></div>
        <script type="importmap">${imports}</script><script type="module" src="/page.js"></script>`],
      '/page.js': ['text/javascript', outputText],
      '/mptoken.js': ['text/javascript', loader],
    };
    shop.serve((request) => {
      const [type, text] = answers[new URL(request.url).pathname] ?? ['text/plain', ''];
      return new Response(text, { headers: { 'Content-Type': `${type}; charset=utf-8` } });
    });
  }, { timeout: 90_000 });
  after(async () => {
    await browser.close();
    await Promise.all([sandbox.close(), shop.close()]);
  });
  beforeEach(async () => {
    asked = [];
    page = await (await browser.newContext({ locale: 'ja-JP' })).newPage();
    await page.route(/mul-pay\.jp/, async (route) => {
      const { href, pathname } = new URL(route.request().url());
      asked.push(href);
      const answer = await fetch(`${sandbox.gatewayOrigin}${pathname}`).catch(() => null);
      if (answer?.ok) await route.fulfill({ body: await answer.text(), headers: Object.fromEntries(answer.headers) });
      else await route.abort();
    });
    await page.goto(`${shop.origin}/`);
    await page.waitForFunction('globalThis.shop');
  });
  afterEach(async () => {
    sandbox.faults.reset();
    await page.context().close();
  });

  const load = () => page.evaluate(`shop.load('${SANDBOX_SHOP.apiKey}', '${sandbox.publicKey}').then((client) => { shop.client = client; })`);
  const pay = async (Token: string) =>
    (await sandbox.call('ExecTran', { ...(await enter(sandbox)), Method: '1', Token }))['ErrInfo'];

  it('is called as its types want it', () => {
    const folder = fileURLToPath(new URL('merchant/', import.meta.url));
    const { config } = ts.readConfigFile(`${folder}tsconfig.json`, ts.sys.readFile) as { config: unknown };
    const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, folder);
    const program = ts.createProgram(fileNames, options);
    const found = ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
    assert.deepEqual(found, []);
    assert.ok(program.getSourceFiles().some(({ fileName }) => fileName.includes('@mul-pay/mptoken-js')), 'its types were read');
  });

  it('loads the script from its test environment, and gets a token that pays', async () => {
    await load();
    assert.deepEqual(asked, [FIXED]);
    const response = await page.evaluate<{ resultCode: string; token: string; heard: string[]; mask: string }>('shop.legacy(shop.client)');
    assert.equal(response.resultCode, '000');
    assert.equal(response.mask, '*************111');
    assert.deepEqual(response.heard, [response.token]);
    assert.equal(await pay(response.token), undefined);
  });

  it('gets tokens through its fields', async () => {
    await load();
    await page.evaluate('void (shop.shown = shop.fields(shop.client))');
    await until('three fields', async () => (await page.evaluate<string[]>('shop.shown.ready')).length === 3);
    assert.deepEqual(await page.evaluate('shop.pay(shop.client, shop.shown.elements)'), ['100 card.cardNumber', '110 card.expiryMonth', '110 card.expiryYear']);
    const fieldIn = (id: string) => page.frameLocator(`#${id} iframe`).locator('input');
    await fieldIn('number').pressSequentially('4111111111111111');
    await fieldIn('expiry').pressSequentially('1230');
    await fieldIn('cvc').pressSequentially('123');
    await until('a complete number', async () => (await page.evaluate<string[]>('shop.shown.changes')).at(-1) === 'true false undefined');
    const tokens = await page.evaluate<string[]>('shop.pay(shop.client, shop.shown.elements)');
    assert.equal(tokens.length, 2);
    for (const token of tokens) assert.equal(await pay(token), undefined);
  });

  it('finds nothing of Apple Pay and Google Pay', async () => {
    await load();
    assert.deepEqual(await page.evaluate('shop.other(shop.client)'), [{}, null, null]);
  });

  it('takes the client again when it is loaded twice', async () => {
    await load();
    await load();
    assert.equal(asked.length, 1);
    assert.equal((await page.evaluate<{ resultCode: string }>('shop.legacy(shop.client)')).resultCode, '000');
  });

  it('says that the script did not come', async () => {
    sandbox.faults.set('tokenScript', 'status-500');
    await assert.rejects(load(), /Failed to load token\.js/);
  });
});
