import { loadScript } from './load-script.js';
import { withResolvers } from './with-resolvers.js';

export type Realm = Window & typeof globalThis;

/** How long a call waits, for tests to shorten. */
export interface Patience {
  readonly answerDeadline?: number;
  readonly scriptDeadline?: number;
  readonly scriptPauses?: readonly number[];
}

/** Milliseconds before the second and third try of a script that failed. */
const SCRIPT_PAUSES = [300, 1_200];
/** From the call to the script. One that is slower is not given up: it may serve the next call. */
const SCRIPT_DEADLINE = 15_000;

/** A gateway's script in a realm: one load for all calls; one that failed or was too slow is tried again by the next call. */
export class GatewayScript {
  readonly #document: Document;
  readonly #address: string;
  readonly #deadline: number;
  readonly #pauses: readonly number[];
  #loading: Promise<boolean> | undefined;

  constructor(realm: Realm, address: string, { scriptDeadline = SCRIPT_DEADLINE, scriptPauses = SCRIPT_PAUSES }: Patience) {
    this.#document = realm.document;
    this.#address = address;
    this.#deadline = scriptDeadline;
    this.#pauses = scriptPauses;
  }

  load(): Promise<boolean> {
    if (this.#loading) return this.#loading;
    const loading = loadScript(this.#document, this.#address, this.#pauses).finally(() => {
      if (this.#loading === loading) this.#loading = undefined; // not that of a later try
    });
    this.#loading = loading;
    return loading;
  }

  /** Waits for the script, as long as a call may. What it left in the realm is for the caller to see. */
  async loadInTime(signal: AbortSignal): Promise<void> {
    const { promise, resolve } = withResolvers<boolean>();
    const giveUp = () => {
      resolve(false);
    };
    const timer = setTimeout(giveUp, this.#deadline);
    signal.addEventListener('abort', giveUp);
    void this.load().then(resolve);
    const isLoaded = await promise;
    clearTimeout(timer);
    signal.removeEventListener('abort', giveUp);
    if (!isLoaded) this.#loading = undefined;
  }
}
