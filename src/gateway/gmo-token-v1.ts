/**
 * GMO Payment Gateway, PG Multi-Payment Service, token script v1 (`token.js`): the only file with GMO's spelling of the browser
 * side. The script answers by JSONP, which has no error path: silence is what a broken line looks like, so every call has a
 * deadline of its own and listens for a script that failed.
 */
import { isErrorCode, type ErrorCode } from '../errors.js';
import type { CardDetails, Environment, Gateway, IssuedToken, Refusal, TokenizeOptions } from './gateway.js';
import { loadScript } from './load-script.js';

/** The page can name an environment, never an address. `api` is where the script sends its JSONP calls. */
const HOSTS: Readonly<Record<Environment, { readonly script: string; readonly api: string }>> = {
  live: { script: 'https://static.mul-pay.jp/ext/js/token.js', api: 'https://p01.mul-pay.jp' },
  test: { script: 'https://stg.static.mul-pay.jp/ext/js/token.js', api: 'https://pt01.mul-pay.jp' },
};

/** Milliseconds before the second and third try of a script that failed. */
const SCRIPT_PAUSES = [300, 1_200];
/** From the call to the script. One that is slower is not given up: it may serve the next call. */
const SCRIPT_DEADLINE = 15_000;
/** From the call to its callback. */
const ANSWER_DEADLINE = 15_000;

interface GmoCard {
  readonly cardno: string;
  /** YYMM. */
  readonly expire: string;
  readonly securitycode: string;
  readonly holdername: string;
  readonly tokennumber: string;
}

interface GmoScript {
  init(shopId: string): void;
  getToken(card: GmoCard, callback: (answer: unknown) => void): void;
}

/** Codes that a shopper can mend belong to one field; 901 and 902 are the gateway's own trouble; the rest is the shop's set-up. */
const RESULTS: Readonly<Record<string, ErrorCode>> = {
  '100': 'number-missing',
  '101': 'number-invalid',
  '102': 'number-invalid',
  '110': 'expiry-missing',
  '111': 'expiry-invalid',
  '112': 'expiry-invalid',
  '113': 'expiry-month',
  '121': 'cvc-invalid',
  '122': 'cvc-invalid',
  '131': 'name-characters',
  '132': 'name-too-long',
  '901': 'gateway-internal',
  '902': 'gateway-busy',
};

/** One counter for the realm: a late answer to an earlier call must not find the callback of a later one. */
let calls = 0;

export interface GmoTokenV1Options {
  readonly shopId: string;
  readonly environment: Environment;
  /** The realm that the script is loaded into. */
  readonly realm?: Window & typeof globalThis;
  readonly answerDeadline?: number;
  readonly scriptDeadline?: number;
  readonly scriptPauses?: readonly number[];
}

export class GmoTokenV1 implements Gateway {
  readonly #realm: Window & typeof globalThis;
  readonly #shopId: string;
  readonly #hosts: (typeof HOSTS)[Environment];
  readonly #answerDeadline: number;
  readonly #scriptDeadline: number;
  readonly #scriptPauses: readonly number[];
  #loading: Promise<boolean> | undefined;

  constructor(options: GmoTokenV1Options) {
    this.#realm = options.realm ?? window;
    this.#shopId = options.shopId;
    this.#hosts = HOSTS[options.environment];
    this.#answerDeadline = options.answerDeadline ?? ANSWER_DEADLINE;
    this.#scriptDeadline = options.scriptDeadline ?? SCRIPT_DEADLINE;
    this.#scriptPauses = options.scriptPauses ?? SCRIPT_PAUSES;
  }

  prepare(): void {
    void this.#load();
  }

  async tokenize(card: CardDetails, { count, signal }: TokenizeOptions): Promise<IssuedToken | Refusal> {
    const script = this.#script() ?? (await this.#loadInTime(signal));
    if (signal.aborted) return refusal('aborted');
    if (!script) return refusal('gateway-script');
    const result = await this.#call(script, toGmoCard(card, count), signal);
    // one token cannot do the work of two
    return 'tokens' in result && result.tokens.length !== count ? refusal('gateway-answer') : result;
  }

  /** One load for all calls; one that failed or was too slow is tried again by the next call. */
  #load(): Promise<boolean> {
    if (this.#loading) return this.#loading;
    const loading = loadScript(this.#realm.document, this.#hosts.script, this.#scriptPauses).finally(() => {
      if (this.#loading === loading) this.#loading = undefined; // not that of a later try
    });
    this.#loading = loading;
    return loading;
  }

  async #loadInTime(signal: AbortSignal): Promise<GmoScript | undefined> {
    const { promise, resolve } = withResolvers<boolean>();
    const giveUp = () => {
      resolve(false);
    };
    const timer = setTimeout(giveUp, this.#scriptDeadline);
    signal.addEventListener('abort', giveUp);
    void this.#load().then(resolve);
    const isLoaded = await promise;
    clearTimeout(timer);
    signal.removeEventListener('abort', giveUp);
    if (!isLoaded) this.#loading = undefined;
    return this.#script();
  }

  /** Other products use the same global name, and a proxy's error page loads as a script, too: the functions are what counts. */
  #script(): GmoScript | undefined {
    const found = (this.#realm as { Multipayment?: Partial<GmoScript> }).Multipayment;
    return typeof found?.init === 'function' && typeof found.getToken === 'function' ? (found as GmoScript) : undefined;
  }

  #call(script: GmoScript, card: GmoCard, signal: AbortSignal): Promise<IssuedToken | Refusal> {
    const { promise, resolve } = withResolvers<IssuedToken | Refusal>();
    const name = `__shoji_card_${String((calls += 1))}`;
    const globals = this.#realm as unknown as Record<string, unknown>;
    const listeners = new AbortController();
    const fail = (code: ErrorCode) => () => {
      resolve(refusal(code));
    };

    const timer = setTimeout(fail('gateway-timeout'), this.#answerDeadline);
    signal.addEventListener('abort', fail('aborted'), { signal: listeners.signal });
    // errors of script elements do not bubble, but they can be captured; a call that was given up may still fail later
    const earlier = new Set<EventTarget>(this.#realm.document.scripts);
    this.#realm.addEventListener(
      'error',
      ({ target }) => {
        if (target instanceof this.#realm.HTMLScriptElement && !earlier.has(target) && target.src.startsWith(`${this.#hosts.api}/`)) {
          resolve(refusal('gateway-unreachable'));
        }
      },
      { capture: true, signal: listeners.signal },
    );
    // A named function that is also a global of that name: whichever of the two the script looks for, it finds.
    const { [name]: callback } = {
      [name]: (answer: unknown) => {
        resolve(fromGmoAnswer(answer));
      },
    };
    globals[name] = callback;

    try {
      script.init(this.#shopId);
      script.getToken(card, callback as (answer: unknown) => void);
    } catch {
      resolve(refusal('gateway-answer'));
    }
    return promise.finally(() => {
      clearTimeout(timer);
      listeners.abort();
      Reflect.deleteProperty(globals, name);
    });
  }
}

function toGmoCard({ number, expiry, cvc, cardholderName }: CardDetails, count: number): GmoCard {
  const two = (value: number) => String(value % 100).padStart(2, '0');
  return {
    cardno: number,
    expire: two(expiry.year) + two(expiry.month),
    securitycode: cvc,
    holdername: cardholderName,
    tokennumber: String(count),
  };
}

/** `resultCode` has been seen as text, number and array, `token` as text and array. */
function fromGmoAnswer(answer: unknown): IssuedToken | Refusal {
  const { resultCode, tokenObject } = shape(answer);
  const result = text(first(resultCode));
  if (!/^\d{1,3}$/.test(result)) return refusal('gateway-answer'); // an empty text is no success
  const code = result.padStart(3, '0');
  if (code !== '000') return refusal(toErrorCode(code));

  const { token, maskedCardNo, toBeExpiredAt, isSecurityCodeSet } = shape(tokenObject);
  const tokens = [token].flat().filter((text): text is string => typeof text === 'string' && text !== '');
  if (!tokens.length) return refusal('gateway-answer');
  return {
    tokens,
    maskedNumber: text(maskedCardNo),
    expiresAt: text(toBeExpiredAt),
    securityCodeSet: isSecurityCodeSet === true || isSecurityCodeSet === 'true',
  };
}

function toErrorCode(result: string): ErrorCode {
  const setup = `gmo-${result}`;
  return RESULTS[result] ?? (isErrorCode(setup) ? setup : 'gateway-answer');
}

const refusal = (code: ErrorCode): Refusal => ({ code });

/** Junk is no text: it could even refuse to be made into one. */
const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);
const shape = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

/** Promise.withResolvers is younger than the browsers we support. */
function withResolvers<T>() {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((take) => {
    resolve = take;
  });
  return { promise, resolve };
}
