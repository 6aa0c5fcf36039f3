/** Waits, in the page, until a card can be typed into. */

export type CardFieldName = 'number' | 'expiry' | 'cvc' | 'name';

/** What these tests use of `<shoji-card>`. */
export interface CardElement extends HTMLElement {
  readonly state: string;
  readonly complete: boolean;
  readonly brand: string | null;
}

/** Why a card is not filled: these inputs stand in frames of the gateway’s, which may look otherwise tomorrow. */
export const THEIRS = 'the inputs of this <shoji-card> are the gateway’s own (fields-by="gateway"): type into the frames inside its frame';

export interface Readiness {
  readonly isReady: boolean;
  /** Why there are no fields. */
  readonly code: string;
}

/** There are no fields to fill: the element is in the state `failed`. */
export class CardFailure extends Error {
  override readonly name = 'CardFailure';
  /** As `shoji-error` has it; empty where a second try went well. */
  readonly code: string;

  constructor(code: string) {
    super(
      code
        ? `<shoji-card> has failed: ${code}. The README says under "Errors" what that means.`
        : '<shoji-card> has failed, of something that is over: another one like it just loaded its fields.',
    );
    this.code = code;
  }
}

/**
 * May be sent to the page as text (`evaluate` in shapes.ts).
 *
 * An element that has failed before does not say why. Another one like it, for a moment at the end of the page, does.
 */
export async function readinessOf(element: HTMLElement): Promise<Readiness> {
  await customElements.whenDefined(element.localName);
  const card = element as CardElement;
  if (card.state === 'loading') {
    const code = await new Promise<string>((resolve) => {
      card.addEventListener('shoji-ready', () => resolve(''), { once: true });
      card.addEventListener('shoji-error', (event) => resolve((event as Event & { error: { code: string } }).error.code), { once: true });
    });
    return { isReady: code === '', code };
  }
  if (card.state !== 'failed') return { isReady: true, code: '' };
  const twin = card.cloneNode() as CardElement;
  const settings = ['gateway', 'environment', 'provider', 'shopId', 'apiKey', 'publicKey', 'fieldsBy', 'sendFingerprint', 'hostedUrl', 'fields', 'brands'];
  for (const property of [...settings, 'tokenCount', 'challenge', 'consent']) {
    Reflect.set(twin, property, Reflect.get(card, property));
  }
  twin.removeAttribute('name');
  twin.removeAttribute('id');
  twin.style.cssText = 'position: absolute; inline-size: 0; block-size: 0; overflow: hidden';
  try {
    const code = await new Promise<string>((resolve) => {
      for (const type of ['shoji-ready', 'shoji-error']) {
        twin.addEventListener(type, (event) => {
          event.stopPropagation(); // the shop's page is not to hear of it
          resolve((event as Event & { error?: { code: string } }).error?.code ?? '');
        });
      }
      document.body.append(twin);
    });
    return { isReady: false, code };
  } finally {
    twin.remove();
  }
}

/** Waits, in the page, until it knows of a card what the frame knows. May be sent there, too. */
export function agreement(element: HTMLElement, complete: boolean): Promise<void> | undefined {
  const card = element as CardElement;
  if (card.complete === complete) return undefined;
  return new Promise<void>((resolve) => {
    const ended = new AbortController();
    card.addEventListener(
      'shoji-change',
      () => {
        if (card.complete !== complete) return;
        ended.abort();
        resolve();
      },
      { signal: ended.signal },
    );
  });
}
