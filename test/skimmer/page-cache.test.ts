/** The shopper leaves the page with the card typed in, and comes back to it out of the back-forward cache. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { chromium } from '@playwright/test';
import puppeteer from 'puppeteer-core';
import { CHROMIUM_ARGS, find } from '../support/browsers.mjs';
import { missing, until } from '../support/session.ts';
import { ORDERS } from './attack.ts';
import { ATTACKS } from './attacks/all.ts';
import { CARD, CONTROL, SkimmerGround } from './ground.ts';
import { HOSTINGS_RUN } from './scope.ts';
import { writeCells } from './skimmer-suite.ts';
import { leaksIn, type Cell } from './verdict.ts';

/** As little of a tab as the test needs: after a return from the cache the tools have lost the document, so the page itself tells. */
interface Tab {
  goto(url: string): Promise<void>;
  run(script: string): Promise<unknown>;
  type(text: string): Promise<void>;
  tab(): Promise<void>;
  close(): Promise<void>;
}
interface Browser {
  open(): Promise<Tab>;
  close(): Promise<void>;
}

async function startCachingChromium(): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: find('chromium') ?? '',
    args: [...CHROMIUM_ARGS],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    timeout: 60_000,
  });
  return {
    async open() {
      const page = await (await browser.newContext()).newPage();
      return {
        goto: async (url) => {
          await page.goto(url);
        },
        run: (script) => page.evaluate(script),
        type: (text) => page.keyboard.type(text),
        tab: () => page.keyboard.press('Tab'),
        close: () => page.context().close(),
      };
    },
    close: () => browser.close(),
  };
}

async function startCachingFirefox(): Promise<Browser> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: find('firefox') ?? '',
    headless: true,
    timeout: 60_000,
    extraPrefsFirefox: { 'browser.sessionhistory.max_total_viewers': 8, 'fission.bfcacheInParent': true },
  });
  return {
    async open() {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      return {
        goto: async (url) => {
          await page.goto(url);
        },
        run: (script) => page.evaluate(script),
        type: (text) => page.keyboard.type(text),
        tab: () => page.keyboard.press('Tab'),
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}

const attack = ATTACKS.find(({ id }) => id === 'bf-cache');

for (const [engine, start] of [['chromium', startCachingChromium], ['firefox', startCachingFirefox]] as const) {
  const reason = missing(engine);
  describe(`coming back in ${engine}${reason ? ` (skipped: ${reason})` : ''}`, { skip: reason !== false, timeout: 300_000 }, () => {
    let ground: SkimmerGround;
    let browser: Browser;
    const cells: Cell[] = [];
    before(async () => {
      ground = await SkimmerGround.open();
      browser = await start();
    }, { timeout: 120_000 });
    after(async () => {
      await browser.close();
      await ground.close();
      writeCells(`page-cache-${engine}`, cells);
    });

    for (const hosting of HOSTINGS_RUN) {
      for (const order of ORDERS) {
        it(`${hosting}, bf-cache, ${order} us: ${attack?.what ?? ''}`, { timeout: 60_000 }, async (context) => {
          assert.ok(attack);
          const tab = await browser.open();
          try {
            // a page that may be kept; and it tells by itself how it is when it is back
            const { url, seen } = ground.begin({ attacks: [attack], order, hosting, headers: { 'cache-control': 'max-age=60' } });
            await tab.goto(url);
            await until('the fields', async () => (await tab.run(`document.getElementById('card').state`)) === 'editing');
            await tab.run(`document.getElementById('control-number').focus()`);
            await tab.type(CONTROL);
            await tab.tab();
            await tab.tab();
            for (const text of [CARD.pan, CARD.expiry.replace('/', ''), CARD.cvc]) {
              await tab.type(text);
              await tab.tab();
            }
            await until('a complete card', async () => (await tab.run(`document.getElementById('card').complete`)) === true);
            await tab.run(`setTimeout(() => { location.href = '/empty?leave'; }, 0)`);
            await until('the other page', async () => (await tab.run('location.pathname')) === '/empty');
            await tab.run(`setTimeout(() => history.back(), 0)`);
            const back = () => seen.fakes.find(({ window }) => window === 'returned')?.text;
            await until('the page that came back', () => back() !== undefined, 15_000);
            const { persisted, state, empty, complete, code, loot, control } = JSON.parse(back() ?? '{}') as Record<string, unknown>;
            if (engine === 'chromium' || persisted) {
              assert.equal(persisted, true, 'it came out of the cache');
              assert.equal(control, CONTROL, 'control: the page’s own field still has what was typed');
            } else context.diagnostic('this Firefox keeps no page that is driven: it was loaded anew, with the browser’s form restore');
            assert.deepEqual({ state, empty, complete, code }, { state: 'editing', empty: true, complete: false, code: 'incomplete' });
            assert.deepEqual(leaksIn({ servers: seen.requests.join('\n'), loot: String(loot) }, []), []);
            assert.deepEqual(seen.cards, [], 'no token was asked for');
            if (engine === 'chromium') cells.push({ attack: attack.id, engine, hosting, order, outcome: 'contained', isDetected: false });
          } finally {
            await tab.close();
          }
        });
      }
    }
  });
}
