/** Where things lie, as far as the page shows. */
import type { Host } from './diagnosis.js';

/** This file lies beside the script; in a bundle of the shop's, beside whatever the bundler made of it. */
const own = import.meta.url;
export const folder = new URL('.', own).href;

const NAME = 'shoji-card.js';
const pathOf = (address: string) => address.split(/[?#]/, 1)[0] ?? '';

export const scriptTags = (): HTMLScriptElement[] => [...document.scripts].filter(({ src }) => pathOf(src).endsWith(`/${NAME}`));

/** Are the files beside this one those of `dist/`? In a bundle they have other names. */
export const hasScriptTag = (): boolean => scriptTags().some(({ src }) => pathOf(src) === folder + NAME);

/** The document that understands this gateway, with these fields. */
export const hostedFile = ({ gateway, fieldsBy }: Host): string =>
  `${gateway !== 'gmo-v2' ? 'index' : fieldsBy === 'gateway' ? 'gateway-fields' : gateway}.html`;

/** Null for what is no address. */
export function hostedAddress(host: Host): URL | null {
  const { hostedUrl } = host;
  try {
    return hostedUrl ? new URL(hostedUrl, document.baseURI) : new URL(`hosted/${hostedFile(host)}`, own);
  } catch {
    return null;
  }
}

/** As browsers have it: what is on this machine needs no https. */
export const isHere = ({ hostname }: URL | Location): boolean => /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
