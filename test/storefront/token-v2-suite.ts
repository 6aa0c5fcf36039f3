/** The main job with GMO's second token script (`gateway="gmo-v2"`), at the demo shop, with real keys. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { TAB, type EngineName, missing, until } from '../support/session.ts';
import { Ground, type GroundOptions } from './ground.ts';
import { CARDS, CVC, DETAILS, Shopper } from './shopper.ts';

const TIMEOUT = 180_000;

export function tokenV2Suite(engine: EngineName, title: string, options: GroundOptions): void {
  const reason = missing(engine);
  const suite = `token v2 at the demo shop in ${engine}, ${title}${reason ? ` (skipped: ${reason})` : ''}`;
  describe(suite, { skip: reason !== false, timeout: 1_200_000 }, () => {
    let ground: Ground;
    let shopper: Shopper;

    before(async () => {
      ground = await Ground.open({ ...options, gateway: 'gmo-v2' });
    }, { timeout: TIMEOUT });
    after(async () => {
      await ground.close();
    });
    afterEach(async () => {
      ground.demo.sandbox.faults.reset();
      await shopper.leave();
    });

    /** How often each path was asked of the gateway since. */
    const requestsOf = async (walk: () => Promise<void>) => {
      const { requests } = ground.demo.sandbox.store;
      const earlier = new Set(requests);
      await walk();
      const paths = requests.filter((request) => !earlier.has(request) && request.method !== 'OPTIONS').map(({ path }) => path);
      return (path: string) => paths.filter((each) => each === path).length;
    };

    /** One shopper at the checkout, one payment at the end of it, and a search for the card in all that the shop could read. */
    const journey = (name: string, tokenCalls: number, walk: () => Promise<void>, numbers: readonly string[] = [CARDS.frictionless]) => {
      it(name, { timeout: TIMEOUT }, async () => {
        const { tokens } = ground.demo.sandbox.store;
        const [charges, issued] = [ground.charged.length, new Set(tokens.keys())];
        shopper = await Shopper.enter(engine, ground);
        await shopper.goToCheckout();
        await shopper.listenForErrors();
        const asked = await requestsOf(walk);
        assert.equal(asked('/payment/CreateToken.json'), tokenCalls, 'a call for each press, none repeated');
        assert.equal(asked('/ext/api/getToken'), 0, 'v1 is not asked');
        const fresh = [...tokens.keys()].filter((token) => !issued.has(token));
        assert.ok(fresh.length > 0 && fresh.every((token) => /^[A-Za-z0-9+/]{64}$/.test(token)), String(fresh));
        assert.equal(ground.charged.length - charges, 1);
        assert.deepEqual(await shopper.findings(numbers), [], 'no part of the card reaches the shop');
      });
    };

    journey('pays without friction, with Enter in the last field', 1, async () => {
      await shopper.typeCard(CARDS.frictionless);
      await shopper.payWithEnter();
      await shopper.thanked();
    });

    journey('pays after a challenge', 1, async () => {
      await shopper.typeCard(CARDS.challenge);
      await shopper.pay();
      await shopper.answerChallenge('123456');
      await shopper.thanked();
    }, [CARDS.challenge]);

    journey('says that the card was declined, and takes another one', 2, async () => {
      await shopper.typeCard(CARDS.declined);
      await shopper.pay();
      assert.match(await shopper.notice(), /could not be charged/i);
      assert.equal(await shopper.session.run(`document.getElementById('address').value`), DETAILS.address);
      await shopper.fieldsReady();
      await shopper.typeCard(CARDS.frictionless);
      await shopper.pay();
      await shopper.thanked();
    }, [CARDS.declined, CARDS.frictionless]);

    for (const [fault, what, code] of [
      ['result:902', 'is congested', 'gateway gateway-busy'],
      ['result:552', 'refuses the key', 'merchant gmo-552'],
      ['status-500', 'is out of order', 'network gateway-unreachable'],
    ] as const) {
      journey(`says so when the gateway ${what}, keeps all but the security code, and pays when it is over`, 2, async () => {
        ground.demo.sandbox.faults.set('getToken', fault);
        await shopper.typeCard();
        await shopper.pay();
        await until(`the error ${code}`, async () => (await shopper.errors()).includes(code), 45_000);
        assert.deepEqual(await shopper.errors(), [code]);
        assert.equal(await shopper.isAt(ground.shopOrigin, '/checkout'), true, 'the form was not submitted');
        assert.equal(await shopper.session.run(`document.querySelector('shoji-card').empty`), false, 'the rest is still there');
        ground.demo.sandbox.faults.reset();
        await shopper.session.click('#building');
        await shopper.session.keys(`${TAB}${TAB}${TAB}${CVC}`);
        await until('a complete card', () => shopper.session.run<boolean>(`document.querySelector('shoji-card').complete`));
        await shopper.pay();
        await shopper.thanked();
      });
    }
  });
}
