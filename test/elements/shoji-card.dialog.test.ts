/** The challenge in a dialog: a shop's page, the wrapper as built on its own origin, and an issuer's page in it. */
import '../support/wtr-open-roots.ts';
import '../../src/define.js';
import { expect } from '@open-wc/testing';
import type { ShojiOutcomeEvent } from '../../src/elements/events.js';
import { ShojiError } from '../../src/errors.js';
import { threeDs as en } from '../../src/locales/three-ds/en.js';
import { threeDs as ja } from '../../src/locales/three-ds/ja.js';
import type { ChallengeOptions } from '../../src/three-ds/challenge.js';
import { openCard, type CardHarness, type CardSetup } from '../support/card-harness.ts';
import {
  dialogOf, dialogOpened, escape, get, ISSUER, issuerShown, issuerTo, press, STORY, surfaces,
} from '../support/challenge-harness.ts';
import { holdDeadlines, until, type Deadlines } from '../support/wtr-clock.ts';
import { OTHER_ORIGIN, STUB_ORIGIN } from '../support/wtr-stub-end.ts';

const BLANK_DEADLINE = 10_000;
const LOAD_DEADLINE = 20_000;
const READY_DEADLINE = 3_000;
const LIFETIME = 600_000;

/** The reason of a promise that is rejected. */
async function reasonOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(() => undefined, (reason: unknown) => reason);
  expect(error).to.be.instanceOf(ShojiError);
  return (error as ShojiError).code;
}

/** Whatever notation a colour is in. */
function painted(color: string): string {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d');
  if (!canvas) throw new Error('no canvas');
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)].join();
}

describe('<shoji-card> with a challenge in a dialog', () => {
  let deadlines: Deadlines;
  let clocks: Set<number>;
  /** Of everything that was listened to on window and document: what ends it. */
  let listeners: AbortSignal[];
  const { setInterval: startClock, clearInterval: stopClock } = window;
  const addEventListener = EventTarget.prototype.addEventListener;

  beforeEach(() => {
    deadlines = holdDeadlines();
    clocks = new Set();
    listeners = [];
    window.setInterval = ((run: TimerHandler, delay?: number) => {
      const clock = startClock(run, delay);
      clocks.add(clock);
      return clock;
    }) as typeof window.setInterval;
    window.clearInterval = (clock) => {
      clocks.delete(Number(clock));
      stopClock(clock);
    };
  });
  afterEach(() => {
    deadlines.release();
    window.setInterval = startClock;
    window.clearInterval = stopClock;
    EventTarget.prototype.addEventListener = addEventListener;
    sessionStorage.clear();
  });

  async function opened(setup: CardSetup = {}, address = ISSUER, options: ChallengeOptions = {}) {
    const card = await openCard({ ...setup, attributes: { challenge: 'dialog', ...setup.attributes } });
    EventTarget.prototype.addEventListener = function (this: EventTarget, type: string, ...rest: unknown[]) {
      const given = rest[1] as AddEventListenerOptions | undefined;
      if ((this === window || this === document) && given?.signal) listeners.push(given.signal);
      Reflect.apply(addEventListener, this, [type, ...rest]);
    };
    const outcome = card.element.authenticate(address, options);
    await dialogOpened(card.element);
    return { card, outcome };
  }

  /** Nothing on screen, no timer, no listener, no memory. */
  function expectNothingLeft({ element }: CardHarness) {
    expect(surfaces(element), 'elements').to.deep.equal([]);
    expect(deadlines.running, 'timers').to.deep.equal([]);
    expect([...clocks], 'clocks').to.deep.equal([]);
    expect(listeners.length, 'control: something was listened to').to.be.greaterThan(0);
    expect(listeners.filter(({ aborted }) => !aborted).length, 'listeners').to.equal(0);
    expect(sessionStorage.length, 'memory').to.equal(0);
  }

  it('is accessible, and so is its question', async () => {
    deadlines.release();
    const { card } = await opened();
    await issuerShown(card.element);
    await expect(card.element).to.be.accessible();
    escape(card.element);
    await expect(card.element).to.be.accessible();
    card.element.clear();
  });

  it('shows the issuer, and says that it opened', async () => {
    const { card, outcome } = await opened();
    await issuerShown(card.element);
    expect(card.names).to.deep.equal(['shoji-ready', 'shoji-challenge']);
    expect(card.element.state).to.equal('challenging');
    expect(card.has('challenge')).to.equal(true);
    expect(get(card.element, 'iframe').getAttribute('sandbox')).to.not.contain('top-navigation');
    card.element.clear();
    expect(await outcome).to.deep.equal({ status: 'cancelled' });
    expectNothingLeft(card);
  });

  it('returns when the return page says so, and takes everything away', async () => {
    const { card, outcome } = await opened({}, issuerTo('/returned?AccessID=abc123'));
    expect(await outcome).to.deep.equal({ status: 'returned', accessId: 'abc123' });
    expect(card.names.slice(1)).to.deep.equal(STORY);
    expect((card.events.at(-1) as ShojiOutcomeEvent).accessId).to.equal('abc123');
    expect(card.element.state).to.equal('settled');
    expectNothingLeft(card);
  });

  it('stands in the top layer, above a dialog of the shop’s own', async () => {
    const card = await openCard({ around: '<dialog>CARD</dialog>', attributes: { challenge: 'dialog' } });
    card.find('dialog').showModal();
    const outcome = card.element.authenticate(ISSUER);
    await dialogOpened(card.element);
    const { left, top, width } = get(card.element, 'dialog h2').getBoundingClientRect();
    expect(document.elementFromPoint(left + width / 2, top + 5)).to.equal(card.element);
    card.element.clear();
    await outcome;
  });

  it('moves the focus in, and gives it back', async () => {
    const card = await openCard({ around: '<button id="pay">Pay</button>CARD', attributes: { challenge: 'dialog' } });
    const pay = card.find('#pay');
    pay.focus();
    const outcome = card.element.authenticate(ISSUER);
    await dialogOpened(card.element);
    expect(document.activeElement).to.equal(card.element);
    expect((get(card.element, 'dialog').getRootNode() as ShadowRoot).activeElement).to.equal(get(card.element, 'dialog h2'));
    card.element.clear();
    await outcome;
    expect(document.activeElement).to.equal(pay);
  });

  it('tells the time that is left, and reads out the last minute', async () => {
    const { card } = await opened({}, ISSUER, { deadline: 61_000 });
    expect(get(card.element, '[role=timer]').textContent).to.equal(en.remaining.replace('{time}', '1:01'));
    await until(() => get(card.element, 'header [role=status]').textContent === en['last-minute']);
    card.element.clear();
  });

  describe('when the shopper wants to stop', () => {
    for (const [how, ask] of [
      ['Escape', escape],
      ['the visible button', (element: Element) => press(element, en.cancel)],
    ] as const) {
      it(`asks first: ${how}`, async () => {
        const { card, outcome } = await opened();
        ask(card.element);
        const question = get(card.element, '.question');
        expect(question.hidden).to.equal(false);
        expect((question.getRootNode() as ShadowRoot).activeElement?.textContent).to.equal(en.continue);
        expect(get(card.element, 'header').inert && get(card.element, '.window').inert, 'the rest waits').to.equal(true);
        expect(card.names, 'nothing has happened').to.deep.equal(['shoji-ready', 'shoji-challenge']);
        press(card.element, en.stop);
        expect(await outcome).to.deep.equal({ status: 'cancelled' });
        expect(card.names.slice(1)).to.deep.equal(STORY);
        expectNothingLeft(card);
      });
    }

    it('goes on with the button, or with another Escape', async () => {
      const { card } = await opened();
      for (const goOn of [() => press(card.element, en.continue), () => escape(card.element)]) {
        escape(card.element);
        goOn();
        expect(get(card.element, '.question').hidden).to.equal(true);
        expect(get(card.element, 'header').inert).to.equal(false);
        expect(dialogOf(card.element)?.open).to.equal(true);
      }
      card.element.clear();
    });

    it('asks when the browser wants to close it, and is cancelled when the browser insists', async () => {
      const { card, outcome } = await opened();
      const dialog = get(card.element, 'dialog') as HTMLDialogElement;
      expect(dialog.dispatchEvent(new Event('cancel', { cancelable: true })), 'goes unhindered').to.equal(false);
      expect(get(card.element, '.question').hidden).to.equal(false);
      dialog.close();
      expect(await outcome).to.deep.equal({ status: 'cancelled' });
      expectNothingLeft(card);
    });

    it('is cancelled by the shop’s signal', async () => {
      const life = new AbortController();
      const { card, outcome } = await opened({}, ISSUER, { signal: life.signal });
      life.abort();
      expect(await outcome).to.deep.equal({ status: 'cancelled' });
      expectNothingLeft(card);
    });
  });

  describe('when nothing comes', () => {
    it('expires at its deadline', async () => {
      const { card, outcome } = await opened();
      await issuerShown(card.element);
      deadlines.expire(deadlines.running.find((delay) => delay > LIFETIME - 10_000) ?? LIFETIME);
      expect(await outcome).to.deep.equal({ status: 'expired' });
      expect(card.names.slice(1)).to.deep.equal(STORY);
      expectNothingLeft(card);
    });

    it('offers the full page more strongly after ten seconds without a page', async () => {
      const { card } = await opened({}, `${STUB_ORIGIN}/endless`);
      expect(get(card.element, 'footer button').textContent, 'from the start').to.equal(en['way-out']);
      expect(get(card.element, '.veil').innerText.trim()).to.equal(en.opening);
      deadlines.expire(BLANK_DEADLINE);
      expect(get(card.element, '.veil').innerText).to.contain(en['still-blank']);
      expect(get(card.element, '.veil button').getClientRects().length).to.equal(1);
      card.element.clear();
    });

    it('is blocked when the wrapper was not uploaded, and says so; nothing is asked any more', async () => {
      const { card, outcome } = await opened({ folder: 'lone/' });
      await until(() => deadlines.running.includes(READY_DEADLINE));
      deadlines.expire(READY_DEADLINE);
      expect(get(card.element, '.veil').innerText).to.contain(en.blocked);
      press(card.element, en.cancel);
      expect(await outcome).to.deep.equal({ status: 'blocked' });
      expectNothingLeft(card);
    });

    it('is blocked when the wrapper does not load in twenty seconds', async () => {
      const { card, outcome } = await opened({ folder: 'mute/' });
      deadlines.expire(LOAD_DEADLINE);
      expect(get(card.element, '.veil').innerText).to.contain(en.blocked);
      escape(card.element);
      expect(await outcome).to.deep.equal({ status: 'blocked' });
    });

    it('is blocked by the wrapper’s own policy, which lets https in only, and stays so at the deadline', async () => {
      const { card, outcome } = await opened({ folder: 'as-built/' });
      await until(() => get(card.element, '.veil').innerText.includes(en.blocked));
      deadlines.expire(deadlines.running.find((delay) => delay > LIFETIME - 10_000) ?? LIFETIME);
      expect(await outcome).to.deep.equal({ status: 'blocked' });
      expectNothingLeft(card);
    });
  });

  describe('whatever happens', () => {
    it('has one result when the shopper returns twice', async () => {
      const { card, outcome } = await opened({}, issuerTo('/returned'));
      await outcome;
      card.element.clear();
      await card.element.updateComplete;
      expect(card.names.filter((name) => name === 'shoji-outcome')).to.have.length(1);
    });

    it('has one result when the shopper returns after a cancel', async () => {
      const { card, outcome } = await opened();
      await issuerShown(card.element);
      card.element.clear();
      expect(await outcome).to.deep.equal({ status: 'cancelled' });
      const heard = new Promise((resolve) => { window.addEventListener('message', resolve, { once: true }); });
      window.postMessage({ shoji: 'returned', accessId: null }, location.origin);
      await heard;
      expect(card.names.filter((name) => name === 'shoji-outcome')).to.have.length(1);
      expect(sessionStorage.length).to.equal(0);
    });

    for (const [what, act] of [
      ['removed', (card: CardHarness) => card.element.remove()],
      ['moved', (card: CardHarness) => card.find('section').append(card.element)],
    ] as const) {
      it(`is cancelled, once, when the element is ${what} while it is open`, async () => {
        const { card, outcome } = await opened({ around: 'CARD<section></section>' });
        await issuerShown(card.element);
        const events: Event[] = [];
        card.element.addEventListener('shoji-outcome', (event) => events.push(event));
        act(card);
        expect(await outcome).to.deep.equal({ status: 'cancelled' });
        expect(events).to.have.length(1);
        expect(surfaces(card.element)).to.deep.equal([]);
        expect([...clocks]).to.deep.equal([]);
        if (what === 'moved') {
          await card.once('shoji-ready');
          card.element.remove();
        }
        expectNothingLeft(card);
      });
    }

    it('goes on when the fields are loaded anew', async () => {
      const { card, outcome } = await opened();
      card.element.fields = 'number expiry';
      await card.once('shoji-ready');
      expect(dialogOf(card.element)?.open).to.equal(true);
      expect(card.element.state).to.equal('challenging');
      card.element.clear();
      expect(await outcome).to.deep.equal({ status: 'cancelled' });
      expect(card.element.state).to.equal('editing');
    });

    it('takes no second challenge, of this element or of another one', async () => {
      const { card } = await opened();
      const other = await openCard();
      expect(await reasonOf(card.element.authenticate(ISSUER))).to.equal('busy');
      expect(await reasonOf(other.element.authenticate(ISSUER))).to.equal('busy');
      expect(other.names).to.deep.equal(['shoji-ready']);
      card.element.clear();
    });

    it('takes another one afterwards', async () => {
      const { card, outcome } = await opened({}, issuerTo('/returned'));
      await outcome;
      const second = card.element.authenticate(issuerTo('/returned'));
      expect((await second).status).to.equal('returned');
      expect(card.names.slice(1)).to.deep.equal([...STORY, ...STORY]);
    });

    it('ends before it began when whoever hears of it empties the element', async () => {
      const card = await openCard({ attributes: { challenge: 'dialog' } });
      card.element.addEventListener('shoji-challenge', () => card.element.clear(), { once: true });
      expect(await card.element.authenticate(ISSUER)).to.deep.equal({ status: 'cancelled' });
      // the window hears of the opening last, because it is told while it still rises
      expect(card.names.filter((name) => STORY.includes(name)).sort()).to.deep.equal(STORY);
      expect(dialogOf(card.element)).to.equal(null);
    });

    it('drops what others say: the page, a frame beside the dialog, and the issuer itself', async () => {
      const { card } = await opened({}, `${STUB_ORIGIN}/issuer?say`);
      await issuerShown(card.element);
      const heard: string[] = [];
      const listen = (event: MessageEvent<{ shoji?: string } | null>) => {
        if (event.data?.shoji) heard.push(event.origin);
      };
      window.addEventListener('message', listen);
      const beside = document.createElement('iframe');
      beside.src = '/returned';
      document.body.append(beside);
      window.postMessage({ shoji: 'returned' }, location.origin);
      await until(() => heard.filter((origin) => origin === location.origin).length >= 2);
      window.removeEventListener('message', listen);
      beside.remove();
      expect(dialogOf(card.element)?.open).to.equal(true);
      card.element.clear();
    });

    it('never speaks to a wrapper of another origin', async () => {
      const { card } = await opened();
      const frame = get(card.element, 'iframe') as HTMLIFrameElement;
      await issuerShown(card.element);
      frame.src = `${OTHER_ORIGIN}/challenge.html`; // a second document in our frame
      await until(() => get(card.element, '.veil').innerText.includes(en.blocked));
      card.element.clear();
    });
  });

  describe('on the screen', () => {
    for (const [accent, ink] of [['', '255,255,255'], ['#003d2b', '255,255,255'], ['#ffd400', '16,24,50'], ['#0a7', '16,24,50']] as const) {
      it(`takes ${accent || 'our own colour'} for its accent, and writes on it what can be read`, async () => {
        const { card } = await opened({ around: `<style>shoji-card { --shoji-accent: ${accent || 'initial'} }</style>CARD` });
        const { backgroundColor, color } = getComputedStyle(get(card.element, 'button.primary'));
        expect(painted(backgroundColor)).to.equal(painted(accent || '#33499e'));
        expect(painted(color)).to.equal(ink);
        card.element.clear();
      });
    }

    it('follows the language', async () => {
      const { card } = await opened({ around: '<section lang="en">CARD</section>' });
      card.find('section').lang = 'ja';
      await until(() => get(card.element, 'dialog h2').textContent === ja.title);
      expect(get(card.element, 'iframe').title).to.equal(ja['frame-title']);
      expect(get(card.element, '[role=timer]').textContent).to.match(/^残り /);
      card.element.clear();
    });

    for (const [width, height] of [[320, 568], [390, 844], [844, 390], [600, 700], [1280, 900]] as const) {
      it(`fits ${width} × ${height}, with the help open, in German`, async () => {
        deadlines.release();
        const frame = document.createElement('iframe');
        Object.assign(frame.style, { width: `${width}px`, height: `${height}px`, border: '0' });
        const attributes = `challenge="dialog" lang="de" hosted-url="${STUB_ORIGIN}/stub-hosted.html?id=none"`;
        frame.src = `/shop?${new URLSearchParams({ attributes }).toString()}`;
        document.body.append(frame);
        await new Promise((resolve) => { frame.addEventListener('load', resolve, { once: true }); });
        const shop = frame.contentWindow as Window & typeof globalThis;
        // the script as built has roots that are closed for good: what can be seen is where the page's own points fall
        const element = shop.document.querySelector('shoji-card');
        if (!element) throw new Error('no element');
        const open = new Promise((resolve) => { element.addEventListener('shoji-challenge', resolve, { once: true }); });
        const outcome = element.authenticate(ISSUER);
        await open;
        await until(() => shop.document.elementFromPoint(width / 2, height / 2) === element);
        const { scrollWidth, scrollHeight } = shop.document.documentElement;
        expect([scrollWidth <= width, scrollHeight <= height], 'the page does not scroll').to.deep.equal([true, true]);
        element.clear();
        expect((await outcome).status).to.equal('cancelled');
        frame.remove();
      });
    }
  });
});
