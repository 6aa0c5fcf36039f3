/** The challenge in a dialog: a shop's page, the wrapper as built on its own origin, and an issuer's page in it. */
import { rootOf } from '../support/wtr-open-roots.ts';
import '../../src/define.js';
import { expect, nextFrame } from '@open-wc/testing';
import type { ShojiOutcomeEvent } from '../../src/elements/events.js';
import { threeDs as en } from '../../src/locales/three-ds/en.js';
import { threeDs as ja } from '../../src/locales/three-ds/ja.js';
import { openCard, type CardHarness, type CardSetup } from '../support/card-harness.ts';
import { holdDeadlines, until, type Deadlines } from '../support/wtr-clock.ts';
import { OTHER_ORIGIN, STUB_ORIGIN } from '../support/wtr-stub-end.ts';

const ISSUER = `${STUB_ORIGIN}/issuer`;
/** Goes straight on to a page of the shop. */
const issuerTo = (path: string) => `${ISSUER}?to=${encodeURIComponent(new URL(path, location.origin).href)}`;
const STORY = ['shoji-challenge', 'shoji-challenge', 'shoji-outcome'];

const surfaces = ({ element }: CardHarness) => [...rootOf(element).querySelectorAll<HTMLElement>('div[exportparts]')];
const dialogOf = (card: CardHarness) =>
  surfaces(card).map((host) => rootOf(host).querySelector('dialog')).find((dialog) => dialog !== null) ?? null;

function inDialog<E extends HTMLElement = HTMLElement>(card: CardHarness, selector: string): E {
  const found = dialogOf(card)?.querySelector<E>(selector);
  if (!found) throw new Error(`no ${selector} in the dialog`);
  return found;
}
const press = (card: CardHarness, label: string) => {
  const button = [...(dialogOf(card)?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent === label);
  if (!button) throw new Error(`no button ${label}`);
  button.click();
};
const escape = (card: CardHarness) =>
  inDialog(card, 'h2').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));

async function opened(setup: CardSetup = {}, address = ISSUER, options = {}) {
  const card = await openCard({ ...setup, attributes: { challenge: 'dialog', ...setup.attributes } });
  const outcome = card.element.authenticate(address, options);
  await until(() => dialogOf(card)?.open === true);
  return { card, outcome };
}
const shown = (card: CardHarness) => until(() => inDialog(card, '.veil').hidden);

describe('the dialog', () => {
  let deadlines: Deadlines;
  beforeEach(() => {
    deadlines = holdDeadlines();
  });
  afterEach(() => {
    deadlines.release();
    sessionStorage.clear();
  });

  it('shows the issuer and says that it opened', async () => {
    const { card, outcome } = await opened();
    await shown(card);
    expect(card.names).to.deep.equal(['shoji-ready', 'shoji-challenge']);
    expect(card.element.state).to.equal('challenging');
    card.element.clear();
    expect(await outcome).to.deep.equal({ status: 'cancelled' });
  });

  it('returns when the return page says so, and takes everything away', async () => {
    const { card, outcome } = await opened({}, issuerTo('/returned?AccessID=abc123'));
    expect(await outcome).to.deep.equal({ status: 'returned', accessId: 'abc123' });
    expect(dialogOf(card)).to.equal(null);
    expect(card.names.slice(1)).to.deep.equal(STORY);
    expect((card.events.at(-1) as ShojiOutcomeEvent).accessId).to.equal('abc123');
    expect(sessionStorage.length).to.equal(0);
    expect(deadlines.running).to.deep.equal([]);
  });
});
