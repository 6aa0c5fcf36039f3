/** GMO Payment Gateway, PG Multi-Payment Service, token script v1 (`token.js`), which answers by JSONP. */
import type { CardDetails, Environment, Gateway, IssuedToken, Refusal, TokenizeOptions } from './gateway.js';
import { GatewayScript, type Patience, type Realm } from './gateway-script.js';
import { fromLegacyAnswer, refusal } from './gmo-answers.js';
import { ANSWER_DEADLINE, callGmo, type Callback } from './gmo-call.js';
import { toGmoCard, type GmoCard } from './gmo-card.js';
import { GMO_PG, type Hosts } from './gmo-hosts.js';

interface TokenScript {
  init(shopId: string): void;
  getToken(card: GmoCard, callback: Callback): void;
}

export interface GmoTokenV1Options extends Patience {
  readonly shopId: string;
  readonly environment: Environment;
  /** The realm that the script is loaded into. */
  readonly realm?: Realm;
}

export class GmoTokenV1 implements Gateway {
  readonly #realm: Realm;
  readonly #shopId: string;
  readonly #hosts: Hosts;
  readonly #deadline: number;
  readonly #script: GatewayScript;

  constructor({ shopId, environment, realm = window, ...patience }: GmoTokenV1Options) {
    this.#realm = realm;
    this.#shopId = shopId;
    this.#hosts = GMO_PG[environment];
    this.#deadline = patience.answerDeadline ?? ANSWER_DEADLINE;
    this.#script = new GatewayScript(realm, `${this.#hosts.script}/ext/js/token.js`, patience);
  }

  prepare(): void {
    void this.#script.load();
  }

  async tokenize(card: CardDetails, { count, signal }: TokenizeOptions): Promise<IssuedToken | Refusal> {
    if (!this.#found()) await this.#script.loadInTime(signal);
    const script = this.#found();
    if (signal.aborted) return refusal('aborted');
    if (!script) return refusal('gateway-script');
    return callGmo({
      realm: this.#realm,
      origins: [this.#hosts.api],
      count,
      deadline: this.#deadline,
      signal,
      read: fromLegacyAnswer,
      ask: (callback) => {
        script.init(this.#shopId);
        script.getToken(toGmoCard(card, count), callback);
      },
    });
  }

  /** Other products use the same global name, and a proxy's error page loads as a script, too: the functions are what counts. */
  #found(): TokenScript | undefined {
    const found = (this.#realm as { Multipayment?: Partial<TokenScript> }).Multipayment;
    return typeof found?.init === 'function' && typeof found.getToken === 'function' ? (found as TokenScript) : undefined;
  }
}
