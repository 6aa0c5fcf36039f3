/** Attempts that this page has in hand: an element may be moved, or asked twice. */
const ours = new Set<string>();

/**
 * Takes an attempt in hand for this page, for as long as the page lives: a duplicated tab has a copy of everything that the tab
 * remembers, and one attempt has one result (Web Locks API; a lock ends with its page, however that ends).
 * @returns false while another page has it
 */
export function claim(id: string): Promise<boolean> {
  // absent without a secure context
  const locks = navigator.locks as LockManager | undefined;
  if (ours.has(id) || !locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    const take = (lock: Lock | null) => {
      if (lock) ours.add(id);
      resolve(lock !== null);
      return lock === null ? undefined : new Promise(() => undefined); // never given back
    };
    // a page that may not have locks is alone with its storage
    locks.request(`shoji-attempt ${id}`, { ifAvailable: true }, take).catch(() => resolve(true));
  });
}
