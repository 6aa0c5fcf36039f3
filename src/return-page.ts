/**
 * The page at the shop's return URL (RetUrl), in one tag, whatever it was called with (POST or GET) and whether the shop's cookies came
 * along:
 *
 * ```html
 * <script src="https://fields.example/return.js" data-next="/orders/1234"></script>
 * ```
 *
 * At the top it continues to `data-next`, which is a page of the same origin. In the dialog it tells the shop's page, which is of the
 * same origin as this one, that the shopper is back, and is taken away by it. It says nothing about how the authentication ended.
 */
import { forgetAttempt } from './three-ds/attempt-storage.js';
import type { ReturnMessage } from './three-ds/return-message.js';

/** A page in a frame that nobody took away is no dialog of ours: then the shop as a whole stands in a frame. */
const DIALOG_DEADLINE = 3_000;

const { currentScript: script } = document;
const next = script?.dataset['next'];

function goOn(): void {
  forgetAttempt();
  const address = next === undefined ? null : new URL(next, document.baseURI);
  if (address?.origin === location.origin) location.replace(address.href);
}

if (window.parent === window) goOn();
else {
  const message: ReturnMessage = { shoji: 'returned', accessId: new URLSearchParams(location.search).get('AccessID') };
  let frame: Window = window;
  while (frame !== frame.parent) {
    frame = frame.parent;
    frame.postMessage(message, location.origin); // windows of other origins do not get it
  }
  setTimeout(goOn, DIALOG_DEADLINE);
}
