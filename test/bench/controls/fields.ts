/** The card form of the hosted document with any choice of fields, which the protocol of the product would refuse. */
import type { FieldName } from '../../../src/card/verification.ts';
import type { HostedEnd } from '../../../src/channel/hosted-end.ts';
import { CardForm } from '../../../src/hosted/card-form.ts';
import { en } from '../../../src/locales/en.ts';

/** @returns the element that the form stands in, once the fields are laid out */
export function startFields(fields: readonly FieldName[]): Promise<Element> {
  return new Promise((ready) => {
    const end: HostedEnd = {
      init: {
        type: 'init', version: 1, gateway: 'gmo', environment: 'live', provider: 'gmo-pg', shopId: 'tshop00000001', apiKey: '', publicKey: '',
        fieldsBy: 'shoji', sendFingerprint: false, fields, brands: [],
        language: 'en', words: en.frame, style: [], fonts: [], disabled: false,
      },
      send: ({ type }) => {
        if (type === 'ready') ready(document.body.lastElementChild as Element);
      },
      receive: () => undefined,
    };
    const gateway = { prepare: () => undefined, tokenize: () => Promise.reject(new Error('the bench pays nothing')) };
    new CardForm(end, gateway, () => Promise.resolve(null)).start();
  });
}
