/** A shopper at the demo shop that is connected by Link Type Plus, in one engine, with real keys: the card is typed on the gateway's page. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { type EngineName, missing, TAB, until } from '../support/session.ts';
import { Ground } from './ground.ts';
import { CARDS, CVC, DETAILS, EXPIRY, Shopper } from './shopper.ts';

const TIMEOUT = 180_000;
export function linkPlusSuite(engine: EngineName): void {
  const reason = missing(engine);
  describe(`the demo shop by Link Type Plus in ${engine}${reason ? ` (skipped: ${reason})` : ''}`, { skip: reason !== false }, () => {
    let ground: Ground;
    let shopper: Shopper;
    before(async () => {
      ground = await Ground.open({ connection: 'linkplus' });
    }, { timeout: TIMEOUT });
    after(() => ground.close());
    afterEach(() => shopper.leave());

    const atGateway = (css: string) =>
      until(`${css} on the gateway’s page`, async () => (await shopper.isAt(ground.demo.gateway.origin)) && (await shopper.session.run<boolean>(`Boolean(document.querySelector('${css}'))`)));

    const leave = async () => {
      shopper = await Shopper.enter(engine, ground);
      await shopper.goToCheckout();
      assert.equal(await shopper.session.run('document.scripts.length + document.querySelectorAll("iframe, shoji-card").length'), 0);
      await shopper.session.click('button.pay');
      await atGateway('#number');
    };

    const payThere = async (number: string) => {
      await atGateway('#number');
      await shopper.session.click('#number');
      await shopper.session.keys(`${number}${TAB}${EXPIRY}`);
      await shopper.session.click('#cvc');
      await shopper.session.keys(CVC);
      await shopper.session.click('#name');
      await shopper.session.keys('HANAKO SUZUKI');
      await shopper.session.click('button[value=next]');
      await atGateway('button[value=pay]');
      await shopper.session.click('button[value=pay]');
    };

    /** From the gateway's last page, by its button. */
    const goBack = async () => {
      await atGateway('form [name=result]');
      await shopper.session.click('form:has([name=result]) button');
    };

    for (const [name, number, isChallenged] of [['without friction', CARDS.frictionless, false], ['after a challenge', CARDS.challenge, true]] as const) {
      it(`pays there ${name}, and the order thanks`, { timeout: TIMEOUT }, async () => {
        const earlier = ground.charged.length;
        await leave();
        await payThere(number);
        if (isChallenged) await shopper.answerChallenge('123456');
        await goBack();
        await shopper.thanked();
        assert.equal(ground.charged.length - earlier, 1);
        assert.deepEqual(await shopper.findings([number]), [], 'no part of the card reaches the shop');
      });
    }

    it('pays there with another card after one that was declined', { timeout: TIMEOUT }, async () => {
      const earlier = ground.charged.length;
      await leave();
      await payThere(CARDS.declined);
      await until('why it was declined', async () => /declined/i.test(await shopper.text('[role=alert]')));
      await payThere(CARDS.frictionless);
      await goBack();
      await shopper.thanked();
      assert.match(await shopper.text('address'), new RegExp(DETAILS.name));
      assert.equal(ground.charged.length - earlier, 1);
    });
  });
}
