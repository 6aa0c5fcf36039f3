/** Every mistake that the doctor knows, made in a real browser; and a page without one, of which it says nothing. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { SANDBOX_SHOP } from '../../demo/serve.ts';
import type { Finding } from '../../src/doctor/diagnosis.js';
import { ERROR_CODES } from '../../src/errors.js';
import { chromiumSession, launchChromium } from '../support/session-chromium.ts';
import { missing, startSession, until, type EngineName, type Session } from '../support/session.ts';
import { ask, CARD, ELSEWHERE, Ground, haveCome, pay } from './ground.ts';
import { MISTAKES } from './mistakes.ts';

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** All findings, as `severity code`. */
const told = (findings: readonly Finding[]): string[] => findings.map(({ severity, code }) => `${severity} ${code}`);

const isNothing = (findings: readonly Finding[]): boolean => findings.length === 0;

/** Chromium's own tab, because a page has to have a name that is not of this machine. */
async function open(engine: EngineName): Promise<Session> {
  if (engine !== 'chromium') return startSession(engine);
  const browser = await launchChromium([ELSEWHERE]);
  const page = await browser.newPage({ locale: 'ja-JP' });
  return { ...chromiumSession(page, browser.version()), close: () => browser.close() };
}

export function diagnosisSuite(engine: EngineName): void {
  const reason = missing(engine);
  describe(`the doctor in ${engine}${reason ? ` (skipped: ${reason})` : ''}`, { skip: reason !== false, timeout: 300_000 }, () => {
    let ground: Ground;
    let tab: Session;
    before(async () => {
      ground = await Ground.open();
      tab = await open(engine);
    }, { timeout: 120_000 });
    after(async () => {
      await tab.close();
      await ground.close();
    });

    it('says nothing of a page that is well, and asks for nothing twice', async () => {
      await ground.visit(tab);
      await haveCome(tab);
      assert.deepEqual(await ask(tab), []);
      assert.deepEqual(ground.asked.filter((path, index) => ground.asked.indexOf(path) !== index), []);
      const dressed = { card: 'name="token" challenge="dialog" consent', style: 'form { color-scheme: dark; background: #222; color: #fff }' };
      assert.deepEqual(await ground.diagnose(tab, dressed, isNothing), []);
    });

    for (const { what, page, found, code = found[0]?.split(' ')[1], fix, well, everywhere = false, isAnyLanguage = false } of MISTAKES) {
      if (engine !== 'chromium' && !everywhere) continue;
      it(`finds ${what}`, async () => {
        const findings = await ground.diagnose(tab, typeof page === 'function' ? page(ground) : page, (all) => told(all).join() === found.join());
        assert.deepEqual(told(findings), found);
        const fixes = findings.filter((finding) => finding.code === code).map((finding) => finding.fix).sort().join('\n');
        if (fix instanceof RegExp) assert.match(fixes, fix);
        else assert.equal(fixes, typeof fix === 'function' ? fix(ground) : fix);
        for (const { message } of findings) assert.ok(isAnyLanguage || !KANA.test(message), message);
        for (const { message } of findings) assert.doesNotMatch(message, /[{}]|undefined|null/);
        if (!well) return;
        const isMended = (all: readonly Finding[]) => !all.some((finding) => finding.code === code);
        assert.ok(isMended(await ground.diagnose(tab, typeof well === 'function' ? well(ground) : well, isMended)), 'it is not said where it is mended (control)');
      });
    }

    it('knows what it means that the gateway refuses or is silent', async () => {
      const { faults } = ground.sandbox;
      const asked = async () => {
        await pay(tab);
        return told(await ask(tab));
      };
      await ground.visit(tab, { card: 'name="token" fields="number expiry"' });
      faults.set('tokenScript', 'status-500');
      assert.deepEqual(await asked(), ['warning gateway-script']);
      faults.reset();
      for (const [result, code] of [['901', 'gateway-internal'], ['902', 'gateway-busy']] as const) {
        faults.set('getToken', `result:${result}`);
        assert.deepEqual(await asked(), [`warning ${code}`]);
      }
      for (const code of ERROR_CODES.filter((each) => each.startsWith('gmo-'))) {
        faults.set('getToken', `result:${code.slice(4)}`);
        assert.deepEqual(await asked(), [`error ${code}`]);
      }
      assert.match((await ask(tab))[0]?.fix ?? '', /^<shoji-card .*shop-id=/);
      faults.set('getToken', 'status-500');
      assert.deepEqual(await asked(), ['warning gateway-unreachable']);
      faults.reset();
      assert.deepEqual(await asked(), [], 'of a token it says nothing (control)');
      assert.equal(await tab.run(`${CARD}.state`), 'awaiting-merchant');
    });

    it('names what is to be checked, by the version of the token script', async () => {
      const { faults, publicKey } = ground.sandbox;
      const v2 = `gateway="gmo-v2" api-key="${SANDBOX_SHOP.apiKey}" public-key="${publicKey}"`;
      for (const [lang, attributes, names] of [
        ['en', '', /Check shop-id and environment/],
        ['en', v2, /Check api-key, public-key and environment/],
        ['ja', v2, /。api-key, public-key、environment をご確認ください/],
      ] as const) {
        await ground.visit(tab, { html: `lang="${lang}"`, card: `name="token" fields="number expiry" ${attributes}` });
        faults.set('getToken', 'result:552');
        await pay(tab);
        const [finding] = await ask(tab);
        assert.equal(finding?.code, 'gmo-552');
        assert.match(finding.message, names);
      }
    });

    it('speaks the language of the element', async () => {
      const [finding] = await ground.diagnose(tab, { html: 'lang="ja"', card: '' }, (all) => all.length > 0);
      assert.match(finding?.message ?? '', KANA);
    });

    it('knows what a policy forbade the form', async () => {
      await ground.visit(tab, { form: 'method="post" action="https://gateway.example/pay"', headers: { 'content-security-policy': `form-action 'self'` } });
      await until('the fields', () => tab.run<boolean>(`${CARD}.state === 'editing'`));
      assert.deepEqual(await ask(tab), []);
      await tab.run(`(() => { try { document.querySelector('form').submit(); } catch { /* Firefox throws what it forbids */ } })()`);
      await until('a finding', async () => (await ask(tab)).length > 0);
      const [finding] = await ask(tab);
      assert.equal(finding?.code, 'csp-form-action');
      assert.equal(finding.fix, `Content-Security-Policy: form-action 'self' https://gateway.example`);
    });

    it('rejects where its file does not come', async () => {
      await ground.visit(tab, { missing: '/doctor.js' });
      assert.equal(await tab.run(`${CARD}.diagnose().then(() => 'told', ({ name }) => name)`), 'TypeError');
    });
  });
}
