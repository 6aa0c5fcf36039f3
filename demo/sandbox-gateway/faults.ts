/**
 * What can be made to go wrong, one value per part of the gateway. A value is a plain string, so that the same word serves in
 * a test, in JSON and in the form of the console page.
 */
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';

/** `slow:1500` answers after 1500 ms; `silent` does the work and never answers; `drop` cuts the line in the answer. */
export interface FaultValues {
  tokenScript: 'ok' | 'drop' | 'status-500' | `slow:${number}`;
  getToken: 'ok' | 'drop' | 'silent' | 'status-500' | `result:${string}`;
  issuedTokens: 'ok' | 'expired' | 'spent' | 'malformed';
  idPass: 'ok' | 'status-500' | 'silent' | `slow:${number}`;
}

export type FaultName = keyof FaultValues;

/** The words of each fault, for the guard and for the form. */
export const FAULT_CHOICES: Readonly<Record<FaultName, readonly string[]>> = {
  tokenScript: ['ok', 'drop', 'status-500', 'slow:3000'],
  getToken: ['ok', 'drop', 'silent', 'status-500', 'result:901', 'result:902', 'result:102', 'result:552'],
  issuedTokens: ['ok', 'expired', 'spent', 'malformed'],
  idPass: ['ok', 'status-500', 'silent', 'slow:3000'],
};

const WITH_ARGUMENT: Readonly<Record<FaultName, RegExp | null>> = {
  tokenScript: /^slow:\d{1,6}$/,
  getToken: /^result:\d{3}$/,
  issuedTokens: null,
  idPass: /^slow:\d{1,6}$/,
};

const NONE: FaultValues = { tokenScript: 'ok', getToken: 'ok', issuedTokens: 'ok', idPass: 'ok' };

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

/** `slow:1500` is 1500, anything else 0. */
export const delayOf = (fault: string): number => (fault.startsWith('slow:') ? Number(fault.slice('slow:'.length)) : 0);

export const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** For `silent`: the client has to give up by itself. */
export const never = (): Promise<never> => new Promise<never>(() => undefined);

/** For `drop`: the answer begins and the connection is destroyed before it ends. */
export function droppedAnswer({ env }: Context): Response {
  const { outgoing } = env as HttpBindings;
  outgoing.writeHead(200, { 'Content-Type': 'text/javascript', 'Transfer-Encoding': 'chunked' });
  outgoing.write(' ', () => outgoing.destroy());
  return RESPONSE_ALREADY_SENT;
}
