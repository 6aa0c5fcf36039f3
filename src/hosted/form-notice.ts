/** Milliseconds: the number is seen to change each second. */
const SECOND = 1_000;
/** Seconds below which nothing more is read out before the end. */
const LAST_SPOKEN = 5;

const nothing = () => '';

/** What the whole form has to say, under its fields. Takes no room while there is nothing. */
export class FormNotice {
  readonly element = document.createElement('p');
  readonly #visible = document.createElement('span');
  /** A region of its own: one that changed each second would read without end. */
  readonly #spoken = document.createElement('span');
  #sentence: () => string = nothing;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.element.className = 'notice';
    this.#visible.ariaHidden = 'true';
    this.#spoken.className = 'heard';
    this.#spoken.role = 'status';
    this.element.append(this.#visible, this.#spoken);
  }

  get isEmpty(): boolean {
    return this.#sentence === nothing;
  }

  /** @param sentence - in the language of the moment */
  say(sentence: () => string): void {
    clearTimeout(this.#timer);
    this.#sentence = sentence;
    this.refresh();
  }

  clear(): void {
    if (!this.isEmpty) this.say(nothing);
  }

  /** Says the same in another language. */
  refresh(): void {
    this.#visible.textContent = this.#spoken.textContent = this.#sentence();
  }

  /**
   * @param remaining - milliseconds, asked again each second
   * @param wait - the sentence for so many seconds
   * @param over - the sentence for the end
   */
  countDown(remaining: () => number, wait: (seconds: number) => string, over: () => string): void {
    const secondsLeft = () => Math.ceil(remaining() / SECOND);
    this.say(() => wait(secondsLeft()));
    let spoken = secondsLeft();
    const tick = () => {
      const seconds = secondsLeft();
      if (!seconds) {
        this.say(over);
        return;
      }
      this.#visible.textContent = wait(seconds);
      // read out at the start, then each time that half of it is over
      if (seconds * 2 <= spoken && seconds >= LAST_SPOKEN) {
        spoken = seconds;
        this.#spoken.textContent = wait(seconds);
      }
      this.#timer = setTimeout(tick, SECOND);
    };
    this.#timer = setTimeout(tick, SECOND);
  }
}
