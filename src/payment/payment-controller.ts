import type { PageMessage, TokenMessage } from '../channel/protocol.js';
import { ShojiError, type ErrorCode } from '../errors.js';
import { inTime } from '../in-time.js';
import { forgetAttempt, readAttempt } from '../three-ds/attempt-storage.js';
import { challengeAddress, type ChallengeOptions, type ChallengeOutcome } from '../three-ds/challenge.js';
import { importThreeDs } from '../three-ds/import-three-ds.js';
import type { Stage } from '../three-ds/stage.js';
import type { Answers, Questions, ThreeDs } from '../three-ds/three-ds.js';
import type { HostedAddress } from '../vault/hosted-address.js';
import { checkTokenCount, readSettings, type Appearance, type RawSettings } from '../vault/vault-settings.js';
import { createVault, type VaultReport } from '../vault/vault.js';
import { browserDetails } from './browser-details.js';
import { advance, ignores, type Announcement, type Effect, type PaymentEvent } from './payment-machine.js';
import { INITIAL_STATE, type CardToken, type PaymentState } from './payment-state.js';

/** Longer than all deadlines of the frame together (the script's, the answer's): this one is for a frame that died. */
const TOKEN_DEADLINE = 60_000;

/** The code of 3-D Secure is a few kilobytes beside the script; a full page needs none of it. */
const CODE_DEADLINE = 5_000;
/** A page that is still there after so long was not left. */
const LEAVE_DEADLINE = 30_000;

const NO_ANSWERS: Answers = { consent: null, saveConsent: null };

/** What the element does for its payment. A private object, so that no script of the page can call it. */
export interface PaymentHost extends Pick<Stage, 'pristine' | 'root' | 'language'> {
  requestUpdate(): void;
  /** Dispatches the public event. */
  announce(what: Announcement, state: PaymentState): void;
  /** The shopper pressed Enter in a field. */
  submitAsked(): void;
}

interface Waiting<T> {
  readonly resolve: (value: T) => void;
  readonly reject: (error: ShojiError) => void;
}

/**
 * Owns the state of one payment and performs the machine's effects: the only place that does. It is not registered with Lit,
 * which publishes the controllers of an element: from here a script could load another document into the frame.
 */
export class PaymentController {
  readonly #vault = createVault();
  readonly #host: PaymentHost;
  #state = INITIAL_STATE;
  #tokenWaiting: (Waiting<CardToken> & { readonly id: string; readonly timer: ReturnType<typeof setTimeout> }) | undefined;
  /** The code of 3-D Secure, once it is here. */
  #threeDs: ThreeDs | undefined;
  #hosted: HostedAddress | undefined;
  /** Ends what is under way when the element goes. */
  #connection = new AbortController();
  #questions: Questions = { consent: false, save: 'never' };
  #answers = NO_ANSWERS;

  constructor(host: PaymentHost) {
    this.#host = host;
  }

  /** Holds the frame; stands in the host's shadow root. From it a script would find that root. */
  get vault(): HTMLElement {
    return this.#vault.element;
  }

  get state(): PaymentState {
    return this.#state;
  }

  /** Takes the frame away and ends what is under way. */
  close(): void {
    this.#connection.abort();
    this.#connection = new AbortController();
    this.#shut();
  }

  /** Loads the hosted document with these settings; what was typed before is gone. A challenge goes on. */
  open(raw: RawSettings): void {
    this.#shut();
    this.#questions = raw;
    void this.#attend();
    const settings = readSettings(raw);
    if (typeof settings === 'string') {
      this.#dispatch({ type: 'lost', code: settings });
      return;
    }
    this.#hosted = settings.address;
    this.#vault.open(settings, (report) => {
      this.#handleReport(report);
    });
  }

  /** The language may be another one. */
  speak(): void {
    this.#threeDs?.speak();
  }

  /** What the fields wait for, and how they look from now on. */
  dress(appearance: Appearance): void {
    this.#vault.dress(appearance);
  }

  send(message: PageMessage): void {
    this.#vault.send(message);
  }

  /** Moves the keyboard into the frame, to the first field or to the first wrong one. */
  focusFields(target: 'first' | 'wrong', options?: FocusOptions): void {
    this.#vault.focusFrame(options);
    this.send({ type: 'focus', target });
  }

  /** The frame's accessible name, in another language. */
  rename(title: string): void {
    this.#vault.rename(title);
  }

  /**
   * @param count - how many tokens
   * @throws {@link ShojiError} `token-count-invalid`, `not-ready`, `busy`, `aborted`, or why no token was issued
   */
  tokenize(count: number): Promise<CardToken> {
    this.#threeDs?.giveWay();
    const wrong = checkTokenCount(count) ?? this.#refusal('tokenize-asked', 'not-ready');
    if (wrong) return Promise.reject(new ShojiError(wrong));
    return new Promise((resolve, reject) => {
      const id = crypto.getRandomValues(new Uint32Array(4)).join('-');
      const timer = setTimeout(() => {
        this.#handleReport({ type: 'error', id, code: 'gateway-timeout' });
      }, TOKEN_DEADLINE);
      this.#tokenWaiting = { id, timer, resolve, reject };
      this.#dispatch({ type: 'tokenize-asked', id, count });
    });
  }

  /** @throws {@link ShojiError} `redirect-url-invalid`, or `busy` while another challenge or a tokenisation is under way */
  async authenticate(redirectUrl: string, options: ChallengeOptions): Promise<ChallengeOutcome> {
    const address = challengeAddress(redirectUrl)?.href;
    if (!address) throw new ShojiError('redirect-url-invalid');
    const { signal } = this.#connection;
    const threeDs = await this.#loadThreeDs();
    if (threeDs) return threeDs.authenticate(address, options, signal);
    // A full page needs no code: a payment never fails for want of it. The promise goes with the page.
    this.#dispatch({ type: 'challenge-asked' });
    location.assign(address);
    await new Promise((resolve) => setTimeout(resolve, LEAVE_DEADLINE));
    const outcome = { status: 'blocked' } as const;
    this.#dispatch({ type: 'challenge-ended', outcome });
    return outcome;
  }

  /** Empties the fields, forgets the token and gives up what is under way. */
  clear(): void {
    this.#threeDs?.clear();
    forgetAttempt();
    this.empty();
  }

  /**
   * Empties the fields and forgets the token. While the shopper is at the issuer, and without fields, there is nothing to empty.
   * A page that is shown again may learn here what another one left behind.
   */
  empty(): void {
    this.#settleToken(new ShojiError('aborted'));
    this.#dispatch({ type: 'cleared' });
    void this.#attend();
  }

  #shut(): void {
    this.#settleToken(new ShojiError('aborted'));
    this.#vault.close();
    this.#dispatch({ type: 'opened' });
  }

  #refusal(type: PaymentEvent['type'], code: ErrorCode): ErrorCode | null {
    if (this.#tokenWaiting) return 'busy';
    return ignores(this.#state.phase, type) ? code : null;
  }

  /** The effects of a step speak of that step's state, even when one of their listeners takes the next step. */
  #dispatch(event: PaymentEvent): void {
    const { state, effects } = advance(this.#state, event);
    if (state === this.#state) return;
    this.#state = state;
    this.#host.requestUpdate();
    for (const effect of effects) this.#perform(effect, state);
  }

  #perform(effect: Effect, state: PaymentState): void {
    switch (effect.type) {
      case 'request-token':
        // a `three-ds.js` of another version may not know what it is asked
        this.#request(effect).catch(() => this.#handleReport({ type: 'error', id: effect.id, code: 'hosted-unavailable' }));
        break;
      case 'clear-card':
        this.send({ type: 'clear' });
        break;
      case 'announce':
        this.#host.announce(effect.what, state);
        break;
    }
  }

  async #request({ id, count }: Extract<Effect, { type: 'request-token' }>): Promise<void> {
    let tokens = count;
    this.#answers = NO_ANSWERS; // what was agreed to before another `save` or `consent` is over
    if (this.#isAsking) {
      const { consent, save } = this.#questions;
      const threeDs = await this.#attend();
      const answers = (await threeDs?.answers()) ?? NO_ANSWERS;
      this.#answers = answers;
      const isMissing = (consent && !answers.consent) || (save === 'always' && !answers.saveConsent);
      if (isMissing) this.#handleReport({ type: 'error', id, code: threeDs ? 'consent-missing' : 'hosted-unavailable' });
      // the last one is for saving the card
      if (save === 'ask' && !answers.saveConsent && count > 1) tokens -= 1;
    }
    if (id === this.#tokenWaiting?.id) this.send({ type: 'tokenize', id, count: tokens });
  }

  get #isAsking(): boolean {
    const { consent, save } = this.#questions;
    return consent || save !== 'never';
  }

  /** What the shopper has to see before any challenge: what is to be agreed to, and what an earlier page of this tab left behind. */
  async #attend(): Promise<ThreeDs | undefined> {
    if (!this.#isAsking && !this.#threeDs && readAttempt() === null) return undefined;
    const { signal } = this.#connection;
    const threeDs = await this.#loadThreeDs();
    threeDs?.attend(this.#questions, signal);
    return threeDs;
  }

  /** @returns undefined when the code does not come: then there is the full page, and no consent */
  async #loadThreeDs(): Promise<ThreeDs | undefined> {
    if (this.#threeDs) return this.#threeDs;
    const module = await inTime(importThreeDs(), CODE_DEADLINE);
    if (module) {
      this.#threeDs ??= new module.ThreeDs({
        // not all of the host: where an import map puts another module in its place, it is to know and to tell no more than this
        pristine: this.#host.pristine,
        root: this.#host.root,
        language: this.#host.language,
        hosted: () => this.#hosted,
        isSettled: () => Boolean(this.#tokenWaiting ?? this.#state.token),
        refusal: (isTaken) => (isTaken || this.#refusal('challenge-asked', 'busy') ? new ShojiError('busy') : null),
        tell: (event) => {
          this.#dispatch(event.type === 'challenge-asked' ? { type: event.type } : { type: 'challenge-ended', outcome: event.outcome });
        },
      });
    }
    return this.#threeDs;
  }

  #handleReport(report: VaultReport): void {
    switch (report.type) {
      case 'ready':
        this.#dispatch(report);
        break;
      case 'lost':
        this.#dispatch(report);
        this.#settleToken(new ShojiError(report.code));
        break;
      case 'state':
        this.#dispatch({ type: 'card-changed', card: report.state });
        break;
      case 'submit':
        this.#host.submitAsked();
        break;
      case 'token':
        if (report.id === this.#tokenWaiting?.id) {
          const token = toCardToken(report, this.#answers);
          this.#dispatch({ type: 'token-issued', token });
          this.#settleToken(token);
        }
        break;
      case 'error':
        if (report.id === this.#tokenWaiting?.id) {
          this.#dispatch({ type: 'token-refused', code: report.code });
          this.#settleToken(new ShojiError(report.code));
        }
        break;
    }
  }

  #settleToken(result: CardToken | ShojiError): void {
    const waiting = this.#tokenWaiting;
    if (!waiting) return;
    this.#tokenWaiting = undefined;
    clearTimeout(waiting.timer);
    if (result instanceof ShojiError) waiting.reject(result);
    else waiting.resolve(result);
  }
}

const toCardToken = ({ type: _type, id: _id, tokens, ...said }: TokenMessage, answers: Answers): CardToken =>
  Object.freeze({ token: tokens[0] ?? '', tokens: Object.freeze([...tokens]), ...said, browser: browserDetails(), ...answers });
