/** A member of the demo shop, in Japanese: everything that concerns a card is typed with real keys. */
import assert from 'node:assert/strict';
import { ENTER, TAB, type EngineName, type Session, startSession, until as untilThen } from '../support/session.ts';
import type { Ground } from './ground.ts';
import { CVC, EXPIRY } from './shopper.ts';

export const DETAILS = { name: '鈴木 花子', email: 'hanako@example.jp', postalCode: '110-0001', address: '台東区谷中1-1' };
const PASSWORD = 'seven herbs of spring';

/** More than any page takes here, less than the tests wait. */
const until = (what: string, check: () => Promise<boolean>) => untilThen(what, check, 60_000);

let serial = 0;

export class MemberShopper {
  readonly session: Session;
  readonly #ground: Ground;

  private constructor(session: Session, ground: Ground) {
    this.session = session;
    this.#ground = ground;
  }

  static async enter(engine: EngineName, ground: Ground): Promise<MemberShopper> {
    const shopper = new MemberShopper(await startSession(engine), ground);
    await shopper.goto('/?lang=ja');
    return shopper;
  }

  goto(path: string): Promise<void> {
    return this.session.goto(`${this.#ground.shopOrigin}${path}`);
  }

  async signUp(): Promise<void> {
    await this.goto('/sign-up');
    await this.fill({ email: `hanako${String(Date.now())}${String(serial++)}@example.jp`, password: PASSWORD });
    await this.session.click('main form button:not([value])');
    await this.at('/account');
  }

  async fill(values: Readonly<Record<string, string>>): Promise<void> {
    await this.session.run(`(() => {
      for (const [id, value] of Object.entries(${JSON.stringify(values)})) document.getElementById(id).value = value;
    })()`);
  }

  async fillAddress(): Promise<void> {
    await this.fill(DETAILS);
    await this.session.run(`void (document.getElementById('prefecture').selectedIndex = 13)`);
  }

  async fillCart(product = 'andon-lamp'): Promise<void> {
    await this.goto('/');
    await this.session.run(`document.querySelector('form:has([value="${product}"])').requestSubmit()`);
    await this.at('/cart');
  }

  /** At the checkout, with something in the cart and the address typed. */
  async goToCheckout(product?: string): Promise<void> {
    await this.fillCart(product);
    await this.goto('/checkout');
    await this.fillAddress();
  }

  async fieldsReady(): Promise<void> {
    await until('the card fields', () => this.session.run<boolean>(`document.querySelector('shoji-card')?.state === 'editing'`));
  }

  /**
   * By keyboard alone, from what stands before the card.
   * @param then - keys after the last field
   */
  async typeCard(number: string, then = ''): Promise<void> {
    await this.fieldsReady();
    await this.session.run(`(document.getElementById('building') ?? document.querySelector('main')).focus()`);
    await this.session.keys(`${TAB}${number}${TAB}${EXPIRY}${TAB}${CVC}${TAB}hanako suzuki${then}`);
    await until('a complete card', () => this.session.run<boolean>(`document.querySelector('shoji-card').complete`));
  }

  async pay(): Promise<void> {
    await this.session.click('button.pay');
  }

  async answerChallenge(password = '123456'): Promise<void> {
    await until('the challenge', () => this.isAt(this.#ground.demo.acs.origin));
    const field = 'form [type=text], form [type=password], form [inputmode=numeric]';
    await until('the password field', () => this.session.run<boolean>(`Boolean(document.querySelector(${JSON.stringify(field)}))`));
    await this.session.click(field);
    await this.session.keys(password + ENTER);
  }

  async isAt(origin: string, path = ''): Promise<boolean> {
    return (await this.session.url()).startsWith(origin + path) && (await this.session.run<boolean>(`document.readyState === 'complete'`));
  }

  async at(path: string): Promise<void> {
    await until(`the page ${path}`, () => this.isAt(this.#ground.shopOrigin, path));
  }

  /** The main part of the page says that. */
  async reads(pattern: RegExp): Promise<void> {
    let text = '';
    await until(String(pattern), async () => {
      text = await this.session.run<string>(`document.querySelector('main')?.innerText ?? ''`).catch(() => '');
      return pattern.test(text);
    });
    assert.match(text, pattern);
  }

  /** The page that thanks for a paid order. */
  async thanked(): Promise<void> {
    await this.at('/orders/');
    await this.reads(/ありがとうございました/);
  }

  async leave(): Promise<void> {
    await this.session.close();
  }
}
