/** The page, its addresses, and what the element is told of shop and environment. */
import type { Host, Patient, Symptom } from './diagnosis.js';
import { hasNoFields } from './examine-loading.js';
import { hostedAddress, hostedFile, isHere, scriptTags } from './places.js';
import { tagOf } from './tag.js';

/** Left by a copy of the script that found another one (`define.ts`). */
const SECOND_COPY = 'shoji-card-again';

const VIEWPORT = '<meta name="viewport" content="width=device-width, initial-scale=1">';

const exampleAddress = (host: Host): string => `https://FIELDS/hosted/${hostedFile(host)}`;

/** What could stand in an attribute whose value is refused. */
const exampleOf = (name: string, host: Host): string | undefined =>
  ({
    'shop-id': 'tshop00000001',
    environment: 'test',
    gateway: 'gmo',
    provider: 'gmo-pg',
    'api-key': 'API-KEY',
    'public-key': 'MIIB…',
    'fields-by': 'shoji',
    challenge: 'redirect',
    fields: 'number expiry cvc name',
    brands: 'visa mastercard jcb american-express diners-club discover unionpay maestro',
    'token-count': '1',
    'hosted-url': exampleAddress(host),
  })[name];

/** The attribute to mend and its value, where another one shows what is meant. */
function meant(name: string, host: Host, address: string): readonly [name: string, value: string] | undefined {
  const { gateway, apiKey, fieldsBy } = host;
  if (!['shop-id', 'gateway', 'fields-by'].includes(name)) return undefined;
  if (gateway !== 'gmo-v2' && (apiKey || fieldsBy === 'gateway' || gateway.includes('2'))) return ['gateway', 'gmo-v2'];
  // of a gateway that there is, only the document of another one says so
  const right = name === 'shop-id' || !['gmo', 'gmo-v2'].includes(gateway) ? '' : address && new URL(hostedFile(host), address).href;
  return address.startsWith(right) ? undefined : ['hosted-url', right];
}

/** What the element's last error means for whoever builds the page. */
export function examineError(patient: Patient): Symptom[] {
  const { host } = patient;
  const error = patient.error();
  if (error === null) return [];
  const severity = 'error';
  const address = hostedAddress(host)?.href ?? '';
  const refused = error.replace(/-(?:invalid|un(?:known|supported))$/, '');
  const example = exampleOf(refused, host);
  if (example) {
    const [name, value] = meant(refused, host, address) ?? [refused, example];
    const values = { name, value: (host.getAttribute(name) ?? '').slice(0, 60) }; // a key is long
    return [{ code: error, severity, says: 'attribute', values, fix: tagOf(host, { [name]: value }) }];
  }
  switch (error) {
    case 'hosted-readable':
      return [{ code: error, severity, values: { address }, fix: 'Content-Security-Policy: sandbox allow-scripts allow-forms' }];
    case 'hosted-unavailable':
      if (!hasNoFields(patient)) return []; // that file is told of by itself
      return [{ code: error, severity, values: { address }, fix: `Content-Security-Policy: frame-ancestors ${location.origin}` }];
    case 'tampered':
      return [{ code: error, severity }];
  }
  if (error.startsWith('gmo-')) {
    const values = { code: error.slice(4), names: host.gateway === 'gmo-v2' ? 'api-key, public-key' : 'shop-id' };
    return [{ code: error, severity, says: 'gmo', values, fix: tagOf(host) }];
  }
  return error.startsWith('gateway-') ? [{ code: error, severity: 'warning', says: 'gateway' }] : []; // all others are the shopper's
}

export function examineSetup({ host }: Patient): Symptom[] {
  const { environment, shopId, challenge } = host;
  const found: Symptom[] = [];
  const hosted = hostedAddress(host);
  const tags = scriptTags();

  for (const address of [new URL(location.href), ...tags.map(({ src }) => new URL(src)), ...(hosted ? [hosted] : [])]) {
    const { protocol, href } = address;
    if (protocol !== 'http:' || isHere(address)) continue;
    found.push({ code: 'not-https', severity: 'error', values: { address: href }, fix: href.replace('http:', 'https:') });
  }
  // GMO's test shop IDs: `tshop` and digits
  const isTestShop = /^tshop/.test(shopId);
  if (environment === 'live' && isTestShop) found.push({ code: 'shop-of-test', severity: 'error', fix: tagOf(host, { environment: 'test' }) });
  if (environment === 'test' && shopId && !isTestShop) {
    found.push({ code: 'shop-not-of-test', severity: 'warning', fix: tagOf(host, { 'shop-id': 'tshop…' }) });
  }
  if (environment === 'live' && isHere(location)) found.push({ code: 'live-here', severity: 'warning', fix: tagOf(host, { environment: 'test' }) });
  if (hosted && isHere(hosted) && !isHere(location)) {
    const fix = tagOf(host, { 'hosted-url': exampleAddress(host) });
    found.push({ code: 'hosted-here', severity: 'error', values: { address: hosted.href }, fix });
  }
  const [, second] = tags;
  if (second || performance.getEntriesByName(SECOND_COPY).length) {
    found.push({ code: 'copies', severity: 'warning', fix: (second ?? tags[0]) ? `${tagOf((second ?? tags[0]) as Element)}</script>` : '' });
  }
  if (!document.querySelector('meta[name=viewport i]')) found.push({ code: 'viewport-missing', severity: 'warning', fix: VIEWPORT });
  if (!host.closest('[lang]') && !document.documentElement.lang) found.push({ code: 'lang-missing', severity: 'note', fix: '<html lang="ja">' });
  if (challenge === 'dialog' && crossOriginIsolated) {
    found.push({ code: 'dialog-isolated', severity: 'warning', fix: tagOf(host, { challenge: 'redirect' }) });
  }
  return found;
}
