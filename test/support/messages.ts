/** One message of each kind, for tests that spoil them. */
import type { HostedMessage, InitMessage, PageMessage } from '../../src/channel/protocol.js';
import { en } from '../../src/locales/en.js';

/** What a page says of the shop besides its ID when it uses token v1. */
export const OF_V1 = { provider: 'gmo-pg', apiKey: '', publicKey: '', fieldsBy: 'shoji', sendFingerprint: false } as const;

export const INIT: InitMessage = {
  type: 'init', version: 1, gateway: 'gmo', environment: 'test', ...OF_V1, shopId: 'tshop00000001', fields: ['number', 'expiry', 'cvc'], brands: [],
  language: 'en', words: en.frame, style: [], fonts: [], disabled: false,
};

type Kinds<Message extends { readonly type: string }> = { readonly [Type in Message['type']]: Extract<Message, { readonly type: Type }> };

export const PAGE_MESSAGES: Kinds<PageMessage> = {
  style: { type: 'style', style: [{ at: 'input cvc focused', values: { color: 'rgb(1, 2, 3)' } }] },
  labels: { type: 'labels', language: 'en', words: { 'label-cvc': 'x' } },
  focus: { type: 'focus', target: 'first' },
  disabled: { type: 'disabled', disabled: true },
  tokenize: { type: 'tokenize', id: 'wrong', count: 1 },
  clear: { type: 'clear' },
};

export const HOSTED_MESSAGES: Kinds<HostedMessage> = {
  ready: { type: 'ready' },
  state: { type: 'state', state: { complete: true, empty: false, brand: 'visa', focused: null, fields: {} } },
  resize: { type: 'resize', height: 9 },
  submit: { type: 'submit' },
  tamper: { type: 'tamper' },
  error: { type: 'error', id: null, code: 'tampered' },
  token: { type: 'token', id: 'wrong', tokens: ['a'], maskedNumber: '*', expiresAt: 'a', securityCodeSet: true, brand: null },
};
