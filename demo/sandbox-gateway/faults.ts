/**
 * What can be made to go wrong, one value per part of the gateway. A value is a plain string, so that the same word serves in
 * a test, in JSON and in the form of the console page.
 */
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import type { TransStatus } from './store.ts';
import { TRANS_STATUS_REASONS, type TransStatusReason } from './trans-status-reasons.ts';

/**
 * `slow:1500` answers after 1500 ms; `silent` does the work and never answers; `drop` cuts the line in the answer, `close` before
 * it; `no-framing` forbids every other page to hold this one in a frame.
 */
export interface FaultValues extends ChallengeFaultValues {
  tokenScript: 'ok' | 'drop' | 'status-500' | `slow:${number}`;
  /** The documents of the fields of version 2. */
  tokenFields: PageFault;
  getToken: 'ok' | 'drop' | 'silent' | 'status-500' | `result:${string}` | `slow:${number}`;
  issuedTokens: 'ok' | 'expired' | 'spent' | 'malformed';
  idPass: 'ok' | 'status-500' | 'silent' | `slow:${number}`;
  openApi: 'ok' | 'status-429' | 'status-500' | 'status-502' | 'status-503' | 'silent' | `slow:${number}`;
}

/** What the 3DS server and the issuer do with one shopper. An amount or a card can ask for the same: see test-cards.ts. */
export interface ChallengeFaultValues {
  /** The page at RedirectUrl. */
  redirectPage: PageFault;
  /** What the issuer answers to the authentication request. C is a challenge. */
  transStatus: 'ok' | TransStatus | 'C';
  /** What the issuer says after a challenge, whatever the shopper did in it. */
  challengeResult: 'ok' | TransStatus;
  /** Why, where the outcome is not Y. */
  transStatusReason: 'ok' | TransStatusReason;
  /** The first page of the challenge. */
  challengePage: PageFault;
  /** `otp:60000`: the password arrives after a minute. `app`: approved on the console page; `app:5000`: by itself after 5 s. */
  challengeForm: 'ok' | `otp:${number}` | 'app' | `app:${number}`;
  /** What follows when the shopper has answered. */
  challengeAnswer: Exclude<PageFault, 'no-framing'>;
  /** `twice`: the browser is sent back to the shop two times. */
  returning: 'ok' | 'twice';
}

export type PageFault = 'ok' | 'drop' | 'close' | 'silent' | 'status-500' | 'no-framing' | `slow:${number}`;

export type FaultName = keyof FaultValues;
export type ChallengeFaultName = keyof ChallengeFaultValues;

/** The words of each fault, for the guard and for the form. */
export const FAULT_CHOICES: Readonly<Record<FaultName, readonly string[]>> = {
  tokenScript: ['ok', 'drop', 'status-500', 'slow:3000'],
  tokenFields: ['ok', 'drop', 'close', 'silent', 'status-500', 'no-framing', 'slow:3000'],
  getToken: ['ok', 'drop', 'silent', 'status-500', 'result:901', 'result:902', 'result:102', 'result:552', 'slow:3000'],
  issuedTokens: ['ok', 'expired', 'spent', 'malformed'],
  idPass: ['ok', 'status-500', 'silent', 'slow:3000'],
  openApi: ['ok', 'status-429', 'status-500', 'status-502', 'status-503', 'silent', 'slow:3000'],
  redirectPage: ['ok', 'drop', 'close', 'silent', 'status-500', 'no-framing', 'slow:3000'],
  transStatus: ['ok', 'Y', 'A', 'C', 'N', 'U', 'R'],
  challengeResult: ['ok', 'Y', 'A', 'N', 'U', 'R'],
  transStatusReason: ['ok', ...TRANS_STATUS_REASONS.keys()],
  challengePage: ['ok', 'drop', 'close', 'silent', 'status-500', 'no-framing', 'slow:3000'],
  challengeForm: ['ok', 'otp:5000', 'otp:60000', 'otp:300000', 'app', 'app:10000'],
  challengeAnswer: ['ok', 'drop', 'close', 'silent', 'status-500', 'slow:3000'],
  returning: ['ok', 'twice'],
};

const SLOW = /^slow:\d{1,6}$/;

const WITH_ARGUMENT: Readonly<Record<FaultName, RegExp | null>> = {
  tokenScript: SLOW,
  tokenFields: SLOW,
  getToken: /^(?:result:\d{3}|slow:\d{1,6})$/,
  issuedTokens: null,
  idPass: SLOW,
  openApi: SLOW,
  redirectPage: SLOW,
  transStatus: null,
  challengeResult: null,
  transStatusReason: null,
  challengePage: SLOW,
  challengeForm: /^(?:otp|app):\d{1,6}$/,
  challengeAnswer: SLOW,
  returning: null,
};

const NO_CHALLENGE_FAULTS: ChallengeFaultValues = {
  redirectPage: 'ok',
  transStatus: 'ok',
  challengeResult: 'ok',
  transStatusReason: 'ok',
  challengePage: 'ok',
  challengeForm: 'ok',
  challengeAnswer: 'ok',
  returning: 'ok',
};

const NONE: FaultValues = { tokenScript: 'ok', tokenFields: 'ok', getToken: 'ok', issuedTokens: 'ok', idPass: 'ok', openApi: 'ok', ...NO_CHALLENGE_FAULTS };

export class Faults {
  #values: FaultValues = { ...NONE };

  get<Name extends FaultName>(name: Name): FaultValues[Name] {
    return this.#values[name];
  }

  set<Name extends FaultName>(name: Name, value: FaultValues[Name]): void {
    this.#values[name] = value;
  }

  reset(): void {
    this.#values = { ...NONE };
  }

  toJSON(): FaultValues {
    return { ...this.#values };
  }

  /** Sets what comes from outside: all pairs, or none and false when one is not understood. */
  assign(values: unknown): boolean {
    if (typeof values !== 'object' || values === null) return false;
    const pairs = Object.entries(values);
    if (!pairs.every(([name, value]) => isFault(name, value))) return false;
    for (const [name, value] of pairs) this.set(name as FaultName, value as never);
    return true;
  }
}

const isFault = (name: string, value: unknown): boolean =>
  Object.hasOwn(FAULT_CHOICES, name) &&
  typeof value === 'string' &&
  (FAULT_CHOICES[name as FaultName].includes(value) || (WITH_ARGUMENT[name as FaultName]?.test(value) ?? false));

/** `slow:1500` is 1500, anything else 0; `delayOf('otp:60000', 'otp')` is 60000. */
export const delayOf = (fault: string, word = 'slow'): number =>
  fault.startsWith(`${word}:`) ? Number(fault.slice(word.length + 1)) : 0;

/** Keeps no process alive; and a client that went away is not waited for. */
export const pause = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (milliseconds === 0 || signal?.aborted) {
      resolve();
      return;
    }
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    timer.unref();
    signal?.addEventListener('abort', end);
  });

/** For `silent`: the client has to give up by itself. */
export const never = (): Promise<never> => new Promise<never>(() => undefined);

/** For `close`: the connection ends, and nothing was said. */
export function closedConnection({ env }: Context): Response {
  (env as HttpBindings).outgoing.destroy();
  return RESPONSE_ALREADY_SENT;
}

/** What a page's fault makes of it; `write` makes the page. */
export async function withPageFault(
  fault: PageFault,
  c: Context,
  write: () => Response | Promise<Response>,
): Promise<Response> {
  if (fault === 'silent') return never();
  if (fault === 'close') return closedConnection(c);
  if (fault === 'drop') return droppedAnswer(c, 'text/html; charset=utf-8');
  if (fault === 'status-500') return c.text('Internal Server Error', 500);
  await pause(delayOf(fault), c.req.raw.signal);
  const page = await write();
  return fault === 'no-framing' ? withoutFraming(page) : page;
}

/** As issuers write it that will not be framed: the old header and the new one. */
export function withoutFraming(page: Response): Response {
  const policy = page.headers.get('Content-Security-Policy');
  page.headers.set('Content-Security-Policy', `${policy === null ? '' : `${policy}; `}frame-ancestors 'none'`);
  page.headers.set('X-Frame-Options', 'DENY');
  return page;
}

/** For `drop`: the answer begins and the connection is destroyed before it ends. */
export function droppedAnswer({ env }: Context, type = 'text/javascript'): Response {
  const { outgoing } = env as HttpBindings;
  outgoing.writeHead(200, { 'Content-Type': type, 'Transfer-Encoding': 'chunked' });
  outgoing.write(' ', () => outgoing.destroy());
  return RESPONSE_ALREADY_SENT;
}
