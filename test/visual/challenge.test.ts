/**
 * What the shopper sees of 3-D Secure, against the pictures in challenge-snapshots/: the dialog on a desk, the sheet on a phone, the
 * notices and the consent, at the demo shop's own addresses (album.ts). With other fonts there is nothing to compare.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { threeDs as words } from '../../src/locales/three-ds/ja.js';
import { Album, openStudio } from './album.ts';
import { ChallengeStage, type ChallengeState } from './challenge-stage.ts';

const SIZES = { desk: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } } as const;
const SCHEMES = ['light', 'dark'] as const;

const STATES: readonly ChallengeState[] = [
  { name: 'opening', issuer: 'silent', shows: words.opening },
  { name: 'issuer', issuer: 'asks', shows: words['way-out'] },
  { name: 'help', issuer: 'asks', press: 'summary', shows: words['help-phone'] },
  { name: 'still-blank', issuer: 'silent', passes: 10_000, shows: words['still-blank'] },
  { name: 'blocked', issuer: 'no-wrapper', passes: 3_000, shows: words.blocked },
  { name: 'question', issuer: 'asks', press: 'header button', shows: words.question },
  { name: 'resume', issuer: 'left', shows: words.unfinished },
  { name: 'time-over', issuer: 'late', shows: words['time-over'] },
  { name: 'consent', issuer: 'none', consent: true, shows: words.consent },
  { name: 'consent-missing', issuer: 'none', consent: true, press: 'submit', shows: words['consent-missing'] },
];

const studio = await openStudio();
const { browser, absent, other } = studio;
const album = new Album('challenge-snapshots', studio);

describe(`screenshots of a challenge in Chromium${studio.remark}`, {
  skip: absent !== false,
  timeout: 600_000,
}, () => {
  let stage: ChallengeStage;

  before(async () => {
    album.open();
    stage = await ChallengeStage.open();
  }, { timeout: 60_000 });
  after(async () => {
    await browser?.close();
    await stage.close();
  });

  for (const colorScheme of SCHEMES) {
    for (const [size, viewport] of Object.entries(SIZES)) {
      describe(`${size}, ${colorScheme}`, () => {
        for (const state of STATES) {
          it(`${state.name} looks as before${other ? `: not compared, ${other}` : ''}`, { timeout: 60_000 }, async (test) => {
            assert.ok(browser);
            const context = await browser.newContext({
              viewport, colorScheme, reducedMotion: 'reduce', deviceScaleFactor: 1, locale: 'ja-JP', timezoneId: 'Asia/Tokyo',
            });
            const page = await context.newPage();
            await stage.show(page, state);
            const file = `${state.name}-${size}-${colorScheme}.png`;
            const difference = await album.compare(page, file, () => page.screenshot());
            await context.close();
            if (other) test.skip(other);
            else assert.equal(difference, null, `see ${album.out}`);
          });
        }
      });
    }
  }

  it('keeps the pictures of these states, and no others', () => {
    const expected = STATES.flatMap(({ name }) => Object.keys(SIZES).flatMap((size) => SCHEMES.map((scheme) => `${name}-${size}-${scheme}.png`)));
    assert.deepEqual(album.files(), expected.sort());
  });
});
