/**
 * Makes whoever tries card after card wait, against card testing (クレジットマスター): after five refusals of the gateway within ten
 * minutes, each further one for twice as long. It slows a robot that drives the page; the binding limits are the merchant's and the
 * gateway's.
 */

const FREE = 5;
/** Milliseconds. */
const SPAN = 600_000;
const FIRST_WAIT = 30_000;
const KEY = 'shoji-refusals';

export class RefusalBrake {
  readonly #store: Storage | null;
  /** When the gateway refused, within the last ten minutes, oldest first. */
  #refusals: readonly number[];

  /** @param store - keeps the times when the document is loaded anew; null where there is none (an opaque origin) */
  constructor(store: Storage | null) {
    this.#store = store;
    this.#refusals = read(store);
  }

  refused(now: number): void {
    this.#refusals = [...this.#recent(now), now];
    try {
      this.#store?.setItem(KEY, JSON.stringify(this.#refusals));
    } catch {
      // full: the document remembers by itself
    }
  }

  /** @returns milliseconds until the next attempt is let through, 0 for at once */
  remaining(now: number): number {
    const refusals = this.#recent(now);
    const last = refusals.at(-1);
    if (last === undefined || refusals.length < FREE) return 0;
    return Math.max(0, last + Math.min(SPAN, FIRST_WAIT * 2 ** (refusals.length - FREE)) - now);
  }

  /** A clock that was set back leaves times that are still to come: they do not count. */
  #recent(now: number): readonly number[] {
    return this.#refusals.filter((time) => time <= now && time > now - SPAN);
  }
}

function read(store: Storage | null): readonly number[] {
  try {
    const times: unknown = JSON.parse(store?.getItem(KEY) ?? '[]');
    return Array.isArray(times) ? times.filter((time) => typeof time === 'number') : [];
  } catch {
    return [];
  }
}
