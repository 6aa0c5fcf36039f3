/** Finds the frame that belongs to an element, although it stands in closed shadow roots: a test tool holds every frame of a page. */

import { evaluate, type HandleShape } from './shapes.js';

interface AnyFrame {
  parentFrame(): unknown;
  frameElement(): Promise<HandleShape | null>;
}

/** Sent to the page. `getRootNode` gives a closed root to whoever holds a node inside. */
function standsIn(frame: Element, card: Element): boolean {
  const vault = (frame.getRootNode() as ShadowRoot).host as Element | undefined;
  if (vault?.localName !== 'shoji-vault') return false; // the frame of a challenge stands elsewhere
  for (let host: Element | undefined = vault; host; host = (host.getRootNode() as Partial<ShadowRoot>).host) {
    if (host === card) return true;
  }
  return false;
}

/** @param card - a handle of the element, in the frame that it is in */
export async function frameOfCard<F extends AnyFrame>(frames: readonly F[], card: unknown): Promise<F | null> {
  for (const frame of frames) {
    if (!frame.parentFrame()) continue;
    // frames come and go, and a handle of one document means nothing in another
    const owner = await frame.frameElement().catch(() => null);
    if (owner && (await evaluate(owner, standsIn, card).catch(() => false))) return frame;
  }
  return null;
}
