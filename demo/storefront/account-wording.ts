/** What the shop says to its members, in both languages. */
import type { PaymentPlan } from './gateway.ts';
import type { SignInError } from './members.ts';
import type { Saving } from './saved-cards.ts';

export type AccountNotice = SignInError | 'card-saved' | 'card-removed' | 'default-changed' | 'box-ended' | 'box-card-changed';

export interface AccountWords {
  readonly account: string;
  readonly signIn: string;
  readonly signInText: string;
  readonly signUp: string;
  readonly signUpText: string;
  readonly signOut: string;
  readonly noAccount: string;
  readonly haveAccount: string;
  readonly email: string;
  readonly password: string;
  readonly passwordHint: string;
  readonly errors: Readonly<Record<AccountNotice, string>>;
  readonly cards: string;
  readonly cardsText: string;
  readonly noCards: string;
  readonly cardsUnknown: string;
  cardName(brand: string | null, digits: string): string;
  expiry(month: string, year: string): string;
  readonly expired: string;
  readonly defaultCard: string;
  readonly makeDefault: string;
  makeDefaultOf(card: string): string;
  removeOf(card: string): string;
  readonly addCard: string;
  readonly addCardText: string;
  readonly addCardHint: string;
  readonly cardsFull: string;
  readonly register: string;
  removeQuestion(card: string): string;
  readonly removeText: string;
  readonly removeBoxText: string;
  readonly reallyRemove: string;
  readonly keepCard: string;
  readonly chooseCard: string;
  payAtOnce(card: string, amount: string): string;
  readonly payAtOnceHint: string;
  readonly saving: Readonly<Record<Saving['state'], string>>;
  readonly savingFull: string;
  readonly toCards: string;
  readonly plan: string;
  planName(plan: PaymentPlan): string;
  readonly refunded: string;
  readonly refundedText: string;
  readonly voided: string;
  readonly voidedText: string;
  readonly cancelled: string;
  readonly cancelledText: string;
  readonly box: string;
  readonly boxText: string;
  boxPrice(amount: string): string;
  readonly boxConsent: string;
  readonly boxStart: string;
  readonly boxLeave: string;
  readonly boxEndAsk: string;
  readonly boxSignIn: string;
  readonly boxNeedsCard: string;
  readonly boxActive: string;
  readonly boxStopped: string;
  boxMonths(months: number): string;
  readonly boxNext: string;
  readonly boxCard: string;
  readonly boxNoCard: string;
  readonly boxChangeCard: string;
  readonly boxEnd: string;
  readonly boxRenew: string;
  readonly boxRenewHint: string;
  boxFailed(reason: string): string;
  readonly boxMore: string;
  readonly elsewhere: string;
  readonly elsewhereText: string;
  readonly elsewhereContinue: string;
  readonly linkPay: string;
  readonly linkText: string;
  readonly linkOnlyText: string;
  readonly linkOnlyCards: string;
}

/** Brands as the gateway client names them. */
const brandName = (brand: string | null): string => {
  const names: Readonly<Record<string, string>> = {
    visa: 'Visa',
    mastercard: 'Mastercard',
    jcb: 'JCB',
    'american-express': 'American Express',
    'diners-club': 'Diners Club',
  };
  return brand === null ? '' : (names[brand.toLowerCase()] ?? brand);
};

export const accountWords: Readonly<Record<'ja' | 'en', AccountWords>> = {
  ja: {
    account: 'マイページ',
    signIn: 'ログイン',
    signInText: 'メールアドレスとパスワードを入力してください。',
    signUp: '会員登録',
    signUpText: '登録すると、カードを保存して次回からすぐにお支払いいただけます。',
    signOut: 'ログアウト',
    noAccount: 'はじめての方は',
    haveAccount: '登録済みの方は',
    email: 'メールアドレス',
    password: 'パスワード',
    passwordHint: '8文字以上で入力してください。',
    errors: {
      'email-malformed': 'メールアドレスの形式をご確認ください。',
      'password-short': 'パスワードは8文字以上で入力してください。',
      'password-long': 'パスワードは200文字以内で入力してください。',
      'email-taken': 'このメールアドレスは登録済みです。ログインしてください。',
      wrong: 'メールアドレスまたはパスワードが違います。',
      wait: '続けて間違えたため、しばらくログインできません。1分ほど待ってもう一度お試しください。',
      'card-saved': 'カードを登録しました。',
      'card-removed': 'カードを削除しました。',
      'default-changed': 'いつものカードを変更しました。',
      'box-ended': '毎月の紙箱を解約しました。次回からお届けもご請求もありません。',
      'box-card-changed': '毎月の紙箱のお支払いカードを変更しました。',
    },
    cards: '登録カード',
    cardsText: 'カード番号は決済サービスが保管します。この店のサーバーには番号の下3〜4桁しか届きません。',
    noCards: '登録されているカードはありません。',
    cardsUnknown: 'ただいまカードの一覧を確認できません。少し待ってページを読み込み直してください。',
    cardName: (brand, digits) => `${brandName(brand) || 'カード'} 末尾${digits}`,
    expiry: (month, year) => `有効期限 ${month}/${year}`,
    expired: '有効期限切れ',
    defaultCard: 'いつものカード',
    makeDefault: 'いつものカードにする',
    makeDefaultOf: (card) => `${card}をいつものカードにする`,
    removeOf: (card) => `${card}を削除`,
    addCard: 'カードを登録する',
    addCardText: 'ご本人のカードか確かめるため、カード会社の本人認証を行います。代金は請求されません。',
    addCardHint: '次の画面で、カード会社の本人認証をお願いします。',
    cardsFull: 'カードは5枚まで登録できます。新しいカードを登録するには、先に1枚削除してください。',
    register: '本人認証をして登録する',
    removeQuestion: (card) => `${card}を削除しますか？`,
    removeText: '削除すると元に戻せません。もう一度使うには、カードの登録が必要です。',
    removeBoxText: 'このカードは毎月の紙箱のお支払いに使われています。削除すると、別のカードを選ぶまでお届けが止まります。',
    reallyRemove: '削除する',
    keepCard: '削除しない',
    chooseCard: 'お支払いに使うカード',
    payAtOnce: (card, amount) => `${card}で${amount}を支払う`,
    payAtOnceHint: '前回と同じお届け先に、一括払いで注文します。お届け先:',
    saving: {
      waiting: 'カードを登録しています。マイページでご確認ください。',
      saving: 'カードを登録しています。マイページでご確認ください。',
      saved: 'カードを登録しました。次回からすぐにお支払いいただけます。',
      refused: 'お支払いは完了しましたが、カードは登録できませんでした。マイページから登録し直してください。',
      unknown: 'お支払いは完了しました。カードを登録できたかどうかは、マイページの一覧でご確認ください。',
    },
    savingFull: 'お支払いは完了しましたが、カードは5枚までのため登録できませんでした。マイページで1枚削除してから登録してください。',
    toCards: '登録カードを見る',
    plan: 'お支払い方法',
    planName: ({ method, payTimes }) => {
      const names = { '1': '一括払い', '2': '分割払い', '3': 'ボーナス一括払い', '4': 'ボーナス分割払い', '5': 'リボ払い' } as const;
      return payTimes === null ? names[method] : `${names[method]} ${String(payTimes)}回`;
    },
    refunded: '返金済み',
    refundedText: 'このご注文の代金は返金されました。返金の時期や方法はカード会社によって異なります。',
    voided: '取消済み',
    voidedText: 'このご注文は取り消されました。代金は請求されません。',
    cancelled: '取消済み',
    cancelledText: 'このご注文のお支払いは取り消されました。すでに請求された代金は返金されます。返金の時期や方法はカード会社によって異なります。',
    box: '毎月の紙箱',
    boxText: 'その月の和紙と紙ものを三品、箱に詰めてお届けします。いつでも解約できます。',
    boxPrice: (amount) => `毎月 ${amount}（税込・送料込み）`,
    boxConsent: '今日から毎月同じ日に、選んだカードへ自動でご請求することに同意します。',
    boxStart: '同意して申し込む',
    boxLeave: '解約はこのページからいつでもでき、次回のご請求から止まります。',
    boxEndAsk: '解約すると、次回からお届けもご請求もなくなります。',
    boxSignIn: 'お申し込みには会員登録が必要です。',
    boxNeedsCard: 'お申し込みにはカードの登録が必要です。',
    boxActive: 'お届け中です',
    boxStopped: 'お届けを止めています',
    boxMonths: (months) => `ご請求 ${String(months)}回`,
    boxNext: '次回のご請求',
    boxCard: 'お支払いカード',
    boxNoCard: 'お支払いカードが削除されました。カードを選び直してください。',
    boxChangeCard: 'このカードに変更する',
    boxEnd: '解約する',
    boxRenew: '1か月後にする',
    boxRenewHint: '見本の店のためのボタンです。1か月たったことにして、次の月の代金をサーバーから請求します。',
    boxFailed: (reason) => `今月分のご請求ができませんでした。${reason}`,
    boxMore: '毎月の紙箱を見る',
    elsewhere: '決済ページでお手続き中です',
    elsewhereText: '決済サービスのページが開いています。二重のお支払いを防ぐため、このご注文はそのページでのみお支払いいただけます。',
    elsewhereContinue: '決済ページへ進む',
    linkPay: '決済サービスのページで支払う',
    linkText: 'この画面でカード情報を入力できないときは、決済サービスのページでお支払いいただけます。',
    linkOnlyText: 'カード情報は、次に開く決済サービスのページで入力します。カード番号は、この店のサーバーには届きません。',
    linkOnlyCards: 'この店では新しいカードを登録できません。お支払いのたびに、決済サービスのページで入力していただきます。',
  },
  en: {
    account: 'Account',
    signIn: 'Sign in',
    signInText: 'Please enter your e-mail address and password.',
    signUp: 'Sign up',
    signUpText: 'As a member you can keep a card here, and pay at once next time.',
    signOut: 'Sign out',
    noAccount: 'New here?',
    haveAccount: 'Already a member?',
    email: 'E-mail',
    password: 'Password',
    passwordHint: 'At least 8 characters.',
    errors: {
      'email-malformed': 'Please check the format of the e-mail address.',
      'password-short': 'The password needs at least 8 characters.',
      'password-long': 'The password may have 200 characters at most.',
      'email-taken': 'This e-mail address is registered already. Please sign in.',
      wrong: 'The e-mail address or the password is not right.',
      wait: 'Too many wrong passwords. Please wait for a minute and try again.',
      'card-saved': 'The card is saved.',
      'card-removed': 'The card is removed.',
      'default-changed': 'Your usual card has changed.',
      'box-ended': 'The monthly box has ended. Nothing more is sent or charged.',
      'box-card-changed': 'The card for the monthly box has changed.',
    },
    cards: 'Saved cards',
    cardsText: 'Card numbers are kept by the payment service. This shop only ever sees the last three or four digits.',
    noCards: 'No card is saved.',
    cardsUnknown: 'Your cards cannot be listed right now. Please load the page again in a moment.',
    cardName: (brand, digits) => `${brandName(brand) || 'Card'} ending in ${digits}`,
    expiry: (month, year) => `Expires ${month}/${year}`,
    expired: 'Expired',
    defaultCard: 'Usual card',
    makeDefault: 'Make it my usual card',
    makeDefaultOf: (card) => `Make ${card} my usual card`,
    removeOf: (card) => `Remove ${card}`,
    addCard: 'Add a card',
    addCardText: 'Your bank is asked whether the card is yours. Nothing is charged.',
    addCardHint: 'Your bank may ask you to confirm on the next page.',
    cardsFull: 'Five cards can be saved. Remove one of them first to add another.',
    register: 'Confirm with my bank and save',
    removeQuestion: (card) => `Remove ${card}?`,
    removeText: 'This cannot be undone. To use the card again you will have to add it again.',
    removeBoxText: 'This card pays for your monthly box. Without it the box stops until you choose another card.',
    reallyRemove: 'Remove it',
    keepCard: 'Keep it',
    chooseCard: 'Card to pay with',
    payAtOnce: (card, amount) => `Pay ${amount} with ${card}`,
    payAtOnceHint: 'Sent to the same address as last time, paid in one payment. Address:',
    saving: {
      waiting: 'Your card is being saved. Your account page shows whether it is there.',
      saving: 'Your card is being saved. Your account page shows whether it is there.',
      saved: 'Your card is saved. Next time you can pay at once.',
      refused: 'You have paid, but the card could not be saved. Please add it on your account page.',
      unknown: 'You have paid. Whether the card was saved is shown on your account page.',
    },
    savingFull: 'You have paid, but the card was not saved: five cards are the most. Remove one on your account page to add it.',
    toCards: 'See my cards',
    plan: 'Paid in',
    planName: ({ method, payTimes }) => {
      const names = { '1': 'one payment', '2': 'instalments', '3': 'one payment with the bonus', '4': 'bonus instalments', '5': 'revolving payments' } as const;
      return payTimes === null ? names[method] : `${String(payTimes)} ${names[method]}`;
    },
    refunded: 'Refunded',
    refundedText: 'This order was refunded. How long the money takes to arrive depends on your card issuer.',
    voided: 'Cancelled',
    voidedText: 'This order was cancelled. Nothing will be charged.',
    cancelled: 'Cancelled',
    cancelledText: 'The payment of this order was cancelled. What was charged already is paid back; how long that takes depends on your card issuer.',
    box: 'The monthly paper box',
    boxText: 'Three papers of the month, packed in a box and sent to you. You can stop at any time.',
    boxPrice: (amount) => `${amount} a month (tax and shipping included)`,
    boxConsent: 'I agree that the card I choose is charged today and on the same day of every month.',
    boxStart: 'Agree and order',
    boxLeave: 'I can end it on this page at any time; nothing more is charged from then on.',
    boxEndAsk: 'Nothing more will be sent or charged.',
    boxSignIn: 'You need an account to order it.',
    boxNeedsCard: 'You need a saved card to order it.',
    boxActive: 'Your box is on its way every month',
    boxStopped: 'Your box is stopped for now',
    boxMonths: (months) => `Charged ${String(months)} ${months === 1 ? 'time' : 'times'} so far.`,
    boxNext: 'Next charge',
    boxCard: 'Paid with',
    boxNoCard: 'The card that paid for it was removed. Please choose another one.',
    boxChangeCard: 'Use this card',
    boxEnd: 'End the subscription',
    boxRenew: 'A month later',
    boxRenewHint: 'A button of this demonstration: a month has gone by, and the server charges the next one.',
    boxFailed: (reason) => `This month could not be charged. ${reason}`,
    boxMore: 'See the monthly box',
    elsewhere: 'The payment page is open',
    elsewhereText: 'A page of the payment service is open for this order. So that you never pay twice, the order can only be paid there.',
    elsewhereContinue: 'To the payment page',
    linkPay: 'Pay on the payment service’s page',
    linkText: 'If you cannot enter your card here, you can pay on a page of the payment service.',
    linkOnlyText: 'You enter your card on the next page, which is the payment service’s. Your card number never reaches this shop.',
    linkOnlyCards: 'No new card can be saved at this shop. You enter it on the payment service’s page each time you pay.',
  },
};
