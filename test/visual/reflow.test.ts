/**
 * Larger and looser text in the least width: 320 pixels is a phone that is held upright, and a window of 1280 at 400 % (WCAG 2.2,
 * 1.4.10). On top of it text at 200 % (1.4.4) and the text spacing of 1.4.12. The words of every locale are measured in
 * test/hosted/card-form.locales.test.ts; here it is the whole element, with its frame, in every state.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from '@playwright/test';
import { askPage, launchChromium } from '../support/session-chromium.ts';
import { missing } from '../support/session.ts';
import { ELEMENT_ROOT, FRAME_ROOT, Stage } from './stage.ts';
import { STATES, stateNamed } from './states.ts';

/** Style sheets of a reader, for both documents. Lines grow with their letters, as where a browser zooms the text only. */
const TEXTS = {
  'as it comes': '',
  'at 200 %': `label, .message { line-height: 40px !important } label { font-size: 28px !important }
    .message { font-size: 26px !important } input { font-size: 32px !important } p { font-size: 28px } button { font-size: 32px }
    .badge { font-size: 22px; line-height: 36px }`,
  'spaced out': '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }',
};
/** CSS pixels. WCAG 2.2 asks for 24; a thumb for 44 (2.5.5, and the guidelines of the phones' makers). */
const LEAST_TARGET = 44;
/** Below this an iPhone zooms the page into the field. */
const LEAST_TYPED = 16;

const absent = missing('chromium');

describe(`reflow at 320 pixels in Chromium${absent ? ` (skipped: ${absent})` : ''}`, { skip: absent !== false, timeout: 300_000 }, () => {
  let browser: Browser;
  let stage: Stage;
  let page: Page;

  before(async () => {
    stage = await Stage.open();
    browser = await launchChromium();
    // a phone: its pointer is coarse
    page = await browser.newPage({ locale: 'ja-JP', viewport: { width: 320, height: 1200 }, hasTouch: true, isMobile: true });
  }, { timeout: 90_000 });
  after(async () => {
    await browser.close();
    await stage.close();
  });

  const wear = (root: string, css: string) => `(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(${JSON.stringify(css)});
    ${root}.adoptedStyleSheets = [...${root}.adoptedStyleSheets, sheet];
  })()`;

  /** What is wider than its place, or reaches out of the document that it is in. */
  const cutOff = (root: string) => `(() => {
    const place = document.documentElement;
    // out of .room reaches the frame with the room for its focus ring, which is measured by itself
    const all = [...${root}.querySelectorAll(':not(.room)')].filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('svg, .heard'));
    const wide = all.filter((element) => {
      const { left, right, bottom } = element.getBoundingClientRect();
      return left < 0 || right > place.clientWidth || bottom > Math.max(place.clientHeight, place.scrollHeight) ||
        (element.localName !== 'input' && element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline');
    });
    const sideways = place.scrollWidth > place.clientWidth ? ['the document scrolls sideways'] : [];
    return [...sideways, ...wide.map(({ localName, className, textContent }) => localName + '.' + className + ' ' + textContent)];
  })()`;

  for (const state of STATES) {
    it(`cuts nothing off in ${state.name}, whatever the text`, { timeout: 60_000 }, async () => {
      const tab = askPage(page);
      await stage.show(tab, state);
      for (const [text, css] of Object.entries(TEXTS)) {
        await tab.run(wear(ELEMENT_ROOT, css));
        if (!state.phase) await tab.runInFrame(wear(FRAME_ROOT, css));
        await stage.settle(tab);
        assert.deepEqual(await tab.run<string[]>(cutOff(ELEMENT_ROOT)), [], `page, text ${text}`);
        if (!state.phase) assert.deepEqual(await tab.runInFrame<string[]>(cutOff(FRAME_ROOT)), [], `frame, text ${text}`);
      }
    });
  }

  it('finds what is cut off when something is', { timeout: 60_000 }, async () => {
    const tab = askPage(page);
    await stage.show(tab, stateNamed('empty'));
    await tab.runInFrame(wear(FRAME_ROOT, 'label { white-space: nowrap; overflow-wrap: normal; font-size: 40px !important }'));
    await stage.settle(tab);
    assert.ok((await tab.runInFrame<string[]>(cutOff(FRAME_ROOT))).some((text) => text.startsWith('label.')));
  });

  for (const name of ['empty', 'all-missing', 'failed']) {
    it(`has targets of ${LEAST_TARGET} pixels, in which a phone does not zoom: ${name}`, { timeout: 60_000 }, async () => {
      const tab = askPage(page);
      const state = stateNamed(name);
      await stage.show(tab, state);
      assert.equal(await tab.run(`matchMedia('(pointer: coarse)').matches`), true);
      const measure = (root: string) => `[...${root}.querySelectorAll('input, button')]
        .filter((element) => element.getClientRects().length)
        .map((element) => [element.getBoundingClientRect().height, parseFloat(getComputedStyle(element).fontSize)])`;
      const targets = await (state.phase
        ? tab.run<[number, number][]>(measure(ELEMENT_ROOT))
        : tab.runInFrame<[number, number][]>(measure(FRAME_ROOT)));
      assert.equal(targets.length, state.phase ? 1 : 4);
      for (const [height, font] of targets) {
        assert.ok(height >= LEAST_TARGET, `${height} pixels high`);
        assert.ok(font >= LEAST_TYPED, `letters of ${font} pixels`);
      }
    });
  }
});
