/** A person at the demo shop whose card issuer asks back: in a dialog over the checkout page, or on a page of its own. */
import assert from 'node:assert/strict';
import type { Presentation } from '../../src/three-ds/challenge.js';
import { ENTER, TAB, type EngineName, type Session, startSession, until as untilThen } from '../support/session.ts';
import type { Ground } from './ground.ts';
import { CVC, DETAILS, EXPIRY } from './shopper.ts';

export interface Viewport {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

/** More than any page takes here, less than the tests wait. */
const until = (what: string, check: () => Promise<boolean>) => untilThen(what, check, 20_000);

/** What a measured part of the page takes of the screen. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The roots are open on this ground. */
const ROOTS = `[...document.querySelector('shoji-card')?.shadowRoot?.querySelectorAll('div[exportparts]') ?? []].map(({ shadowRoot }) => shadowRoot)`;
const part = (css: string) => `${ROOTS}.map((root) => root.querySelector(${JSON.stringify(css)})).find((found) => found?.getClientRects().length)`;
/** Survives the pages of the tab. */
const HEARD = 'heard-by-the-test';

export class ChallengeShopper {
  readonly session: Session;
  readonly #ground: Ground;

  private constructor(session: Session, ground: Ground) {
    this.session = session;
    this.#ground = ground;
  }

  static async enter(engine: EngineName, ground: Ground): Promise<ChallengeShopper> {
    const shopper = new ChallengeShopper(await startSession(engine), ground);
    await shopper.session.goto(`${ground.shopOrigin}/?lang=en`);
    return shopper;
  }

  /** At the checkout page with something in the cart, and everything typed but the card. */
  async goToCheckout(presentation: Presentation): Promise<void> {
    const { session } = this;
    await session.goto(`${this.#ground.shopOrigin}/checkout`);
    if (!(await session.url()).endsWith('/checkout')) {
      await session.goto(`${this.#ground.shopOrigin}/`);
      await session.run(`document.querySelector('form[action="/cart/add"]').requestSubmit()`);
      await this.at('/cart');
      await session.goto(`${this.#ground.shopOrigin}/checkout`);
    }
    await session.run(`(() => {
      sessionStorage.removeItem('${HEARD}');
      for (const [id, value] of Object.entries(${JSON.stringify(DETAILS)})) document.getElementById(id).value = value;
      document.getElementById('prefecture').selectedIndex = 13;
      if (${String(presentation === 'redirect')}) document.querySelector('shoji-card').challenge = 'redirect';
    })()`);
    await this.fieldsReady();
    // Whatever an earlier test has left goes. Only when the frame has said what is missing now, it has cleared: what is typed before would go, too.
    await this.session.run(`(() => {
      const card = document.querySelector('shoji-card');
      card.clear();
      return card.tokenize().then(() => null, () => null);
    })()`);
    await this.fieldsReady();
    await this.hear();
  }

  /** Notes what the element tells the page, in the tab's memory. */
  async hear(): Promise<void> {
    await this.session.run(`(() => {
      if (window.isHeard) return; // a page that is shown again as it was
      window.isHeard = true;
      const note = (text) => sessionStorage.setItem('${HEARD}', ((sessionStorage.getItem('${HEARD}') ?? '') + ' ' + text).trim());
      document.addEventListener('shoji-challenge', ({ open }) => note(open ? 'open' : 'closed'));
      document.addEventListener('shoji-outcome', ({ status }) => note(status));
    })()`);
  }

  heard(): Promise<string> {
    return this.session.run<string>(`sessionStorage.getItem('${HEARD}') ?? ''`);
  }

  /** What the tab remembers of the attempt. */
  remembered(): Promise<string | null> {
    return this.session.run<string | null>(`sessionStorage.getItem('shoji-attempt')`);
  }

  async fieldsReady(): Promise<void> {
    // a shopper who comes back is asked about the attempt meanwhile: the fields are there all the same
    await until('the card fields', () => this.session.run<boolean>(
      `['editing', 'challenging'].includes(document.querySelector('shoji-card')?.state) && document.readyState === 'complete'`));
  }

  /** @param asked - a notice with two buttons stands before the fields */
  async pay(number: string, { asked = false } = {}): Promise<void> {
    await this.session.click('#building');
    await this.session.keys(`${asked ? TAB + TAB : ''}${TAB}${number}${TAB}${EXPIRY}${TAB}${CVC}${TAB}hanako suzuki`);
    await until('a complete card', () => this.session.run<boolean>(`document.querySelector('shoji-card').complete`));
    await this.session.keys(ENTER);
  }

  /** Gives the challenge that begins now another end of time. */
  async shorten(deadline: number): Promise<void> {
    await this.session.run(`(() => {
      const card = document.querySelector('shoji-card');
      const { authenticate } = card;
      card.authenticate = (address, options) => authenticate.call(card, address, { ...options, deadline: ${String(deadline)} });
    })()`);
  }

  /** The issuer's page asks, in whatever window, and the password has been sent. */
  async challenged(): Promise<void> {
    await until('the password field', async () =>
      (await this.session.runInFrameOf<boolean>(this.#ground.demo.acs.origin, `document.readyState === 'complete' && document.querySelector('#password') !== null && document.querySelector('[role=status]') === null`)) === true);
  }

  /** Clicks on the issuer's password field and types, as a shopper does, who clicks again where no caret comes: the dialog was still moving. */
  async answer(password = '123456'): Promise<void> {
    await this.challenged();
    for (let clicks = 1; !(await this.#clickPassword()); clicks += 1) assert.ok(clicks < 3, 'the password field takes the focus');
    await this.session.keys(password + ENTER);
  }

  /** @returns whether it has the focus now */
  async #clickPassword(): Promise<boolean> {
    const { session } = this;
    const { origin } = this.#ground.demo.acs;
    const field = await session.runInFrameOf<Box>(origin, `(() => {
      const input = document.getElementById('password');
      input.scrollIntoView({ block: 'center' });
      const { x, y, width, height } = input.getBoundingClientRect();
      return { x, y, width, height };
    })()`);
    assert.ok(field);
    const frame = (await this.box('iframe')) ?? { x: 0, y: 0, width: 0, height: 0 };
    await session.clickAt(frame.x + field.x + field.width / 2, frame.y + field.y + field.height / 2);
    // without a window manager WebKit's window may have no focus, and takes the keys all the same
    const hasFocus = session.engine === 'webkit' ? 'true' : 'document.hasFocus()';
    const isFocused = async () => (await session.runInFrameOf<boolean>(origin, `${hasFocus} && document.activeElement.id === 'password'`)) === true;
    return untilThen('the focus', isFocused, 5_000).then(() => true, () => false);
  }

  /** Null while it is not on the screen. */
  box(css: string): Promise<Box | null> {
    return this.session.run<Box | null>(`(() => {
      const found = ${part(css)};
      if (!found) return null;
      const { x, y, width, height } = found.getBoundingClientRect();
      return { x, y, width, height };
    })()`);
  }

  async shown(css: string, text = ''): Promise<void> {
    await until(`${css} “${text}”`, () => this.session.run<boolean>(`Boolean(${part(css)}?.innerText.includes(${JSON.stringify(text)}))`));
  }

  text(css: string): Promise<string> {
    return this.session.run<string>(`${part(css)}?.innerText ?? ''`);
  }

  /** A tab with a copy of what this one remembers, as browsers duplicate one. */
  async duplicate(path: string): Promise<void> {
    await this.session.run(`(() => {
      ${part('dialog h2')}.addEventListener('click', () => { window.copy = window.open('${path}'); }, { once: true });
    })()`);
    await this.press('dialog h2'); // a browser opens none that nobody asked for
    await until('the copy', () => this.session.run<boolean>(`Boolean(window.copy)`));
  }

  /** What the element says in the copy. */
  copyText(): Promise<string> {
    return this.session.run<string>(`[...copy.document.querySelector('shoji-card')?.shadowRoot?.querySelectorAll('div[exportparts]') ?? []].map(({ shadowRoot }) => shadowRoot.textContent).join(' ')`);
  }

  /** A real click on a part of what we show. */
  async press(css: string): Promise<void> {
    await this.shown(css);
    const box = await this.box(css);
    assert.ok(box, css);
    await this.session.clickAt(box.x + box.width / 2, box.y + box.height / 2);
  }

  /** What is wrong with how the dialog stands on the screen. */
  misfits(): Promise<string[]> {
    return this.session.run<string[]>(`(() => {
      const dialog = ${part('dialog')};
      const within = (outer, { x, y, right, bottom }) =>
        x >= outer.x - 0.5 && y >= outer.y - 0.5 && right <= outer.right + 0.5 && bottom <= outer.bottom + 0.5;
      const inside = (box) => within(dialog.getBoundingClientRect(), box) && within(new DOMRect(0, 0, innerWidth, innerHeight), box);
      const parts = [dialog, ...dialog.querySelectorAll('h2, p, button, summary, li, iframe, footer, .window')].filter((each) => each.checkVisibility() && !each.matches('.heard'));
      return [
        ...(document.documentElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : []),
        ...parts.filter((each) => !inside(each.getBoundingClientRect())).map((each) => each.localName + ' is outside'),
        ...parts.filter((each) => each.scrollWidth > each.clientWidth + 1 && each.clientWidth).map((each) => each.localName + ' is cut off'),
        ...(parts.length < 8 ? ['parts are missing'] : []),
      ];
    })()`);
  }

  async at(path: string): Promise<void> {
    await until(`the page ${path}`, async () =>
      (await this.session.url()).startsWith(this.#ground.shopOrigin + path) && (await this.session.run<boolean>(`document.readyState === 'complete'`)));
  }

  /** The checkout page once more, by Back or a reload, with what the element asks there. */
  async asked(): Promise<void> {
    await this.at('/checkout');
    await this.shown('.notice', 'No result of your card issuer’s verification yet');
    await this.fieldsReady();
    await this.hear();
  }

  async back(): Promise<void> {
    // the pages on the way to the issuer are pages, too
    for (let steps = 0; steps < 4 && !(await this.session.url()).startsWith(this.#ground.shopOrigin); steps += 1) await this.session.back();
    await this.asked();
  }

  /** What the shop says in the end, on the order page or over the form. */
  async told(): Promise<string> {
    await until('an answer of the shop', async () =>
      /^[/](?:orders|checkout[/]return)[/]/.test(new URL(await this.session.url()).pathname) &&
      (await this.standing()) !== '' &&
      (await this.session.run<boolean>(`document.readyState === 'complete' && !document.querySelector('script[data-next]')`)));
    return this.standing();
  }

  /** What stands on the page of the shop. */
  standing(): Promise<string> {
    return this.session.run<string>(`document.querySelector('.standing, .notice')?.innerText ?? ''`);
  }
}
