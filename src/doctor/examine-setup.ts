/** The page, its addresses, and what the element is told of shop and environment. */
import type { Patient, Symptom } from './diagnosis.js';
import { hasNoFields } from './examine-loading.js';
import { hostedAddress, isHere, scriptTags } from './places.js';
import { tagOf } from './tag.js';

/** Left by a copy of the script that found another one (`define.ts`). */
const SECOND_COPY = 'shoji-card-again';

const VIEWPORT = '<meta name="viewport" content="width=device-width, initial-scale=1">';

/** What stands in an attribute whose value is refused, by the code of the error. */
const ATTRIBUTES: Readonly<Record<string, readonly [name: string, value: string]>> = {
  'shop-id-invalid': ['shop-id', 'tshop00000001'],
  'environment-unknown': ['environment', 'test'],
  'gateway-unsupported': ['gateway', 'gmo'],
  'provider-unsupported': ['provider', 'gmo-pg'],
  'api-key-invalid': ['api-key', 'API-KEY'],
  'public-key-invalid': ['public-key', 'MIIB…'],
  'fields-by-unsupported': ['fields-by', 'shoji'],
  'challenge-unsupported': ['challenge', 'redirect'],
  'fields-unknown': ['fields', 'number expiry cvc name'],
  'brands-unknown': ['brands', 'visa mastercard jcb american-express diners-club discover unionpay maestro'],
  'token-count-invalid': ['token-count', '1'],
  'hosted-url-invalid': ['hosted-url', 'https://FIELDS/hosted/index.html'],
};

/** What the element's last error means for whoever builds the page. */
export function examineError(patient: Patient): Symptom[] {
  const { host } = patient;
  const error = patient.error();
  if (error === null) return [];
  const severity = 'error';
  const address = hostedAddress(host)?.href ?? '';
  const attribute = ATTRIBUTES[error];
  if (attribute) {
    const [name, value] = attribute;
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
  if (error.startsWith('gmo-')) return [{ code: error, severity, says: 'gmo', values: { code: error.slice(4) }, fix: tagOf(host) }];
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
    const fix = tagOf(host, { 'hosted-url': 'https://FIELDS/hosted/index.html' });
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
