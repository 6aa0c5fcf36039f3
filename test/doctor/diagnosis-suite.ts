/** Every mistake that the doctor knows, made in a real browser; and a page without one, of which it says nothing. Needs dist/. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Finding } from '../../src/doctor/diagnosis.js';
import { missing, startSession, until, type Session } from '../support/session.ts';
import { CARD, Ground, type Page } from './ground.ts';

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** All findings, as `severity code`. */
const told = (findings: readonly Finding[]): string[] => findings.map(({ severity, code }) => `${severity} ${code}`);

type Fix = RegExp | string | ((ground: Ground) => string);
interface Mistake {
  readonly what: string;
  readonly page: Page | ((ground: Ground) => Page);
  /** Exactly these, in their order. */
  readonly found: readonly string[];
  /** Of the first. */
  readonly fix: Fix;
  /** In every engine of the list, not in Chromium alone. */
  readonly everywhere?: boolean;
  /** The browser's decides. */
  readonly isAnyLanguage?: boolean;
}

const MISTAKES: readonly Mistake[] = [
  {
    what: 'a policy that does not let the frame in',
    page: ({ fields }) => ({ headers: { 'content-security-policy': `default-src 'self' 'unsafe-inline' data:; script-src ${fields.origin}` } }),
    found: ['error csp-frame-src'],
    fix: ({ fields }) =>
      `Content-Security-Policy: default-src 'self' 'unsafe-inline' data:; script-src ${fields.origin}; frame-src 'self' 'unsafe-inline' data: ${fields.origin}`,
    everywhere: true,
  },
  {
    what: 'the same policy in the markup',
    page: { head: `<meta http-equiv="Content-Security-Policy" content="frame-src 'none'">` },
    found: ['error csp-frame-src'],
    fix: ({ fields }) => `<meta http-equiv="Content-Security-Policy" content="frame-src ${fields.origin}">`,
  },
  {
    what: 'a policy for each file that forgets one',
    page: ({ fields: { origin } }) => ({
      headers: { 'content-security-policy': `script-src ${origin}/shoji-card.js ${origin}/doctor.js ${origin}/locales/` },
    }),
    found: ['error csp-script-src'],
    fix: /^Content-Security-Policy: script-src .* http:\/\/fields\.localhost:\d+$/, // Firefox tells of no policy that stops a preload: there it is `file-blocked`
  },
  { what: 'a file that was not uploaded', page: { missing: '/part-mirror.js' }, found: ['warning file-missing'], fix: /^dist\/part-mirror\.js → http.*\/part-mirror\.js$/ },
  { what: 'a locale that was not uploaded', page: { missing: '/locales/en.js' }, found: ['warning file-missing'], fix: /locales\/en\.js$/ },
  { what: 'three-ds.js that is not there for the consent', page: { card: 'name="token" consent', missing: '/three-ds.js' }, found: ['error file-missing'], fix: /three-ds\.js$/ },
  { what: 'a file without the header for other origins', page: { shut: '/part-mirror.js' }, found: ['warning file-blocked'], fix: 'Access-Control-Allow-Origin: *', everywhere: true },
  {
    what: 'fields that are not there',
    page: { missing: '/hosted/index.html' },
    found: ['error hosted-unavailable'],
    fix: ({ shop }) => `Content-Security-Policy: frame-ancestors ${shop.origin}`,
  },
  {
    what: 'fields on the origin of the page without their header',
    page: { card: 'name="token" hosted-url="/hosted/index.html"' },
    found: ['error hosted-readable'],
    fix: 'Content-Security-Policy: sandbox allow-scripts allow-forms',
    everywhere: true,
  },
  { what: 'a shop ID with a dash', page: { card: 'name="token" shop-id="my-shop"' }, found: ['error shop-id-invalid', 'warning shop-not-of-test'], fix: /shop-id="tshop00000001"/ },
  { what: 'an environment that there is not', page: { card: 'name="token" environment="staging"' }, found: ['error environment-unknown'], fix: /environment="test"/ },
  { what: 'a brand that there is not', page: { card: 'name="token" brands="visa master"' }, found: ['error brands-unknown'], fix: /brands="visa mastercard/ },
  {
    what: 'a test shop in the live environment, on this machine',
    page: { card: 'name="token" environment="live"' },
    found: ['error shop-of-test', 'warning live-here'],
    fix: '<shoji-card name="token" environment="test" shop-id="tshop00000001">',
    everywhere: true,
  },
  { what: 'a live shop in the test environment', page: { card: 'name="token" shop-id="9200000000001"' }, found: ['warning shop-not-of-test'], fix: /shop-id="tshop…"/ },
  { what: 'the script twice', page: ({ fields }) => ({ head: `<script src="${fields.origin}/shoji-card.js?v=1"></script>` }), found: ['warning copies'], fix: /shoji-card\.js/, everywhere: true },
  { what: 'text that iOS zooms in on', page: { style: 'shoji-card::part(input) { font-size: 14px }' }, found: ['warning font-small'], fix: 'shoji-card::part(input) { font-size: 16px }', everywhere: true },
  { what: 'the same by a custom property', page: { style: 'shoji-card { --shoji-font-size: 13px }' }, found: ['warning font-small'], fix: 'shoji-card { --shoji-font-size: 16px }' },
  { what: 'a dark ground in a light scheme', page: { style: 'body { background: #111; color: #eee }' }, found: ['warning colour-scheme'], fix: 'shoji-card { color-scheme: dark }', everywhere: true },
  { what: 'a light ground in a dark scheme', page: { style: 'form { color-scheme: dark; background: #fff }' }, found: ['warning colour-scheme'], fix: 'shoji-card { color-scheme: light }' },
  { what: 'no name in a form', page: { card: '' }, found: ['warning name-missing'], fix: /^<shoji-card .*name="token">$/, everywhere: true },
  { what: 'a name and no form', page: { inForm: null }, found: ['warning form-missing'], fix: /^<form .*method="post">$/ },
  { what: 'a form that says nothing of its method', page: { form: 'action="/pay"' }, found: ['warning form-get'], fix: '<form action="/pay" method="post">', everywhere: true },
  { what: 'a form with get, and a control called method', page: { form: 'method="get"', inForm: '<input type="hidden" name="method">' }, found: ['warning form-get'], fix: '<form method="post">' },
  { what: 'a form for a dialog', page: { form: 'method="dialog"' }, found: ['warning form-dialog'], fix: '<form method="post">' },
  { what: 'a form with a target', page: { form: 'method="post" target="pay"' }, found: ['warning form-target'], fix: '<form method="post">' },
  { what: 'a form that keeps browsers from filling in', page: { form: 'method="post" autocomplete="off"' }, found: ['note form-autocomplete'], fix: '<form method="post">' },
  { what: 'a form that is not validated', page: { form: 'method="post" novalidate' }, found: ['note form-novalidate'], fix: '<form method="post">' },
  { what: 'two controls of one name', page: { inForm: '<input type="hidden" name="token">' }, found: ['warning name-twice'], fix: '<input type="hidden">', everywhere: true },
  { what: 'a label for the name', page: { inForm: '<label for="token">Card</label>' }, found: ['warning label-for'], fix: /^<shoji-card .*id="token">$/ },
  { what: 'no viewport', page: { viewport: '' }, found: ['warning viewport-missing'], fix: '<meta name="viewport" content="width=device-width, initial-scale=1">' },
  { what: 'no language', page: { html: '' }, isAnyLanguage: true, found: ['note lang-missing'], fix: '<html lang="ja">' },
  {
    what: 'a dialog on an isolated page',
    page: {
      card: 'name="token" challenge="dialog"',
      headers: { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'credentialless' },
    },
    found: ['warning dialog-isolated'],
    fix: /challenge="redirect"/,
  },
];

for (const engine of ['chromium', 'firefox'] as const) {
  const reason = missing(engine);
  describe(`the doctor in ${engine}${reason ? ` (skipped: ${reason})` : ''}`, { skip: reason !== false, timeout: 300_000 }, () => {
    let ground: Ground;
    let tab: Session;
    before(async () => {
      ground = await Ground.open();
      tab = await startSession(engine);
    }, { timeout: 120_000 });
    after(async () => {
      await tab.close();
      await ground.close();
    });

    it('says nothing of a page that is well, and asks for nothing twice', async () => {
      assert.deepEqual(await ground.diagnose(tab), []);
      assert.deepEqual(ground.asked.filter((path, index) => ground.asked.indexOf(path) !== index), []);
      const dressed = { card: 'name="token" challenge="dialog" consent', style: 'form { color-scheme: dark; background: #222; color: #fff }' };
      assert.deepEqual(await ground.diagnose(tab, dressed), []);
    });

    for (const { what, page, found, fix, everywhere = false, isAnyLanguage = false } of MISTAKES) {
      if (engine !== 'chromium' && !everywhere) continue;
      it(`finds ${what}`, async () => {
        const findings = await ground.diagnose(tab, typeof page === 'function' ? page(ground) : page);
        assert.deepEqual(told(findings), found);
        const [first] = findings;
        if (fix instanceof RegExp) assert.match(first?.fix ?? '', fix);
        else assert.equal(first?.fix, typeof fix === 'function' ? fix(ground) : fix);
        for (const { message } of findings) assert.ok(isAnyLanguage || !KANA.test(message), message);
        for (const { message } of findings) assert.doesNotMatch(message, /[{}]|undefined|null/);
      });
    }

    it('speaks the language of the element', async () => {
      const [finding] = await ground.diagnose(tab, { html: 'lang="ja"', card: '' });
      assert.match(finding?.message ?? '', KANA);
    });

    it('knows what a policy forbade the form', async () => {
      await ground.visit(tab, { form: 'method="post" action="https://gateway.example/pay"', headers: { 'content-security-policy': `form-action 'self'` } });
      await until('the fields', () => tab.run<boolean>(`${CARD}.state === 'editing'`));
      assert.deepEqual((await tab.run<{ findings: Finding[] }>(`${CARD}.diagnose()`)).findings, []);
      await tab.run(`(() => { try { document.querySelector('form').submit(); } catch { /* Firefox throws what it forbids */ } })()`);
      const found = async () => (await tab.run<{ findings: Finding[] }>(`${CARD}.diagnose()`)).findings;
      await until('a finding', async () => (await found()).length > 0);
      const [finding] = await found();
      assert.equal(finding?.code, 'csp-form-action');
      assert.equal(finding.fix, `Content-Security-Policy: form-action 'self' https://gateway.example`);
    });

    it('rejects where its file does not come', async () => {
      await ground.visit(tab, { missing: '/doctor.js' });
      assert.equal(await tab.run(`${CARD}.diagnose().then(() => 'told', ({ name }) => name)`), 'TypeError');
    });
  });
}
