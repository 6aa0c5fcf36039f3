import '../support/wtr-open-roots.ts';
import '../../src/define.js';
import { expect, fixtureSync, html, nextFrame } from '@open-wc/testing';
import type { ShojiCard } from '../../src/elements/shoji-card.js';
import { en } from '../../src/locales/en.js';
import { ja } from '../../src/locales/ja.js';
import { messages as de } from '../../src/locales/de.js';
import { messages as ko } from '../../src/locales/ko.js';
import { messages as zhHant } from '../../src/locales/zh-Hant.js';
import { CardHarness, openCard } from '../support/card-harness.ts';
import { until } from '../support/wtr-clock.ts';
import { STUB_ORIGIN } from '../support/wtr-stub-end.ts';

/** What the frame was told last. */
const told = ({ stub }: CardHarness) => [...stub.ofType('init'), ...stub.ofType('labels')].at(-1);
const speaks = (card: CardHarness, language: string) => until(() => told(card)?.language === language);

describe('<shoji-card> in another language', () => {
  it('shows English until the locale is there, then the locale', async () => {
    const card = new CardHarness({ attributes: { lang: 'zh-HK' } });
    await card.element.updateComplete;
    expect(card.element.validationMessage, 'at first').to.equal(en.errors.incomplete);
    await card.ready();
    await speaks(card, 'zh-Hant');
    expect(told(card)?.words).to.deep.equal(zhHant.frame);
    await card.element.updateComplete;
    expect(card.element.validationMessage).to.equal(zhHant.errors.incomplete);
  });

  it('shows a locale that is at hand at once', async () => {
    await speaks(await openCard({ attributes: { lang: 'zh-TW' } }), 'zh-Hant');
    const card = new CardHarness({ attributes: { lang: 'zh-TW' } });
    await card.element.updateComplete;
    expect(card.element.validationMessage).to.equal(zhHant.errors.incomplete);
    expect((await card.stub.next('init')).language).to.equal('zh-Hant');
  });

  it('says that English words are English', async () => {
    const card = await openCard({ attributes: { lang: 'it' } });
    const { language, words } = await card.stub.next('init');
    expect(language).to.equal('en');
    expect(words).to.deep.equal(en.frame);
  });

  it('changes while a card is half typed, and loads nothing anew', async () => {
    const card = await openCard({ around: '<section lang="ja">CARD</section>' });
    await card.complete();
    for (const [lang, messages] of [['ko-KR', ko], ['de', de], ['ja', ja]] as const) {
      card.find('section').setAttribute('lang', lang);
      await speaks(card, lang.slice(0, 2));
      expect(told(card)?.words).to.deep.equal(messages.frame);
    }
    expect(card.element.complete).to.equal(true);
    expect(card.stub.loads).to.equal(1);
    expect(card.stub.ofType('clear')).to.deep.equal([]);
  });

  it('keeps to the last of several changes, whichever is loaded last', async () => {
    const card = await openCard({ attributes: { lang: 'en' } });
    for (const lang of ['vi', 'th', 'fr', 'ja']) {
      card.element.lang = lang;
      await Promise.resolve(); // the change is seen; its locale is under way
    }
    await Promise.all([import('../../src/locales/vi.js'), import('../../src/locales/th.js'), import('../../src/locales/fr.js')]);
    await nextFrame();
    await speaks(card, 'ja');
    expect(card.stub.ofType('labels').map(({ language }) => language)).to.not.include.members(['vi', 'th', 'fr']);
  });
});

describe('the script tag in another language', function () {
  this.timeout(40_000);

  interface Page {
    readonly window: Window & typeof globalThis;
    readonly element: ShojiCard;
    /** What went wrong in it, as far as a page can see. */
    readonly wrongs: string[];
    /** Directives that something broke. */
    readonly violations: string[];
  }

  /** A page of its own with the script as built. */
  async function openPage({ script = '/dist/shoji-card.js', policy = '', lang = 'ko' } = {}): Promise<Page> {
    const frame = fixtureSync<HTMLIFrameElement>(html`<iframe title="A shop"></iframe>`);
    const loaded = new Promise((resolve) => { frame.addEventListener('load', resolve, { once: true }); });
    const meta = policy && `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
    frame.srcdoc = `<!doctype html><html lang="en">${meta}<script nonce="n" src="${script}"></script>
      <shoji-card shop-id="tshop00000001" environment="test" hosted-url="${STUB_ORIGIN}/stub-hosted.html?id=none"></shoji-card>`;
    await loaded;
    const window = frame.contentWindow as Page['window'];
    const wrongs: string[] = [];
    const violations: string[] = [];
    for (const type of ['error', 'unhandledrejection']) window.addEventListener(type, () => wrongs.push(type));
    window.document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => violations.push(effectiveDirective));
    const element = window.document.querySelector('shoji-card');
    if (!element) throw new Error('no element');
    await element.updateComplete;
    element.lang = lang;
    return { window, element, wrongs, violations };
  }

  const policies: readonly (readonly [why: string, policy: string])[] = [
    ['no policy', ''],
    ['a nonce that trust passes on from', `script-src 'nonce-n' 'strict-dynamic'; require-trusted-types-for 'script'`],
    ['a nonce', `script-src 'nonce-n'`],
    ['the origin', `script-src ${location.origin}`],
  ];
  for (const [why, policy] of policies) {
    it(`loads the locale from beside the script: ${why}`, async () => {
      const { element, wrongs, window } = await openPage({ policy });
      await until(() => element.validationMessage === ko.errors.incomplete);
      expect(wrongs).to.deep.equal([]);
      const files = window.performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
      expect(files.filter((file) => file.includes('/locales/'))).to.deep.equal(['/dist/locales/en.js', '/dist/locales/ko.js']);
    });
  }

  it('stays English where the policy forbids it, and tells nobody', async () => {
    const { element, wrongs, violations } = await openPage({ policy: `script-src ${location.origin}/dist/shoji-card.js` });
    await until(() => violations.length > 0);
    element.lang = 'ja';
    await until(() => element.validationMessage === ja.errors.incomplete);
    element.lang = 'ko';
    await until(() => violations.length > 1);
    await until(() => element.validationMessage === en.errors.incomplete);
    expect(wrongs).to.deep.equal([]);
  });

  it('asks again at the next change when a locale did not come', async () => {
    const { element, wrongs, window } = await openPage({ script: `/flaky-${crypto.randomUUID()}/shoji-card.js`, lang: 'fr' });
    // the element's next question, whenever it is asked, is the second one
    await until(() => {
      element.lang = element.lang === 'fr' ? 'fr-FR' : 'fr';
      return element.validationMessage !== en.errors.incomplete;
    });
    expect(element.validationMessage).to.equal((await import('../../src/locales/fr.js')).messages.errors.incomplete);
    expect(wrongs).to.deep.equal([]);
    const asked = window.performance.getEntriesByType('resource').filter(({ name }) => name.includes('/locales/fr.js'));
    expect(asked.length).to.be.greaterThan(0);
  });
});
