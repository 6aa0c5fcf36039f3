/** Milliseconds without a sign of the shopper after which a card does not stay on the screen: our choice. */
const IDLE = 600_000;

/** Says when the shopper has not been seen for ten minutes, again and again. */
export class IdleTimer {
  readonly #expired: () => void;
  #lastSign = Date.now();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(expired: () => void) {
    this.#expired = expired;
    // timers stand still while a device sleeps
    document.addEventListener('visibilitychange', () => {
      this.#look();
    });
    this.#look();
  }

  /** The shopper is there. Called for every key, so it moves no timer: that one looks at the time when it is due. */
  touch(): void {
    this.#lastSign = Date.now();
  }

  #look(): void {
    if (Date.now() - this.#lastSign >= IDLE) {
      this.touch();
      this.#expired();
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#look();
    }, this.#lastSign + IDLE - Date.now());
  }
}
