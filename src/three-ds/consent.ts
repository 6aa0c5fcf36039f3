import type { Stage } from './stage.js';
import { make, Surface } from './surface.js';

/** Changes with the meaning of the text, whatever the language. */
const VERSION = '1';

/** That the shopper agreed, when, and to which words. */
export interface ConsentRecord {
  readonly version: string;
  /** ISO 8601, UTC. */
  readonly acceptedAt: string;
  /** Of the text as it was shown, UTF-8, in hexadecimal; empty where the page is no secure context, which has no hashes. */
  readonly sha256: string;
}

/** The box to be ticked before a token is obtained: 3-D Secure passes personal data on to the card issuer. */
export class Consent {
  readonly #surface: Surface;
  readonly #box: HTMLInputElement;
  readonly #text: HTMLElement;
  readonly #wrong: HTMLElement;
  #record: Promise<ConsentRecord> | null = null;

  constructor(stage: Stage) {
    const surface = new Surface(stage, 'consent, error');
    this.#surface = surface;
    this.#box = make('input', { type: 'checkbox', id: 'consent', 'aria-describedby': 'wrong' });
    this.#text = surface.say(make('label', { for: 'consent' }), 'consent');
    this.#wrong = make('p', { id: 'wrong', role: 'alert', part: 'error' });
    this.#box.addEventListener('change', () => this.#note());
    surface.root.append(make('div', { class: 'consent', part: 'consent' }, this.#box, this.#text, this.#wrong));
    stage.root.append(surface.host);
  }

  /** What was agreed to; null when nothing was: the shopper is led to the box. */
  record(): Promise<ConsentRecord | null> {
    if (!this.#record) {
      this.#surface.say(this.#wrong, 'consent-missing');
      this.#box.ariaInvalid = 'true';
      this.#box.focus();
    }
    return Promise.resolve(this.#record);
  }

  /** Other words were not agreed to. */
  speak(): void {
    const { textContent } = this.#text;
    this.#surface.speak();
    if (this.#text.textContent === textContent) return;
    this.#box.checked = false;
    this.#note();
  }

  remove(): void {
    this.#surface.host.remove();
  }

  #note(): void {
    this.#record = this.#box.checked ? agreed(VERSION, this.#text.textContent) : null;
    this.#surface.hush(this.#wrong);
    this.#box.ariaInvalid = null;
  }
}

/** Now, to these words. */
export async function agreed(version: string, text: string): Promise<ConsentRecord> {
  const acceptedAt = new Date().toISOString();
  return { version, acceptedAt, sha256: await hashOf(text) };
}

async function hashOf(text: string): Promise<string> {
  // absent without a secure context
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  const digest = await subtle?.digest('SHA-256', new TextEncoder().encode(text));
  return digest ? Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('') : '';
}
