import Moyasar from 'moyasar-payment-form';
import 'moyasar-payment-form/dist/moyasar.css';

let count = 0;

/** It knows no way to take a form away again. */
bench.mount = (container) => {
  container.id = `moyasar-${(count += 1)}`;
  Moyasar.init({
    element: `#${container.id}`, amount: 1000, currency: 'SAR', description: 'Order', publishable_api_key: 'pk_test_bench',
    callback_url: location.href, methods: ['creditcard'], supported_networks: ['visa', 'mastercard'],
  });
  return () => container.replaceChildren();
};
