/**
 * One call of a token script of GMO's. The scripts may answer by a global function (JSONP, which has no error path: silence is what a
 * broken line looks like) or by a promise, or by both: the first answer counts.
 */
import type { ErrorCode } from '../errors.js';
import type { Realm } from './gateway-script.js';
import type { IssuedToken, Refusal } from './gateway.js';
import { refusal } from './gmo-answers.js';
import { withResolvers } from './with-resolvers.js';

/** From the call to its answer. */
export const ANSWER_DEADLINE = 15_000;

type Result = IssuedToken | Refusal;
export type Callback = (answer: unknown) => void;

/** One counter for the realm: a late answer to an earlier call must not find the callback of a later one. */
let calls = 0;

export interface GmoCall {
  readonly realm: Realm;
  /** Origins whose scripts the call may load: one that fails is a broken line. */
  readonly origins: readonly string[];
  /** How many tokens: one cannot do the work of two. */
  readonly count: number;
  readonly deadline: number;
  readonly signal: AbortSignal;
  readonly read: (answer: unknown) => Result;
  /** Asks for tokens. What it returns is waited for when it is a promise; `undefined` in it is no answer. */
  readonly ask: (callback: Callback) => unknown;
}

export async function callGmo({ realm, origins, count, deadline, signal, read, ask }: GmoCall): Promise<Result> {
  const { promise, resolve } = withResolvers<Result>();
  const name = `__shoji_card_${String((calls += 1))}`;
  const globals = realm as unknown as Record<string, unknown>;
  const listeners = new AbortController();
  const fail = (code: ErrorCode) => () => {
    resolve(refusal(code));
  };

  const timer = setTimeout(fail('gateway-timeout'), deadline);
  signal.addEventListener('abort', fail('aborted'), { signal: listeners.signal });
  // errors of script elements do not bubble, but they can be captured; a call that was given up may still fail later
  const earlier = new Set<EventTarget>(realm.document.scripts);
  realm.addEventListener(
    'error',
    ({ target }) => {
      if (!(target instanceof realm.HTMLScriptElement) || earlier.has(target)) return;
      if (origins.some((origin) => target.src.startsWith(`${origin}/`))) resolve(refusal('gateway-unreachable'));
    },
    { capture: true, signal: listeners.signal },
  );
  // A named function that is also a global of that name: whichever of the two the script looks for, it finds.
  const { [name]: callback } = {
    [name]: (answer: unknown) => {
      resolve(read(answer));
    },
  };
  globals[name] = callback;

  try {
    const answering = ask(callback as Callback);
    if (isThenable(answering)) {
      Promise.resolve(answering).then(
        (answer: unknown) => {
          if (answer !== undefined) resolve(read(answer));
        },
        // a refusal in the usual shape, or a line that broke
        (fault: unknown) => {
          const result = read(fault);
          resolve('code' in result && result.code !== 'gateway-answer' ? result : refusal('gateway-unreachable'));
        },
      );
    }
  } catch {
    resolve(refusal('gateway-answer'));
  }
  const result = await promise;
  clearTimeout(timer);
  listeners.abort();
  Reflect.deleteProperty(globals, name);
  return 'tokens' in result && result.tokens.length !== count ? refusal('gateway-answer') : result;
}

/** Of another realm, or of a library. */
const isThenable = (value: unknown): boolean => typeof (value as { then?: unknown } | null | undefined)?.then === 'function';
