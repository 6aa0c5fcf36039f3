import { setTimeout as pause } from 'node:timers/promises';

interface Frame {
  evaluate(script: string): Promise<unknown>;
}

const FOCUS = `document.hasFocus() + ' ' + [...document.querySelectorAll('*')].indexOf(document.activeElement)`;

/**
 * Waits until every frame has told the same of the focus three times. Between frames of different origins the focus moves through
 * three processes: a key that follows a Tab faster than any hand types goes to the frame that the focus is about to leave.
 */
export async function focusSettled(frames: () => readonly Frame[]): Promise<void> {
  let before = '';
  let same = 0;
  for (const end = Date.now() + 5_000; same < 3 && Date.now() < end; ) {
    const answers = frames().map((frame) =>
      // a frame that is still empty does not answer
      Promise.race([frame.evaluate(FOCUS).catch(() => 'gone'), pause(500, 'silent', { ref: false })]),
    );
    const now = (await Promise.all(answers)).join('; ');
    same = now === before ? same + 1 : 0;
    before = now;
    await pause(10);
  }
}
