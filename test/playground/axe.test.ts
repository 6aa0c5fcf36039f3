/** axe finds nothing in the playground: in both languages, light and dark, on a desktop and on a phone, and in every theme. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import AxeBuilder from '@axe-core/playwright';
import { THEMES } from '../../demo/playground/settings.ts';
import { find } from '../support/browsers.mjs';
import { Ground, hasState, typeCard } from './ground.ts';

const SIZES = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } } as const;

/** The page around is the same in every theme: on a phone the barest and the richest of them are enough. */
const ON_A_PHONE: readonly string[] = ['none', 'card'];

describe('axe in the playground', { skip: find('chromium') ? false : 'Chromium is not installed', timeout: 600_000 }, () => {
  let ground: Ground;

  before(async () => {
    ground = await Ground.open();
  }, { timeout: 90_000 });
  after(async () => {
    await ground.close();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const [size, viewport] of Object.entries(SIZES)) {
      for (const [index, theme] of THEMES.entries()) {
        if (size === 'phone' && !ON_A_PHONE.includes(theme)) continue;
        const ui = (index % 2 === 0) === (colorScheme === 'light') ? 'ja' : 'en';
        it(`finds nothing in ${colorScheme}, ${size}, ${theme}, ${ui}, and nothing sticks out`, async () => {
          const { page, complaints } = await ground.visit(`?ui=${ui}&theme=${theme}`, { viewport, colorScheme });
          await hasState(page, 'editing');
          await typeCard(page, { number: '4111111111111112' });
          await page.evaluate(`document.querySelectorAll('details').forEach((each) => { each.open = true; })`);
          const { violations } = await new AxeBuilder({ page }).analyze();
          const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary ?? ''}`));
          assert.deepEqual(found, []);
          assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true, 'the page scrolls sideways');
          assert.deepEqual(complaints, []);
          await page.context().close();
        });
      }
    }
  }

  it('finds nothing where colours are forced, and motion is not wanted', async () => {
    const { page } = await ground.visit('?theme=card', { forcedColors: 'active', reducedMotion: 'reduce' });
    await hasState(page, 'editing');
    const { violations } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(violations.map(({ id }) => id), []);
    const [chosen, other] = await page.evaluate<string[]>(`[...document.querySelectorAll('.choices :is(:checked, [value=plain]) + span')].map((each) => getComputedStyle(each).backgroundColor).slice(-3)`);
    assert.notEqual(chosen, other, 'what is chosen can be told apart');
    await page.context().close();
  });
});
