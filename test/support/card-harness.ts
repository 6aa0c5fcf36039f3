/** `<shoji-card>` in a page, over a stub hosted document, so that a test reads like a shop with a shopper. */
import { fixtureSync, html } from '@open-wc/testing';
import type { ShojiCard } from '../../src/elements/shoji-card.js';
import { COMPLETE_CARD, StubEnd, tokenFor } from './wtr-stub-end.ts';

const EVENTS = ['shoji-ready', 'shoji-change', 'shoji-token', 'shoji-error', 'shoji-challenge', 'shoji-outcome'] as const;

export interface CardSetup {
  /** Overrides; null leaves an attribute out. */
  readonly attributes?: Readonly<Record<string, string | null>>;
  /** Markup between the tags. */
  readonly content?: string;
  /** Markup of the shop: `CARD` stands where the element goes. */
  readonly around?: string;
  /** For the stub's address, such as `&quiet`. */
  readonly query?: string;
  /** Where the stub is, such as `lone/`. */
  readonly folder?: string;
}

export class CardHarness {
  /** The shop's page. */
  readonly shop: HTMLElement;
  readonly element: ShojiCard;
  readonly stub = new StubEnd();
  /** Every event of the element, as it arrived at the window. */
  readonly events: Event[] = [];

  /** Puts an element into the page; it loads. */
  constructor({ attributes, content = '', around = 'CARD', query, folder }: CardSetup = {}) {
    this.shop = fixtureSync<HTMLElement>(html`<div></div>`);
    for (const name of EVENTS) {
      window.addEventListener(name, (event) => {
        if (event.target === this.element) this.events.push(event);
      });
    }
    const all: Record<string, string | null> = {
      'shop-id': 'tshop00000001',
      environment: 'test',
      'hosted-url': this.stub.url(query, folder),
      ...attributes,
    };
    const written = Object.entries(all).flatMap(([name, value]) =>
      value === null ? [] : [`${name}="${value.replaceAll('&', '&amp;')}"`],
    );
    this.shop.innerHTML = around.replace('CARD', () => `<shoji-card ${written.join(' ')}>${content}</shoji-card>`);
    this.element = this.find('shoji-card');
  }

  get names(): string[] {
    return this.events.map(({ type }) => type);
  }

  get form(): HTMLFormElement {
    return this.find('form');
  }

  find<K extends keyof HTMLElementTagNameMap>(name: K): HTMLElementTagNameMap[K];
  find(selector: string): HTMLElement;
  find(selector: string): HTMLElement {
    const found = this.shop.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`no ${selector} in the shop`);
    return found;
  }

  /** The tokens that the form would send. */
  get formTokens(): FormDataEntryValue[] {
    return new FormData(this.form).getAll('token');
  }

  /** The element's next event of that name. */
  once<K extends keyof HTMLElementEventMap>(name: K): Promise<HTMLElementEventMap[K]> {
    return new Promise((resolve) => {
      this.element.addEventListener(name, resolve, { once: true });
    });
  }

  has(state: string): boolean {
    return this.element.matches(`:state(${state})`);
  }

  async ready(): Promise<this> {
    if (!this.has('ready')) await this.once('shoji-ready');
    await this.element.updateComplete;
    return this;
  }

  /** The shopper fills every field in. */
  async complete(): Promise<this> {
    // what does not change is not told
    const isTyped = this.element.complete && !this.element.empty;
    for (const complete of isTyped ? [false, true] : [true]) {
      const changed = this.once('shoji-change');
      this.stub.say({ type: 'state', state: { ...COMPLETE_CARD, complete } });
      await changed;
    }
    return this;
  }

  /** The hosted document answers the next `tokenize`. */
  async issue(): Promise<void> {
    const asked = await this.stub.next('tokenize');
    const issued = this.once('shoji-token');
    this.stub.say(tokenFor(asked));
    await issued;
  }

  /** A complete card with its token, without a form's submission. */
  async tokenized(): Promise<this> {
    await this.complete();
    await Promise.all([this.element.tokenize(), this.issue()]);
    return this;
  }
}

/** An element that can be typed into. */
export const openCard = (setup: CardSetup = {}): Promise<CardHarness> => new CardHarness(setup).ready();

/** A shop's form with a pay button. What it sends goes to a frame, so that the test page stays. */
export const shopForm = (button = '<button name="pay" value="now">Pay</button>'): string =>
  `<form action="/submitted" target="sink">CARD ${button}</form><iframe name="sink" title="Next page"></iframe>`;
