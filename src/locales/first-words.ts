/**
 * The words of an empty form, at hand in the two languages that most shoppers of a Japanese shop read. Everything else comes with the
 * locale's own file while the frame is loaded. When that file does not come, `check` stands for what is wrong with a field, and
 * `internal` for any other error.
 */
import type { ShownMessages } from './messages.js';

const ja = {
  frame: {
    'frame-title': 'カード情報',
    'label-number': 'カード番号',
    'label-expiry': '有効期限（月／年）',
    'label-cvc': 'セキュリティコード',
    'label-name': 'カード名義（ローマ字）',
    'placeholder-expiry': 'MM/YY',
    'placeholder-name': 'TARO YAMADA',
    'hint-cvc': '裏面の3桁の数字',
    check: '{label}をご確認ください。',
  },
  reload: 'もう一度読み込む',
  'test-badge': 'テスト',
  errors: {
    incomplete: 'カード情報を入力してください。',
    'hosted-unavailable': 'カード入力欄を読み込めませんでした。通信状態をご確認ください。',
    internal: '処理を完了できませんでした。もう一度お試しください（{code}）。',
  },
} satisfies ShownMessages;

const en = {
  frame: {
    'frame-title': 'Card details',
    'label-number': 'Card number',
    'label-expiry': 'Expiry (MM/YY)',
    'label-cvc': 'Security code',
    'label-name': 'Name on card',
    'placeholder-expiry': 'MM/YY',
    'placeholder-name': 'TARO YAMADA',
    'hint-cvc': '3 digits on the back',
    check: 'Please check: {label}.',
  },
  reload: 'Load again',
  'test-badge': 'TEST',
  errors: {
    incomplete: 'Enter your card details.',
    'hosted-unavailable': 'The card fields could not be loaded. Check your connection.',
    internal: 'This could not be completed. Please try again ({code}).',
  },
} satisfies ShownMessages;

export const FIRST_WORDS = { ja, en };
