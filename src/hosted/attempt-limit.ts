/**
 * Slows and ends repeated tokenisation in one page, against card testing (クレジットマスター). The binding limits are the
 * merchant's and the gateway's: this one only slows a robot down and makes it load the document again.
 */

/** This many attempts cost nothing: a shopper who mistypes. */
const FREE = 3;
/** Milliseconds after the free ones, doubled each time up to the longest: the page waits for an answer for a minute. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 8_000;
const LIMIT = 8;

export class AttemptLimit {
  #attempts = 0;

  /** @returns how long this attempt has to wait, milliseconds, or null when there were too many */
  nextPause(): number | null {
    this.#attempts += 1;
    if (this.#attempts > LIMIT) return null;
    return this.#attempts <= FREE ? 0 : Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (this.#attempts - FREE - 1));
  }
}
