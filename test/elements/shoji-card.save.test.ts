/** The consent to the card's being saved, off by default. */
import '../support/wtr-open-roots.ts';
import '../../src/define.js';
import { expect } from '@open-wc/testing';
import { ShojiError } from '../../src/errors.js';
import { threeDs as en } from '../../src/locales/three-ds/en.js';
import { threeDs as ja } from '../../src/locales/three-ds/ja.js';
import { openCard, shopForm, type CardHarness, type CardSetup } from '../support/card-harness.ts';
import { find, get, surfaces } from '../support/challenge-harness.ts';
import { until } from '../support/wtr-clock.ts';

const boxOf = ({ element }: CardHarness) => get(element, 'input') as HTMLInputElement;

async function asked(save: string, attributes: CardSetup['attributes'] = {}): Promise<CardHarness> {
  const card = await openCard({ around: shopForm(), attributes: { save, name: 'token', 'token-count': '2', ...attributes } });
  await until(() => surfaces(card.element).length > 0);
  return card.complete();
}

async function tokenFor(card: CardHarness) {
  const [token] = await Promise.all([card.element.tokenize(), card.issue()]);
  return token;
}

const countOf = (card: CardHarness) => card.stub.ofType('tokenize').at(-1)?.count;
const saveIn = (card: CardHarness) => new FormData(card.form).getAll('save-card');

describe('<shoji-card save>', () => {
  // it has a deadline, and the tests' server makes it from sources
  before(() => import('../../src/three-ds/three-ds.js'));

  it('is accessible', async () => {
    await expect((await asked('ask')).element).to.be.accessible();
    await expect((await asked('always')).element).to.be.accessible();
  });

  for (const save of [null, 'never', 'perhaps']) {
    it(`asks for nothing with ${save ?? 'nothing'}, and saves nothing`, async () => {
      const attributes = { save, name: 'token', 'token-count': '2' };
      const card = await (await openCard({ around: shopForm(), attributes })).complete();
      expect((await tokenFor(card)).saveConsent).to.equal(null);
      expect(find(card.element, '[part=save]')).to.equal(null);
      expect(countOf(card), 'the shop’s number of tokens').to.equal(2);
      expect(saveIn(card)).to.deep.equal([]);
    });
  }

  it('ends with an error where three-ds.js is of a version that does not know the question', async () => {
    const { prototype } = (await import('../../src/three-ds/three-ds.js')).ThreeDs;
    const answers = Object.getOwnPropertyDescriptor(prototype, 'answers') as PropertyDescriptor;
    const card = await asked('ask');
    Reflect.deleteProperty(prototype, 'answers');
    try {
      const error = await card.element.tokenize().catch((reason: unknown) => reason);
      expect((error as ShojiError).code).to.equal('hosted-unavailable');
      expect(card.element.state).to.equal('editing');
      expect(card.stub.ofType('tokenize')).to.deep.equal([]);
    } finally {
      Object.defineProperty(prototype, 'answers', answers);
    }
    expect((await tokenFor(card)).token).to.equal('token-1');
  });

  describe('ask', () => {
    it('is not ticked beforehand; the payment goes on without, and with one token fewer', async () => {
      const card = await asked('ask');
      expect(boxOf(card).checked).to.equal(false);
      expect((await tokenFor(card)).saveConsent).to.equal(null);
      expect(countOf(card)).to.equal(1);
      expect([card.formTokens.length, saveIn(card).length]).to.deep.equal([1, 0]);
    });

    it('has the second token, and the version of the words, when it is ticked', async () => {
      const card = await asked('ask');
      const before = Date.now();
      boxOf(card).click();
      const { saveConsent, consent } = await tokenFor(card);
      expect(countOf(card)).to.equal(2);
      expect(card.formTokens).to.have.length(2);
      expect(saveIn(card)).to.deep.equal(['1']);
      expect(saveConsent?.version).to.equal('1');
      expect(Date.parse(saveConsent?.acceptedAt ?? '')).to.be.within(before, Date.now());
      expect(saveConsent?.sha256).to.match(/^[0-9a-f]{64}$/);
      expect(consent, 'that is another one').to.equal(null);
    });

    it('saves with the one token of a shop that asks for one', async () => {
      const card = await asked('ask', { 'token-count': '1' });
      boxOf(card).click();
      await tokenFor(card);
      expect([countOf(card), saveIn(card).length]).to.deep.equal([1, 1]);
    });

    it('stands while its token is held, and can be changed for the next card', async () => {
      const card = await asked('ask');
      boxOf(card).click();
      await tokenFor(card);
      await until(() => boxOf(card).disabled);
      card.element.clear();
      await until(() => !boxOf(card).disabled);
      expect(saveIn(card)).to.deep.equal([]);
    });

    it('wants the words of another language agreed to anew', async () => {
      const card = await asked('ask');
      boxOf(card).click();
      card.element.lang = 'ja';
      await until(() => get(card.element, 'label').textContent === ja.save);
      expect(boxOf(card).checked).to.equal(false);
    });

    it('goes with its attribute', async () => {
      const card = await asked('ask');
      card.element.save = 'never';
      await until(() => find(card.element, 'input') === null);
      expect(surfaces(card.element)).to.deep.equal([]);
    });

    it('never goes with the token of a card that nobody was asked about', async () => {
      const card = await asked('ask');
      boxOf(card).click();
      expect((await tokenFor(card)).saveConsent).not.to.equal(null);
      const isReady = card.once('shoji-ready');
      card.element.save = 'never';
      await isReady;
      await card.complete();
      expect((await tokenFor(card)).saveConsent).to.equal(null);
      expect(saveIn(card)).to.deep.equal([]);
    });

    it('stands beside the consent that 3-D Secure needs, and does not take its place', async () => {
      const card = await asked('ask', { consent: '' });
      await until(() => surfaces(card.element).length === 2);
      (get(card.element, '#save') as HTMLInputElement).click();
      const error: unknown = await card.element.tokenize().catch((reason: unknown) => reason);
      expect((error as ShojiError).code).to.equal('consent-missing');
      (get(card.element, '#consent') as HTMLInputElement).click();
      const { consent, saveConsent } = await tokenFor(card);
      expect(consent?.sha256).not.to.equal(saveConsent?.sha256);
      expect(countOf(card)).to.equal(2);
    });
  });

  describe('always', () => {
    it('says so, asks for nothing, and has both tokens', async () => {
      const card = await asked('always');
      expect(find(card.element, 'input')).to.equal(null);
      expect(get(card.element, '[part=save]').textContent).to.equal(en['save-always']);
      expect((await tokenFor(card)).saveConsent?.version).to.equal('1');
      expect([countOf(card), ...saveIn(card)]).to.deep.equal([2, '1']);
    });
  });
});
