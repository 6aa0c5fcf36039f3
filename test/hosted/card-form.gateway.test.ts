/** The card form with GMO's adapter, its script and its JSONP answers, over a gateway whose answer the shop ID chooses. */
import { expect } from '@open-wc/testing';
import { GmoTokenV1, type GmoTokenV1Options } from '../../src/gateway/gmo-token-v1.js';
import type { ErrorCode } from '../../src/errors.js';
import { clearForms, Shopper } from '../support/wtr-shopper.ts';
import { STUB_ORIGIN } from '../support/wtr-stub-end.ts';

type Realm = Window & typeof globalThis;

/** A realm of its own: scripts of the gateway's test hosts come from the stub there, under addresses that read as written. */
function openRealm(origin = STUB_ORIGIN): Realm {
  const frame = document.createElement('iframe');
  frame.title = 'Realm';
  document.body.append(frame);
  const realm = frame.contentWindow as Realm;
  const { prototype } = realm.HTMLScriptElement;
  const { set } = Object.getOwnPropertyDescriptor(prototype, 'src') as Required<PropertyDescriptor>;
  const written = new WeakMap<object, string>();
  Object.defineProperty(prototype, 'src', {
    get(this: HTMLScriptElement) {
      return written.get(this) ?? '';
    },
    set(this: HTMLScriptElement, address: string) {
      const { pathname, search } = new URL(address);
      written.set(this, address.replace(STUB_ORIGIN, 'https://pt01.mul-pay.jp'));
      set.call(this, origin + pathname + search);
    },
  });
  return realm;
}

const openForm = (shopId: string, options: Partial<GmoTokenV1Options> = {}) =>
  new Shopper(new GmoTokenV1({ shopId, environment: 'test', realm: openRealm(), ...options }), { environment: 'test' });

/** What the page is told of one attempt. */
async function attempt(shopper: Shopper, count = 1) {
  const before = shopper.sentOf('error').length;
  shopper.fill().tell({ type: 'tokenize', id: 'call-1', count });
  return Promise.race([shopper.told('token'), shopper.told('error', before + 1)]);
}

describe('the card form and GMO’s script', () => {
  afterEach(() => {
    clearForms();
    for (const frame of document.querySelectorAll('iframe')) frame.remove();
  });

  it('get as many tokens as were asked for', async () => {
    expect(await attempt(openForm('ok'), 2)).to.deep.equal({
      type: 'token', id: 'call-1', tokens: ['token-1', 'token-2'], maskedNumber: '*************111',
      expiresAt: '2031-01-31-12-00-00', securityCodeSet: true, brand: 'visa',
    });
  });

  const refusals: [shopId: string, code: ErrorCode][] = [
    ['code101', 'number-invalid'],
    ['code113', 'expiry-month'],
    ['code121', 'cvc-invalid'],
    ['code131', 'name-characters'],
    ['code180', 'gmo-180'],
    ['code901', 'gateway-internal'],
    ['code902', 'gateway-busy'],
    ['code999', 'gateway-answer'],
    ['malformed', 'gateway-answer'],
    ['refuse', 'gateway-unreachable'],
  ];
  for (const [shopId, code] of refusals) {
    it(`tell ${code} when the gateway does: ${shopId}`, async () => {
      const shopper = openForm(shopId);
      expect(await attempt(shopper)).to.deep.equal({ type: 'error', id: 'call-1', code });
      expect(shopper.values, 'all but the CVC is kept').to.deep.equal(['4111 1111 1111 1111', '12/39', '', 'TARO YAMADA']);
    });
  }

  it('give up on a gateway that says nothing', async () => {
    const shopper = openForm('silent', { answerDeadline: 200 });
    expect(await attempt(shopper)).to.deep.equal({ type: 'error', id: 'call-1', code: 'gateway-timeout' });
  });

  it('leave nothing global behind', async () => {
    const realm = openRealm();
    await attempt(openForm('ok', { realm }));
    expect(Object.keys(realm).filter((name) => name.startsWith('__shoji'))).to.deep.equal([]);
  });
});
