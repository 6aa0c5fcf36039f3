/** How the shop has a card authenticated: the environment variables SHOP_CALLBACK_TYPE, SHOP_CHALLENGE and SHOP_ATTEMPTS. */
import type { StorefrontOptions } from './storefront.ts';

export function readChallengeOptions(
  environment: Readonly<Record<string, string | undefined>>,
): Pick<StorefrontOptions, 'callbackType' | 'challenge' | 'acceptsAttempts'> {
  const choose = <Choice extends string>(name: string, ...choices: readonly Choice[]): Choice | undefined => {
    const value = environment[name];
    if (!value) return undefined;
    const choice = choices.find((each) => each === value);
    if (!choice) throw new Error(`${name} is none of ${choices.join(', ')}`);
    return choice;
  };
  const callbackType = choose('SHOP_CALLBACK_TYPE', '1', '2', '3');
  const challenge = choose('SHOP_CHALLENGE', 'redirect', 'dialog');
  const attempts = choose('SHOP_ATTEMPTS', 'accept', 'refuse');
  return {
    ...(callbackType && { callbackType }),
    ...(challenge && { challenge }),
    ...(attempts && { acceptsAttempts: attempts === 'accept' }),
  };
}
