/** Letters are drawn by the browser and its fonts: with others than those of the pictures there is nothing to compare. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from '@playwright/test';

export const ENVIRONMENT = fileURLToPath(new URL('snapshots/environment.json', import.meta.url));

/** Which letters and signs the pictures have, in every font that the page falls back to. */
const SAMPLE = 'カード番号（月／年）漢字ひらがな 0123456789 Visa ÄÖÜß ⚠ … “”';

export interface Environment {
  /** Major version. */
  readonly chromium: string;
  /** A checksum of the sample as it is drawn. */
  readonly letters: string;
}

export async function environmentOf(opened: Browser): Promise<Environment> {
  const page = await opened.newPage();
  const letters = await page.evaluate((sample) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1200, height: 60 });
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('no canvas');
    context.font = `16px 'Noto Sans CJK JP', sans-serif`;
    context.fillText(sample, 4, 24);
    context.font = `700 11px system-ui, sans-serif`;
    context.fillText(sample, 4, 52);
    const { data } = context.getImageData(0, 0, 1200, 60);
    // no crypto.subtle on about:blank: FNV-1a
    return data.reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193) >>> 0, 0x811c9dc5).toString(16);
  }, SAMPLE);
  await page.close();
  return { chromium: opened.version().split('.')[0] ?? '', letters };
}

/** Why pictures from here cannot be compared with those that are kept. */
export function differenceOf(now: Environment | undefined): string | undefined {
  if (!existsSync(ENVIRONMENT)) return 'there are no pictures yet; UPDATE_SNAPSHOTS=1 takes them';
  const kept = JSON.parse(readFileSync(ENVIRONMENT, 'utf8')) as Environment;
  if (now?.chromium !== kept.chromium) return `this is Chromium ${now?.chromium ?? '?'}, the pictures are of ${kept.chromium}`;
  if (now.letters !== kept.letters) return 'the fonts of this machine draw other letters than those of the pictures';
  return undefined;
}
