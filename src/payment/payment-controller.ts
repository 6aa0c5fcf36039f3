import type { PageMessage, TokenMessage } from '../channel/protocol.js';
import { ShojiError, type ErrorCode } from '../errors.js';
import { challengeAddress, type ChallengeOptions, type ChallengeOutcome } from '../three-ds/challenge.js';
import { redirect } from '../three-ds/redirect.js';
import { checkTokenCount, readSettings, type RawSettings } from '../vault/vault-settings.js';
import { createVault, type VaultReport } from '../vault/vault.js';
import { advance, ignores, type Announcement, type Effect, type PaymentEvent } from './payment-machine.js';
import { INITIAL_STATE, type CardToken, type PaymentState } from './payment-state.js';

/** Longer than all deadlines of the frame together (the script's, the answer's): this one is for a frame that died. */
const TOKEN_DEADLINE = 60_000;

/** What the element does for its payment. A private object, so that no script of the page can call it. */
export interface PaymentHost {
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
  #challenge: { readonly resolve: (outcome: ChallengeOutcome) => void; readonly options: ChallengeOptions } | undefined;
  /** Ends what is under way when the element goes. */
  #connection = new AbortController();

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
    this.#settleToken(new ShojiError('aborted'));
    this.#vault.close();
    this.#dispatch({ type: 'opened' });
  }

  /** Loads the hosted document with these settings; what was typed before is gone. */
  open(raw: RawSettings): void {
    this.close();
    const settings = readSettings(raw);
    if (settings instanceof ShojiError) {
      this.#dispatch({ type: 'lost', code: settings.code });
      return;
    }
    this.#vault.open(settings, (report) => {
      this.#handleReport(report);
    });
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
    const wrong = checkTokenCount(count) ?? this.#refusal('tokenize-asked', 'not-ready');
    if (wrong) return Promise.reject(wrong);
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
  authenticate(redirectUrl: string, options: ChallengeOptions): Promise<ChallengeOutcome> {
    const address = challengeAddress(redirectUrl);
    const wrong = address ? this.#refusal('challenge-asked', 'busy') : new ShojiError('redirect-url-invalid');
    if (!address || wrong) return Promise.reject(wrong ?? new ShojiError('redirect-url-invalid'));
    return new Promise((resolve) => {
      this.#challenge = { resolve, options };
      this.#dispatch({ type: 'challenge-asked', address: address.href });
    });
  }

  /** Empties the fields and forgets the token. While the shopper is at the issuer, and without fields, there is nothing to empty. */
  clear(): void {
    this.#settleToken(new ShojiError('aborted'));
    this.#dispatch({ type: 'cleared' });
  }

  #refusal(type: PaymentEvent['type'], code: ErrorCode): ShojiError | null {
    if (this.#tokenWaiting) return new ShojiError('busy');
    return ignores(this.#state.phase, type) ? new ShojiError(code) : null;
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
        this.send({ type: 'tokenize', id: effect.id, count: effect.count });
        break;
      case 'clear-card':
        this.send({ type: 'clear' });
        break;
      case 'start-challenge':
        void this.#redirect(effect.address);
        break;
      case 'announce':
        this.#host.announce(effect.what, state);
        break;
    }
  }

  async #redirect(address: string): Promise<void> {
    const challenge = this.#challenge;
    const { signal, deadline } = challenge?.options ?? {};
    const outcome = await redirect(address, window, {
      signal: signal ? AbortSignal.any([signal, this.#connection.signal]) : this.#connection.signal,
      ...(deadline === undefined ? {} : { deadline }),
    });
    this.#challenge = undefined;
    this.#dispatch({ type: 'challenge-ended', outcome });
    challenge?.resolve(outcome);
  }

  #handleReport(report: VaultReport): void {
    switch (report.type) {
      case 'ready':
        this.#dispatch({ type: 'ready' });
        break;
      case 'lost':
        this.#dispatch({ type: 'lost', code: report.code });
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
          const token = toCardToken(report);
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

const toCardToken = ({ tokens, maskedNumber, brand, expiresAt, securityCodeSet }: TokenMessage): CardToken =>
  Object.freeze({ token: tokens[0] ?? '', tokens: Object.freeze([...tokens]), maskedNumber, brand, expiresAt, securityCodeSet });
