/** How the shop has a card authenticated: the environment variables SHOP_CALLBACK_TYPE, SHOP_CHALLENGE and SHOP_ATTEMPTS. */
import { choose } from './card-options.ts';
import type { StorefrontOptions } from './storefront.ts';

export function readChallengeOptions(
  environment: Readonly<Record<string, string | undefined>>,
): Pick<StorefrontOptions, 'callbackType' | 'challenge' | 'acceptsAttempts'> {
  const callbackType = choose(environment, 'SHOP_CALLBACK_TYPE', '1', '2', '3');
  const challenge = choose(environment, 'SHOP_CHALLENGE', 'redirect', 'dialog');
  const attempts = choose(environment, 'SHOP_ATTEMPTS', 'accept', 'refuse');
  return {
    ...(callbackType && { callbackType }),
    ...(challenge && { challenge }),
    ...(attempts && { acceptsAttempts: attempts === 'accept' }),
  };
}
