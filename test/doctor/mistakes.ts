/** Every mistake that the doctor knows, as a page, and what it says of it. */
import { until } from '../support/session.ts';
import { CARD, haveCome, pay, type Ground, type Page } from './ground.ts';

type Fix = RegExp | string | ((ground: Ground) => string);
export interface Mistake {
  readonly what: string;
  readonly page: Page | ((ground: Ground) => Page);
  /** Exactly these, in their order. */
  readonly found: readonly string[];
  /** Of the one that this is about; each on a line, in the order of the alphabet, where it comes more than once. */
  readonly fix: Fix;
  /** That one, where it is not the first. */
  readonly code?: string;
  /** The page without the mistake, of which it is not said: the plain one where it is left out. */
  readonly well?: Page | ((ground: Ground) => Page);
  /** In every engine of the list, not in Chromium alone. */
  readonly everywhere?: boolean;
  /** The browser's decides. */
  readonly isAnyLanguage?: boolean;
}

/** The fields that are needed, so that a card is typed soon. */
const SHORT = 'name="token" fields="number expiry"';

/** As a bundle does in which Lit's templates are. */
const LIT = `<script>try { trustedTypes.createPolicy('lit-html', {}); } catch { /* refused */ }</script>`;

/** A script that came before ours, and looks into roots that are closed. */
const sees = (work: string): string => `<script>
  const roots = [];
  const attachShadow = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, init);
    roots.push(root);
    return root;
  };
  addEventListener('shoji-ready', () => {
    const frame = roots.map((root) => root.querySelector('iframe')).find(Boolean);
    ${work};
  });
</script>`;

/** Keys that look like keys. */
const PUBLIC_KEY = 'MIIB'.padEnd(392, 'A');
const V2 = `gateway="gmo-v2" api-key="key-1" public-key="${PUBLIC_KEY}"`;

export const MISTAKES: readonly Mistake[] = [
  {
    what: 'a policy that does not let the frame in',
    page: ({ fields }) => ({ headers: { 'content-security-policy': `default-src 'self' 'unsafe-inline' data:; script-src ${fields.origin}` } }),
    found: ['error csp-frame-src'],
    fix: ({ fields }) =>
      `Content-Security-Policy: default-src 'self' 'unsafe-inline' data:; script-src ${fields.origin}; frame-src 'self' 'unsafe-inline' data: ${fields.origin}`,
    everywhere: true,
  },
  {
    what: 'the same policy in the markup',
    page: { head: `<meta http-equiv="Content-Security-Policy" content="frame-src 'none'">` },
    found: ['error csp-frame-src'],
    fix: ({ fields }) => `<meta http-equiv="Content-Security-Policy" content="frame-src ${fields.origin}">`,
  },
  {
    what: 'a policy for each file that forgets one',
    page: ({ fields: { origin } }) => ({
      headers: { 'content-security-policy': `script-src ${origin}/shoji-card.js ${origin}/doctor.js ${origin}/locales/` },
    }),
    found: ['error csp-script-src'],
    fix: /^Content-Security-Policy: script-src .* http:\/\/fields\.localhost:\d+$/, // Firefox tells of no policy that stops a preload: there it is `file-blocked`
  },
  { what: 'a file that was not uploaded', page: { missing: '/part-mirror.js' }, found: ['warning file-missing'], fix: /^dist\/part-mirror\.js → http.*\/part-mirror\.js$/ },
  { what: 'a locale that was not uploaded', page: { missing: '/locales/en.js' }, found: ['warning file-missing'], fix: /locales\/en\.js$/ },
  { what: 'three-ds.js that is not there for the consent', page: { card: 'name="token" consent', missing: '/three-ds.js' }, found: ['error file-missing'], fix: /three-ds\.js$/ },
  { what: 'a file without the header for other origins', page: { shut: '/part-mirror.js' }, found: ['warning file-blocked'], fix: 'Access-Control-Allow-Origin: *', everywhere: true },
  {
    what: 'fields that are not there',
    page: { missing: '/hosted/index.html' },
    found: ['error hosted-unavailable'],
    fix: ({ shop }) => `Content-Security-Policy: frame-ancestors ${shop.origin}`,
  },
  {
    what: 'fields on the origin of the page without their header',
    page: { card: 'name="token" hosted-url="/hosted/index.html"' },
    found: ['error hosted-readable'],
    fix: 'Content-Security-Policy: sandbox allow-scripts allow-forms',
    everywhere: true,
  },
  { what: 'a shop ID with a dash', page: { card: 'name="token" shop-id="my-shop"' }, found: ['error shop-id-invalid', 'warning shop-not-of-test'], fix: /shop-id="tshop00000001"/ },
  { what: 'an environment that there is not', page: { card: 'name="token" environment="staging"' }, found: ['error environment-unknown'], fix: /environment="test"/ },
  { what: 'a gateway that there is not', page: { card: 'name="token" gateway="other"' }, found: ['error gateway-unsupported'], fix: /gateway="gmo"/, well: { card: 'name="token" gateway="gmo"' } },
  { what: 'token v2 without the API key', page: { card: `name="token" gateway="gmo-v2" public-key="${PUBLIC_KEY}"` }, found: ['error api-key-invalid'], fix: /api-key="API-KEY"/, well: { card: `name="token" ${V2}` } },
  { what: 'token v2 with a public key in its armour', page: { card: 'name="token" gateway="gmo-v2" api-key="key-1" public-key="-----BEGIN PUBLIC KEY-----"' }, found: ['error public-key-invalid'], fix: /public-key="MIIB…"/, well: { card: `name="token" ${V2}` } },
  { what: 'live hosts that are not known', page: { card: `name="token" ${V2} provider="smbc-gp" environment="live" shop-id=""` }, found: ['error provider-unsupported', 'warning live-here'], fix: /provider="gmo-pg"/, well: { card: `name="token" ${V2} provider="smbc-gp"` } },
  { what: 'the gateway’s own fields with v1', page: { card: 'name="token" fields-by="gateway"' }, found: ['error fields-by-unsupported'], fix: /gateway="gmo-v2"/, well: { card: 'name="token" fields-by="shoji"' } },
  { what: 'fields of nobody’s', page: { card: `name="token" ${V2} fields-by="shop"` }, found: ['error fields-by-unsupported'], fix: /fields-by="shoji"/, well: { card: `name="token" ${V2}` } },
  { what: 'token v2 by another name', page: { card: 'name="token" gateway="gmov2"' }, found: ['error gateway-unsupported'], fix: /gateway="gmo-v2"/, well: { card: `name="token" ${V2}` } },
  { what: 'the keys of token v2 without their gateway', page: { card: 'name="token" shop-id="" api-key="key-1"' }, found: ['error shop-id-invalid'], fix: /gateway="gmo-v2"/, well: { card: `name="token" shop-id="" ${V2}` } },
  {
    what: 'the document of v1 for token v2',
    page: ({ fields }) => ({ card: `name="token" ${V2} hosted-url="${fields.origin}/hosted/index.html?1"` }),
    found: ['error gateway-unsupported'],
    fix: ({ fields }) => `<shoji-card name="token" gateway="gmo-v2" api-key="key-1" public-key="${PUBLIC_KEY}" hosted-url="${fields.origin}/hosted/gmo-v2.html" environment="test" shop-id="tshop00000001">`,
    well: ({ fields }) => ({ card: `name="token" ${V2} hosted-url="${fields.origin}/hosted/gmo-v2.html"` }),
  },
  {
    what: 'the document of our fields for the gateway’s own',
    page: ({ fields }) => ({ card: `name="token" ${V2} fields-by="gateway" hosted-url="${fields.origin}/hosted/gmo-v2.html"` }),
    found: ['error fields-by-unsupported'],
    fix: /hosted-url="http[^"]+\/hosted\/gateway-fields\.html"/,
    well: ({ fields }) => ({ card: `name="token" ${V2} fields-by="gateway" hosted-url="${fields.origin}/hosted/gateway-fields.html"` }),
  },
  { what: 'a way of showing a challenge that there is not', page: { card: 'name="token" challenge="popup"' }, found: ['error challenge-unsupported'], fix: /challenge="redirect"/, well: { card: 'name="token" challenge="redirect"' } },
  { what: 'fields without the expiry', page: { card: 'name="token" fields="number cvc"' }, found: ['error fields-unknown'], fix: /fields="number expiry cvc name"/, well: { card: 'name="token" fields="number expiry"' } },
  { what: 'more tokens than GMO issues', page: { card: 'name="token" token-count="11"' }, found: ['error token-count-invalid'], fix: /token-count="1"/, well: { card: 'name="token" token-count="10"' } },
  { what: 'an address of the fields that is none', page: { card: 'name="token" hosted-url="ftp://fields.example/"' }, found: ['error hosted-url-invalid'], fix: /hosted-url="https:\/\/FIELDS\/hosted\/index\.html"/ },
  { what: 'the same with token v2', page: { card: `name="token" ${V2} hosted-url="ftp://fields.example/"` }, found: ['error hosted-url-invalid'], fix: /hosted-url="https:\/\/FIELDS\/hosted\/gmo-v2\.html"/ },
  { what: 'a brand that there is not', page: { card: 'name="token" brands="visa master"' }, found: ['error brands-unknown'], fix: /brands="visa mastercard/ },
  {
    what: 'a test shop in the live environment, on this machine',
    page: { card: 'name="token" environment="live"' },
    found: ['error shop-of-test', 'warning live-here'],
    fix: '<shoji-card name="token" environment="test" shop-id="tshop00000001">',
    everywhere: true,
  },
  { what: 'a live shop in the test environment', page: { card: 'name="token" shop-id="9200000000001"' }, found: ['warning shop-not-of-test'], fix: /shop-id="tshop…"/ },
  { what: 'the script twice', page: ({ fields }) => ({ head: `<script src="${fields.origin}/shoji-card.js?v=1"></script>` }), found: ['warning copies'], fix: /shoji-card\.js/, everywhere: true },
  { what: 'text that iOS zooms in on', page: { style: 'shoji-card::part(input) { font-size: 14px }' }, found: ['warning font-small'], fix: 'shoji-card::part(input) { font-size: 16px }', everywhere: true },
  { what: 'the same by a custom property', page: { style: 'shoji-card { --shoji-font-size: 13px }' }, found: ['warning font-small'], fix: 'shoji-card { --shoji-font-size: 16px }' },
  { what: 'a dark ground in a light scheme', page: { style: 'body { background: #111; color: #eee }' }, found: ['warning colour-scheme'], fix: 'shoji-card { color-scheme: dark }', everywhere: true },
  { what: 'a light ground in a dark scheme', page: { style: 'form { color-scheme: dark; background: #fff }' }, found: ['warning colour-scheme'], fix: 'shoji-card { color-scheme: light }' },
  { what: 'no name in a form', page: { card: '' }, found: ['warning name-missing'], fix: /^<shoji-card .*name="token">$/, everywhere: true },
  { what: 'a name and no form', page: { inForm: null }, found: ['warning form-missing'], fix: /^<form .*method="post">$/ },
  { what: 'a form that says nothing of its method', page: { form: 'action="/pay"' }, found: ['warning form-get'], fix: '<form action="/pay" method="post">', everywhere: true },
  { what: 'a form with get, and a control called method', page: { form: 'method="get"', inForm: '<input type="hidden" name="method">' }, found: ['warning form-get'], fix: '<form method="post">' },
  { what: 'a form for a dialog', page: { form: 'method="dialog"' }, found: ['warning form-dialog'], fix: '<form method="post">' },
  { what: 'a form with a target', page: { form: 'method="post" target="pay"' }, found: ['warning form-target'], fix: '<form method="post">' },
  { what: 'a form that keeps browsers from filling in', page: { form: 'method="post" autocomplete="off"' }, found: ['note form-autocomplete'], fix: '<form method="post">' },
  { what: 'a form that is not validated', page: { form: 'method="post" novalidate' }, found: ['note form-novalidate'], fix: '<form method="post">' },
  { what: 'a form whose only button passes it by', page: { button: 'formnovalidate' }, found: ['error form-buttons'], fix: '<button>', well: { button: 'formnovalidate', inForm: '<button>Pay</button>' }, everywhere: true },
  { what: 'two controls of one name', page: { inForm: '<input type="hidden" name="token">' }, found: ['warning name-twice'], fix: '<input type="hidden">', everywhere: true },
  { what: 'a label for the name', page: { inForm: '<label for="token">Card</label>' }, found: ['warning label-for'], fix: /^<shoji-card .*id="token">$/ },
  { what: 'no viewport', page: { viewport: '' }, found: ['warning viewport-missing'], fix: '<meta name="viewport" content="width=device-width, initial-scale=1">' },
  { what: 'no language', page: { html: '' }, isAnyLanguage: true, found: ['note lang-missing'], fix: '<html lang="ja">' },
  {
    what: 'a dialog on an isolated page',
    page: {
      card: 'name="token" challenge="dialog"',
      headers: { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'credentialless' },
    },
    found: ['warning dialog-isolated'],
    fix: /challenge="redirect"/,
  },
  {
    what: 'three-ds.js that is not there when a consent is asked for, and nothing else',
    page: { card: `${SHORT} consent`, missing: '/three-ds.js', act: pay },
    found: ['error file-missing'],
    fix: /three-ds\.js$/,
    well: { card: `${SHORT} consent`, act: pay },
  },
  {
    what: 'a page, a script and fields without https',
    page: { isElsewhere: true },
    found: ['error not-https', 'error not-https', 'error not-https'],
    fix: ({ shop, fields }) => {
      const origin = `https://fields.test:${String(fields.port)}`;
      return `${origin}/hosted/index.html\n${origin}/shoji-card.js\nhttps://shop.test:${String(shop.port)}/`;
    },
  },
  {
    what: 'fields on a machine that no shopper can reach',
    page: ({ fields }) => ({ isElsewhere: true, card: `name="token" hosted-url="${fields.origin}/hosted/index.html"` }),
    found: ['error not-https', 'error not-https', 'error hosted-here'],
    code: 'hosted-here',
    fix: /hosted-url="https:\/\/FIELDS\/hosted\/index\.html"/,
    well: { isElsewhere: true },
  },
  {
    what: 'fields of token v2 on such a machine',
    page: ({ fields }) => ({ isElsewhere: true, card: `name="token" ${V2} hosted-url="${fields.origin}/hosted/gmo-v2.html"` }),
    found: ['error not-https', 'error not-https', 'error hosted-here'],
    code: 'hosted-here',
    fix: /hosted-url="https:\/\/FIELDS\/hosted\/gmo-v2\.html"/,
  },
  {
    what: 'a policy that only reports',
    page: { headers: { 'content-security-policy-report-only': `frame-src 'self'` } },
    found: ['note csp-frame-src'],
    fix: ({ fields }) => `Content-Security-Policy-Report-Only: frame-src 'self' ${fields.origin}`,
    well: ({ fields }) => ({ headers: { 'content-security-policy-report-only': `frame-src 'self' ${fields.origin}` } }),
  },
  {
    what: 'a policy without that of Lit, which the page’s bundle brings along',
    page: { headers: { 'content-security-policy': `trusted-types 'none'` }, head: LIT },
    found: ['error csp-trusted-types'],
    fix: 'Content-Security-Policy: trusted-types lit-html',
    well: { headers: { 'content-security-policy': 'trusted-types lit-html' }, head: LIT },
  },
  {
    what: 'a file and fields that take long',
    page: { late: { '/part-mirror.js': 3_100, '/hosted/index.html': 3_100 }, act: haveCome },
    found: ['warning slow', 'warning slow'],
    fix: ({ fields: { origin } }) => `<link rel="preconnect" href="${origin}" crossorigin>\n<link rel="preconnect" href="${origin}">`,
    well: { late: { '/part-mirror.js': 100, '/hosted/index.html': 100 }, act: haveCome },
  },
  {
    what: 'fields that have not come yet',
    page: { late: { '/hosted/index.html': Infinity } },
    found: ['warning hosted-silent'],
    fix: ({ fields }) => `<link rel="preconnect" href="${fields.origin}">`,
  },
  {
    what: 'a script that touches the frame',
    page: { head: sees('frame.src = frame.src'), act: (tab) => until('the end', () => tab.run<boolean>(`${CARD}.state === 'failed'`)) },
    found: ['error tampered'],
    fix: '',
    well: { head: sees('console.log(frame.src)') },
    everywhere: true,
  },
];
