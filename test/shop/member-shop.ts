/** A member at the shop with the sandbox gateway: what several tests do first. */
import assert from 'node:assert/strict';
import { type SandboxShop, walkThrough } from './open-sandbox-shop.ts';
import type { Shopper, Visited } from './shopper.ts';

export const CARD = { frictionless: '4100000000000100', challenge: '4100000000005000', declined: '4999000000000002' } as const;
export const PASSWORD = 'seven herbs of spring';

let serial = 0;
export const newEmail = (): string => `hanako${String(serial++)}@example.jp`;

export async function signUp(shop: SandboxShop, email = newEmail()): Promise<Shopper> {
  const shopper = shop.shopper();
  const answer = await shopper.post('/sign-up', { email, password: PASSWORD });
  assert.equal(answer.status, 303, answer.text);
  return shopper;
}

/** Through 3-D Secure to the page of the shop that says what came of it. */
export async function addCard(shop: SandboxShop, shopper: Shopper, number: string = CARD.frictionless): Promise<Visited> {
  const sent = await shopper.post('/account/cards/add', { token: shop.token(number) });
  if (!sent.location.startsWith('http')) return sent;
  const back = await walkThrough(shop, shopper, sent.location);
  assert.ok(back);
  return shopper.follow(back);
}

/** The sequences on the account page, in its order. */
export const cardsOn = ({ text }: Visited): string[] =>
  [...text.matchAll(/href="\/account\/cards\/remove\?card-seq=(\d+)"/g)].map(([, cardSeq]) => cardSeq ?? '');

export const pressOn = ({ text }: Visited): string => /name="press" value="([\w-]+)"/.exec(text)?.[1] ?? '';

/** What the gateway refused, from the shop's log; that it knows no card or no transaction is an answer. */
export const refusals = (shop: SandboxShop): string[] =>
  shop.shop.log.filter((line) => /^gateway (?!Search|\S+\/inquiry|\/member\/create)\S+ refused/.test(line));

/** The same refusal as the protocol type and as the OpenAPI type say it. */
export const REFUSED = {
  protocol: {
    cardGone: 'gateway ExecTran refused E01240002',
    deleted: 'gateway DeleteCard refused E01240002',
    cardLimit: 'gateway SaveCard refused E01230009',
    spentToken: 'gateway ExecTran refused EX1000302',
  },
  openapi: {
    cardGone: 'gateway /credit/on-file/charge refused invalid_parameter',
    deleted: 'gateway /member/deleteItem refused invalid_parameter',
    cardLimit: 'gateway /credit/storeCard refused invalid_request',
    spentToken: 'gateway /credit/verifyCard refused invalid_parameter',
  },
} as const;

export const BOTH_TYPES = ['protocol', 'openapi'] as const;

export const charged = ({ sandbox }: SandboxShop) =>
  [...sandbox.store.transactions.values()].filter(({ status, amount }) => status === 'CAPTURE' && amount > 0);
