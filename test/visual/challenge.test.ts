/**
 * What the shopper sees of 3-D Secure, against the pictures in challenge-snapshots/: the dialog on a desk, the sheet on a phone, the
 * notices and the consent, at the demo shop's own addresses. As in screenshots.test.ts: `UPDATE_SNAPSHOTS=1` takes them anew, what was
 * seen and what differs is written to challenge-out/, and with other fonts there is nothing to compare.
 */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { threeDs as words } from '../../src/locales/three-ds/ja.js';
import { launchChromium } from '../support/session-chromium.ts';
import { missing, until } from '../support/session.ts';
import { ChallengeStage, type ChallengeState } from './challenge-stage.ts';
import { compareImages } from './compare-images.ts';
import { differenceOf, environmentOf } from './environment.ts';

const KEPT = fileURLToPath(new URL('challenge-snapshots/', import.meta.url));
const OUT = fileURLToPath(new URL('challenge-out/', import.meta.url));

const isUpdate = Boolean(process.env['UPDATE_SNAPSHOTS']);
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

const absent = missing('chromium');
const browser: Browser | undefined = absent ? undefined : await launchChromium();
const other = browser && !isUpdate ? differenceOf(await environmentOf(browser)) : undefined;

describe(`screenshots of a challenge in Chromium${absent ? ` (skipped: ${absent})` : other ? ` (not compared: ${other})` : ''}`, {
  skip: absent !== false,
  timeout: 600_000,
}, () => {
  let stage: ChallengeStage;

  before(async () => {
    for (const folder of [OUT, KEPT]) mkdirSync(folder, { recursive: true });
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
            const kept = existsSync(KEPT + file) ? readFileSync(KEPT + file) : undefined;
            const taken = await steady(page, kept);
            const { difference, picture } = kept ? await compareImages(page, kept, taken) : { difference: 'there was no picture' };
            if (difference) writeFileSync((isUpdate || (!kept && !other) ? KEPT : OUT) + file, taken);
            if (picture && !isUpdate) writeFileSync(OUT + file.replace('.png', '-difference.png'), picture);
            await context.close();
            if (other) test.skip(other);
            else if (!isUpdate) assert.equal(difference, null, `see ${OUT}`);
          });
        }
      });
    }
  }

  it('keeps the pictures of these states, and no others', () => {
    const expected = STATES.flatMap(({ name }) => Object.keys(SIZES).flatMap((size) => SCHEMES.map((scheme) => `${name}-${size}-${scheme}.png`)));
    assert.deepEqual(readdirSync(KEPT).sort(), expected.sort());
  });
});

/** Two in a row that are the same; one that is the same as the picture that is kept is enough. */
async function steady(page: Page, kept?: Buffer): Promise<Buffer> {
  let earlier = kept;
  let taken: Buffer | undefined;
  await until('a picture that is at rest', async () => {
    taken = await page.screenshot();
    const isSame = earlier !== undefined && (await compareImages(page, earlier, taken)).difference === null;
    earlier = taken;
    return isSame;
  });
  assert.ok(taken);
  return taken;
}
