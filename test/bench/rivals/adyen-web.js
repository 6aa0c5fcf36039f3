/**
 * The page's half of Adyen's card component. Its fields are documents on Adyen's servers, which no package has: in their place stand
 * empty ones that answer the first question of the protocol and do nothing (`rivals/adyen-field.html`). A lower bound.
 */
import { AdyenCheckout, Card } from '@adyen/adyen-web';
import '@adyen/adyen-web/styles/adyen.css';

const api = `${document.querySelector('meta[name=rival-origin]').content}/checkoutshopper/`;
let checkout;

bench.mount = async (container) => {
  checkout ??= await AdyenCheckout({
    environment: 'test',
    _environmentUrls: { api, analytics: api, cdn: { images: api, translations: api } },
    clientKey: 'test_BENCHBENCHBENCHBENCHBENCHBENCHBE',
    countryCode: 'JP',
    locale: 'en-US',
    analytics: { enabled: false },
    paymentMethodsResponse: { paymentMethods: [{ type: 'scheme', name: 'Cards', brands: ['visa', 'mc', 'amex'] }] },
  });
  return new Promise((ready) => {
    const card = new Card(checkout, { onConfigSuccess: () => ready(() => card.remove()) });
    card.mount(container);
  });
};
