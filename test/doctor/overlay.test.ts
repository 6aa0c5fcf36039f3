/** The overlay: for a test page whose address asks for it, under the strictest policy, with the keyboard, without a finding of axe. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { find } from '../support/browsers.mjs';
import { launchChromium } from '../support/session-chromium.ts';
import { until } from '../support/session-until.ts';
import { CARD, Ground, type Page as Written } from './ground.ts';

const QUERY = '?shoji-doctor';
/** Closed roots are opened before the page’s scripts run, for the test to see. */
const OPEN = `{ const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (init) { return attach.call(this, { ...init, mode: 'open' }); }; }`;
const badge = (page: Page) => page.locator('[popover] button.badge');

describe('the overlay', { skip: find('chromium') ? false : 'Chromium is not installed', timeout: 120_000 }, () => {
  let ground: Ground;
  let browser: Browser;
  before(async () => {
    ground = await Ground.open();
    browser = await launchChromium();
  }, { timeout: 60_000 });
  after(async () => {
    await browser.close();
    await ground.close();
  });

  const open = async (written: Written, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> => {
    const page = await (await browser.newContext(options)).newPage();
    await page.addInitScript(OPEN);
    await ground.visit({ goto: async (url) => {
      await page.goto(url);
    } }, written);
    return page;
  };

  it('is not there without being asked for, nor in the live environment', async () => {
    const pages: readonly Written[] = [{}, { query: '?shoji-doctors' }, { query: QUERY, card: 'name="token" environment="live"' }];
    for (const written of pages) {
      const page = await open(written);
      await page.waitForFunction(`${CARD}.state === 'editing'`);
      assert.equal(await badge(page).count(), 0);
      assert.ok(!ground.asked.includes('/doctor.js'));
      await page.context().close();
    }
  });

  it('leaves a page alone where its file does not come', async () => {
    const page = await open({});
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await ground.visit({ goto: async (url) => {
      await page.goto(url);
    } }, { query: QUERY, missing: '/doctor.js' });
    await page.waitForFunction(`${CARD}.state === 'editing'`);
    assert.equal(await page.evaluate(`${CARD}.diagnose().catch(({ name }) => name)`), 'TypeError'); // the element's own attempt failed before
    await page.evaluate(`void Promise.reject(new Error('the shop’s own'))`);
    await until('an error that is told (control)', () => errors.length > 0);
    assert.deepEqual(errors, ['the shop’s own']);
    assert.equal(ground.asked.filter((path) => path === '/doctor.js').length, 2);
    await page.context().close();
  });

  it('opens with the keyboard, copies a line, closes with Escape and gives the focus back, under the strictest policy', async () => {
    const policy = `default-src 'none'; script-src ${ground.fields.origin}; style-src 'none'; img-src data:; frame-src ${ground.fields.origin}; require-trusted-types-for 'script'; trusted-types 'none'`;
    const page = await open(
      { query: QUERY, card: '', headers: { 'content-security-policy': policy } },
      { permissions: ['clipboard-read', 'clipboard-write'] },
    );
    await badge(page).waitFor();
    await page.waitForFunction(`${CARD}.state === 'editing'`);
    assert.equal(await badge(page).textContent(), 'Integration doctor: 1');
    await badge(page).press('Enter');
    await page.getByText('name-missing').waitFor();
    await page.getByRole('button', { name: /^Copy/ }).click();
    await page.getByText('Copied.').waitFor();
    assert.match(await page.evaluate('navigator.clipboard.readText()'), /^<shoji-card .*name="token">$/);
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('[popover] section').isVisible(), false);
    assert.equal(await badge(page).evaluate((button) => (button.getRootNode() as ShadowRoot).activeElement === button), true);
    await page.context().close();
  });

  it('is one for each element, one above the other, and each tells of its own', async () => {
    const page = await open({ query: QUERY, card: 'name="token" shop-id="9200000000001"', inForm: '<shoji-card name="other" shop-id="tshop00000001" environment="test"></shoji-card>' });
    await page.waitForFunction(`[...document.querySelectorAll('shoji-card')].every(({ state }) => state === 'editing')`);
    await page.waitForFunction((count) => [...document.querySelectorAll('shoji-card')].filter(({ shadowRoot }) => shadowRoot?.querySelector('[popover]')).length === count, 2);
    const badges = await badge(page).all();
    const boxes = await Promise.all(badges.map((each) => each.boundingBox()));
    const [upper, lower] = boxes.map((box) => box?.y ?? 0).sort((a, b) => a - b);
    assert.ok(boxes.length === 2 && upper !== undefined && lower !== undefined && lower - upper >= 40, 'none covers the other');
    for (const [index, wrong] of [[0, false], [1, true]] as const) {
      const card = page.locator('shoji-card').nth(index);
      await card.locator('button.badge').click();
      const panel = card.locator('[popover] section');
      assert.equal(await panel.isVisible(), true);
      assert.equal(await panel.getByText('shop-not-of-test').count(), wrong ? 1 : 0);
      await page.keyboard.press('Escape');
      assert.equal(await panel.isVisible(), false);
    }
    await page.context().close();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`has nothing that axe finds, and room at 320 px, in ${colorScheme}`, async () => {
      const written = { query: QUERY, html: 'lang="ja"', card: 'name="token" shop-id="9200000000001"', form: 'novalidate', style: ':root { color-scheme: light dark }' };
      const page = await open(written, { colorScheme, viewport: { width: 320, height: 640 } });
      await badge(page).click();
      await page.getByText('form-get').waitFor();
      const locale = await page.locator('[popover] section').evaluate((panel) => getComputedStyle(panel).getPropertyValue('-webkit-locale'));
      assert.equal(locale, '"ja"', 'fonts and line breaks are Japanese');
      const box = await page.locator('[popover] section').boundingBox();
      assert.ok(box && box.x >= 0 && box.x + box.width <= 320);
      const { violations } = await new AxeBuilder({ page }).analyze();
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`), []);
      const pictures = process.env['DOCTOR_PICTURES'];
      if (pictures) for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 844 });
        await page.screenshot({ path: `${pictures}/doctor-${colorScheme}-${width}.png` });
      }
      await page.context().close();
    });
  }
});
