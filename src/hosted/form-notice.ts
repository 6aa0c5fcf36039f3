/** Milliseconds: the number is seen to change each second, and read out a few times only. */
const SECOND = 1_000;
const SPOKEN_EVERY = 15;

/** What the whole form has to say, under its fields. Takes no room while there is nothing. */
export class FormNotice {
  readonly element = document.createElement('p');
  readonly #seen = document.createElement('span');
  /** A region of its own: one that changed each second would read without end. */
  readonly #heard = document.createElement('span');
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.element.className = 'notice';
    this.#seen.ariaHidden = 'true';
    this.#heard.className = 'heard';
    this.#heard.role = 'status';
    this.element.append(this.#seen, this.#heard);
  }

  say(text: string): void {
    clearTimeout(this.#timer);
    this.#write(text, text);
  }

  /**
   * @param end - milliseconds, on the clock of Date.now()
   * @param wait - the sentence for so many seconds, in the language of the moment
   * @param over - the sentence for the end
   */
  countDown(end: number, wait: (seconds: number) => string, over: () => string): void {
    clearTimeout(this.#timer);
    let spoken = Infinity;
    const tick = () => {
      const seconds = Math.ceil((end - Date.now()) / SECOND);
      if (seconds <= 0) {
        this.say(over());
        return;
      }
      const isSpoken = spoken - seconds >= SPOKEN_EVERY;
      if (isSpoken) spoken = seconds;
      this.#write(wait(seconds), isSpoken ? wait(seconds) : undefined);
      this.#timer = setTimeout(tick, SECOND);
    };
    tick();
  }

  #write(seen: string, heard: string | undefined): void {
    this.#seen.textContent = seen;
    if (heard !== undefined) this.#heard.textContent = heard;
  }
}
