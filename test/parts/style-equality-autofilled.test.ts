/**
 * A field that the browser filled in looks like a plain one that it filled in: the browser's own colours win on both sides, and of
 * the shop's rules the same is left. In Chromium alone, whose developer tools can say “filled in” of an element: Firefox and WebKit
 * have no command for it.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, CDPSession, Page } from '@playwright/test';
import { chromiumSession, launchChromium } from '../support/session-chromium.ts';
import { missing, type Session } from '../support/session.ts';
import { RULES, styleSheetOf, type Rule } from './rules.ts';
import { FRAME_ROOT, Shop } from './shop.ts';
import { compare, onPage, valuesOf, wear } from './style-equality-suite.ts';

const reason = missing('chromium');
/** Values cross, not words: `currentColor` crossed as the colour that the text had, and the browser gave the text another one since. */
const FOLLOWS_TEXT = 'a border in the colour of the text';
/** Those of the number’s own field, in a window of this width. */
const WIDTH = 1280;
const rules = RULES.filter(
  ({ name, place, field, state, only }) => place === 'input' && !field && !state && only !== 'narrow' && name !== FOLLOWS_TEXT,
);

describe(`parts of a field that Chromium filled in${reason ? ` (skipped: ${reason})` : ''}`, { skip: reason !== false, timeout: 600_000 }, () => {
  let shop: Shop;
  let browser: Browser;
  let page: Page;
  let tab: Session;
  before(async () => {
    shop = await Shop.open();
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: WIDTH, height: 900 } });
    tab = chromiumSession(page, browser.version());
  }, { timeout: 120_000 });
  after(async () => {
    await browser.close();
    await shop.close();
  });

  /** The state holds as long as the session is there. */
  async function fillIn(session: CDPSession, element: string): Promise<void> {
    await session.send('DOM.enable');
    await session.send('CSS.enable');
    await session.send('DOM.getDocument');
    const { result } = await session.send('Runtime.evaluate', { expression: element });
    const { nodeId } = await session.send('DOM.requestNode', { objectId: result.objectId ?? '' });
    await session.send('CSS.forcePseudoState', { nodeId, forcedPseudoClasses: ['autofill'] });
  }

  for (const scheme of ['light', 'dark'] as const) {
    it(`is under ${String(rules.length)} rules what a plain one is, ${scheme}`, { timeout: 300_000 }, async () => {
      await shop.enter(tab);
      await tab.run(`void (document.documentElement.dataset.scheme = '${scheme}')`);
      const frame = page.frames().find((each) => each.parentFrame() === page.mainFrame());
      assert.ok(frame);
      const [around, within] = await Promise.all([page.context().newCDPSession(page), page.context().newCDPSession(frame)]);
      await fillIn(around, `document.querySelector('.plain-input')`);
      await fillIn(within, `${FRAME_ROOT}.getElementById('number')`);
      assert.equal(await tab.run(`document.querySelector('.plain-input').matches(':autofill')`), true);
      assert.equal(await tab.runInFrame(`${FRAME_ROOT}.getElementById('number').matches(':autofill')`), true);

      const background = (rule: Rule) => tab.run<Record<string, string>>(valuesOf(onPage(rule), ['background-color']));
      const differences: string[] = [];
      for (const rule of rules) {
        differences.push(...(await compare(tab, rule, ['color', 'background-color'])).different);
      }
      assert.deepEqual(differences, []);

      const gold = rules.find(({ name }) => name === 'a wide window') as Rule;
      await wear(tab, styleSheetOf(gold));
      const filled = await background(gold);
      await around.detach();
      assert.notDeepEqual(await background(gold), filled, 'filled in, it is not the shop’s colour (control)');
    });
  }
});
