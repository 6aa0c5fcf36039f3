/** A developer's server while its source is edited: what the shopper has typed stays, and the page pays. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { startServer } from '../../demo/frameworks/app.ts';
import { openMerchant } from '../../demo/frameworks/merchant.ts';
import { folderOf } from '../../demo/frameworks/prepare.mjs';
import { launchChromium } from '../support/session-chromium.ts';
import { missing, until } from '../support/session.ts';
import { CARDS, Checkout, EMAIL } from './checkout.ts';

const BEFORE = 'Pay ¥1,980';
const AFTER = 'Pay ¥1,980 now';

/** @param source - the file that is edited, in the app's folder: the one that names the button */
export function hotReloads(app: string, source: string): void {
  const reason = missing('chromium');
  it(`${app}: what is typed outlives a hot reload, and is paid with${reason ? ` (skipped: ${reason})` : ''}`, { skip: reason !== false, timeout: 120_000 }, async () => {
    const copy = mkdtempSync(join(tmpdir(), `shoji-${app}-`));
    cpSync(folderOf(app), copy, { recursive: true });
    const merchant = await openMerchant(await startServer(copy, 'dev'));
    const browser = await launchChromium();
    try {
      const checkout = await Checkout.enter(browser, merchant, '/');
      await checkout.typeCard(CARDS.frictionless);
      await checkout.session.run(`window.isSamePage = true`);

      const file = join(copy, source);
      writeFileSync(file, readFileSync(file, 'utf8').replace(BEFORE, AFTER));
      await until('the update', () => checkout.session.run<boolean>(`document.getElementById('buy')?.textContent.trim() === '${AFTER}'`));

      assert.equal(await checkout.session.run(`window.isSamePage`), true, 'the page was not loaded anew');
      assert.deepEqual([await checkout.email(), await checkout.cards(), checkout.frames], [EMAIL, 1, 1]);
      await checkout.complete();
      await checkout.pay();
      await checkout.thanked();
      assert.equal(await checkout.heard(), 'shoji-ready shoji-token');
      assert.deepEqual(checkout.findings(CARDS.frictionless), []);
    } finally {
      await browser.close();
      await merchant.close();
      rmSync(copy, { recursive: true, force: true });
    }
  });
}
