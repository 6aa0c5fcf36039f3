/** The page's side of the frame: what it is made of, and what it believes. */
import { rootOf } from '../support/wtr-open-roots.ts';
import '../../src/define.js';
import { expect, oneEvent } from '@open-wc/testing';
import type { ShojiError } from '../../src/errors.js';
import { CardHarness, openCard } from '../support/card-harness.ts';
import { until } from '../support/wtr-clock.ts';
import { COMPLETE_CARD, EMPTY_CARD, tokenFor } from '../support/wtr-stub-end.ts';

const PAN = '4111111111111111';
const VERDICT = { empty: false, complete: false, error: null };
const TOKEN = tokenFor({ type: 'tokenize', id: 'x', count: 1 });

const frameIn = ({ element }: CardHarness): HTMLIFrameElement => {
  const vault = rootOf(element).querySelector('shoji-vault');
  const frame = vault && rootOf(vault).querySelector('iframe');
  if (!frame) throw new Error('no frame');
  return frame;
};

describe('the vault’s frame', () => {
  it('has these attributes and no other', async () => {
    const card = await openCard();
    const attributes = Object.fromEntries([...frameIn(card).attributes].map(({ name, value }) => [name, value]));
    expect(attributes).to.deep.equal({
      title: 'Card details',
      sandbox: 'allow-scripts allow-same-origin allow-forms',
      allow: "autofill 'src'; camera 'none'; microphone 'none'; geolocation 'none'; clipboard-read 'none'",
      referrerpolicy: 'strict-origin',
      loading: 'eager',
      src: card.stub.url(),
    });
  });

  it('never has a name, id, part or document of its own by which the page could find it', async () => {
    const frame = frameIn(await openCard());
    for (const name of ['name', 'id', 'part', 'class', 'srcdoc']) expect(frame.hasAttribute(name), name).to.equal(false);
    expect(frame.contentDocument).to.equal(null);
  });

  it('is told the settings once, frozen as they were read', async () => {
    const card = await openCard({ attributes: { fields: 'number expiry cvc' } });
    const init = await card.stub.next('init');
    expect(Object.keys(init).sort()).to.deep.equal(
      [
        'apiKey', 'brands', 'disabled', 'environment', 'fields', 'fieldsBy', 'fonts', 'gateway', 'language', 'provider', 'publicKey', 'sendFingerprint', 'shopId',
        'style', 'type', 'version', 'words',
      ],
    );
    expect(init.shopId).to.equal('tshop00000001');
    expect(init.fields).to.deep.equal(['number', 'expiry', 'cvc']);
  });

  it('is told the keys of token v2, which needs no shop ID', async () => {
    const keys = { 'api-key': 'key-1', 'public-key': 'MIIB', 'fields-by': 'gateway', provider: 'smbc-gp', 'send-fingerprint': '' };
    const card = await openCard({ attributes: { 'shop-id': null, gateway: 'gmo-v2', ...keys } });
    const { gateway, shopId, apiKey, publicKey, fieldsBy, provider, sendFingerprint } = await card.stub.next('init');
    expect({ gateway, shopId, apiKey, publicKey, fieldsBy, provider, sendFingerprint }).to.deep.equal(
      { gateway: 'gmo-v2', shopId: '', apiKey: 'key-1', publicKey: 'MIIB', fieldsBy: 'gateway', provider: 'smbc-gp', sendFingerprint: true },
    );
  });

  it('never takes a setting from Object.prototype', async () => {
    Object.defineProperty(Object.prototype, 'shopId', { value: 'evil', configurable: true });
    try {
      const card = await openCard({ attributes: { 'shop-id': 'tshop1' } });
      expect((await card.stub.next('init')).shopId).to.equal('tshop1');
    } finally {
      Reflect.deleteProperty(Object.prototype, 'shopId');
    }
  });
});

describe('the vault’s frame on the page’s own origin', () => {
  const openOpaque = (query = '') => new CardHarness({ attributes: { 'hosted-url': `/opaque-on-this-origin.html${query}`, 'shop-id': 'ok' } });

  it('is opaque, by its attribute as well, and nobody can read it', async () => {
    const card = await openOpaque().ready();
    const frame = frameIn(card);
    expect(frame.getAttribute('sandbox')).to.equal('allow-scripts allow-forms');
    expect(frame.contentDocument).to.equal(null);
    expect(() => frame.contentWindow?.document).to.throw();
    const vault = rootOf(card.element).querySelector('shoji-vault') as HTMLElement;
    expect(rootOf(vault).querySelectorAll('iframe')).to.have.length(1);
  });

  it('leaves no step in the history', async () => {
    const before = history.length;
    await openOpaque().ready();
    expect(history.length).to.equal(before);
  });

  it('is refused without the response header, before any field is shown', async () => {
    const card = new CardHarness({ attributes: { 'hosted-url': '/hosted-on-this-origin.html' } });
    const { error } = await card.once('shoji-error');
    expect(error.code).to.equal('hosted-readable');
    expect(card.names).to.deep.equal(['shoji-error']);
    const vault = rootOf(card.element).querySelector('shoji-vault') as HTMLElement;
    expect(rootOf(vault).querySelector('iframe')).to.equal(null);
  });

  it('is not taken for misplaced when the server does not have it', async () => {
    const card = new CardHarness({ attributes: { 'hosted-url': '/nothing-here.html' } });
    expect((await card.once('shoji-error')).error.code).to.equal('hosted-unavailable');
  });
});

describe('the vault', () => {
  /** Sends something, then a message that is certainly believed, and reports what the shop's page heard of the former. */
  async function heard(message: unknown): Promise<string[]> {
    const card = await openCard();
    card.stub.send(message);
    card.stub.say({ type: 'state', state: { ...COMPLETE_CARD, brand: 'jcb' } });
    await until(() => card.element.brand === 'jcb' || card.element.state === 'failed');
    return card.names.slice(1);
  }

  const state = (change: object) => ({ type: 'state', state: { ...EMPTY_CARD, ...change } });
  const dropped: [why: string, message: unknown][] = [
    ['nothing', null],
    ['a text', 'tamper'],
    ['a list', ['tamper']],
    ['no type', {}],
    ['an unknown type', { type: 'value', value: PAN }],
    ['a type that is no text', { type: { toString: 'tamper' } }],
    ['a type of Object.prototype', { type: 'constructor' }],
    ['another one', { type: '__proto__' }],
    ['and another', { type: 'hasOwnProperty' }],
    ['a huge type', { type: 'x'.repeat(1_000_000) }],
    ['a message of the page', { type: 'tokenize', id: 'a', count: 1 }],
    ['a state without its parts', { type: 'state', state: {} }],
    ['a state that is a text', { type: 'state', state: PAN }],
    ['a brand with digits', state({ brand: PAN })],
    ['a focused field with digits', state({ focused: PAN })],
    ['digits for complete', state({ complete: 1 })],
    ['digits for empty', state({ empty: 16 })],
    ['a field error with digits', state({ fields: { number: { ...VERDICT, error: `number-${PAN}` } } })],
    ['a huge field error', state({ fields: { number: { ...VERDICT, error: `number${'-a'.repeat(500_000)}` } } })],
    ['an unknown field', state({ fields: { [PAN]: VERDICT } })],
    ['a field of Object.prototype', state({ fields: { constructor: VERDICT } })],
    ['a height that is a text', { type: 'resize', height: '411' }],
    ['no height', { type: 'resize', height: 0 }],
    ['a height beyond measure', { type: 'resize', height: 4_111_111 }],
    ['a height that is no number', { type: 'resize', height: Number.NaN }],
    ['an error with a code of its own', { type: 'error', id: null, code: PAN }],
    ['an error with a code of Object.prototype', { type: 'error', id: null, code: 'toString' }],
    ['an error with a huge id', { type: 'error', id: 'x'.repeat(100_000), code: 'busy' }],
    ['a token that nobody asked for', TOKEN],
    ['a token with a whole number', { ...TOKEN, maskedNumber: PAN }],
    ['a token that is empty', { ...TOKEN, tokens: [''] }],
    ['no tokens', { ...TOKEN, tokens: [] }],
    ['too many tokens', { ...TOKEN, tokens: Array.from({ length: 11 }, () => 'a') }],
  ];
  for (const [why, message] of dropped) {
    it(`drops ${why}`, async () => {
      expect(await heard(message)).to.deep.equal(['shoji-change']);
    });
  }

  it('hears what is in the protocol (control)', async () => {
    expect(await heard({ type: 'state', state: COMPLETE_CARD })).to.deep.equal(['shoji-change', 'shoji-change']);
    expect(await heard({ type: 'tamper' })).to.deep.equal(['shoji-error']);
    expect(await heard({ type: 'error', id: null, code: 'hosted-readable' })).to.deep.equal(['shoji-error']);
  });

  it('drops a whole number in the answer to tokenize, too, and still takes the right answer', async () => {
    const card = await (await openCard()).complete();
    const token = card.element.tokenize();
    const asked = await card.stub.next('tokenize');
    card.stub.send({ ...tokenFor(asked), maskedNumber: PAN });
    card.stub.send({ ...tokenFor(asked), tokens: 'token-1' });
    card.stub.say(tokenFor(asked));
    expect((await token).maskedNumber).to.equal('*************111');
  });

  it('drops everything after it was closed', async () => {
    const card = await openCard();
    const failed = card.once('shoji-error');
    card.stub.say({ type: 'tamper' });
    card.stub.say({ type: 'ready' });
    card.stub.say({ type: 'state', state: COMPLETE_CARD });
    await failed;
    const reason: unknown = await card.element.tokenize().catch((error: unknown) => error);
    expect((reason as ShojiError).code).to.equal('not-ready');
    expect(card.names).to.deep.equal(['shoji-ready', 'shoji-error']);
  });

  it('drops what any window says to the page', async () => {
    const card = await openCard();
    for (const message of [{ type: 'tamper' }, { type: 'state', state: COMPLETE_CARD }, TOKEN]) {
      window.postMessage(message, '*');
      await oneEvent(window, 'message');
    }
    expect(card.names).to.deep.equal(['shoji-ready']);
  });
});
