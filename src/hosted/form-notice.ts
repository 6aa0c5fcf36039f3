import type { Words } from '../channel/protocol.js';

/** Milliseconds: the number is seen to change each second. */
const SECOND = 1_000;
/** Seconds below which nothing more is read out before the end. */
const LAST_SPOKEN = 5;

const nothing = () => '';

export type FormNotice = ReturnType<typeof formNotice>;

/** What the whole form has to say, under its fields. Takes no room while there is nothing. */
export function formNotice() {
  const element = document.createElement('p');
  const visible = document.createElement('span');
  /** A region of its own: one that changed each second would read without end. */
  const spoken = document.createElement('span');
  let words: Words;
  let sentence: (words: Words) => string = nothing;
  let timer: ReturnType<typeof setTimeout> | undefined;

  element.className = 'notice';
  visible.ariaHidden = 'true';
  spoken.className = 'heard';
  spoken.role = 'status';
  element.append(visible, spoken);

  /** From here on in these words, and what is said now, too. */
  const speak = (next: Words) => {
    words = next;
    visible.textContent = spoken.textContent = sentence(words);
  };
  const say = (next: (words: Words) => string) => {
    clearTimeout(timer);
    sentence = next;
    speak(words);
  };
  return {
    element,
    speak,
    say,
    clear(): void {
      if (sentence !== nothing) say(nothing);
    },
    /** @param remaining - milliseconds, asked again each second */
    countDown(remaining: () => number): void {
      const secondsLeft = () => Math.ceil(remaining() / SECOND);
      const wait = (words: Words) => words.wait.replace('{seconds}', String(secondsLeft()));
      let heard = secondsLeft();
      const tick = () => {
        const seconds = secondsLeft();
        if (!seconds) {
          say((words) => words['wait-over']);
          return;
        }
        visible.textContent = wait(words);
        // read out at the start, then each time that half of it is over
        if (seconds * 2 <= heard && seconds >= LAST_SPOKEN) {
          heard = seconds;
          spoken.textContent = wait(words);
        }
        timer = setTimeout(tick, SECOND);
      };
      say(wait);
      timer = setTimeout(tick, SECOND);
    },
  };
}
