import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PageMessage, TokenMessage } from '../channel/protocol.js';
import { ShojiError } from '../errors.js';
import { challengeAddress, type ChallengeOptions, type ChallengeOutcome } from '../three-ds/challenge.js';
import { redirect } from '../three-ds/redirect.js';
import { readSettings, type RawSettings } from '../vault/vault-settings.js';
import { Vault, type VaultReport } from '../vault/vault.js';
import { advance, type Announcement, type Effect, type PaymentEvent } from './payment-machine.js';
import { INITIAL_STATE, type CardToken, type PaymentState } from './payment-state.js';

/** The frame has deadlines of its own; this one is for a frame that died. */
const TOKEN_DEADLINE = 90_000;

export interface PaymentHost extends ReactiveControllerHost {
  /** Dispatches the public event. */
  announce(what: Announcement, state: PaymentState): void;
  /** The shopper pressed Enter in a field. */
  submitAsked(): void;
}

export type { RawSettings as CardSettings };

interface Waiting<T> {
  readonly resolve: (value: T) => void;
  readonly reject: (error: ShojiError) => void;
}

/**
 * The payment of one host, and the element that holds its frame. The host alone gets that element: Lit publishes its
 * controllers, and from the vault a script would find the closed root that it stands in.
 */
export function createPayment(host: PaymentHost): { payment: PaymentController; vault: HTMLElement } {
  const vault = new Vault();
  return { payment: new PaymentController(host, vault), vault };
}

/** Owns the state of one payment and performs the machine's effects: the only place that does. */
export class PaymentController implements ReactiveController {
  readonly #host: PaymentHost;
  readonly #vault: Vault;
  #state = INITIAL_STATE;
  #tokenWaiting: (Waiting<CardToken> & { readonly id: string; readonly timer: ReturnType<typeof setTimeout> }) | undefined;
  #challengeWaiting: ((outcome: ChallengeOutcome) => void) | undefined;
  #challengeOptions: ChallengeOptions = {};
  #tokenCount = 1;

  constructor(host: PaymentHost, vault: Vault) {
    this.#host = host;
    this.#vault = vault;
    host.addController(this);
  }

  get state(): PaymentState {
    return this.#state;
  }

  hostDisconnected(): void {
    this.#settleToken(new ShojiError('aborted'));
    this.#vault.close();
  }

  /** Loads the hosted document with these settings; what was typed before is gone. */
  open(raw: RawSettings): void {
    this.#settleToken(new ShojiError('aborted'));
    this.#dispatch({ type: 'opened' });
    const settings = readSettings(raw);
    if (settings instanceof ShojiError) {
      this.#vault.close();
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

  /** Moves the keyboard into the frame. */
  focusFrame(): void {
    this.#vault.focusFrame();
  }

  /** The frame's accessible name, in another language. */
  rename(title: string): void {
    this.#vault.rename(title);
  }

  /**
   * @param count - how many tokens
   * @throws {@link ShojiError} `not-ready`, `busy`, `aborted`, or why no token was issued
   */
  tokenize(count: number): Promise<CardToken> {
    if (this.#tokenWaiting) return Promise.reject(new ShojiError('busy'));
    this.#tokenCount = count;
    return new Promise((resolve, reject) => {
      const id = crypto.randomUUID();
      const timer = setTimeout(() => {
        this.#handleReport({ type: 'error', id, code: 'gateway-timeout' });
      }, TOKEN_DEADLINE);
      this.#tokenWaiting = { id, timer, resolve, reject };
      this.#dispatch({ type: 'tokenize-asked' });
      if (this.#state.phase !== 'tokenizing') this.#settleToken(new ShojiError('not-ready'));
    });
  }

  /** @throws {@link ShojiError} `redirect-url-invalid`, or `busy` while another challenge or a tokenisation is under way */
  authenticate(redirectUrl: string, options: ChallengeOptions): Promise<ChallengeOutcome> {
    if (!challengeAddress(redirectUrl)) return Promise.reject(new ShojiError('redirect-url-invalid'));
    return new Promise((resolve, reject) => {
      const before = this.#state;
      this.#challengeOptions = options;
      this.#challengeWaiting ??= resolve;
      this.#dispatch({ type: 'challenge-asked', redirectUrl });
      if (this.#state !== before) return;
      if (this.#challengeWaiting === resolve) this.#challengeWaiting = undefined;
      reject(new ShojiError('busy'));
    });
  }

  /** Empties the fields and forgets the token. */
  clear(): void {
    this.#settleToken(new ShojiError('aborted'));
    this.#dispatch({ type: 'cleared' });
  }

  #dispatch(event: PaymentEvent): void {
    const { state, effects } = advance(this.#state, event);
    if (state === this.#state) return;
    this.#state = state;
    this.#host.requestUpdate();
    for (const effect of effects) this.#perform(effect);
  }

  #perform(effect: Effect): void {
    switch (effect.type) {
      case 'request-token':
        if (this.#tokenWaiting) this.send({ type: 'tokenize', id: this.#tokenWaiting.id, count: this.#tokenCount });
        break;
      case 'clear-card':
        this.send({ type: 'clear' });
        break;
      case 'start-challenge':
        void this.#challenge(effect.redirectUrl);
        break;
      case 'announce':
        this.#host.announce(effect.what, this.#state);
        break;
    }
  }

  async #challenge(redirectUrl: string): Promise<void> {
    const address = challengeAddress(redirectUrl);
    const outcome = address ? await redirect(address, window, this.#challengeOptions) : { status: 'blocked' as const };
    this.#dispatch({ type: 'challenge-ended', outcome });
    this.#challengeWaiting?.(outcome);
    this.#challengeWaiting = undefined;
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
        if (report.id !== null && report.id === this.#tokenWaiting?.id) {
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
