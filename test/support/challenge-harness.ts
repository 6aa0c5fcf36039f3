/** What the shopper sees of 3-D Secure. Import it before the element: it opens the closed roots. */
import { rootOf } from './wtr-open-roots.ts';
import { STUB_ORIGIN } from './wtr-stub-end.ts';
import { until } from './wtr-clock.ts';

export const ISSUER = `${STUB_ORIGIN}/issuer`;
/** An issuer that sends the browser straight on to a page of the shop. */
export const issuerTo = (path: string) => `${ISSUER}?to=${encodeURIComponent(new URL(path, location.origin).href)}`;

/** The events of one challenge, in their order. */
export const STORY = ['shoji-challenge', 'shoji-challenge', 'shoji-outcome'];

/** What stands around the fields: notice, dialog, consent. */
export const surfaces = (element: Element) => [...rootOf(element).querySelectorAll<HTMLElement>('div[exportparts]')];

export function find(element: Element, selector: string): HTMLElement | null {
  for (const host of surfaces(element)) {
    const found = rootOf(host).querySelector<HTMLElement>(selector);
    if (found) return found;
  }
  return null;
}

export function get(element: Element, selector: string): HTMLElement {
  const found = find(element, selector);
  if (!found) throw new Error(`no ${selector} around the fields`);
  return found;
}

export const dialogOf = (element: Element) => find(element, 'dialog') as HTMLDialogElement | null;

export const textOf = (element: Element) => surfaces(element).map((host) => (rootOf(host).firstElementChild as HTMLElement).innerText).join('\n');

export function press(element: Element, label: string): void {
  for (const host of surfaces(element)) {
    const button = [...rootOf(host).querySelectorAll('button')].find(({ textContent }) => textContent === label);
    if (button) {
      button.click();
      return;
    }
  }
  throw new Error(`no button ${label}`);
}

export const escape = (element: Element) =>
  get(element, 'dialog h2').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));

export const dialogOpened = (element: Element) => until(() => dialogOf(element)?.open === true);
/** The issuer's page is in front of the shopper. */
export const issuerShown = (element: Element) => until(() => Boolean(get(element, '.veil').hidden));
