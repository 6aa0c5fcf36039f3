/**
 * What the playground shows of the element, against the pictures in playground-snapshots/ (album.ts): its themes and the settings that
 * change the layout, on a desk in light and on a phone in dark. Everything is reached by a deep link and the page's own buttons. With
 * other fonts there is nothing to compare.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from '@playwright/test';
import { queryOf, settingsFrom, THEMES, type Settings } from '../../demo/playground/settings.ts';
import { Ground, hasState, typeCard } from '../playground/ground.ts';
import { until } from '../support/session.ts';
import { Album, openStudio } from './album.ts';

const SIZES = {
  'desk-light': { viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  'phone-dark': { viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
} as const;

interface PlaygroundState {
  readonly name: string;
  readonly settings: Partial<Settings>;
  /** What the element says of itself. */
  readonly phase?: string;
  readonly then?: (page: Page) => Promise<void>;
}

const complete = async (page: Page) => {
  await typeCard(page);
  await until('a complete card', () => page.evaluate<boolean>(`document.querySelector('shoji-card').complete`));
};
const wrong = async (page: Page) => {
  await page.getByRole('button', { name: 'reportValidity()' }).click();
  await until('the focus', () => page.evaluate<boolean>(`document.activeElement?.localName === 'shoji-card'`));
};

const STATES: readonly PlaygroundState[] = [
  ...THEMES.flatMap((theme): PlaygroundState[] => [
    { name: `${theme}-empty`, settings: { theme } },
    { name: `${theme}-complete`, settings: { theme }, then: complete },
    { name: `${theme}-wrong`, settings: { theme }, then: wrong },
  ]),
  { name: 'loading', settings: { fieldsFault: 'held-back', loading: 'on' }, phase: 'loading' },
  { name: 'unreachable', settings: { fieldsFault: 'unreachable' }, phase: 'failed' },
  { name: 'one-line', settings: { width: '700', fields: 'number expiry cvc' } },
  { name: 'stacked', settings: { width: '240' } },
  { name: 'right-to-left', settings: { direction: 'rtl', page: 'de', consent: 'on' } },
  { name: 'disabled', settings: { disabled: 'on' } },
];

const studio = await openStudio();
const { absent, other } = studio;
const album = new Album('playground-snapshots', studio);

describe(`screenshots of the playground in Chromium${studio.remark}`, { skip: absent !== false, timeout: 600_000 }, () => {
  let ground: Ground;

  before(async () => {
    album.open();
    ground = await Ground.open();
  }, { timeout: 90_000 });
  after(async () => {
    await studio.browser?.close();
    await ground.close();
  });

  for (const [size, look] of Object.entries(SIZES)) {
    for (const { name, settings, phase = 'editing', then } of STATES) {
      it(`${name} looks as before, ${size}${other ? `: not compared, ${other}` : ''}`, { timeout: 60_000 }, async (test) => {
        const query = queryOf(settingsFrom((each) => settings[each]));
        const { page } = await ground.visit(query, { ...look, reducedMotion: 'reduce', deviceScaleFactor: 1, timezoneId: 'Asia/Tokyo' });
        await hasState(page, phase);
        await then?.(page);
        await page.evaluate('document.activeElement.blur()'); // no caret
        const inFrames = () => Promise.all(page.frames().slice(1).map((frame) => frame.evaluate<boolean>('document.hasFocus()')));
        await until('no focus in the fields', async () => !(await inFrames()).includes(true));
        const difference = await album.compare(page, `${name}-${size}.png`, () => page.locator('#stage').screenshot());
        await page.context().close();
        if (other) test.skip(other);
        else assert.equal(difference, null, `see ${album.out}`);
      });
    }
  }

  it('keeps the pictures of these states, and no others', () => {
    const expected = STATES.flatMap(({ name }) => Object.keys(SIZES).map((size) => `${name}-${size}.png`));
    assert.deepEqual(album.files(), expected.sort());
  });
});
