/** Loads a foreign script, with a bounded number of tries. */

/**
 * Asking for a script again is harmless: it is the same public file for everybody. (A token call is never repeated.)
 * @param pauses - milliseconds to wait before each further try; their number bounds the tries
 * @returns whether a script ran. Never settles while the line is silent: the caller has the deadline, and a script that is only
 * slow stays in the document, where it may still arrive in time for the next call
 */
export async function loadScript(document: Document, address: string, pauses: readonly number[]): Promise<boolean> {
  for (const pause of [0, ...pauses]) {
    if (pause > 0) await elapsed(pause);
    if (await tryScript(document, address)) return true;
  }
  return false;
}

function tryScript(document: Document, address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const script = document.createElement('script');
    script.addEventListener('load', () => {
      resolve(true);
    });
    script.addEventListener('error', () => {
      script.remove();
      resolve(false);
    });
    script.src = address;
    document.head.append(script);
  });
}

const elapsed = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds);
  });
