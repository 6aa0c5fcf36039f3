import { submitImplicitly } from './implicit-submission.js';

/** After this long without leaving the page, a submission counts as one that came to nothing (HTML has no event for it). */
const LEAVE_DEADLINE = 15_000;

/** What the gate asks of its element. */
export interface GateHost {
  /** Does the form wait for this control at all? */
  gatesForm(): boolean;
  /** The form data hold a token. */
  holdsToken(): boolean;
  /** Gets a token and resolves to true, or tells the shopper why not and resolves to false. */
  obtainToken(): Promise<boolean>;
}

type Stage = 'open' | 'tokenizing' | 'leaving';

/**
 * Holds a form's submission until there is a token, then submits it once, with the button that was pressed. It listens on the
 * form in the capture phase, so that the shop's own submit handlers run once only, with the token in the form data; what they
 * decide then counts.
 */
export class FormGate {
  readonly #host: GateHost;
  #form: HTMLFormElement | undefined;
  #stage: Stage = 'open';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: GateHost) {
    this.#host = host;
  }

  attach(form: HTMLFormElement | null): void {
    this.#form?.removeEventListener('submit', this.#handleSubmit, true);
    this.open();
    this.#form = form ?? undefined;
    form?.addEventListener('submit', this.#handleSubmit, true);
  }

  /** Lets the next submission in again. */
  open(): void {
    clearTimeout(this.#timer);
    this.#stage = 'open';
  }

  /** Enter in a field. */
  submitImplicitly(): void {
    if (this.#form && this.#stage === 'open') submitImplicitly(this.#form);
  }

  readonly #handleSubmit = (event: SubmitEvent): void => {
    if (!this.#host.gatesForm() || !isSending(event)) return;
    if (this.#stage === 'open' && this.#host.holdsToken()) {
      this.#stage = 'leaving';
      // a task of its own: by then the shop's handlers have decided
      setTimeout(() => {
        this.#afterSubmit(event);
      });
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (this.#stage === 'open') void this.#submitWithToken(event.submitter);
  };

  async #submitWithToken(submitter: HTMLElement | null): Promise<void> {
    const form = this.#form;
    this.#stage = 'tokenizing';
    let obtained = false;
    try {
      obtained = await this.#host.obtainToken();
    } finally {
      // whatever happened, the gate does not stay shut; unless it was opened or given another form meanwhile
      if (this.#isTokenizing() && form === this.#form) this.#stage = 'open';
      else obtained = false;
    }
    // a card that was set aside meanwhile pays for nothing: what was chosen instead waits for a press of its own
    if (!obtained || !form || !this.#host.gatesForm()) return;
    form.requestSubmit(isStillIn(form, submitter) ? submitter : null);
  }

  #isTokenizing(): boolean {
    return this.#stage === 'tokenizing';
  }

  /** A page that handles the submission itself keeps its form open; one that is about to leave takes no second press. */
  #afterSubmit(event: SubmitEvent): void {
    if (event.defaultPrevented) this.open();
    else this.#timer = setTimeout(this.open.bind(this), LEAVE_DEADLINE);
  }
}

/** Buttons that close a dialog send nothing, and those with formnovalidate (back, save, apply a coupon) do not ask for a card. */
function isSending({ submitter, target }: SubmitEvent): boolean {
  // an event that a script made may name other elements: they have none of these properties
  const button = submitter as HTMLButtonElement | null;
  return (button?.formMethod || (target as HTMLFormElement).method) !== 'dialog' && !button?.formNoValidate;
}

const isStillIn = (form: HTMLFormElement, submitter: HTMLElement | null): boolean => (submitter as HTMLButtonElement | null)?.form === form;
