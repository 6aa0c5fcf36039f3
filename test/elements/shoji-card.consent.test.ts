/** The consent to what 3-D Secure passes on, off by default. */
import '../support/wtr-open-roots.ts';
import '../../src/define.js';
import { expect } from '@open-wc/testing';
import type { ShojiErrorEvent } from '../../src/elements/events.js';
import { ShojiError } from '../../src/errors.js';
import { threeDs as en } from '../../src/locales/three-ds/en.js';
import { threeDs as ja } from '../../src/locales/three-ds/ja.js';
import { openCard, type CardHarness, type CardSetup } from '../support/card-harness.ts';
import { find, get, surfaces } from '../support/challenge-harness.ts';
import { until } from '../support/wtr-clock.ts';

const boxOf = ({ element }: CardHarness) => get(element, 'input') as HTMLInputElement;

async function asked(setup: CardSetup = {}): Promise<CardHarness> {
  const card = await openCard({ ...setup, attributes: { consent: '', name: 'token', ...setup.attributes } });
  await until(() => surfaces(card.element).length > 0);
  return card.complete();
}

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

describe('<shoji-card consent>', () => {
  it('is accessible, also when the consent is missing', async () => {
    const card = await asked();
    await expect(card.element).to.be.accessible();
    await card.element.tokenize().catch(() => undefined);
    await expect(card.element).to.be.accessible();
  });

  it('asks for nothing without the attribute', async () => {
    const card = await (await openCard()).complete();
    const [token] = await Promise.all([card.element.tokenize(), card.issue()]);
    expect(token.consent).to.equal(null);
    expect(surfaces(card.element)).to.deep.equal([]);
  });

  it('obtains no token before it is ticked, and leads to the box', async () => {
    const card = await asked();
    const error: unknown = await card.element.tokenize().catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(ShojiError);
    expect((card.events.at(-1) as ShojiErrorEvent).error).to.include({ type: 'customer', code: 'consent-missing' });
    expect(get(card.element, '[role=alert]').textContent).to.equal(en['consent-missing']);
    expect((boxOf(card).getRootNode() as ShadowRoot).activeElement).to.equal(boxOf(card));
    expect(boxOf(card).ariaInvalid).to.equal('true');
    expect(card.stub.ofType('tokenize'), 'the frame was asked for nothing').to.deep.equal([]);
    expect(card.element.complete, 'the card is still there').to.equal(true);
  });

  it('says what is missing in the look that the shop gives to errors', async () => {
    const card = await asked({ around: '<style>shoji-card::part(error) { color: rgb(1, 2, 3); font-size: 21px }</style>CARD' });
    await card.element.tokenize().catch(() => undefined);
    const { color, fontSize } = getComputedStyle(get(card.element, '[role=alert]'));
    expect([color, fontSize]).to.deep.equal(['rgb(1, 2, 3)', '21px']);
  });

  it('records what was agreed to, and when, with the token', async () => {
    const card = await asked();
    const before = Date.now();
    boxOf(card).click();
    const event = card.once('shoji-token');
    const [token] = await Promise.all([card.element.tokenize(), card.issue()]);
    expect(token.consent?.version).to.equal('1');
    expect(token.consent?.sha256).to.equal(await hashOf(en.consent));
    expect(Date.parse(token.consent?.acceptedAt ?? '')).to.be.within(before, Date.now());
    expect((await event).consent).to.deep.equal(token.consent);
  });

  it('wants the other language agreed to anew', async () => {
    const card = await asked({ around: '<section lang="en">CARD</section>' });
    boxOf(card).click();
    card.find('section').lang = 'ja';
    await until(() => get(card.element, 'label').textContent === ja.consent);
    expect(boxOf(card).checked).to.equal(false);
  });

  it('is taken back', async () => {
    const card = await asked();
    boxOf(card).click();
    boxOf(card).click();
    expect(await card.element.tokenize().catch((reason: unknown) => (reason as ShojiError).code)).to.equal('consent-missing');
  });

  it('goes with its attribute', async () => {
    const card = await asked();
    card.element.consent = false;
    await until(() => find(card.element, 'input') === null);
    expect(surfaces(card.element)).to.deep.equal([]);
  });

  it('tells what EMV 3-D Secure wants to know of the browser', async () => {
    const card = await (await openCard()).complete();
    const [{ browser }] = await Promise.all([card.element.tokenize(), card.issue()]);
    expect(browser).to.deep.equal({
      colorDepth: screen.colorDepth,
      timezone: new Date().getTimezoneOffset(),
      language: navigator.language,
      screenWidth: screen.width,
      screenHeight: screen.height,
    });
  });
});
