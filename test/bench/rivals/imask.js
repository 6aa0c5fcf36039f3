import IMask from 'imask';
import { plainFields } from '../controls/plain-fields.js';

bench.mount = (container) => {
  const { number, expiry, cvc } = plainFields(container);
  const masks = [
    IMask(number, {
      mask: [
        { mask: '0000 000000 00000', regex: /^3[47]/ },
        { mask: '0000 000000 0000', regex: /^3(?:0[0-5]|[689])/ },
        { mask: '0000 0000 0000 0000', regex: /^/ },
      ],
      dispatch: (appended, masked) => {
        const digits = (masked.value + appended).replace(/\D/g, '');
        return masked.compiledMasks.find(({ regex }) => regex.test(digits));
      },
    }),
    IMask(expiry, {
      mask: 'MM/YY',
      blocks: { MM: { mask: IMask.MaskedRange, from: 1, to: 12 }, YY: { mask: IMask.MaskedRange, from: 0, to: 99 } },
    }),
    IMask(cvc, { mask: '0000' }),
  ];
  return () => {
    for (const mask of masks) mask.destroy();
    container.replaceChildren();
  };
};
