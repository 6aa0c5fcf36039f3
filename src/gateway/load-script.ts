/** Loads a foreign script, with a deadline for each try and a bounded number of tries. */

export interface LoadOptions {
  /** Milliseconds for all tries together. */
  readonly deadline: number;
  /** Milliseconds to wait before each further try; its length bounds the tries. */
  readonly pauses: readonly number[];
}

/**
 * Asking for a script again is harmless: it is the same public file for everybody. (A token call is never repeated.)
 * @returns whether the script ran
 */
export async function loadScript(document: Document, address: string, { deadline, pauses }: LoadOptions): Promise<boolean> {
  const time = AbortSignal.timeout(deadline);
  for (const pause of [0, ...pauses]) {
    await wait(pause, time);
    if (time.aborted) return false;
    if (await tryScript(document, address, time)) return true;
  }
  return false;
}

function tryScript(document: Document, address: string, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const script = document.createElement('script');
    const end = (loaded: boolean) => {
      signal.removeEventListener('abort', giveUp);
      if (!loaded) script.remove();
      resolve(loaded);
    };
    const giveUp = () => {
      end(false);
    };
    script.addEventListener('load', () => {
      end(true);
    });
    script.addEventListener('error', giveUp);
    signal.addEventListener('abort', giveUp);
    script.src = address;
    document.head.append(script);
  });
}

const wait = (milliseconds: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (milliseconds === 0 || signal.aborted) {
      resolve();
      return;
    }
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
