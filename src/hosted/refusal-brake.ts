/**
 * Makes whoever tries card after card wait, against card testing (クレジットマスター): after five refused cards within ten minutes half a
 * minute, after each further one twice as long, up to ten minutes. It slows a robot that drives the page; the binding limits are the
 * merchant's and the gateway's, who alone see which cards a bank declined.
 */

const FREE_REFUSALS = 5;
/** Milliseconds, as all that follow. */
const REMEMBERED_FOR = 600_000;
const FIRST_WAIT = 30_000;
const LONGEST_WAIT = 600_000;
const STORE_KEY = 'shoji-refusals';

interface Memory {
  /** When a card was refused, oldest first. */
  readonly refusals: readonly number[];
  /** No attempt is let through before. */
  readonly until: number;
}

export class RefusalBrake {
  readonly #store: Storage | null;
  #memory: Memory = { refusals: [], until: 0 };

  /** @param store - remembers for the documents that come after this one and stand beside it; null where there is none */
  constructor(store: Storage | null = sessionStore()) {
    this.#store = store;
  }

  refused(now: number): void {
    const refusals = [...this.#read().refusals.filter((time) => time > now - REMEMBERED_FOR), now];
    const excess = refusals.length - FREE_REFUSALS;
    this.#memory = { refusals, until: excess < 0 ? 0 : now + Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** excess) };
    this.#store?.setItem(STORE_KEY, JSON.stringify(this.#memory));
  }

  /** @returns milliseconds until the next attempt is let through, 0 for at once */
  remaining(now: number): number {
    const rest = this.#read().until - now;
    return rest > 0 && rest <= LONGEST_WAIT ? rest : 0;
  }

  #read(): Memory {
    try {
      const { refusals, until } = JSON.parse(this.#store?.getItem(STORE_KEY) ?? '') as Partial<Memory>;
      return Array.isArray(refusals) && typeof until === 'number' ? { refusals, until } : this.#memory;
    } catch {
      return this.#memory;
    }
  }
}

/** Null in an opaque origin, and where the shopper forbids it. */
function sessionStore(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}
