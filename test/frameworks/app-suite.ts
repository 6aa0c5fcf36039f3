/** What each app of demo/frameworks has to show, in Chromium. Needs dist/ and apps that are prepared: `npm run test:frameworks`. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser } from '@playwright/test';
import { startApp } from '../../demo/frameworks/app.ts';
import { type Merchant, openMerchant } from '../../demo/frameworks/merchant.ts';
import { launchChromium } from '../support/session-chromium.ts';
import { missing, until } from '../support/session.ts';
import { CARDS, Checkout, EMAIL } from './checkout.ts';
import { hydratesQuietly } from './hydration.ts';
import { layoutShift } from './layout-shift.ts';

export interface AppPage {
  /** Its folder in demo/frameworks. */
  readonly app: string;
  readonly path?: string;
  /** The server sends the page with the element in it, so the element's place has to be kept until the script is there. */
  readonly isServerRendered?: boolean;
  /** A page without a script of its own has none of the buttons, and hears no events. */
  readonly hasScript?: boolean;
  /** The card is moved by `moveBefore()`, so that it stays as it is typed. */
  readonly keepsCard?: boolean;
  /** What the console says where a script takes over a page that the server has rendered otherwise. */
  readonly mismatch?: RegExp;
}

const TIMEOUT = 120_000;

export function appSuite({ app, path = '/', isServerRendered = false, hasScript = true, keepsCard = false, mismatch }: AppPage): void {
  const reason = missing('chromium');
  describe(`${app}${path === '/' ? '' : path}${reason ? ` (skipped: ${reason})` : ''}`, { skip: reason !== false, timeout: 1_200_000 }, () => {
    let browser: Browser;
    let merchant: Merchant;
    let checkout: Checkout;

    before(async () => {
      browser = await launchChromium();
      merchant = await openMerchant(await startApp(app));
    }, { timeout: 240_000 });
    after(async () => {
      await browser.close();
      await merchant.close();
    });

    const charged = () => [...merchant.sandbox.store.transactions.values()].filter(({ status }) => status === 'CAPTURE').length;

    /** Pays with what is typed, and sees what came of it. */
    const pays = async (number: string) => {
      const earlier = charged();
      const count = merchant.received.length;
      await checkout.pay();
      if (number === CARDS.challenge) await checkout.answerChallenge();
      await checkout.thanked();
      assert.equal(charged(), earlier + 1);
      assert.equal(merchant.received.length, count + 1, 'the form was sent once');
      const body = merchant.received.at(-1) ?? '';
      assert.match(body, /\btoken\b\W+\w{16,}/, 'the merchant got a token');
      assert.ok(decodeURIComponent(body).includes(EMAIL), 'and what else was typed');
      assert.deepEqual(checkout.findings(number), []);
      assert.deepEqual(checkout.complaints(), [], 'the console is quiet');
    };

    describe('a shopper', () => {
      beforeEach(async () => {
        checkout = await Checkout.enter(browser, merchant, path);
      }, { timeout: TIMEOUT });
      afterEach(() => checkout.leave());

      it('pays: without a challenge', { timeout: TIMEOUT }, async () => {
        assert.equal(checkout.frames, 1);
        await checkout.typeCard(CARDS.frictionless);
        await pays(CARDS.frictionless);
        if (hasScript) assert.equal(await checkout.heard(), 'shoji-ready shoji-token', 'each event was heard once');
      });

      it('challenge: pays with one', { timeout: TIMEOUT }, async () => {
        await checkout.typeCard(CARDS.challenge);
        await pays(CARDS.challenge);
      });

      if (!hasScript) return;

      it('remount: pays after the card was taken out and put in again; no frame stays behind', { timeout: TIMEOUT }, async () => {
        await checkout.typeCard(CARDS.varied);
        for (let turn = 0; turn < 2; turn += 1) {
          await checkout.session.click('#toggle');
          await checkout.gone();
          await checkout.session.click('#toggle');
          await checkout.ready();
          assert.deepEqual([await checkout.cards(), checkout.frames], [1, 1]);
        }
        assert.equal(await checkout.email(), EMAIL);
        assert.equal(await checkout.isEmpty(), true, 'what was typed went with it');
        await checkout.typeCard(CARDS.varied);
        await pays(CARDS.varied);
        assert.equal(await checkout.heard(), 'shoji-ready shoji-ready shoji-ready shoji-token');
      });

      it(`move: pays after it; the e-mail address ${keepsCard ? 'and the card stay typed' : 'stays typed, the card is typed anew'}`, { timeout: TIMEOUT }, async () => {
        await checkout.typeCard(CARDS.varied);
        await checkout.move();
        await checkout.ready();
        assert.deepEqual([await checkout.cards(), checkout.frames, await checkout.email()], [1, 1, EMAIL]);
        assert.equal(await checkout.isEmpty(), !keepsCard);
        if (keepsCard) await checkout.complete();
        else await checkout.typeCard(CARDS.varied);
        await pays(CARDS.varied);
        assert.equal((await checkout.heard()).match(/shoji-token/g)?.length, 1);
      });

      it('dialog: pays in a modal one', { timeout: TIMEOUT }, async () => {
        await checkout.session.click('#modal');
        await until('the dialog', () => checkout.isInDialog());
        await checkout.ready();
        assert.deepEqual([await checkout.cards(), checkout.frames, await checkout.email()], [1, 1, EMAIL]);
        await checkout.typeCard(CARDS.varied);
        await pays(CARDS.varied);
        assert.equal((await checkout.heard()).match(/shoji-token/g)?.length, 1);
      });
    });

    if (mismatch) {
      it('hydration: the page is taken over without a word; of one that differs the console tells', { timeout: TIMEOUT }, () =>
        hydratesQuietly(browser, merchant, mismatch));
    }

    if (!isServerRendered) return;

    for (const width of [390, 1280]) {
      it(`no shift: nothing moves when the script comes, ${width} px wide`, { timeout: TIMEOUT }, async () => {
        assert.equal(await layoutShift(browser, merchant, path, width), 0);
        if (width === 390) assert.ok((await layoutShift(browser, merchant, path, width, false)) > 0, 'without the lines of CSS it does');
      });
    }
  });
}
