import { rootOf } from '../support/wtr-open-roots.ts';
import '../../src/define.js';
import { expect, nextFrame } from '@open-wc/testing';
import { ShojiErrorEvent, ShojiTokenEvent } from '../../src/elements/events.js';
import { ShojiError } from '../../src/errors.js';
import { en } from '../../src/locales/en.js';
import { ja } from '../../src/locales/ja.js';
import { formHeight } from '../support/form-height.ts';
import { CardHarness, openCard, shopForm, type CardSetup } from '../support/card-harness.ts';
import { holdDeadlines, until, type Deadlines } from '../support/wtr-clock.ts';
import { COMPLETE_CARD, EMPTY_CARD, OTHER_ORIGIN, STUB_ORIGIN, StubEnd } from '../support/wtr-stub-end.ts';

const LOAD_DEADLINE = 20_000;
const READY_DEADLINE = 3_000;
const TOKEN_DEADLINE = 60_000;

const FALLBACK = '<a slot="fallback" href="/link">Pay another way</a>';

/** A text of the element's own, as the shopper sees it. */
const shown = ({ element }: CardHarness, selector: string) =>
  rootOf(element).querySelector<HTMLElement>(selector)?.innerText ?? '';
const isShown = (element: Element) => element.getClientRects().length > 0;
const frameIn = ({ element }: CardHarness) => {
  const vault = rootOf(element).querySelector('shoji-vault');
  return vault && rootOf(vault).querySelector('iframe');
};
const codeOf = (event: Event | undefined) => (event as ShojiErrorEvent | undefined)?.error.code;

/** The reason of a promise that is rejected. */
async function reasonOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(() => undefined, (reason: unknown) => reason);
  expect(error).to.be.instanceOf(ShojiError);
  return (error as ShojiError).code;
}

/** An element that failed, after its shoji-error. */
async function failedCard(setup: CardSetup): Promise<CardHarness> {
  const card = new CardHarness(setup);
  if (!card.events.length) await card.once('shoji-error');
  await card.element.updateComplete;
  return card;
}

describe('<shoji-card>', () => {
  let deadlines: Deadlines;
  beforeEach(() => {
    deadlines = holdDeadlines();
  });
  afterEach(() => {
    deadlines.release();
  });

  it('is accessible', async () => {
    deadlines.release(); // the checker has timers of its own
    const { element } = await openCard({ content: FALLBACK });
    await expect(element).to.be.accessible();
  });

  it('is accessible when it has failed', async () => {
    deadlines.release();
    const { element } = await failedCard({ content: FALLBACK, attributes: { 'shop-id': null } });
    await expect(element).to.be.accessible();
  });

  describe('while it loads', () => {
    for (const fields of ['number expiry cvc name', 'number expiry', 'name number cvc expiry']) {
      it(`has its final height before the frame answers: ${fields}`, async () => {
        const card = new CardHarness({ query: '&quiet', attributes: { fields } });
        await card.stub.next('init');
        const before = card.element.getBoundingClientRect().height;
        card.stub.say({ type: 'resize', height: formHeight(fields.split(' ') as never, card.element.clientWidth) });
        card.stub.say({ type: 'ready' });
        await card.ready();
        await nextFrame();
        expect(card.element.getBoundingClientRect().height).to.equal(before);
        expect(frameIn(card)?.getBoundingClientRect().height).to.equal(formHeight(fields.split(' ') as never, card.element.clientWidth));
      });
    }

    it('keeps that height with the real hosted document', async () => {
      const card = new CardHarness({ attributes: { 'hosted-url': `${STUB_ORIGIN}/hosted/index.html` } });
      await card.element.updateComplete;
      const before = card.element.getBoundingClientRect().height;
      const ready = card.once('shoji-ready');
      await Promise.all([ready, card.once('shoji-change')]);
      await nextFrame();
      await nextFrame();
      expect(before).to.be.greaterThan(200);
      expect(card.element.getBoundingClientRect().height).to.equal(before);
    });

    it('shows the default slot, and nothing of the fallback, until it is ready', async () => {
      const card = new CardHarness({ query: '&quiet', content: `<b>Loading…</b>${FALLBACK}` });
      await card.stub.next('init');
      expect(isShown(card.find('b')), 'default slot').to.equal(true);
      expect(card.element.state).to.equal('loading');
      card.stub.say({ type: 'ready' });
      await card.ready();
      expect(isShown(card.find('b')), 'default slot afterwards').to.equal(false);
      expect(isShown(card.find('a')), 'fallback').to.equal(false);
      expect(card.element.state).to.equal('editing');
    });

    it('takes a height from the frame', async () => {
      const card = await openCard();
      const height = () => card.element.getBoundingClientRect().height;
      for (const pixels of [320, 350]) {
        const before = height();
        card.stub.say({ type: 'resize', height: pixels });
        await until(() => height() !== before);
        expect(frameIn(card)?.getBoundingClientRect().height).to.equal(pixels);
      }
    });

    it('marks the test environment, in the language of the page', async () => {
      const english = await openCard();
      expect(shown(english, '.badge')).to.equal('TEST');
      const japanese = await openCard({ around: '<div lang="ja">CARD</div>' });
      expect(shown(japanese, '.badge')).to.equal('テスト');
    });

    for (const display of ['flow-root', 'block', 'grid']) {
      it(`has room for the mark above two fields of one row, also where the shop makes it display: ${display}`, async () => {
        const around = `<style>shoji-card { display: ${display} }</style><p style="margin: 0">Card</p>CARD<p style="margin: 0">Total</p>`;
        const card = await openCard({ around, attributes: { fields: 'expiry cvc number' } });
        const [before, after] = card.shop.querySelectorAll('p');
        const [badge, frame] = ['.badge', '.frame'].map((selector) => rootOf(card.element).querySelector(selector)?.getBoundingClientRect());
        if (!badge || !frame) throw new Error('there are both');
        expect(card.element.getBoundingClientRect().top, 'no margin leaves the element').to.equal(before?.getBoundingClientRect().bottom);
        expect(badge.top).to.equal(before?.getBoundingClientRect().bottom);
        expect(frame.top - badge.top, 'as high as the mark').to.equal(20);
        expect(after?.getBoundingClientRect().top, 'the room of the focus ring is no room below').to.equal(frame.bottom - 4);
      });
    }

    it('has the mark line up with the fields where the shop gives it padding', async () => {
      const card = await openCard({ around: '<style>shoji-card { padding: 18px 30px; border: 2px solid }</style>CARD' });
      const { right } = card.element.getBoundingClientRect();
      expect(rootOf(card.element).querySelector('.badge')?.getBoundingClientRect().right).to.be.closeTo(right - 32, 0.1);
    });

    it('bears no mark in the live environment', async () => {
      const card = await openCard({ attributes: { environment: null } });
      expect(card.element.environment).to.equal('live');
      expect(shown(card, '.badge')).to.equal('');
    });
  });

  describe('when the merchant wrote something wrong', () => {
    const wrong: [why: string, attributes: Record<string, string | null>, code: string][] = [
      ['no shop-id', { 'shop-id': null }, 'shop-id-invalid'],
      ['a shop-id with a sign', { 'shop-id': 'tshop-1' }, 'shop-id-invalid'],
      ['a shop-id that is too long', { 'shop-id': 'a'.repeat(14) }, 'shop-id-invalid'],
      ['fields without number and expiry', { fields: 'cvc' }, 'fields-unknown'],
      ['an unknown field', { fields: 'number expiry pin' }, 'fields-unknown'],
      ['an unknown brand', { brands: 'visa gold' }, 'brands-unknown'],
      ['a field twice', { fields: 'number expiry number' }, 'fields-unknown'],
      ['an unknown environment', { environment: 'prod' }, 'environment-unknown'],
      ['an unknown gateway', { gateway: 'x' }, 'gateway-unsupported'],
      ['token v2 and a shop-id with a sign', { gateway: 'gmo-v2', 'shop-id': 'tshop-1' }, 'shop-id-invalid'],
      ['token v2 and the document of v1', { gateway: 'gmo-v2', 'hosted-url': `${STUB_ORIGIN}/hosted/index.html` }, 'gateway-unsupported'],
      ['token v2 without keys', { gateway: 'gmo-v2', 'hosted-url': `${STUB_ORIGIN}/hosted/gmo-v2.html` }, 'api-key-invalid'],
      ['a hosted-url that is script', { 'hosted-url': 'javascript:void 0' }, 'hosted-url-invalid'],
      ['a hosted-url that is data', { 'hosted-url': 'data:text/html,hello' }, 'hosted-url-invalid'],
      ['a hosted-url that is none', { 'hosted-url': 'http://' }, 'hosted-url-invalid'],
      ['a hosted document on the shop’s own origin', { 'hosted-url': '/hosted-on-this-origin.html' }, 'hosted-readable'],
    ];
    for (const [why, attributes, code] of wrong) {
      it(`fails and says so: ${why}`, async () => {
        const card = await failedCard({ attributes, content: FALLBACK });
        const { error } = card.events[0] as ShojiErrorEvent;
        expect(error.type).to.equal('merchant');
        expect(error.code).to.equal(code);
        expect(error.message).to.contain(code);
        expect(card.names).to.deep.equal(['shoji-error']);
        expect(card.element.state).to.equal('failed');
        expect(isShown(card.find('a')), 'fallback').to.equal(true);
        expect(shown(card, '[role=alert]')).to.equal(en.errors.merchant.replace('{code}', code));
        expect(frameIn(card), 'frame').to.equal(null);
        expect(shown(card, 'button'), 'reload').to.equal('');
      });
    }

    it('says it in Japanese', async () => {
      const card = await failedCard({ attributes: { 'shop-id': null }, around: '<div lang="ja-JP">CARD</div>' });
      expect(shown(card, '[role=alert]')).to.equal(ja.errors.merchant.replace('{code}', 'shop-id-invalid'));
    });

    it('works once the attribute is mended', async () => {
      const card = await failedCard({ attributes: { 'shop-id': null } });
      card.element.setAttribute('shop-id', 'tshop00000001');
      await card.once('shoji-ready');
      expect(card.element.state).to.equal('editing');
    });

    it('reads hosted-url once, when it is first in the page', async () => {
      const card = await failedCard({ attributes: { 'hosted-url': null, 'shop-id': null } });
      const late = new StubEnd();
      card.element.setAttribute('hosted-url', late.url());
      card.shop.append(card.element);
      card.element.shopId = 'tshop00000001';
      await card.element.updateComplete;
      expect(frameIn(card)?.src).to.match(/\/hosted\/index\.html$/);
    });
  });

  describe('when the hosted document does not come', () => {
    it('waits 20 s for it to load, then offers to load again', async () => {
      const card = new CardHarness({ attributes: { 'hosted-url': `${STUB_ORIGIN}/endless` }, content: FALLBACK });
      await card.element.updateComplete;
      await until(() => deadlines.running.length === 1); // what comes beside the script is there
      expect(deadlines.running).to.deep.equal([LOAD_DEADLINE]);
      deadlines.expire(LOAD_DEADLINE);
      await card.element.updateComplete;
      const { error } = card.events[0] as ShojiErrorEvent;
      expect(error.type).to.equal('network');
      expect(error.code).to.equal('hosted-unavailable');
      expect(shown(card, '[role=alert]')).to.equal(en.errors['hosted-unavailable']);
      expect(isShown(card.find('a')), 'fallback').to.equal(true);
      expect(card.element.matches(':state(invalid)'), 'no field is wrong').to.equal(false);
    });

    it('waits 3 s for an answer of a document that loaded, and loads again on demand', async () => {
      const card = new CardHarness({ query: '&quiet' });
      await card.stub.next('init');
      expect(deadlines.running).to.deep.equal([READY_DEADLINE]);
      deadlines.expire(READY_DEADLINE);
      await card.element.updateComplete;
      expect(card.names).to.deep.equal(['shoji-error']);
      expect(codeOf(card.events[0])).to.equal('hosted-unavailable');
      expect(frameIn(card)).to.equal(null);

      const button = rootOf(card.element).querySelector('button');
      expect(button?.innerText).to.equal(en.reload);
      button?.click();
      await card.stub.loaded(2);
      await card.stub.next('init');
      card.stub.say({ type: 'ready' });
      await card.ready();
      expect(card.element.state).to.equal('editing');
      expect(shown(card, '[role=alert]')).to.equal('');
      expect(deadlines.running).to.deep.equal([]);
    });

    it('offers to load again, too, where the document came and the gateway’s own fields in it did not', async () => {
      const card = new CardHarness();
      await card.stub.next('init');
      card.stub.say({ type: 'ready' });
      await card.ready();
      card.stub.say({ type: 'error', id: null, code: 'gateway-unreachable' });
      await card.once('shoji-error');
      await card.element.updateComplete;
      expect(card.element.state).to.equal('failed');
      rootOf(card.element).querySelector('button')?.click();
      await card.stub.loaded(2);
      await card.stub.next('init');
      card.stub.say({ type: 'ready' });
      await until(() => card.element.state === 'editing');
      expect(shown(card, '[role=alert]')).to.equal('');
      expect(shown(card, 'button'), 'reload').to.equal('');
    });

    it('never speaks to a document of another origin', async () => {
      const stub = new StubEnd();
      const elsewhere = encodeURIComponent(stub.url().replace(STUB_ORIGIN, OTHER_ORIGIN));
      const card = new CardHarness({ attributes: { 'hosted-url': `${STUB_ORIGIN}/redirect?to=${elsewhere}` } });
      await stub.loaded();
      await until(() => deadlines.running.includes(READY_DEADLINE));
      deadlines.expire(READY_DEADLINE);
      expect(codeOf(card.events[0])).to.equal('hosted-unavailable');
      expect(stub.received).to.deep.equal([]);
    });

    it('speaks to the same document where it belongs (control)', async () => {
      const card = await openCard();
      await card.stub.next('init');
      expect(card.stub.ofType('init')).to.have.length(1);
      expect(card.stub.initOrigin).to.equal(location.origin);
    });
  });

  describe('when somebody meddles with the frame', () => {
    it('closes it after a second load, and refuses to tokenise', async () => {
      const card = await openCard({ content: FALLBACK });
      const failed = card.once('shoji-error');
      card.stub.navigate(`${STUB_ORIGIN}/stub-hosted.html?second`);
      const { error } = await failed;
      expect(error.type).to.equal('internal');
      expect(error.code).to.equal('tampered');
      await card.element.updateComplete;
      expect(card.element.state).to.equal('failed');
      expect(frameIn(card)).to.equal(null);
      expect(shown(card, '[role=alert]')).to.equal(en.errors.tampered);
      expect(await reasonOf(card.element.tokenize())).to.equal('not-ready');
    });

    it('closes it when the document itself raises the alarm', async () => {
      const card = await openCard();
      const failed = card.once('shoji-error');
      card.stub.say({ type: 'tamper' });
      expect(codeOf(await failed)).to.equal('tampered');
      expect(frameIn(card)).to.equal(null);
    });

    it('drops a token while it is closed in the middle of a tokenisation', async () => {
      const card = await (await openCard()).complete();
      const token = reasonOf(card.element.tokenize());
      await card.stub.next('tokenize');
      card.stub.say({ type: 'tamper' });
      expect(await token).to.equal('tampered');
      expect(card.element.state).to.equal('failed');
    });
  });

  describe('while the shopper types', () => {
    it('tells what changed, and only what may be known', async () => {
      const card = await openCard();
      const changed = card.once('shoji-change');
      card.stub.say({ type: 'state', state: COMPLETE_CARD });
      const event = await changed;
      expect(event.complete).to.equal(true);
      expect(event.empty).to.equal(false);
      expect(event.brand).to.equal('visa');
      expect(event.fields).to.deep.equal(COMPLETE_CARD.fields);
      expect(card.element.complete).to.equal(true);
      expect(card.element.brand).to.equal('visa');
      const data = Object.keys(event).filter((key) => key !== 'isTrusted');
      expect(data).to.have.members(['brand', 'complete', 'empty', 'fields']);
    });

    it('keeps its custom states', async () => {
      const card = new CardHarness({ query: '&quiet' });
      await card.stub.next('init');
      expect(card.has('ready'), 'ready while loading').to.equal(false);
      card.stub.say({ type: 'ready' });
      await card.ready();
      expect(card.has('ready'), 'ready').to.equal(true);
      expect(card.has('complete'), 'complete while empty').to.equal(false);
      await card.complete();
      expect(card.has('complete'), 'complete').to.equal(true);
      expect(card.has('invalid'), 'invalid').to.equal(false);

      const changed = card.once('shoji-change');
      const fields = { number: { empty: false, complete: false, error: 'number-invalid' as const } };
      card.stub.say({ type: 'state', state: { ...EMPTY_CARD, empty: false, fields } });
      await changed;
      expect(card.has('invalid'), 'invalid').to.equal(true);
      expect(card.has('complete'), 'complete').to.equal(false);
    });

    it('sends each event once, in order, through every tree around it', async () => {
      const card = await openCard({ around: shopForm(), attributes: { name: 'token' } });
      await card.tokenized();
      expect(card.names).to.deep.equal(['shoji-ready', 'shoji-change', 'shoji-token']);
      for (const event of card.events) {
        expect(event.bubbles, `${event.type} bubbles`).to.equal(true);
        expect(event.composed, `${event.type} is composed`).to.equal(true);
      }
    });
  });

  describe('tokenize()', () => {
    it('resolves to the token and fires shoji-token once with the same', async () => {
      const card = await (await openCard()).complete();
      const [token] = await Promise.all([card.element.tokenize(), card.issue()]);
      expect(token).to.deep.equal({
        token: 'token-1',
        tokens: ['token-1'],
        maskedNumber: '*************111',
        brand: 'visa',
        expiresAt: '2031-01-31-12-00-00',
        securityCodeSet: true,
        browser: token.browser, // as shoji-card.consent.test.ts has it
        consent: null,
        saveConsent: null,
      });
      const [event, ...more] = card.events.filter((sent) => sent instanceof ShojiTokenEvent);
      expect(more).to.deep.equal([]);
      expect(event?.token).to.equal('token-1');
      expect(event?.maskedNumber).to.equal('*************111');
      expect(card.element.state).to.equal('awaiting-merchant');
      expect(card.element.complete).to.equal(true);
      expect(deadlines.running).to.deep.equal([]);
    });

    it('asks for as many tokens as token-count says', async () => {
      const card = await (await openCard({ attributes: { 'token-count': '3' } })).complete();
      const [{ tokens }] = await Promise.all([card.element.tokenize(), card.issue()]);
      expect(tokens).to.deep.equal(['token-1', 'token-2', 'token-3']);
    });

    for (const count of ['0', '11', '1.5', 'many']) {
      it(`fails with a token-count of ${count}`, async () => {
        const card = new CardHarness({ attributes: { 'token-count': count } });
        await card.element.updateComplete;
        expect((card.events[0] as ShojiErrorEvent).error.code).to.equal('token-count-invalid');
        expect(card.element.state).to.equal('failed');
        expect(await reasonOf(card.element.tokenize())).to.equal('token-count-invalid');
        expect(card.stub.loads, 'loads').to.equal(0);
      });
    }

    it('rejects before the fields are there', async () => {
      const card = new CardHarness({ query: '&quiet' });
      expect(await reasonOf(card.element.tokenize())).to.equal('not-ready');
    });

    it('rejects a second call while the first goes on, which still gets its token', async () => {
      const card = await (await openCard()).complete();
      const first = card.element.tokenize();
      expect(await reasonOf(card.element.tokenize())).to.equal('busy');
      await card.issue();
      expect((await first).token).to.equal('token-1');
      expect(card.stub.ofType('tokenize')).to.have.length(1);
    });

    it('shows that it is busy meanwhile', async () => {
      const card = await (await openCard()).complete();
      const token = card.element.tokenize();
      await card.element.updateComplete;
      expect(card.has('busy')).to.equal(true);
      expect(shown(card, '[role=status]')).to.equal(en.busy);
      expect(rootOf(card.element).querySelector('.frame')?.ariaBusy).to.equal('true');
      await card.issue();
      await token;
      await card.element.updateComplete;
      expect(card.has('busy')).to.equal(false);
      expect(shown(card, '[role=status]')).to.equal('');
    });

    it('rejects with what the gateway said, and lets the shopper go on', async () => {
      const card = await (await openCard()).complete();
      const token = reasonOf(card.element.tokenize());
      const { id } = await card.stub.next('tokenize');
      card.stub.say({ type: 'error', id, code: 'gateway-busy' });
      expect(await token).to.equal('gateway-busy');
      await card.element.updateComplete;
      const { error } = card.events.at(-1) as ShojiErrorEvent;
      expect(error.type).to.equal('gateway');
      expect(card.element.state).to.equal('editing');
      expect(shown(card, '[role=alert]')).to.equal(en.errors.gateway);
      await card.complete();
      await card.element.updateComplete;
      expect(shown(card, '[role=alert]'), 'after the next key').to.equal('');
    });

    it('leaves an error of a field to the field', async () => {
      const card = await (await openCard()).complete();
      const token = reasonOf(card.element.tokenize());
      const { id } = await card.stub.next('tokenize');
      card.stub.say({ type: 'error', id, code: 'number-invalid' });
      expect(await token).to.equal('number-invalid');
      await card.element.updateComplete;
      expect(shown(card, '[role=alert]')).to.equal('');
      expect((card.events.at(-1) as ShojiErrorEvent).error.type).to.equal('customer');
    });

    it('drops the answer to another call', async () => {
      const card = await (await openCard()).complete();
      const token = card.element.tokenize();
      const asked = await card.stub.next('tokenize');
      card.stub.say({ type: 'error', id: 'another', code: 'gateway-busy' });
      card.stub.say({
        type: 'token', id: 'another', tokens: ['stolen'], maskedNumber: '', expiresAt: '', securityCodeSet: true, brand: null,
      });
      card.stub.say({
        type: 'token', id: asked.id, tokens: ['mine'], maskedNumber: '', expiresAt: '', securityCodeSet: true, brand: null,
      });
      expect((await token).token).to.equal('mine');
    });

    it('gives up on a frame that died', async () => {
      const card = await (await openCard()).complete();
      const token = reasonOf(card.element.tokenize());
      await card.stub.next('tokenize');
      deadlines.expire(TOKEN_DEADLINE);
      expect(await token).to.equal('gateway-timeout');
      expect(card.element.state).to.equal('editing');
    });

    it('rejects when the element leaves the page', async () => {
      const card = await (await openCard()).complete();
      const token = reasonOf(card.element.tokenize());
      card.element.remove();
      expect(await token).to.equal('aborted');
      expect(deadlines.running).to.deep.equal([]);
    });

    it('rejects when clear() is called, and empties the fields', async () => {
      const card = await (await openCard()).complete();
      const token = reasonOf(card.element.tokenize());
      card.element.clear();
      expect(await token).to.equal('aborted');
      await card.stub.next('clear');
      expect(card.element.state).to.equal('editing');
    });
  });

  describe('focus', () => {
    it('goes to the first field', async () => {
      const card = await openCard();
      card.element.focus();
      expect((await card.stub.next('focus')).target).to.equal('first');
      expect(document.activeElement).to.equal(card.element);
    });

    it('follows a click on the label', async () => {
      const card = await openCard({ around: '<label for="card">Card</label>CARD', attributes: { id: 'card' } });
      card.find('label').click();
      expect((await card.stub.next('focus')).target).to.equal('first');
      expect(document.activeElement).to.equal(card.element);
    });
  });

  describe('language', () => {
    it('is that of the nearest ancestor', async () => {
      const card = await openCard({ around: '<section lang="ja"><p lang="en"></p>CARD</section>' });
      const { language, words } = await card.stub.next('init');
      expect(language).to.equal('ja');
      expect(words).to.deep.equal(ja.frame);
      expect(frameIn(card)?.title).to.equal(ja.frame['frame-title']);
    });

    it('is its own before that of an ancestor', async () => {
      const card = await openCard({ around: '<section lang="ja">CARD</section>', attributes: { lang: 'en-GB' } });
      expect((await card.stub.next('init')).words).to.deep.equal(en.frame);
    });

    it('crosses the shadow root of the shop', async () => {
      const card = await openCard({ around: '<div id="place" lang="ja"></div>CARD' });
      await card.stub.next('init');
      const place = card.find('#place');
      place.attachShadow({ mode: 'open' }).append(card.element);
      expect((await card.stub.next('init')).words).to.deep.equal(ja.frame);
    });

    it('changes with the page, in the frame and around it', async () => {
      const card = await openCard({ around: '<section lang="en">CARD</section>' });
      await card.stub.next('labels'); // when it was ready
      card.find('section').lang = 'ja';
      const { language, words } = await card.stub.next('labels');
      expect(language).to.equal('ja');
      expect(words).to.deep.equal(ja.frame);
      expect(shown(card, '.badge')).to.equal('テスト');
      expect(frameIn(card)?.title).to.equal(ja.frame['frame-title']);
      card.element.lang = 'en';
      expect((await card.stub.next('labels')).language).to.equal('en');
      expect(card.stub.loads, 'loads').to.equal(1);
    });

    it('changes also while the frame loads', async () => {
      const card = new CardHarness({ query: '&quiet', around: '<section lang="en">CARD</section>' });
      await card.element.updateComplete;
      card.find('section').lang = 'ja';
      await card.stub.next('init');
      card.stub.say({ type: 'ready' });
      await card.ready();
      const last = [...card.stub.ofType('init'), ...card.stub.ofType('labels')].at(-1);
      const words = last?.language === 'ja' ? last.words : (await card.stub.next('labels')).words;
      expect(words).to.deep.equal(ja.frame);
    });
  });

  describe('in a page that changes', () => {
    it('loads again when it is moved', async () => {
      const card = await openCard({ around: '<div></div>CARD' });
      await card.complete();
      const again = card.once('shoji-ready');
      card.find('div').append(card.element);
      expect(card.element.state).to.equal('loading');
      expect(card.element.empty).to.equal(true);
      await again;
      expect(card.stub.loads).to.equal(2);
      expect(card.element.state).to.equal('editing');
    });

    it('tells the hosted document which brands the shop takes, and opens again with others', async () => {
      const card = await openCard({ attributes: { brands: ' visa  jcb ' } });
      expect((await card.stub.next('init')).brands).to.deep.equal(['visa', 'jcb']);
      const again = card.once('shoji-ready');
      card.element.brands = '';
      expect((await card.stub.next('init')).brands).to.deep.equal([]);
      await again;
    });

    it('opens again with other fields', async () => {
      const card = await openCard();
      await card.stub.next('init');
      const again = card.once('shoji-ready');
      card.element.fields = 'number expiry';
      expect((await card.stub.next('init')).fields).to.deep.equal(['number', 'expiry']);
      await again;
      expect(card.stub.loads).to.equal(2);
    });

    it('takes its frame along when it leaves, and stays silent', async () => {
      const card = new CardHarness({ query: '&quiet' });
      await card.stub.next('init');
      card.element.remove();
      expect(frameIn(card)).to.equal(null);
      expect(deadlines.running).to.deep.equal([]);
      expect(card.names).to.deep.equal([]);
    });
  });

  describe('authenticate()', () => {
    for (const address of ['javascript:alert(1)', '/challenge', 'challenge', '', 'data:text/html,hello']) {
      it(`rejects ${JSON.stringify(address)}`, async () => {
        const card = await openCard();
        expect(await reasonOf(card.element.authenticate(address))).to.equal('redirect-url-invalid');
        expect(card.names).to.deep.equal(['shoji-ready']);
      });
    }

    it('rejects while a token is obtained', async () => {
      const card = await (await openCard()).complete();
      const token = card.element.tokenize();
      expect(await reasonOf(card.element.authenticate('https://acs.example/challenge'))).to.equal('busy');
      await card.issue();
      await token;
    });

    it('ends as cancelled when it is given up before it began', async () => {
      const card = await openCard();
      const outcome = await card.element.authenticate('https://acs.example/challenge', { signal: AbortSignal.abort() });
      expect(outcome).to.deep.equal({ status: 'cancelled' });
      expect(card.names).to.deep.equal(['shoji-ready', 'shoji-challenge', 'shoji-challenge', 'shoji-outcome']);
      const [, opened, closed, ended] = card.events;
      expect(opened).to.include({ open: true });
      expect(closed).to.include({ open: false });
      expect(ended).to.include({ status: 'cancelled' });
      expect(card.element.state).to.equal('settled');
    });
  });
});
