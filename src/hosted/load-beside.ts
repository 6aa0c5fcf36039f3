/** Longer than a slow phone line needs for a few kilobytes. */
const DEADLINE = 8_000;

/**
 * Loads a script that lies beside the hosted document and leaves what it has to give on its own element, nothing global. Its hash is in
 * the document's policy and must be the one asked for here: a changed file does not run. That way it needs no permission by address,
 * which an opaque origin could not give.
 * @returns null when it does not load
 */
export function loadBeside<T>(document: Document, file: string, integrity: string): Promise<T | null> {
  return new Promise((resolve) => {
    const script = document.createElement('script');
    const settle = () => {
      clearTimeout(timer);
      script.remove();
      resolve((script as { given?: T }).given ?? null);
    };
    const timer = setTimeout(settle, DEADLINE);
    script.addEventListener('load', settle);
    script.addEventListener('error', settle);
    script.integrity = integrity;
    script.crossOrigin = 'anonymous';
    script.src = file;
    document.head.append(script);
  });
}
