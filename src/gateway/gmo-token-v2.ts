/**
 * GMO Payment Gateway, PG Multi-Payment Service, token script v2 (`mp-token.js`), asked as v1 is, with a card that was typed into our
 * own fields.
 *
 * Not proven with GMO, whose guide is not public: where the script sends its calls (the document's policy lets it reach every host of
 * the provider), whether it answers by its promise, its callback or both, in which of its two shapes, and whether it works in a document
 * without an origin. All of them are taken here, and the sandbox does each.
 */
import type { CardDetails, Gateway, IssuedToken, Refusal, TokenizeOptions } from './gateway.js';
import { fromV2Answer, refusal } from './gmo-answers.js';
import { ANSWER_DEADLINE, callGmo, type Callback } from './gmo-call.js';
import { toGmoCard, type GmoCard } from './gmo-card.js';
import { MpToken, type MpTokenOptions } from './mp-token-script.js';

interface Client {
  /** The lower-case names of v1: those that callers were seen to succeed with. */
  getToken(card: GmoCard, callback: Callback): unknown;
}

export class GmoTokenV2 implements Gateway {
  readonly #script: MpToken<Client>;
  readonly #deadline: number;

  constructor(options: MpTokenOptions) {
    this.#script = new MpToken<Client>(['getToken'], options);
    this.#deadline = options.answerDeadline ?? ANSWER_DEADLINE;
  }

  prepare(): void {
    this.#script.prepare();
  }

  async tokenize(card: CardDetails, { count, signal }: TokenizeOptions): Promise<IssuedToken | Refusal> {
    const client = await this.#script.client(signal).catch(() => null);
    if (signal.aborted) return refusal('aborted');
    if (!client) return refusal(client === null ? 'gateway-answer' : 'gateway-script');
    const { realm, hosts } = this.#script;
    return callGmo({
      realm,
      origins: Object.values(hosts),
      count,
      deadline: this.#deadline,
      signal,
      read: fromV2Answer,
      ask: (callback) => client.getToken(toGmoCard(card, count), callback),
    });
  }
}
