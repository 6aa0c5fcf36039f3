/** Everything the shop says, in both languages. Sentences about money say only what is certain. */
import { accountWords, type AccountWords } from './account-wording.ts';
import type { DetailField } from './details.ts';
import type { Failure } from './gateway.ts';

export type Language = 'ja' | 'en';
export const languages: readonly Language[] = ['ja', 'en'];
export const isLanguage = (text: unknown): text is Language => text === 'ja' || text === 'en';

export type Notice = Failure | 'card-missing' | 'cart-changed' | 'released' | 'check-form' | 'plan-unknown' | 'signed-out';

export interface Words {
  readonly account: AccountWords;
  readonly shop: string;
  readonly tagline: string;
  readonly welcome: string;
  readonly welcomeText: string;
  readonly skip: string;
  readonly navigation: string;
  readonly goods: string;
  readonly cart: string;
  readonly orders: string;
  readonly legal: string;
  readonly demonstration: string;
  readonly language: string;
  readonly other: { readonly label: string; readonly language: Language };
  readonly error: string;
  yen(amount: number): string;
  readonly taxIncluded: string;
  add(name: string): string;
  readonly addShort: string;
  inCart(count: number): string;
  readonly cartEmpty: string;
  readonly toGoods: string;
  quantityOf(name: string): string;
  readonly quantity: string;
  readonly update: string;
  readonly remove: string;
  removeName(name: string): string;
  readonly goodsTotal: string;
  readonly shipping: string;
  readonly free: string;
  freeFrom(amount: string): string;
  readonly total: string;
  readonly toCheckout: string;
  readonly keepShopping: string;
  readonly checkout: string;
  readonly summary: string;
  readonly address: string;
  readonly fields: Readonly<Record<DetailField, string>>;
  readonly hints: Readonly<Partial<Record<DetailField, string>>>;
  readonly optional: string;
  readonly choose: string;
  fieldError(label: string, reason: 'missing' | 'malformed' | 'long'): string;
  readonly payment: string;
  readonly paymentText: string;
  readonly cardLabel: string;
  readonly cardFallback: string;
  readonly reload: string;
  pay(amount: string): string;
  readonly payHint: string;
  readonly notices: Readonly<Record<Notice, string>>;
  readonly order: string;
  readonly orderNumber: string;
  readonly orderDate: string;
  readonly status: string;
  readonly noOrders: string;
  readonly thanks: string;
  readonly thanksText: string;
  readonly unknown: string;
  readonly unknownText: string;
  readonly refresh: string;
  readonly waiting: string;
  readonly waitingText: string;
  readonly continueChallenge: string;
  readonly unpaid: string;
  readonly unpaidText: string;
  readonly payAgain: string;
  readonly paid: string;
  readonly shipTo: string;
  readonly refused: string;
  readonly refusedText: string;
  readonly missing: string;
  readonly missingText: string;
  readonly broken: string;
  readonly brokenText: string;
  readonly leaving: string;
  readonly leavingText: string;
  readonly leave: string;
  readonly returning: string;
  readonly returningText: string;
  readonly proceed: string;
  date(date: Date): string;
  day(date: Date): string;
}

const tokyo = (locale: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Tokyo' });
const day = (locale: string) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'Asia/Tokyo' });
const days = { ja: day('ja-JP'), en: day('en-GB') };
const dates = { ja: tokyo('ja-JP'), en: tokyo('en-GB') };
const number = new Intl.NumberFormat('en-US');

export const words: Readonly<Record<Language, Words>> = {
  ja: {
    account: accountWords.ja,
    shop: '七草',
    tagline: '紙と灯り',
    welcome: '手ざわりのある、毎日の紙もの',
    welcomeText: '谷中の小さな店から。漉き手の顔が見える和紙だけを、一点ずつ選んでいます。',
    skip: '本文へ',
    navigation: '店内のご案内',
    goods: '品物',
    cart: 'カート',
    orders: 'ご注文',
    legal: '特定商取引法に基づく表記',
    demonstration: 'この店は決済部品の見本です。品物は届かず、代金もかかりません。',
    language: '言語',
    other: { label: 'English', language: 'en' },
    error: 'エラー',
    yen: (amount) => `${number.format(amount)}円`,
    taxIncluded: '税込',
    add: (name) => `${name}をカートに入れる`,
    addShort: 'カートに入れる',
    inCart: (count) => `${String(count)}点`,
    cartEmpty: 'カートは空です。',
    toGoods: '品物を見る',
    quantityOf: (name) => `${name}の数量`,
    quantity: '数量',
    update: '数量を更新',
    remove: '削除',
    removeName: (name) => `${name}を削除`,
    goodsTotal: '商品合計',
    shipping: '送料',
    free: '無料',
    freeFrom: (amount) => `${amount}以上のお買い上げで送料無料`,
    total: '合計',
    toCheckout: 'ご購入手続きへ',
    keepShopping: '買い物を続ける',
    checkout: 'ご購入手続き',
    summary: 'ご注文内容',
    address: 'お届け先',
    fields: {
      name: 'お名前',
      email: 'メールアドレス',
      phone: '電話番号',
      postalCode: '郵便番号',
      prefecture: '都道府県',
      address: '市区町村・番地',
      building: '建物名・部屋番号',
    },
    hints: { phone: '例：090-1234-5678', postalCode: '例：110-0001' },
    optional: '任意',
    choose: '選んでください',
    fieldError: (label, reason) =>
      reason === 'missing'
        ? `${label}を入力してください。`
        : reason === 'long'
          ? `${label}が長すぎます。`
          : `${label}の形式をご確認ください。`,
    payment: 'お支払い',
    paymentText: 'カード番号は、この店のサーバーには届きません。',
    cardLabel: 'カード情報',
    cardFallback: 'カードの入力欄を表示できません。通信状況をご確認のうえ、ページを読み込み直してください。',
    reload: '読み込み直す',
    pay: (amount) => `${amount}を支払う`,
    payHint: '次の画面で、カード会社の本人認証をお願いすることがあります。',
    notices: {
      declined: 'このカードではお支払いいただけませんでした。別のカードでお試しください。',
      token: 'もう一度カード情報を入力してください。',
      authentication: '本人認証が完了しませんでした。もう一度お試しいただくか、別のカードをお使いください。代金は請求されていません。',
      'authentication-unavailable':
        'カード会社の本人認証を利用できませんでした。代金は請求されていません。時間をおいてお試しいただくか、別のカードをお使いください。',
      rejected: 'カード会社がこのお支払いを承認しませんでした。代金は請求されていません。別のカードをお使いください。',
      unreachable: 'ただいま決済サービスにつながりません。代金は請求されていませんので、二重請求はありません。少し待ってもう一度お試しください。',
      unavailable: 'お支払いを受け付けられませんでした。代金は請求されていません。別のカードでお試しください。',
      'card-missing': 'カード情報を入力してください。',
      'cart-changed': 'カートの中身が変わりました。金額をご確認のうえ、もう一度お支払いください。',
      released: 'このお支払いの手続きは取り消されました。代金は請求されていません。もう一度カード情報を入力してください。',
      'check-form': '入力内容をご確認ください。',
      'card-gone': 'このカードは登録されていません。別のカードを選ぶか、新しいカード情報を入力してください。代金は請求されていません。',
      'card-limit': 'カードは5枚まで登録できます。先に1枚削除してから、もう一度登録してください。',
      'plan-unknown': 'この支払方法はご利用いただけません。支払方法を選び直してください。',
      'signed-out': 'ログインの期限が切れました。ログインし直すか、新しいカード情報を入力してください。',
    },
    order: 'ご注文',
    orderNumber: '注文番号',
    orderDate: '注文日時',
    status: '状況',
    noOrders: 'ご注文はまだありません。',
    thanks: 'ありがとうございました',
    thanksText: 'お支払いが完了しました。心を込めてお包みいたします。',
    unknown: 'お支払いを確認中です',
    unknownText: '決済サービスに結果を問い合わせています。この画面は自動で更新されます。もう一度お支払いになる必要はありません。',
    refresh: '今すぐ確認する',
    waiting: '本人認証が終わっていません',
    waitingText: '代金は請求されていません。認証を続けるか、お支払いをやり直してください。',
    continueChallenge: '認証を続ける',
    unpaid: 'お支払いは完了していません',
    unpaidText: '代金は請求されていません。',
    payAgain: 'お支払いをやり直す',
    paid: 'お支払い済み',
    shipTo: 'お届け先',
    refused: 'この操作は受け付けられません',
    refusedText: 'お支払いの情報が一致しませんでした。ご注文の一覧から状況をご確認ください。',
    missing: 'ページが見つかりません',
    missingText: 'アドレスをお確かめください。ご注文のページは、ご注文いただいた端末か、会員の方はログインしてご覧になれます。',
    broken: '申し訳ございません',
    brokenText: '店側の不具合で表示できませんでした。お支払いの状況は、ご注文の一覧でご確認ください。',
    leaving: '本人認証へ進みます',
    leavingText: 'カード会社の画面に移ります。画面が変わらないときは、下のボタンを押してください。',
    leave: 'カード会社の画面へ',
    returning: 'お店に戻ります',
    returningText: 'お支払いの結果を確認します。画面が変わらないときは、下のボタンを押してください。',
    proceed: '結果を確認する',
    date: (date) => dates.ja.format(date),
    day: (date) => days.ja.format(date),
  },
  en: {
    account: accountWords.en,
    shop: 'Nanakusa',
    tagline: 'paper and light',
    welcome: 'Everyday paper, made by hand',
    welcomeText: 'From a small shop in Yanaka, Tokyo. Every sheet comes from a papermaker we know by name.',
    skip: 'Skip to content',
    navigation: 'Shop',
    goods: 'Goods',
    cart: 'Cart',
    orders: 'Orders',
    legal: 'Legal notice',
    demonstration: 'This shop shows a payment component. Nothing is delivered and nothing is charged.',
    language: 'Language',
    other: { label: '日本語', language: 'ja' },
    error: 'Error',
    yen: (amount) => `¥${number.format(amount)}`,
    taxIncluded: 'tax included',
    add: (name) => `Add ${name} to the cart`,
    addShort: 'Add to cart',
    inCart: (count) => `${String(count)} ${count === 1 ? 'item' : 'items'}`,
    cartEmpty: 'Your cart is empty.',
    toGoods: 'See the goods',
    quantityOf: (name) => `Quantity of ${name}`,
    quantity: 'Quantity',
    update: 'Update quantities',
    remove: 'Remove',
    removeName: (name) => `Remove ${name}`,
    goodsTotal: 'Goods',
    shipping: 'Shipping',
    free: 'free',
    freeFrom: (amount) => `Free shipping from ${amount}`,
    total: 'Total',
    toCheckout: 'Go to checkout',
    keepShopping: 'Keep shopping',
    checkout: 'Checkout',
    summary: 'Your order',
    address: 'Delivery address',
    fields: {
      name: 'Name',
      email: 'E-mail',
      phone: 'Telephone',
      postalCode: 'Postal code',
      prefecture: 'Prefecture',
      address: 'City, street and number',
      building: 'Building, room',
    },
    hints: { phone: 'Example: 090-1234-5678', postalCode: 'Example: 110-0001' },
    optional: 'optional',
    choose: 'Choose one',
    fieldError: (label, reason) =>
      reason === 'missing'
        ? `${label}: please fill this in.`
        : reason === 'long'
          ? `${label}: this is too long.`
          : `${label}: please check the format.`,
    payment: 'Payment',
    paymentText: 'Your card number never reaches this shop.',
    cardLabel: 'Card details',
    cardFallback: 'The card form cannot be shown. Please check your connection and load the page again.',
    reload: 'Load again',
    pay: (amount) => `Pay ${amount}`,
    payHint: 'Your bank may ask you to confirm the payment on the next page.',
    notices: {
      declined: 'This card could not be charged. Please try another card.',
      token: 'Please enter your card details again.',
      authentication: 'The check by your bank was not completed. Nothing was charged. Please try again or use another card.',
      'authentication-unavailable':
        'The check by your bank was not available. Nothing was charged. Please try again later or use another card.',
      rejected: 'Your bank did not allow this payment. Nothing was charged. Please use another card.',
      unreachable: 'The payment service cannot be reached. Nothing was charged: you will not pay twice. Please try again soon.',
      unavailable: 'The payment was not accepted. Nothing was charged. Please try another card.',
      'card-missing': 'Please enter your card details.',
      'cart-changed': 'Your cart has changed. Please check the total and pay again.',
      released: 'This payment was cancelled. Nothing was charged. Please enter your card details again.',
      'check-form': 'Please check what you entered.',
      'card-gone': 'This card is not saved here. Nothing was charged. Please choose another card or enter a new one.',
      'card-limit': 'Five cards can be saved. Please remove one of them first, and add the card again.',
      'plan-unknown': 'This way of paying is not available. Please choose another one.',
      'signed-out': 'You are no longer signed in. Please sign in again, or enter a new card.',
    },
    order: 'Order',
    orderNumber: 'Order number',
    orderDate: 'Ordered',
    status: 'Status',
    noOrders: 'No orders yet.',
    thanks: 'Thank you',
    thanksText: 'Your payment is complete. We are wrapping your order with care.',
    unknown: 'Checking your payment',
    unknownText: 'We are asking the payment service for the result. The page refreshes by itself. Do not pay again.',
    refresh: 'Check now',
    waiting: 'The check by your bank is not finished',
    waitingText: 'Nothing was charged. Continue the check, or pay again.',
    continueChallenge: 'Continue',
    unpaid: 'This order is not paid',
    unpaidText: 'Nothing was charged.',
    payAgain: 'Pay again',
    paid: 'Paid',
    shipTo: 'Deliver to',
    refused: 'This was not accepted',
    refusedText: 'The payment details did not match. Your list of orders shows where your payment stands.',
    missing: 'Page not found',
    missingText: 'Please check the address. An order can be seen on the device that made it, or by the member who is signed in.',
    broken: 'We are sorry',
    brokenText: 'Something went wrong on our side. Your list of orders shows where your payment stands.',
    leaving: 'On to your card issuer',
    leavingText: 'You are taken to your card issuer. If nothing happens, use the button below.',
    leave: 'To the card issuer',
    returning: 'Back to the shop',
    returningText: 'The result of your payment is checked now. If nothing happens, use the button below.',
    proceed: 'Check the result',
    date: (date) => `${dates.en.format(date)} JST`,
    day: (date) => days.en.format(date),
  },
};
