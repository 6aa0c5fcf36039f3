/**
 * Counts round trips exactly, whatever the machine does: requests are held back until no further one comes, then all of them are let
 * through together. What is asked for only after that is another round trip.
 */

/** Longer than it takes to ask for everything that an answer makes known. Milliseconds. */
const QUIET = 400;

export class RoundTrips {
  #held: (() => void)[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #quiet: number;
  /** What has been let through, round by round. */
  readonly rounds: (readonly string[])[] = [];
  #names: string[] = [];

  constructor(quiet = QUIET) {
    this.#quiet = quiet;
  }

  /** Settles with the round that the request belongs to. */
  pass(name: string): Promise<void> {
    this.#names.push(name);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#release();
    }, this.#quiet);
    return new Promise((release) => this.#held.push(release));
  }

  /** When nothing is held back and nothing more has been asked for. */
  async settled(): Promise<void> {
    do await new Promise((resolve) => setTimeout(resolve, this.#quiet * 1.5));
    while (this.#held.length);
  }

  #release(): void {
    this.rounds.push(this.#names);
    const held = this.#held;
    this.#names = [];
    this.#held = [];
    for (const release of held) release();
  }
}
