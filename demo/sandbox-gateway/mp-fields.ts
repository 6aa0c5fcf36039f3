/**
 * The fields of version 2 of the token script: documents of the gateway with one input each, which the script puts into frames. What is
 * typed stays in them: the number's document encrypts the card and asks for the tokens by itself, and the other two give it their part
 * over a channel of their own. The page around hears how a field is, and what the gateway answers.
 */
import { Hono } from 'hono';
import { html } from 'hono/html';
import { createTokenRequest } from './create-token-request.ts';
import { withPageFault } from './faults.ts';
import { writePage } from './page.ts';
import type { SandboxContext } from './sandbox-context.ts';

/** By the name in its address; the type is what `create` calls it. */
const FIELDS = new Map([
  ['card-number', { type: 'cardNumber', autocomplete: 'cc-number' }],
  ['card-expiry', { type: 'cardExpiry', autocomplete: 'cc-exp' }],
  ['card-cvc', { type: 'cardCvc', autocomplete: 'cc-csc' }],
]);

/** Says nothing of colour schemes, as a document from before them: a frame is transparent in its own scheme only, and whoever frames it can know this one. */
const STYLE = `
  :root { color-scheme: normal; background: transparent; }
  body { margin: 0; }
  label { display: flex; align-items: center; min-height: 100vh; cursor: text; }
  input { flex: 1; min-width: 0; box-sizing: border-box; margin: 0; padding: 0; border: 0; outline: 0; background: transparent;
    color: inherit; font: 16px/1.5 system-ui, "Hiragino Sans", "Noto Sans JP", sans-serif; appearance: none; }
`;

const SCRIPT = String.raw`(() => {
  'use strict';
  /*createToken*/
  const input = document.querySelector('input');
  const elementType = input.id;

  const typed = () => input.value.normalize('NFKC').replace(/\s/g, '');
  const expiry = () => {
    const [, month, year] = /^(\d\d?)[/-](\d*)$/.exec(typed()) ?? /^(\d\d)(\d*)$/.exec(typed()) ?? ['', typed(), ''];
    return { expiryMonth: month && month.padStart(2, '0'), expiryYear: year };
  };

  // what each field gives, which code it has, and which text can still become a good one
  const { values, codeOf, canBecome, message } = {
    cardNumber: {
      values: () => ({ cardNumber: typed().replace(/[-‐-―−ー]/g, '') }),
      codeOf: ({ cardNumber }) => (cardNumber === '' ? 100 : /\D/.test(cardNumber) ? 101 : /^\d{10,16}$/.test(cardNumber) ? 0 : 102),
      canBecome: ({ cardNumber }) => /^\d{0,16}$/.test(cardNumber),
      message: 'カード番号を確認してください。',
    },
    cardExpiry: {
      values: expiry,
      codeOf({ expiryMonth, expiryYear }) {
        const text = expiryYear + expiryMonth;
        return text === '' ? 110 : /\D/.test(text) ? 111 : !/^(\d{4}|\d{6})$/.test(text) ? 112 : expiryMonth > 12 ? 113 : 0;
      },
      canBecome: ({ expiryMonth, expiryYear }) => expiryMonth <= 12 && /^\d{0,4}$/.test(expiryYear),
      message: '有効期限を確認してください。',
    },
    cardCvc: {
      values: () => ({ securityCode: typed() }),
      codeOf: ({ securityCode }) => (/\D/.test(securityCode) ? 121 : /^(\d{3,4})?$/.test(securityCode) ? 0 : 122),
      canBecome: ({ securityCode }) => /^\d{0,4}$/.test(securityCode),
      message: 'セキュリティコードを確認してください。',
    },
  }[elementType];

  let port;
  let wasLeft = false;
  let last;

  const emit = (type, detail = {}) => port?.postMessage({ type, event: { elementType, ...detail } });

  const look = () => {
    const current = values();
    const empty = typed() === '';
    const code = codeOf(current);
    const invalid = !empty && code > 0 && (wasLeft || !canBecome(current));
    const complete = !empty && code === 0;
    for (const [name, is] of Object.entries({ empty, complete, invalid })) input.classList.toggle(name, is);
    input.setAttribute('aria-invalid', String(invalid));
    const error = invalid ? { type: 'validation_error', code, message } : undefined;
    return { empty, complete, invalid, error };
  };
  const tellChange = () => {
    const state = look();
    const text = JSON.stringify([input.value, state]);
    if (text !== last) emit('change', state);
    last = text;
  };

  input.addEventListener('input', ({ isComposing }) => {
    wasLeft = false;
    if (!isComposing && elementType === 'cardExpiry' && /^\d{3,}$/.test(typed())) input.value = typed().replace(/^\d\d/, '$&/');
    tellChange();
  });
  input.addEventListener('focus', () => {
    input.classList.add('focus');
    emit('focus');
  });
  input.addEventListener('blur', () => {
    input.classList.remove('focus');
    wasLeft = true;
    emit('blur');
    tellChange();
  });

  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [sheet];
  const PROPERTIES = [
    'backgroundColor', 'color', 'caretColor', 'fontFamily', 'fontSize', 'fontSmoothing', 'fontStyle', 'fontVariant', 'fontWeight', 'iconColor',
    'lineHeight', 'letterSpacing', 'textAlign', 'padding', 'textDecoration', 'textShadow', 'textTransform',
  ];
  const PSEUDOS = [':hover', ':focus', '::placeholder', '::selection', ':-webkit-autofill', ':disabled', '::-ms-clear'];
  const addRule = (selector, properties) => {
    let rule;
    try {
      rule = sheet.cssRules[sheet.insertRule(selector + ' {}', sheet.cssRules.length)];
    } catch {
      return; // a selector of another engine
    }
    for (const name of PROPERTIES) {
      const value = properties[name];
      if (typeof value === 'string' || typeof value === 'number') rule.style[name === 'fontSmoothing' ? 'webkitFontSmoothing' : name] = value;
    }
    if (selector.endsWith('-clear') && typeof properties.display === 'string') rule.style.display = properties.display;
  };
  const paint = (style = {}) => {
    sheet.replaceSync('');
    for (const variant of ['base', 'complete', 'empty', 'focus', 'invalid']) {
      const rules = style?.[variant] ?? {};
      const selector = variant === 'base' ? 'input' : 'input.' + variant;
      addRule(selector, rules);
      for (const pseudo of PSEUDOS) if (rules[pseudo]) addRule(selector + pseudo, rules[pseudo]);
    }
  };

  const take = ({ style, placeholder, disabled }) => {
    paint(style);
    input.placeholder = String(placeholder ?? '');
    input.disabled = Boolean(disabled);
  };

  // the number's field: each of the others gives its part over a port that the page around has no end of
  const tokens = async ({ cardholderName, count, asker }, [answer, ...others]) => {
    const parts = await Promise.all(others.map((other) => new Promise((resolve) => (other.onmessage = ({ data }) => resolve(data)))));
    try {
      const card = { ...Object.assign({}, ...parts), ...values(), cardholderName };
      answer.postMessage({ response: await createToken(card, count, asker) });
    } catch (error) {
      answer.postMessage({ error: String(error?.message) });
    }
  };

  const ORDERS = {
    update: ({ options }) => take(options),
    clear() {
      input.value = '';
      wasLeft = false;
      tellChange();
    },
    focus: () => input.focus(),
    blur: () => input.blur(),
    give: (_, [other]) => other.postMessage(values()),
    tokens: (order, ports) => elementType === 'cardNumber' && tokens(order, ports),
  };

  tellChange(); // to nobody yet: a field that is never touched says nothing

  // where the engine gives the focus to the document of a frame, it is its input's
  addEventListener('focus', ({ target }) => target === window && input.focus());

  // the page around speaks once, and brings a port: whoever else speaks is not heard
  addEventListener('message', ({ source, data, ports }) => {
    if (port || source !== parent || data?.type !== 'connect' || ports.length !== 1) return;
    [port] = ports;
    document.documentElement.lang = data.language;
    input.setAttribute('aria-label', data.label);
    take(data.options);
    port.onmessage = ({ data: order, ports: more }) => Object.hasOwn(ORDERS, order?.type) && ORDERS[order.type](order, more);
    new ResizeObserver(() => port.postMessage({ type: 'height', height: input.offsetHeight })).observe(input);
    emit('ready');
  });
})();
`;

/** `/payment/elements/<field>` */
export function mpFieldRoutes({ gatewayOrigin, faults }: SandboxContext): Hono {
  const script = SCRIPT.replace('/*createToken*/', () => createTokenRequest(gatewayOrigin));
  const routes = new Hono();
  routes.get('/payment/elements/:name', (c) => {
    const field = FIELDS.get(c.req.param('name'));
    if (!field) return c.text('Not Found', 404);
    const { type, autocomplete } = field;
    return withPageFault(faults.get('tokenFields'), c, () =>
      writePage({
        language: 'ja',
        title: type,
        style: STYLE,
        script,
        connects: gatewayOrigin,
        body: html`<label>
          <input id="${type}" name="${autocomplete}" autocomplete="${autocomplete}" inputmode="numeric" autocapitalize="off" spellcheck="false" />
        </label>`,
      }),
    );
  });
  return routes;
}
