/** The example of its README, with all four inputs. */
import { createElement, useLayoutEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import Cards from 'react-credit-cards-2';
import 'react-credit-cards-2/dist/es/styles-compiled.css';

const FIELDS = [
  ['number', 'Card number', 'cc-number'],
  ['expiry', 'Expiry', 'cc-exp'],
  ['cvc', 'Security code', 'cc-csc'],
];

function PaymentForm({ onReady }) {
  const [state, setState] = useState({ number: '', expiry: '', cvc: '', name: '', focused: '' });
  useLayoutEffect(onReady, [onReady]);
  return createElement(
    'div',
    null,
    createElement(Cards, state),
    ...FIELDS.map(([name, label, autoComplete]) =>
      createElement('p', { key: name }, createElement('label', null, label, ' ', createElement('input', {
        name,
        autoComplete,
        inputMode: 'numeric',
        value: state[name],
        onChange: ({ target }) => setState((before) => ({ ...before, [target.name]: target.value })),
        onFocus: ({ target }) => setState((before) => ({ ...before, focused: target.name })),
      }))),
    ),
  );
}

bench.mount = (container) =>
  new Promise((ready) => {
    const root = createRoot(container);
    root.render(createElement(PaymentForm, { onReady: () => ready(() => root.unmount()) }));
  });
