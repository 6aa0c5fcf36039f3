import type { Attempt } from './attempt.js';
import type { ChallengeStatus } from './challenge.js';
import { openChallengeWindow, type ChallengeWindow } from './challenge-window.js';
import { readReturn } from './return-message.js';
import type { Stage } from './stage.js';
import { make, Surface, type WordKey } from './surface.js';
import { isSheet, windowSizeFor } from './window-size.js';

/** Issuers' pages that refuse a frame look like slow ones: after this long without any page the way out is offered more strongly. */
const BLANK_DEADLINE = 10_000;

/** The shopper wants the full page, or it has ended. */
export type DialogEnd = 'redirect' | { readonly status: ChallengeStatus; readonly accessId?: string };

/**
 * The challenge in a native `<dialog>`: in the top layer, above the shop's own, with the rest of the page inert. The platform moves
 * the focus in and gives it back. Nobody can see from outside whether an issuer refuses to be framed, so the way out to a full page
 * is there from the start.
 */
export class ChallengeDialog {
  readonly #stage: Stage;
  readonly #hosted: { readonly href: string; readonly origin: string };
  readonly #attempt: Attempt;
  readonly #surface: Surface;
  readonly #dialog: HTMLDialogElement;
  readonly #title: HTMLElement;
  readonly #remaining = make('p', { role: 'timer' });
  readonly #lastMinute = make('p', { role: 'status', class: 'heard' });
  readonly #box = make('div', { class: 'window' });
  readonly #turning = make('div', { class: 'turning' });
  readonly #status: HTMLElement;
  readonly #wholePage: HTMLElement;
  readonly #veil: HTMLElement;
  readonly #question: HTMLElement;
  readonly #parts: readonly HTMLElement[];
  #window: ChallengeWindow | undefined;
  #focused: Element | null = null;
  #isBlocked = false;
  #end: (end: DialogEnd) => void = () => undefined;

  constructor(stage: Stage, hosted: { readonly href: string; readonly origin: string }, attempt: Attempt) {
    this.#stage = stage;
    this.#hosted = hosted;
    this.#attempt = attempt;
    const surface = new Surface(stage, 'challenge');
    this.#surface = surface;
    const leave = () => this.#end('redirect');
    this.#title = surface.say(make('h2', { id: 'title', tabindex: '-1', autofocus: '' }), 'title');
    this.#status = make('p', { role: 'status' });
    this.#wholePage = surface.button('whole-page', 'primary', leave);
    this.#veil = make('div', { class: 'veil' }, this.#turning, this.#status, this.#wholePage);
    this.#box.append(this.#veil);
    const header = make('header', {}, this.#title, this.#remaining, this.#lastMinute, surface.button('cancel', '', this.#askToStop));
    const help = ['help-address', 'help-again', 'help-phone'].map((key) => surface.say(make('li'), key as WordKey));
    const details = make('details', {}, surface.say(make('summary'), 'help'), make('ul', {}, ...help));
    const footer = make('footer', {}, details, surface.button('way-out', 'quiet', leave));
    this.#question = this.#makeQuestion();
    this.#parts = [header, this.#box, footer];
    this.#dialog = make('dialog', { part: 'challenge', 'aria-labelledby': 'title' }, ...this.#parts, this.#question);
    surface.root.append(this.#dialog);
  }

  /** Nothing could be shown: the way out is all that is left. */
  get isBlocked(): boolean {
    return this.#isBlocked;
  }

  /** Opens it until it has ended; afterwards nothing of it is left. */
  show(signal: AbortSignal): Promise<DialogEnd> {
    return new Promise((resolve) => {
      const life = new AbortController();
      const close = () => {
        life.abort();
        clearInterval(clock);
        clearTimeout(blank);
        this.#dialog.close(); // gives the focus back
        this.#surface.host.remove();
      };
      this.#end = (end) => {
        if (life.signal.aborted) return;
        close();
        resolve(end);
      };
      signal.addEventListener('abort', close, { signal: life.signal });
      this.#listen(life.signal);
      const clock = setInterval(this.#tick, 1000);
      const blank = setTimeout(() => this.#lift('still-blank'), BLANK_DEADLINE);

      this.#stage.root.prepend(this.#surface.host);
      if (this.#dialog.isConnected) this.#dialog.showModal();
      if (this.#tick()) this.#openWindow(life.signal);
    });
  }

  /** The language may be another one. */
  speak(): void {
    this.#surface.speak();
    this.#window?.rename(this.#surface.words['frame-title']);
    this.#tick();
  }

  #makeQuestion(): HTMLElement {
    const surface = this.#surface;
    return make(
      'div',
      { class: 'question', role: 'alertdialog', 'aria-labelledby': 'question', 'aria-describedby': 'text', hidden: '' },
      surface.say(make('h2', { id: 'question' }), 'question'),
      surface.say(make('p', { id: 'text' }), 'question-text'),
      make(
        'div',
        { class: 'buttons' },
        surface.button('continue', 'primary', this.#goOn),
        surface.button('stop', '', () => this.#end({ status: 'cancelled' })),
      ),
    );
  }

  #listen(signal: AbortSignal): void {
    const toggle = (event: Event) => {
      event.preventDefault();
      if (this.#question.hidden) this.#askToStop();
      else this.#goOn();
    };
    this.#dialog.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.isComposing) toggle(event);
    });
    this.#dialog.addEventListener('cancel', toggle); // what else closes dialogs, such as Android's way back
    // a browser that is asked twice need not listen to us (HTML, "close watchers")
    this.#dialog.addEventListener('close', () => this.#end({ status: 'cancelled' }));
    window.addEventListener(
      'message',
      (event) => {
        const wrapper = this.#window ? this.#stage.pristine.contentWindow(this.#window.frame) : null;
        const returned = readReturn(event, window.origin, wrapper);
        if (!returned) return;
        this.#end({ status: 'returned', ...(returned.accessId !== null && { accessId: returned.accessId }) });
      },
      { signal },
    );
  }

  #openWindow(signal: AbortSignal): void {
    const { pristine } = this.#stage;
    const box = this.#box;
    const { width, height } = windowSizeFor(box.clientWidth, box.clientHeight, isSheet(window));
    this.#dialog.style.setProperty('--width', `${String(width)}px`);
    this.#dialog.style.setProperty('--height', `${String(height)}px`);
    this.#lift('opening');
    this.#window = openChallengeWindow({
      pristine,
      root: this.#surface.root,
      box,
      hosted: this.#hosted,
      address: this.#attempt.redirectUrl,
      title: this.#surface.words['frame-title'],
      signal,
      tell: (sign) => {
        if (sign === 'loaded') {
          this.#veil.hidden = true;
          return;
        }
        this.#isBlocked = true;
        this.#lift('blocked');
      },
    });
  }

  /** Says something in front of the frame, as long as nothing is in it. */
  #lift(key: 'opening' | 'still-blank' | 'blocked'): void {
    if (this.#isBlocked && key !== 'blocked') return;
    this.#surface.say(this.#status, key);
    this.#turning.hidden = key === 'blocked';
    this.#wholePage.hidden = key === 'opening';
  }

  /** @returns false for a dialog that nobody sees, because the shop hid the element: then it is a full page */
  readonly #tick = (): boolean => {
    if (!this.#dialog.getClientRects().length) {
      this.#end('redirect');
      return false;
    }
    const seconds = Math.max(0, Math.ceil((this.#attempt.deadline - Date.now()) / 1000));
    const time = `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
    this.#remaining.textContent = this.#surface.words.remaining.replace('{time}', time);
    if (seconds === 60) this.#surface.say(this.#lastMinute, 'last-minute'); // a timer is not read out by itself
    return true;
  };

  readonly #askToStop = (): void => {
    if (this.#isBlocked) {
      this.#end({ status: 'blocked' });
      return;
    }
    this.#focused = this.#surface.root.activeElement;
    this.#question.hidden = false;
    for (const part of this.#parts) part.inert = true;
    this.#question.querySelector('button')?.focus();
  };

  readonly #goOn = (): void => {
    for (const part of this.#parts) part.inert = false;
    this.#question.hidden = true;
    const focused = this.#focused instanceof HTMLElement ? this.#focused : this.#title;
    focused.focus();
  };
}
