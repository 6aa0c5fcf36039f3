/**
 * Ten shoppers at once, each with cards that misbehave, a line that breaks and fingers that do not wait. Whatever they do, every
 * order ends paid once or unpaid with a reason, and the books of the shop and of the gateway agree to the yen.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { StorefrontOptions } from '../../demo/storefront/storefront.ts';
import { type Call, type Cut, openSandboxShop, type SandboxShop, type WalkOptions, walkThrough } from './open-sandbox-shop.ts';
import { details, type Shopper } from './shopper.ts';

const SHOPPERS = 10;
const MINUTE = 60_000;

/** Cards, and what becomes of a challenge with them: see the README of the sandbox gateway. */
const CARDS = [
  '4100000000000100', '4100000000600008', '4100000000100009', '4100000000200007', '4100000000300005', '4100000000400003',
  '4100000000500000', '4100000000700006', '4999000000000002', '5999000000000078', '4100000000005000', '4100000000005018',
  '4100000000005034', '4100000000005042', '4100000000005059', '4100000000005067', '4100000000005117', '4100000000005125',
  '4100000000005133', '4100000000005141', '4100000000005158', '4100000000005166', '4100000000005174', '4100000000005182',
  '4100000000005190', '4100000000005216',
] as const;
const CALLS = ['EntryTran', 'ExecTran', 'Tds2Auth', 'Tds2Result', 'SecureTran2', 'SearchTrade'] as const satisfies Call[];
const GOODS = ['letter-set', 'incense', 'furoshiki', 'washi-notebook', 'chiyogami'] as const;
const ANSWERS: readonly NonNullable<WalkOptions['answers']>[] = [
  [{ action: 'verify', password: '123456' }],
  [{ action: 'verify', password: '123456' }],
  [{ action: 'verify', password: '000000' }, { action: 'verify', password: '123456' }],
  [{ action: 'cancel' }],
  [],
];

/** A small generator with a fixed seed: what a shopper does is the same in every run. (How it interleaves is not.) */
function generator(seed: number) {
  // neighbours would begin alike
  let state = (seed * 48271) % 2147483647;
  const below = (limit: number): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * limit);
  };
  return {
    below,
    chance: (percent: number): boolean => below(100) < percent,
    pick: <Item>(items: readonly Item[]): Item => {
      const item = items[below(items.length)];
      assert.ok(item !== undefined);
      return item;
    },
  };
}

const KINDS: readonly (readonly [name: string, options: Partial<StorefrontOptions>])[] = [
  ['redirect, CallbackType 1', { callbackType: '1' }],
  ['dialog, CallbackType 2', { callbackType: '2', challenge: 'dialog' }],
  ['dialog, CallbackType 3', { callbackType: '3', challenge: 'dialog' }],
];

describe('ten shoppers at once', () => {
  for (const [at, [name, options]] of KINDS.entries()) {
    it(`are charged what their orders say, once (${name})`, async () => {
      const place = await openSandboxShop({ ...options, deadline: 5_000 });
      const inFrame = options.challenge === 'dialog';
      const people = Array.from({ length: SHOPPERS }, (_, index) => new Person(place, 1000 * (at + 1) + index, inFrame));
      cutLines(place, people);
      await Promise.all(people.map((person) => person.goShopping()));
      place.cut = () => undefined;
      await comeToRest(place, people);
      for (const person of people) await person.assertTold();
      await assertBooksAgree(place, people);
      await place.close();
    });
  }
});

class Person {
  readonly shopper: Shopper;
  readonly tokens = new Set<string>();
  /** Each of the calls for this shopper is cut at most once. */
  readonly cuts: Map<Call, Cut>;
  readonly #place: SandboxShop;
  readonly #random: ReturnType<typeof generator>;
  readonly #inFrame: boolean;

  constructor(place: SandboxShop, seed: number, inFrame: boolean) {
    this.#place = place;
    this.#inFrame = inFrame;
    this.#random = generator(seed);
    this.shopper = place.shopper();
    const broken = CALLS.filter(() => this.#random.chance(30));
    this.cuts = new Map(broken.map((call) => [call, this.#random.pick<Cut>(['call', 'answer'])]));
  }

  /** Up to four presses of the button, each with another card; the last card is a good one half of the time. */
  async goShopping(): Promise<void> {
    const presses = 1 + this.#random.below(4);
    let key = await this.shopper.fillCart(this.#random.pick(GOODS));
    for (let press = 1; press <= presses; press++) {
      const card = press === presses && this.#random.chance(50) ? '4100000000000100' : this.#random.pick(CARDS);
      await this.#press(key, card);
      // Back, and pay again: the checkout page as it is now, or as it still stands in the browser
      if (this.#random.chance(60)) key = (await this.shopper.checkoutKey()) || key;
    }
  }

  async #press(checkout: string, card: string): Promise<void> {
    const token = this.#place.token(card);
    this.tokens.add(token);
    const clicks = await Promise.all(
      Array.from({ length: this.#random.chance(40) ? 2 : 1 }, async () => {
        if (!this.#inFrame) return { redirectUrl: (await this.shopper.pay(checkout, token)).location, next: '' };
        const { text } = await this.shopper.postForJson('/checkout/pay', { ...details, checkout, token });
        const { redirectUrl = '', next = '' } = JSON.parse(text) as Record<string, string | undefined>;
        return { redirectUrl, next };
      }),
    );
    for (const { redirectUrl, next } of clicks) {
      if (redirectUrl.startsWith(this.#place.sandbox.gatewayOrigin)) await this.#authenticate(redirectUrl, next);
      else await this.shopper.follow(await this.shopper.get(redirectUrl || next || '/orders'));
    }
  }

  async #authenticate(redirectUrl: string, next: string): Promise<void> {
    const { store } = this.#place.sandbox;
    const transId = new URL(redirectUrl).searchParams.get('transId') ?? '';
    const transaction = store.transactionOfSession('transId', transId);
    assert.ok(transaction);
    const { session, card } = transaction;
    const faults = card?.behaviour.faults;
    const isSilent = faults?.challengePage === 'silent' || faults?.redirectPage === 'silent';
    // A page that never comes is given up: at once, or when the issuer has heard the answer.
    const isGivenUp = () => isSilent || (faults?.challengeAnswer === 'silent' && session.transStatus !== null);
    const answers = this.#random.pick(ANSWERS);
    const walk = (inFrame: boolean) =>
      walkThrough(this.#place, this.shopper, redirectUrl, { inFrame, answers, ...(faults && { isGivenUp }) });
    const page = await walk(this.#inFrame);
    const returnPath = new URL(session.returnUrl).pathname;
    const fields = { AccessID: transaction.accessId, requestorTransId: session.requestorTransId, param: session.parameter };
    const event = this.#random.pick(['AuthResultReady', '3DSMethodSkipped']);
    const again = [
      // reload, and a look at the order
      () => this.shopper.get(returnPath),
      // the return once more, whether it was one or not
      () => this.shopper.postFromElsewhere(`${returnPath}?MD=${transaction.accessId}`, { ...fields, event }),
      // the same challenge, as a page of its own
      () => walk(false),
      () => this.shopper.get('/orders'),
    ].filter(() => this.#random.chance(45));
    if (page && next) again.push(() => this.shopper.get(next));
    await Promise.all(again.map((go) => go()));
    if (page?.location) await this.shopper.follow(page);
  }

  get orderPaths(): Promise<string[]> {
    return this.shopper
      .get('/orders')
      .then(({ text }) => [...text.matchAll(/<a href="(\/orders\/[^"]+)">/g)].map(([, path = '']) => path));
  }

  /** Each order says that it is paid, or why it is not; never that it is being checked, or that nobody knows. */
  async assertTold(): Promise<void> {
    for (const path of await this.orderPaths) {
      const { text, status } = await this.shopper.get(path);
      assert.equal(status, 200);
      assert.match(text, /ありがとうございました|お支払いは完了していません/, path);
      assert.doesNotMatch(text, /確認中|本人認証が終わっていません/, path);
    }
  }
}

/**
 * The line of each shopper breaks by itself: ExecTran carries the token, and every later call the same transaction. Whose
 * EntryTran it is cannot be seen.
 */
function cutLines(place: SandboxShop, people: readonly Person[]): void {
  const owners = new Map<string, Person>();
  place.cut = (call, parameters) => {
    const token = parameters.get('Token');
    const id = parameters.get('OrderID') ?? parameters.get('AccessID') ?? '';
    const transaction =
      place.sandbox.store.transactionOfOrder(id) ?? place.sandbox.store.transactions.get(parameters.get('AccessID') ?? '');
    const key = transaction?.accessId ?? id;
    const owner =
      call === 'EntryTran'
        ? people.find(({ cuts }) => cuts.has(call))
        : token
          ? people.find(({ tokens }) => tokens.has(token))
          : owners.get(key);
    if (token && owner) owners.set(key, owner);
    const cut = owner?.cuts.get(call);
    owner?.cuts.delete(call);
    return cut;
  };
}

/** Everybody has gone home. Time passes, the shop tidies up, and what was paid for is settled by whoever looks at it. */
async function comeToRest(place: SandboxShop, people: readonly Person[]): Promise<void> {
  for (const wait of [MINUTE, MINUTE, 16 * MINUTE, MINUTE]) {
    place.clock.ahead += wait;
    for (const person of people) {
      for (const path of await person.orderPaths) await person.shopper.follow(await person.shopper.get(path));
    }
    await place.shop.recover();
  }
}

interface Book {
  readonly gateway_order_id: string;
  readonly order_id: string;
  readonly state: string;
  readonly failure: string | null;
  readonly amount: number;
}

async function assertBooksAgree(place: SandboxShop, people: readonly Person[]): Promise<void> {
  const books = await place.readBooks((database) =>
    database.query<Book>(
      `select a.gateway_order_id, a.order_id::text, a.state, a.failure, o.amount
        from attempts a join orders o on o.id = a.order_id`,
    ),
  );
  const orders = new Map<string, Book[]>();
  for (const book of books) orders.set(book.order_id, [...(orders.get(book.order_id) ?? []), book]);
  assert.ok(orders.size >= people.length, 'everybody has tried');
  for (const attempts of orders.values()) {
    assert.ok(attempts.filter(({ state }) => state === 'paid').length <= 1);
    for (const { state, failure } of attempts) {
      assert.ok(['paid', 'failed', 'released'].includes(state), state);
      assert.equal(state === 'failed', failure !== null);
    }
  }
  const paid = books.filter(({ state }) => state === 'paid');
  const ledger = [...place.sandbox.store.transactions.values()].filter(({ status }) => status === 'CAPTURE');
  const line = (id: string, amount: number) => `${id} ${String(amount)}`;
  assert.deepEqual(
    paid.map(({ gateway_order_id: id, amount }) => line(id, amount)).sort(),
    ledger.map(({ orderId, amount, tax }) => line(orderId, amount + tax)).sort(),
  );
  assert.ok(paid.length > 0 && paid.length < books.length, `${String(paid.length)} of ${String(books.length)} attempts are paid`);
  // nothing was ever charged that had to be taken back
  const charges = [...place.sandbox.store.transactions.values()].flatMap(({ history }) =>
    history.filter(({ call, status }) => (call === 'SecureTran2' || call === 'ExecTran') && status === 'CAPTURE'),
  );
  assert.equal(charges.length, ledger.length);
}
