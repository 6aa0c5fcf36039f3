/**
 * What a screen reader is told in every state, against the outlines in trees/. `UPDATE_SNAPSHOTS=1 npm run test:visual` writes
 * them anew, and so does any state that has none.
 */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { messages as de } from '../../src/locales/de.js';
import { en } from '../../src/locales/en.js';
import { ja } from '../../src/locales/ja.js';
import { askPage, launchChromium } from '../support/session-chromium.ts';
import { missing } from '../support/session.ts';
import { accessibilityTree, flatten, outlineOf } from './accessibility-tree.ts';
import { Stage } from './stage.ts';
import { STATES } from './states.ts';

const TREES = fileURLToPath(new URL('trees/', import.meta.url));
const TITLES: Readonly<Record<string, string>> = { ja: ja.frame['frame-title'], en: en.frame['frame-title'], de: de.frame['frame-title'] };
const absent = missing('chromium');

describe(`accessibility trees in Chromium${absent ? ` (skipped: ${absent})` : ''}`, { skip: absent !== false, timeout: 300_000 }, () => {
  let browser: Browser;
  let stage: Stage;
  let page: Page;

  before(async () => {
    mkdirSync(TREES, { recursive: true });
    stage = await Stage.open();
    browser = await launchChromium();
    page = await browser.newPage({ locale: 'ja-JP', viewport: { width: 390, height: 900 } });
  }, { timeout: 90_000 });
  after(async () => {
    await browser.close();
    await stage.close();
  });

  for (const state of STATES) {
    it(`${state.name} is told as before, under one short title`, { timeout: 60_000 }, async () => {
      await stage.show(askPage(page), state);
      const tree = await accessibilityTree(page);
      const outline = outlineOf(tree);
      const file = `${TREES}${state.name}.yaml`;
      const kept = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
      if (kept === undefined || process.env['UPDATE_SNAPSHOTS']) writeFileSync(file, outline);
      if (!process.env['UPDATE_SNAPSHOTS']) assert.equal(outline, kept, `${file}, which is written when it is absent`);

      const frames = flatten(tree).filter(({ role }) => role === 'Iframe');
      if (state.phase === 'failed') {
        assert.deepEqual(frames, [], 'there is no frame to get lost in');
        return;
      }
      const title = TITLES[state.language ?? 'ja'];
      assert.deepEqual(frames.map(({ name }) => name), [title]);
      // the document's own title is not read where the frame has one
      const inside = flatten(frames[0]?.children ?? []).filter(({ role }) => role !== 'RootWebArea');
      assert.deepEqual(inside.filter(({ name }) => name === title), [], 'nothing inside says the title once more');
    });
  }
});

// after the others, which write what there is not yet
describe('the outlines that are kept', () => {
  it('are those of the states, and no others', () => {
    assert.deepEqual(readdirSync(TREES).sort(), STATES.map(({ name }) => `${name}.yaml`).sort());
  });
});
