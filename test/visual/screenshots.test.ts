/**
 * What every state looks like, against the pictures in snapshots/ (album.ts).
 *
 * With other fonts than those of the pictures there is nothing to compare (environment.ts), and each test says so and counts as skipped.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from '@playwright/test';
import { askPage } from '../support/session-chromium.ts';
import { Album, openStudio, steady } from './album.ts';
import { compareImages } from './compare-images.ts';
import { FRAME_ROOT, Stage } from './stage.ts';
import { STATES, stateNamed, type VisualState } from './states.ts';

const WIDTHS = [320, 390, 1280];
/** High enough for all that the element ever shows: a frame of another site is painted only where it is on the screen. */
const HEIGHT = 900;
const MARGIN = 8;
const THEMES = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced-colors': { colorScheme: 'dark', forcedColors: 'active' },
} as const;
type Theme = keyof typeof THEMES;

const studio = await openStudio();
const { browser, absent, other } = studio;
const album = new Album('snapshots', studio);

describe(`screenshots in Chromium${studio.remark}`, {
  skip: absent !== false,
  concurrency: true,
  timeout: 600_000,
}, () => {
  before(() => {
    album.open();
  });
  after(() => browser?.close());

  for (const theme of Object.keys(THEMES) as Theme[]) {
    describe(theme, { concurrency: false }, () => {
      let stage: Stage;
      let page: Page;

      before(async () => {
        assert.ok(browser);
        stage = await Stage.open();
        page = await openPage(browser, theme);
      }, { timeout: 60_000 });
      after(async () => {
        await page.context().close();
        await stage.close();
      });

      for (const state of STATES) {
        it(`${state.name} looks as before${other ? `: not compared, ${other}` : ''}`, { timeout: 60_000 }, async (test) => {
          await show(stage, page, state);
          const changes: string[] = [];
          for (const width of WIDTHS) {
            const file = `${theme}/${state.name}-${width}.png`;
            const change = await album.compare(page, file, () => shoot(stage, page, width));
            if (change) changes.push(`${file}: ${change}`);
          }
          if (other) test.skip(other);
          else assert.deepEqual(changes, [], `see ${album.out}`);
        });
      }
    });
  }

  describe('the comparison', { concurrency: false }, () => {
    let stage: Stage;
    let page: Page;

    before(async () => {
      assert.ok(browser);
      stage = await Stage.open();
      page = await openPage(browser, 'light');
    }, { timeout: 60_000 });
    after(async () => {
      await page.context().close();
      await stage.close();
    });

    const changes: readonly (readonly [what: string, state: string, script: string])[] = [
      ['another colour of the letters of the page', 'loading', `document.documentElement.style.color = '#3b3a40'`],
      ['a frame that is two pixels lower', 'test-badge', `document.querySelector('shoji-card').style.paddingTop = '2px'`],
    ];
    for (const [what, state, script] of changes) {
      it(`finds ${what}`, { timeout: 60_000 }, async () => {
        await show(stage, page, stateNamed(state));
        const take = () => shoot(stage, page, 390);
        const earlier = await steady(page, take);
        assert.equal((await compareImages(page, earlier, await steady(page, take))).difference, null, 'nothing changed yet');
        await page.evaluate(script);
        const { difference } = await compareImages(page, earlier, await take());
        assert.match(difference ?? 'no difference', /pixels (?:differ|large)/);
      });
    }

    it('finds another colour of one letter in the frame', { timeout: 60_000 }, async () => {
      await show(stage, page, stateNamed('empty'));
      const take = () => shoot(stage, page, 390);
      const earlier = await steady(page, take);
      await askPage(page).runInFrame(`(() => {
        (${FRAME_ROOT}).querySelector('label').style.color = '#444';
      })()`);
      const { difference } = await compareImages(page, earlier, await take());
      assert.match(difference ?? 'no difference', /^\d+ pixels differ$/);
    });

    it('takes a rounding of colours for no change', async () => {
      const rounded = (colour: string) => `<svg xmlns="http://www.w3.org/2000/svg"><rect width="300" height="150" fill="${colour}"/></svg>`;
      const [one, two, three] = await Promise.all(['#33499e', '#344a9d', '#33699e'].map((colour) => drawn(page, rounded(colour))));
      assert.ok(one && two && three);
      assert.equal((await compareImages(page, one, two)).difference, null);
      assert.equal((await compareImages(page, one, three)).difference, '45000 pixels differ');
    });
  });
});

// after the others, which take what there is not yet
describe('the pictures that are kept', () => {
  it('are those of the states, and no others', () => {
    const expected = Object.keys(THEMES).flatMap((theme) =>
      STATES.flatMap(({ name }) => WIDTHS.map((width) => `${theme}/${name}-${width}.png`)),
    );
    assert.deepEqual(album.files(), expected.sort());
  });
});

async function openPage(opened: Browser, theme: Theme): Promise<Page> {
  const context = await opened.newContext({
    ...THEMES[theme], reducedMotion: 'reduce', deviceScaleFactor: 1, locale: 'ja-JP', timezoneId: 'Asia/Tokyo',
    viewport: { width: 390, height: HEIGHT },
  });
  return context.newPage();
}

async function show(stage: Stage, page: Page, state: VisualState): Promise<void> {
  const tab = askPage(page);
  await stage.show(tab, state);
  // The caret stays on instead of blinking. A constructed sheet, because the document's policy lets no style element of ours in.
  await tab.run(`document.querySelector('shoji-card').state`).then((phase) =>
    phase === 'loading' || phase === 'failed'
      ? null
      : tab.runInFrame(`(() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync('input { caret-animation: manual }');
          ${FRAME_ROOT}.adoptedStyleSheets.push(sheet);
        })()`),
  );
}

async function shoot(stage: Stage, page: Page, width: number): Promise<Buffer> {
  if (page.viewportSize()?.width !== width) await page.setViewportSize({ width, height: HEIGHT });
  await stage.settle(askPage(page));
  const box = await page.locator('shoji-card').boundingBox();
  assert.ok(box && box.y + box.height + MARGIN <= HEIGHT, 'the whole element is on the screen');
  const clip = { x: box.x - MARGIN, y: box.y - MARGIN, width: box.width + 2 * MARGIN, height: box.height + 2 * MARGIN };
  return page.screenshot({ clip, caret: 'initial' });
}

async function drawn(page: Page, svg: string): Promise<Buffer> {
  const base64 = await page.evaluate(async (source) => {
    const image = new Image();
    image.src = `data:image/svg+xml,${encodeURIComponent(source)}`;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: 300, height: 150 });
    canvas.getContext('2d')?.drawImage(image, 0, 0);
    return canvas.toDataURL().split(',')[1] ?? '';
  }, svg);
  return Buffer.from(base64, 'base64');
}
