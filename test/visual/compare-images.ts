/** Compares two PNGs. The browser that took them decodes them too, so no package is needed for it. */
import type { Page } from '@playwright/test';

export interface Comparison {
  /** Null for the same picture. */
  readonly difference: string | null;
  /** A PNG: what is the same is faint, what differs is red. Absent when the sizes differ. */
  readonly picture?: Buffer;
}

/** Of 255, in any channel. Another processor rounds a blend otherwise by one or two. */
const CHANNEL_TOLERANCE = 12;
/** So many pixels may differ by more: the corner of a curve, never a letter. */
const PIXEL_TOLERANCE = 4;

/** @param page - any page of the browser; it is not changed */
export async function compareImages(page: Page, expected: Buffer, actual: Buffer): Promise<Comparison> {
  if (expected.equals(actual)) return { difference: null };
  const { difference, picture } = await page.evaluate(async ([before, after, tolerance, limit]) => {
    // no named function here: tsx marks those with a helper that the page does not have
    const [old, now] = await Promise.all([before, after].map(async (base64) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext('2d', { willReadFrequently: true });
      if (!context) throw new Error('no canvas');
      context.drawImage(bitmap, 0, 0);
      const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
      return { canvas, context, data, size: `${bitmap.width} × ${bitmap.height}` };
    }));
    if (!old || !now) throw new Error('there are two');
    if (old.size !== now.size) return { difference: `it is ${now.size} pixels large, and was ${old.size}` };
    const drawn = new ImageData(old.canvas.width, old.canvas.height);
    let count = 0;
    for (let at = 0; at < old.data.length; at += 4) {
      const isOther = [0, 1, 2, 3].some((channel) => Math.abs((old.data[at + channel] ?? 0) - (now.data[at + channel] ?? 0)) > tolerance);
      if (isOther) count += 1;
      const faint = 230 + (now.data[at + 1] ?? 0) / 10;
      drawn.data.set(isOther ? [220, 0, 0, 255] : [faint, faint, faint, 255], at);
    }
    if (count <= limit) return { difference: null };
    now.context.putImageData(drawn, 0, 0);
    const bytes = new Uint8Array(await (await now.canvas.convertToBlob()).arrayBuffer());
    return { difference: `${count} pixels differ`, picture: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')) };
  }, [expected.toString('base64'), actual.toString('base64'), CHANNEL_TOLERANCE, PIXEL_TOLERANCE] as const);
  return { difference, ...(picture === undefined ? {} : { picture: Buffer.from(picture, 'base64') }) };
}
