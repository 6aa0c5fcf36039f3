/**
 * What a merchant writes with GMO's own npm loader and its types: compiled and run by mptoken-js.test.ts. It is a program of its own,
 * because those types say of `window.Multipayment` that it is version 2.
 */
import { loadMulpay, type MultiPayment, type MultiPaymentElements, type MultiPaymentElementStyle } from '@mul-pay/mptoken-js';

const style: MultiPaymentElementStyle = {
  base: { color: '#112233', fontSize: '18px', '::placeholder': { color: '#445566' } },
  invalid: { color: '#cc0000', ':focus': { textDecoration: 'underline' } },
};

const shop = {
  /** Loads the script in its test environment, as the loader does when nothing else is said. */
  load: async (apiKey: string, publicKey: string): Promise<MultiPayment> => {
    const client = await loadMulpay(apiKey, publicKey, undefined, false);
    if (!client) throw new Error('there is a window, and no client');
    return client;
  },

  legacy: async (client: MultiPayment) => {
    const card = { cardNo: '4111111111111111', expire: '3012', securityCode: '123', holderName: 'TARO YAMADA', tokenNumber: '1' };
    const heard: string[] = [];
    const response = await client.getToken(card, ({ tokenObject }) => heard.push(String(tokenObject?.token)));
    return { resultCode: String(response?.resultCode), token: String(response?.tokenObject?.token), heard, mask: response?.tokenObject?.maskedCardNo };
  },

  fields: (client: MultiPayment) => {
    const elements = client.createElements();
    const number = elements.create('cardNumber', { style, placeholder: '4111 …' });
    const expiry = elements.create('cardExpiry', { style });
    const cvc = elements.create('cardCvc', { style, disabled: false });
    const ready: string[] = [];
    const box = (id: string) => document.getElementById(id) ?? document.body;
    number.on('ready', ({ elementType }) => ready.push(elementType)).mount(box('number'));
    expiry.on('ready', ({ elementType }) => ready.push(elementType)).mount(box('expiry'));
    cvc.on('ready', ({ elementType }) => ready.push(elementType)).mount(box('cvc'));
    const changes: string[] = [];
    number.on('change', ({ complete, empty, error }) => changes.push(`${String(complete)} ${String(empty)} ${String(error?.code)}`));
    return { elements, ready, changes };
  },

  pay: async (client: MultiPayment, elements: MultiPaymentElements) => {
    const number = elements.getElement('cardNumber');
    if (!number) throw new Error('there is no field');
    const response = await client.getTokenThroughIframe(number, 'TARO YAMADA', { tokenNumber: '2' });
    return 'errorList' in response ? response.errorList.map(({ field, legacyCode }) => `${legacyCode} ${field ?? ''}`) : response.tokenList;
  },

  other: async (client: MultiPayment) => [
    client.checkAvailability(),
    client.createPaymentRequest({ merchantName: 'shop', currency: 'JPY', country: 'JP', total: '1200' }) ?? null,
    (await client.fetchEncryptedTokenObject({} as Parameters<MultiPayment['fetchEncryptedTokenObject']>[0])) ?? null,
  ],
};

Object.assign(globalThis, { shop });
