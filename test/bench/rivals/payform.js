import payform from 'payform';
import { plainFields } from '../controls/plain-fields.js';

bench.mount = (container) => {
  const { number, expiry, cvc } = plainFields(container);
  payform.cardNumberInput(number);
  payform.expiryInput(expiry);
  payform.cvcInput(cvc);
  return () => container.replaceChildren();
};
