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

  const clientFor = (asker) => ({
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
