'use client';
/**
 * React 19. `<ShojiCard>` registers the element in the browser and takes its settings as props and its events as `onToken` and so on;
 * rendered on a server it is the plain tag. Those who write `<shoji-card>` themselves import `shoji-card/define`, and get its types here.
 */
import { createElement, useImperativeHandle, useLayoutEffect, useRef, type HTMLAttributes, type ReactElement, type Ref } from 'react';
import type { ShojiCard as ShojiCardElement } from '../elements/shoji-card.js';
import type { ShojiPaymentMethod } from '../elements/shoji-payment-method.js';
import type { ShojiSavedCards } from '../elements/shoji-saved-cards.js';
import { registerShojiCard } from '../register.js';
import type {
  ShojiCardAttributes,
  ShojiCardEvents,
  ShojiCardListeners,
  ShojiPaymentMethodAttributes,
  ShojiPaymentMethodListeners,
  ShojiSavedCardsAttributes,
  ShojiSavedCardsListeners,
} from './attributes.js';

type Html = Omit<HTMLAttributes<ShojiCardElement>, 'onChange' | 'onError'>;

/** @example <ShojiCard name="token" shopId="tshop00000001" environment="test" onToken={({ token }) => pay(token)} /> */
export interface ShojiCardProps extends Html, Omit<ShojiCardAttributes, 'shop-id' | 'api-key' | 'public-key' | 'fields-by' | 'send-fingerprint' | 'hosted-url' | 'token-count'> {
  readonly shopId?: ShojiCardAttributes['shop-id'];
  readonly apiKey?: ShojiCardAttributes['api-key'];
  readonly publicKey?: ShojiCardAttributes['public-key'];
  readonly fieldsBy?: ShojiCardAttributes['fields-by'];
  readonly sendFingerprint?: ShojiCardAttributes['send-fingerprint'];
  readonly hostedUrl?: ShojiCardAttributes['hosted-url'];
  readonly tokenCount?: ShojiCardAttributes['token-count'];
  /** The element itself, for `tokenize()`, `authenticate()` and `clear()`. */
  readonly ref?: Ref<ShojiCardElement> | undefined;
  readonly onReady?: ((event: ShojiCardEvents['shoji-ready']) => void) | undefined;
  readonly onChange?: ((event: ShojiCardEvents['shoji-change']) => void) | undefined;
  readonly onToken?: ((event: ShojiCardEvents['shoji-token']) => void) | undefined;
  readonly onError?: ((event: ShojiCardEvents['shoji-error']) => void) | undefined;
  readonly onChallenge?: ((event: ShojiCardEvents['shoji-challenge']) => void) | undefined;
  readonly onOutcome?: ((event: ShojiCardEvents['shoji-outcome']) => void) | undefined;
}

/** Attributes as a server renders them: React turns no name of a custom element's into another. */
export function ShojiCard(props: ShojiCardProps): ReactElement {
  const { ref, shopId, apiKey, publicKey, fieldsBy, sendFingerprint, hostedUrl, tokenCount, onReady, onChange, onToken, onError, onChallenge, onOutcome, ...rest } =
    props;
  const element = useRef<ShojiCardElement>(null);
  useImperativeHandle(ref, () => element.current as ShojiCardElement, []);
  // React itself listens to nothing on a custom element that came from a server (its issue 35446), so no `onshoji-…` among the props
  useLayoutEffect(() => {
    const listening = new AbortController();
    const listen = <Name extends keyof ShojiCardEvents>(name: Name, listener: ((event: ShojiCardEvents[Name]) => void) | undefined) => {
      if (listener) element.current?.addEventListener(name, listener, { signal: listening.signal });
    };
    listen('shoji-ready', onReady);
    listen('shoji-change', onChange);
    listen('shoji-token', onToken);
    listen('shoji-error', onError);
    listen('shoji-challenge', onChallenge);
    listen('shoji-outcome', onOutcome);
    return () => {
      listening.abort();
    };
  });
  useLayoutEffect(register, []);
  return createElement('shoji-card', {
    ...rest,
    ref: element,
    'shop-id': shopId,
    'api-key': apiKey,
    'public-key': publicKey,
    'fields-by': fieldsBy,
    'send-fingerprint': sendFingerprint,
    'hosted-url': hostedUrl,
    'token-count': tokenCount,
  });
}

/** Not twice: an effect runs again whenever the component is mounted. */
function register(): void {
  if (!customElements.get('shoji-card')) registerShojiCard();
}

/** The tag itself. */
interface ShojiCardTag extends Html, ShojiCardAttributes, ShojiCardListeners {
  readonly ref?: Ref<ShojiCardElement> | undefined;
}

/** Tags that `shoji-card/members/define` registers. */
interface ShojiSavedCardsTag extends HTMLAttributes<ShojiSavedCards>, ShojiSavedCardsAttributes, ShojiSavedCardsListeners {
  readonly ref?: Ref<ShojiSavedCards> | undefined;
}

interface ShojiPaymentMethodTag extends HTMLAttributes<ShojiPaymentMethod>, ShojiPaymentMethodAttributes, ShojiPaymentMethodListeners {
  readonly ref?: Ref<ShojiPaymentMethod> | undefined;
}

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- how React's types are extended
  namespace JSX {
    interface IntrinsicElements {
      'shoji-card': ShojiCardTag;
      'shoji-saved-cards': ShojiSavedCardsTag;
      'shoji-payment-method': ShojiPaymentMethodTag;
    }
  }
}
