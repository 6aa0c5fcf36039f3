/** Everything the playground says, in both languages. */
import type { Group } from './reference.ts';
import type { Theme } from './settings.ts';
import type { FaultName } from '../sandbox-gateway/faults.ts';

export type Language = 'ja' | 'en';

export interface Words {
  readonly title: string;
  readonly lead: string;
  readonly skip: string;
  readonly other: { readonly language: Language; readonly label: string };
  readonly links: string;
  readonly shop: string;
  readonly gateway: string;
  readonly theme: string;
  readonly themes: Readonly<Record<Theme, string>>;
  readonly scheme: string;
  readonly schemes: Readonly<Record<'auto' | 'light' | 'dark', string>>;
  readonly width: string;
  readonly stage: string;
  readonly actions: string;
  readonly standing: string;
  readonly settings: string;
  readonly page: string;
  readonly pageLanguage: string;
  readonly asAround: string;
  readonly direction: string;
  readonly directions: Readonly<Record<'ltr' | 'rtl', string>>;
  readonly slots: string;
  readonly loadingSlot: string;
  readonly fallbackSlot: string;
  readonly attributes: string;
  readonly brandsHint: string;
  readonly faults: string;
  readonly faultsHint: string;
  readonly fieldsFault: string;
  readonly fieldsFaults: Readonly<Record<'ok' | 'held-back' | 'unreachable', string>>;
  readonly gatewayFaults: Readonly<Record<FaultName, string>>;
  readonly cards: string;
  readonly cardsHint: string;
  readonly cardList: readonly (readonly [number: string, what: string])[];
  readonly startOver: string;
  readonly html: string;
  readonly css: string;
  readonly cssHint: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyNot: string;
  readonly link: string;
  readonly events: string;
  readonly eventsHint: string;
  readonly eventsNone: string;
  readonly empty: string;
  readonly rules: { readonly none: string; readonly some: string };
  readonly faultRefused: string;
  readonly reference: string;
  readonly referenceHint: string;
  readonly asFormControl: string;
  readonly groups: Readonly<Record<Group, string>>;
  readonly returning: string;
  readonly proceed: string;
}

const ja: Words = {
  title: '試し書き',
  lead: 'カード入力欄 <shoji-card> を、その場で動かして確かめるページです。',
  skip: '見本へ進む',
  other: { language: 'en', label: 'English' },
  links: 'ほかの画面',
  shop: 'お店',
  gateway: 'ゲートウェイ',
  theme: '装い',
  themes: { none: 'そのまま', plain: '素', outlined: '枠', underlined: '線', card: '札' },
  scheme: '明暗',
  schemes: { auto: '自動', light: '明', dark: '暗' },
  width: '幅',
  stage: '見本',
  actions: 'メソッド',
  standing: 'いまの状態',
  settings: '設定',
  page: 'ページ',
  pageLanguage: 'ページの言語',
  asAround: 'この画面と同じ',
  direction: '書字方向',
  directions: { ltr: '左から右', rtl: '右から左' },
  slots: 'スロット',
  loadingSlot: '準備中の表示を入れる',
  fallbackSlot: '予備の案内を入れる',
  attributes: '属性',
  brandsHint: 'ひとつも選ばなければ、ブランドでは断りません。',
  faults: '障害',
  faultsHint: '決済ゲートウェイの障害は、この機械のお店にも効きます。',
  fieldsFault: '入力欄の文書',
  fieldsFaults: { ok: '読み込める', 'held-back': '応答しない', unreachable: '読み込めない' },
  gatewayFaults: {
    tokenScript: 'トークンのスクリプト',
    tokenFields: '決済ゲートウェイの入力欄（v2）',
    getToken: 'トークンの取得',
    issuedTokens: '発行されたトークン',
    idPass: 'サーバー間の呼び出し',
    openApi: '同、OpenAPIタイプ',
    redirectPage: '認証への入口',
    transStatus: 'カード会社の判定',
    challengePage: '認証の画面',
    challengeForm: '認証の方法',
    challengeAnswer: '認証の応答',
    challengeResult: '認証の結果',
    transStatusReason: '結果の理由',
    returning: 'お店への戻り',
  },
  cards: '試験用カード',
  cardsHint: '有効期限はこれからの月、セキュリティコードと名義は何でもかまいません。',
  cardList: [
    ['4111111111111111', 'Visa'],
    ['5555555555554444', 'Mastercard'],
    ['3530111333300000', 'JCB'],
    ['378282246310005', 'American Express(コードは4桁)'],
    ['4100000000005000', '本人認証あり(123456)'],
    ['4571376012345674', '数字の入れ替わり(誤り)'],
  ],
  startOver: '最初に戻す',
  html: 'HTML',
  css: 'CSS',
  cssHint: '書き換えるとすぐ見本に反映されます。',
  copy: '写す',
  copied: '写しました',
  copyNot: '写せませんでした。選んで写してください。',
  link: 'このページへのリンクを写す',
  events: '記録',
  eventsHint: 'カードの情報は、ここにも届きません。',
  eventsNone: 'まだ何も起きていません。',
  empty: '消す',
  rules: { none: '読める規則がありません。', some: '規則の数:' },
  faultRefused: '障害を設定できませんでした。',
  reference: '手引き',
  referenceHint: 'ソースコードの注釈から作られています。',
  asFormControl: '他のフォーム部品と同じです。',
  groups: {
    attribute: '属性',
    property: 'プロパティ',
    method: 'メソッド',
    event: 'イベント',
    slot: 'スロット',
    part: 'パーツ',
    'custom-property': 'カスタムプロパティ',
    state: 'ステート',
  },
  returning: '試し書きへ戻っています',
  proceed: '続ける',
};

const en: Words = {
  title: 'Playground',
  lead: 'Try the card fields, <shoji-card>, right here.',
  skip: 'Skip to the element',
  other: { language: 'ja', label: '日本語' },
  links: 'Other pages',
  shop: 'Shop',
  gateway: 'Gateway',
  theme: 'Theme',
  themes: { none: 'Default', plain: 'Plain', outlined: 'Outlined', underlined: 'Underlined', card: 'Card' },
  scheme: 'Scheme',
  schemes: { auto: 'Auto', light: 'Light', dark: 'Dark' },
  width: 'Width',
  stage: 'The element',
  actions: 'Methods',
  standing: 'Where it stands',
  settings: 'Settings',
  page: 'Page',
  pageLanguage: 'Language of the page',
  asAround: 'as around it',
  direction: 'Direction',
  directions: { ltr: 'Left to right', rtl: 'Right to left' },
  slots: 'Slots',
  loadingSlot: 'Content until it is ready',
  fallbackSlot: 'Content for when it cannot load',
  attributes: 'Attributes',
  brandsHint: 'With none of them, the brand never stops a card.',
  faults: 'Faults',
  faultsHint: 'Those of the gateway hold for the shop on this machine, too.',
  fieldsFault: 'Document of the fields',
  fieldsFaults: { ok: 'loads', 'held-back': 'never answers', unreachable: 'cannot be loaded' },
  gatewayFaults: {
    tokenScript: 'Token script',
    tokenFields: 'Fields of the gateway (v2)',
    getToken: 'Getting a token',
    issuedTokens: 'Issued tokens',
    idPass: 'Calls between servers',
    openApi: 'The same, OpenAPI type',
    redirectPage: 'Way into 3-D Secure',
    transStatus: 'Answer of the issuer',
    challengePage: 'Page of the challenge',
    challengeForm: 'Kind of challenge',
    challengeAnswer: 'After the challenge',
    challengeResult: 'Result of the challenge',
    transStatusReason: 'Reason of the result',
    returning: 'Way back to the shop',
  },
  cards: 'Test cards',
  cardsHint: 'Any expiry to come, any security code, any name.',
  cardList: [
    ['4111111111111111', 'Visa'],
    ['5555555555554444', 'Mastercard'],
    ['3530111333300000', 'JCB'],
    ['378282246310005', 'American Express (code of 4 digits)'],
    ['4100000000005000', 'Asks for a password (123456)'],
    ['4571376012345674', 'Two digits swapped (wrong)'],
  ],
  startOver: 'Start over',
  html: 'HTML',
  css: 'CSS',
  cssHint: 'What you change here is worn at once.',
  copy: 'Copy',
  copied: 'Copied',
  copyNot: 'Could not copy: select it and copy by hand.',
  link: 'Copy the link to this page',
  events: 'Log',
  eventsHint: 'Nothing of the card arrives here, either.',
  eventsNone: 'Nothing has happened yet.',
  empty: 'Empty',
  rules: { none: 'There is no rule that can be read.', some: 'Rules:' },
  faultRefused: 'The fault could not be set.',
  reference: 'Reference',
  referenceHint: 'Made from the comments of the source code.',
  asFormControl: 'As any form control.',
  groups: {
    attribute: 'Attributes',
    property: 'Properties',
    method: 'Methods',
    event: 'Events',
    slot: 'Slots',
    part: 'Parts',
    'custom-property': 'Custom properties',
    state: 'States',
  },
  returning: 'Taking you back to the playground',
  proceed: 'Continue',
};

export const words: Readonly<Record<Language, Words>> = { ja, en };
