/** An app as its developer sees it: on a server that sends every edit to the page, in the framework's development build. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from '@playwright/test';
import { startServer } from '../../demo/frameworks/app.ts';
import { type Merchant, openMerchant } from '../../demo/frameworks/merchant.ts';
import { environmentOf, folderOf } from '../../demo/frameworks/prepare.mjs';
import { launchChromium } from '../support/session-chromium.ts';
import { missing, until } from '../support/session.ts';
import { CARDS, Checkout, EMAIL } from './checkout.ts';
import { hydratesQuietly } from './hydration.ts';
import { forgotten, listeners, noteListeners, timesListened } from './listening.ts';

export interface Development {
  readonly app: string;
  /** The file that is edited, in the app's folder: the one that names the button. */
  readonly source: string;
  /**
   * Pages in React's StrictMode, and how often each has listened to `shoji-token` when its card is ready: twice where effects do it. To the
   * plain tag React listens by itself, once, and lets go of it with the element.
   */
  readonly strict?: Readonly<Record<string, 1 | 2>>;
  /** The framework makes a component anew when its source is edited, and what was typed goes with the old one. */
  readonly isRemounted?: boolean;
  /** As in `appSuite`. */
  readonly mismatch?: RegExp;
}

const TIMEOUT = 120_000;
const BEFORE = 'Pay ¥1,980';
const AFTER = 'Pay ¥1,980 now';

export function developmentSuite({ app, source, strict = {}, isRemounted = false, mismatch }: Development): void {
  const reason = missing('chromium');
  describe(`${app} in development${reason ? ` (skipped: ${reason})` : ''}`, { skip: reason !== false, timeout: 1_200_000 }, () => {
    let copy: string;
    let browser: Browser;
    let merchant: Merchant;

    before(async () => {
      copy = mkdtempSync(join(tmpdir(), `shoji-${app}-`));
      cpSync(folderOf(app), copy, { recursive: true });
      browser = await launchChromium();
      merchant = await openMerchant(await startServer(copy, 'dev', environmentOf(app)));
      // on the first visit such a server finds what the page imports, bundles it and may want the page to be loaded once more
      const page = await browser.newPage();
      await until('a first visit', async () => {
        await page.goto(merchant.origin);
        const isReady = page.waitForFunction(`document.querySelector('shoji-card')?.state === 'editing'`, undefined, { timeout: 20_000 });
        return isReady.then(() => true, () => false);
      }, TIMEOUT);
      await page.close();
    }, { timeout: 2 * TIMEOUT });
    after(async () => {
      await browser.close();
      await merchant.close();
      await rm(copy, { recursive: true, force: true, maxRetries: 10 }); // a server's helpers write while they end
    });

    if (mismatch) {
      it('hydration in development: the page is taken over without a word; of one that differs the console tells', { timeout: TIMEOUT }, () =>
        hydratesQuietly(browser, merchant, mismatch));
    }

    for (const [path, times] of Object.entries(strict)) {
      it(`StrictMode: effects that run twice leave one frame, one token, no listener, at ${path}`, { timeout: TIMEOUT }, async () => {
        const checkout = await Checkout.enter(browser, merchant, path, noteListeners);
        const { session } = checkout;
        assert.equal(await timesListened(session), times);
        assert.equal(checkout.frames, 1);
        const first = await listeners(session);
        assert.ok(first.includes('FORM submit'), 'what listens is seen');
        for (let turn = 0; turn < 2; turn += 1) {
          await session.click('#toggle');
          await checkout.gone();
          if (times === 2) assert.deepEqual(await forgotten(session), []);
          await session.click('#toggle');
          await checkout.ready();
        }
        assert.deepEqual(await listeners(session), first);
        assert.equal(checkout.frames, 1);

        const tokens = merchant.sandbox.store.tokens.size;
        await checkout.typeCard(CARDS.varied);
        await checkout.pay();
        await checkout.thanked();
        assert.equal(await checkout.heard(), 'shoji-ready shoji-ready shoji-ready shoji-token');
        assert.equal(merchant.sandbox.store.tokens.size, tokens + 1);
        assert.deepEqual(checkout.complaints(), []);
        await checkout.leave();
      });
    }

    it(`hot reload: ${isRemounted ? 'the card is put in anew, one frame' : 'what is typed outlives it'}, and is paid with`, { timeout: TIMEOUT }, async () => {
      const checkout = await Checkout.enter(browser, merchant, '/');
      await checkout.typeCard(CARDS.frictionless);
      await checkout.session.run(`window.isSamePage = true`);

      const file = join(copy, source);
      writeFileSync(file, readFileSync(file, 'utf8').replace(BEFORE, AFTER));
      await until('the update', () => checkout.session.run<boolean>(`document.getElementById('buy')?.textContent.trim() === '${AFTER}'`));

      assert.equal(await checkout.session.run(`window.isSamePage`), true, 'the page was not loaded anew');
      await checkout.ready();
      await until('a single frame', () => checkout.frames === 1);
      assert.deepEqual([await checkout.email(), await checkout.cards(), await checkout.isEmpty()], isRemounted ? ['', 1, true] : [EMAIL, 1, false]);
      if (isRemounted) {
        await checkout.typeEmail();
        await checkout.typeCard(CARDS.frictionless);
      }
      await checkout.complete();
      await checkout.pay();
      await checkout.thanked();
      assert.equal(await checkout.heard(), 'shoji-ready shoji-token');
      assert.deepEqual(checkout.findings(CARDS.frictionless), []);
      await checkout.leave();
    });
  });
}
