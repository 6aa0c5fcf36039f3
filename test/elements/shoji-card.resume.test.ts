/** An attempt that an earlier page of this tab left behind, and the full page that leaves one. */
import '../support/wtr-open-roots.ts';
import '../../src/define.js';
import { expect } from '@open-wc/testing';
import { threeDs as en } from '../../src/locales/three-ds/en.js';
import type { Attempt } from '../../src/three-ds/attempt.js';
import { CardHarness, openCard, type CardSetup } from '../support/card-harness.ts';
import { dialogOf, dialogOpened, find, ISSUER, press, STORY, surfaces, textOf } from '../support/challenge-harness.ts';
import { holdDeadlines, until, type Deadlines } from '../support/wtr-clock.ts';
import { STUB_ORIGIN } from '../support/wtr-stub-end.ts';

const KEY = 'shoji-attempt';

function leaveBehind(change: Partial<Attempt> = {}): Attempt {
  const startedAt = Date.now() - 60_000;
  const attempt: Attempt = {
    id: crypto.randomUUID(), phase: 'dialog', startedAt, deadline: startedAt + 600_000, redirectUrl: ISSUER, ...change,
  };
  sessionStorage.setItem(KEY, JSON.stringify(attempt));
  return attempt;
}

/** The shopper meets the element again. */
async function meet(setup: CardSetup = {}): Promise<CardHarness> {
  const card = await openCard(setup);
  await until(() => surfaces(card.element).length > 0);
  return card;
}

describe('<shoji-card> after an attempt without a result', () => {
  let deadlines: Deadlines;
  beforeEach(() => {
    deadlines = holdDeadlines();
  });
  afterEach(() => {
    deadlines.release();
    sessionStorage.clear();
  });

  it('says what is known, never that it failed, and is accessible', async () => {
    deadlines.release();
    leaveBehind();
    const card = await meet();
    expect(textOf(card.element)).to.contain(en.unfinished);
    expect(textOf(card.element)).to.not.match(/fail|error|declin/i);
    expect(card.names.sort()).to.deep.equal(['shoji-challenge', 'shoji-ready']);
    await expect(card.element).to.be.accessible();
    card.element.clear();
  });

  it('tells that the shopper wants to know, once, and forgets the attempt', async () => {
    leaveBehind({ accessId: 'a1b2' });
    const card = await meet();
    const outcome = card.once('shoji-outcome');
    press(card.element, en.check);
    const { status, accessId } = await outcome;
    expect([status, accessId]).to.deep.equal(['returned', 'a1b2']);
    expect(card.names.filter((name) => name !== 'shoji-ready')).to.deep.equal(STORY);
    expect([surfaces(card.element), sessionStorage.length, deadlines.running]).to.deep.equal([[], 0, []]);
  });

  it('goes on with the same attempt, until its own deadline', async () => {
    const attempt = leaveBehind();
    const card = await meet();
    press(card.element, en.resume);
    await dialogOpened(card.element);
    expect(JSON.parse(sessionStorage.getItem(KEY) ?? '')).to.deep.equal(attempt);
    expect(deadlines.running.some((delay) => delay > 530_000 && delay <= 540_000), deadlines.running.join()).to.equal(true);
    expect(card.names.filter((name) => name === 'shoji-challenge')).to.have.length(1);
    card.element.clear();
    expect(card.names.filter((name) => name === 'shoji-outcome')).to.have.length(1);
  });

  it('says that the time is over, and that nothing is known', async () => {
    leaveBehind({ deadline: Date.now() - 1 });
    const card = await meet();
    expect(textOf(card.element)).to.equal(en['time-over']);
    expect(card.names.filter((name) => name !== 'shoji-ready')).to.deep.equal(STORY);
    expect(card.events.find(({ type }) => type === 'shoji-outcome')).to.include({ status: 'expired' });
    expect(sessionStorage.length).to.equal(0);
    card.element.clear();
    expect(surfaces(card.element)).to.deep.equal([]);
  });

  it('says so too when the time runs out while the shopper thinks', async () => {
    leaveBehind();
    const card = await meet();
    deadlines.expire(deadlines.running.find((delay) => delay > 500_000) ?? 0);
    expect(textOf(card.element)).to.equal(en['time-over']);
    expect(card.names.filter((name) => name !== 'shoji-ready')).to.deep.equal(STORY);
  });

  it('makes room for another card', async () => {
    leaveBehind();
    const card = await meet();
    await card.complete();
    await Promise.all([card.element.tokenize(), card.issue()]);
    expect(card.names.filter((name) => name.startsWith('shoji-'))).to.include.members(['shoji-outcome', 'shoji-token']);
    expect(card.events.find(({ type }) => type === 'shoji-outcome')).to.include({ status: 'cancelled' });
    expect(surfaces(card.element)).to.deep.equal([]);
    expect(sessionStorage.length).to.equal(0);
  });

  it('makes room for another challenge', async () => {
    leaveBehind();
    const card = await meet({ attributes: { challenge: 'dialog' } });
    const outcome = card.element.authenticate(`${ISSUER}?second`);
    await dialogOpened(card.element);
    expect(find(card.element, '.notice')).to.equal(null);
    card.element.clear();
    expect(await outcome).to.deep.equal({ status: 'cancelled' });
    expect(card.names.filter((name) => name === 'shoji-outcome')).to.have.length(2);
  });

  it('is given up by clear()', async () => {
    leaveBehind();
    const card = await meet();
    card.element.clear();
    expect([surfaces(card.element), sessionStorage.length]).to.deep.equal([[], 0]);
    expect(card.events.find(({ type }) => type === 'shoji-outcome')).to.include({ status: 'cancelled' });
  });

  it('is asked about by one element of a page only', async () => {
    leaveBehind();
    const first = await meet();
    const second = await openCard();
    await second.element.updateComplete;
    expect(surfaces(second.element)).to.deep.equal([]);
    expect(second.names).to.deep.equal(['shoji-ready']);
    first.element.clear();
  });

  it('is asked about again by an element that is moved at once', async () => {
    leaveBehind();
    const card = new CardHarness({ around: 'CARD<section></section>' });
    card.find('section').append(card.element);
    await until(() => surfaces(card.element).length > 0);
    expect(textOf(card.element)).to.contain(en.unfinished);
    card.element.clear();
  });

  it('leaves it to another tab that has it, and forgets its copy', async () => {
    const { id } = leaveBehind();
    let release: () => void = () => undefined;
    await new Promise<void>((taken) => {
      // as the other tab has it, with which a duplicated tab shares locks but not its memory
      void navigator.locks.request(`shoji-attempt ${id}`, () => {
        taken();
        return new Promise<void>((resolve) => {
          release = resolve;
        });
      });
    });
    const card = await meet();
    expect(textOf(card.element)).to.equal(en.elsewhere);
    expect(card.names).to.deep.equal(['shoji-ready']);
    expect(sessionStorage.length).to.equal(0);
    release();
    card.element.remove();
  });

  for (const text of ['{}', 'x', JSON.stringify({ id: 'a', redirectUrl: 'javascript:alert(1)' })]) {
    it(`drops what is no attempt: ${text}`, async () => {
      sessionStorage.setItem(KEY, text);
      const card = await openCard();
      await until(() => sessionStorage.length === 0);
      expect(surfaces(card.element)).to.deep.equal([]);
      expect(card.names).to.deep.equal(['shoji-ready']);
    });
  }

  it('never remembers anything of the card', async () => {
    const card = await (await openCard({ attributes: { challenge: 'dialog' } })).tokenized();
    void card.element.authenticate(ISSUER, { returnUrl: '/returned' });
    await dialogOpened(card.element);
    expect(Object.keys(JSON.parse(sessionStorage.getItem(KEY) ?? '') as object).sort()).to.deep.equal(
      ['deadline', 'id', 'phase', 'redirectUrl', 'returnUrl', 'startedAt'],
    );
    expect(sessionStorage.getItem(KEY)).to.not.match(/token-1|\*{4}/);
    card.element.clear();
    expect(dialogOf(card.element)).to.equal(null);
  });
});

describe('<shoji-card> and the full page', function () {
  this.timeout(40_000);
  afterEach(() => sessionStorage.clear());

  /** A shop in a frame: what goes to the issuer is the frame. */
  async function openShop(query: Record<string, string> = {}) {
    const frame = document.createElement('iframe');
    frame.title = 'A shop';
    const attributes = `hosted-url="${STUB_ORIGIN}/stub-hosted.html?id=none" ${query['attributes'] ?? ''}`;
    frame.src = `/shop?${new URLSearchParams({ ...query, attributes }).toString()}`;
    const loaded = new Promise((resolve) => { frame.addEventListener('load', resolve, { once: true }); });
    document.body.append(frame);
    await loaded;
    const window = () => frame.contentWindow as Window & typeof globalThis;
    const element = () => {
      const found = window().document.querySelector('shoji-card');
      if (!found) throw new Error('no element');
      return found;
    };
    /** At the issuer nothing of the frame can be read. */
    const isAway = () => frame.contentDocument === null;
    return { frame, window, element, isAway };
  }

  it('remembers the attempt before it leaves; back in the shop the shopper is asked, and goes on', async () => {
    const { frame, element, isAway } = await openShop();
    void element().authenticate(ISSUER, { accessId: 'a1' });
    await until(isAway);
    const { id, phase, redirectUrl, accessId } = JSON.parse(sessionStorage.getItem(KEY) ?? '') as Attempt;
    expect([phase, redirectUrl, accessId]).to.deep.equal(['redirect', ISSUER, 'a1']);

    frame.src = `${frame.src}&again`; // by another way than the return URL
    await until(() => frame.contentDocument?.querySelector('shoji-card') !== null && !isAway());
    await until(() => element().matches(':state(challenge)'));
    expect((JSON.parse(sessionStorage.getItem(KEY) ?? '') as Attempt).id, 'the same attempt').to.equal(id);
    frame.remove();
  });

  it('needs no code for it: without three-ds.js it leaves all the same', async () => {
    const { element, isAway, frame } = await openShop({ script: '/lone/shoji-card.js' });
    void element().authenticate(ISSUER);
    await until(isAway);
    expect(sessionStorage.length, 'it cannot be resumed').to.equal(0);
    frame.remove();
  });

  it('is what a dialog that nobody sees becomes', async () => {
    const { element, isAway, frame } = await openShop({ attributes: 'challenge="dialog" style="display:none"' });
    void element().authenticate(ISSUER);
    await until(isAway);
    expect((JSON.parse(sessionStorage.getItem(KEY) ?? '') as Attempt).phase).to.equal('redirect');
    frame.remove();
  });

  it('is offered where the shop’s own policy stops the wrapper', async () => {
    const policy = `frame-src ${STUB_ORIGIN}/stub-hosted.html`;
    const head = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
    const { element, frame, window } = await openShop({ head, attributes: 'challenge="dialog"' });
    const violation = new Promise<string>((resolve) => {
      window().document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), { once: true });
    });
    const outcome = element().authenticate(ISSUER, { deadline: 4_000 });
    expect(await violation).to.equal('frame-src');
    expect((await outcome).status).to.equal('blocked');
    frame.remove();
  });
});
