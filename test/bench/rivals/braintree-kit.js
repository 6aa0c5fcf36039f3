/** Braintree's open kit: one library formats, the other one judges. The pattern follows the brand, as Braintree's own fields do it. */
import valid from 'card-validator';
import RestrictedInput from 'restricted-input';
import { plainFields } from '../controls/plain-fields.js';

const patternOf = ({ gaps, lengths }) => {
  const longest = Math.max(...lengths);
  const ends = [...gaps, longest];
  return ends.map((end, index) => `{{${'9'.repeat(end - (ends[index - 1] ?? 0))}}}`).join(' ');
};
const UNKNOWN = '{{9999}} {{9999}} {{9999}} {{9999}}';

bench.mount = (container) => {
  const { number, expiry, cvc } = plainFields(container);
  const masked = new RestrictedInput({ element: number, pattern: UNKNOWN });
  new RestrictedInput({ element: expiry, pattern: '{{99}}/{{99}}' });
  new RestrictedInput({ element: cvc, pattern: '{{9999}}' });
  let pattern = UNKNOWN;
  number.addEventListener('input', () => {
    const { card, isPotentiallyValid } = valid.number(number.value);
    number.setAttribute('aria-invalid', String(!isPotentiallyValid));
    const wanted = card ? patternOf(card) : UNKNOWN;
    if (wanted !== pattern) masked.setPattern((pattern = wanted));
  });
  expiry.addEventListener('input', () => expiry.setAttribute('aria-invalid', String(!valid.expirationDate(expiry.value).isPotentiallyValid)));
  cvc.addEventListener('input', () => cvc.setAttribute('aria-invalid', String(!valid.cvv(cvc.value).isPotentiallyValid)));
  return () => container.replaceChildren();
};
