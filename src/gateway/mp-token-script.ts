/**
 * GMO's token script v2 (`mp-token.js`) in a realm, initialised. It shares its global name with v1, and `init` puts another object in its
 * own place: that is the client.
 */
import { GatewayScript, type Patience, type Realm } from './gateway-script.js';
import type { GatewayChoice } from './gateway.js';
import { hostsOf, type Hosts } from './gmo-hosts.js';

/** Before `init`. */
interface MpTokenScript {
  init(apiKey: string, publicKey: string, merchantIds: undefined, permitToSendFingerprint: boolean, productionMode: boolean): unknown;
}

export interface MpTokenOptions extends GatewayChoice, Patience {
  /** The realm that the script is loaded into. */
  readonly realm?: Realm;
}

/** @typeParam Client - what of it is used, under names that are all functions */
export class MpToken<Client> {
  readonly realm: Realm;
  readonly hosts: Hosts;
  readonly #choice: GatewayChoice;
  readonly #names: readonly (keyof Client)[];
  readonly #script: GatewayScript;
  /** Once initialised: a second `init` may find the wrong object, or none. */
  #client: Client | undefined;

  constructor(names: readonly (keyof Client)[], { realm = window, ...options }: MpTokenOptions) {
    this.realm = realm;
    this.hosts = hostsOf(options.provider, options.environment) as Hosts; // the document has looked
    this.#names = names;
    this.#choice = options;
    this.#script = new GatewayScript(realm, `${this.hosts.script}/payment/js/mp-token.js`, options);
  }

  prepare(): void {
    void this.#script.load();
  }

  /**
   * @returns undefined when the script did not come in time, or is not that of v2
   * @throws what its `init` throws
   */
  async client(signal: AbortSignal): Promise<Client | undefined> {
    if (!this.#client && !this.#found()) await this.#script.loadInTime(signal);
    if (signal.aborted) return undefined;
    return (this.#client ??= this.#initialise());
  }

  #initialise(): Client | undefined {
    const { apiKey, publicKey, sendFingerprint, environment } = this.#choice;
    const script = this.#found();
    if (!script) return undefined;
    const returned = script.init(apiKey, publicKey, undefined, sendFingerprint, environment === 'live');
    return [returned, this.#global].find((each) => this.#isClient(each)) as Client | undefined;
  }

  /** v1 offers `getToken` before `init`, without the elements of v2; what a proxy's error page leaves offers nothing. */
  #found(): MpTokenScript | undefined {
    const found = this.#global as Partial<MpTokenScript & Record<'getToken' | 'createElements', unknown>> | undefined;
    const isOther = found?.getToken !== undefined && typeof found.createElements !== 'function';
    return typeof found?.init === 'function' && !isOther ? (found as MpTokenScript) : undefined;
  }

  #isClient(value: unknown): boolean {
    return this.#names.every((name) => typeof (value as Partial<Client> | null | undefined)?.[name] === 'function');
  }

  get #global(): unknown {
    return (this.realm as { Multipayment?: unknown }).Multipayment;
  }
}
