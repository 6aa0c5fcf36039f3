/**
 * The token script of version 2: `window.Multipayment`, which has only `init` until that replaces it with the client. Our own text,
 * made from the published types and the public behaviour. It needs no eval and no inline script: the gateway in script-src and
 * connect-src is enough, for its fields frame-src as well.
 */
import { Hono } from 'hono';
import { createTokenRequest } from './create-token-request.ts';
import { delayOf, droppedAnswer, pause } from './faults.ts';
import type { SandboxContext } from './sandbox-context.ts';
import { publicKeyText, SCRIPT_HEADERS, type TokenKeys } from './token-script.ts';

const SCRIPT = String.raw`(() => {
  'use strict';
  const GATEWAY_KEY = /*key*/;
  /*createToken*/
  // YYMM or YYYYMM
  const splitExpiry = (expire) => ({ expiryYear: expire.slice(0, -2), expiryMonth: expire.slice(-2) });

  const legacyResponse = ({ result, errorList, tokenList, maskedCardNumber, tokenExpiryDate, isSecurityCodeSet }) =>
    result === 'success'
      ? {
          resultCode: '000',
          tokenObject: {
            token: tokenList.length === 1 ? tokenList[0] : tokenList,
            toBeExpiredAt: tokenExpiryDate,
            maskedCardNo: maskedCardNumber,
            isSecurityCodeSet,
          },
        }
      : { resultCode: errorList[0].legacyCode };

  // a function, or its dotted name; anything else is nobody
  const call = (callback, response) => {
    const target = typeof callback === 'string' ? callback.split('.').reduce((owner, name) => owner?.[name], window) : callback;
    if (typeof target === 'function') target(response);
  };

  const JAPANESE = navigator.language.startsWith('ja');
  const FIELDS = {
    cardNumber: { path: 'card-number', label: JAPANESE ? 'カード番号' : 'Card number' },
    cardExpiry: { path: 'card-expiry', label: JAPANESE ? '有効期限（月/年）' : 'Expiry date (month/year)' },
    cardCvc: { path: 'card-cvc', label: JAPANESE ? 'セキュリティコード' : 'Security code' },
  };
  // the frames of a sandboxed document are sandboxed with it: each has an opaque origin of its own, which no message can name
  const FIELD_ORIGIN = window.origin === 'null' ? '*' : ORIGIN;

  class Field {
    #type;
    #siblings;
    #options;
    #handlers = { change: new Set(), ready: new Set(), focus: new Set(), blur: new Set() };
    #frame = null;
    // open as soon as the field has answered
    #port = null;

    constructor(type, siblings, options) {
      this.#type = type;
      this.#siblings = siblings;
      this.#options = { ...options };
    }

    mount(wrapper) {
      if (typeof wrapper?.append !== 'function') throw new TypeError('mount takes an HTMLElement');
      if (this.#siblings.get(this.#type) !== this) throw new TypeError('the element was destroyed');
      this.unmount();
      const { path, label } = FIELDS[this.#type];
      const frame = document.createElement('iframe');
      frame.title = label;
      frame.style.cssText = 'display:block;width:100%;height:24px;min-height:100%;border:0;background:none';
      // a frame that is moved loads again, and is another field then
      frame.addEventListener('load', () => {
        this.#port = null;
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => this.#frame === frame && this.#hear(data, port1);
        const language = JAPANESE ? 'ja' : 'en';
        frame.contentWindow?.postMessage({ type: 'connect', options: this.#options, label, language }, FIELD_ORIGIN, [port2]);
      });
      frame.src = ORIGIN + '/payment/elements/' + path;
      this.#frame = frame;
      wrapper.append(frame);
    }

    unmount() {
      this.#frame?.remove();
      this.#port?.close();
      this.#frame = this.#port = null;
    }

    destroy() {
      this.unmount();
      if (this.#siblings.get(this.#type) === this) this.#siblings.delete(this.#type);
    }

    update(options) {
      Object.assign(this.#options, options);
      this.#port?.postMessage({ type: 'update', options: this.#options });
    }

    clear() {
      this.#port?.postMessage({ type: 'clear' });
    }

    focus() {
      this.#frame?.focus();
      this.#port?.postMessage({ type: 'focus' });
    }

    blur() {
      this.#port?.postMessage({ type: 'blur' });
    }

    on(type, handler) {
      this.#handlers[type]?.add(handler);
      return this;
    }

    off(type, handler) {
      this.#handlers[type]?.delete(handler);
      return this;
    }

    #hear({ type, height, event }, port) {
      if (type === 'height') this.#frame.style.height = Number(height) + 'px';
      if (type === 'ready') this.#port = port;
      for (const handler of this.#handlers[type] ?? []) handler(event);
    }

    #order(order, ports) {
      if (!this.#port) throw new TypeError('the element ' + this.#type + ' is not ready');
      this.#port.postMessage(order, ports);
    }

    // the other fields give what they hold to the number's, which asks the gateway; both ends of those channels are theirs
    static tokens(element, order) {
      const siblings = element instanceof Field ? element.#siblings : new Map();
      const number = siblings.get('cardNumber');
      if (!number?.#port) throw new TypeError('the element cardNumber is not ready');
      const answer = new MessageChannel();
      const ends = [];
      for (const sibling of siblings.values()) {
        if (sibling === number) continue;
        const { port1, port2 } = new MessageChannel();
        sibling.#order({ type: 'give' }, [port1]);
        ends.push(port2);
      }
      number.#order({ type: 'tokens', ...order }, [answer.port2, ...ends]);
      return new Promise((resolve, reject) => {
        answer.port1.onmessage = ({ data }) => ('response' in data ? resolve(data.response) : reject(new TypeError(data.error)));
      });
    }
  }

  const createElements = () => {
    const fields = new Map();
    return {
      create(type, options) {
        if (!Object.hasOwn(FIELDS, type)) throw new TypeError('no such element: ' + type);
        fields.set(type, new Field(type, fields, options));
        return fields.get(type);
      },
      getElement: (type) => fields.get(type) ?? null,
    };
  };

  const clientFor = (asker) => ({
    createElements,
    // resolves with the answer, a failure as well; rejects when there is none
    async getTokenThroughIframe(element, cardholderName, options) {
      return Field.tokens(element, { cardholderName: String(cardholderName ?? ''), count: options?.tokenNumber, asker });
    },
    async getToken(legacyCard, callback) {
      // as in version 1, or as the types spell it
      const read = (name) => String(legacyCard?.[name.toLowerCase()] ?? legacyCard?.[name] ?? '');
      const card = {
        cardNumber: read('cardNo'),
        ...splitExpiry(read('expire')),
        securityCode: read('securityCode'),
        cardholderName: read('holderName'),
      };
      const response = legacyResponse(await createToken(card, read('tokenNumber'), asker));
      call(callback, response);
      return response;
    },
    checkAvailability: () => ({}),
    createPaymentRequest: () => undefined,
    fetchEncryptedTokenObject: async () => undefined,
  });

  window.Multipayment = {
    init(apiKey, publicKey) {
      // with one argument it is a shop ID, as in version 1
      const asker = publicKey === undefined ? { shopId: String(apiKey), publicKey: GATEWAY_KEY } : { apiKey: String(apiKey), publicKey: String(publicKey) };
      return (window.Multipayment = clientFor(asker));
    },
  };
})();
`;

/** `/payment/js/mp-token.js` */
export function mpTokenScriptRoutes({ gatewayOrigin, faults }: SandboxContext, keys: TokenKeys): Hono {
  const script = SCRIPT.replace('/*createToken*/', () => createTokenRequest(gatewayOrigin)).replace('/*key*/', () =>
    JSON.stringify(publicKeyText(keys)),
  );
  const routes = new Hono();
  routes.get('/payment/js/mp-token.js', async (c) => {
    const fault = faults.get('tokenScript');
    if (fault === 'drop') return droppedAnswer(c);
    if (fault === 'status-500') return c.body('', 500, SCRIPT_HEADERS);
    await pause(delayOf(fault));
    return c.body(script, 200, SCRIPT_HEADERS);
  });
  return routes;
}
