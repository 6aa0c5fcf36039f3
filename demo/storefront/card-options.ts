/** How the pages show the card: the environment variables SHOP_GATEWAY, SHOP_FIELDS_BY, GMO_API_KEY and GMO_PUBLIC_KEY. */
import type { StorefrontOptions } from './storefront.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export function readCardOptions(environment: Environment): Pick<StorefrontOptions, 'gateway' | 'fieldsBy' | 'apiKey' | 'publicKey'> {
  const gateway = choose(environment, 'SHOP_GATEWAY', 'gmo', 'gmo-v2');
  const fieldsBy = choose(environment, 'SHOP_FIELDS_BY', 'shoji', 'gateway');
  const { GMO_API_KEY: apiKey, GMO_PUBLIC_KEY: publicKey } = environment;
  if (gateway === 'gmo-v2' && environment['GMO_BASE_URL'] && !(apiKey && publicKey)) throw new Error('gmo-v2 at GMO_BASE_URL needs GMO_API_KEY and GMO_PUBLIC_KEY');
  if (fieldsBy === 'gateway' && gateway !== 'gmo-v2') throw new Error('SHOP_FIELDS_BY=gateway needs SHOP_GATEWAY=gmo-v2');
  return { ...(gateway && { gateway }), ...(fieldsBy && { fieldsBy }), ...(apiKey && { apiKey }), ...(publicKey && { publicKey }) };
}

/** Undefined when it is not set. */
export function choose<Choice extends string>(environment: Environment, name: string, ...choices: readonly Choice[]): Choice | undefined {
  const value = environment[name];
  if (!value) return undefined;
  const choice = choices.find((each) => each === value);
  if (!choice) throw new Error(`${name} is none of ${choices.join(', ')}: ${value}`);
  return choice;
}
