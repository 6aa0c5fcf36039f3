/**
 * What the return page says in the dialog's frame (return-page.ts). It can be forged by any script of the shop's origin, and whoever
 * steers the frame can open the return page there: it only ever means "ask the server".
 */
import { readAccessId } from './attempt.js';

export interface ReturnMessage {
  readonly shoji: 'returned';
  /** As the return page found it in its own address, where GMO calls it with GET (CallbackType 3). */
  readonly accessId: string | null;
}

/**
 * @param event - a message at the shop's window
 * @param origin - the shop's: the return page is one of its pages
 * @param wrapper - the window of the dialog's frame. The attempt has no name on its way to the issuer and back, because GMO calls
 *   the return URL as it was registered: that the message comes out of this very frame is what binds it
 * @returns null for every other message
 */
export function readReturn({ isTrusted, origin: from, source, data }: MessageEvent<unknown>, origin: string, wrapper: Window | null) {
  const isFromFrame = isTrusted && from === origin && source !== null && wrapper !== null && parentOf(source) === wrapper;
  if (!isFromFrame || typeof data !== 'object' || data === null) return null;
  const { shoji, accessId } = data as Partial<ReturnMessage>;
  return shoji === 'returned' ? { accessId: readAccessId(accessId) } : null;
}

/** Readable across origins (HTML, CrossOriginProperties). */
const parentOf = (source: MessageEventSource): Window | null => ('parent' in source ? source.parent : null);
