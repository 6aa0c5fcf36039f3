import { AssertionError } from 'node:assert';
import { setTimeout as pause } from 'node:timers/promises';

/** What the engines say to a question that a navigation overtook; the next document will answer it. */
const NAVIGATING = [
  /context was destroyed/i,
  /cannot find context/i,
  /frame (was|got) detached|detached frame/i,
  /realm (was |is )?(already )?destroyed|no such (frame|realm)/i,
  /DiscardedBrowsingContext|destroyed before query|JSWindowActor/i,
  /document (was )?unloaded|unload event|navigation (was )?(interrupted|aborted|cancell?ed)|NS_BINDING_ABORTED|ERR_ABORTED/i,
  /no such window|stale element/i,
  /#buildReturnValue@/, // Firefox, of a document that is going
];

export const isNavigating = (error: unknown): boolean => {
  const message = error instanceof Error ? error.message : String(error);
  return NAVIGATING.some((pattern) => pattern.test(message));
};

/** Asks every 50 ms until the answer is yes; fails with `what` when it is not within `deadline` milliseconds. */
export async function until(what: string, check: () => Promise<boolean> | boolean, deadline = 30_000): Promise<void> {
  const end = Date.now() + deadline;
  let overtaken: unknown;
  do {
    try {
      if (await check()) return;
    } catch (error) {
      if (!isNavigating(error)) throw error;
      overtaken = error;
    }
    await pause(50);
  } while (Date.now() < end);
  const cause = overtaken instanceof Error ? ` (last: ${overtaken.message})` : '';
  throw new AssertionError({ message: `waited ${String(deadline)} ms in vain for: ${what}${cause}`, stackStartFn: until });
}
