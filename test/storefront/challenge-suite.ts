/**
 * The card issuer asks back, at the demo shop, in one engine: every outcome, in the dialog and on a full page, on a desk and on a
 * phone; and every way in which a shopper may come back without one. Keys and clicks are real.
 */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Presentation } from '../../src/three-ds/challenge.js';
import { ESCAPE, type EngineName, missing, until } from '../support/session.ts';
import { type Box, ChallengeShopper, type Viewport } from './challenge-shopper.ts';
import { Ground } from './ground.ts';
import { approve, challenge, expire, isDecided, ISSUER_FAULTS, keepLedger, ledger, outcomes } from './issuer-faults.ts';

const TIMEOUT = 120_000;

/** See the README of the sandbox gateway. */
const CARDS = {
  Y: '4100000000000100',
  C: '4100000000005000',
  A: '4100000000100009',
  N: '4100000000300005',
  U: '4100000000400003',
  R: '4100000000500000',
  refusesFrame: '4100000000005067',
} as const;

const DESK: Viewport = { name: 'a desk', width: 1280, height: 800 };
const PHONE: Viewport = { name: 'a phone', width: 390, height: 844 };

const STORY = 'open closed returned';

export function challengeSuite(engine: EngineName): void {
  const reason = missing(engine);
  describe(`the challenge at the demo shop in ${engine}${reason ? ` (skipped: ${reason})` : ''}`, { skip: reason !== false, timeout: 1_200_000 }, () => {
    let ground: Ground;
    let shopper: ChallengeShopper;

    before(async () => {
      ground = await Ground.open({ challenge: 'dialog', callbackType: '2', isOpen: true });
      shopper = await ChallengeShopper.enter(engine, ground);
    }, { timeout: 180_000 });
    after(async () => {
      await shopper.session.close();
      await ground.close();
    });
    afterEach(() => {
      ground.fields.setWrapperDown(false);
      ground.demo.sandbox.faults.reset();
    });

    const charged = async (walk: () => Promise<void>): Promise<number> => {
      const earlier = ground.charged.length;
      await walk();
      return ground.charged.length - earlier;
    };

    for (const viewport of [DESK, PHONE]) {
      const { name, width, height } = viewport;

      /** The dialog is all there, and as large as it should be. */
      const assertFits = async () => {
        assert.deepEqual(await shopper.misfits(), []);
        const [dialog, window] = [await shopper.box('dialog'), await shopper.box('.window')];
        const screen = await shopper.session.run<Box>(`({ x: 0, y: 0, width: document.documentElement.clientWidth, height: innerHeight })`);
        if (viewport === PHONE) assert.deepEqual([dialog && { ...dialog, height: Math.round(dialog.height) }, window?.width], [screen, screen.width], 'a sheet');
        else assert.deepEqual([window?.width, window?.height], [500, 600], 'EMV’s window 03');
        const inFrame = `[document.documentElement.scrollWidth <= innerWidth, innerWidth]`;
        assert.deepEqual(await shopper.session.runInFrameOf(ground.demo.acs.origin, inFrame), [true, window?.width], 'the issuer’s page');
      };

      const asked = async (presentation: Presentation, card: string) => {
        await shopper.goToCheckout(presentation);
        await shopper.pay(card);
      };

      /** @param story - what the element has told until the shop's own page is shown */
      const endsAsTheIssuerSays = (presentation: Presentation, story: string) => {
        for (const [outcome, says, charges] of [
          ['A', /Thank you/, 1],
          ['N', /was not completed\. Nothing was charged/, 0],
          ['U', /was not available\. Nothing was charged/, 0],
          ['R', /did not allow this payment\. Nothing was charged/, 0],
        ] as const) {
          it(`ends as the issuer says: ${outcome}`, { timeout: TIMEOUT }, async () => {
            const count = await charged(async () => {
              await asked(presentation, CARDS[outcome]);
              assert.match(await shopper.told(), says);
            });
            assert.equal(count, charges);
            assert.equal(await shopper.heard(), story);
            assert.equal(await shopper.remembered(), null);
          });
        }
      };

      describe(`on ${name}, in the dialog`, () => {
        before(() => shopper.session.resize(width, height));

        it('is paid after the password, in a dialog that fits', { timeout: TIMEOUT }, async () => {
          const charges = await charged(async () => {
            await asked('dialog', CARDS.C);
            await shopper.challenged();
            await assertFits();
            await shopper.answer();
            assert.match(await shopper.told(), /Thank you/);
          });
          assert.equal(charges, 1);
          assert.equal(await shopper.heard(), STORY);
          assert.equal(await shopper.remembered(), null);
        });

        endsAsTheIssuerSays('dialog', STORY);

        it('is cancelled after a question, and nothing is said to have failed', { timeout: TIMEOUT }, async () => {
          const charges = await charged(async () => {
            await asked('dialog', CARDS.C);
            await shopper.challenged();
            await shopper.press('dialog h2');
            await shopper.session.keys(ESCAPE);
            await shopper.shown('.question', 'Cancel the verification?');
            assert.deepEqual(await shopper.misfits(), []);
            await shopper.session.keys(ESCAPE);
            await until('the question is gone', async () => (await shopper.box('.question')) === null);
            await shopper.press('header button');
            await shopper.press('.question button:last-child');
            await until('the end', async () => (await shopper.heard()).endsWith('cancelled'));
          });
          assert.equal(charges, 0);
          assert.equal(await shopper.remembered(), null);
          assert.equal(await shopper.box('dialog'), null);
          assert.match(await shopper.session.url(), /\/checkout$/, 'where the shopper may pay again');
          assert.equal(await shopper.heard(), 'open closed cancelled');
        });

        it('expires', { timeout: TIMEOUT }, async () => {
          await shopper.goToCheckout('dialog');
          await shopper.shorten(1_500);
          await shopper.pay(CARDS.C);
          assert.match(await shopper.told(), /check by your bank is not finished/);
          assert.equal(await shopper.heard(), 'open closed expired');
        });

        it('is blocked where the wrapper does not load, and says so', { timeout: TIMEOUT }, async () => {
          ground.fields.setWrapperDown(true);
          await asked('dialog', CARDS.C);
          await shopper.shown('.veil', 'could not be shown');
          assert.deepEqual(await shopper.misfits(), []);
          await shopper.press('header button');
          assert.match(await shopper.told(), /check by your bank is not finished/);
          assert.equal(await shopper.heard(), 'open closed blocked');
        });

        it('is paid on the full page when the issuer refuses to be framed', { timeout: TIMEOUT }, async () => {
          const charges = await charged(async () => {
            await asked('dialog', CARDS.refusesFrame);
            await shopper.press('footer button');
            await shopper.answer();
            assert.match(await shopper.told(), /Thank you/);
          });
          assert.equal(charges, 1);
          assert.equal(await shopper.remembered(), null, 'the return page forgot the attempt');
        });
      });

      describe(`on ${name}, on a full page`, () => {
        before(() => shopper.session.resize(width, height));

        it('is paid after the password, on a page that fits', { timeout: TIMEOUT }, async () => {
          const charges = await charged(async () => {
            await asked('redirect', CARDS.C);
            await shopper.challenged();
            assert.equal(await shopper.session.run(`document.documentElement.scrollWidth <= innerWidth`), true);
            await shopper.answer();
            assert.match(await shopper.told(), /Thank you/);
          });
          assert.equal(charges, 1);
          assert.equal(await shopper.heard(), 'open', 'the page that would have heard the rest is gone');
          assert.equal(await shopper.remembered(), null, 'the return page forgot the attempt');
        });

        endsAsTheIssuerSays('redirect', 'open');

        it('is cancelled by a shopper who goes back and pays with another card', { timeout: TIMEOUT }, async () => {
          const charges = await charged(async () => {
            await asked('redirect', CARDS.C);
            await shopper.challenged();
            await shopper.back();
            assert.doesNotMatch(await shopper.text('.notice'), /fail|declin|error/i, 'nobody knows');
            await shopper.pay(CARDS.Y, { asked: true });
            assert.match(await shopper.told(), /Thank you/);
          });
          assert.equal(charges, 1);
          assert.match(await shopper.heard(), /^open closed cancelled(?: |$)/);
        });

        it('expires while the shopper is away or thinks', { timeout: TIMEOUT }, async () => {
          await shopper.goToCheckout('redirect');
          await shopper.shorten(4_000);
          await shopper.pay(CARDS.C);
          await shopper.challenged();
          await shopper.back();
          // where the browser kept the page as it was, its script goes on; where it did not, the notice says so
          await until('the end of the time', async () =>
            /time for the verification is over/.test(await shopper.text('.notice')) || /is not finished/.test(await shopper.standing()));
          // a page that is loaded after the time has ended the attempt before anyone could listen
          assert.match(await shopper.heard(), /^open(?:.* closed expired)?$/);
          assert.equal(await shopper.remembered(), null);
        });
      });
    }

    describe('a shopper who comes back by another way', () => {
      before(() => shopper.session.resize(DESK.width, DESK.height));

      const asked = async (presentation: Presentation) => {
        await shopper.goToCheckout(presentation);
        await shopper.pay(CARDS.C);
        await shopper.challenged();
      };

      it('reloads while the dialog is open, resumes it and is paid', { timeout: TIMEOUT }, async () => {
        const charges = await charged(async () => {
          await asked('dialog');
          await shopper.session.reload();
          await shopper.asked();
          await shopper.press('.notice button.primary');
          await shopper.answer();
          assert.match(await shopper.told(), /Thank you/, 'led to the return URL, which the first page knew');
        });
        assert.equal(charges, 1);
        assert.match(await shopper.heard(), / closed returned$/);
      });

      it('goes back from the full page, resumes it and is paid', { timeout: TIMEOUT }, async () => {
        const charges = await charged(async () => {
          await asked('redirect');
          await shopper.back();
          await shopper.press('.notice button.primary');
          await shopper.answer();
          assert.match(await shopper.told(), /Thank you/);
        });
        assert.equal(charges, 1);
      });

      it('goes back from the full page, and asks for the result', { timeout: TIMEOUT }, async () => {
        const charges = await charged(async () => {
          await asked('redirect');
          await shopper.back();
          await shopper.press('.notice button:not(.primary)');
          assert.match(await shopper.told(), /check by your bank is not finished/);
        });
        assert.equal(charges, 0);
        assert.match(await shopper.heard(), / closed returned$/);
        assert.equal(await shopper.remembered(), null);
      });

      it('has the tab twice: the copy leaves it to the one that has the dialog', { timeout: TIMEOUT }, async () => {
        const charges = await charged(async () => {
          await asked('dialog');
          await shopper.duplicate('/checkout');
          await until('the copy', async () => /in another tab/.test(await shopper.copyText()));
          assert.equal(await shopper.session.run(`copy.sessionStorage.getItem('shoji-attempt')`), null, 'the copy forgot it');
          assert.notEqual(await shopper.remembered(), null, 'this one did not');
          await shopper.session.run(`copy.close()`);
          await shopper.answer();
          assert.match(await shopper.told(), /Thank you/);
        });
        assert.equal(charges, 1);
        assert.equal(await shopper.heard(), STORY);
      });
    });

    describe('an issuer that misbehaves', () => {
      before(async () => {
        await shopper.session.resize(DESK.width, DESK.height);
        await shopper.goToCheckout('dialog');
        await keepLedger(shopper);
      }, { timeout: TIMEOUT });

      for (const { name, faults, shopper: does, status } of ISSUER_FAULTS) {
        it(`${name}: ${status}, and nothing is left`, { timeout: TIMEOUT }, async () => {
          assert.equal(ground.demo.sandbox.faults.assign(faults), true);
          await shopper.session.run(`(sessionStorage.clear(), document.querySelector('shoji-card').clear())`);
          const earlier = await ledger(shopper);
          await challenge(shopper, ground);
          // what ends at once may be over already
          if (does !== 'waits' || status === 'expired') {
            await until('the dialog', async () => (await shopper.box('dialog')) !== null);
            const during = await ledger(shopper);
            assert.ok(during.timers > earlier.timers && during.listeners > earlier.listeners, 'control: it counts');
            assert.deepEqual([during.surfaces, during.remembered], [earlier.surfaces + 1, true], 'control: it looks');
          }
          if (does === 'answers') await shopper.answer();
          if (does === 'approves') await until('the challenge', () => approve(ground));
          if (status === 'expired') {
            if (does === 'answers') await until('the issuer’s decision', () => isDecided(ground));
            await expire(shopper);
          }
          await until('an outcome', async () => (await outcomes(shopper)).length > 0);
          assert.deepEqual((await outcomes(shopper)).map((outcome) => outcome.status), [status]);
          assert.deepEqual(await ledger(shopper), earlier);
          assert.equal(await shopper.heard(), `open closed ${status}`);
        });
      }
    });
  });
}
