/** What of a page moves while our script comes (layout-shift of the Layout Instability API): once per page, as a shopper sees it first. */
import type { Browser } from '@playwright/test';
import type { Merchant } from '../../demo/frameworks/merchant.ts';
import { until } from '../support/session.ts';

/** Where the lines are not, nothing has to be undone: their selector is another. */
const withoutLines = (text: string) => text.replaceAll('shoji-card:not(:defined)', 'shoji-card.without');

/**
 * The sum of all shifts until the fields are ready. Scripts arrive only when the page has been painted without them, as they do on a slow line.
 * @param hasLines - false leaves out the lines of CSS that keep the card's place
 */
export async function layoutShift(browser: Browser, merchant: Merchant, path: string, width: number, hasLines = true): Promise<number> {
  const context = await browser.newContext({ locale: 'ja-JP', viewport: { width, height: 900 } });
  const earlier = merchant.rewrite;
  try {
    if (!hasLines) merchant.rewrite = withoutLines;
    const page = await context.newPage();
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    let paint: () => void = () => undefined;
    const painted = new Promise<void>((resolve) => {
      paint = resolve;
    });
    await page.route('**/*', async (route) => {
      if (route.request().resourceType() === 'script') await painted;
      await route.continue();
    });
    await page.goto(`${merchant.origin}${path}`, { waitUntil: 'commit' });
    await until('a first paint', () => page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length > 0));
    const isLate = await page.evaluate(() => !document.querySelector('shoji-card')?.matches(':defined'));
    if (!isLate) throw new Error('the page was not painted before the element was defined');
    paint();
    await until('the card fields', () => page.evaluate(() => (document.querySelector('shoji-card') as { state?: string } | null)?.state === 'editing'));
    // what a frame has moved is told in a task after it
    return await page.evaluate(async () => {
      for (let frames = 0; frames < 3; frames += 1) await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return (window as unknown as { shifts: number[] }).shifts.reduce((sum, shift) => sum + shift, 0);
    });
  } finally {
    merchant.rewrite = earlier;
    await context.close();
  }
}
