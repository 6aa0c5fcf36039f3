/** Where a tab remembers that a challenge is under way (see `attempt.ts`). */
const KEY = 'shoji-attempt';

/** Absent where the browser forbids it: then nothing is remembered. */
const storage = (): Storage | undefined => {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
};

export const readAttempt = (): string | null => storage()?.getItem(KEY) ?? null;

export const forgetAttempt = (): void => storage()?.removeItem(KEY);

export function rememberAttempt(text: string): void {
  try {
    storage()?.setItem(KEY, text);
  } catch {
    // no room: a shopper who comes back by another way finds an empty form
  }
}
