/** Chromium as a shop's tests have it: by Playwright's library. */
import { chromium, type Browser, type Page } from '@playwright/test';
import { CHROMIUM_ARGS, find } from '../support/browsers.mjs';

export const CARD = { number: '4111111111111111', expiry: '12/39', cvc: '123', name: 'TARO YAMADA' } as const;
export const CHALLENGED = { ...CARD, number: '4100000000005000' } as const;

export const launch = (): Promise<Browser> => {
  const executablePath = find('chromium');
  return chromium.launch({ args: [...CHROMIUM_ARGS], ...(executablePath && { executablePath }) });
};

/** One page in a context of its own, for as long as it is used. */
export async function inPage(browser: Browser, address: string, use: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ locale: 'ja-JP' });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(address);
    await use(page);
  } finally {
    await context.close();
  }
}
