/**
 * The token script of version 1: `window.Multipayment`. Our own text, made from the public behaviour: parameters in lower
 * case, an answer by JSONP. It needs no eval, no inline script and no fetch, so a document whose CSP allows scripts of the
 * gateway alone runs it.
 */
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { Hono } from 'hono';
import { delayOf, droppedAnswer, pause } from './faults.ts';
import type { SandboxContext } from './sandbox-context.ts';

const SCRIPT = String.raw`(() => {
  'use strict';
  const ORIGIN = /*origin*/;
  const PUBLIC_KEY = /*key*/;
  const NAMES = ['cardno', 'expire', 'securitycode', 'holdername', 'tokennumber'];
  let shopId = '';
  let registered = 0;

  // the answer is a script that calls its callback by name, so every function needs one
  const nameOf = (callback) => {
    if (typeof callback === 'string') return callback;
    if (typeof callback !== 'function') return '';
    if (callback.name && window[callback.name] === callback) return callback.name;
    registered += 1;
    const name = '__multipayment_' + registered;
    window[name] = (response) => {
      delete window[name];
      callback(response);
    };
    return name;
  };

  const base64url = (bytes) =>
    btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const hex = (bytes) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const bytesOf = (text) => new TextEncoder().encode(text);

  // a fresh AES key and IV for the card, both under the gateway's RSA key: nothing in the address can be read on the way
  const encrypt = async (text) => {
    const { subtle } = crypto;
    const secret = crypto.getRandomValues(new Uint8Array(32));
    const [aes, rsa] = await Promise.all([
      subtle.importKey('raw', secret.slice(0, 16), 'AES-CBC', false, ['encrypt']),
      subtle.importKey('jwk', PUBLIC_KEY, { name: 'RSA-OAEP', hash: 'SHA-256' }, false, ['encrypt']),
    ]);
    const [encrypted, key] = await Promise.all([
      subtle.encrypt({ name: 'AES-CBC', iv: secret.slice(16) }, aes, bytesOf(text)),
      subtle.encrypt({ name: 'RSA-OAEP' }, rsa, secret),
    ]);
    return { encrypted: base64url(encrypted), key: base64url(key) };
  };

  const request = async (text, name, publicKey) => {
    const { encrypted, key } = await encrypt(text);
    const seal = hex(await crypto.subtle.digest('SHA-256', bytesOf([publicKey, key, encrypted, name].join('|'))));
    const query = new URLSearchParams({ key, callback: name, publicKey, encrypted, seal, version: '5' });
    const script = document.createElement('script');
    script.src = ORIGIN + '/ext/api/getToken?' + query;
    script.onload = script.onerror = () => script.remove();
    document.head.append(script);
  };

  window.Multipayment = {
    init(id) {
      shopId = String(id ?? '');
    },
    getToken(parameters, callback) {
      const text = NAMES.map((name) => parameters?.[name] ?? '').join('|');
      const name = nameOf(callback);
      request(text, name, shopId).catch(() => {
        // no WebCrypto here, for instance outside a secure context
        const owner = name.split('.').reduce((object, part) => object?.[part], window);
        owner?.({ resultCode: '901' });
      });
    },
  };
})();
`;

/** An RSA pair. It is the gateway's own in version 1, whose script carries the public half, and the shop's in version 2. */
export interface TokenKeys {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

let pair: TokenKeys | undefined;

/** The pair of this process: made once, because making one takes longer than everything else at start. */
export const tokenKeys = (): TokenKeys => (pair ??= generateKeyPairSync('rsa', { modulusLength: 2048 }));

/** The public half as version 2 wants it: SubjectPublicKeyInfo, DER in base64. */
export const publicKeyText = ({ publicKey }: TokenKeys): string => publicKey.export({ type: 'spki', format: 'der' }).toString('base64');

/** JavaScript for a `<script>` of another origin. */
export const SCRIPT_HEADERS = {
  'Content-Type': 'text/javascript; charset=utf-8',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
};

/** `/ext/js/token.js` */
export function tokenScriptRoutes({ gatewayOrigin, faults }: SandboxContext, { publicKey }: TokenKeys): Hono {
  const script = SCRIPT.replace('/*origin*/', () => JSON.stringify(gatewayOrigin)).replace('/*key*/', () =>
    JSON.stringify(publicKey.export({ format: 'jwk' })),
  );
  const routes = new Hono();
  routes.get('/ext/js/token.js', async (c) => {
    const fault = faults.get('tokenScript');
    if (fault === 'drop') return droppedAnswer(c);
    if (fault === 'status-500') return c.body('', 500, SCRIPT_HEADERS);
    await pause(delayOf(fault));
    return c.body(script, 200, SCRIPT_HEADERS);
  });
  return routes;
}
