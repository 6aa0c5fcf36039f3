/** The HTML of the stage: as a description from which the page makes its elements, and as the text to copy. Pure. */
import { ATTRIBUTES, BOOLEAN_ATTRIBUTES, type Settings } from './settings.ts';

export interface Markup {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Markup | string)[];
}

/** Where the files of the element lie, as a page of this machine reaches them. */
export interface Addresses {
  readonly script: string;
  readonly integrity: string;
  /** What the page speaks around the form. */
  readonly language: string;
  /** By fault of the fields; none for `ok`, where the element finds the document itself. */
  readonly hosted: Readonly<Record<string, string>>;
  /** The sandbox's shop's, for version 2 of the token script, where none are set. */
  readonly keys: Readonly<Record<string, string>>;
}

/** The shop's words, in the language of its page. */
const WORDS: Readonly<Record<string, readonly [pay: string, loading: string, fallback: string]>> = {
  ja: ['支払う', 'カードの入力欄を準備しています', '別の方法で支払う'],
  en: ['Pay', 'Preparing the card fields', 'Pay another way'],
  'zh-Hans': ['付款', '正在准备卡片输入栏', '使用其他方式付款'],
  'zh-Hant': ['付款', '正在準備卡片輸入欄', '使用其他方式付款'],
  ko: ['결제하기', '카드 입력란을 준비하고 있습니다', '다른 방법으로 결제'],
  vi: ['Thanh toán', 'Đang chuẩn bị các ô nhập thẻ', 'Thanh toán cách khác'],
  th: ['ชำระเงิน', 'กำลังเตรียมช่องกรอกบัตร', 'ชำระด้วยวิธีอื่น'],
  pt: ['Pagar', 'Preparando os campos do cartão', 'Pagar de outra forma'],
  es: ['Pagar', 'Preparando los campos de la tarjeta', 'Pagar de otra forma'],
  fr: ['Payer', 'Préparation des champs de la carte', 'Payer autrement'],
  de: ['Bezahlen', 'Die Kartenfelder werden vorbereitet', 'Anders bezahlen'],
  id: ['Bayar', 'Menyiapkan kolom kartu', 'Bayar dengan cara lain'],
};

type Place = Pick<Addresses, 'hosted' | 'keys' | 'language'>;

function elementMarkup(settings: Settings, { hosted, keys, language }: Place): Markup {
  const attributes: Record<string, string> = settings.gateway === 'gmo-v2' ? { ...keys } : {};
  for (const name of ATTRIBUTES) {
    const value = settings[name];
    if (value !== '') attributes[name] = BOOLEAN_ATTRIBUTES.has(name) ? '' : value;
  }
  const hostedUrl = hosted[settings.fieldsFault];
  if (hostedUrl !== undefined) attributes['hosted-url'] = hostedUrl;
  const [, loading = '', fallback = ''] = WORDS[settings.page || language] ?? [];
  return {
    tag: 'shoji-card',
    attributes,
    children: [
      ...(settings.loading === 'on' ? [{ tag: 'p', attributes: {}, children: [loading] }] : []),
      ...(settings.fallback === 'on' ? [{ tag: 'a', attributes: { slot: 'fallback', href: '/pay' }, children: [fallback] }] : []),
    ],
  };
}

export function formMarkup(settings: Settings, place: Place): Markup {
  const { page, direction } = settings;
  const [pay = ''] = WORDS[page || place.language] ?? [];
  return {
    tag: 'form',
    attributes: { action: '/pay', method: 'post', ...(page !== '' && { lang: page }), ...(direction === 'rtl' && { dir: 'rtl' }) },
    children: [elementMarkup(settings, place), { tag: 'button', attributes: {}, children: [pay] }],
  };
}

export function snippetOf(settings: Settings, addresses: Addresses): string {
  const { script, integrity } = addresses;
  const tag = `<script\n  src="${script}"\n  integrity="${integrity}"\n  crossorigin="anonymous"></script>`;
  return `${tag}\n\n${write(formMarkup(settings, addresses), '')}\n`;
}

/** Longer than this, the attributes stand one a line. */
const LINE = 80;

function write(markup: Markup | string, indent: string): string {
  if (typeof markup === 'string') return indent + escape(markup);
  const { tag, attributes, children } = markup;
  const pairs = Object.entries(attributes).map(([name, value]) => (value === '' ? name : `${name}="${escape(value)}"`));
  const inOneLine = [`${indent}<${tag}`, ...pairs].join(' ');
  const open = inOneLine.length < LINE ? inOneLine : `${indent}<${tag}\n${pairs.map((pair) => `${indent}  ${pair}`).join('\n')}`;
  const [only] = children;
  if (only === undefined) return `${open}></${tag}>`;
  if (children.length === 1 && typeof only === 'string') return `${open}>${escape(only)}</${tag}>`;
  return `${open}>\n${children.map((child) => write(child, `${indent}  `)).join('\n')}\n${indent}</${tag}>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escape = (text: string): string => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
