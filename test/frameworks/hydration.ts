/** What the console says while a script takes over a page that the server has rendered. */
import assert from 'node:assert/strict';
import type { Browser } from '@playwright/test';
import type { Merchant } from '../../demo/frameworks/merchant.ts';
import { until } from '../support/session.ts';
import { Checkout } from './checkout.ts';

/** In the page alone, not in the scripts: the label is another one than theirs. */
const otherLabel = (text: string) => (/^<!doctype html>/i.test(text) ? text.replace('E-mail', 'Address') : text);

/** @param mismatch - what the console says of a page that differs, so that its silence means something */
export async function hydratesQuietly(browser: Browser, merchant: Merchant, mismatch: RegExp): Promise<void> {
  merchant.rewrite = otherLabel;
  try {
    const other = await Checkout.enter(browser, merchant, '/');
    await until('a complaint', () => mismatch.test(other.complaints().join('\n')));
    await other.leave();
  } finally {
    merchant.rewrite = (text) => text;
  }
  const checkout = await Checkout.enter(browser, merchant, '/');
  await until('an event', async () => (await checkout.listed()) === 'shoji-ready'); // heard and shown: the page is the script's
  assert.deepEqual(checkout.complaints(), []);
  await checkout.leave();
}
