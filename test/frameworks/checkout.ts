/** A person at the checkout page of an app in demo/frameworks, in Chromium: keys and clicks are real. */
import assert from 'node:assert/strict';
import type { Browser, Page } from '@playwright/test';
import type { Merchant } from '../../demo/frameworks/merchant.ts';
import { type Finding, pageTexts, record, searchFor } from '../support/leak-search.ts';
import { chromiumSession } from '../support/session-chromium.ts';
import { ENTER, type Session, TAB, until } from '../support/session.ts';

/** `varied` is frictionless, too, and no series of single digits that a page writes for other reasons looks like it. */
export const CARDS = { frictionless: '4111111111111111', challenge: '4100000000005000', varied: '4556737586899855' } as const;
const EXPIRY = '11/38';
const CVC = '737';
export const EMAIL = 'hanako@example.jp';

/** Outlives the page that is left. */
const HEARD = 'heard-by-the-app';

/** What Chromium says of a token that it is going to know, and Lit of itself where a developer's server takes its development build. */
const HARMLESS = /Unrecognized feature: 'autofill'|Lit is in dev mode/;

export class Checkout {
  readonly page: Page;
  readonly session: Session;
  readonly #merchant: Merchant;
  readonly #seen: Record<string, string> = {};

  private constructor(page: Page, session: Session, merchant: Merchant) {
    this.page = page;
    this.session = session;
    this.#merchant = merchant;
  }

  /**
   * At the page, with the card's fields ready and an e-mail address typed.
   * @param prelude - a script that runs before any of the page's
   */
  static async enter(browser: Browser, merchant: Merchant, path: string, prelude?: string): Promise<Checkout> {
    const context = await browser.newContext({ locale: 'ja-JP' });
    const page = await context.newPage();
    const session = chromiumSession(page, browser.version());
    const checkout = new Checkout(page, session, merchant);
    await record(session);
    if (prelude) await session.onNewDocument(prelude);
    // with every change, because a page that goes while the machine is busy is not always told so
    await session.onNewDocument(`new MutationObserver(() => {
      const heard = document.getElementById('events');
      if (heard) sessionStorage.setItem('${HEARD}', heard.textContent);
    }).observe(document, { childList: true, characterData: true, subtree: true })`);
    await session.goto(`${merchant.origin}${path}`);
    await checkout.ready();
    await checkout.typeEmail();
    return checkout;
  }

  async leave(): Promise<void> {
    await this.session.close();
  }

  async ready(): Promise<void> {
    await until('the card fields', () => this.session.run<boolean>(`document.querySelector('shoji-card')?.state === 'editing'`));
  }

  async gone(): Promise<void> {
    await until('a page without the card', async () => (await this.cards()) === 0 && this.frames === 0);
  }

  cards(): Promise<number> {
    return this.session.run<number>(`document.querySelectorAll('shoji-card').length`);
  }

  /** How many frames the fields origin has in the page: whatever stayed behind would be one. */
  get frames(): number {
    return this.page.frames().filter((frame) => frame.url().startsWith(`${this.#merchant.fieldsOrigin}/`)).length;
  }

  email(): Promise<string> {
    return this.session.run<string>(`document.getElementById('email').value`);
  }

  /** Clicks on `#move`, and sees that the app moves the very element from one side of the e-mail address to the other. */
  async move(): Promise<void> {
    const isFirst = `(document.getElementById('email').compareDocumentPosition(document.querySelector('shoji-card')) & Node.DOCUMENT_POSITION_PRECEDING) !== 0`;
    const wasFirst = await this.session.run<boolean>(isFirst);
    await this.session.run(`(() => {
      const card = document.querySelector('shoji-card');
      window.watched = { card, isMoved: false };
      const look = (changes) => {
        if (changes.some(({ removedNodes }) => [...removedNodes].includes(card))) watched.isMoved = true;
      };
      new MutationObserver(look).observe(document, { childList: true, subtree: true });
    })()`);
    await this.session.click('#move');
    await until('the other place', async () => (await this.session.run<boolean>(isFirst)) !== wasFirst);
    assert.equal(await this.session.run(`watched.card === document.querySelector('shoji-card')`), true, 'it is the same element');
    assert.equal(await this.session.run('watched.isMoved'), true, 'it was moved, not what is around it');
  }

  isEmpty(): Promise<boolean> {
    return this.session.run<boolean>(`document.querySelector('shoji-card').empty`);
  }

  isInDialog(): Promise<boolean> {
    return this.session.run<boolean>(`document.querySelector('shoji-card')?.closest('dialog')?.matches(':modal') === true`);
  }

  async typeEmail(): Promise<void> {
    await this.session.click('#email');
    await this.session.keys(EMAIL);
  }

  async typeCard(number: string): Promise<void> {
    await this.session.run(`document.querySelector('shoji-card').focus()`);
    const hasFocus = `document.hasFocus() && document.activeElement !== document.body`;
    await until('the focus', async () => (await this.session.runInFrameOf<boolean>(this.#merchant.fieldsOrigin, hasFocus)) === true);
    await this.session.keys(`${number}${TAB}${EXPIRY}${TAB}${CVC}${TAB}hanako suzuki`);
    await this.complete();
  }

  /** Errors and warnings in the console so far. */
  complaints(): string[] {
    return this.session.consoleText().filter((line) => /^(error|warning|pageerror): /.test(line) && !HARMLESS.test(line));
  }

  async complete(): Promise<void> {
    await until('a complete card', () => this.session.run<boolean>(`document.querySelector('shoji-card').complete`));
  }

  async pay(): Promise<void> {
    await this.look('before paying');
    await this.session.click('#buy');
  }

  async answerChallenge(): Promise<void> {
    const { acsOrigin } = this.#merchant;
    await until('the password field', async () =>
      (await this.session.url()).startsWith(acsOrigin) && (await this.session.run<boolean>(`document.getElementById('password') !== null`)));
    await this.session.click('#password');
    await this.session.keys(`123456${ENTER}`);
  }

  async thanked(): Promise<void> {
    const { origin } = this.#merchant;
    await until('the page that thanks', async () =>
      (await this.session.url()) === `${origin}/thanks` && (await this.session.run<boolean>(`document.readyState === 'complete'`)));
    assert.equal(await this.session.run<string>(`document.querySelector('h1').textContent`), 'Thank you');
    await this.look('at the end');
  }

  /** The names of the events that the app has listed so far. */
  listed(): Promise<string> {
    return this.session.run<string>(`document.getElementById('events').textContent.trim()`);
  }

  /** The same, as they were when the page was left. */
  async heard(): Promise<string> {
    return (await this.session.run<string>(`sessionStorage.getItem('${HEARD}') ?? ''`)).trim();
  }

  async look(when: string): Promise<void> {
    for (const [where, text] of Object.entries(await pageTexts(this.session))) this.#seen[`${when}: ${where}`] = text;
  }

  /** Searches all that the page could read and that the merchant got for the card. */
  findings(pan: string): Finding[] {
    const { received, log } = this.#merchant;
    return searchFor({ pan, cvc: CVC, expiry: EXPIRY }, { ...this.#seen, received: received.join('\n'), log: log.join('\n') });
  }
}
