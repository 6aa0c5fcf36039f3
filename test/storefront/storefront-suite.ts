/**
 * A shopper at the demo shop, from the catalogue to the order page, in one engine: what the product exists for, and every way in
 * which it must not fail. Each test ends with a search of all that the shop's page, its server's log and its database could read.
 */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, describe, it } from 'node:test';
import { pageTexts, record, searchFor } from '../support/leak-search.ts';
import { TAB, type EngineName, missing, until } from '../support/session.ts';
import { Ground, type GroundOptions } from './ground.ts';
import { CARDS, CVC, DETAILS, EXPIRY, Shopper, secretsOf } from './shopper.ts';

const TIMEOUT = 180_000;

export function storefrontSuite(engine: EngineName, title: string, options: GroundOptions): void {
  const reason = missing(engine);
  describe(`the demo shop in ${engine}, ${title}${reason ? ` (skipped: ${reason})` : ''}`, { skip: reason !== false, timeout: 1_800_000 }, () => {
    let ground: Ground;
    let shopper: Shopper;
    const typed = new Set<string>();

    before(async () => {
      ground = await Ground.open(options);
    }, { timeout: TIMEOUT });
    after(async () => {
      await ground.close();
    });
    afterEach(async () => {
      ground.demo.sandbox.faults.reset();
      ground.fields.setHostedDown(false);
      await shopper.leave();
    });

    /** One shopper at the checkout with the address filled in; the search for the card comes at the end of every journey. */
    const journey = (name: string, walk: () => Promise<void>, numbers: readonly string[] = [CARDS.frictionless]) => {
      it(name, { timeout: TIMEOUT }, async () => {
        for (const number of numbers) typed.add(number);
        shopper = await Shopper.enter(engine, ground);
        await shopper.goToCheckout();
        await shopper.listenForErrors();
        await walk();
        assert.deepEqual(await shopper.findings(numbers), [], 'no part of the card reaches the shop');
      });
    };

    /** How many payments the gateway has taken since. */
    const chargesOf = async (walk: () => Promise<void>): Promise<number> => {
      const earlier = ground.charged.length;
      await walk();
      return ground.charged.length - earlier;
    };
    const tokens = () => ground.demo.sandbox.store.tokens.size;
    /** How many token calls the gateway has been sent since, answered or not. */
    const tokenCallsOf = async (walk: () => Promise<void>): Promise<number> => {
      const { requests } = ground.demo.sandbox.store; // it forgets the oldest, so they are told apart and not counted off
      const earlier = new Set(requests);
      await walk();
      return requests.filter((request) => request.path === '/ext/api/getToken' && !earlier.has(request)).length;
    };

    journey('pays without friction, with Enter in the last field', async () => {
      const charges = await chargesOf(async () => {
        await shopper.typeCard(CARDS.frictionless);
        await shopper.payWithEnter();
        await shopper.thanked();
      });
      assert.equal(charges, 1);
    });

    journey('pays after a challenge', async () => {
      const charges = await chargesOf(async () => {
        await shopper.typeCard(CARDS.challenge);
        await shopper.pay();
        await shopper.answerChallenge('123456');
        await shopper.thanked();
      });
      assert.equal(charges, 1);
    }, [CARDS.challenge]);

    journey('says that the challenge failed, charges nothing, keeps the address, and takes another card', async () => {
      const charges = await chargesOf(async () => {
        await shopper.typeCard(CARDS.challenge);
        await shopper.pay();
        for (const left of ['2 attempts left', '1 attempt left']) {
          await shopper.answerChallenge('000000');
          await until(left, async () => (await shopper.text('#wrong')).includes(left));
        }
        await shopper.answerChallenge('000000');
        assert.match(await shopper.notice(), /check by your bank was not completed/i);
      });
      assert.equal(charges, 0);
      assert.equal(await shopper.session.run(`document.getElementById('name').value`), DETAILS.name);

      const second = await chargesOf(async () => {
        await shopper.fieldsReady();
        await shopper.typeCard(CARDS.frictionless);
        await shopper.pay();
        await shopper.thanked();
      });
      assert.equal(second, 1);
    }, [CARDS.challenge, CARDS.frictionless]);

    journey('says that the card was declined, and takes another one', async () => {
      const charges = await chargesOf(async () => {
        await shopper.typeCard(CARDS.declined);
        await shopper.pay();
        assert.match(await shopper.notice(), /could not be charged/i);
        assert.equal(await shopper.session.run(`document.getElementById('address').value`), DETAILS.address);
        await shopper.fieldsReady();
        await shopper.typeCard(CARDS.frictionless);
        await shopper.pay();
        await shopper.thanked();
      });
      assert.equal(charges, 1);
    }, [CARDS.declined, CARDS.frictionless]);

    /**
     * Nothing reached the gateway: the card stays but for the CVC, and paying works as soon as the fault is over.
     * @param tokenCalls - how many there are in all: one for each click, and none that nobody asked for
     */
    const survivesFault = async (code: string, tokenCalls: number) => {
      let calls = 0;
      const charges = await chargesOf(async () => {
        calls = await tokenCallsOf(async () => {
          await failsAndPays(code);
        });
      });
      assert.equal(charges, 1);
      assert.equal(calls, tokenCalls, 'no call is repeated');
    };
    const failsAndPays = async (code: string) => {
      await shopper.pay();
      await until(`the error ${code}`, async () => (await shopper.errors()).includes(code), 45_000);
      assert.deepEqual(await shopper.errors(), [code]);
      assert.equal(await shopper.isAt(ground.shopOrigin, '/checkout'), true, 'the form was not submitted');
      assert.equal(await shopper.session.run(`document.querySelector('shoji-card').complete`), false, 'the CVC is gone');
      assert.equal(await shopper.session.run(`document.querySelector('shoji-card').empty`), false, 'the rest is still there');
      assert.equal(await shopper.session.run(`document.getElementById('name').value`), DETAILS.name);

      ground.demo.sandbox.faults.reset();
      await shopper.session.click('#building');
      await shopper.session.keys(`${TAB}${TAB}${TAB}${CVC}`);
      await until('a complete card', () => shopper.session.run<boolean>(`document.querySelector('shoji-card').complete`));
      await shopper.pay();
      await shopper.thanked();
    };

    const scriptFaults = { drop: 'blocked', 'status-500': 'answers 500', 'slow:30000': 'takes 30 seconds' } as const;
    for (const [fault, what] of Object.entries(scriptFaults)) {
      it(`says so when the gateway’s script ${what}, and pays when it is back`, { timeout: TIMEOUT }, async () => {
        // set before the page loads: the script is asked for with the first field
        ground.demo.sandbox.faults.set('tokenScript', fault as keyof typeof scriptFaults);
        shopper = await Shopper.enter(engine, ground);
        await shopper.goToCheckout();
        await shopper.listenForErrors();
        await shopper.typeCard();
        await survivesFault('network gateway-script', 1);
        assert.deepEqual(await shopper.findings([CARDS.frictionless]), []);
      });
    }

    journey('says so when the gateway’s token call is never answered, and pays when it is back', async () => {
      ground.demo.sandbox.faults.set('getToken', 'silent');
      await shopper.typeCard();
      await survivesFault('network gateway-timeout', 2);
    });

    journey('says so when the token call answers 500, and pays when it is back', async () => {
      ground.demo.sandbox.faults.set('getToken', 'status-500');
      await shopper.typeCard();
      await survivesFault('network gateway-unreachable', 2);
    });

    journey('says so when the gateway is congested, and pays when it is back', async () => {
      ground.demo.sandbox.faults.set('getToken', 'result:902');
      await shopper.typeCard();
      await survivesFault('gateway gateway-busy', 2);
    });

    it('shows the fallback when the hosted document cannot load, and the fields when it is back', { timeout: TIMEOUT }, async () => {
      shopper = await Shopper.enter(engine, ground);
      await shopper.goToCheckout();
      ground.fields.setHostedDown(true);
      await shopper.session.reload();
      await until('the state', () => shopper.session.run<boolean>(`document.querySelector('shoji-card')?.state === 'failed'`), 45_000);
      assert.equal(await shopper.session.run(`document.querySelector('shoji-card [slot=fallback]').checkVisibility()`), true);

      // the error is an event too: a second element is made while the page listens
      await shopper.listenForErrors();
      await shopper.session.run(`document.querySelector('shoji-card').replaceWith(document.querySelector('shoji-card').cloneNode(true))`);
      await until('the error', async () => (await shopper.errors()).includes('network hosted-unavailable'), 45_000);

      ground.fields.setHostedDown(false);
      await shopper.session.reload();
      await shopper.fieldsReady();
      assert.equal(await shopper.session.run(`document.querySelector('shoji-card [slot=fallback]').checkVisibility()`), false);
    });

    for (const fault of ['spent', 'expired', 'malformed'] as const) {
      journey(`asks for the card again when the token is ${fault}`, async () => {
        const charges = await chargesOf(async () => {
          ground.demo.sandbox.faults.set('issuedTokens', fault);
          await shopper.typeCard();
          await shopper.pay();
          assert.match(await shopper.notice(), /enter your card details again/i);
          assert.equal(await shopper.session.run(`document.getElementById('name').value`), DETAILS.name);
          ground.demo.sandbox.faults.reset();
          await shopper.fieldsReady();
          await shopper.typeCard();
          await shopper.pay();
          await shopper.thanked();
        });
        assert.equal(charges, 1);
      });
    }

    journey('charges once when the shopper presses Back in the challenge and pays again', async () => {
      const charges = await chargesOf(async () => {
        await shopper.typeCard(CARDS.challenge);
        await shopper.pay();
        await until('the challenge', () => shopper.isAt(ground.demo.acs.origin));
        const isBack = async () => {
          let isThere = false;
          // asked again only where a navigation overtakes the question
          await until('an address', async () => {
            isThere = await shopper.isAt(ground.shopOrigin);
            return true;
          });
          return isThere;
        };
        for (let steps = 0; steps < 4 && !(await isBack()); steps += 1) await shopper.session.back();
        await shopper.at('/checkout');
        await shopper.fieldsReady();
        assert.equal(await shopper.session.run(`document.querySelector('shoji-card').empty`), true, 'no card is left in a page that is shown again');
        assert.equal(await shopper.session.run(`document.getElementById('name').value`), DETAILS.name);
        await shopper.typeCard(CARDS.frictionless);
        await shopper.pay();
        await shopper.thanked();
      });
      assert.equal(charges, 1);
    }, [CARDS.challenge, CARDS.frictionless]);

    journey('makes one token and one order of a double click on Pay', async () => {
      const [earlierTokens, earlierTransactions] = [tokens(), ground.transactions.length];
      await shopper.typeCard();
      await shopper.look('before paying');
      await shopper.session.run(`(() => { const pay = document.querySelector('button.pay'); pay.click(); pay.click(); setTimeout(() => pay.click()); })()`);
      await shopper.thanked();
      assert.equal(tokens() - earlierTokens, 1);
      assert.equal(ground.transactions.length - earlierTransactions, 1);
    });

    journey('shows the same order when the return address is called twice, and refuses a foreign AccessID', async () => {
      await shopper.typeCard(CARDS.frictionless);
      await shopper.pay();
      await shopper.thanked();
      const foreign = ground.transactions.at(-1)?.accessId;
      assert.ok(foreign, 'another order lends its AccessID');
      await shopper.goToCheckout();
      let order = '';
      const charges = await chargesOf(async () => {
        await shopper.typeCard(CARDS.challenge);
        await shopper.pay();
        await until('the challenge', () => shopper.isAt(ground.demo.acs.origin));
        const transaction = ground.transactions.at(-1);
        assert.notEqual(transaction?.accessId, foreign);
        const returnUrl = transaction?.session?.returnUrl ?? '';
        assert.match(returnUrl, /\/checkout\/return\//);
        const post = (accessId: string) =>
          fetch(returnUrl.replace(ground.shopOrigin, ground.demo.shop.loopback), {
            method: 'POST',
            redirect: 'manual',
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
            body: new URLSearchParams({ AccessID: accessId }),
          });
        assert.equal((await post(foreign)).status, 403);
        await shopper.answerChallenge('123456');
        order = await shopper.thanked();
        assert.equal((await post(transaction?.accessId ?? '')).status, 303);
        await shopper.session.goto(returnUrl);
        assert.equal(await shopper.thanked(), order);
      });
      assert.equal(charges, 1);
      const stranger = await Shopper.enter(engine, ground);
      await stranger.session.goto(order);
      assert.doesNotMatch(await stranger.text('body'), new RegExp(DETAILS.name));
      await stranger.leave();
    }, [CARDS.challenge, CARDS.frictionless]);

    journey('settles a payment once although the shop was killed while the shopper was away', async () => {
      const charges = await chargesOf(async () => {
        await shopper.typeCard(CARDS.challenge);
        await shopper.pay();
        await until('the challenge', () => shopper.isAt(ground.demo.acs.origin));
        await ground.killShop();
        await ground.startShop();
        await shopper.answerChallenge('123456');
        await shopper.thanked();
      });
      assert.equal(charges, 1);
    }, [CARDS.challenge]);

    it('gives a token to a page that we did not write, from a pasted script tag', { timeout: TIMEOUT }, async () => {
      typed.add(CARDS.frictionless);
      const { fields, storefrontOptions } = ground.demo;
      let posted = '';
      const page = `<!doctype html><meta charset="utf-8"><title>Somebody’s shop</title>
        <script src="${fields.origin}/shoji-card.js" crossorigin="anonymous"></script>
        <form action="/checkout/pay" method="post">
          <input id="building" aria-label="Building">
          <shoji-card name="token" shop-id="${storefrontOptions.shopId}" environment="test"></shoji-card>
          <button class="pay">支払う</button>
        </form>`;
      const server = createServer((request, response) => {
        let body = '';
        request.on('data', (chunk: Buffer) => (body += chunk.toString()));
        request.on('end', () => {
          if (request.method === 'POST') posted = body;
          response.writeHead(200, { 'content-type': 'text/html' }).end(request.method === 'POST' ? '<title>done</title>' : page);
        });
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      try {
        shopper = await Shopper.enter(engine, ground);
        await record(shopper.session);
        await shopper.session.goto(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`);
        await record(shopper.session);
        await shopper.fieldsReady();
        await shopper.typeCard();
        await shopper.payWithEnter();
        await until('the submission', () => posted !== '');
        await until('the page after it', () => shopper.session.run<boolean>(`document.title === 'done' && document.readyState === 'complete'`));
        assert.match(posted, /^token=[0-9a-f]{64}$/);
        assert.deepEqual(searchFor(secretsOf(CARDS.frictionless), { ...(await pageTexts(shopper.session)), posted }), []);
      } finally {
        server.close();
        server.closeAllConnections();
      }
    });

    it('keeps nothing of any card in the order database', { timeout: TIMEOUT }, async () => {
      typed.add(CARDS.frictionless);
      shopper = await Shopper.enter(engine, ground);
      await shopper.goToCheckout();
      await shopper.typeCard(CARDS.frictionless);
      await shopper.pay();
      await shopper.thanked();
      const rows = await ground.databaseRows();
      assert.ok(rows.includes(DETAILS.name), 'the rows are there');
      assert.deepEqual([...typed].flatMap((pan) => searchFor(secretsOf(pan), { rows, log: ground.log.join('\n') })), []);
      const control = searchFor(secretsOf(CARDS.challenge), { rows: `${rows} ${CARDS.challenge} ${EXPIRY} ${CVC}` });
      assert.deepEqual([...new Set(control.map(({ secret }) => secret))].sort(), ['cvc', 'expiry', 'pan'], 'a planted card is found');
    });
  });
}
