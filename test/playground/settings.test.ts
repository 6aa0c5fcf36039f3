/** What an address says of the playground, and the HTML that follows from it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { BRANDS, GATEWAY_FAULTS, INITIAL, LANGUAGES, queryOf, SETTING_NAMES, settingsFrom, settingsFromQuery, THEMES } from '../../demo/playground/settings.ts';
import { formMarkup, snippetOf, type Addresses } from '../../demo/playground/snippet.ts';
import { FAULT_CHOICES } from '../../demo/sandbox-gateway/faults.ts';
import { SANDBOX_SHOP } from '../../demo/serve.ts';
import type { Brand } from '../../src/card/brands.js';
import { LOCALE_NAMES } from '../../src/locales/messages.js';

const ADDRESSES: Addresses = {
  script: 'https://fields.example/shoji-card.js',
  integrity: 'sha384-abc',
  language: 'ja',
  hosted: { unreachable: 'https://fields.example/hosted/nowhere.html' },
  keys: { 'api-key': 'the shop’s', 'public-key': 'AAAA' },
};

/** The compiler sees to it that these are all. */
const EVERY_BRAND: Readonly<Record<Brand, true>> = {
  visa: true, mastercard: true, jcb: true, 'american-express': true, 'diners-club': true, discover: true, unionpay: true, maestro: true,
};

const given = (pairs: Record<string, string>) => settingsFrom((name) => pairs[name]);

describe('the address of the playground', () => {
  it('is empty for the page as it begins', () => {
    assert.equal(queryOf(INITIAL), '');
    assert.deepEqual(settingsFromQuery(''), INITIAL);
  });

  it('keeps every setting, whatever is set', () => {
    const anything = fc.record(
      Object.fromEntries(SETTING_NAMES.map((name) => [name, fc.oneof(fc.string(), fc.constantFrom('on', 'off', '320', 'card', 'dark', 'rtl', 'en', 'drop', 'visa jcb'))])),
    );
    fc.assert(
      fc.property(anything, (values) => {
        const settings = given(values);
        assert.deepEqual(settingsFromQuery(queryOf(settings, '?ui=en&theme=card&shoji-doctor')), settings);
      }),
    );
  });

  it('is read as the page begins where it says what there is not', () => {
    assert.deepEqual(settingsFromQuery('?theme=gold&width=10&scheme=pink&page=tlh&getToken=%3Cb%3E&direction=up&consent=maybe&nothing=1'), INITIAL);
  });

  it('keeps what is no setting as it stands there', () => {
    assert.equal(queryOf(given({ theme: 'card' }), '?ui=en'), '?ui=en&theme=card');
    assert.equal(queryOf(given({ theme: 'card' }), '?width=320&shoji-doctor&ui=en'), '?shoji-doctor&ui=en&theme=card');
    assert.equal(queryOf(INITIAL, '?shoji-doctor&theme=card&constructor=1'), '?shoji-doctor&constructor=1');
  });

  it('names what there is to name: every fault, language and brand', () => {
    assert.deepEqual([...GATEWAY_FAULTS].sort(), Object.keys(FAULT_CHOICES).sort());
    assert.deepEqual([...LANGUAGES].sort(), [...LOCALE_NAMES].sort());
    assert.deepEqual([...BRANDS].sort(), Object.keys(EVERY_BRAND).sort());
    assert.equal(THEMES.length, 5);
    assert.equal(INITIAL['shop-id'], SANDBOX_SHOP.shopId);
  });
});

describe('the HTML to copy', () => {
  it('is short for the page as it begins', () => {
    assert.equal(
      snippetOf(INITIAL, ADDRESSES),
      `<script
  src="https://fields.example/shoji-card.js"
  integrity="sha384-abc"
  crossorigin="anonymous"></script>

<form action="/pay" method="post">
  <shoji-card name="token" shop-id="tshop00000001" environment="test">
    <a slot="fallback" href="/pay">別の方法で支払う</a>
  </shoji-card>
  <button>支払う</button>
</form>
`,
    );
  });

  it('has what is set, the page’s language and direction, and one attribute a line when there are many', () => {
    const settings = given({
      page: 'en', direction: 'rtl', fields: 'number expiry cvc', brands: 'visa jcb', consent: 'on', fallback: 'off', fieldsFault: 'unreachable',
    });
    assert.equal(
      snippetOf(settings, ADDRESSES).split('\n\n')[1],
      `<form action="/pay" method="post" lang="en" dir="rtl">
  <shoji-card
    name="token"
    shop-id="tshop00000001"
    environment="test"
    fields="number expiry cvc"
    brands="visa jcb"
    consent
    hosted-url="https://fields.example/hosted/nowhere.html"></shoji-card>
  <button>Pay</button>
</form>
`,
    );
  });

  it('has the shop’s own keys for version 2 of the token script, unless others are set', () => {
    const keysOf = (pairs: Record<string, string>) => [...snippetOf(given(pairs), ADDRESSES).matchAll(/(?:api|public)-key="([^"]*)"/g)].map(([, key]) => key);
    assert.deepEqual(keysOf({}), []);
    assert.deepEqual(keysOf({ gateway: 'gmo-v2' }), ['the shop’s', 'AAAA']);
    assert.deepEqual(keysOf({ gateway: 'gmo-v2', 'api-key': 'wrong' }), ['wrong', 'AAAA']);
  });

  it('is escaped, so that an attribute stays one', () => {
    const settings = given({ fields: '"><script>alert(1)</script>&' });
    assert.match(snippetOf(settings, ADDRESSES), /fields="&quot;&gt;&lt;script&gt;alert\(1\)&lt;\/script&gt;&amp;"/);
    const [card] = formMarkup(settings, ADDRESSES).children;
    assert.ok(typeof card === 'object');
    assert.equal(card.attributes['fields'], '"><script>alert(1)</script>&');
  });
});
