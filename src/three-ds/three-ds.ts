/**
 * Everything of 3-D Secure that a payment without it does not need: loaded when a challenge begins, when the tab remembers one, or
 * when a consent is asked for. It tells how an attempt ended, once; the payment controller owns what that means.
 */
import { newAttempt, parseAttempt, type Attempt } from './attempt.js';
import { forgetAttempt, readAttempt, rememberAttempt } from './attempt-storage.js';
import { ChallengeDialog } from './challenge-dialog.js';
import type { ChallengeOptions, ChallengeOutcome, Presentation } from './challenge.js';
import { claim } from './claim.js';
import { Consent, type ConsentRecord } from './consent.js';
import { Notice } from './notice.js';
import { leave } from './redirect.js';
import { SaveConsent } from './save-consent.js';
import type { Stage } from './stage.js';

/** What the shopper is shown of an attempt; one leads to the next until there is an outcome. */
type Step = Presentation | 'ask';

/** What the shopper is asked before a token is obtained. */
export interface Questions {
  readonly consent: boolean;
  /** Anything but `ask` and `always`: it is not. */
  readonly save: string;
}

export interface Answers {
  readonly consent: ConsentRecord | null;
  readonly saveConsent: ConsentRecord | null;
}

/** One attempt on this page. */
interface Run {
  /** Ends it; the first end counts. */
  readonly end: (outcome: ChallengeOutcome) => void;
  /** Makes room, while the shopper is only asked about it. */
  readonly giveWay: () => void;
  /** What belongs to it goes when this is aborted. */
  readonly signal: AbortSignal;
}

/** A page has one challenge at a time, whatever the number of its elements. */
let running: Run | undefined;

const isTaken = (): boolean => running !== undefined;
const isRemembered = ({ id }: Attempt): boolean => parseAttempt(readAttempt())?.id === id;

export class ThreeDs {
  readonly #stage: Stage;
  #notice: Notice | undefined;
  #dialog: ChallengeDialog | undefined;
  #consent: Consent | undefined;
  #save: SaveConsent | undefined;
  #run: Run | undefined;
  /** The shopper is asked what to do with an attempt. */
  #isAsking = false;
  /** The shopper came to this page by another way than the return URL. */
  #wasAsked = false;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /**
   * Takes the shopper to the issuer.
   * @param connection - ends with the element
   * @throws ShojiError `busy`
   */
  authenticate(redirectUrl: string, options: ChallengeOptions, connection: AbortSignal): Promise<ChallengeOutcome> {
    running?.giveWay();
    const id = crypto.getRandomValues(new Uint32Array(4)).join('-');
    const attempt = newAttempt(redirectUrl, options, id, Date.now(), document.baseURI);
    const refusal = this.#stage.refusal(isTaken());
    if (refusal) return Promise.reject(refusal);
    void claim(attempt.id); // nobody else knows it yet
    return this.#begin(attempt, attempt.phase, [connection, ...(options.signal ? [options.signal] : [])]);
  }

  /** Shows what the shopper has to see before any challenge: what is to be agreed to, and what is known of an attempt that the tab remembers. */
  attend({ consent: asksConsent, save }: Questions, connection: AbortSignal): void {
    if (this.#save && this.#save.mode !== save) {
      this.#save.remove();
      this.#save = undefined;
    }
    if (save === 'ask' || save === 'always') this.#save ??= new SaveConsent(this.#stage, save);
    if (!asksConsent) this.#consent?.remove();
    this.#consent = asksConsent ? (this.#consent ?? new Consent(this.#stage)) : undefined;
    void this.#recall(connection);
  }

  /** What was agreed to; where nothing was, null: of a consent that is missing it is said at its box. */
  async answers(): Promise<Answers> {
    return { consent: (await this.#consent?.record()) ?? null, saveConsent: (await this.#save?.record()) ?? null };
  }

  /** An attempt that the shopper is only asked about makes room for what the shopper does instead. */
  giveWay(): void {
    this.#run?.giveWay();
  }

  /** Gives up what is under way, and takes away what was told. */
  clear(): void {
    this.#run?.end({ status: 'cancelled' });
    this.#tidy();
  }

  /** The language may be another one. */
  speak(): void {
    this.#notice?.speak();
    this.#dialog?.speak();
    this.#consent?.speak();
    this.#save?.speak();
  }

  async #recall(connection: AbortSignal): Promise<void> {
    if (isTaken()) return;
    const attempt = parseAttempt(readAttempt());
    if (!attempt) forgetAttempt();
    else if (!(await claim(attempt.id))) {
      forgetAttempt();
      this.#tell('elsewhere');
    } else if (isRemembered(attempt) && !connection.aborted && !this.#stage.refusal(isTaken())) {
      await this.#begin(attempt, 'ask', [connection]);
    }
  }

  /**
   * Shows the attempt until it has ended. Afterwards nothing of it is left: no timer, no listener, no element, no memory.
   * @param signals - each of them gives it up
   */
  #begin(attempt: Attempt, first: Step, signals: readonly AbortSignal[]): Promise<ChallengeOutcome> {
    return new Promise((resolve) => {
      const life = new AbortController();
      const { signal } = life;
      const end = ({ status, accessId = attempt.accessId }: ChallengeOutcome) => {
        if (signal.aborted) return;
        life.abort();
        clearTimeout(timer);
        running = this.#run = this.#dialog = undefined;
        this.#isAsking = false;
        if (isRemembered(attempt)) forgetAttempt();
        const outcome = { status, ...(accessId !== undefined && { accessId }) };
        this.#stage.tell({ type: 'challenge-ended', outcome });
        resolve(outcome);
        const { returnUrl } = attempt;
        // the page that began it, and knew where to go on, is gone
        if (status === 'returned' && this.#wasAsked && returnUrl !== undefined) setTimeout(() => window.location.assign(returnUrl));
      };
      const expire = () => {
        const isAsking = this.#isAsking;
        end({ status: this.#dialog?.isBlocked ? 'blocked' : 'expired' });
        if (isAsking) this.#tell('time-over');
      };
      const timer = setTimeout(expire, attempt.deadline - Date.now());

      const cancel = () => end({ status: 'cancelled' });
      const giveWay = () => {
        if (this.#isAsking) cancel();
      };
      const run: Run = { end, giveWay, signal };
      running = this.#run = run;
      this.#isAsking = this.#wasAsked = first === 'ask';
      this.#tidy();
      this.#stage.tell({ type: 'challenge-asked' });
      for (const given of signals) given.addEventListener('abort', cancel, { signal });
      if (signals.some(({ aborted }) => aborted)) cancel();
      else if (attempt.deadline <= Date.now()) expire();
      else this.#go(attempt, first, run).catch(() => end({ status: 'blocked' })); // a page where even that much is forbidden
    });
  }

  async #go(attempt: Attempt, first: Step, { end, signal }: Run): Promise<void> {
    let next: Step | ChallengeOutcome = first;
    while (typeof next === 'string') {
      if (signal.aborted) return;
      next = await this.#show(next, attempt, signal);
    }
    end(next);
  }

  async #show(next: Step, attempt: Attempt, signal: AbortSignal): Promise<Step | ChallengeOutcome> {
    const hosted = this.#stage.hosted();
    if (next === 'ask') return this.#ask(attempt, signal);
    const phase = next === 'dialog' && hosted ? 'dialog' : 'redirect';
    rememberAttempt(JSON.stringify({ ...attempt, phase } satisfies Attempt));
    if (phase === 'dialog' && hosted) {
      this.#dialog = new ChallengeDialog(this.#stage, hosted, attempt);
      return this.#dialog.show(signal);
    }
    this.#dialog = undefined;
    const isKept = readAttempt() !== null;
    await leave(attempt.redirectUrl, window, signal);
    // the return page forgot the attempt: the browser was there, and came here by another way
    return isKept && readAttempt() === null ? { status: 'returned' } : 'ask';
  }

  async #ask(attempt: Attempt, signal: AbortSignal): Promise<Step | ChallengeOutcome> {
    this.#isAsking = this.#wasAsked = true;
    this.#notice = new Notice(this.#stage);
    const decision = await this.#notice.ask(attempt, signal);
    this.#isAsking = false;
    this.#tidy();
    return decision === 'resume' ? (parseAttempt(readAttempt())?.phase ?? attempt.phase) : { status: 'returned' };
  }

  #tidy(): void {
    this.#notice?.remove();
    this.#notice = undefined;
  }

  #tell(key: 'elsewhere' | 'time-over'): void {
    this.#tidy();
    this.#notice = new Notice(this.#stage);
    this.#notice.tell(key);
  }
}
