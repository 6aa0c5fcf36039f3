/** The test's hand on a stub hosted document (stub-hosted.html): what it was told, and what it says. */
import type { CardState, HostedMessage, InitMessage, PageMessage, TokenMessage } from '../../src/channel/protocol.js';

declare global {
  /** Set by web-test-runner.config.js: one server under two names, that is, two origins. */
  var STUB_ORIGINS: readonly [string, string];
}

export const [STUB_ORIGIN, OTHER_ORIGIN] = globalThis.STUB_ORIGINS;

type Received = InitMessage | PageMessage;
export type ReceivedOf<T extends Received['type']> = Extract<Received, { type: T }>;

interface Told {
  readonly stub: string;
  readonly what: 'loaded' | 'message' | 'intruded';
  readonly message?: Received;
  readonly origin?: string;
}

export class StubEnd {
  readonly id = crypto.randomUUID();
  /** Every message of the page, in order. */
  readonly received: Received[] = [];
  /** Origin of the page that said `init`. */
  initOrigin = '';
  loads = 0;
  #window: Window | undefined;
  #taken = 0;
  readonly #waiting = new Set<() => void>();

  constructor() {
    window.addEventListener('message', (event: MessageEvent<Told | null>) => {
      if (event.data?.stub !== this.id) return;
      const { what, message, origin } = event.data;
      if (what === 'loaded') {
        this.loads += 1;
        this.#window = event.source as Window;
      }
      if (message) this.received.push(message);
      if (origin) this.initOrigin = origin;
      this.#told.add(what);
      for (const look of [...this.#waiting]) look();
    });
  }
  readonly #told = new Set<string>();

  /** @param folder - where another wrapper for challenges lies, or none: `as-built/`, `lone/`, `mute/` */
  url(query = '', folder = ''): string {
    return `${STUB_ORIGIN}/${folder}stub-hosted.html?id=${this.id}${query}`;
  }

  until(condition: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!condition()) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      look();
    });
  }

  loaded(times = 1): Promise<void> {
    return this.until(() => this.loads >= times);
  }

  /** The next message of that type which no earlier call has returned. */
  async next<T extends Received['type']>(type: T): Promise<ReceivedOf<T>> {
    const find = () => this.received.findIndex((message, index) => index >= this.#taken && message.type === type);
    await this.until(() => find() !== -1);
    const index = find();
    this.#taken = index + 1;
    return this.received[index] as ReceivedOf<T>;
  }

  ofType<T extends Received['type']>(type: T): ReceivedOf<T>[] {
    return this.received.filter((message): message is ReceivedOf<T> => message.type === type);
  }

  /** Any value at all: a stub is also a hosted document gone wrong. */
  send(message: unknown): void {
    this.#command({ send: message });
  }

  say(message: HostedMessage): void {
    this.send(message);
  }

  navigate(url: string): void {
    this.#command({ navigate: url });
  }

  /** Posts a message to the page's frame of that index, as a sibling frame can. */
  async intrude(frame: number, message: unknown): Promise<void> {
    this.#told.delete('intruded');
    this.#command({ intrude: { frame, message } });
    await this.until(() => this.#told.has('intruded'));
  }

  #command(command: Readonly<Record<string, unknown>>): void {
    if (!this.#window) throw new Error('the stub has not loaded');
    this.#window.postMessage({ stub: this.id, ...command }, '*');
  }
}

const filled = { empty: false, complete: true, error: null };
const blank = { empty: true, complete: false, error: null };

export const EMPTY_CARD: CardState = {
  complete: false, empty: true, brand: null, focused: null,
  fields: { number: blank, expiry: blank, cvc: blank, name: blank },
};

export const COMPLETE_CARD: CardState = {
  complete: true, empty: false, brand: 'visa', focused: 'name',
  fields: { number: filled, expiry: filled, cvc: filled, name: filled },
};

/** What the hosted document answers to `tokenize`. */
export const tokenFor = ({ id, count }: ReceivedOf<'tokenize'>): TokenMessage => ({
  type: 'token',
  id,
  tokens: Array.from({ length: count }, (_, index) => `token-${String(index + 1)}`),
  maskedNumber: '*************111',
  expiresAt: '2031-01-31-12-00-00',
  securityCodeSet: true,
  brand: 'visa',
});
