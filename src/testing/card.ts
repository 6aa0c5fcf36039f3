import { agreement, CardFailure, readinessOf, THEIRS, type CardElement, type CardFieldName } from './card-readiness.js';
import { frameOfCard } from './frame-of-card.js';
import { evaluate, type LocatorShape, type PageShape } from './shapes.js';

export type CardValues = Readonly<Partial<Record<CardFieldName, string>>>;

export type PageOf<L extends LocatorShape> = ReturnType<L['page']>;
export type FrameOf<L extends LocatorShape> = ReturnType<PageOf<L>['frames']>[number];

/**
 * The fields of one `<shoji-card>`, in its frame. They belong to the frame that was there: after the element was moved, or set to
 * something else, ask `cardOf` again.
 */
export interface Card<L extends LocatorShape> {
  readonly element: L;
  /** The frame with the fields. */
  readonly frame: FrameOf<L>;
  readonly number: L;
  readonly expiry: L;
  readonly cvc: L;
  readonly name: L;
  /** Puts the values in, as autofill does, and waits until the page knows. An empty text empties a field. */
  fill(values: CardValues): Promise<void>;
  /** The same with real keys, a key at a time. */
  type(values: CardValues): Promise<void>;
  /** What is shown as wrong, by field, in the shopper's language. Nothing, while nothing is wrong. */
  errors(): Promise<CardValues>;
  /** What stands in the fields, as the shopper sees it. */
  values(): Promise<CardValues>;
  /** As the element says it to the page. */
  brand(): Promise<string | null>;
  complete(): Promise<boolean>;
  state(): Promise<string>;
}

const FIELDS: readonly CardFieldName[] = ['number', 'expiry', 'cvc', 'name'];

export interface WaitOptions {
  /** Milliseconds. */
  readonly timeout?: number;
}

/**
 * Waits until the fields of a `<shoji-card>` can be typed into.
 *
 * ```js
 * const card = await cardOf(page.locator('shoji-card'));
 * await card.fill({ number: '4111111111111111', expiry: '12/39', cvc: '123', name: 'TARO YAMADA' });
 * ```
 * @throws {@link CardFailure} for an element in the state `failed`: its `code` says why
 */
export async function cardOf<L extends LocatorShape>(element: L, { timeout = 30_000 }: WaitOptions = {}): Promise<Card<L>> {
  const handle = await element.elementHandle({ timeout });
  if (!handle) throw new Error('there is no <shoji-card>');
  const { isReady, code } = await inTime(evaluate(handle, readinessOf), timeout, `<shoji-card> is not ready after ${String(timeout)} ms`);
  if (!isReady) throw new CardFailure(code);
  const page = element.page() as PageOf<L>;
  const frame = (await frameOfCard(page.frames(), handle)) as FrameOf<L> | null;
  if (!frame) throw new Error('the frame of this <shoji-card> is gone: was the element moved meanwhile?');
  return new FramedCard(element, frame, page);
}

class FramedCard<L extends LocatorShape> implements Card<L> {
  readonly element: L;
  readonly frame: FrameOf<L>;
  readonly number: L;
  readonly expiry: L;
  readonly cvc: L;
  readonly name: L;
  readonly #page: PageShape;

  constructor(element: L, frame: FrameOf<L>, page: PageShape) {
    this.element = element;
    this.frame = frame;
    this.#page = page;
    [this.number, this.expiry, this.cvc, this.name] = FIELDS.map((name) => frame.locator(`#${name}`)) as [L, L, L, L];
  }

  fill(values: CardValues): Promise<void> {
    return this.#enter(values, (field, text) => field.fill(text));
  }

  type(values: CardValues): Promise<void> {
    return this.#enter(values, async (field, text) => {
      await field.fill('');
      await field.click();
      await this.#page.keyboard.type(text);
    });
  }

  async #enter(values: CardValues, put: (field: LocatorShape, text: string) => Promise<void>): Promise<void> {
    const there = await this.#names();
    for (const [name, text] of Object.entries(values) as [CardFieldName, string][]) {
      if (!there.includes(name)) throw new Error(`there is no field ${name} in this <shoji-card>, but ${there.join(', ')}`);
      await put(this[name], text);
    }
    const isIncomplete = await this.frame.locator('.field:not(.complete)').count();
    await evaluate(this.element, agreement, isIncomplete === 0);
  }

  async errors(): Promise<CardValues> {
    return this.#each('.field.invalid', (field) => field.locator('.message').first().textContent());
  }

  async values(): Promise<CardValues> {
    if (await this.frame.locator('div.input').count()) throw new Error(THEIRS);
    return this.#each('.field', (field) => field.locator('input').inputValue());
  }

  async #each(selector: string, read: (field: LocatorShape) => Promise<string | null>): Promise<CardValues> {
    const fields = await this.frame.locator(selector).all();
    const pairs = fields.map(async (field) => [await field.locator('.input').getAttribute('id'), await read(field)] as const);
    return Object.fromEntries(await Promise.all(pairs)) as CardValues;
  }

  async #names(): Promise<CardFieldName[]> {
    return Object.keys(await this.values()) as CardFieldName[];
  }

  brand(): Promise<string | null> {
    return evaluate(this.element, ({ brand }: CardElement) => brand);
  }

  complete(): Promise<boolean> {
    return evaluate(this.element, ({ complete }: CardElement) => complete);
  }

  state(): Promise<string> {
    return evaluate(this.element, ({ state }: CardElement) => state);
  }
}

export async function inTime<T>(promise: Promise<T>, timeout: number, otherwise: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(otherwise)), timeout);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
    promise.catch(() => undefined); // a page that is closed later is nobody's business any more
  }
}
