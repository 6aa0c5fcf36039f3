import { isReason, type SentWords, type Words } from '../channel/protocol.js';

/** Of a locale that did not come there are the first words only: what is wrong is said in general then, and other hints are left out. */
export const everyWord = (sent: SentWords): Words =>
  new Proxy(sent, { get: (words, key: string) => words[key] ?? (isReason(key) ? words['check'] : undefined) ?? '' });
