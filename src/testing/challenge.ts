/** The challenge of the sandbox's issuer, wherever it is shown: on the whole page, or in the frames of the dialog. */
import type { WaitOptions } from './card.js';
import type { FrameShape, PageShape } from './shapes.js';

const FORM = 'form[action="/challenge/answer"]';

type FrameOf<P extends PageShape> = ReturnType<P['frames']>[number];
type LocatorOf<P extends PageShape> = ReturnType<FrameOf<P>['locator']>;

export interface Challenge<P extends PageShape> {
  /** The frame of the issuer's page; the page's own for a full page. */
  readonly frame: FrameOf<P>;
  /** Where a password is asked for. */
  readonly password: LocatorOf<P>;
  /** What the issuer says is wrong. */
  readonly alert: LocatorOf<P>;
  answer(password: string): Promise<void>;
  cancel(): Promise<void>;
}

/** Waits until the issuer asks. */
export async function challengeOf<P extends PageShape>(page: P, { timeout = 30_000 }: WaitOptions = {}): Promise<Challenge<P>> {
  const frame = (await frameWith(page, FORM, timeout)) as FrameOf<P>;
  const press = (action: string) => frame.locator(`${FORM} button[value=${action}]`).click();
  const password = frame.locator(`${FORM} [name=password]`) as LocatorOf<P>;
  return {
    frame,
    password,
    alert: frame.locator('[role=alert]') as LocatorOf<P>,
    async answer(text) {
      await password.fill(text);
      await press('verify');
    },
    cancel: () => press('cancel'),
  };
}

/** Waits until the issuer asks, and answers. Every card of the sandbox has the password 123456. */
export async function answerChallenge(page: PageShape, password = '123456', options: WaitOptions = {}): Promise<void> {
  await (await challengeOf(page, options)).answer(password);
}

/** Waits in every frame; a frame that is new has just got its first document. */
function frameWith(page: PageShape, selector: string, timeout: number): Promise<FrameShape> {
  return new Promise((resolve, reject) => {
    const deadline = Date.now() + timeout;
    const watched = new Set<unknown>();
    const look = () => {
      for (const frame of page.frames().filter((each) => !watched.has(each))) {
        watched.add(frame);
        frame.locator(selector).first().waitFor({ state: 'visible', timeout: Math.max(1, deadline - Date.now()) }).then(
          () => end(() => resolve(frame)),
          () => undefined,
        );
      }
    };
    const timer = setTimeout(() => end(() => reject(new Error(`no challenge of the sandbox after ${String(timeout)} ms`))), timeout);
    const end = (settle: () => void) => {
      clearTimeout(timer);
      page.off('framenavigated', look);
      settle();
    };
    page.on('framenavigated', look);
    look();
  });
}
