/** The playground in a browser: the address, the controls, the element, and what there is to copy say the same. Needs dist/. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Page } from '@playwright/test';
import { INITIAL, queryOf, SETTING_NAMES, settingsFrom, type SettingName, type Settings } from '../../demo/playground/settings.ts';
import { find } from '../support/browsers.mjs';
import { until } from '../support/session-until.ts';
import { CARD, controlsOf, Ground, hasState, queryOfPage, typeCard, type Visit } from './ground.ts';

/** Every setting, and none as the page begins. */
const OTHERWISE: Settings = settingsFrom((name) => ({
  theme: 'card', css: 'shoji-card {\n  padding: 7px;\n}', scheme: 'dark', width: '320', direction: 'rtl', page: 'de', name: 'other', gateway: 'gmo',
  'shop-id': 'shop2', 'api-key': 'key', 'public-key': 'AAAA', 'fields-by': 'shoji', provider: 'gmo-pg', 'send-fingerprint': 'on', environment: 'live', fields: 'number expiry cvc', brands: 'visa jcb', 'token-count': '2', challenge: 'dialog',
  consent: 'on', lang: 'ko', disabled: 'on', loading: 'on', fallback: 'off', fieldsFault: 'unreachable', tokenScript: 'drop', tokenFields: 'close',
  getToken: 'result:901', issuedTokens: 'expired', idPass: 'slow:1500', openApi: 'silent',
  redirectPage: 'close', transStatus: 'N', challengePage: 'no-framing', challengeForm: 'app',
  challengeAnswer: 'drop', challengeResult: 'U', transStatusReason: '04', returning: 'twice',
} satisfies Record<SettingName, string>)[name]);

/** Tag, attributes and children of a form, however its markup is laid out. */
const SHAPE = `(function shape(node) {
  if (node.nodeType === 3) return node.data.trim();
  return [node.localName, Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]).sort()), [...node.childNodes].map(shape).filter((each) => each !== '')];
})`;

const clipboard = (page: Page): Promise<string> => page.evaluate<string>('navigator.clipboard.readText()');
const logOf = async (page: Page): Promise<string> => (await page.locator('#log').textContent()) ?? '';

describe('the playground', { skip: find('chromium') ? false : 'Chromium is not installed', timeout: 600_000 }, () => {
  let ground: Ground;
  let visit: Visit;

  before(async () => {
    ground = await Ground.open();
  }, { timeout: 90_000 });
  afterEach(async () => {
    const { page, complaints } = visit;
    await page.context().close();
    assert.deepEqual(complaints, [], 'nothing is refused by a policy, and nothing goes wrong');
  });
  after(async () => {
    await ground.close();
  });

  const open = async (query = '', options = {}): Promise<Page> => {
    visit = await ground.visit(query, options);
    return visit.page;
  };
  /** A fault that is played is an error of the console, too. */
  const allow = (pattern: RegExp) => {
    visit.complaints.splice(0, Infinity, ...visit.complaints.filter((text) => !pattern.test(text)));
  };

  it('restores every setting from its address, and says it in controls, element and gateway', async () => {
    assert.deepEqual(SETTING_NAMES.filter((name) => OTHERWISE[name] === INITIAL[name]), [], 'each is another than at the beginning');
    const query = queryOf(OTHERWISE);
    const page = await open(query);
    await until('the faults', () => page.evaluate<boolean>(`document.documentElement.dataset.faults === 'set'`));
    const controls = await controlsOf(page);
    for (const name of SETTING_NAMES) {
      if (name !== 'fallback') assert.equal(controls[name], OTHERWISE[name], name);
    }
    assert.equal(controls.fallback, undefined, 'a box that is not ticked');
    assert.equal(queryOfPage(page), query);
    const card = page.locator('shoji-card');
    for (const name of ['name', 'shop-id', 'environment', 'fields', 'brands', 'token-count', 'challenge', 'lang', 'gateway'] as const) {
      assert.equal(await card.getAttribute(name), OTHERWISE[name], name);
    }
    assert.deepEqual([await card.getAttribute('consent'), await card.getAttribute('disabled')], ['', '']);
    assert.match((await card.getAttribute('hosted-url')) ?? '', /nowhere/);
    const style = await page.evaluate(`(({ padding, colorScheme, direction }, { inlineSize }) => [padding, colorScheme, direction, inlineSize])(
      getComputedStyle(document.querySelector('shoji-card')), getComputedStyle(document.querySelector('#sheet')))`);
    assert.deepEqual(style, ['7px', 'dark', 'rtl', '320px']);
    assert.equal(await page.locator('#sheet form').getAttribute('lang'), 'de');
    assert.equal(ground.demo.sandbox.faults.get('idPass'), 'slow:1500');
    assert.equal(ground.demo.sandbox.faults.get('returning'), 'twice');
    allow(/404/);
  });

  it('writes each step into its address, and Back takes it back, also at the gateway', async () => {
    const page = await open();
    await page.getByLabel('札', { exact: true }).check();
    await page.getByLabel('暗', { exact: true }).check();
    await page.getByText('障害', { exact: true }).click();
    await page.getByLabel(/getToken/).selectOption('drop');
    assert.equal(queryOfPage(page), '?theme=card&scheme=dark&getToken=drop');
    await until('the fault', () => ground.demo.sandbox.faults.get('getToken') === 'drop');
    await page.goBack();
    await until('no fault', () => ground.demo.sandbox.faults.get('getToken') === 'ok');
    await page.goBack();
    assert.equal(queryOfPage(page), '?theme=card');
    await until('the scheme', async () => (await controlsOf(page)).scheme === 'auto');
    await page.goBack();
    await until('the theme', async () => (await controlsOf(page)).theme === 'none');
    assert.equal(await page.locator('#css').inputValue(), '');
    await page.goForward();
    await until('the theme again', async () => (await controlsOf(page)).theme === 'card');
    assert.notEqual(await page.locator('#css').inputValue(), '');
  });

  it('keeps the doctor in its address, whatever is set, and in the other language', async () => {
    const page = await open('?shoji-doctor&width=320');
    await until('the doctor', () => page.evaluate<boolean>(`performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/doctor.js'))`));
    await page.getByLabel('札', { exact: true }).check();
    assert.equal(queryOfPage(page), '?shoji-doctor&theme=card&width=320');
    assert.equal(await page.getByRole('link', { name: 'English' }).getAttribute('href'), ground.address('?ui=en&shoji-doctor&theme=card&width=320'));
    await page.getByRole('button', { name: '最初に戻す' }).click();
    assert.equal(queryOfPage(page), '?shoji-doctor');
  });

  it('keeps the same element while attributes change, and its card', async () => {
    const page = await open();
    await hasState(page, 'editing');
    await page.evaluate(`window.first = document.querySelector('shoji-card')`);
    await typeCard(page, { number: CARD.number });
    await page.getByLabel('札', { exact: true }).check();
    await page.getByLabel('consent').check();
    await page.locator('#width').press('ArrowRight');
    assert.equal(await page.evaluate(`document.querySelector('shoji-card') === window.first`), true);
    assert.equal(await page.locator('shoji-card').getAttribute('consent'), '');
    assert.equal(await page.evaluate(`getComputedStyle(document.querySelector('#sheet')).inlineSize`), '490px');
  });

  for (const settings of [{}, { page: 'th', direction: 'rtl', fields: 'number expiry', consent: 'on', brands: 'visa jcb', loading: 'on', fieldsFault: 'unreachable' }, { fields: '"><b>&amp;', name: "a'b" }]) {
    it(`has the HTML to copy that is shown: ${JSON.stringify(settings)}`, async () => {
      const page = await open(queryOf(settingsFrom((name) => (settings as Partial<Settings>)[name])));
      await page.locator('button[data-copy="html-code"]').click();
      await page.getByText('写しました').waitFor();
      const copied = await clipboard(page);
      assert.equal(copied, await page.locator('#html-code').textContent());
      const shown: unknown = await page.evaluate(`${SHAPE}(document.querySelector('#sheet form'))`);
      const elsewhere = await page.context().newPage(); // where text may be made into markup
      const parsed: unknown = await elsewhere.evaluate(`${SHAPE}(new DOMParser().parseFromString(${JSON.stringify(copied)}, 'text/html').querySelector('form'))`);
      assert.deepEqual(parsed, shown);
      assert.ok(copied.includes(`src="${ground.demo.fields.origin}/shoji-card.js"`));
      allow(/404/);
    });
  }

  it('wears the CSS that there is to copy, as it is typed, and says so in its address', async () => {
    const page = await open('?theme=outlined');
    const css = page.locator('#css');
    const theme = await css.inputValue();
    await css.fill(`${theme}\nshoji-card { padding: 13px }`);
    assert.equal(await page.evaluate(`getComputedStyle(document.querySelector('shoji-card')).padding`), '13px');
    await page.locator('button[data-copy=css]').click();
    await page.getByText('写しました').waitFor();
    assert.equal(await clipboard(page), `${theme}\nshoji-card { padding: 13px }`);
    assert.equal(new URL(page.url()).searchParams.get('css'), `${theme}\nshoji-card { padding: 13px }`);
    await css.fill('{');
    assert.match((await page.locator('#rules').textContent()) ?? '', /ありません/);
    await page.getByLabel('線', { exact: true }).check();
    assert.match(queryOfPage(page), /^\?theme=underlined$/);
  });

  it('copies a link that leads here', async () => {
    const page = await open('?theme=plain&width=300');
    await page.getByRole('button', { name: 'このページへのリンクを写す' }).click();
    await page.getByText('写しました').waitFor();
    assert.equal(await clipboard(page), ground.address('?theme=plain&width=300'));
    await page.getByRole('button', { name: '最初に戻す' }).click();
    assert.equal(queryOfPage(page), '');
    assert.equal((await controlsOf(page)).width, '480');
  });

  it('tells what happens, and never what the card is', async () => {
    const page = await open();
    await hasState(page, 'editing');
    await typeCard(page);
    await page.getByRole('button', { name: 'tokenize()' }).click();
    await hasState(page, 'awaiting-merchant');
    const log = await logOf(page);
    assert.match(log, /shoji-ready/);
    assert.match(log, /shoji-change.*brand: "visa"/);
    assert.match(log, /shoji-token.*maskedNumber/);
    assert.match((await page.locator('#standing').textContent()) ?? '', /awaiting-merchant.*ready complete/);
    const everything = await page.evaluate<string>('document.documentElement.outerHTML + location.href');
    for (const text of [CARD.number, '4111 1111', '411111', '12/39', '1239', CARD.name]) assert.ok(!log.includes(text) && !page.url().includes(text), text);
    assert.ok(!everything.replaceAll(/<ul class="cards">[^]*?<\/ul>/g, '').includes(CARD.number));
    await page.getByRole('button', { name: 'clear()' }).click();
    await hasState(page, 'editing');
    await page.getByRole('button', { name: 'reportValidity()' }).click();
    await until('the answer', async () => /reportValidity\(\).*returns: false/.test(await logOf(page)));
    await page.getByRole('button', { name: '消す' }).click();
    assert.match(await logOf(page), /まだ何も/);
  });

  it('sends nothing when the form is submitted, and says what would be sent', async () => {
    const page = await open();
    await hasState(page, 'editing');
    await typeCard(page);
    await page.locator('#sheet form > button').click();
    await until('the submit', async () => /submit ?\{token: \["/.test(await logOf(page)));
    assert.equal(page.url(), ground.address());
  });

  it('plays a fault of the gateway', async () => {
    const page = await open('?getToken=result:901');
    await hasState(page, 'editing');
    await typeCard(page);
    await page.getByRole('button', { name: 'tokenize()' }).click();
    await until('the error', async () => /shoji-error/.test(await logOf(page)));
    assert.match(await logOf(page), /tokenize\(\) \{throws: "gateway-/);
  });

  it('plays fields that cannot be loaded, and fields that never answer', async () => {
    const page = await open('?fieldsFault=unreachable');
    await hasState(page, 'failed');
    assert.equal(await page.locator('shoji-card > [slot=fallback]').isVisible(), true);
    // the document is never whole
    await page.goto(ground.address('?fieldsFault=held-back&loading=on'), { waitUntil: 'domcontentloaded' });
    await hasState(page, 'loading');
    assert.equal(await page.locator('shoji-card > p').isVisible(), true);
    allow(/404/);
  });

  it('takes a card to its issuer in the dialog, and back', async () => {
    const page = await open('?challenge=dialog');
    await hasState(page, 'editing');
    await typeCard(page, { ...CARD, number: '4100000000005000' });
    await page.getByRole('button', { name: 'authenticate()' }).click();
    await hasState(page, 'challenging');
    await until('the issuer', () => page.frames().some((frame) => frame.url().startsWith(ground.demo.acs.origin)));
    const acs = page.frames().find((frame) => frame.url().startsWith(ground.demo.acs.origin));
    assert.ok(acs);
    await acs.locator('input[name=password]').fill('123456');
    await acs.locator('button[value=verify], button').first().click();
    await hasState(page, 'settled');
    assert.match(await logOf(page), /shoji-outcome \{status: "returned"/);
    allow(/autofocusing/); // the issuer's page would have the focus at once
  });

  it('speaks English and Japanese, and keeps the settings in the other', async () => {
    const page = await open('?theme=card&width=300&ui=en');
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
    assert.equal(await page.locator('h1').textContent(), 'Playground');
    assert.equal(await page.locator('#sheet form > button').textContent(), 'Pay');
    await page.getByLabel('Dark', { exact: true }).check();
    await page.getByRole('link', { name: '日本語' }).click();
    await until('the other page', () => page.url().includes('ui=ja'));
    assert.equal(await page.locator('h1').textContent(), '試し書き');
    assert.equal(queryOfPage(page), '?ui=ja&theme=card&scheme=dark&width=300');
    assert.equal(await page.locator('#part').textContent(), 'パーツ');
  });

  it('can be used with the keyboard alone, and every control is reached', async () => {
    const page = await open();
    await hasState(page, 'editing');
    const seen: string[] = [];
    // between the frame and the page nothing has the focus for a moment; past the last control it begins anew
    const NAME = `(({ activeElement: at }) => at.className === 'skip' ? 'end' : at === document.body ? 'nothing' : at.localName === 'shoji-card' ? at.localName :
      at.dataset.method || at.id || at.name || at.localName)(document)`;
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(`document.activeElement.className`), 'skip');
    for (let press = 0; press < 120; press += 1) {
      await page.keyboard.press('Tab');
      const name = await page.evaluate<string>(NAME);
      if (name === 'end') break;
      seen.push(name);
      if (name === 'summary' && !(await page.evaluate<boolean>('document.activeElement.parentElement.open'))) await page.keyboard.press('Enter');
    }
    const expected = await page.evaluate<string[]>(`[...document.querySelectorAll('button, select, textarea, input:not([type=radio])')]
      .filter((each) => !each.closest('#sheet')).map((each) => each.dataset.method ?? (each.id || each.name || 'button'))`);
    assert.deepEqual([...new Set(expected)].filter((name) => !seen.includes(name)), []);
    for (const name of ['theme', 'scheme', 'shoji-card', 'stage', 'log', 'pre']) assert.ok(seen.includes(name), name);
    // and what they do
    await page.evaluate('document.activeElement.blur()');
    await page.locator('input[name=theme]:checked').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    assert.equal(queryOfPage(page), '?theme=outlined');
    await page.locator('#width').focus();
    await page.keyboard.press('ArrowLeft');
    assert.equal(queryOfPage(page), '?theme=outlined&width=470');
  });

  it('is under the strictest policy, without style or script in its markup', async () => {
    const answer = await fetch(`${ground.demo.playground.loopback}/`);
    const policy = answer.headers.get('content-security-policy') ?? '';
    const text = await answer.text();
    assert.match(policy, /^default-src 'none'; script-src 'nonce-[\w+/=]+' 'strict-dynamic'; style-src 'self';/);
    assert.match(policy, /require-trusted-types-for 'script'; trusted-types 'none'$/);
    assert.doesNotMatch(policy, /unsafe|\*/);
    assert.doesNotMatch(text, /<style|\sstyle=|\son\w+=/);
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    const scripts = text.match(/<script\b[^>]*>/g) ?? [];
    assert.deepEqual(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`) && !tag.includes('application/json')), []);
    const again = await fetch(`${ground.demo.playground.loopback}/`);
    assert.ok(!again.headers.get('content-security-policy')?.includes(nonce), 'another one for every answer');
    // that the browser refuses nothing of it is asked after every test; and that it would refuse
    const page = await open();
    await page.evaluate(`document.body.append(Object.assign(document.createElement('style'), { textContent: 'p { color: red }' }))`);
    await until('a violation', () => visit.complaints.some((line) => /refused: style-src/.test(line)));
    visit.complaints.length = 0;
  });

  it('lets no other page set faults or pay', async () => {
    visit = await ground.visit();
    for (const path of ['/faults', '/challenge']) {
      const init = { method: 'POST', body: '{"getToken":"drop"}' };
      const answers = await Promise.all(
        ['cross-site', 'same-site'].map((site) => fetch(`${ground.demo.playground.loopback}${path}`, { ...init, headers: { 'sec-fetch-site': site } })),
      );
      assert.deepEqual(answers.map(({ status }) => status), [403, 403]);
    }
    assert.equal(ground.demo.sandbox.faults.get('getToken'), 'ok');
  });
});
