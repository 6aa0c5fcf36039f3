/**
 * Whose hosts, by provider and environment: the one table. The page can name an entry, never an address. `script` is where the token
 * scripts lie, `api` where that of v1 sends its calls; the one of v2 says nothing of where it sends its own.
 */
import type { Environment } from './gateway.js';

export interface Hosts {
  readonly script: string;
  readonly api: string;
}

export const GMO_PG: Readonly<Record<Environment, Hosts>> = {
  live: { script: 'https://static.mul-pay.jp', api: 'https://p01.mul-pay.jp' },
  test: { script: 'https://stg.static.mul-pay.jp', api: 'https://pt01.mul-pay.jp' },
};

const PROVIDERS: Readonly<Record<string, Readonly<Partial<Record<Environment, Hosts>>>>> = {
  'gmo-pg': GMO_PG,
  // SMBC GMO Payment, whose shops were seen with token v2 in its test environment. Nobody was seen to name its live hosts: there are none here.
  // UNVERIFIED: `api`.
  'smbc-gp': {
    test: { script: 'https://stg-static.smbc-gp.co.jp', api: 'https://stg-static.smbc-gp.co.jp' },
  },
};

/** Undefined for what is not in the table. */
export const hostsOf = (provider: string, environment: Environment): Hosts | undefined =>
  Object.hasOwn(PROVIDERS, provider) ? PROVIDERS[provider]?.[environment] : undefined;
