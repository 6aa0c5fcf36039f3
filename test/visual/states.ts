/** Every state that the element can be seen in: one list for the screenshots, the accessibility trees, axe and the reflow. */
import type { FaultValues } from '../../demo/sandbox-gateway/faults.ts';

type FieldName = 'number' | 'expiry' | 'cvc' | 'name';

export interface VisualState {
  /** The name of its files. */
  readonly name: string;
  /** Of the element, besides where its fields are. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** Of the page; Japanese when left out. */
  readonly language?: string;
  readonly direction?: 'rtl';
  /** `held-back` never answers, `missing` is an error page. */
  readonly frame?: 'held-back' | 'missing';
  /** What the element says of itself before anything is typed; `editing` when left out. */
  readonly phase?: 'loading' | 'failed';
  readonly faults?: Partial<FaultValues>;
  readonly typed?: Readonly<Partial<Record<FieldName, string>>>;
  /** What the shopper or the shop does then: `focus()`, `reportValidity()` or `tokenize()` of the element, or nothing for an hour. */
  readonly then?: 'focus' | 'report' | 'tokenize' | 'idle';
  /** How often it is typed and tokenized; once when left out. */
  readonly times?: number;
  /** A part of what stands on the screen when the state is reached. */
  readonly shows: string;
}

/** Good until the end of 2039; the numbers are public test numbers. */
const VISA = { number: '4111111111111111', expiry: '1239', cvc: '737', name: 'TARO YAMADA' };
const TEST = { environment: 'test' };

export const STATES: readonly VisualState[] = [
  { name: 'loading', frame: 'held-back', phase: 'loading', shows: '読み込んでいます' },
  { name: 'empty', shows: '裏面の3桁の数字' },
  { name: 'test-badge', attributes: TEST, shows: 'テスト' },
  { name: 'disabled', attributes: { disabled: '' }, shows: 'カード番号' },
  { name: 'focused', then: 'focus', shows: 'カード番号' },
  { name: 'half-typed', typed: { number: '411111', expiry: '1' }, then: 'focus', shows: 'Visa' },
  { name: 'complete-visa', typed: VISA, shows: 'Visa' },
  { name: 'complete-mastercard', typed: { ...VISA, number: '5555555555554444' }, shows: 'Mastercard' },
  { name: 'complete-jcb', typed: { ...VISA, number: '3530111333300000' }, shows: 'JCB' },
  { name: 'complete-amex', typed: { ...VISA, number: '378282246310005', cvc: '7373' }, shows: '表面の4桁の数字' },
  { name: 'complete-diners', typed: { ...VISA, number: '30569309025904' }, shows: 'Diners' },
  { name: 'co-badged', typed: { number: '622126' }, shows: 'UnionPay' },
  { name: 'name-in-kana', typed: { ...VISA, name: 'やまだ たろう' }, shows: 'YAMADA TARO として送信します' },
  { name: 'test-wrong-check-digit', attributes: TEST, typed: { ...VISA, number: '4111111111111112' }, shows: 'テスト環境' },
  { name: 'all-missing', then: 'report', shows: 'カード名義を入力してください' },
  { name: 'number-invalid', typed: { ...VISA, number: '4111111111111112' }, then: 'report', shows: 'ご確認ください' },
  { name: 'number-swapped', typed: { ...VISA, number: '4571376012345674' }, then: 'report', shows: '左から2番目' },
  {
    name: 'number-brand', attributes: { brands: 'visa mastercard jcb' }, typed: { number: '378282246310005' }, then: 'report',
    shows: 'Amex は、このお店では使えません',
  },
  { name: 'expiry-past', typed: { ...VISA, expiry: '1220' }, then: 'report', shows: '有効期限が切れています' },
  { name: 'cvc-incomplete', typed: { ...VISA, cvc: '73' }, then: 'report', shows: '桁数が足りません' },
  { name: 'name-in-kanji', typed: { ...VISA, name: '山田 太郎' }, then: 'report', shows: '漢字ではなく' },
  { name: 'busy', typed: VISA, faults: { getToken: 'silent' }, then: 'tokenize', shows: 'カードを確認しています' },
  { name: 'token', typed: VISA, then: 'tokenize', shows: 'を確認しました' },
  { name: 'number-refused', typed: VISA, faults: { getToken: 'result:101' }, then: 'tokenize', shows: 'ご確認ください' },
  { name: 'network-error', typed: VISA, faults: { getToken: 'drop' }, then: 'tokenize', shows: '接続できませんでした' },
  { name: 'braked', typed: VISA, faults: { getToken: 'result:101' }, then: 'tokenize', times: 5, shows: 'あと30秒' },
  { name: 'idle', typed: VISA, then: 'idle', shows: '入力内容を消去しました' },
  { name: 'failed', attributes: TEST, frame: 'missing', phase: 'failed', shows: 'もう一度読み込む' },
  { name: 'misconfigured', attributes: { 'shop-id': 'no such shop' }, phase: 'failed', shows: 'お店にお問い合わせください（shop-id-invalid）' },
  { name: 'right-to-left', language: 'en', direction: 'rtl', typed: { ...VISA, cvc: '73' }, then: 'report', shows: 'Visa' },
  { name: 'german', attributes: TEST, language: 'de', then: 'report', shows: 'Bitte geben Sie den Namen' },
];

export const stateNamed = (name: string): VisualState => {
  const found = STATES.find((state) => state.name === name);
  if (!found) throw new Error(`there is no state ${name}`);
  return found;
};
