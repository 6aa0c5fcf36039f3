/** A person at the demo shop: everything that concerns the card is typed with real keys. */
import assert from 'node:assert/strict';
import { type Finding, type Secrets, pageTexts, record, searchFor } from '../support/leak-search.ts';
import { ENTER, TAB, type EngineName, type Session, startSession, until } from '../support/session.ts';
import type { Ground } from './ground.ts';

/** The sandbox's own numbers; the expiry and CVC stand nowhere else in the demo. */
export const CARDS = {
  frictionless: '4111111111111111',
  challenge: '4100000000005000',
  failed: '4100000000300005',
  declined: '4999000000000002',
} as const;
export const EXPIRY = '11/38';
export const CVC = '737';

export const DETAILS = { name: 'Hanako Suzuki', email: 'hanako@example.jp', postalCode: '110-0001', address: 'Yanaka 1-1' };

const CARD_STATE = `document.querySelector('shoji-card')?.state`;

export class Shopper {
  readonly session: Session;
  readonly #ground: Ground;
  readonly #seen: Record<string, string> = {};

  private constructor(session: Session, ground: Ground) {
    this.session = session;
    this.#ground = ground;
  }

  static async enter(engine: EngineName, ground: Ground): Promise<Shopper> {
    return new Shopper(await startSession(engine), ground);
  }

  async leave(): Promise<void> {
    await this.session.close();
  }

  /** Puts the first product into the cart, goes to the checkout and fills in the address. */
  async goToCheckout(): Promise<void> {
    await record(this.session);
    await this.session.goto(`${this.#ground.shopOrigin}/?lang=en`);
    await this.session.run(`document.querySelector('form[action="/cart/add"]').requestSubmit()`);
    await this.at('/cart');
    await this.session.goto(`${this.#ground.shopOrigin}/checkout`);
    await record(this.session);
    await this.session.run(`(() => {
      for (const [id, value] of Object.entries(${JSON.stringify(DETAILS)})) document.getElementById(id).value = value;
      document.getElementById('prefecture').selectedIndex = 13;
    })()`);
    if (!this.#ground.isLinkOnly) await this.fieldsReady();
  }

  async fieldsReady(): Promise<void> {
    await until('the card fields', () => this.session.run<boolean>(`${CARD_STATE} === 'editing'`));
  }

  /** From the field before the card, by keyboard alone, into the frame and through its fields. */
  async typeCard(number: string = CARDS.frictionless, name = 'hanako suzuki'): Promise<void> {
    await this.session.click('#building');
    await this.session.keys(`${TAB}${number}${TAB}${EXPIRY}${TAB}${CVC}${TAB}${name}`);
    await until('a complete card', () => this.session.run<boolean>(`document.querySelector('shoji-card').complete`));
  }

  async pay(): Promise<void> {
    await this.look('before paying');
    await this.session.click('button.pay');
  }

  /** Enter in the last field of the frame. */
  async payWithEnter(): Promise<void> {
    await this.look('before paying');
    await this.session.keys(ENTER);
  }

  async answerChallenge(password: string): Promise<void> {
    await until('the challenge', () => this.isAt(this.#ground.demo.acs.origin));
    await until('the password field', () => this.session.run<boolean>(`Boolean(document.querySelector('form [type=text], form [type=password], form [inputmode=numeric]'))`));
    await this.session.click('form [type=text], form [type=password], form [inputmode=numeric]');
    await this.session.keys(password + ENTER);
  }

  async isAt(origin: string, path = ''): Promise<boolean> {
    return (await this.session.url()).startsWith(origin + path) && (await this.session.run<boolean>(`document.readyState === 'complete'`));
  }

  async at(path: string): Promise<void> {
    await until(`the page ${path}`, () => this.isAt(this.#ground.shopOrigin, path), 60_000);
    await record(this.session);
  }

  /** The page that thanks for a paid order. */
  async thanked(): Promise<string> {
    await this.at('/orders/');
    const text = await this.text('main');
    assert.match(text, /Thank you/i);
    await this.look('the order page');
    return this.session.url();
  }

  text(css: string): Promise<string> {
    return this.session.run<string>(`document.querySelector(${JSON.stringify(css)})?.innerText ?? ''`);
  }

  /** What the shop says in red over the checkout form. */
  async notice(): Promise<string> {
    await until('a notice', async () => (await this.text('.notice')) !== '', 60_000);
    await record(this.session);
    await this.look('a notice');
    return this.text('.notice');
  }

  /** What the element told the page: the last `shoji-error`, as the page listens for it. */
  async listenForErrors(): Promise<void> {
    await this.session.run(`(() => {
      window.shojiErrors = [];
      document.addEventListener('shoji-error', ({ error }) => window.shojiErrors.push(error.type + ' ' + error.code));
    })()`);
  }

  errors(): Promise<string[]> {
    return this.session.run<string[]>(`window.shojiErrors ?? []`);
  }

  /** Reads everything that the page could read now, for the search at the end. */
  async look(when: string): Promise<void> {
    for (const [where, text] of Object.entries(await pageTexts(this.session))) this.#seen[`${when}: ${where}`] = text;
  }

  /** Searches all that was seen, the shop's log and its database's files for the card. */
  async findings(numbers: readonly string[]): Promise<Finding[]> {
    await this.look('at the end');
    const { log } = this.#ground;
    const texts = { ...this.#seen, 'server log': log.join('\n') };
    const bytes = this.#ground.databaseBytes();
    assert.ok(bytes.includes(DETAILS.name), 'the search reads the order database: the shopper’s name stands there');
    const found = numbers.flatMap((pan) => searchFor(secretsOf(pan), texts));
    const stored = numbers.filter((pan) => bytes.includes(pan));
    return [...found, ...stored.map((): Finding => ({ secret: 'pan', form: 'as it is', where: 'database files', excerpt: '' }))];
  }
}

export const secretsOf = (pan: string): Secrets => ({ pan, cvc: CVC, expiry: EXPIRY });
