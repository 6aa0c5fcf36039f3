/** A member of the demo shop in one engine, from signing up to removing the card. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { ARROW_DOWN, TAB, type EngineName, missing, until } from '../support/session.ts';
import { Ground } from './ground.ts';
import { MemberShopper } from './member-shopper.ts';
import { CARDS, CVC, EXPIRY } from './shopper.ts';

const TIMEOUT = 180_000;

export function membersSuite(engine: EngineName): void {
  const reason = missing(engine);
  describe(`members of the demo shop in ${engine}${reason ? ` (skipped: ${reason})` : ''}`, { skip: reason !== false, timeout: 900_000 }, () => {
    let ground: Ground;
    let shopper: MemberShopper;
    before(async () => {
      ground = await Ground.open();
    }, { timeout: TIMEOUT });
    after(() => ground.close());
    afterEach(async () => {
      ground.fields.setHostedDown(false);
      await shopper.leave();
    });

    const journey = (title: string, walk: () => Promise<void>): void => {
      it(title, { timeout: TIMEOUT }, async () => {
        shopper = await MemberShopper.enter(engine, ground);
        await walk();
      });
    };
    const chargesOf = async (walk: () => Promise<void>, status = 'CAPTURE') => {
      const earlier = new Set(ground.transactions);
      await walk();
      return ground.transactions.filter((transaction) => !earlier.has(transaction) && transaction.status === status);
    };
    const cardsOfMember = () => [...ground.demo.sandbox.store.members.values()].at(-1)?.cards ?? [];

    journey('sign up, save a card with 3-D Secure, have the box renewed, pay with one press from the cart, and remove the card', async () => {
      const charges = await chargesOf(async () => {
        await shopper.signUp();
        await shopper.session.click('a[href="/account/cards/new"]');
        await shopper.at('/account/cards/new');
        await shopper.typeCard(CARDS.challenge);
        await shopper.pay();
        await shopper.answerChallenge();
        await shopper.reads(/カードを登録しました/);
        assert.equal(cardsOfMember().length, 1);

        await shopper.goto('/box');
        await shopper.fillAddress();
        await shopper.pay();
        await shopper.answerChallenge();
        await shopper.thanked();
        await shopper.goto('/box');
        await shopper.session.click('form[action="/box/renew"] button');
        await shopper.thanked();
        await shopper.goto('/box');
        await shopper.reads(/ご請求 2回/);

        await shopper.fillCart();
        await shopper.pay();
        await shopper.answerChallenge();
        await shopper.thanked();

        // a page on which the card can still be chosen, although it is gone
        await shopper.goToCheckout();
        await shopper.session.run(`fetch('/account/cards/remove', { method: 'POST', body: new URLSearchParams({ 'card-seq': '0' }) }).then(() => null)`);
        await shopper.pay();
        await shopper.reads(/このカードは登録されていません。別のカードを選ぶか、新しいカード情報を入力してください。代金は請求されていません。/);
        assert.equal(cardsOfMember().length, 0);
      });
      assert.deepEqual(charges.map(({ amount, session }) => [amount, session !== null]), [[2200, true], [2200, false], [12800, true]]);
    });

    journey('pay with a new card and save it in one payment, and pay with it in three instalments', async () => {
      const charges = await chargesOf(async () => {
        await shopper.signUp();
        await shopper.goToCheckout();
        await shopper.typeCard(CARDS.frictionless, `${TAB} `);
        await shopper.pay();
        await shopper.thanked();
        await shopper.reads(/カードを登録しました。次回からすぐにお支払いいただけます/);

        await shopper.goToCheckout();
        await until('the saved card', () => shopper.session.run<boolean>(`document.querySelector('shoji-saved-cards').value === '0'`));
        await shopper.session.run(`void document.querySelector('shoji-payment-method').focus()`);
        await shopper.session.keys(ARROW_DOWN);
        await until('the instalments', () => shopper.session.run<boolean>(`document.querySelector('shoji-payment-method').value === '2-3'`));
        await shopper.pay();
        await shopper.thanked();
        await shopper.reads(/分割払い 3回/);

        await shopper.goto('/account');
        await shopper.session.click('.acts a');
        await shopper.reads(/を削除しますか/);
        await shopper.session.click('form[action="/account/cards/remove"] button');
        await shopper.reads(/カードを削除しました/);
      });
      assert.deepEqual(charges.map(({ method, payTimes, memberId }) => [method, payTimes, memberId !== '']), [['1', '', false], ['2', '3', true]]);
      assert.equal(cardsOfMember().length, 0);
    });

    journey('pay on the gateway’s own page when the fields cannot be shown, and see the refund that it makes', async () => {
      ground.fields.setHostedDown(true);
      const charges = await chargesOf(async () => {
        await shopper.goToCheckout();
        await until('the fallback', () => shopper.session.run<boolean>(`document.querySelector('shoji-card [slot=fallback]').checkVisibility() && document.querySelector('shoji-card').state === 'failed'`));
        await shopper.session.click('[slot=fallback] button');
        await payOnLinkPage();
        await shopper.thanked();
        const order = await shopper.session.url();

        // the button of the sandbox's console
        await shopper.session.goto(`${ground.demo.gateway.origin}/?lang=ja`);
        await shopper.session.click('button[value="RETURN"]');
        await until('the refund', () => shopper.session.run<boolean>(`document.querySelector('[role=status]')?.textContent === '操作しました'`));
        // the shop asks the gateway once a second at most: an earlier look may be the latest
        await until('the refund in the history', async () => {
          await shopper.goto('/orders');
          return shopper.session.run<boolean>(`document.querySelector('main').innerText.includes('返金済み')`);
        });
        await shopper.session.goto(order);
        await shopper.reads(/このご注文の代金は返金されました/);
      }, 'RETURN');
      assert.equal(charges.length, 1);
    });

    /** The sandbox's Link Type Plus: two pages, and 3-D Secure without a challenge. */
    const payOnLinkPage = async () => {
      const { session } = shopper;
      await until('the payment page', () => session.run<boolean>(`document.getElementById('number') !== null`));
      await session.click('#number');
      await session.keys(`${CARDS.frictionless}${TAB}${EXPIRY}${TAB}${CVC}${TAB}hanako suzuki`);
      await session.click('button[value="next"]');
      await until('the confirmation', () => session.run<boolean>(`document.querySelector('button[value="pay"]') !== null`));
      await session.click('button[value="pay"]');
      await until('the end', () => session.run<boolean>(`document.querySelector('form [name="result"]') !== null || location.origin === '${ground.shopOrigin}'`));
      if (await session.run<boolean>(`document.querySelector('form [name="result"]') !== null`)) await session.click('form:has([name="result"]) button');
    };
  });
}
