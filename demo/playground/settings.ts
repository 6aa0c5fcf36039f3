/**
 * Everything that can be set in the playground, and how a setting is written into the address: what differs from how the page begins,
 * under one name each. Pure; the page's server, its script and the tests use it alike.
 */
import type { FaultName } from '../sandbox-gateway/faults.ts';

/** `none` is the element as it comes. */
export const THEMES = ['none', 'plain', 'outlined', 'underlined', 'card'] as const;
export type Theme = (typeof THEMES)[number];

/** What the element speaks. */
export const LANGUAGES = ['ja', 'en', 'zh-Hans', 'zh-Hant', 'ko', 'vi', 'th', 'pt', 'es', 'fr', 'de', 'id'] as const;

export const BRANDS = ['visa', 'mastercard', 'jcb', 'american-express', 'diners-club', 'discover', 'unionpay', 'maestro'] as const;

/** `held-back` never answers, `unreachable` is an error page. */
export const FIELDS_FAULTS = ['ok', 'held-back', 'unreachable'] as const;

/** Those of the sandbox gateway, in the order of a payment. */
export const GATEWAY_FAULTS = [
  'tokenScript',
  'tokenFields',
  'getToken',
  'issuedTokens',
  'idPass',
  'openApi',
  'redirectPage',
  'transStatus',
  'challengePage',
  'challengeForm',
  'challengeAnswer',
  'challengeResult',
  'transStatusReason',
  'returning',
] as const satisfies readonly FaultName[];

/** Attributes of the element that are set here. `hosted-url` follows from the fault of the fields. */
export const ATTRIBUTES = [
  'name',
  'gateway',
  'shop-id',
  'api-key',
  'public-key',
  'fields-by',
  'provider',
  'environment',
  'fields',
  'brands',
  'token-count',
  'challenge',
  'consent',
  'send-fingerprint',
  'lang',
  'disabled',
] as const;
export type Attribute = (typeof ATTRIBUTES)[number];

/** Their presence alone says yes. */
export const BOOLEAN_ATTRIBUTES: ReadonlySet<string> = new Set<Attribute>(['consent', 'send-fingerprint', 'disabled']);

/** The container, CSS pixels. */
export const WIDTH = { least: 240, most: 960, step: 10, initial: 480 } as const;

interface Setting {
  /** How the page begins; not written into the address. */
  readonly initial: string;
  readonly accepts: readonly string[] | RegExp;
}

const ON = ['', 'on'];
/** An attribute may be wrong: what the element says to it is to be seen here, too. */
const ANYTHING_SHORT = /^[^\0]{0,200}$/u;
const FAULT_VALUE = /^[\w:-]{1,20}$/;

const setting = (initial: string, accepts: readonly string[] | RegExp = ANYTHING_SHORT): Setting => ({ initial, accepts });

const attributes = {
  name: setting('token'),
  gateway: setting(''),
  'shop-id': setting('tshop00000001'),
  'api-key': setting(''),
  'public-key': setting('', /^[^\0]{0,1000}$/u),
  'fields-by': setting(''),
  provider: setting(''),
  environment: setting('test'),
  fields: setting(''),
  brands: setting(''),
  'token-count': setting(''),
  challenge: setting(''),
  consent: setting('', ON),
  'send-fingerprint': setting('', ON),
  lang: setting(''),
  disabled: setting('', ON),
} satisfies Record<Attribute, Setting>;

const gatewayFaults = Object.fromEntries(GATEWAY_FAULTS.map((name) => [name, setting('ok', FAULT_VALUE)])) as Record<
  (typeof GATEWAY_FAULTS)[number],
  Setting
>;

const SETTINGS = {
  theme: setting('none', THEMES),
  /** Empty: the theme's own. */
  css: setting('', /^[^\0]{0,6000}$/u),
  scheme: setting('auto', ['auto', 'light', 'dark']),
  width: setting(String(WIDTH.initial), /^(?:2[4-9]\d|[3-8]\d\d|9[0-5]\d|960)$/),
  direction: setting('ltr', ['ltr', 'rtl']),
  /** Empty: as the page around. */
  page: setting('', ['', ...LANGUAGES]),
  ...attributes,
  /** The default slot and the fallback slot have content. */
  loading: setting('', ON),
  fallback: setting('on', ['off', 'on']),
  fieldsFault: setting('ok', FIELDS_FAULTS),
  ...gatewayFaults,
};

export type SettingName = keyof typeof SETTINGS;
export type Settings = Readonly<Record<SettingName, string>>;

export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];

const accepts = (name: SettingName, value: string): boolean => {
  const { accepts: rule } = SETTINGS[name];
  return rule instanceof RegExp ? rule.test(value) : rule.includes(value);
};

/** What is not understood is as the page begins. */
export function settingsFrom(given: (name: SettingName) => string | null | undefined): Settings {
  const read = (name: SettingName): string => {
    const value = given(name) ?? null;
    return value !== null && accepts(name, value) ? value : SETTINGS[name].initial;
  };
  return Object.fromEntries(SETTING_NAMES.map((name) => [name, read(name)])) as Settings;
}

export const settingsFromQuery = (query: string): Settings => {
  const parameters = new URLSearchParams(query);
  return settingsFrom((name) => parameters.get(name));
};

export const INITIAL: Settings = settingsFrom(() => undefined);

/**
 * `?theme=card&width=320`; empty for the page as it begins.
 * @param query - where it is written to: what is no setting stays as it stands there, such as `ui`, the language of the page around,
 *   and `shoji-doctor`, which the element looks for
 */
export function queryOf(settings: Settings, query = ''): string {
  const others = query.replace(/^\?/, '').split('&').filter((text) => text !== '' && !Object.hasOwn(SETTINGS, text.split('=', 1)[0] ?? ''));
  const parameters = new URLSearchParams();
  for (const name of SETTING_NAMES) if (settings[name] !== SETTINGS[name].initial) parameters.set(name, settings[name]);
  const all = [...others, parameters.toString()].filter(Boolean).join('&');
  return all === '' ? '' : `?${all}`;
}
