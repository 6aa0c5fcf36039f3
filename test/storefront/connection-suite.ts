/** A shopper at the demo shop that is connected by the OpenAPI type, in one engine: the main job, and what a refusal leads to. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { type EngineName, missing, until } from '../support/session.ts';
import { Ground } from './ground.ts';
import { CARDS, DETAILS, Shopper } from './shopper.ts';

const TIMEOUT = 180_000;

/** With each of GMO's token scripts; what the server does with a token is the same, so that v2 has the main job alone. */
export function connectionSuite(engine: EngineName, gateway: 'gmo' | 'gmo-v2'): void {
  const reason = missing(engine);
  const title = `the demo shop by the OpenAPI type, with ${gateway}, in ${engine}${reason ? ` (skipped: ${reason})` : ''}`;
  describe(title, { skip: reason !== false, timeout: 900_000 }, () => {
    let ground: Ground;
    let shopper: Shopper;
    before(async () => {
      ground = await Ground.open({ connection: 'openapi', ...(gateway === 'gmo-v2' && { gateway }) });
    }, { timeout: TIMEOUT });
    after(() => ground.close());
    afterEach(() => shopper.leave());

    /** One shopper at the checkout; how often the gateway charged, by which calls, and that no part of the card came to the shop. */
    const journey = (name: string, numbers: readonly string[], charges: number, walk: () => Promise<void>) => {
      it(name, { timeout: TIMEOUT }, async () => {
        const earlier = ground.charged.length;
        shopper = await Shopper.enter(engine, ground);
        await shopper.goToCheckout();
        await walk();
        assert.equal(ground.charged.length - earlier, charges);
        const asked = ground.log.filter((line) => /^gateway /.test(line));
        assert.ok(asked.some((line) => line === 'gateway /credit/charge answered'), asked.join('\n'));
        assert.deepEqual(asked.filter((line) => !/^gateway \//.test(line)), [], 'nothing is asked of the protocol type');
        assert.deepEqual(await shopper.findings(numbers), [], 'no part of the card reaches the shop');
      });
    };
    const payWith = async (number: string) => {
      await shopper.fieldsReady();
      await shopper.typeCard(number);
      await shopper.pay();
    };

    journey('pays without friction', [CARDS.frictionless], 1, async () => {
      await payWith(CARDS.frictionless);
      await shopper.thanked();
    });

    journey('pays after a challenge', [CARDS.challenge], 1, async () => {
      await payWith(CARDS.challenge);
      await shopper.answerChallenge('123456');
      await shopper.thanked();
    });

    journey('says that the card was declined, keeps the address, and takes another one', [CARDS.declined, CARDS.frictionless], 1, async () => {
      await payWith(CARDS.declined);
      assert.match(await shopper.notice(), /could not be charged/i);
      assert.equal(await shopper.session.run(`document.getElementById('address').value`), DETAILS.address);
      await payWith(CARDS.frictionless);
      await shopper.thanked();
    });

    if (gateway === 'gmo-v2') return;

    journey('says that the check by the bank came to nothing, and takes another card', [CARDS.failed, CARDS.frictionless], 1, async () => {
      await payWith(CARDS.failed);
      assert.match(await shopper.notice(), /check by your bank was not completed/i);
      await payWith(CARDS.frictionless);
      await shopper.thanked();
    });

    journey('charges once when the shopper presses Back in the challenge and pays again', [CARDS.challenge, CARDS.frictionless], 1, async () => {
      await payWith(CARDS.challenge);
      await until('the challenge', () => shopper.isAt(ground.demo.acs.origin));
      await shopper.session.goto(`${ground.shopOrigin}/checkout`);
      await payWith(CARDS.frictionless);
      await shopper.thanked();
    });
  });
}
