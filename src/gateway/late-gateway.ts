import type { CardDetails, Gateway, IssuedToken, Refusal, TokenizeOptions } from './gateway.js';

/** An adapter that is loaded while the shopper types. Only the one that a page asked for is. */
export class LateGateway implements Gateway {
  readonly #load: () => Promise<Gateway | null>;
  #loading: Promise<Gateway | null> | undefined;

  /** @param load - null when the adapter did not come; it is asked for again by the next call */
  constructor(load: () => Promise<Gateway | null>) {
    this.#load = load;
  }

  prepare(): void {
    void this.#adapter();
  }

  async tokenize(card: CardDetails, options: TokenizeOptions): Promise<IssuedToken | Refusal> {
    const adapter = await this.#adapter();
    return adapter ? adapter.tokenize(card, options) : { code: 'gateway-script' };
  }

  async #adapter(): Promise<Gateway | null> {
    this.#loading ??= this.#load().then((adapter) => {
      if (adapter) adapter.prepare();
      else this.#loading = undefined;
      return adapter;
    });
    return this.#loading;
  }
}
