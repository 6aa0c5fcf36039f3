import type { Romanise } from '../card/cardholder-name.js';

/** A phone line that takes longer than this gets Roman letters asked for. */
const DEADLINE = 8_000;

/**
 * Loads the script that lies beside the hosted document. Its hash is in the document's policy and must be the one asked for here:
 * a changed file does not run. That way it needs no permission by address, which an opaque origin could not give.
 * @returns null when it does not load: then the name is asked for in Roman letters
 */
export function loadRomaniser(document: Document, integrity: string): Promise<Romanise | null> {
  return new Promise((resolve) => {
    const script = document.createElement('script');
    const settle = () => {
      clearTimeout(timer);
      script.remove();
      resolve((script as { romanise?: Romanise }).romanise ?? null);
    };
    const timer = setTimeout(settle, DEADLINE);
    script.addEventListener('load', settle);
    script.addEventListener('error', settle);
    script.integrity = integrity;
    script.crossOrigin = 'anonymous';
    script.src = 'romanise.js';
    document.head.append(script);
  });
}
