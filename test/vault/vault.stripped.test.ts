/**
 * A script that came before ours takes the frame out of its sandbox, or gives it another address. In a file of its own: the element
 * takes the platform as it was when it was loaded.
 */
import { expect } from '@open-wc/testing';
import { CardHarness } from '../support/card-harness.ts';

const { setAttribute } = Element.prototype;
/** What an attacker makes of an attribute; null drops it. */
let change: (name: string, value: string) => string | null = (_name, value) => value;

describe('a frame whose attributes somebody changes on the way', () => {
  before(async () => {
    Element.prototype.setAttribute = function (name: string, value: string) {
      const changed = this instanceof HTMLIFrameElement ? change(name, value) : value;
      if (changed !== null) setAttribute.call(this, name, changed);
    };
    await import('../../src/define.js');
  });
  after(() => {
    Element.prototype.setAttribute = setAttribute;
  });
  afterEach(() => {
    change = (_name, value) => value;
  });

  it('is ready as long as they stay (control)', async () => {
    expect((await new CardHarness().ready()).names).to.deep.equal(['shoji-ready']);
  });

  const attacks: Record<string, typeof change> = {
    'without its sandbox': (name, value) => (name === 'sandbox' ? null : value),
    'with a wider sandbox': (name, value) => (name === 'sandbox' ? `${value} allow-popups` : value),
    'with another address': (name, value) => (name === 'src' ? `${value}&evil` : value),
  };
  for (const [what, attack] of Object.entries(attacks)) {
    it(`is closed, and the shop told, ${what}`, async () => {
      change = attack;
      const card = new CardHarness();
      const { error } = await card.once('shoji-error');
      expect([error.type, error.code]).to.deep.equal(['internal', 'tampered']);
      expect(card.names).to.deep.equal(['shoji-error']);
      expect(card.stub.received).to.deep.equal([]);
    });
  }

  it('is closed on the shop’s own origin, too', async () => {
    change = attacks['without its sandbox'] as typeof change;
    const card = new CardHarness({ attributes: { 'hosted-url': '/opaque-on-this-origin.html' } });
    expect((await card.once('shoji-error')).error.code).to.equal('tampered');
  });
});
