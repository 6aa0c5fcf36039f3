/** What token v2 wants to know of a shop, checked before anything is typed. Nobody published how long its keys are. */
import type { ErrorCode } from '../errors.js';
import type { GatewayChoice } from './gateway.js';
import { hostsOf } from './gmo-hosts.js';

/** One word of visible ASCII. */
const API_KEY = /^[!-~]{1,500}$/;
/** As the shop's admin screen hands it out: base64 in one piece, of an RSA key of 512 bits at least. */
const PUBLIC_KEY = /^[A-Za-z0-9+/]{80,2000}={0,2}$/;

/** The code that says which attribute is wrong, or false. */
export const wrongKeys = ({ provider, environment, apiKey, publicKey }: GatewayChoice): ErrorCode | false =>
  (!hostsOf(provider, environment) && 'provider-unsupported') ||
  (!API_KEY.test(apiKey) && 'api-key-invalid') ||
  (!PUBLIC_KEY.test(publicKey) && 'public-key-invalid');
